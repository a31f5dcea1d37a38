"""How a council stands on a day: who is in office, and what about its people asks for attention. Information, no refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from orapp.domain.council import Council, Member, MemberRole

SOON = timedelta(days=120)


class ConcernKind(StrEnum):
    """What asks for attention."""

    NO_CHAIR = "no_chair"
    SEVERAL_CHAIRS = "several_chairs"
    NO_SECRETARY = "no_secretary"
    TERM_ENDS = "term_ends"
    TERM_NOT_BEGUN = "term_not_begun"
    BOTH_SECRETARIES = "both_secretaries"  # one person as member and as official secretary (practice.md 3.4)
    SIGNATORY_UNKNOWN = "signatory_unknown"
    SIGNATORY_PAST = "signatory_past"
    MANDATE_MISSING = "mandate_missing"  # an official secretary signs only under a recorded mandate (practice.md 3.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One of them: about whom, and by which day. `member_id` empty: about the council."""

    kind: ConcernKind
    member_id: str = ""
    name: str = ""
    day: date | None = None


def in_office(member: Member, day: date) -> bool:
    """Whether the term of office covers the day, both ends included; an open end covers everything."""
    return (member.from_day is None or member.from_day <= day) and (member.until_day is None or day <= member.until_day)


def is_past(member: Member, day: date) -> bool:
    """Whether the term of office is over."""
    return member.until_day is not None and member.until_day < day


def is_member(member: Member) -> bool:
    """Whether somebody is a member of the council: an official secretary is not."""
    return any(role is not MemberRole.OFFICIAL_SECRETARY for role in member.roles)


def seats(council: Council, day: date) -> int:
    """How many members are in office on the day, the official secretary not counted."""
    return sum(1 for member in council.members if is_member(member) and in_office(member, day))


def concerns(council: Council, today: date) -> tuple[Concern, ...]:
    """What asks for attention today: offices first, then people in the order of the list, then who signs."""
    if not council.members:
        return ()
    now = [member for member in council.members if in_office(member, today)]
    chairs = [member for member in now if MemberRole.CHAIR in member.roles]
    found: list[Concern] = []
    if not chairs:
        found.append(Concern(kind=ConcernKind.NO_CHAIR))
    elif len(chairs) > 1:
        found.append(Concern(kind=ConcernKind.SEVERAL_CHAIRS, name=", ".join(member.name for member in chairs)))
    if not any({MemberRole.SECRETARY, MemberRole.OFFICIAL_SECRETARY} & set(member.roles) for member in now):
        found.append(Concern(kind=ConcernKind.NO_SECRETARY))
    for member in council.members:
        found += _of_member(member, today)
    return (*found, *_of_signing(council, today))


def _of_member(member: Member, today: date) -> list[Concern]:
    found = []
    if member.until_day is not None and today <= member.until_day <= today + SOON:
        found.append(Concern(kind=ConcernKind.TERM_ENDS, member_id=member.id, name=member.name, day=member.until_day))
    if member.from_day is not None and member.from_day > today:
        found.append(Concern(kind=ConcernKind.TERM_NOT_BEGUN, member_id=member.id, name=member.name, day=member.from_day))
    if MemberRole.OFFICIAL_SECRETARY in member.roles and is_member(member):
        found.append(Concern(kind=ConcernKind.BOTH_SECRETARIES, member_id=member.id, name=member.name))
    return found


def _of_signing(council: Council, today: date) -> list[Concern]:
    found = []
    for signatory in council.signatories:
        member = council.member(signatory.member_id)
        if member is None:
            found.append(Concern(kind=ConcernKind.SIGNATORY_UNKNOWN, member_id=signatory.member_id))
        elif is_past(member, today):
            found.append(Concern(kind=ConcernKind.SIGNATORY_PAST, member_id=member.id, name=member.name, day=member.until_day))
        elif not is_member(member) and not signatory.mandate.strip():
            found.append(Concern(kind=ConcernKind.MANDATE_MISSING, member_id=member.id, name=member.name))
    return found
