"""Which backups there are, how they are named, where they stand, and until when they hold what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from orapp.services.backups import FOLDER_SETTING, MOST_BYTES_SETTING, USUAL_MOST_BYTES
from orapp.services.rows import BackupInfo
from orapp.storage.retention import Copy, ends_on
from orapp.storage.tables import backup_log, setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sqlalchemy.engine import Connection

    from orapp.services.ports import Clock

SUFFIX = ".orarchief"


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day_of(at: datetime) -> date:
    """The day in the Netherlands on which an instant falls."""
    return at.astimezone(AMSTERDAM).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Backups that hold something: their names, when the last automatic one ends, and those made by hand (no end)."""

    names: tuple[str, ...]
    last_ends: date | None
    by_hand: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPlace:
    """Where the automatic backups stand and how much room they may take, in bytes."""

    folder: Path
    most_bytes: int


class BackupShelf:
    """The backups of one archive, as its own log and the disk know them."""

    def __init__(self, archive: Path, clock: Clock, default_folder: Callable[[Path], Path]) -> None:
        self._archive = archive
        self._clock = clock
        self._default_folder = default_folder

    def place(self, connection: Connection) -> ShelfPlace:
        """The folder and the limit that the settings give, or the defaults."""
        rows = {row.key: row.value for row in connection.execute(select(setting).where(setting.c.key.startswith("backup.")))}
        folder = rows.get(FOLDER_SETTING, "")
        limit = rows.get(MOST_BYTES_SETTING, "")
        return ShelfPlace(
            folder=Path(folder) if folder else self._default_folder(self._archive),
            most_bytes=int(limit) if limit.isdigit() else USUAL_MOST_BYTES,
        )

    def name(self, at: datetime, kind: str = "") -> str:
        """A file name for a backup made at this instant (UTC)."""
        return f"{self._archive.stem}-{at:%Y-%m-%dT%H%M%S}{kind}{SUFFIX}"

    def present(self, connection: Connection) -> tuple[BackupInfo, ...]:
        """The backups in the log whose file is still there, newest first."""
        return tuple(
            BackupInfo(name=row.name, path=row.path, made_at=row.made_at, size=row.size, automatic=row.automatic)
            for row in self._rows(connection)
        )

    def calendar(self, connection: Connection) -> list[Copy]:
        """The automatic backups as the calendar sees them, by their paths."""
        return [
            Copy(
                name=row.path,
                day=day_of(row.made_at),
                order=row.made_at.isoformat(),
                size=row.size,
                upheaval=not row.state,
            )
            for row in self._rows(connection)
            if row.automatic
        ]

    @staticmethod
    def _rows(connection: Connection) -> list[Any]:
        rows = connection.execute(
            select(backup_log).where(backup_log.c.removed_at.is_(None)).order_by(backup_log.c.made_at.desc())
        )
        return [row for row in rows if Path(row.path).exists()]

    def held_since(self, connection: Connection, since: datetime | None) -> Held:
        """Which backups hold what the archive held from `since` on (None: from its beginning)."""
        today = self._clock.today()
        everything = self.present(connection)
        holding = [one for one in everything if since is None or one.made_at >= since]
        automatic = [one for one in holding if one.automatic]
        limit = self.place(connection).most_bytes
        every_copy = self.calendar(connection)
        ends = [ends_on(one.path, every_copy, today, limit) for one in automatic]
        return Held(
            names=tuple(one.name for one in holding),
            last_ends=max(ends, default=None),
            by_hand=tuple(one.name for one in holding if not one.automatic),
        )
