"""What goes wrong on the command line: one line in Dutch, the right exit code, and an archive that is as it was."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.e2e.commands import HOUSING, PASSPHRASE, TIMEOUT, Desk, NearDesk, command, objects, surroundings

if TYPE_CHECKING:
    from orapp.app.wiring import Program

BROKEN = """
import sys
from orapp.app.main import main
from orapp.services.terms import TermService
def broken(*given):
    raise ZeroDivisionError("mevrouw Voorbeeld")
TermService.compute = broken
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nee"],
        ["--version", "dossiers", "x"],
        ["--json"],
        ["term", "wor-26-2-beroep"],
        ["term", "wor-26-2-beroep", "32-01-2026"],
        ["letter", "x.orarchief", HOUSING, "A9"],
        ["letter"],
        ["dossiers"],
        ["dossiers", "x", "--passphrase", PASSPHRASE],
        ["import", "x", "y", "--same", "samen"],
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_two(near: NearDesk, arguments: list[str]) -> None:
    done = near.run(*arguments, key=False)
    assert done.code == 2, done
    assert done.out == ""
    assert done.err.startswith("gebruik: orapp")
    assert "Traceback" not in done.err
    assert not list(near.folder.glob("*.orarchief"))


def test_an_archive_that_is_none_is_refused(near: NearDesk, archive: Path) -> None:
    (near.folder / "leeg.orarchief").write_bytes(b"")
    (near.folder / "tekst.orarchief").write_text("geen archief\n" * 1000, encoding="utf-8")
    (near.folder / "stuk.orarchief").write_bytes(archive.read_bytes()[:5000])
    (near.folder / "map.orarchief").mkdir()
    for name in ("leeg", "tekst", "stuk", "map", "weg"):
        before = sorted(path.name for path in near.folder.iterdir())
        assert f"{name}.orarchief" in near.refused("dossiers", f"{name}.orarchief")
        assert sorted(path.name for path in near.folder.iterdir()) == before


def test_another_passphrase_leaves_the_archive_as_it_was(near: NearDesk, archive: Path) -> None:
    before = archive.read_bytes()
    near.passphrase.write_text("een heel andere wachtzin", encoding="utf-8")
    path = str(archive)
    for arguments in (["dossiers", path], ["verify", path], ["backup", path, "kopie.orarchief"]):
        assert "wachtzin" in near.refused(*arguments).lower()
    assert archive.read_bytes() == before
    assert not (near.folder / "kopie.orarchief").exists()


def test_without_keyring_file_or_terminal_the_passphrase_is_missed(desk: Desk, archive: Path) -> None:
    assert "--passphrase-file" in desk.refused("dossiers", archive, key=False)


def test_the_passphrase_may_come_from_the_input(desk: Desk, archive: Path) -> None:
    done = desk.run("dossiers", archive, "--json", "--passphrase-file", "-", key=False, said=f"{PASSPHRASE}\n")
    assert (done.code, done.err) == (0, "")
    assert objects(done.json)


def test_a_passphrase_file_that_is_no_use_is_refused(near: NearDesk, archive: Path) -> None:
    for content in (b"", b"een\ntwee\n", b"\xff\xfe"):
        near.passphrase.write_bytes(content)
        assert "wachtzin.txt" in near.refused("dossiers", archive)
    near.passphrase.unlink()
    assert "wachtzin.txt" in near.refused("dossiers", archive)


def test_nothing_is_overwritten_unasked(near: NearDesk, archive: Path) -> None:
    there = near.folder / "er.al"
    there.write_text("van mij", encoding="utf-8")
    path = str(archive)
    for arguments in (
        ["export", path, HOUSING, "er.al"],
        ["letter", path, HOUSING, "A9", "-o", "er.al"],
        ["backup", path, "er.al"],
        ["new", "er.al"],
        ["demo", "er.al"],
    ):
        assert "er.al" in near.refused(*arguments)
    assert there.read_text(encoding="utf-8") == "van mij"
    near.well("export", archive, HOUSING, there, "--force")
    assert json.loads(there.read_bytes())["reference"] == HOUSING


def test_the_archive_is_never_its_own_output(near: NearDesk, archive: Path) -> None:
    before = archive.read_bytes()
    near.refused("export", archive, HOUSING, archive, "--force")
    near.refused("letter", archive, HOUSING, "A9", "-o", archive, "--force")
    assert archive.read_bytes() == before
    assert near.well("verify", archive).code == 0


def test_an_output_that_cannot_be_written_is_said_before_a_version_is_kept(near: NearDesk, archive: Path) -> None:
    assert "weg" in near.refused("letter", archive, HOUSING, "A9", "-o", "weg/advies.docx")
    shown = near.well("show", archive, HOUSING, "--json").json
    assert isinstance(shown, dict)
    versions = [len(letter.get("versions", ())) for letter in shown["dossier"].get("letters", ())]
    near.well("letter", archive, HOUSING, "A9", "-o", "advies.docx")
    again = near.well("show", archive, HOUSING, "--json").json
    assert isinstance(again, dict)
    assert sum(versions) + 1 >= sum(len(letter.get("versions", ())) for letter in again["dossier"]["letters"]) > 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["show", "2099-001"], "2099-001"),
        (["letter", "2099-001", "A9", "-o", "x.docx"], "2099-001"),
        (["letter", HOUSING, "A99", "-o", "x.docx"], "A99"),
        (["letter", HOUSING, "A9", "-o", "x.docx", "--request", "R77"], HOUSING),
        (["export", "2099-001", "x.json"], "2099-001"),
        (["import", "weg.json"], "weg.json"),
        (["show", "'; DROP TABLE dossier; --"], "DROP TABLE"),
        (["show", "2025-003\x1b[2J\nregel"], "2025-003"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_not_there_is_refused(near: NearDesk, archive: Path, arguments: list[str], named: str) -> None:
    said = near.refused(arguments[0], archive, *arguments[1:])
    assert named in said
    assert "\x1b" not in said
    assert not (near.folder / "x.docx").exists()
    assert not (near.folder / "x.json").exists()


NO_DOSSIERS = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"\xff\xfe\x00",
    b'{"format": "orapp-dossier/999"}',
    b"[" * 100_000,
    b'{"a": 1, "a": 2}',
]


@pytest.mark.parametrize("content", NO_DOSSIERS, ids=lambda content: repr(content[:20]))
def test_a_file_that_is_no_dossier_is_refused_whole(near: NearDesk, archive: Path, content: bytes) -> None:
    (near.folder / "in.json").write_bytes(content)
    before = objects(near.well("dossiers", archive, "--json").json)
    assert "Er is niets ingelezen" in near.refused("import", archive, "in.json")
    assert objects(near.well("dossiers", archive, "--json").json) == before


def test_an_unknown_rule_names_those_that_exist(near: NearDesk) -> None:
    assert "wor-26-2-beroep" in near.refused("term", "wor-99", "2026-09-15", key=False)
    assert "9999-12-31" in near.refused("term", "wor-26-2-beroep", "9999-12-31", key=False)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
def test_a_reader_that_goes_away_is_no_crash(desk: Desk, archive: Path) -> None:
    given = command(["show", str(archive), HOUSING, "--json", "--passphrase-file", str(desk.passphrase)])
    with subprocess.Popen(given, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait(TIMEOUT)
    assert code == 1
    assert said == "orapp: De uitvoer werd niet verder gelezen.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_output_is_said(desk: Desk) -> None:
    given = command(["term", "wor-26-2-beroep", "2026-09-15"])
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            given,
            env=surroundings(),
            cwd=desk.folder,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=TIMEOUT,
        )
    assert (done.returncode, done.stderr) == (1, "orapp: De uitvoer kan niet worden geschreven: de schijf is vol.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
def test_an_interruption_is_one_line(desk: Desk, archive: Path) -> None:
    given = command(["dossiers", str(archive), "--passphrase-file", "-"])
    # A test run that was started in the background ignores interruptions, and so would the command.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        given, env=surroundings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        wait_for_reading(process.pid)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=TIMEOUT)
    signal.signal(signal.SIGINT, before)
    assert process.returncode == 1
    assert out == ""
    assert said == "orapp: Gestopt.\n"


def wait_for_reading(pid: int) -> None:
    """Waits until a process sleeps in a read of its input."""
    for _ in range(600):
        if "pipe" in Path(f"/proc/{pid}/wchan").read_text(encoding="ascii"):
            return
        time.sleep(0.05)
    pytest.fail("the command did not ask for its input")


def test_a_folder_that_cannot_be_written_is_said(near: NearDesk) -> None:
    assert "weg" in near.refused("new", "weg/or.orarchief")
    assert "weg" in near.refused("demo", "weg/or.orarchief")


def test_a_home_that_cannot_be_written_stops_no_look(desk: Desk, tmp_path: Path) -> None:
    """A log that cannot be kept is no reason to refuse work."""
    file = tmp_path / "bestand"
    file.write_text("x", encoding="utf-8")
    done = desk.run("term", "wor-26-2-beroep", "2026-09-15", key=False, environment={"XDG_STATE_HOME": str(file)})
    assert (done.code, done.err) == (0, "")


def test_looking_leaves_the_archive_as_it_was(near: NearDesk, archive: Path) -> None:
    before = archive.read_bytes()
    near.well("show", archive, HOUSING)
    near.well("export", archive, HOUSING, "uit.json")
    near.well("verify", archive)
    assert archive.read_bytes() == before
    assert [path.name for path in near.folder.glob("or.orarchief*")] == ["or.orarchief"]


def test_while_another_has_it_open_one_looks_and_does_not_write(archive: Path, desk: Desk, program: Program) -> None:
    """The window holds the archive: a command reads it, and is told who has it when it wants to write."""
    window = program.archives.open(archive, PASSPHRASE, person="Secretaris")
    try:
        assert objects(desk.well("dossiers", archive, "--json").json)
        said = desk.refused("letter", archive, HOUSING, "A9", "-o", "advies.docx")
    finally:
        window.close()
    assert "Secretaris" in said
    assert not (desk.folder / "advies.docx").exists()


def test_a_defect_is_one_line_and_a_report_without_texts(desk: Desk) -> None:
    state = desk.folder / "state"
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, "term", "wor-26-2-beroep", "2026-09-15"],
        cwd=desk.folder,
        env=surroundings({"XDG_STATE_HOME": str(state)}),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT,
    )
    (report,) = state.rglob("fout-*.txt")
    assert done.returncode == 1
    assert done.stderr == f"orapp: Het programma is op een fout gestuit. Het verslag staat in {report}; er is niets verstuurd.\n"
    content = report.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in content
    assert "Voorbeeld" not in content


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX system")
@pytest.mark.parametrize(("typed", "code"), [(PASSPHRASE, 0), ("een andere wachtzin", 1), ("", 1)])
def test_a_person_types_the_passphrase_unseen(desk: Desk, archive: Path, typed: str, code: int) -> None:
    out, ended = typed_into(command(["verify", str(archive)]), typed)
    assert ended == code
    assert out.startswith("Wachtzin van or.orarchief:")
    assert not typed or typed not in out
    assert desk.folder == archive.parent


def typed_into(given: list[str], typed: str) -> tuple[str, int]:
    """Runs a command in a terminal of its own, and types a line when it asks for one; gives what was seen, and the exit code."""
    import pty

    seen = b""
    leader, follower = pty.openpty()
    with subprocess.Popen(
        given, env=surroundings(), stdin=follower, stdout=follower, stderr=follower, start_new_session=True
    ) as process:
        os.close(follower)
        while not seen.rstrip().endswith(b":"):
            seen += os.read(leader, 4096)
        os.write(leader, f"{typed}\n".encode())
        with contextlib.suppress(OSError):
            while more := os.read(leader, 4096):
                seen += more
        ended = process.wait(TIMEOUT)
    os.close(leader)
    return seen.decode("utf-8"), ended
