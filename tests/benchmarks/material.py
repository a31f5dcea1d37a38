"""Archives of a chosen size to measure on, made through the same services as a user's."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from orapp.app.wiring import Program
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.requests import ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, ProcedureKind
from orapp.services.ports import Archive

PASSPHRASE = "meten is weten"
PERSON = "Bench"
FIRST_DAY = date(2016, 1, 4)
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
    """A dossier as most are: one request, one proposed decision, a few events and papers, one agreed date."""
    opened = FIRST_DAY + timedelta(days=number % 3900)
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
    steps = (FactKind.ACKNOWLEDGED, FactKind.QUESTIONS_ASKED, FactKind.ANSWERS_RECEIVED, FactKind.CONSULTATION_MEETING)
    return Dossier(
        id=key,
        reference=f"{opened.year}-{number:06}",
        title=f"{SUBJECTS[number % len(SUBJECTS)]} afdeling {number % 97}",
        kind=DossierKind.ADVICE_REQUEST if advice else DossierKind.CONSENT_REQUEST,
        opened_on=opened,
        grounds=request.grounds,
        tags=("bench",) if number % 5 == 0 else (),
        requests=(request,),
        proposed_decisions=(ProposedDecision(id=f"{key}-b", number=1, title="Voorgenomen besluit", request_id=request.id),),
        papers=(
            Paper(id=f"{key}-d1", number=1, title="Aanvraag", kind=PaperKind.REQUEST, received_on=opened, position=0),
            Paper(id=f"{key}-d2", number=2, title="Vragen", kind=PaperKind.QUESTIONS, dated_on=opened, position=1),
        ),
        events=tuple(
            Event(
                id=f"{key}-e{at}",
                on=opened + timedelta(days=7 * at),
                kind=kind,
                text=kind.value,
                request_id=request.id,
                position=at,
            )
            for at, kind in enumerate(steps[: number % 5], start=1)
        ),
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


def filled_archive(program: Program, path: Path, dossiers: int) -> Archive:
    """An open archive with so many dossiers; made when it is not there yet, opened by the key that is kept."""
    if not path.exists():
        archive = program.archives.create(path, PASSPHRASE, program.demo_content().council, PERSON)
        for first in range(0, dossiers, BATCH):
            with archive.write(PERSON) as work:
                for number in range(first, min(first + BATCH, dossiers)):
                    work.add(small_dossier(number))
        archive.close()
    return program.archives.open(path, PASSPHRASE, keep_key=True, person=PERSON)
