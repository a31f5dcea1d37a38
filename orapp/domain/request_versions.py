"""Edits of the versions of a request: add one, change one, take one away, in the newest dossier."""

from __future__ import annotations

from dataclasses import replace

from orapp.domain.dossier import Dossier
from orapp.domain.editing import Edit, EditConflict, change
from orapp.domain.requests import Request, RequestVersion

COLLECTION = "requests"


def next_number(request: Request) -> int:
    """The number of a version that is added now; a request that was only begun counts as its own first version."""
    first = 1 if request.started_on is not None and not request.versions else 0
    return max((version.number for version in request.versions), default=first) + 1


def add_version(request_id: str, added: RequestVersion) -> Edit:
    """Adds a version below the others, with the number that follows. Raises EditConflict when the request is gone."""

    def edit(dossier: Dossier) -> Dossier:
        request = _request(dossier, request_id)
        versions = request.versions
        if not versions and request.started_on is not None:
            versions = (RequestVersion(number=1, received_on=request.started_on),)
        return _keep(dossier, request, (*versions, replace(added, number=next_number(request))))

    return edit


def change_version(request_id: str, before: RequestVersion, after: RequestVersion | None) -> Edit:
    """Puts another version in the place of one, or none. The others keep their numbers: letters name them.

    Raises EditConflict when the version is no longer what it was.
    """

    def edit(dossier: Dossier) -> Dossier:
        request = _request(dossier, request_id)
        if before not in request.versions:
            raise EditConflict(COLLECTION, request_id)
        at = request.versions.index(before)
        put = () if after is None else (after,)
        return _keep(dossier, request, (*request.versions[:at], *put, *request.versions[at + 1 :]))

    return edit


def _request(dossier: Dossier, request_id: str) -> Request:
    request = dossier.request(request_id)
    if request is None:
        raise EditConflict(COLLECTION, request_id)
    return request


def _keep(dossier: Dossier, request: Request, versions: tuple[RequestVersion, ...]) -> Dossier:
    return change(COLLECTION, request, replace(request, versions=versions))(dossier)
