"""What is asked for a new archive, and the council that it makes. No more than the name is needed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from orapp.domain.council import Contact, ContactRole, Council, CouncilKind, Member, MemberRole, Signatory

SUFFIX = ".orarchief"
# Names come along from a list, a table or a mail: between the cells stands a tab or a semicolon.
CELLS = re.compile(r"[\t;]")
BULLET = re.compile(r"^\s*(?:[-•*–]|\d+[.)])\s*")
IN_ANGLES = re.compile(r"<([^<>]+@[^<>]+)>")
# What no file system takes in a name.
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Somebody of the council as typed; `key` tells who it is, also when the name is mended afterwards."""

    key: str
    name: str
    role: MemberRole
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs, by the key of the person, and the mandate as it was noted."""

    keys: tuple[str, ...] = ()
    mandate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArchive:
    """Everything that is asked for a new archive. `works_here` is the key of who works on this device, or empty."""

    path: Path
    name: str
    organisation: str = ""
    kind: CouncilKind = CouncilKind.OR
    public_employer: bool = False
    place: str = ""
    people: tuple[NamedPerson, ...] = ()
    director: str = ""
    director_function: str = ""
    signing: Signing = Signing()
    works_here: str = ""
    passphrase: str
    keep_key: bool = False

    def council(self, new_id: Callable[[], str]) -> Council:
        """The council as it stands on the first day."""
        ids = {person.key: new_id() for person in self.people}
        members = tuple(
            Member(id=ids[person.key], name=person.name, roles=(person.role,), email=person.email) for person in self.people
        )
        director = Contact(
            id=new_id(),
            name=self.director,
            role=ContactRole.DIRECTOR,
            function=self.director_function,
            organisation=self.organisation,
        )
        return Council(
            id="council",
            name=self.name,
            kind=self.kind,
            organisation=self.organisation,
            public_employer=self.public_employer,
            place=self.place,
            members=members,
            contacts=(director,) if self.director or self.director_function else (),
            # The capacity is left to the letter, which knows it by the role.
            signatories=tuple(
                Signatory(member_id=ids[key], capacity="", mandate=self.signing.mandate)
                for key in self.signing.keys
                if key in ids
            ),
        )

    def name_here(self) -> str:
        """The name of who works on this device, or empty."""
        return next((person.name for person in self.people if person.key == self.works_here), "")


def people_of(chair: str, secretary: str, official: str, others: str) -> tuple[NamedPerson, ...]:
    """The people as typed: three roles, and the others one a line, as they came along from a list or a table.

    A line may have an address for mail in a cell of its own or between angle brackets; what else stands on it is left out.
    """
    roles = (
        ("chair", chair, MemberRole.CHAIR),
        ("secretary", secretary, MemberRole.SECRETARY),
        ("official", official, MemberRole.OFFICIAL_SECRETARY),
    )
    found = [
        NamedPerson(key=key, name=name, role=role, email=email)
        for key, typed, role in roles
        for name, email in (name_and_email(typed),)
        if name
    ]
    known = {person.name.casefold() for person in found}
    for number, line in enumerate(others.splitlines()):
        name, email = name_and_email(line)
        if name and name.casefold() not in known:
            known.add(name.casefold())
            found.append(NamedPerson(key=f"member-{number}", name=name, role=MemberRole.MEMBER, email=email))
    return tuple(found)


def name_and_email(typed: str) -> tuple[str, str]:
    """The name and the address for mail in a line of a list."""
    text = BULLET.sub("", typed).strip()
    angled = IN_ANGLES.search(text)
    cells = [cell.strip() for cell in CELLS.split(IN_ANGLES.sub("", text)) if cell.strip()]
    emails = [cell for cell in cells if "@" in cell]
    names = [cell for cell in cells if "@" not in cell]
    email = angled.group(1).strip() if angled else next(iter(emails), "")
    return next(iter(names), ""), email


def proposed_file(folder: Path, name: str) -> Path:
    """Where the archive of a council is proposed to stand."""
    stem = FORBIDDEN.sub(" ", name).strip(" .") or "archief"
    return folder / f"{' '.join(stem.split())}{SUFFIX}"
