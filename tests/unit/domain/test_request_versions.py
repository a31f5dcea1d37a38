"""Versions of a request are added, changed and taken away in the newest dossier; numbers that letters name stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.editing import EditConflict
from orapp.domain.request_versions import add_version, change_version, next_number
from orapp.domain.requests import Request, RequestVersion
from orapp.law.facts import ProcedureKind

FIRST = RequestVersion(number=1, received_on=date(2026, 3, 2))
SECOND = RequestVersion(number=2, received_on=date(2026, 4, 7))


def dossier(*versions: RequestVersion, started_on: date | None = None) -> Dossier:
    request = Request(id="r", title="Aanvraag", legal=ProcedureKind.CONSENT, versions=versions, started_on=started_on)
    return Dossier(
        id="d",
        reference="2026-001",
        title="Regeling",
        kind=DossierKind.CONSENT_REQUEST,
        opened_on=date(2026, 3, 2),
        requests=(request,),
    )


def versions_of(one: Dossier) -> tuple[RequestVersion, ...]:
    return one.requests[0].versions


def test_a_version_follows_the_highest_number_that_was_ever_used() -> None:
    after = change_version("r", FIRST, None)(dossier(FIRST, SECOND))
    added = add_version("r", RequestVersion(number=99, label="v3"))(after)
    assert [(one.number, one.label) for one in versions_of(added)] == [(2, ""), (3, "v3")]


def test_a_request_that_was_only_begun_is_its_own_first_version() -> None:
    begun = dossier(started_on=date(2026, 3, 2))
    assert next_number(begun.requests[0]) == 2
    assert versions_of(add_version("r", replace(SECOND, number=7))(begun)) == (FIRST, SECOND)
    assert next_number(dossier().requests[0]) == 1


def test_a_version_that_is_no_longer_what_it_was_is_a_conflict() -> None:
    after = replace(SECOND, label="v2")
    assert versions_of(change_version("r", SECOND, after)(dossier(FIRST, SECOND))) == (FIRST, after)
    with pytest.raises(EditConflict):
        change_version("r", SECOND, FIRST)(dossier(FIRST, after))
    with pytest.raises(EditConflict):
        add_version("other", SECOND)(dossier(FIRST))
