"""One request under art. 25 and art. 27 is two procedures: which belong together, and what stands in both (practice.md 1.7)."""

from __future__ import annotations

from datetime import date

from orapp.domain.dossier import Dossier
from orapp.domain.requests import Request
from orapp.law.facts import ProcedureKind

HALVES = frozenset({ProcedureKind.ADVICE, ProcedureKind.CONSENT})


def siblings_of(dossier: Dossier, request: Request) -> tuple[Request, ...]:
    """The other procedures that the same request began: consent beside advice, or advice beside consent."""
    if request.legal not in HALVES:
        return ()
    return tuple(
        other
        for other in dossier.requests
        if other.legal in HALVES and other.legal is not request.legal and _same_origin(request, other)
    )


def twins_of(dossier: Dossier, request: Request, decision_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The proposed decisions of sibling procedures that have the words of any of these.

    While it is in doubt whether advice or consent is asked, one proposed decision stands in both with the same words.
    """
    words = {item.title.strip().casefold() for item in dossier.proposed_decisions if item.id in decision_ids}
    return tuple(
        item.id
        for other in siblings_of(dossier, request)
        for item in dossier.of_request(other.id)
        if item.title.strip().casefold() in words
    )


def with_twins(dossier: Dossier, request: Request) -> tuple[str, ...]:
    """All proposed decisions of a request together with their twins; empty where none has one."""
    own = tuple(item.id for item in dossier.of_request(request.id))
    twins = twins_of(dossier, request, own)
    return (*own, *twins) if twins else ()


def _same_origin(request: Request, other: Request) -> bool:
    papers = {version.paper_id for version in request.versions if version.paper_id}
    if papers & {version.paper_id for version in other.versions}:
        return True
    return request.title == other.title and _first(request) is not None and _first(request) == _first(other)


def _first(request: Request) -> date | None:
    return next((version.received_on for version in request.versions if version.received_on), request.started_on)
