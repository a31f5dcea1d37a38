"""The folders of this user on this machine, and the name under which this device is known."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from orapp.services.failures import Circumstance
from orapp.system.writing import write_text

NAME = "orapp"
MAX_DEVICE_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """The device in use: `id` lasts, `name` is what the machine calls itself (a person may know it by that)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where things stand: archives and the device in `data`, settings in `config`, logs and crash reports in `log`.

    `private` holds files that the user asked to see outside the archive, and is cleared by the program.
    """

    data: Path
    config: Path
    log: Path
    cache: Path

    @classmethod
    def of_user(cls) -> Places:
        """The usual folders of the platform; nothing is made yet."""
        from platformdirs import PlatformDirs

        folders = PlatformDirs(NAME, appauthor=False, roaming=False)
        return cls(
            data=folders.user_data_path,
            config=folders.user_config_path,
            log=folders.user_log_path,
            cache=folders.user_cache_path,
        )

    @classmethod
    def under(cls, folder: Path) -> Places:
        """All folders under one folder: for tests and for a program on a stick."""
        return cls(data=folder / "data", config=folder / "config", log=folder / "log", cache=folder / "cache")

    @property
    def private(self) -> Path:
        """The folder for readable copies that the user asked for."""
        return self.cache / "geopend"

    @property
    def settings_file(self) -> Path:
        """The file of the settings."""
        return self.config / "instellingen.json"

    @property
    def demo_archive(self) -> Path:
        """Where the demo archive stands."""
        return self.data / "demo.orarchief"

    def device(self, new_id: str) -> Device:
        """The device as it was written down the first time; `new_id` becomes its identity if it has none.

        Raises Circumstance("places.unwritable") when the folder cannot be written.
        """
        path = self.data / "apparaat.json"
        known = _read_device(path)
        if known is not None:
            return known
        device = Device(id=new_id, name=platform.node()[:MAX_DEVICE_NAME] or "onbekend apparaat")
        made(self.data)
        write_text(path, json.dumps({"id": device.id, "name": device.name}, ensure_ascii=False, indent=1))
        return device


def made(folder: Path) -> Path:
    """The folder, made for this user only when it was not there. Raises Circumstance("places.unwritable")."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Circumstance("places.unwritable", path=str(folder)) from error
    return folder


def _read_device(path: Path) -> Device | None:
    try:
        read: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(read, Mapping):
        return None
    identity, name = read.get("id"), read.get("name")
    if not isinstance(identity, str) or not identity or not isinstance(name, str):
        return None
    return Device(id=identity, name=name)
