"""Finding LibreOffice on each platform, and holding it to its time, its folder and its own process."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.services.paper_ports import OfficeFile, OfficePdf
from orapp.system import office
from orapp.system.office import LibreOffice, OfficeProgram, find_office

FILE = OfficeFile(data=b"een brief", suffix=".docx")


@pytest.mark.parametrize(
    ("platform", "environment", "path"),
    [
        ("win32", {"ProgramFiles": "C:/Program Files"}, "C:/Program Files/LibreOffice/program/soffice.exe"),
        ("win32", {"ProgramFiles(x86)": "C:/Program Files (x86)"}, "C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
        ("darwin", {}, "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        ("darwin", {"HOME": "/Users/gebruiker"}, "/Users/gebruiker/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_the_usual_places_are_looked_at(platform: str, environment: dict[str, str], path: str) -> None:
    found = find_office(platform=platform, environment=environment, which=lambda _name: None, there=lambda one: one == Path(path))
    assert found == OfficeProgram(name="LibreOffice", command=(str(Path(path)),))


def test_a_program_on_the_path_and_one_in_flatpak_are_found() -> None:
    on_path = {"soffice": "/usr/bin/soffice", "libreoffice": "/usr/bin/libreoffice"}
    found = find_office(platform="linux", environment={}, which=on_path.get, there=lambda _path: False)
    assert found is not None
    assert found.command == ("/usr/bin/soffice",)
    boxed = find_office(
        platform="linux",
        environment={"HOME": "/home/gebruiker"},
        which={"flatpak": "/usr/bin/flatpak"}.get,
        there=lambda path: path == Path("/home/gebruiker/.local/share/flatpak/app/org.libreoffice.LibreOffice"),
    )
    assert boxed is not None
    assert boxed.sandboxed
    assert find_office(platform="linux", environment={}, which=lambda _name: None, there=lambda _path: False) is None


def program(folder: Path, work: str) -> Callable[[], OfficeProgram]:
    """A program that does this in the place of LibreOffice; `argv` holds its arguments."""
    script = folder / "nep.py"
    script.write_text(f"import sys, time, subprocess\nfrom pathlib import Path\nargv = sys.argv\n{work}\n", encoding="utf-8")
    return lambda: OfficeProgram(name="Nep", command=(sys.executable, str(script)))


WRITES = (
    "out = Path(argv[argv.index('--outdir') + 1])\n"
    "for name in argv[argv.index('--outdir') + 2:]:\n"
    "    (out / (Path(name).stem + '.pdf')).write_bytes(b'%PDF-1.6 pdfaid:part ' + Path(name).read_bytes())\n"
)


def test_each_file_gets_its_pdf_and_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "pri vé ; $(touch x) é漢 '\""
    made = LibreOffice(lambda: folder, program(tmp_path, WRITES)).pdfs((FILE, FILE), archival=True)
    assert made == (OfficePdf(data=b"%PDF-1.6 pdfaid:part een brief", archival=True),) * 2
    assert list(folder.iterdir()) == []


def test_the_profile_runs_no_macros_and_fetches_nothing(tmp_path: Path) -> None:
    keeps = (
        "profile = next(one for one in argv if one.startswith('-env:UserInstallation='))\n"
        "from urllib.parse import unquote, urlparse\n"
        "where = Path(unquote(urlparse(profile.partition('=')[2]).path)) / 'user' / 'registrymodifications.xcu'\n"
        f"Path({str(tmp_path / 'instellingen')!r}).write_bytes(where.read_bytes())\n"
        f"Path({str(tmp_path / 'vlaggen')!r}).write_text(' '.join(argv))\n"
    )
    made = LibreOffice(lambda: tmp_path / "hier", program(tmp_path, keeps)).pdfs((FILE,))
    assert made == (None,)
    settings = (tmp_path / "instellingen").read_text(encoding="utf-8")
    assert "DisableMacrosExecution" in settings
    assert "BlockUntrustedRefererLinks" in settings
    assert "--headless" in (tmp_path / "vlaggen").read_text()


@pytest.mark.expected_log
def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hangs = (
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"Path({str(tmp_path / 'kind')!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    monkeypatch.setattr(office, "FIRST_SECONDS", 2)
    with pytest.raises(Circumstance) as told:
        LibreOffice(lambda: tmp_path / "hier", program(tmp_path, hangs)).pdfs((FILE,))
    assert told.value.code == "office.too_slow"
    child = int((tmp_path / "kind").read_text())
    status = Path(f"/proc/{child}/stat")
    assert not status.exists() or status.read_text().split()[2] == "Z"
    assert list((tmp_path / "hier").iterdir()) == []


def test_several_at_once_do_not_meet(tmp_path: Path) -> None:
    made: list[tuple[OfficePdf | None, ...]] = []
    own = LibreOffice(lambda: tmp_path / "hier", program(tmp_path, WRITES))
    each = [threading.Thread(target=lambda: made.append(own.pdfs((FILE,)))) for _ in range(3)]
    for one in each:
        one.start()
    for one in each:
        one.join()
    assert len(made) == 3
    assert all(pdf is not None for (pdf,) in made)


def test_what_is_not_there_or_does_not_start_is_said(tmp_path: Path) -> None:
    with pytest.raises(Circumstance) as missing:
        LibreOffice(lambda: tmp_path, lambda: None).pdfs((FILE,))
    assert missing.value.code == "office.missing"
    broken = LibreOffice(lambda: tmp_path, lambda: OfficeProgram(name="Weg", command=(str(tmp_path / "weg"),)))
    with pytest.raises(Circumstance) as failed:
        broken.pdfs((FILE,))
    assert failed.value.code == "office.failed"
    assert broken.name() == "Weg"
    assert list(tmp_path.iterdir()) == []
