"""What the tests of storage work with: a clock, identities, a keyring, a small law, a council and dossiers."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from orapp.domain.council import Contact, ContactRole, Council, CouncilKind, Member, MemberRole, Signatory
from orapp.domain.derived import Deadline, Derived, DossierSummary
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.promises import Condition
from orapp.domain.requests import ProposedDecision, Request
from orapp.law.facts import Party, ProcedureKind
from orapp.storage.archives import SqlArchives

PASSPHRASE = "paars kompas draagt lantaarn"
TODAY = date(2026, 11, 21)

Filling = list[Dossier]
"""The dossiers that a module keeps in one archive, of which each of its tests gets a copy."""


class FixedClock:
    """A clock that stands still until it is moved; every look at `now` is a millisecond later, so that order is kept."""

    def __init__(self, day: date = TODAY) -> None:
        self.moment = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC)

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def forward(self, days: int) -> None:
        self.moment += timedelta(days=days)


class CountingIdentities:
    """Identities in order, shaped like a UUID."""

    def __init__(self, start: int = 1) -> None:
        self._numbers = itertools.count(start)

    def new_id(self) -> str:
        return f"00000000-0000-7000-8000-{next(self._numbers):012x}"


class MemoryKeyring:
    """A keyring in memory; `refuses` makes it behave as one that is locked."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.refuses = False

    def get(self, salt: str) -> str | None:
        return None if self.refuses else self.keys.get(salt)

    def put(self, salt: str, key: str) -> bool:
        if not self.refuses:
            self.keys[salt] = key
        return not self.refuses

    def forget(self, salt: str) -> bool:
        return not self.refuses and self.keys.pop(salt, None) is not None

    def state(self) -> str:
        return "refuses" if self.refuses else "works"


def small_law(dossier: Dossier, today: date, keeper: CouncilKind = CouncilKind.OR) -> Derived:
    """One month from the day of opening per proposed decision: enough to see that what is derived is kept."""
    deadlines = tuple(
        Deadline(
            key=f"{decision.request_id}:month:{decision.id}",
            rule="month",
            title="Maand",
            article="art. 26 lid 2",
            nature="statutory",
            severity="fatal",
            actor=Party.COUNCIL,
            request_id=decision.request_id,
            decision_ids=(decision.id,),
            subject=f"B{decision.number}",
            start=dossier.opened_on,
            start_event="kennisgeving",
            start_source_id="",
            plain_end=dossier.opened_on + timedelta(days=30 + decision.number),
            last_day=dossier.opened_on + timedelta(days=30 + decision.number),
            safe_day=dossier.opened_on + timedelta(days=29 + decision.number),
            disputed=False,
            dispute="",
            moved_by=(),
            steps=(),
            missed="",
            ground="art. 26 lid 2",
        )
        for decision in dossier.proposed_decisions
    )
    last = max((deadline.last_day for deadline in deadlines), default=None)
    passed = last is not None and last < today
    summary = DossierSummary(
        phase="passed" if passed else "running",
        phase_label="voorbij" if passed else "loopt",
        next_step="wachten",
        turn=Party.COUNCIL,
        attention=(),
        next_deadline=deadlines[0] if deadlines else None,
        request_id="",
        recheck_on=None if last is None or passed else last + timedelta(days=1),
    )
    return Derived(summary=summary, deadlines=deadlines)


def make_archives(
    *,
    clock: FixedClock | None = None,
    keyring: MemoryKeyring | None = None,
    backup_folder: Path | None = None,
    working_folder: Path | None = None,
    device: str = "laptop",
    law_stamp: str = "2026-11-01",
    identities_from: int = 1,
) -> SqlArchives:
    return SqlArchives(
        clock=clock or FixedClock(),
        identities=CountingIdentities(identities_from),
        keyring=keyring or MemoryKeyring(),
        derive=small_law,
        device=device,
        device_id=f"id-{device}",
        law_stamp=law_stamp,
        program_version="0.1.0",
        backup_folder=backup_folder,
        working_folder=working_folder,
        words=tuple(f"woord{number}" for number in range(2048)),
    )


def small_council() -> Council:
    return Council(
        id="raad-1",
        name="Ondernemingsraad Voorbeeldstad",
        kind=CouncilKind.OR,
        organisation="Gemeente Voorbeeldstad",
        members=(
            Member(id="lid-1", name="Voorbeeld Voorzitter", roles=(MemberRole.CHAIR,)),
            Member(id="lid-2", name="Sanne Secretaris", roles=(MemberRole.SECRETARY,)),
        ),
        contacts=(Contact(id="best-1", name="Directeur Dingemans", role=ContactRole.DIRECTOR),),
        signatories=(Signatory(member_id="lid-2", capacity="secretaris"),),
    )


def sample_dossier(number: int = 1, **changed: Any) -> Dossier:
    """A dossier with a request, two proposed decisions and a condition."""
    own = f"d{number}"
    whole = Dossier(
        id=own,
        reference=f"2026-{number:03}",
        title=f"Verhuizing naar gebouw {number}",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=TODAY,
        tags=("huisvesting",),
        requests=(Request(id=f"{own}-r1", title="Adviesaanvraag huisvesting", legal=ProcedureKind.ADVICE),),
        proposed_decisions=(
            ProposedDecision(id=f"{own}-b1", title="Het gebouw huren", request_id=f"{own}-r1"),
            ProposedDecision(id=f"{own}-b2", title="Flexwerken invoeren", request_id=f"{own}-r1"),
        ),
        conditions=(Condition(id=f"{own}-v1", text="Voldoende stilteplekken", request_id=f"{own}-r1"),),
    )
    return replace(whole, **changed)
