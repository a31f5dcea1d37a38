"""The decision on consent in each of its formulas: one clear legal state for one version of one text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.letters import SectionText
from orapp.domain.requests import Outcome, PartResult
from orapp.letters.content import Table
from orapp.letters.order import ComposedLetter, LetterRefused
from tests.unit.letters.example_items import CONDITIONS
from tests.unit.letters.examples import (
    ADVICE_DAY,
    CONSENT_LETTER,
    REGULATION,
    consent_decision,
    consent_dossier,
    decision,
    dossier,
)
from tests.unit.letters.reading import codes, operative_texts, plain_text, write

PINNED = "de wijziging van “Thuiswerkregeling”, versie 3, van 30 april 2026 (B1)"


def consent(outcome: Outcome, changes: dict[str, Any] | None = None, **parts: Any) -> ComposedLetter:
    """The decision on B1."""
    whole = consent_dossier(consent_decision(outcome, **parts), **{"conditions": (), **(changes or {})})
    return write(whole, "A10", ADVICE_DAY, letter=CONSENT_LETTER)


def test_consent_is_pinned_to_a_version() -> None:
    found = consent(Outcome.CONSENT)
    assert operative_texts(found.content) == [f"De OR stemt in met {PINNED}."]
    said = plain_text(found.content)
    assert "de instemming geldt vanaf 1 september 2026" in said
    assert "evaluatie op 15 januari 2027" in said
    assert "Voor elke wijziging of intrekking is opnieuw instemming nodig" in said
    assert "Verhouding tot de cao en andere regelingen bij B1: de reiskostenvergoeding volgt uit de cao." in said
    loose = consent(Outcome.CONSENT, regulation=replace(REGULATION, version="", dated_on=None))
    assert "letter.regulation_version_missing" in {finding.code for finding in loose.blocking}
    none = consent(Outcome.CONSENT, regulation=None)
    assert "letter.regulation_missing" in {finding.code for finding in none.blocking}


def test_consent_to_a_changed_text() -> None:
    (said,) = operative_texts(consent(Outcome.CONSENT_CHANGED).content)
    assert said == (
        "De OR stemt in met de regeling zoals gewijzigd in “Thuiswerkregeling”, versie 3, van 30 april 2026 (B1). "
        "De instemming geldt alleen voor deze gewijzigde tekst."
    )


def test_conditional_consent_is_no_consent_until_the_council_confirms() -> None:
    found = consent(Outcome.CONSENT_CONDITIONAL, {"conditions": CONDITIONS})
    (said,) = operative_texts(found.content)
    assert said == (
        f"De OR stemt niet in met {PINNED} zolang niet is voldaan aan de voorwaarden V1 en V2. Zodra u de OR een versie van de "
        "regeling hebt gezonden waarin de voorwaarden V1 en V2 zijn opgenomen en de OR dat schriftelijk heeft bevestigd, geldt "
        "dit besluit als instemming met de aldus gewijzigde regeling in die versie."
    )
    whole = plain_text(found.content)
    assert "Het gaat om deze voorwaarden:" in whole
    assert "geen inzage in inloggegevens\n  De OR" not in whole
    assert "letter.change_not_a_condition" in codes(found)
    one = operative_texts(consent(Outcome.CONSENT_CONDITIONAL, {"conditions": CONDITIONS[:1]}).content)[0]
    assert "waarin voorwaarde V1 is opgenomen" in one


def test_conditional_consent_without_conditions_is_a_refusal_that_blocks() -> None:
    found = consent(Outcome.CONSENT_CONDITIONAL)
    assert operative_texts(found.content)[0].startswith("De OR stemt niet in met")
    assert "letter.outcome_without_conditions" in {finding.code for finding in found.blocking}


def test_temporary_consent_lapses() -> None:
    found = consent(Outcome.CONSENT_TEMPORARY, regulation=replace(REGULATION, expires_on=date(2027, 3, 1)))
    (said,) = operative_texts(found.content)
    assert "tot en met 1 maart 2027. Daarna vervalt deze instemming; zij wordt niet stilzwijgend verlengd." in said
    assert "Toepassing van B1 na 1 maart 2027 is naar het oordeel van de OR een nieuw besluit" in plain_text(found.content)
    endless = consent(Outcome.CONSENT_TEMPORARY)
    assert "letter.temporary_without_end" in {finding.code for finding in endless.blocking}


def test_partial_consent_names_both_lists() -> None:
    found = consent(Outcome.CONSENT_PARTIAL)
    (said,) = operative_texts(found.content)
    assert "De OR stemt in met: artikel 1. De OR stemt niet in met: artikel 4." in said
    assert "Instemming met B1 wordt mogelijk met deze aanpassing van de tekst:" in plain_text(found.content)
    agreed = tuple(replace(part, result=PartResult.AGREED) for part in REGULATION.parts)
    assert "letter.partial_without_lists" in codes(consent(Outcome.CONSENT_PARTIAL, regulation=replace(REGULATION, parts=agreed)))


def test_refusal_gives_reasons_and_the_way_out() -> None:
    found = consent(Outcome.CONSENT_REFUSED)
    assert operative_texts(found.content) == [f"De OR stemt niet in met {PINNED}: de OR onthoudt daaraan zijn instemming."]
    said = plain_text(found.content)
    assert "alleen nemen met toestemming van de kantonrechter (artikel 27 lid 4 WOR)" in said
    assert "een beroep doen op de nietigheid van het besluit (artikel 27 lid 5 WOR)" in said
    assert "graag met u in gesprek" in said
    silent = consent(Outcome.CONSENT_REFUSED, {"objections": ()}, outcome_reason="", regulation=replace(REGULATION, parts=()))
    assert "letter.refusal_without_reasons" in {finding.code for finding in silent.blocking}
    assert "letter.refusal_without_way_out" in codes(silent)


def test_open_conditions_and_consent_contradict() -> None:
    found = consent(Outcome.CONSENT, {"conditions": CONDITIONS})
    assert "letter.outcome_despite_conditions" in {finding.code for finding in found.blocking}


@pytest.mark.parametrize("outcome", [Outcome.NOT_YET, Outcome.LATER, Outcome.POLITICAL, Outcome.WAIVED])
def test_without_a_decision_there_is_no_consent(outcome: Outcome) -> None:
    found = consent(outcome)
    (said,) = operative_texts(found.content)
    assert "geen instemming" in said
    assert "stemt in" not in said
    assert ("letter.consent_cannot_be_waived" in codes(found)) == (outcome is Outcome.WAIVED)


def test_the_written_decision_is_asked_with_its_date() -> None:
    said = plain_text(consent(Outcome.CONSENT).content)
    assert "uiterlijk op 18 juni 2026 schriftelijk mee te delen welk besluit u neemt en met ingang van welke datum" in said


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome.value.startswith("consent")])
def test_the_verb_of_advice_never_stands_in_it(outcome: Outcome) -> None:
    found = consent(outcome)
    assert "adviseert" not in plain_text(found.content)
    assert "letter.wrong_verb_consent" not in codes(found)
    own = SectionText(section="decision", text="De OR adviseert u dit te doen.")
    whole = consent_dossier(consent_decision(outcome), conditions=())
    wrong = write(whole, "A10", ADVICE_DAY, letter=replace(CONSENT_LETTER, texts=(own,)))
    assert "letter.wrong_verb_consent" in codes(wrong)


def test_a_meeting_is_needed_before_the_decision() -> None:
    found = consent(Outcome.CONSENT, {"events": ()})
    assert "letter.meeting_missing" in {finding.code for finding in found.blocking}


def test_a_request_without_a_consent_decision_is_refused() -> None:
    with pytest.raises(LetterRefused) as caught:
        write(dossier(decision(Outcome.NEGATIVE)), "A10", ADVICE_DAY)
    assert caught.value.code == "letter.nothing_to_answer"


def test_one_regulation_is_told_without_a_table_of_decisions() -> None:
    tables = [
        block.key for section in consent(Outcome.CONSENT).content.sections for block in section.blocks if isinstance(block, Table)
    ]
    assert "request.decisions" not in tables
    several = consent_dossier(
        consent_decision(Outcome.CONSENT), consent_decision(Outcome.CONSENT, id="b2", number=2), conditions=()
    )
    found = write(several, "A10", ADVICE_DAY, letter=CONSENT_LETTER).content
    assert any(block.key == "request.decisions" for section in found.sections for block in section.blocks)


def test_a_column_of_dashes_is_left_out() -> None:
    silent = tuple(replace(part, change_asked="", director_answer="") for part in REGULATION.parts)
    found = consent(Outcome.CONSENT, regulation=replace(REGULATION, parts=silent)).content
    (table,) = (block for section in found.sections for block in section.blocks if block.key.startswith("parts.parts"))
    assert isinstance(table, Table)
    assert table.header == ("Onderdeel", "Oordeel", "Uitkomst")


def test_a_decision_on_consent_never_speaks_of_advice_and_keeps_what_has_no_answer_yet() -> None:
    whole = consent_dossier(
        consent_decision(Outcome.CONSENT_REFUSED), consent_decision(Outcome.NOT_YET, id="b2", number=2), conditions=()
    )
    said = plain_text(write(whole, "A10", ADVICE_DAY, letter=CONSENT_LETTER).content)
    assert "nog geen besluit: geen instemming" in said
    assert "geen advies" not in said
    assert "kunt u B1 en B2 alleen nemen met toestemming van de kantonrechter" in said


def test_a_refusal_rests_on_no_commitment() -> None:
    refused = plain_text(consent(Outcome.CONSENT_REFUSED).content)
    assert "steunt op" not in refused
    assert "toezegging genoteerd" in refused
    assert "Dit besluit steunt op de volgende toezegging" in plain_text(consent(Outcome.CONSENT).content)
