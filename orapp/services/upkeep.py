"""What keeps one archive safe, as the settings screen is handed it, and work for which the archive must be closed first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from orapp.services.backups import RestoreService
from orapp.services.keys import KeyService


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """The upkeep of one archive.

    `always_ask` tells whether no key is taken from the keyring on this computer, and `keep_always_ask` sets it; `keep_look`
    remembers palette and text size (percent). `folder` is where new files are proposed, `usual_backups` where backups stand
    unless the archive says otherwise, `log_folder` where the log stands. `house_style` is the name and version in use.
    """

    path: Path
    keys: KeyService
    restoring: RestoreService
    always_ask: Callable[[], bool]
    keep_always_ask: Callable[[bool], None]
    keep_look: Callable[[str, int], None]
    folder: Path
    usual_backups: Path
    log_folder: Path
    house_style: Callable[[], tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """How an archive is opened again after such work: `passphrase` None asks the keyring. `said` is told when it is open."""

    path: Path
    passphrase: str | None = None
    keep_key: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Work for which the archive is closed first and opened again afterwards.

    `words` is told meanwhile. `work` runs on the write lane and gives how to come back; where it fails, `otherwise` is how.
    """

    words: str
    work: Callable[[], Return]
    otherwise: Return
