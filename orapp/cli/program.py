"""What the command line needs of the program; the wiring builds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.domain.council import Council
    from orapp.letters.outlines import LetterBook
    from orapp.services.desk import DemoContent, Desk
    from orapp.services.ports import Archive, Archives, Clock, Identities
    from orapp.services.rows import EmergencySheet
    from orapp.services.terms import TermService
    from orapp.texts.sentences import Texts


class Program(Protocol):
    """The parts of the program, each made when it is first asked for."""

    @property
    def clock(self) -> Clock: ...

    @property
    def identities(self) -> Identities: ...

    @property
    def texts(self) -> Texts: ...

    @property
    def terms(self) -> TermService: ...

    @property
    def letter_book(self) -> LetterBook: ...

    @property
    def archives(self) -> Archives: ...

    def desk(self, archive: Archive) -> Desk: ...

    def emergency_sheets(self, path: Path, passphrase: str) -> tuple[EmergencySheet, ...]: ...

    def read_council(self, data: bytes) -> Council: ...

    def write_council(self, council: Council) -> bytes: ...

    def demo_content(self) -> DemoContent: ...
