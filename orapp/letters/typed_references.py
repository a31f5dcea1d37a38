"""What a reference in a letter says: the code of its item, the title of a paper, a date, an article as the act is cited."""

from __future__ import annotations

from collections.abc import Mapping

from orapp.domain.assessment import Consequence, Expert, StaffConsultation
from orapp.domain.decisions import Decision, Resolution
from orapp.domain.dossier import Dossier
from orapp.domain.items import Item
from orapp.domain.papers import AgreedDate, Event, Paper
from orapp.law.articles import ArticleKeyError, grounds_text
from orapp.letters.wording import day, one_line, period

ARTICLE = "art:"


def reference_words(ref: str, dossier: Dossier, codes: Mapping[str, str]) -> str | None:
    """The words of a reference, or None where what it names is not in the dossier (any more) or is no article.

    `codes` are those of the dossier. An item that has no code yet is named by its title, or says so.
    """
    if ref.startswith(ARTICLE):
        try:
            return grounds_text((ref.removeprefix(ARTICLE),)) or None
        except ArticleKeyError:
            return None
    item = dossier.find(ref)
    return item_words(item, codes.get(ref, "")) if item is not None else None


def item_words(item: Item, code: str) -> str:
    """How a letter names an item: "V2", "D3 (Sociaal plan)", "20 november 2025"; "zonder code" where it has no name yet."""
    return _named(item, code) or code or "zonder code"


def _named(item: Item, code: str) -> str:
    match item:
        case Paper():
            title = one_line(item.title)
            return f"{code} ({title})" if code and title else title
        case Event():
            return day(item.on) if item.until is None else period(item.on, item.until)
        case AgreedDate():
            return day(item.due)
        case Consequence():
            return one_line(item.group)
        case StaffConsultation():
            return period(item.from_day, item.until_day)
        case Expert():
            return one_line(item.name)
        case Resolution():
            return day(item.on)
        case Decision():
            return day(item.decided_on) if item.decided_on is not None else one_line(item.title)
        case _:
            return ""
