"""Which choices the fields of an item offer: the members of an enumeration, other items of the dossier, articles of the act."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from orapp.domain.dossier import Dossier, code
from orapp.domain.editing import items_of
from orapp.domain.items import Item
from orapp.domain.used_months import SHOWING

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.ui.kit.fields import Options
    from orapp.ui.kit.workplace import Sentences

Part = TypeVar("Part", bound=Item)

LONGEST = 70
STATE_PIXELS = 150
SOURCES = ("papers", "events", "letters")
"""What can show that something was said: a paper, a meeting, a letter."""
WORDS = ("title", "subject", "text", "group", "method", "name")
"""Where an item says what it is; the first of these that it has."""


def words_of(item: Item) -> str:
    """What an item is, in its own words."""
    for name in WORDS:
        said = getattr(item, name, "")
        if said:
            return str(said)
    return ""


def members(enumeration: type[Enum], texts: Sentences) -> Options:
    """The members of an enumeration in their order, in words."""

    def options(_dossier: Dossier) -> list[tuple[str, str]]:
        return [(str(member.value), texts.label(member)) for member in enumeration]

    return options


def items_in(*collections: str) -> Options:
    """The items of these collections, by their code and words."""

    def options(dossier: Dossier) -> list[tuple[str, str]]:
        return [(item.id, described(name, item)) for name in collections for item in items_of(dossier, name)]

    return options


def described(collection: str, item: Item) -> str:
    """An item in one short line: "V2 Terugkeergarantie van drie jaar"."""
    said = " ".join(words_of(item).split())
    shortened = said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]}…"
    day = getattr(item, "on", None)
    before = code(collection, item) or (f"{day:%d-%m-%Y}" if day is not None else "")
    return f"{before} {shortened}".strip()


def told_decisions(dossier: Dossier) -> list[tuple[str, str]]:
    """The decisions of the director, and the events that told of one: what an appeal or a nullity letter can be against."""
    told = [(item.id, described("events", item)) for item in dossier.events if item.kind in SHOWING]
    return [*items_in("decisions")(dossier), *told]


def articles(law: Callable[[], LawBook]) -> Options:
    """The grounds that the act knows, as they are cited."""

    def options(_dossier: Dossier) -> list[tuple[str, str]]:
        return [(article.key, f"{article.article}: {article.title}") for article in law().articles.all]

    return options


def of_request(collection: str, kind: type[Part]) -> Callable[[Dossier, str], tuple[Part, ...]]:
    """What belongs to one request, and what belongs to none; everything where no request is chosen."""

    def shown(dossier: Dossier, request_id: str) -> tuple[Part, ...]:
        return tuple(
            item
            for item in items_of(dossier, collection)
            if isinstance(item, kind) and (not request_id or getattr(item, "request_id", "") in {"", request_id})
        )

    return shown
