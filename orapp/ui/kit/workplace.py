"""What every screen is handed: the look, the lanes, the change hub, the asker, the words and the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from orapp.services.failures import Failure
from orapp.ui.kit.unkept import Unkept

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.services.lists import ListContent, ListFormat
    from orapp.ui.kit.changes import ChangeHub
    from orapp.ui.kit.dialogs import Asker
    from orapp.ui.kit.here import Here, Keeps
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.spelling import Spelling
    from orapp.ui.kit.tasks import Tasks


class Sentences(Protocol):
    """Turns a code with fields, or a member of an enumeration, into Dutch."""

    def say(self, code: str, /, **fields: object) -> str: ...

    def knows(self, code: str) -> bool: ...

    def label(self, member: Enum) -> str: ...

    def label_of(self, enumeration: str, value: str) -> str: ...


class Clock(Protocol):
    """Today in the Netherlands, and the instant in UTC."""

    def today(self) -> date: ...

    def now(self) -> datetime: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """The surroundings of a screen. `open_file` starts the user's own program; `private_folder` holds readable copies.

    `write_list` sets a list as a file; it is asked on a lane. `here` says who works in this window and whether its screen
    is shared; `memory` keeps how a person arranged a screen. `write_file` writes a file whole or leaves what stands there
    (OSError), also asked on a lane. `unkept` is the text that could not be kept. Without `spelling` no spelling is checked.
    """

    look: Look
    tasks: Tasks
    changes: ChangeHub
    asker: Asker
    texts: Sentences
    clock: Clock
    law: Callable[[], LawBook]
    open_file: Callable[[Path], None]
    private_folder: Callable[[], Path]
    here: Here
    memory: Keeps
    write_list: Callable[[ListContent, ListFormat], bytes]
    write_file: Callable[[Path, bytes], None]
    unkept: Unkept = field(default_factory=Unkept)
    spelling: Spelling | None = None

    def today(self) -> date:
        """The day it is."""
        return self.clock.today()

    def said(self, failure: Failure) -> str:
        """The sentence of a failure."""
        return self.texts.say(failure.code, **failure.fields)


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
