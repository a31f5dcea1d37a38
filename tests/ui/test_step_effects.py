"""What a step does to a right is told with its article, and only in a procedure that knows that right."""

from __future__ import annotations

import pytest

from orapp.domain.needs import GIVES_UP
from orapp.law.facts import FactKind, ProcedureKind
from orapp.ui.screens.dossier.step_effects import MONTH_KINDS, effect_words


@pytest.mark.parametrize(
    "kind", sorted({*GIVES_UP, FactKind.CANNOT_ADVISE_SENT, FactKind.APPEAL_FILED, FactKind.NULLITY_INVOKED})
)
def test_what_touches_a_right_names_its_article(kind: FactKind) -> None:
    assert "art. 2" in effect_words(kind)


@pytest.mark.parametrize("kind", sorted(MONTH_KINDS))
def test_an_appointment_knows_no_month(kind: FactKind) -> None:
    assert "geen opschorting en geen beroep (art. 30 WOR)" in effect_words(kind, ProcedureKind.APPOINTMENT)
    assert effect_words(kind, ProcedureKind.INITIATIVE) == ""
    assert effect_words(kind, ProcedureKind.ADVICE)


def test_appeal_does_not_suspend_and_a_waiver_is_no_acquiescence() -> None:
    for kind in (FactKind.APPEAL_RESOLVED, FactKind.APPEAL_FILED):
        assert "Beroep schorst de uitvoering niet" in effect_words(kind)
    assert "geen afzien van beroep" in effect_words(FactKind.SUSPENSION_WAIVED)
    assert "laat de opschorting niet vervallen" in effect_words(FactKind.APPEAL_RENOUNCED)


def test_a_judgement_on_consent_speaks_of_consent() -> None:
    words = effect_words(FactKind.JUDGED_FOLLOWS, ProcedureKind.CONSENT)
    assert "instemming (art. 27 WOR)" in words
    assert "opschorting" not in words
