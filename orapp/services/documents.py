"""Files of papers: brought into the archive in pieces, read back as a copy to look at, and kept under a name of one's own."""

from __future__ import annotations

import mimetypes
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from orapp.domain.items import FileRef
from orapp.domain.papers import Paper
from orapp.services.failures import Circumstance, Refusal
from orapp.services.file_names import safe_name
from orapp.services.ports import Archive

PIECE_BYTES = 1024 * 1024
LARGEST_MB = 250
UNKNOWN_TYPE = "application/octet-stream"
MOST_COPIES = 100

RUNNING = re.compile(
    r"\.(app|appimage|bat|bash|cmd|com|command|cpl|deb|desktop|dll|dmg|docm|dotm|exe|gadget|hta|html?|inf|iso|jar|jse?|lnk|msc|msi"
    r"|msp|pif|pkg|potm|ppam|ppsm|pptm|psm?1|pyw?|reg|rpm|run|scf|scr|sh|sldm|svg|url|vbe?|vbs|wsf|wsh|xht|xhtml|xlam|xlsm|xltm)$"
)
"""Kinds of files that can do something when they are opened: programs, scripts, shortcuts, and documents with macros."""

Told = Callable[[int, int], None]
"""Is told how many bytes were taken of how many; may raise to stop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file on this machine as it was found: where, what it is called, and how many bytes it has."""

    path: Path
    name: str
    size: int


def runs_when_opened(name: str) -> bool:
    """Whether a file of this name can do something on the machine when it is opened: then a person is asked first."""
    return RUNNING.search(name.strip(" .").lower()) is not None


def look_at(path: Path) -> FoundFile:
    """A file that somebody wants to add.

    Raises Refusal("file.folder") for a folder, ("file.no_file") for what is no plain file, ("file.empty"), ("file.too_large"),
    and Circumstance("file.unreadable") where it cannot be read or is gone.
    """
    name = plain_name(path.name)
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise Circumstance("file.unreadable", name=name) from error
    if stat.S_ISDIR(found.st_mode):
        raise Refusal("file.folder", name=name)
    if not stat.S_ISREG(found.st_mode):
        raise Refusal("file.no_file", name=name)
    if found.st_size == 0:
        raise Refusal("file.empty", name=name)
    if found.st_size > LARGEST_MB * PIECE_BYTES:
        raise Refusal("file.too_large", place=name, largest_mb=str(LARGEST_MB))
    return FoundFile(path=path, name=name, size=found.st_size)


def plain_name(name: str) -> str:
    """The name of a file without half characters and control characters, which no archive can keep."""
    readable = name.encode("utf-8", "replace").decode("utf-8", "replace")
    return "".join(sign for sign in readable if sign.isprintable()).strip() or "bestand"


def copy_name(paper: Paper, reference: str) -> str:
    """The name of a paper's file outside the archive: `2026-11-21 Advies verzelfstandiging (2026-014) v2.pdf`."""
    day = paper.dated_on or paper.received_on or paper.registered_on
    version = safe_name(paper.version) if paper.version else ""
    suffix = Path(paper.file.name).suffix if paper.file is not None else ""
    ending = f".{safe_name(suffix[1:])}" if len(suffix) > 1 else ""
    words = [f"{day:%Y-%m-%d}" if day else "", safe_name(paper.title), f"({safe_name(reference)})", version]
    return " ".join(word for word in words if word) + ending


class DocumentService:
    """The files of papers in one open archive. Every method reads or writes files: on a lane, never in the window's thread."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def put(self, path: Path, person: str, told: Told) -> FileRef:
        """Bring a file in, piece by piece; what refers to it is another edit. Raises as `look_at`; nothing is kept then."""
        found = look_at(path)
        kind = mimetypes.guess_type(found.name)[0] or UNKNOWN_TYPE
        with self._archive.write(person) as work:
            return work.put_file(self._pieces(found, told), found.name, kind)

    def write(self, ref: FileRef, target: Path) -> Path:
        """Write the file under a name; what stood there stays when that fails. Raises Circumstance("file.unwritable")."""
        waiting = target.with_name(f".{target.name[:100]}.orapp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with self._archive.read() as reader, waiting.open("wb") as out:
                for piece in reader.read_file(ref.sha256):
                    out.write(piece)
            waiting.replace(target)
        except OSError as error:
            with suppress(OSError):
                waiting.unlink(missing_ok=True)
            raise Circumstance("file.unwritable", path=str(target)) from error
        return target

    def copy_to_look_at(self, ref: FileRef, folder: Path, name: str) -> Path:
        """A copy that is only to be read, in a folder of its own. A copy that another program holds gets a company."""
        for number in range(MOST_COPIES):
            path = folder / (name if not number else f"{Path(name).stem} ({number + 1}){Path(name).suffix}")
            try:
                if path.exists():
                    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
                self.write(ref, path)
                path.chmod(stat.S_IRUSR)
            except (Circumstance, OSError):
                if number + 1 == MOST_COPIES or not os.access(folder, os.W_OK):
                    raise
                continue
            return path
        raise Circumstance("file.unwritable", path=str(folder / name))

    @staticmethod
    def _pieces(found: FoundFile, told: Told) -> Iterator[bytes]:
        taken = 0
        try:
            with found.path.open("rb") as source:
                while piece := source.read(PIECE_BYTES):
                    taken += len(piece)
                    told(taken, max(found.size, taken))
                    yield piece
        except OSError as error:
            raise Circumstance("file.unreadable", name=found.name) from error
        if not taken:
            raise Refusal("file.empty", name=found.name)
