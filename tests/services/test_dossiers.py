"""Dossiers through the services: new, edited, brought in, proved and destroyed, in a real archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.assessment import Question
from orapp.domain.council import Recess
from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.dossier import DossierKind
from orapp.domain.promises import Commitment
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import ProcedureKind
from orapp.services.bulk import BulkService
from orapp.services.desk import Desk
from orapp.services.dossiers import NewDossier
from orapp.services.failures import Refusal
from orapp.services.rows import DeadlineQuery, DossierQuery

HOUSING = "2025-003"
WHO = "secretaris"


def test_a_new_dossier_needs_no_more_than_a_title_and_gets_the_next_reference(desk: Desk) -> None:
    new = NewDossier(title="  Nieuw rooster ", kind=DossierKind.GENERAL, opened_on=date(2026, 11, 20))
    dossier, changes = desk.dossiers.create(new, WHO)
    assert (dossier.reference, dossier.title) == ("2026-002", "Nieuw rooster")
    assert changes.dossier_ids == (dossier.id,)
    with pytest.raises(Refusal) as refused:
        desk.dossiers.create(replace(new, title=" "), WHO)
    assert refused.value.code == "dossier.no_title"


def test_an_edit_gives_numbers_changes_and_a_journal_line(desk: Desk) -> None:
    before = desk.dossiers.view(HOUSING).dossier
    asked = Question(id="nieuwe-vraag", text="Wie betaalt dit?", request_id=before.requests[3].id)
    saved, changes = desk.dossiers.save(before, replace(before, questions=(*before.questions, asked)), WHO, origin="venster 1")
    assert saved.questions[-1].number == max(question.number for question in before.questions) + 1
    assert [item.action for item in changes.items] == ["added"]
    assert changes.origin == "venster 1"
    assert desk.dossiers.journal(HOUSING)[0].person == WHO


def test_two_windows_meet_only_on_the_same_item(desk: Desk) -> None:
    loaded = desk.dossiers.view(HOUSING).dossier
    first, second = loaded.questions[0], loaded.questions[1]
    desk.dossiers.save(loaded, replace(loaded, questions=(replace(first, answer="Ja."), *loaded.questions[1:])), WHO)
    other = replace(loaded, questions=(first, replace(second, answer="Nee."), *loaded.questions[2:]))
    desk.dossiers.save(loaded, other, "voorzitter")
    again = replace(loaded, questions=(replace(first, answer="Anders."), *loaded.questions[1:]))
    with pytest.raises(Refusal) as refused:
        desk.dossiers.save(loaded, again, "voorzitter")
    assert refused.value.code == "item.changed_since"
    kept = desk.dossiers.view(HOUSING).dossier.questions
    assert (kept[0].answer, kept[1].answer) == ("Ja.", "Nee.")


def test_the_same_dossier_is_refused_replaced_or_copied(desk: Desk) -> None:
    data = desk.dossiers.export(HOUSING, include_strategy=True)
    with pytest.raises(Refusal) as refused:
        desk.dossiers.import_(data, WHO)
    assert (refused.value.code, refused.value.fields["reference"]) == ("import.exists", HOUSING)
    original = desk.dossiers.view(HOUSING).dossier
    copy, _ = desk.dossiers.import_(data, WHO, same_id="copy")
    assert copy.reference != HOUSING
    assert not {item.id for _, item in copy.items()} & {item.id for _, item in original.items()}
    assert [item.text for item in copy.questions] == [item.text for item in original.questions]
    assert copy.questions[0].request_id in {request.id for request in copy.requests}
    desk.dossiers.import_(data, WHO, same_id="replace")
    assert desk.dossiers.count(DossierQuery()) == 5


def test_the_bin_gives_back_and_destruction_does_not(desk: Desk) -> None:
    dossier = desk.dossiers.view(HOUSING).dossier
    desk.dossiers.bin(HOUSING, WHO)
    assert desk.dossiers.count(DossierQuery()) == 3
    assert all(row.reference != HOUSING for row in desk.dossiers.deadlines(DeadlineQuery(include_closed=True)))
    BulkService(desk.archive).from_bin((dossier.id,), WHO)
    assert desk.dossiers.count(DossierQuery()) == 4
    report = desk.dossiers.destroy(dossier.id, "bewaartermijn voorbij", WHO)
    assert report.items > 100
    assert report.journal_values > 0
    with pytest.raises(Refusal):
        desk.dossiers.view(HOUSING)
    assert desk.archive.verify().findings == ()


def test_a_proof_sheet_says_who_entered_what_and_which_later_start_is_arguable(desk: Desk) -> None:
    dossier, _ = desk.dossiers.create(NewDossier(title="Proef", kind=DossierKind.ADVICE_REQUEST, opened_on=date(2026, 9, 1)), WHO)
    request = Request(
        id="r", title="Aanvraag", legal=ProcedureKind.ADVICE, versions=(RequestVersion(number=1, received_on=date(2026, 9, 1)),)
    )
    proposed = ProposedDecision(id="b", title="Besluit", request_id="r", grounds=("25.1.e",), outcome=Outcome.NEGATIVE)
    decision = Decision(
        id="x",
        title="Besluit van de bestuurder",
        request_id="r",
        decision_ids=("b",),
        notices=(
            Knowledge(on=date(2026, 11, 10), who="een lid", written=False, reasoned=False),
            Knowledge(on=date(2026, 11, 17), written=True, reasoned=True),
        ),
    )
    whole = replace(dossier, requests=(request,), proposed_decisions=(proposed,), decisions=(decision,))
    desk.dossiers.save(dossier, whole, WHO)
    rows = desk.dossiers.deadlines(DeadlineQuery(dossier_id=dossier.id))
    appeal = next(row for row in rows if row.rule == "wor-26-2-beroep")
    assert appeal.safe_day == date(2026, 12, 10)
    sheet = desk.dossiers.proof(dossier.reference, appeal.key)
    assert "(B1)" in sheet.title or any("(B1)" in text for _, text in sheet.rows)
    assert any(WHO in text for _, text in sheet.rows)
    assert any("17 december 2026" in doubt and "advocaat" in doubt for doubt in sheet.doubts)
    with pytest.raises(Refusal):
        desk.dossiers.proof(dossier.reference, "onbekend")


def test_the_proof_of_a_promise_has_all_its_words(desk: Desk) -> None:
    dossier = desk.dossiers.view("2025-003").dossier
    said = "De bestuurder overlegt elk kwartaal met de OR over " + "de werkdruk, de bezetting en het verzuim, " * 4 + "per team."
    promise = Commitment(id="t", number=99, text=said, due=date(2026, 12, 1))
    desk.dossiers.save(dossier, replace(dossier, commitments=(promise,)), WHO)
    (row,) = [one for one in desk.dossiers.deadlines(DeadlineQuery(dossier_id=dossier.id)) if one.key == "commitments/t"]
    assert row.title.endswith("…")
    sheet = desk.dossiers.proof(dossier.reference, row.key)
    assert ("Termijn", f"T99: {said}") in sheet.rows
    assert sheet.title == "Bewijsblad T99"


def test_a_term_that_ends_in_recess_is_warned_of_and_not_moved(desk: Desk) -> None:
    council = desk.council.read()
    recess = Recess(from_day=date(2026, 11, 23), until_day=date(2026, 11, 29), name="de herfstweek")
    desk.council.save(council, replace(council, recesses=(recess,)), WHO)
    view = desk.dossiers.view("2025-002")
    (told,) = [item for item in view.derived.summary.attention if item.code == "ends_in_recess"]
    assert "26 november 2026 valt in de herfstweek" in told.text
    assert "Vakantie schort niets op" in told.text
    assert next(item for item in view.derived.deadlines if item.act_by == date(2026, 11, 26)).last_day == date(2026, 11, 26)


def test_every_deadline_of_the_demo_has_its_proof_sheet(desk: Desk) -> None:
    for row in desk.dossiers.deadlines(DeadlineQuery(include_closed=True)):
        sheet = desk.dossiers.proof(row.reference, row.key)
        assert sheet.rows
        assert sheet.steps
        assert "beslist" in sheet.liability
