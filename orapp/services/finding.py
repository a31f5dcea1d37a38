"""Finds anything in an open archive by a few letters: dossiers, letters, papers, running terms and people."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from orapp.domain.council import Council
from orapp.services.ports import Archive
from orapp.services.rows import FULL_VIEW, FoundKind, FoundRow, Visibility

MOST_OF_A_KIND = 8
LIKE_ENOUGH = 74.0


class FindService:
    """What was typed leads to rows, best first; nothing typed leads to nothing."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def find(self, typed: str, visibility: Visibility = FULL_VIEW, most: int = MOST_OF_A_KIND) -> tuple[FoundRow, ...]:
        """Everything with these words or their beginnings, misspelled too, at most so many of each kind."""
        if not typed.strip():
            return ()
        with self._archive.read() as reader:
            rows = reader.find(typed, visibility, most)
            council = reader.council()
        people = _people(council, typed)[:most] if visibility.names else []
        return tuple(sorted((*rows, *people), key=lambda row: -likeness(typed, f"{row.reference} {row.code} {row.title}")))

    def named(self, dossier_ids: Sequence[str], visibility: Visibility = FULL_VIEW) -> tuple[FoundRow, ...]:
        """These dossiers, in this order: those that were opened last."""
        with self._archive.read() as reader:
            return reader.summaries(dossier_ids, visibility)


def likeness(typed: str, words: str) -> float:
    """How well what was typed fits some words, from 0 to 100: every typed word against the word that it is most like.

    A word that begins as typed counts fully, so that a few letters are enough; a misspelled one counts for less.
    """
    asked, known = typed.casefold().split(), words.casefold().replace("-", " - ").split() + words.casefold().split()
    if not asked or not known:
        return 0.0
    best = [max(_word(one, other) for other in known) for one in asked]
    return sum(best) / len(best)


def _word(typed: str, known: str) -> float:
    if known.startswith(typed):
        return 100.0
    return max(fuzz.ratio(typed, known), fuzz.ratio(typed, known[: len(typed) + 1]) - 4)


def _people(council: Council, typed: str) -> list[FoundRow]:
    """Members and contacts; each typed word must fit the name, the function or the organisation."""
    people = [(member.id, member.name, "") for member in council.members]
    people += [
        (one.id, one.name, ", ".join(part for part in (one.function, one.organisation) if part)) for one in council.contacts
    ]
    scored = [(likeness(typed, f"{name} {about}"), key, name, about) for key, name, about in people]
    found = sorted((one for one in scored if one[0] >= LIKE_ENOUGH), key=lambda one: (-one[0], one[2]))
    return [
        FoundRow(kind=FoundKind.PERSON, dossier_id="", reference="", title=name, second=about, item_id=key)
        for _, key, name, about in found
    ]
