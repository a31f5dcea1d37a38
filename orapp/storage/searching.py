"""The full-text index of the list's filter: one entry per item, keyed by the item's own integer key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import column, table, text

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

# `secure-delete` takes the words of a removed entry out of the index at once, and not at some later merge.
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE item_search USING fts5(words, dossier_id UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')",
    "INSERT INTO item_search(item_search, rank) VALUES('secure-delete', 1)",
)

# The column that is named after the table is what FTS5 matches against.
item_search = table("item_search", column("rowid"), column("words"), column("dossier_id"), column("item_search"))

_INSERT = text("INSERT INTO item_search(rowid, words, dossier_id) VALUES (:key, :words, :dossier_id)")
_DELETE = text("DELETE FROM item_search WHERE rowid = :key")
_TOKEN = re.compile(r"\w+")


def create_index(connection: Connection) -> None:
    """Makes the empty index."""
    for statement in SEARCH_DDL:
        connection.exec_driver_sql(statement)


def write_entry(connection: Connection, key: int, dossier_id: str, words: str) -> None:
    """Sets the words of one item."""
    remove_entries(connection, [key])
    write_entries(connection, [(key, dossier_id, words)])


def write_entries(connection: Connection, entries: list[tuple[int, str, str]]) -> None:
    """Adds new entries (key, dossier id, words)."""
    if entries:
        connection.execute(
            _INSERT,
            [{"key": key, "words": words, "dossier_id": dossier_id} for key, dossier_id, words in entries],
        )


def remove_entries(connection: Connection, keys: list[int]) -> None:
    """Takes items out of the index."""
    if keys:
        connection.execute(_DELETE, [{"key": key} for key in keys])


def matches(typed: str) -> list[str]:
    """One match expression per typed word: the word itself or the beginning of one."""
    return [f'"{token}"*' for token in _TOKEN.findall(typed)]
