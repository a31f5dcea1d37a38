"""What happens to a letter after it left: arrived, answered, put away, followed up, and kept as PDF beside its Word file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from orapp.domain.dossier import Dossier
from orapp.domain.letter_life import LetterStage, possible_answers, stage_of
from orapp.domain.letters import Letter
from orapp.domain.papers import Paper, PaperKind
from orapp.domain.promises import Commitment
from orapp.domain.requests import Outcome
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Sending
from orapp.services.letter_life import Answered, Arrival, Checked
from orapp.services.papers_out import MadePdf
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, WHO, Make, all_acts, asked, signing

__all__ = ["asked"]

LATER = DEMO_DAY + timedelta(days=1)


def letter_in(dossier: Dossier) -> Letter:
    return next(letter for letter in dossier.letters if letter.id == "l1")


def test_a_letter_arrives_is_answered_and_put_away(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    letter = replace(letter_in(dossier), reply_due=date(2026, 12, 4))
    dossier = desk.dossiers.save(dossier, replace(dossier, letters=(letter,)), WHO)[0]
    dossier = all_acts(desk, dossier)
    assert stage_of(letter_in(dossier)) is LetterStage.SENT
    assert [one.due for one in dossier.agreed_dates if one.met_on is None] == [date(2026, 12, 4)]
    arrived = desk.letter_life.arrive(dossier.id, "l1", Arrival(on=DEMO_DAY, proof=" ontvangstbevestiging "), WHO).dossier
    assert letter_in(arrived).arrival_proof == "ontvangstbevestiging"
    answer = Paper(id="p9", title="Besluit", kind=PaperKind.DECISION, request_id="r1", received_on=DEMO_DAY)
    other = Paper(id="p8", title="Ander stuk", kind=PaperKind.LETTER_IN, received_on=DEMO_DAY)
    early = Paper(id="p7", title="Eerder", kind=PaperKind.LETTER_IN, received_on=DEMO_DAY - timedelta(days=9))
    kept = desk.dossiers.save(arrived, replace(arrived, papers=(*arrived.papers, early, other, answer)), WHO)[0]
    assert [one.item_id for one in possible_answers(kept, letter_in(kept))] == ["p9", "p8"]
    answered = desk.letter_life.answer(kept.id, "l1", Answered(on=DEMO_DAY, item_id="p9"), WHO).dossier
    assert [one.met_on for one in answered.agreed_dates] == [DEMO_DAY]
    done = desk.letter_life.archive_letter(kept.id, "l1", WHO).dossier
    assert (letter_in(done).archived_on, letter_in(done).archived_by) == (DEMO_DAY, WHO)
    stages = [stage_of(letter_in(one)) for one in (arrived, answered, done)]
    assert stages == [LetterStage.ARRIVED, LetterStage.ANSWERED, LetterStage.ARCHIVED]


def test_what_cannot_be_is_refused_beside_its_field(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    life = desk.letter_life
    for act, code in (
        (lambda: life.arrive(dossier.id, "l1", Arrival(on=DEMO_DAY), WHO), "letter.not_sent"),
        (lambda: life.archive_letter(dossier.id, "l1", WHO), "letter.not_sent"),
        (lambda: life.check(dossier.id, "l1"), "letter.not_adopted"),
    ):
        with pytest.raises(Refusal) as told:
            act()
        assert told.value.code == code
    all_acts(desk, dossier)
    early = DEMO_DAY - timedelta(days=1)
    for act, code in (
        (lambda: life.arrive(dossier.id, "l1", Arrival(on=early), WHO), "letter.arrived_before_sent"),
        (lambda: life.arrive(dossier.id, "l1", Arrival(on=LATER), WHO), "letter.day_ahead"),
        (lambda: life.answer(dossier.id, "l1", Answered(on=early), WHO), "letter.answer_before_sent"),
        (lambda: life.answer(dossier.id, "l1", Answered(on=DEMO_DAY, item_id="weg"), WHO), "letter.answer_gone"),
    ):
        with pytest.raises(Refusal) as told:
            act()
        assert told.value.code == code


def test_what_was_adopted_is_held_against_its_print_and_a_pdf_is_kept_beside_it(desk: Desk, asked: Make) -> None:
    dossier = all_acts(desk, asked(Outcome.POSITIVE))
    letter = letter_in(dossier)
    found = desk.letter_life.check(dossier.id, "l1")
    assert found.sound
    assert found.fingerprint == letter.fingerprint
    to_keep = desk.papers_out.to_keep(dossier.id, "l1")
    assert to_keep is not None
    version, content, word = to_keep
    assert content.fingerprint == letter.fingerprint
    made = MadePdf(data=b"%PDF-1.6", made_by="LibreOffice (PDF/A-2b)", own=False, archival=True)
    edited = desk.papers_out.keep_pdf(dossier.id, "l1", version, made, WHO)
    assert edited is not None
    kept = letter_in(edited.dossier).versions[-1]
    assert kept.pdf is not None
    assert kept.pdf.name == kept.file.name.replace(".docx", ".pdf")
    assert desk.papers_out.kept_pdf(kept) == b"%PDF-1.6"
    assert desk.papers_out.to_keep(dossier.id, "l1") is None
    assert desk.papers_out.keep_pdf(dossier.id, "l1", version, made, WHO) is None
    assert desk.letter_life.check(dossier.id, "l1", word).sound
    strange = desk.letter_life.check(dossier.id, "l1", b"een ander bestand")
    assert strange.lines[-1].found is Checked.UNKNOWN
    assert not strange.sound


def test_commitments_without_a_date_are_followed_up_when_a_person_says_so(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    own = Commitment(
        id="t1", text="“Er komt een proef.”", request_id="r1", by="bestuurder", said_on=DEMO_DAY, recorded_in="Verslag OV"
    )
    dated = replace(own, id="t2", text="“De proef duurt kort.”", due=date(2027, 1, 10))
    dossier = desk.dossiers.save(dossier, replace(dossier, commitments=(own, dated)), WHO)[0]
    desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    desk.letters.sign(dossier.id, "l1", signing(desk), WHO)
    act = Sending(on=DEMO_DAY, channel="e-mail", follow_up=date(2026, 12, 20))
    after = desk.letters.send(dossier.id, "l1", act, WHO).dossier
    assert [(one.due, one.source_id) for one in after.actions] == [(date(2026, 12, 20), "t1")]
    assert "T1" in after.actions[0].text
