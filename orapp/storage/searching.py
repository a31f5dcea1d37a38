"""The full-text index of the list's filter: one entry per line of the list, under the integer key of that line.

A match gives keys alone, and every sort index of the list carries those keys: a filtered page walks one index without
fetching a row that it does not show.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, delete, literal_column, select, table, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from orapp.domain.dossier import Dossier

# `secure-delete` takes the words of a removed entry out of the index at once, and not at some later merge.
# `prefix` keeps the beginnings of words: the first typed letters would otherwise gather every word that begins so.
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE dossier_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')",
    "INSERT INTO dossier_search(dossier_search, rank) VALUES('secure-delete', 1)",
)

# The column that is named after the table is what FTS5 matches against.
dossier_search = table("dossier_search", column("rowid"), column("words"), column("dossier_search"))

_WORDS = select(dossier_search.c.words).where(dossier_search.c.rowid == bindparam("key"))
_INSERT = text("INSERT INTO dossier_search(rowid, words) VALUES (:key, :words)")
_REPLACE = text("INSERT OR REPLACE INTO dossier_search(rowid, words) VALUES (:key, :words)")
_DELETE = delete(dossier_search).where(dossier_search.c.rowid == bindparam("key"))
_MATCH = dossier_search.c.dossier_search.op("MATCH")(bindparam("match"))
_SOME = select(dossier_search.c.rowid).where(_MATCH).limit(bindparam("most"))
# What `unicode61` takes as part of a word: letters and digits, but no underscore.
_TOKEN = re.compile(r"[^\W_]+")


def create_index(connection: Connection) -> None:
    """Makes the empty index."""
    for statement in SEARCH_DDL:
        connection.exec_driver_sql(statement)


def words_of(whole: Dossier) -> str:
    """What the list's filter finds a dossier by: what its line shows, and what was asked and proposed in it."""
    titles = [request.title for request in whole.requests] + [decision.title for decision in whole.proposed_decisions]
    return words_from(whole.reference, whole.title, whole.tags, titles)


def words_from(reference: str, title: str, tags: Iterable[str], titles: Iterable[str]) -> str:
    """The words of a line, from the texts that they come from."""
    return "\n".join((reference, title, *tags, *titles))


def write_new(connection: Connection, entries: list[tuple[int, str]]) -> None:
    """Adds entries (key, words) that are not there yet."""
    if entries:
        connection.execute(_INSERT, [{"key": key, "words": words} for key, words in entries])


def write_entry(connection: Connection, key: int, words: str) -> None:
    """Sets the words of one line; leaves the index alone where they are the same."""
    if stored_words(connection, key) != words:
        connection.execute(_REPLACE, {"key": key, "words": words})


def stored_words(connection: Connection, key: int) -> str | None:
    """The words that a line is found by, or None where it has no entry."""
    found: str | None = connection.execute(_WORDS, {"key": key}).scalar_one_or_none()
    return found


def remove_entry(connection: Connection, key: int) -> None:
    """Takes a line out of the index."""
    connection.execute(_DELETE, {"key": key})


def match_of(typed: str) -> str:
    """The expression that finds lines with all typed words, each the word itself or its beginning; empty for no word."""
    return " AND ".join(f'"{token}"*' for token in _TOKEN.findall(unicodedata.normalize("NFC", typed)))


def some_keys(connection: Connection, match: str, most: int) -> list[int]:
    """The keys of lines that match, but no more than `most`."""
    return list(connection.scalars(_SOME, {"match": match, "most": most}))


def all_keys(match: str) -> Select[tuple[int]]:
    """The keys of all lines that match, as part of another query."""
    return select(literal_column("rowid")).select_from(dossier_search).where(dossier_search.c.dossier_search.op("MATCH")(match))
