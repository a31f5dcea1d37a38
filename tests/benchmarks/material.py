"""Archives of a chosen size to measure on, made through the same services as a user's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from orapp.app.wiring import Program
from orapp.domain.actions import ActionItem
from orapp.domain.assessment import Question
from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.letters import Letter
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment, CommitmentState
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, ProcedureKind
from orapp.services.ports import Archive

PASSPHRASE = "meten is weten"
PERSON = "Bench"
FIRST_DAY = date(2016, 1, 4)
DAYS = 3900
STRIDE = 1237  # a thousand dossiers are spread over the years as a hundred thousand are
TODAY = FIRST_DAY + timedelta(days=DAYS)
"""The day on which is measured: the archives are made on it, so that nothing of them is stale and some months still run."""

OWNERS = ("A. Jansen", "B. de Wit", "C. Bakker", PERSON, "")
SUBJECTS = (
    "Verhuizing",
    "Rooster",
    "Reorganisatie",
    "Thuiswerkregeling",
    "Nieuw systeem",
    "Beloning",
    "Arbobeleid",
    "Samenwerking",
)
BATCH = 500


def small_dossier(number: int) -> Dossier:
    """A dossier as most are: one request, one proposed decision, a few events and papers, a letter, an action, an agreed date.

    Of each thousand some wait for something: papers for registration, letters for a signature, a decision for an answer.
    """
    opened = FIRST_DAY + timedelta(days=number * STRIDE % DAYS)
    key = f"x{number}"
    advice = number % 2 == 0
    request = Request(
        id=f"{key}-r",
        number=1,
        title=f"{SUBJECTS[number % len(SUBJECTS)]} {number}",
        legal=ProcedureKind.ADVICE if advice else ProcedureKind.CONSENT,
        versions=(RequestVersion(number=1, received_on=opened, paper_id=f"{key}-d1"),),
        grounds=("25.1.e",) if advice else ("27.1.b",),
    )
    decided = number % 6 == 0
    return Dossier(
        id=key,
        reference=f"{opened.year}-{number:06}",
        title=f"{SUBJECTS[number % len(SUBJECTS)]} afdeling {number % 97}",
        kind=DossierKind.ADVICE_REQUEST if advice else DossierKind.CONSENT_REQUEST,
        opened_on=opened,
        grounds=request.grounds,
        owner=OWNERS[number % len(OWNERS)],
        tags=("bench",) if number % 5 == 0 else (),
        requests=(request,),
        proposed_decisions=(
            ProposedDecision(
                id=f"{key}-b",
                number=1,
                title="Voorgenomen besluit",
                request_id=request.id,
                outcome=Outcome.NEGATIVE if decided else Outcome.UNDECIDED,
            ),
        ),
        papers=_papers(key, number, opened),
        events=_events(key, number, opened, request.id, decided=decided),
        questions=(Question(id=f"{key}-q", number=1, text="Hoeveel functies verdwijnen?", request_id=request.id),),
        commitments=_commitments(key, number, opened, request.id),
        decisions=_decisions(key, opened, request.id) if decided else (),
        letters=_letters(key, number, opened, request.id),
        actions=_actions(key, number, opened),
        agreed_dates=(
            AgreedDate(
                id=f"{key}-a",
                subject="Advies uitbrengen",
                rule="agreed-advice" if advice else "agreed-consent",
                due=opened + timedelta(days=42),
                request_id=request.id,
                agreed_on=opened,
            ),
        ),
    )


def _papers(key: str, number: int, opened: date) -> tuple[Paper, ...]:
    registered = None if number % 50 == 0 else opened
    request = Paper(
        id=f"{key}-d1", number=1, title="Aanvraag", kind=PaperKind.REQUEST, received_on=opened, registered_on=registered
    )
    return (request, Paper(id=f"{key}-d2", number=2, title="Vragen", kind=PaperKind.QUESTIONS, dated_on=opened, position=1))


def _events(key: str, number: int, opened: date, request_id: str, *, decided: bool) -> tuple[Event, ...]:
    steps = (FactKind.ACKNOWLEDGED, FactKind.QUESTIONS_ASKED, FactKind.ANSWERS_RECEIVED, FactKind.CONSULTATION_MEETING)
    kinds = (*steps, FactKind.ADVICE_SENT) if decided else steps[: number % 5]
    return tuple(
        Event(
            id=f"{key}-e{at}", on=opened + timedelta(days=7 * at), kind=kind, text=kind.value, request_id=request_id, position=at
        )
        for at, kind in enumerate(kinds, start=1)
    )


def _commitments(key: str, number: int, opened: date, request_id: str) -> tuple[Commitment, ...]:
    if number % 4:
        return ()
    states = (CommitmentState.KEPT, CommitmentState.OPEN, CommitmentState.BROKEN)
    due = opened + timedelta(days=200)
    said = "Niemand wordt gedwongen ontslagen."
    return (Commitment(id=f"{key}-t", number=1, text=said, request_id=request_id, due=due, state=states[number // 4 % 3]),)


def _decisions(key: str, opened: date, request_id: str) -> tuple[Decision, ...]:
    known = opened + timedelta(days=63)
    return (
        Decision(
            id=f"{key}-x",
            title="Besluit",
            request_id=request_id,
            decision_ids=(f"{key}-b",),
            decided_on=known,
            notices=(Knowledge(on=known, written=True, reasoned=True),),
        ),
    )


def _letters(key: str, number: int, opened: date, request_id: str) -> tuple[Letter, ...]:
    done = opened + timedelta(days=3)
    return (
        Letter(
            id=f"{key}-l",
            kind="A1",
            request_id=request_id,
            subject="Ontvangstbevestiging",
            dated=done,
            adopted_on=done,
            signed_on=None if number % 100 == 1 else done,
            sent_on=None if number % 100 in {1, 2} else done,
        ),
    )


def _actions(key: str, number: int, opened: date) -> tuple[ActionItem, ...]:
    if number % 3:
        return ()
    due = opened + timedelta(days=14)
    done = None if number % 30 == 0 else due
    return (ActionItem(id=f"{key}-p", text="Achterban vragen", owner=OWNERS[number // 3 % len(OWNERS)], due=due, done_on=done),)


def filled_archive(program: Program, path: Path, dossiers: int) -> Archive:
    """An open archive with so many dossiers; made when it is not there yet, opened by the key that is kept."""
    if not path.exists():
        making = path.with_suffix(".half.orarchief")  # a run that is broken off leaves nothing that counts as whole
        making.unlink(missing_ok=True)
        archive = program.archives.create(making, PASSPHRASE, program.demo_content().council, PERSON)
        for first in range(0, dossiers, BATCH):
            with archive.write(PERSON) as work:
                for number in range(first, min(first + BATCH, dossiers)):
                    work.add(small_dossier(number))
        archive.close()
        making.rename(path)
    return program.archives.open(path, PASSPHRASE, keep_key=True, person=PERSON)
