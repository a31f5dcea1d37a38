"""Which version was handed over for adoption is kept, and a text that changed since is found, in the archive and in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from orapp.domain.letter_edits import with_text
from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.letters.content import FindingWeight, Signature
from orapp.letters.differences import text_print
from orapp.services.desk import Desk
from orapp.services.letter_handing import CHANGED_SINCE
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, WHO, Make, asked

__all__ = ["asked"]


def test_the_version_and_its_print_are_kept_and_a_change_is_found(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    reference = dossier.reference

    def found() -> list[dict[str, str]]:
        draft = desk.letters.prepare(reference, "A9", letter_id="l1")
        return [dict(one.fields) for one in draft.findings if one.code == CHANGED_SINCE]

    assert found() == []
    given = desk.letters.hand_over(dossier.id, dossier.letters[0], WHO).dossier
    kept = given.letters[0]
    assert (kept.handed_over_version, kept.versions[-1].number) == (1, 1)
    assert desk.dossiers.view(reference).dossier.letters[0] == kept
    assert found() == []
    changed = with_text(kept, "summary", "Iets anders.", replaces=True)
    saved, _ = desk.dossiers.save(given, replace(given, letters=(changed,)), WHO)
    assert found() == [{"version": "1"}]
    draft = desk.letters.prepare(reference, "A9", letter_id="l1")
    weights = [tuple(FindingWeight).index(one.weight) for one in draft.findings]
    assert weights == sorted(weights)
    back = replace(saved.letters[0], texts=kept.texts)
    same, _ = desk.dossiers.save(saved, replace(saved, letters=(back,)), WHO)
    assert found() == [], "the text is again what was handed over"
    again = desk.letters.hand_over(dossier.id, same.letters[0], WHO).dossier.letters[0]
    assert again.handed_over_version == 2
    adopted = desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO).dossier.letters[0]
    assert (adopted.handed_over_version, adopted.versions[-1].number) == (2, 3)
    assert found() == []


def test_of_a_letter_that_was_handed_over_before_this_was_kept_nothing_is_said(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    old: Letter = replace(dossier.letters[0], handed_over_on=DEMO_DAY, handed_over_by=WHO)
    desk.dossiers.save(dossier, replace(dossier, letters=(old,)), WHO)
    draft = desk.letters.prepare(dossier.reference, "A9", letter_id="l1")
    assert CHANGED_SINCE not in {one.code for one in draft.findings}


def test_another_date_or_signature_is_no_other_text(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    content = desk.letters.prepare(dossier.reference, "A9", letter_id="l1").content
    later = replace(content, dated=content.dated + timedelta(days=3), signatures=(Signature(name="X", role="lid"),))
    assert text_print(later) == text_print(content)
    assert text_print(replace(content, subject="Anders")) != text_print(content)
    assert text_print(replace(content, sections=content.sections[1:])) != text_print(content)
