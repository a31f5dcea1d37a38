"""Finds people in the text of a letter: those whom the dossier and the council know, and what merely looks like a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier

PARTICLE = r"(?:van|de|der|den|ten|ter|te|tot|op|in|het|'t|’t|la|le|el|von|du)"
INITIALS = r"(?:[A-ZÀ-Þ]\.\s?){1,5}"
WORD = r"[A-ZÀ-ÞŠŽĆČŁŚŻ][\w’'-]*[a-zà-ÿšžćčłśż][\w’'-]*"
SURNAME = rf"(?:{PARTICLE}\s){{0,3}}{WORD}(?:-{WORD})?"
HONORIFIC = r"(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr\.|[Mm]evr\.|[Mm]w\.|[Mm]r\.|[Dd]rs\.|[Ii]r\.|[Dd]r\.|[Pp]rof\.|[Ii]ng\.)"

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w./-])(?:\+|00)?\(?\d(?:[\s()-]?\d){8,12}(?![\w/-])")
BY_INITIALS = re.compile(rf"(?<!\w){INITIALS}{SURNAME}")
BY_HONORIFIC = re.compile(rf"(?<!\w){HONORIFIC}\s(?:{INITIALS})?{SURNAME}")
TWO_WORDS = re.compile(rf"(?<![.!?:]\s)(?<!^)(?<!\w)({WORD}\s(?:{PARTICLE}\s){{0,3}}{WORD})")

PERSON_FIELDS = frozenset(
    {
        "author",
        "received_by",
        "first_known_by",
        "owner",
        "present",
        "who",
        "by",
        "name",
        "chair",
        "secretary",
        "expert",
        "imposed_by",
    }
)
"""Fields of a dossier in which people are named."""

CONTEXT = 48
MOST_CONTEXTS = 4
SHORTEST = 3
"""A surname of fewer letters is looked for with what belongs to it only."""


class SuspectKind(StrEnum):
    """Why a text is shown: somebody the dossier knows, an address, or what only looks like a name."""

    PERSON = "person"
    MAIL = "mail"
    PHONE = "phone"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspect:
    """A text that may name somebody: what stands for it when it is masked, where it was found, and whether to propose that."""

    text: str
    kind: SuspectKind
    mask: str
    contexts: tuple[str, ...]
    count: int
    proposed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody whom the council or the dossier knows, and the word that stands for them."""

    name: str
    mask: str = "[naam]"


def known_people(dossier: Dossier, council: Council) -> tuple[Person, ...]:
    """Members, contacts, and whoever is named in the dossier's own fields for people; each name once."""
    found: dict[str, Person] = {}
    for member in council.members:
        found.setdefault(member.name, Person(name=member.name))
    bodies = {council.name.casefold(), council.organisation.casefold()}
    for contact in council.contacts:
        if contact.name.casefold() in bodies or contact.name == contact.organisation:
            continue  # the undertaking itself, as the entrepreneur, is nobody
        mask = f"[{contact.function.strip()}]" if contact.function.strip() else "[naam]"
        found.setdefault(contact.name, Person(name=contact.name, mask=mask))
    for name in _named(dossier):
        for one in re.split(r"\s*[,;/]\s*|\s+en\s+", name):
            if _is_name(one):
                found.setdefault(one.strip(), Person(name=one.strip()))
    return tuple(person for person in found.values() if person.name.strip())


def _named(value: object, field: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if field in PERSON_FIELDS:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _named(part, field)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _named(getattr(value, one.name), one.name)


def _is_name(text: str) -> bool:
    """Whether a text is a name of a person: initials or a first name, and a surname; a function is none."""
    return re.fullmatch(rf"(?:{HONORIFIC}\s)?(?:{INITIALS}|(?:{WORD}\s)){{1,3}}{SURNAME}", text.strip()) is not None


def suspects(texts: Iterable[tuple[str, str]], people: Iterable[Person], council: Council) -> tuple[Suspect, ...]:
    """Everything in these texts that may name somebody, what is known first. Organisations of the council are no people."""
    given = tuple(texts)
    found: dict[str, tuple[SuspectKind, str, list[str]]] = {}

    def note(text: str, kind: SuspectKind, mask: str, place: str, whole: str, start: int) -> None:
        entry = found.setdefault(text, (kind, mask, []))
        entry[2].append(f"{place}: {_around(whole, start, start + len(text))}")

    own = {council.name, council.organisation, *(contact.organisation for contact in council.contacts)}
    places = " ".join([*own, council.place, *council.visiting_address.lines, *council.postal_address.lines])
    # Who bears the name of the place or the organisation is found by the whole name only: the place itself may be read.
    patterns = [
        (re.compile(pattern), SuspectKind.PERSON if _is_name(person.name) else SuspectKind.PERHAPS, person.mask)
        for person in people
        for pattern in _patterns(person.name, places)
    ]
    for place, text in given:
        taken: list[tuple[int, int]] = []

        def free(start: int, end: int, taken: list[tuple[int, int]] = taken) -> bool:
            if any(start < other_end and end > other_start for other_start, other_end in taken):
                return False
            taken.append((start, end))
            return True

        for pattern, kind, mask in patterns:
            for match in pattern.finditer(text):
                if free(*match.span()):
                    note(match.group(), kind, mask, place, text, match.start())
        for pattern, kind, mask in (
            (MAIL, SuspectKind.MAIL, "[e-mailadres]"),
            (PHONE, SuspectKind.PHONE, "[telefoonnummer]"),
            (BY_HONORIFIC, SuspectKind.PERSON, "[naam]"),
            (BY_INITIALS, SuspectKind.PERSON, "[naam]"),
            (TWO_WORDS, SuspectKind.PERHAPS, "[naam]"),
        ):
            for match in pattern.finditer(text):
                known = kind is SuspectKind.PERHAPS and match.group() in places
                if not known and free(*match.span()):
                    note(match.group(), kind, mask, place, text, match.start())
    order = list(SuspectKind)
    rows = [
        Suspect(
            text=text,
            kind=kind,
            mask=mask,
            contexts=tuple(dict.fromkeys(contexts))[:MOST_CONTEXTS],
            count=len(contexts),
            proposed=kind is not SuspectKind.PERHAPS,
        )
        for text, (kind, mask, contexts) in found.items()
    ]
    return tuple(sorted(rows, key=lambda one: (order.index(one.kind), one.text.casefold())))


def _patterns(name: str, places: str) -> tuple[str, ...]:
    """How a person may be written: in full, by surname with or without initials, first name or "de heer"."""
    plain = re.sub(rf"^{HONORIFIC}\s", "", name.strip())
    surname = _surname(plain)
    if len(surname) < SHORTEST or surname in places or not _is_name(plain):
        return (rf"(?<!\w){re.escape(plain)}(?!\w)",)
    before = rf"(?:{HONORIFIC}\s)?(?:{INITIALS}|{WORD}\s(?={re.escape(surname)}))?"
    full = rf"(?<!\w)(?:{HONORIFIC}\s)?{re.escape(plain)}(?!\w)"
    first = plain.split()[0]
    given = (rf"(?<!\w){re.escape(first)}(?!\w)",) if len(first) > 2 and "." not in first and first != surname else ()
    return (full, rf"(?<!\w){before}{re.escape(surname)}(?!\w)", *given)


def _surname(name: str) -> str:
    """The surname with what belongs before it ("van der Meer"); a name of one word is that word."""
    words = name.split()
    start = len(words) - 1
    while start > 0 and re.fullmatch(PARTICLE, words[start - 1]) is not None:
        start -= 1
    return " ".join(words[start:])


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    head, tail = ("…" if left else ""), ("…" if right < len(text) else "")
    return f"{head}{text[left:right]}{tail}".replace("\n", " ")
