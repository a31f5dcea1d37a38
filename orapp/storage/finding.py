"""Finds dossiers, letters, papers and terms by a few letters, also misspelled: what goes anywhere in the window asks this."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import and_, bindparam, case, column, delete, func, insert, literal_column, select, table, text

from orapp.domain.dossier import code
from orapp.services.found_rows import found_letter
from orapp.services.rows import FoundKind, FoundRow
from orapp.storage.payloads import items_from
from orapp.storage.searching import all_keys, match_of
from orapp.storage.tables import deadline, dossier_summary, item, part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from orapp.domain.dossier import Dossier
    from orapp.domain.letters import Letter
    from orapp.services.rows import NamedKinds, Visibility

# The vocabularies tell which words the archive has, without a copy of them: what was misspelled is looked up there.
FIND_DDL = (
    "CREATE VIRTUAL TABLE part_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')",
    "INSERT INTO part_search(part_search, rank) VALUES('secure-delete', 1)",
    "CREATE VIRTUAL TABLE dossier_word USING fts5vocab('dossier_search', 'row')",
    "CREATE VIRTUAL TABLE part_word USING fts5vocab('part_search', 'row')",
)

part_search = table("part_search", column("rowid"), column("words"), column("part_search"))

CONCEPT = "concept"
"""The word by which a letter is found that is not adopted yet."""

LIKE_ENOUGH = 72.0
MOST_LIKE = 6
SHORTEST_LIKE = 3
LONGEST_REST = 12
MOST_DOSSIERS = 500
"""Of so many dossiers with the other words the terms are looked at: who types them means one of a few."""

_STORED = (
    select(part.c.key, part.c.kind, part.c.item_id, part.c.code, part.c.title, part.c.day, part.c.secret, part_search.c.words)
    .outerjoin(part_search, part_search.c.rowid == part.c.key)
    .where(part.c.dossier_id == bindparam("id"))
)
_LEAVE_PARTS = delete(part).where(part.c.dossier_id == bindparam("id"))
_LEAVE_WORDS = text("DELETE FROM part_search WHERE rowid = :key")
_INSERT = insert(part).returning(part.c.key)
_INSERT_WORDS = text("INSERT INTO part_search(rowid, words) VALUES (:key, :words)")
_RUNNING = text("deadline.state != 'closed'")
# The names of all running terms, each found along the index from the one before: there are few names and many terms.
_NAMES = text(
    "WITH RECURSIVE names(name) AS (SELECT min(title) FROM deadline WHERE state != 'closed' UNION ALL"
    " SELECT (SELECT min(title) FROM deadline WHERE state != 'closed' AND title > name) FROM names WHERE name IS NOT NULL)"
    " SELECT name FROM names WHERE name IS NOT NULL"
)


def create_index(connection: Connection) -> None:
    """Makes the empty index of parts and the vocabularies."""
    for statement in FIND_DDL:
        connection.exec_driver_sql(statement)


def parts_of(whole: Dossier) -> list[tuple[Any, ...]]:
    """The letters and papers of a dossier as (kind, item id, code, title, day, secret, words)."""
    letters = [
        (
            FoundKind.LETTER.value,
            one.id,
            one.kind,
            one.subject,
            one.sent_on or one.adopted_on or one.dated,
            False,
            _letter_words(whole, one),
        )
        for one in whole.letters
    ]
    papers = [
        (
            FoundKind.PAPER.value,
            one.id,
            code("papers", one),
            one.title,
            one.received_on or one.sent_on or one.dated_on,
            one.secrecy is not None,
            f"{one.title}\n{code('papers', one)}",
        )
        for one in whole.papers
    ]
    return [*letters, *papers]


def _letter_words(whole: Dossier, letter: Letter) -> str:
    """What a letter is found by: also by its dossier, and by how a concept is named. Its kind is looked up by its code."""
    concept = "" if letter.adopted_on is not None else f"{CONCEPT} {len(letter.versions) + 1}"
    return f"{letter.subject}\n{letter.kind}\n{letter.reference}\n{whole.reference}\n{whole.title}\n{concept}"


def write(connection: Connection, whole: Dossier) -> None:
    """Sets the parts of a dossier; leaves table and index alone where they are the same."""
    wanted = parts_of(whole)
    stored = connection.execute(_STORED, {"id": whole.id}).all()
    if sorted(map(str, wanted)) == sorted(str(tuple(row)[1:]) for row in stored):
        return
    _leave(connection, whole.id, [row.key for row in stored])
    names = ("kind", "item_id", "code", "title", "day", "secret")
    for *values, words in wanted:
        row = dict(zip(names, values, strict=True))
        key = connection.execute(_INSERT, {"dossier_id": whole.id, **row}).scalar_one()
        connection.execute(_INSERT_WORDS, {"key": key, "words": words})


def remove(connection: Connection, dossier_id: str) -> None:
    """Takes the parts of a dossier away, and their words."""
    _leave(connection, dossier_id, [row.key for row in connection.execute(_STORED, {"id": dossier_id})])


def _leave(connection: Connection, dossier_id: str, keys: list[int]) -> None:
    if keys:
        connection.execute(_LEAVE_WORDS, [{"key": key} for key in keys])
        connection.execute(_LEAVE_PARTS, {"id": dossier_id})


def find(connection: Connection, typed: str, visibility: Visibility, most: int, kinds: NamedKinds) -> tuple[FoundRow, ...]:
    """What has every typed word or its beginning; where nothing has, what has words like them. At most `most` of each kind.

    A word that names kinds of letters also finds the letters of those kinds.
    """
    match = match_of(typed)
    if not match:
        return ()
    groups = [(match_of(word), kinds.begins.get(word, ())) for word in typed.split()]
    found = _with(connection, match, _either(groups), typed, visibility, most)
    if found:
        return found
    near = [(_corrected(connection, word), kinds.like.get(word, ())) for word in typed.split()]
    if not all(words or codes for words, codes in near):
        return ()
    of_dossier = " AND ".join(words for words, _ in near) if all(words for words, _ in near) else ""
    return _with(connection, of_dossier, _either(near), typed, visibility, most)


def _either(groups: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The expression for parts: each word itself, or the code of a kind of letter that it names."""
    named = [[*([f"({words})"] if words else []), *(f'"{code}"' for code in codes)] for words, codes in groups]
    return " AND ".join(f"({' OR '.join(one)})" for one in named if one)


def _with(
    connection: Connection, match: str, of_parts: str, typed: str, visibility: Visibility, most: int
) -> tuple[FoundRow, ...]:
    return (
        *(_dossiers(connection, match, visibility, most) if match else ()),
        *_parts(connection, of_parts, visibility, most),
        *_deadlines(connection, typed, visibility, most),
    )


def _dossiers(connection: Connection, match: str, visibility: Visibility, most: int) -> list[FoundRow]:
    of = dossier_summary.c
    keys = all_keys(match)
    statement = select(of.dossier_id, of.reference, of.title, of.phase_label, of.secret).where(of.key.in_(keys.limit(20 * most)))
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False))
    rows = connection.execute(statement.order_by(of.updated_key.desc()).limit(most))
    return [
        FoundRow(
            kind=FoundKind.DOSSIER, dossier_id=row.dossier_id, reference=row.reference, title=row.title, second=row.phase_label
        )
        for row in rows
    ]


def _parts(connection: Connection, match: str, visibility: Visibility, most: int) -> list[FoundRow]:
    of, here = dossier_summary.c, part.c
    keys: Select[Any] = (
        select(literal_column("rowid")).select_from(part_search).where(part_search.c.part_search.op("MATCH")(match))
    )
    statement = (
        select(
            here.kind,
            here.item_id,
            here.code,
            here.title,
            here.day,
            of.dossier_id,
            of.reference,
            of.title.label("of_title"),
            case((here.kind == FoundKind.LETTER.value, item.c.payload)).label("letter"),
        )
        .join(dossier_summary, of.dossier_id == here.dossier_id)
        .outerjoin(item, and_(item.c.dossier_id == here.dossier_id, item.c.id == here.item_id))
        .where(here.key.in_(keys.limit(20 * most)))
    )
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False), here.secret.is_(False))
    rows = connection.execute(statement.order_by(here.day.desc()).limit(most))
    return [
        FoundRow(
            kind=FoundKind(row.kind),
            dossier_id=row.dossier_id,
            reference=row.reference,
            title=row.title,
            second=row.of_title,
            item_id=row.item_id,
            code=row.code,
            day=row.day,
        )
        if row.letter is None
        else _letter(row)
        for row in rows
    ]


def _letter(row: Any) -> FoundRow:
    """A letter with where it is in its life."""
    letter = cast("Letter", items_from("letters", f"[{row.letter}]")[0])
    return found_letter(row.dossier_id, row.reference, row.of_title, letter)


def _deadlines(connection: Connection, typed: str, visibility: Visibility, most: int) -> list[FoundRow]:
    """Running terms whose name has a typed word; the other words are those of their dossier. The nearest first."""
    words = [word.casefold() for word in typed.split() if len(word) >= SHORTEST_LIKE]
    found = []
    for name in connection.execute(_NAMES).scalars() if words else ():
        left = [word for word in words if not _begins(name.casefold(), word)]
        if len(left) < len(words):
            found += _named(connection, name, " ".join(left), visibility, most)
    return sorted(found, key=lambda row: (row.day, row.dossier_id, row.item_id))[:most]


def _named(connection: Connection, name: str, of_dossier: str, visibility: Visibility, most: int) -> list[FoundRow]:
    """Running terms of one name, of any dossier or of those that have these words."""
    of, here = dossier_summary.c, deadline.c
    statement = (
        select(here.key, here.title, here.subject, here.act_by, of.dossier_id, of.reference, of.title.label("of_title"))
        .join(dossier_summary, of.dossier_id == here.dossier_id)
        .where(_RUNNING, here.title == name)
    )
    if of_dossier:
        statement = statement.where(of.key.in_(all_keys(match_of(of_dossier)).limit(MOST_DOSSIERS)))
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False))
    return [
        FoundRow(
            kind=FoundKind.DEADLINE,
            dossier_id=row.dossier_id,
            reference=row.reference,
            title=f"{row.title} {row.subject}".strip(),
            second=row.of_title,
            item_id=row.key,
            day=row.act_by,
        )
        for row in connection.execute(statement.order_by(here.act_by).limit(most))
    ]


def _begins(title: str, word: str) -> bool:
    """Whether some word of a title begins so."""
    return title.startswith(word) or f" {word}" in title


def _corrected(connection: Connection, word: str) -> str:
    """A match with the words of the archive that are like a typed word; empty where there are none."""
    near = _like(connection, _plain(word))
    return "(" + " OR ".join(f'"{one}"' for one in near) + ")" if near else ""


def _like(connection: Connection, word: str) -> list[str]:
    """Words of the archive that are like this one, or begin like it while somebody is still typing."""
    from rapidfuzz import fuzz, process  # only who mistyped needs it

    if len(word) < SHORTEST_LIKE:
        return []
    terms: set[str] = set()
    for vocabulary in ("dossier_word", "part_word"):
        long_enough = func.length(literal_column("term")).between(len(word) - 2, len(word) + LONGEST_REST)
        terms.update(
            connection.execute(select(literal_column("term")).select_from(table(vocabulary)).where(long_enough)).scalars()
        )
    begins = {term: term[: len(word) + 1] for term in terms}
    whole = process.extract(word, terms, scorer=fuzz.ratio, limit=MOST_LIKE, score_cutoff=LIKE_ENOUGH)
    begun = process.extract(word, begins, scorer=fuzz.ratio, limit=MOST_LIKE, score_cutoff=LIKE_ENOUGH)
    near = [term for term, _, _ in whole] + [term for _, _, term in begun]
    return list(dict.fromkeys(near))


def _plain(word: str) -> str:
    """As the index keeps a word: small letters without accents, letters and digits only."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
