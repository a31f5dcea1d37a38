"""What the shell is handed to get in: archives, the desk of an open one, the demo, and what this machine remembers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.manual import Manual
    from orapp.services.ports import Archive, Archives
    from orapp.services.rows import EmergencySheet
    from orapp.services.upkeep import Upkeep


class Memory(Protocol):
    """What this machine remembers of the window; nothing of it says what stands in an archive."""

    def recent(self) -> tuple[Path, ...]: ...

    def opened(self, path: Path) -> None: ...

    def value(self, key: str) -> str: ...

    def keep(self, key: str, value: str) -> None: ...

    def keep_look(self, look: str, text_percent: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """The ways in. `archives` and `make_demo` are called on a lane: what they import and derive takes time.

    `person` is who works here, as it will stand in the journal; `folder` is where new files are proposed.
    `new_id` names a new person; `keyring_state` is "available", "absent" or "refused", and is asked on a lane.
    `unsafe_place` gives code and fields of what is wrong with a folder for an archive, or None; it looks at the disk.
    `manual` reads the manual from the disk and is asked on a lane.
    `settings_aside` is where settings that could not be read were put.
    `upkeep` gives what keeps an open archive safe: key, backups, restoring; nothing is opened or read by asking for it.
    """

    archives: Callable[[], Archives]
    desk: Callable[[Archive], Desk]
    emergency_sheets: Callable[[Path, str], tuple[EmergencySheet, ...]]
    demo_path: Path
    demo_passphrase: Callable[[], str]
    make_demo: Callable[[Path], None]
    folder: Path
    person: str
    memory: Memory
    upkeep: Callable[[Archive], Upkeep]
    new_id: Callable[[], str]
    keyring_state: Callable[[], str]
    unsafe_place: Callable[[Path], tuple[str, Mapping[str, str]] | None]
    manual: Callable[[], Manual]
    settings_aside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRequest:
    """Which archive to open, and how."""

    path: Path
    passphrase: str | None = None
    keep_key: bool = False
    read_only: bool = False
