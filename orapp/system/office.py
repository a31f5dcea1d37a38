"""Sets Word files as PDF with the LibreOffice of this machine: in a process and with a profile of its own, without macros."""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from orapp.services.failures import Circumstance
from orapp.services.paper_ports import OfficeFile, OfficePdf

log = logging.getLogger(__name__)

FLATPAK: Final = "org.libreoffice.LibreOffice"
NAMES: Final = ("soffice", "libreoffice")
FIRST_SECONDS: Final = 90
"""What a first file may take: a new profile is made, and a slow disk is read."""
EACH_SECONDS: Final = 30
"""What each further file may take."""
ENOUGH_MARK: Final = b"pdfaid:part"
# PDF/A-2b (ISO 19005-2); LibreOffice numbers the versions by itself.
ARCHIVE_VERSION: Final = 2

_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
"""Macros never run, nothing is fetched from elsewhere, links are not brought up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeProgram:
    """An office program of this machine: what it is called, and how it is started (the folder to work in is added)."""

    name: str
    command: tuple[str, ...]
    sandboxed: bool = False


def find_office(
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    there: Callable[[Path], bool] = Path.exists,
) -> OfficeProgram | None:
    """The LibreOffice of this machine, or None. Only looks; nothing is started.

    Word itself is not driven: it opens files in the window of the user, with that user's add-ins, and cannot be held to a
    time limit without ending work of somebody else.
    """
    for path in _usual_paths(platform, environment):
        if there(path):
            return OfficeProgram(name="LibreOffice", command=(str(path),))
    for name in NAMES:
        found = which(name)
        if found is not None:
            return OfficeProgram(name="LibreOffice", command=(found,))
    flatpak = which("flatpak")
    if flatpak is not None and any(there(folder / FLATPAK) for folder in _flatpak_folders(environment)):
        return OfficeProgram(name="LibreOffice", command=(flatpak, "run", "--command=soffice"), sandboxed=True)
    return None


def _usual_paths(platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    if platform == "win32":
        roots = (environment.get(name, "") for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"))
        return tuple(Path(root) / "LibreOffice" / "program" / "soffice.exe" for root in roots if root)
    if platform == "darwin":
        inside = Path("LibreOffice.app/Contents/MacOS/soffice")
        own = environment.get("HOME", "")
        return (Path("/Applications") / inside, *((Path(own) / "Applications" / inside,) if own else ()))
    return ()


def _flatpak_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    home = environment.get("HOME", "")
    data = environment.get("XDG_DATA_HOME", "") or (f"{home}/.local/share" if home else "")
    return (Path("/var/lib/flatpak/app"), *((Path(data) / "flatpak" / "app",) if data else ()))


class LibreOffice:
    """Gives PDF of files that LibreOffice opens. Several may be asked at once: each has a process and a profile of its own.

    `folder` gives a private folder; what is put there is taken away again, also when it fails.
    """

    def __init__(self, folder: Callable[[], Path], find: Callable[[], OfficeProgram | None] = find_office) -> None:
        self._folder = folder
        self._find = find

    def name(self) -> str:
        """What the program is called, or empty where there is none."""
        found = self._find()
        return found.name if found is not None else ""

    def pdfs(self, files: Sequence[OfficeFile], *, archival: bool = False) -> tuple[OfficePdf | None, ...]:
        """A PDF of each file, None for one of which nothing came; `archival` asks for PDF/A-2b.

        What the files are called plays no part: they get names here. Raises Circumstance("office.missing") without an office
        program, ("office.failed") where it does not start, ("office.too_slow") where its time ran out.
        """
        program = self._find()
        if program is None:
            raise Circumstance("office.missing")
        try:
            place = self._folder()
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            # LibreOffice does not start with a profile whose path has this sign, in whatever way it is written.
            work = Path(tempfile.mkdtemp(prefix="orapp-pdf-", dir=None if ";" in str(place.absolute()) else place.absolute()))
        except OSError as error:
            raise Circumstance("office.failed") from error
        try:
            return self._in_folder(program, work, files, archival)
        except OSError as error:
            raise Circumstance("office.failed") from error
        finally:
            shutil.rmtree(work, ignore_errors=True)

    @staticmethod
    def _in_folder(
        program: OfficeProgram, work: Path, files: Sequence[OfficeFile], archival: bool
    ) -> tuple[OfficePdf | None, ...]:
        profile, out = work / "profiel", work / "uit"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        out.mkdir()
        inputs = []
        for number, file in enumerate(files, start=1):
            path = work / f"stuk-{number}{file.suffix}"
            path.write_bytes(file.data)
            inputs.append(path)
        box = (f"--filesystem={work}", FLATPAK) if program.sandboxed else ()
        command = [
            *program.command,
            *box,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--nologo",
            "--nodefault",
            "--norestore",
            "--nolockcheck",
            "--nofirststartwizard",
            "--convert-to",
            _filter(archival=archival),
            # Seen from the folder where it runs: LibreOffice reads signs as % and # in a whole path as those of an address.
            "--outdir",
            out.name,
            *(path.name for path in inputs),
        ]
        _run(command, FIRST_SECONDS + EACH_SECONDS * (len(files) - 1), work)
        return tuple(_made(out / f"{path.stem}.pdf") for path in inputs)


def _filter(*, archival: bool) -> str:
    """The export filter with its options: tagged for screen readers, bookmarks from the headings, pictures as they are."""
    options: dict[str, dict[str, str]] = {
        "UseTaggedPDF": {"type": "boolean", "value": "true"},
        "ExportBookmarks": {"type": "boolean", "value": "true"},
        "UseLosslessCompression": {"type": "boolean", "value": "true"},
    }
    if archival:
        options["SelectPdfVersion"] = {"type": "long", "value": str(ARCHIVE_VERSION)}
    return f"pdf:writer_pdf_Export:{json.dumps(options, separators=(',', ':'))}"


def _made(path: Path) -> OfficePdf | None:
    if not path.is_file() or path.stat().st_size == 0:
        return None
    data = path.read_bytes()
    # An older LibreOffice passes over options that it does not know: what came out says what it is.
    return OfficePdf(data=data, archival=ENOUGH_MARK in data)


def _run(command: Sequence[str], seconds: float, folder: Path) -> None:
    """Runs to its end or to its limit; then it and all it started are ended, and nothing else."""
    own_group = sys.platform != "win32"
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            start_new_session=own_group,
        )
    except OSError as error:
        raise Circumstance("office.failed") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        log.warning("the office program took longer than %s seconds", seconds)
        raise Circumstance("office.too_slow", seconds=str(round(seconds))) from error
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends one process with what it started: by its own number, which is that of its group."""
    if sys.platform == "win32":
        ender = shutil.which("taskkill")
        if ender is not None:
            subprocess.run([ender, "/PID", str(process.pid), "/T", "/F"], capture_output=True, check=False, timeout=10)
        else:
            process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
