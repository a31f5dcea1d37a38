"""The settings of this user on this machine: one small file with a version, read with care and never lost silently."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path

from orapp.system.places import made
from orapp.system.writing import write_text

log = logging.getLogger(__name__)

VERSION = 1
RECENT = 10
TEXT_PERCENT = (80, 200)


class BrokenSetting(ValueError):
    """A value in the file is of another type or lies outside its bounds; the message is its name."""


class Look(StrEnum):
    """Which palette the window uses."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user set on this machine. Archives are named by path; nothing here says what stands in them.

    `text_percent` scales all text (80-200). `backup_folder` empty means beside the archive. `always_ask_passphrase`: no key
    is taken from the keyring or kept in it. `window` holds what the window remembers, by its own names.
    """

    recent_archives: tuple[str, ...] = ()
    look: Look = Look.SYSTEM
    text_percent: int = 100
    always_ask_passphrase: bool = False
    backup_folder: str = ""
    window: Mapping[str, str] = field(default_factory=dict)

    def with_recent(self, path: Path) -> tuple[str, ...]:
        """The list of archives with this one on top."""
        here = str(path)
        return (here, *(other for other in self.recent_archives if other != here))[:RECENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """Settings as they were read. `kept_aside` names the broken or newer file that was put aside, if there was one."""

    settings: Settings
    kept_aside: Path | None = None


class SettingsFile:
    """Reads and writes the settings."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> ReadSettings:
        """The settings, or the usual ones where there is no file. A file that cannot be read is kept aside, not overwritten."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ReadSettings(settings=Settings())
        except (OSError, UnicodeDecodeError):
            return ReadSettings(settings=Settings(), kept_aside=self._keep_aside())
        try:
            return ReadSettings(settings=_parsed(text))
        except ValueError:
            return ReadSettings(settings=Settings(), kept_aside=self._keep_aside())

    def write(self, settings: Settings) -> None:
        """Write the settings. Raises Circumstance("places.unwritable")."""
        made(self._path.parent)
        written = {"version": VERSION, **asdict(settings)}
        write_text(self._path, json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")

    def _keep_aside(self) -> Path | None:
        aside = _free_name(self._path)
        try:
            self._path.rename(aside)
        except OSError:
            log.info("settings unreadable, not kept aside")
            return None
        log.info("settings unreadable, kept aside")
        return aside


def _free_name(path: Path) -> Path:
    """The first name beside the file that is free: "instellingen.onleesbaar-1.json"."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.onleesbaar-{number}{path.suffix}")).exists():
        number += 1
    return aside


def _parsed(text: str) -> Settings:
    """The settings in this text; raises ValueError (BrokenSetting, or from parser or encoder) where it does not fit."""
    read: object = json.loads(text)
    if not isinstance(read, dict) or read.get("version") != VERSION:
        raise BrokenSetting("version")
    json.dumps(read, ensure_ascii=False).encode()  # half characters break what reads a value later
    known = {field_.name for field_ in fields(Settings)}
    values: dict[str, object] = {name: value for name, value in read.items() if name in known}
    usual = Settings()
    percent = _whole(values, "text_percent", usual.text_percent)
    if not TEXT_PERCENT[0] <= percent <= TEXT_PERCENT[1]:
        raise BrokenSetting("text_percent")
    return Settings(
        recent_archives=_texts(values, "recent_archives"),
        look=Look(_text(values, "look", usual.look)),
        text_percent=percent,
        always_ask_passphrase=_flag(values, "always_ask_passphrase"),
        backup_folder=_text(values, "backup_folder", usual.backup_folder),
        window=_mapping(values, "window"),
    )


def _text(values: Mapping[str, object], name: str, usual: str) -> str:
    value = values.get(name, usual)
    if not isinstance(value, str):
        raise BrokenSetting(name)
    return value


def _whole(values: Mapping[str, object], name: str, usual: int) -> int:
    value = values.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BrokenSetting(name)
    return value


def _flag(values: Mapping[str, object], name: str) -> bool:
    value = values.get(name, False)
    if not isinstance(value, bool):
        raise BrokenSetting(name)
    return value


def _texts(values: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = values.get(name, [])
    if not isinstance(value, list):
        raise BrokenSetting(name)
    found: list[str] = []
    for item in value:
        if not isinstance(item, str):
            raise BrokenSetting(name)
        found.append(item)
    return tuple(found)


def _mapping(values: Mapping[str, object], name: str) -> Mapping[str, str]:
    value = values.get(name, {})
    if not isinstance(value, dict):
        raise BrokenSetting(name)
    found: dict[str, str] = {}
    for key, item in value.items():
        if not isinstance(key, str) or not isinstance(item, str):
            raise BrokenSetting(name)
        found[key] = item
    return found
