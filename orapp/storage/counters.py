"""Numbers that are given once: references without gaps or doubles, codes that are never reused."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from orapp.storage.tables import counter, dossier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import Connection

# Made once: putting a statement together takes longer than running it.
_CURRENT = select(counter.c.value).where(counter.c.scope == bindparam("scope"), counter.c.name == bindparam("name"))
_ALL_CURRENT = select(counter.c.name, counter.c.value).where(counter.c.scope == bindparam("scope"))
_INSERT = insert(counter)
_RAISE = _INSERT.on_conflict_do_update(
    index_elements=[counter.c.scope, counter.c.name],
    set_={"value": _INSERT.excluded.value},
    where=counter.c.value < _INSERT.excluded.value,
)

REFERENCE = "reference"
LETTER = "letter"


def code_scope(dossier_id: str) -> str:
    """The scope of the code numbers of one dossier."""
    return f"code:{dossier_id}"


def current(connection: Connection, scope: str, name: str) -> int:
    """The highest number that was given."""
    found = connection.execute(_CURRENT, {"scope": scope, "name": name}).scalar_one_or_none()
    return found or 0


def raise_to(connection: Connection, scope: str, name: str, number: int) -> None:
    """Keeps a number that came from elsewhere from being given again."""
    connection.execute(_RAISE, {"scope": scope, "name": name, "value": number})


def all_current(connection: Connection, scope: str) -> dict[str, int]:
    """The highest numbers that were given in a scope, by name."""
    return {row.name: row.value for row in connection.execute(_ALL_CURRENT, {"scope": scope})}


def raise_all(connection: Connection, scope: str, numbers: Mapping[str, int]) -> None:
    """`raise_to` for several names at once."""
    if numbers:
        connection.execute(_RAISE, [{"scope": scope, "name": name, "value": number} for name, number in numbers.items()])


def following(connection: Connection, scope: str, name: str) -> int:
    """The next number, given now."""
    number = current(connection, scope, name) + 1
    raise_to(connection, scope, name, number)
    return number


def next_reference(connection: Connection, pattern: str, year: int) -> str:
    """The next reference of a year in the council's pattern that no dossier has."""
    while True:
        reference = pattern.format(year=year, number=following(connection, REFERENCE, str(year)))
        taken = connection.execute(select(dossier.c.id).where(dossier.c.reference == reference)).first()
        if taken is None:
            return reference


def note_reference(connection: Connection, pattern: str, reference: str) -> None:
    """Raises the year's number when a reference that came from elsewhere fits the pattern."""
    found = reference_parts(pattern, reference)
    if found is not None:
        year, number = found
        raise_to(connection, REFERENCE, str(year), number)


def reference_parts(pattern: str, reference: str) -> tuple[int, int] | None:
    """Year and number of a reference that fits the pattern ("{year}-{number:03}"), else None."""
    expression = ""
    seen: set[str] = set()
    for literal, name, _, _ in Formatter().parse(pattern):
        expression += re.escape(literal)
        if name in {"year", "number"}:
            expression += f"(?P={name})" if name in seen else rf"(?P<{name}>\d+)"
            seen.add(name)
        elif name is not None:
            return None
    found = re.fullmatch(expression, reference)
    if found is None or seen != {"year", "number"}:
        return None
    return int(found["year"]), int(found["number"])


def forget_dossier(connection: Connection, dossier_id: str) -> None:
    """Takes the counters of a destroyed dossier away; its reference stays given."""
    connection.execute(delete(counter).where(counter.c.scope == code_scope(dossier_id)))
    connection.execute(delete(counter).where(counter.c.scope == LETTER, counter.c.name == dossier_id))
