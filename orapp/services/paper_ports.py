"""What paper asks from the outside: an office program, pages of our own, and files that are bound or taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from orapp.letters.content import LetterContent

PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFile:
    """A file for the office program; `suffix` (".docx") tells what it is."""

    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePdf:
    """What the office program made; `archival` says whether the file itself declares PDF/A (ISO 19005)."""

    data: bytes
    archival: bool


class Office(Protocol):
    """An office program that sets Word files as PDF."""

    def name(self) -> str:
        """What it is called, or empty where this machine has none."""
        ...

    def pdfs(self, files: Sequence[OfficeFile], *, archival: bool = False) -> tuple[OfficePdf | None, ...]:
        """A PDF of each, None for one that it could not open. Raises Circumstance("office.…")."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSheet:
    """A page of words and perhaps one table: an annex index, or the page that stands where an annex could not be put."""

    title: str
    lines: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[int, ...] = ()


class PageMaker(Protocol):
    """Pages that the program draws itself, as PDF."""

    def letter(self, content: LetterContent, *, mark: str = "", foot: str = "") -> bytes:
        """A letter on A4. `mark` stands on every page, `foot` below it beside the page number."""
        ...

    def sheet(self, sheet: PlainSheet) -> bytes:
        """A plain page, or as many as it takes."""
        ...

    def picture(self, data: bytes) -> bytes | None:
        """A picture on a page of A4; None for what is no picture that can be read."""
        ...


class AnnexState(StrEnum):
    """What became of an annex in a bundle."""

    BOUND = "bound"
    DAMAGED = "damaged"
    LOCKED = "locked"  # encrypted: it asks for a password
    LOOSE = "loose"  # no file that can be bound: it goes along by itself
    ABSENT = "absent"  # the dossier has no file of it


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLook:
    """A PDF as it was found: how it stands, and how many pages it has (0 where it cannot be read)."""

    state: AnnexState
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPart:
    """A PDF with the words under which it stands in the outline and at the foot of its pages."""

    data: bytes
    title: str
    foot: str = ""


class Binder(Protocol):
    """Takes PDF apart and binds it. What others made is read in a process of its own."""

    def look(self, files: Sequence[bytes]) -> tuple[PartLook, ...]:
        """How each file stands. Raises Circumstance("paper.binding")."""
        ...

    def bind(self, parts: Sequence[BoundPart], title: str, page_words: str) -> bytes:
        """One PDF with an outline; each page carries `page_words` ("pagina {number} van {count}") and its part's foot.

        Raises Circumstance("paper.binding").
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MailFile:
    """A file that goes along with a mail."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """A mail that a person still looks at and sends: the program sends nothing. Addresses as (name, address)."""

    subject: str
    body: str
    to: tuple[tuple[str, str], ...] = ()
    cc: tuple[tuple[str, str], ...] = ()
    files: tuple[MailFile, ...] = ()


class MailWriter(Protocol):
    """Writes a mail as a file that the user's own mail program opens as a draft."""

    def write(self, draft: MailDraft) -> bytes:
        """The file. Raises Refusal("mail.address") naming the address that is none."""
        ...
