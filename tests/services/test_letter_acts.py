"""The life of a letter: handed over, adopted, signed and sent, each with what follows, and its text standing from adoption on."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import docx
import pytest

from orapp.domain.assessment import Objection
from orapp.domain.council import MemberRole
from orapp.domain.decisions import ResolutionKind
from orapp.domain.dossier import Dossier
from orapp.domain.letter_edits import compose_letter, with_text
from orapp.domain.letters import Letter
from orapp.domain.papers import Event, PaperKind
from orapp.domain.promises import ConditionState
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters.content import LetterStatus
from orapp.services.desk import Desk
from orapp.services.dossiers import NewDossier
from orapp.services.failures import Circumstance, Refusal
from orapp.services.letter_acts import Adoption, Sending, Signer, Signing
from orapp.services.letters import MadeLetter
from tests.services.conftest import DEMO_DAY

HOUSING = "2025-003"
WHO = "N. Eikelaar"
RESOLVED = Adoption(
    on=DEMO_DAY,
    meeting="OR-vergadering",
    votes_for=7,
    votes_against=1,
    abstentions=0,
    quorum_met=True,
    confirmed=True,
    second="lid-kastanje",
    second_on=DEMO_DAY,
)

Make = Callable[[Outcome], Dossier]


@pytest.fixture
def asked(desk: Desk) -> Make:
    """A dossier with one request and one proposed decision, judged, and an open letter about it."""

    def make(outcome: Outcome) -> Dossier:
        consent = outcome.value.startswith("consent")
        legal = ProcedureKind.CONSENT if consent else ProcedureKind.ADVICE
        kind = next(one for one in type(desk.dossiers.view(HOUSING).dossier.kind) if one.value == f"{legal.value}_request")
        dossier, _ = desk.dossiers.create(NewDossier(title="Een proef", kind=kind, opened_on=date(2026, 11, 2)), WHO)
        grounds = ("27.1.d",) if consent else ("25.1.e",)
        received = RequestVersion(number=1, received_on=date(2026, 11, 2))
        request = Request(id="r1", title="Verzoek", legal=legal, grounds=grounds, versions=(received,))
        decision = ProposedDecision(
            id="b1",
            title="Besluit",
            request_id="r1",
            text="De teams worden samengevoegd.",
            grounds=grounds,
            outcome=outcome,
            outcome_reason="De gevolgen zijn duidelijk.",
        )
        meeting = Event(
            id="e1", on=date(2026, 11, 12), kind=FactKind.CONSULTATION_MEETING, text="Overlegvergadering", request_id="r1"
        )
        letter = Letter(id="l1", kind="A10" if consent else "A9", request_id="r1")
        after = replace(dossier, requests=(request,), proposed_decisions=(decision,), events=(meeting,), letters=(letter,))
        return desk.dossiers.save(dossier, after, WHO)[0]

    return make


def signing(desk: Desk) -> Signing:
    """The chair signs."""
    with desk.archive.read() as reader:
        chair = next(member for member in reader.council().members if MemberRole.CHAIR in member.roles)
    return Signing(on=DEMO_DAY, signers=(Signer(member_id=chair.id, capacity="voorzitter"),))


def all_acts(desk: Desk, dossier: Dossier, adoption: Adoption = RESOLVED, letter_id: str = "l1") -> Dossier:
    """The three acts, one after the other."""
    desk.letters.adopt(dossier.id, letter_id, adoption, WHO)
    desk.letters.sign(dossier.id, letter_id, signing(desk), WHO)
    return desk.letters.send(dossier.id, letter_id, Sending(on=DEMO_DAY, channel="e-mail"), WHO).dossier


@pytest.mark.parametrize(
    ("outcome", "fact"),
    [
        (Outcome.POSITIVE, FactKind.ADVICE_SENT),
        (Outcome.NEGATIVE, FactKind.ADVICE_SENT),
        (Outcome.NOT_YET, FactKind.CANNOT_ADVISE_SENT),
        (Outcome.WAIVED, FactKind.ADVICE_WAIVED),
    ],
)
def test_sending_an_advice_moves_the_procedure_on(desk: Desk, asked: Make, outcome: Outcome, fact: FactKind) -> None:
    dossier = asked(outcome)
    before = desk.dossiers.view(dossier.reference).procedures[0].state.phase
    sent = all_acts(desk, dossier, replace(RESOLVED, waives=outcome is Outcome.WAIVED))
    letter = sent.letters[0]
    assert (letter.adopted_on, letter.signed_on, letter.sent_on) == (DEMO_DAY, DEMO_DAY, DEMO_DAY)
    paper = sent.paper(letter.paper_id)
    assert paper is not None
    assert paper.kind is PaperKind.LETTER_OUT
    assert paper.file == letter.versions[-1].file
    assert [event.kind for event in sent.events if event.paper_id == paper.id] == [fact]
    course = desk.dossiers.view(sent.reference).procedures[0]
    assert [one.kind for one in course.facts].count(fact) == 1
    assert FactKind.SIGNED in {one.kind for one in course.facts}
    assert course.state.phase != before


def test_sending_an_acknowledgement_acknowledges(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.UNDECIDED)
    saved, _ = desk.dossiers.save(dossier, replace(dossier, letters=(Letter(id="l1", kind="A1", request_id="r1"),)), WHO)
    sent = all_acts(desk, saved, Adoption(on=DEMO_DAY, mandate="mandaat aan het dagelijks bestuur van 1 juni 2026"))
    assert FactKind.ACKNOWLEDGED in {event.kind for event in sent.events}
    assert sent.resolutions[0].mandate


def test_a_refused_adoption_uses_no_number_and_changes_nothing(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    open_objection = Objection(id="o1", text="Te weinig mensen.", request_id="r1")
    blocked, _ = desk.dossiers.save(dossier, replace(dossier, objections=(open_objection,)), WHO)
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    assert refused.value.code == "letter.objection_without_destination"
    for act, code in (
        (Adoption(on=DEMO_DAY), "letter.votes_or_mandate"),
        (replace(RESOLVED, quorum_met=None), "letter.quorum_unknown"),
        (replace(RESOLVED, quorum_met=False), "letter.objection_without_destination"),
        (replace(RESOLVED, on=DEMO_DAY + timedelta(days=1)), "letter.day_ahead"),
    ):
        with pytest.raises(Refusal) as refused:
            desk.letters.adopt(dossier.id, "l1", act, WHO)
        assert refused.value.code == code
    assert desk.dossiers.view(dossier.reference).dossier == blocked
    free, _ = desk.dossiers.save(blocked, replace(blocked, objections=()), WHO)
    for act, code in (
        (replace(RESOLVED, quorum_met=False), "letter.quorum_not_met"),
        (replace(RESOLVED, votes_for=1, votes_against=7), "letter.resolution_not_carried"),
    ):
        with pytest.raises(Refusal) as refused:
            desk.letters.adopt(free.id, "l1", act, WHO)
        assert refused.value.code == code
    adopted = desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO).dossier
    assert adopted.letters[0].reference == f"OR/{dossier.reference}/1"
    assert adopted.resolutions[-1].kind is ResolutionKind.ADOPT_LETTER
    second = replace(adopted, letters=(*adopted.letters, Letter(id="l2", kind="A1", request_id="r1")))
    desk.dossiers.save(adopted, second, WHO)
    again = desk.letters.adopt(dossier.id, "l2", RESOLVED, WHO).dossier
    assert again.letters[1].reference == f"OR/{dossier.reference}/2"


def test_a_letter_that_was_begun_and_never_typed_in_is_adopted(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    begun = Letter(id="nieuw", kind="A1", request_id="r1")
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "nieuw", RESOLVED, WHO)
    assert refused.value.code == "letter.gone"
    adopted = desk.letters.adopt(dossier.id, "nieuw", RESOLVED, WHO, begun=begun).dossier
    kept = next(letter for letter in adopted.letters if letter.id == "nieuw")
    assert kept.adopted_on == DEMO_DAY
    assert kept.versions


def test_giving_up_advice_asks_a_resolution_that_says_so(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.WAIVED)
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    assert refused.value.code == "letter.waiver_without_resolution"
    adopted = desk.letters.adopt(dossier.id, "l1", replace(RESOLVED, waives=True), WHO).dossier
    assert adopted.resolutions[-1].kind is ResolutionKind.WAIVE_ADVICE


def test_what_was_adopted_stays_as_it_is(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    adopted = desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO).dossier
    before = desk.letters.prepare(dossier.reference, "A9").content
    assert before.reference == adopted.letters[0].reference
    changed = replace(adopted.proposed_decisions[0], outcome=Outcome.NEGATIVE, title="Iets anders")
    desk.dossiers.save(adopted, replace(adopted, proposed_decisions=(changed,)), WHO)
    assert desk.letters.prepare(dossier.reference, "A9").content == before
    letter = adopted.letters[0]
    with pytest.raises(Refusal) as refused:
        desk.dossiers.edit(dossier.id, compose_letter(letter, with_text(letter, "summary", "Toch anders.")), WHO)
    assert refused.value.code == "item.changed_since"
    signed = desk.letters.sign(dossier.id, "l1", signing(desk), WHO).dossier.letters[0]
    after = desk.letters.prepare(dossier.reference, "A9").content
    assert after.sections == before.sections
    assert after.status is LetterStatus.SIGNED
    file = docx.Document(io.BytesIO(desk.letters.read_version(signed.versions[-1])))
    assert signed.signed_by[0].split(",")[0] in str(file.element.xml)
    assert all("CONCEPT" not in str(part.header._element.xml) for part in file.sections)


def test_the_acts_have_their_order(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    sending = Sending(on=DEMO_DAY, channel="e-mail")
    acts: list[tuple[Callable[[], object], str]] = [
        (lambda: desk.letters.sign(dossier.id, "l1", signing(desk), WHO), "letter.not_adopted"),
        (lambda: desk.letters.send(dossier.id, "l1", sending, WHO), "letter.not_signed"),
        (lambda: desk.letters.adopt(dossier.id, "weg", RESOLVED, WHO), "letter.gone"),
    ]
    for act, code in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert refused.value.code == code
    desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    assert refused.value.code == "letter.already_adopted"


def test_an_official_secretary_signs_only_under_a_recorded_mandate(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    with desk.archive.write(WHO) as work:
        council = work.council()
        chair = next(member for member in council.members if MemberRole.CHAIR in member.roles)
        members = tuple(
            replace(member, roles=(MemberRole.OFFICIAL_SECRETARY,)) if member.id != chair.id else member
            for member in council.members
        )
        work.save_council(council, replace(council, members=members, signatories=()))
    official = next(member for member in members if member.id != chair.id)
    desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
    act = Signing(on=DEMO_DAY, signers=(Signer(member_id=official.id, capacity="ambtelijk secretaris"),))
    with pytest.raises(Refusal) as refused:
        desk.letters.sign(dossier.id, "l1", act, WHO)
    assert refused.value.code == "letter.mandate_needed"
    signed = desk.letters.sign(dossier.id, "l1", replace(act, mandate="OR-besluit van 3 maart 2026"), WHO).dossier
    assert signed.letters[0].signed_under == "OR-besluit van 3 maart 2026"


def test_handing_over_makes_the_version_that_is_to_be_adopted(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)
    given = desk.letters.hand_over(dossier.id, dossier.letters[0], WHO).dossier.letters[0]
    assert (given.handed_over_on, given.handed_over_by) == (DEMO_DAY, WHO)
    assert [version.status for version in given.versions] == [LetterStatus.CONCEPT.value]
    assert given.adopted_on is None


def test_proposed_conditions_and_the_answer_asked_go_with_an_advice(desk: Desk) -> None:
    dossier = desk.dossiers.view(HOUSING).dossier
    old = next(letter for letter in dossier.letters if letter.kind == "A9")
    new = Letter(id="nieuw", kind="A9", request_id=old.request_id, decision_ids=old.decision_ids, reply_due=date(2026, 12, 15))
    proposed = tuple(
        replace(item, state=ConditionState.PROPOSED) if item.request_id == old.request_id else item for item in dossier.conditions
    )
    saved, _ = desk.dossiers.save(dossier, replace(dossier, letters=(*dossier.letters, new), conditions=proposed), WHO)
    sent = all_acts(desk, saved, letter_id="nieuw")
    assert sent.letters[-1].reference == f"OR/{HOUSING}/17"
    assert all(item.state is ConditionState.IN_ADVICE for item in sent.conditions if item.request_id == old.request_id)
    asked = [item for item in sent.agreed_dates if item.due == date(2026, 12, 15)]
    assert [item.rule for item in asked] == ["asked-answer"]
    # A date that was only asked is no agreement; the planning says who asked it and where.
    assert asked[0].agreed_on is None
    found = next(one for one in desk.dossiers.view(HOUSING).derived.deadlines if one.key == f"agreed/{asked[0].id}")
    assert found.ground.startswith("door OR gevraagd, D")


def test_a_version_is_not_kept_when_its_file_cannot_be_written(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.POSITIVE)

    def fail(_made: MadeLetter) -> None:
        raise Circumstance("window.file_unwritable", path="/nergens")

    with pytest.raises(Circumstance):
        desk.letters.make(dossier.reference, "A9", WHO, deliver=fail)
    assert desk.dossiers.view(dossier.reference).dossier == dossier
