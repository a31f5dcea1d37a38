"""Who is in office, and what about a council's people asks for attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.council import Council, CouncilKind, Member, MemberRole, Signatory
from orapp.domain.council_standing import ConcernKind, concerns, in_office, is_past, seats
from orapp.domain.reference_patterns import dossier_example, letter_example

TODAY = date(2026, 11, 21)
CHAIR = Member(id="a", name="A", roles=(MemberRole.CHAIR,), from_day=date(2024, 4, 1), until_day=date(2028, 3, 31))
SECRETARY = Member(id="b", name="B", roles=(MemberRole.SECRETARY,))
OFFICIAL = Member(id="c", name="C", roles=(MemberRole.OFFICIAL_SECRETARY,))
COUNCIL = Council(id="r", name="OR", kind=CouncilKind.OR, organisation="X", members=(CHAIR, SECRETARY, OFFICIAL))


def kinds(council: Council) -> list[ConcernKind]:
    return [one.kind for one in concerns(council, TODAY)]


def test_a_complete_council_asks_for_nothing() -> None:
    assert kinds(COUNCIL) == []
    assert concerns(replace(COUNCIL, members=()), TODAY) == ()


def test_both_ends_of_a_term_of_office_count() -> None:
    assert in_office(CHAIR, date(2024, 4, 1))
    assert in_office(CHAIR, date(2028, 3, 31))
    assert not in_office(CHAIR, date(2028, 4, 1))
    assert is_past(CHAIR, date(2028, 4, 1))
    assert not is_past(CHAIR, date(2028, 3, 31))


def test_the_official_secretary_has_no_seat() -> None:
    assert seats(COUNCIL, TODAY) == 2
    assert seats(COUNCIL, date(2029, 1, 1)) == 1


def test_offices_that_nobody_or_too_many_hold_are_told() -> None:
    gone = replace(CHAIR, until_day=date(2026, 1, 1))
    assert kinds(replace(COUNCIL, members=(gone, SECRETARY))) == [ConcernKind.NO_CHAIR]
    assert kinds(replace(COUNCIL, members=(CHAIR,))) == [ConcernKind.NO_SECRETARY]
    assert kinds(replace(COUNCIL, members=(CHAIR, replace(CHAIR, id="d", name="D"), SECRETARY))) == [ConcernKind.SEVERAL_CHAIRS]


def test_a_term_that_ends_soon_is_told_with_its_day() -> None:
    ending = replace(SECRETARY, until_day=date(2027, 1, 31))
    found = concerns(replace(COUNCIL, members=(CHAIR, ending)), TODAY)
    assert [(one.kind, one.name, one.day) for one in found] == [(ConcernKind.TERM_ENDS, "B", date(2027, 1, 31))]


def test_an_official_secretary_signs_under_a_recorded_mandate_only() -> None:
    signing = replace(COUNCIL, signatories=(Signatory(member_id="c", capacity=""),))
    assert kinds(signing) == [ConcernKind.MANDATE_MISSING]
    assert kinds(replace(signing, signatories=(Signatory(member_id="c", capacity="", mandate="besluit"),))) == []
    assert kinds(replace(COUNCIL, signatories=(Signatory(member_id="x", capacity=""),))) == [ConcernKind.SIGNATORY_UNKNOWN]


def test_a_reference_is_made_by_its_pattern() -> None:
    assert dossier_example("{year}-{number:03}", 2026) == "2026-014"
    assert letter_example("{council}/{dossier}/{number}", "OR", "2026-014", 2026) == "OR/2026-014/3"
    assert letter_example("{year}.{dossier}.{number:02}", "OR", "14", 2026) == "2026.14.03"


@pytest.mark.parametrize(
    "pattern",
    ["", "2026", "{year}", "{number}", "{year}-{number!r}", "{year}-{number:>9}", "{year.real}-{number}", "{year}-{number", "{}"],
)
def test_a_pattern_that_cannot_tell_dossiers_apart_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError):
        dossier_example(pattern, 2026)
