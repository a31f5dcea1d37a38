"""Column types of the archive: instants in UTC, days in ISO form."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import String
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy.engine import CursorResult, Dialect


def instant_text(value: datetime) -> str:
    """An instant as it is stored: UTC, microseconds always written, so that text order is the order of time."""
    if value.tzinfo is None:
        raise ValueError("an instant without a time zone cannot be stored")
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def instant_from(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)


class Instant(TypeDecorator[datetime]):
    """An instant in UTC. SQLAlchemy's own DateTime drops the offset on SQLite without a word; this one refuses naive values."""

    impl = String(27)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant_text(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else instant_from(value)


def made_key(made: CursorResult[Any]) -> int:
    """The integer key of the row that was just made."""
    return int(cast("Any", made.inserted_primary_key)[0])
