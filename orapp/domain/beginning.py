"""How a dossier begins: what is known on the first day becomes a dossier with its requests, proposed decisions and dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import FileRef, Secrecy
from orapp.domain.papers import AgreedDate, Paper, PaperKind
from orapp.domain.requests import ProposedDecision, Request, RequestVersion
from orapp.law.facts import Party, ProcedureKind
from orapp.law.rule_keys import AGREED_CONSENT

FIRST_VERSION = 1


class Start(StrEnum):
    """What a dossier begins with; a subject has no procedure of the act yet."""

    REQUEST = "request"  # a request for advice or consent came in (art. 25, 27)
    APPOINTMENT = "appointment"  # art. 30
    FOUND_OUT = "found_out"  # a decision or its execution came to light without a request
    INITIATIVE = "initiative"  # art. 23 lid 3
    INFORMATION = "information"  # art. 31 lid 1
    SUBJECT = "subject"


class Answer(StrEnum):
    """What the council is to say about a proposed decision: advice, consent, or both while that is in doubt."""

    ADVICE = "advice"
    CONSENT = "consent"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunDecision:
    """One proposed decision of the request, with what is asked about it."""

    title: str
    answer: Answer = Answer.ADVICE


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunDate:
    """A date that was agreed: by which rule ("agreed-advice"), when it falls, and when it was agreed."""

    rule: str
    subject: str
    due: date
    actor: Party
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What is known when a dossier begins. Only title and `on` are needed; `on` is receipt, finding out or sending."""

    start: Start
    title: str
    kind: DossierKind
    on: date
    owner: str = ""
    grounds: tuple[str, ...] = ()
    decisions: tuple[BegunDecision, ...] = ()
    dates: tuple[BegunDate, ...] = ()
    dated_on: date | None = None
    received_by: str = ""
    first_known_on: date | None = None
    their_reference: str = ""
    version: str = ""
    found_out_by: str = ""
    found_out_how: str = ""
    secrecy: Secrecy | None = None
    file: FileRef | None = None
    registered_on: date | None = None

    @property
    def advice(self) -> bool:
        """Whether advice is asked about at least one proposed decision, or by the grounds."""
        return any(ground.startswith("25.") for ground in self.grounds) or any(
            item.answer is not Answer.CONSENT for item in self.decisions
        )

    @property
    def consent(self) -> bool:
        """Whether consent is asked about at least one proposed decision, or by the grounds."""
        return any(ground.startswith("27.") for ground in self.grounds) or any(
            item.answer is not Answer.ADVICE for item in self.decisions
        )


def begin(known: Beginning, new_id: Callable[[], str]) -> Dossier:
    """The dossier, without its reference. A request under art. 25 and art. 27 becomes two procedures: two clocks, two outcomes.

    A proposed decision about which both are asked stands in both of them (practice.md 1.7).
    """
    paper = _paper(known, new_id)
    requests = tuple(_request(known, legal, paper, new_id) for legal in procedures_of(known))
    return Dossier(
        id=new_id(),
        reference="",
        title=known.title.strip(),
        kind=known.kind,
        opened_on=known.on,
        grounds=known.grounds,
        owner=known.owner,
        secret=known.secrecy is not None,
        secrecies=(known.secrecy,) if known.secrecy is not None else (),
        requests=requests,
        proposed_decisions=_decisions(known, requests, new_id),
        papers=(paper,) if paper is not None else (),
        agreed_dates=_dates(known, requests, paper, new_id),
    )


def procedures_of(known: Beginning) -> tuple[ProcedureKind, ...]:
    """Which procedures of the act begin."""
    match known.start:
        case Start.REQUEST:
            wanted = ((known.advice, ProcedureKind.ADVICE), (known.consent, ProcedureKind.CONSENT))
            return tuple(legal for asked, legal in wanted if asked) or (ProcedureKind.ADVICE,)
        case Start.APPOINTMENT:
            return (ProcedureKind.APPOINTMENT,)
        case Start.FOUND_OUT:
            return (ProcedureKind.FOUND_OUT,)
        case Start.INITIATIVE:
            return (ProcedureKind.INITIATIVE,)
        case Start.INFORMATION:
            return (ProcedureKind.INFORMATION,)
        case Start.SUBJECT:
            return ()


def _paper(known: Beginning, new_id: Callable[[], str]) -> Paper | None:
    """The paper that began it: the request that came in, or the file that was brought along."""
    came_in = known.start in {Start.REQUEST, Start.APPOINTMENT}
    if not came_in and known.file is None:
        return None
    return Paper(
        id=new_id(),
        number=1,
        title=known.title.strip() if came_in else (known.file.name if known.file is not None else known.title.strip()),
        kind=PaperKind.REQUEST if came_in else PaperKind.OTHER,
        version=known.version,
        dated_on=known.dated_on,
        received_on=known.on if came_in else None,
        received_by=known.received_by,
        first_known_on=known.first_known_on,
        registered_on=known.registered_on,
        secrecy=known.secrecy,
        file=known.file,
    )


def _request(known: Beginning, legal: ProcedureKind, paper: Paper | None, new_id: Callable[[], str]) -> Request:
    versioned = legal in {ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.APPOINTMENT}
    version = RequestVersion(
        number=FIRST_VERSION, received_on=known.on, paper_id=paper.id if paper is not None else "", label=known.version
    )
    return Request(
        id=new_id(),
        title=known.title.strip(),
        legal=legal,
        versions=(version,) if versioned else (),
        grounds=_grounds(known, legal),
        started_on=known.on,
        their_reference=known.their_reference,
        found_out_by=known.found_out_by if legal is ProcedureKind.FOUND_OUT else "",
        found_out_how=known.found_out_how if legal is ProcedureKind.FOUND_OUT else "",
    )


def _grounds(known: Beginning, legal: ProcedureKind) -> tuple[str, ...]:
    """The grounds of one procedure; what belongs to neither art. 25 nor art. 27 goes with the first."""
    match legal:
        case ProcedureKind.ADVICE:
            return tuple(ground for ground in known.grounds if not ground.startswith("27."))
        case ProcedureKind.CONSENT:
            own = tuple(ground for ground in known.grounds if ground.startswith("27."))
            return own if known.advice else known.grounds
        case _:
            return known.grounds


def _decisions(known: Beginning, requests: tuple[Request, ...], new_id: Callable[[], str]) -> tuple[ProposedDecision, ...]:
    found: list[ProposedDecision] = []
    for request in requests:
        for item in known.decisions:
            if len(requests) == 1 or item.answer in {Answer.BOTH, _answer_of(request.legal)}:
                number = len(found) + 1
                found.append(
                    ProposedDecision(
                        id=new_id(),
                        number=number,
                        position=number - 1,
                        title=item.title.strip(),
                        request_id=request.id,
                        grounds=request.grounds,
                    )
                )
    return tuple(found)


def _answer_of(legal: ProcedureKind) -> Answer:
    return Answer.CONSENT if legal is ProcedureKind.CONSENT else Answer.ADVICE


def _dates(
    known: Beginning, requests: tuple[Request, ...], paper: Paper | None, new_id: Callable[[], str]
) -> tuple[AgreedDate, ...]:
    found = []
    for place, item in enumerate(known.dates):
        fitting = ProcedureKind.CONSENT if item.rule == AGREED_CONSENT else ProcedureKind.ADVICE
        request = next((one for one in requests if one.legal is fitting), requests[0] if requests else None)
        found.append(
            AgreedDate(
                id=new_id(),
                position=place,
                subject=item.subject,
                rule=item.rule,
                due=item.due,
                request_id=request.id if request is not None else "",
                actor=item.actor,
                agreed_on=item.agreed_on,
            )
        )
    return tuple(found)
