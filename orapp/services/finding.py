"""Finds anything in an open archive by a few letters: dossiers, letters, papers, running terms and people."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from orapp.domain.council import Council
from orapp.domain.letter_life import LetterStage
from orapp.letters.letter_kinds import LetterKind
from orapp.services.found_rows import found_deadline, found_letter, found_paper
from orapp.services.ports import Archive, DossierReader
from orapp.services.rows import FULL_VIEW, DeadlineQuery, FoundKind, FoundMark, FoundRow, NamedKinds, Visibility

MOST_OF_A_KIND = 8
LIKE_ENOUGH = 74.0
SHORTEST_NAME = 3
NAME_LIKE = 80.0


class FindService:
    """What was typed leads to rows, best first; nothing typed leads to nothing."""

    def __init__(self, archive: Archive, kinds: Callable[[], Sequence[LetterKind]] = tuple) -> None:
        self._archive = archive
        self._kinds = kinds

    def find(self, typed: str, visibility: Visibility = FULL_VIEW, most: int = MOST_OF_A_KIND) -> tuple[FoundRow, ...]:
        """Everything with these words or their beginnings, misspelled too, at most so many of each kind."""
        if not typed.strip():
            return ()
        titles = {kind.key: kind.title for kind in self._kinds()}
        with self._archive.read() as reader:
            found = reader.find(typed, visibility, most, _named_kinds(typed, titles))
            council = reader.council()
        people = _people(council, typed)[:most] if visibility.names else []
        rows = [replace(row, kind_title=titles.get(row.code, "")) if row.kind is FoundKind.LETTER else row for row in found]
        return tuple(sorted((*rows, *people), key=lambda row: -likeness(typed, words_of(row))))

    def again(self, marks: Sequence[FoundMark], visibility: Visibility = FULL_VIEW) -> tuple[FoundRow, ...]:
        """What was found before, in this order, as far as it is there and may be shown: what was chosen last."""
        with self._archive.read() as reader:
            ids = dict.fromkeys(mark.dossier_id for mark in marks if mark.dossier_id)
            dossiers = {row.dossier_id: row for row in reader.summaries(tuple(ids), visibility)}
            council = reader.council()
            found = [_again(reader, mark, dossiers.get(mark.dossier_id), council, visibility) for mark in marks]
        rows = [row for row in found if row is not None]
        if not any(row.kind is FoundKind.LETTER for row in rows):
            return tuple(rows)
        titles = {kind.key: kind.title for kind in self._kinds()}
        return tuple(replace(row, kind_title=titles.get(row.code, "")) if row.kind is FoundKind.LETTER else row for row in rows)


def words_of(row: FoundRow) -> str:
    """By what words a row is found, to tell how well what was typed fits it."""
    match row.kind:
        case FoundKind.LETTER:
            concept = f"{row.state} {row.number}" if row.state == LetterStage.CONCEPT.value else ""
            return f"{row.reference} {row.code} {row.kind_title} {row.title} {row.second} {concept}"
        case FoundKind.DEADLINE:
            return f"{row.reference} {row.title} {row.second}"
        case FoundKind.PERSON:
            return f"{row.title} {row.second}"
        case FoundKind.DOSSIER | FoundKind.PAPER:
            return f"{row.reference} {row.code} {row.title}"


def _again(
    reader: DossierReader, mark: FoundMark, dossier: FoundRow | None, council: Council, visibility: Visibility
) -> FoundRow | None:
    """One thing that was found before; None where it is gone or may not be shown."""
    if mark.kind is FoundKind.PERSON:
        people = [row for row in _persons(council) if row.item_id == mark.item_id] if visibility.names else []
        return people[0] if people else None
    if dossier is None or mark.kind is FoundKind.DOSSIER:
        return dossier
    where = (dossier.dossier_id, dossier.reference, dossier.title)
    if mark.kind is FoundKind.DEADLINE:
        rows = reader.deadlines(DeadlineQuery(dossier_id=mark.dossier_id), visibility)
        return next((found_deadline(row) for row in rows if row.key == mark.item_id), None)
    whole = reader.dossier_by_id(mark.dossier_id)
    if mark.kind is FoundKind.LETTER:
        return next((found_letter(*where, letter) for letter in whole.letters if letter.id == mark.item_id), None)
    papers = [paper for paper in whole.papers if visibility.secret or paper.secrecy is None]
    return next((found_paper(*where, paper) for paper in papers if paper.id == mark.item_id), None)


def _named_kinds(typed: str, titles: Mapping[str, str]) -> NamedKinds:
    """The kinds of letters that each typed word names; a word of one or two letters names none."""
    words = {word: word.casefold() for word in typed.split() if len(word) >= SHORTEST_NAME}
    named = {key: title.casefold().split() for key, title in titles.items()}
    return NamedKinds(
        begins={
            word: [key for key, title in named.items() if any(one.startswith(low) for one in title)]
            for word, low in words.items()
        },
        like={
            word: [key for key, title in named.items() if max(_word(low, one) for one in title) >= NAME_LIKE]
            for word, low in words.items()
        },
    )


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
    scored = [(likeness(typed, words_of(row)), row) for row in _persons(council)]
    found = sorted((one for one in scored if one[0] >= LIKE_ENOUGH), key=lambda one: (-one[0], one[1].title))
    return [row for _, row in found]


def _persons(council: Council) -> list[FoundRow]:
    people = [(member.id, member.name, "") for member in council.members]
    people += [
        (one.id, one.name, ", ".join(part for part in (one.function, one.organisation) if part)) for one in council.contacts
    ]
    return [
        FoundRow(kind=FoundKind.PERSON, dossier_id="", reference="", title=name, second=about, item_id=key)
        for key, name, about in people
    ]
