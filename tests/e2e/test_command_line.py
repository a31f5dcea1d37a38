"""The story of a dossier through the command line, as a person or a script would run it: no display, no keyring."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.e2e.commands import DOSSIER_KEYS, HOUSING, PASSPHRASE, TIMEOUT, Desk, NearDesk, demo_files, objects, surroundings

if TYPE_CHECKING:
    from orapp.app.wiring import Program

TERM_KEYS = ["rule", "start", "plain_end", "last_day", "safe_day", "disputed", "steps", "warning"]
WATCHED = """
import sys
from orapp.app.main import main
code = main(sys.argv[1:])
print("PySide6" in sys.modules, file=sys.stderr)
sys.exit(code)
"""


def test_the_story_of_a_dossier(desk: Desk, near: NearDesk, project: Path) -> None:
    """New archive, import, deadlines, letter, backup, verify, restore: each act once in a process of its own."""
    made = desk.well("new", "or.orarchief", "--name", "OR Voorbeeld", "--organisation", "Gemeente Voorbeeld", "--public-employer")
    assert made.out == "Nieuw archief: or.orarchief\n"
    assert objects(near.well("dossiers", "or.orarchief", "--json").json) == []

    files = demo_files(project)
    for number, file in enumerate(files):
        runs = near if number else desk
        assert "binnengehaald" in runs.well("import", "or.orarchief", file).out
    rows = objects(desk.well("dossiers", "or.orarchief", "--json").json)
    assert len(rows) == len(files)
    assert all(set(row) == DOSSIER_KEYS for row in rows)
    assert HOUSING in {row["reference"] for row in rows}

    deadlines = objects(desk.well("deadlines", "or.orarchief", "--json").json)
    assert deadlines
    assert [row["safe_day"] or row["plain_end"] for row in deadlines] == sorted(
        cast("str", row["safe_day"] or row["plain_end"]) for row in deadlines
    )

    told = desk.well("letter", "or.orarchief", HOUSING, "A9", "-o", "advies.docx").out
    assert "advies.docx" in told
    with zipfile.ZipFile(desk.folder / "advies.docx") as word:
        assert word.testzip() is None
        assert "word/document.xml" in word.namelist()

    assert "Geopend en gecontroleerd" in desk.well("backup", "or.orarchief", "kopie.orarchief").out
    assert desk.well("verify", "or.orarchief").out.startswith("In orde.")
    assert near.well("verify", "kopie.orarchief").out.startswith("In orde.")
    assert near.well("dossiers", "kopie.orarchief", "--json").json == near.well("dossiers", "or.orarchief", "--json").json

    back = desk.well("restore", "or.orarchief", "kopie.orarchief").out
    assert "Teruggezet: or.orarchief" in back
    assert "bewaard als" in back
    assert len(list(desk.folder.glob("or*.orarchief"))) == 2
    assert near.well("verify", "or.orarchief").out.startswith("In orde.")


def test_a_new_archive_proposes_a_passphrase_that_opens_it(near: NearDesk) -> None:
    made = near.well("new", "or.orarchief", key=False)
    proposed = next(line for line in made.out.splitlines() if line.startswith("Wachtzin")).partition(": ")[2]
    assert len(proposed.split()) >= 5
    assert "noodbladen" in made.out
    near.passphrase.write_text(proposed, encoding="utf-8")
    assert near.well("verify", "or.orarchief").code == 0


@pytest.mark.usefixtures("keyring_in_memory")
def test_a_key_in_the_keyring_opens_the_archive(archive: Path, near: NearDesk, program: Program) -> None:
    """The window keeps the key there when it is asked to; a key that no longer fits is passed over."""
    program.archives.open(archive, PASSPHRASE, keep_key=True).close()
    assert near.well("verify", archive, key=False).out.startswith("In orde.")
    program.keyring.put(program.archives.salt(archive), "00" * 32)
    assert "--passphrase-file" in near.refused("verify", archive, key=False)


def test_the_emergency_sheets_hold_the_passphrase(near: NearDesk) -> None:
    near.well("new", "or.orarchief", "--name", "OR <Voorbeeld> & Zoon")
    told = near.well("sheets", "or.orarchief").out
    assert told.count(PASSPHRASE) == 2
    assert "Noodblad 1 van 2" in told
    assert "Noodblad 2 van 2" in told
    near.well("sheets", "or.orarchief", "-o", "noodbladen.html")
    page = (near.folder / "noodbladen.html").read_text(encoding="utf-8")
    assert page.count(PASSPHRASE) == 2
    assert "OR &lt;Voorbeeld&gt; &amp; Zoon" in page
    assert "noodbladen.html" in near.refused("sheets", "or.orarchief", "-o", "noodbladen.html")


def test_the_published_passphrase_opens_a_demo(near: NearDesk) -> None:
    made = near.well("demo", "demo.orarchief", key=False)
    published = made.out.splitlines()[-1].rpartition(": ")[2]
    assert published == "demo-archief-zonder-geheimen"
    near.passphrase.write_text(published, encoding="utf-8")
    assert len(objects(near.well("dossiers", "demo.orarchief", "--json").json)) >= 4


def test_show_has_deadlines_with_their_reasons(archive: Path, near: NearDesk) -> None:
    shown = near.well("show", archive, HOUSING, "--json").json
    assert isinstance(shown, dict)
    assert set(shown) >= DOSSIER_KEYS | {"status", "turn", "attention", "deadlines", "dossier"}
    assert shown["dossier"]["reference"] == HOUSING
    assert shown["deadlines"]
    for deadline in shown["deadlines"]:
        assert deadline["start_event"]
        assert deadline["steps"]
    told = near.well("show", archive, HOUSING).out
    assert "aan zet:" in told
    assert "Termijnen" in told
    assert "Verloop" in told


def test_lists_for_people_say_the_same_in_dutch(archive: Path, near: NearDesk) -> None:
    rows = objects(near.well("dossiers", archive, "--json").json)
    listed = near.well("dossiers", archive).out
    assert listed.splitlines()[0].split() == ["kenmerk", "soort", "fase", "eerste", "datum", "titel"]
    assert all(str(row["reference"]) in listed and str(row["title"]) in listed for row in rows)
    assert near.well("deadlines", archive).out.startswith("kenmerk")


def test_a_dossier_goes_out_and_comes_in_the_same(archive: Path, near: NearDesk) -> None:
    near.well("export", archive, HOUSING, "uit.json")
    near.well("new", "ander.orarchief")
    near.well("import", "ander.orarchief", "uit.json")
    near.well("export", "ander.orarchief", HOUSING, "weer.json")
    before, after = (json.loads((near.folder / name).read_bytes()) for name in ("uit.json", "weer.json"))
    before.pop("council", None)
    after.pop("council", None)
    assert before == after


def test_strategy_goes_out_only_when_asked(archive: Path, near: NearDesk) -> None:
    near.well("export", archive, HOUSING, "zonder.json")
    near.well("export", archive, HOUSING, "met.json", "--strategy")
    assert not json.loads((near.folder / "zonder.json").read_bytes()).get("strategy")
    assert json.loads((near.folder / "met.json").read_bytes())["strategy"]


def test_the_same_dossier_twice_is_refused_or_asked_for(archive: Path, near: NearDesk) -> None:
    near.well("export", archive, HOUSING, "uit.json")
    assert HOUSING in near.refused("import", archive, "uit.json")
    count = len(objects(near.well("dossiers", archive, "--json").json))
    near.well("import", archive, "uit.json", "--same", "replace")
    assert len(objects(near.well("dossiers", archive, "--json").json)) == count
    near.well("import", archive, "uit.json", "--same", "copy")
    assert len(objects(near.well("dossiers", archive, "--json").json)) == count + 1


def test_a_term_needs_no_archive(near: NearDesk, project: Path) -> None:
    cases = json.loads((project / "tests" / "unit" / "law" / "deadlines.json").read_bytes())
    case = next(case for case in cases if case["rule"] == "wor-26-2-beroep" and case["disputed"] is False)
    counted = near.well("term", case["rule"], case["start"], "--json", key=False).json
    assert isinstance(counted, dict)
    assert list(counted) == TERM_KEYS
    assert (counted["last_day"], counted["plain_end"], counted["safe_day"], counted["disputed"]) == (
        case["expected"],
        case["plain_end"],
        case["safe_day"],
        False,
    )
    assert counted["steps"]
    assert counted["warning"] == ""


def test_a_term_where_the_council_need_not_act_has_no_safe_day(near: NearDesk) -> None:
    counted = near.well("term", "wor-25-6-opschorting", "2027-01-29", "--json", key=False).json
    assert isinstance(counted, dict)
    assert counted["safe_day"] is None
    assert counted["disputed"] is True
    assert "niet zeker" in near.well("term", "wor-25-6-opschorting", "29-01-2027", key=False).out


ALONG = ("A1", "A2", "A3", "A4", "A5", "A6", "A8")
ANSWERS = ("A9", "A10", "A14")
AFTER = ("A11", "A12a", "A12b", "A12c", "A13", "A15", "A16", "A17")
SHORT = tuple(f"A19{letter}" for letter in "abcdefghij")


def test_letters_that_can_be_made_are_listed_without_an_archive(near: NearDesk) -> None:
    told = near.well("letter", "--kinds", key=False).out
    kinds = [line.split(":")[0] for line in told.splitlines()]
    assert sorted(kinds) == sorted({*ALONG, *ANSWERS, *AFTER, *SHORT})
    assert {"kind", "title", "purpose"} == set(objects(near.well("letter", "--kinds", "--json", key=False).json)[0])


def test_the_version_and_the_help_ask_for_nothing(desk: Desk) -> None:
    assert desk.well("--version", key=False).out.startswith("orapp ")
    assert desk.well("--help", key=False).out.startswith("gebruik: orapp")


def test_a_command_on_an_archive_imports_nothing_of_qt(desk: Desk, archive: Path) -> None:
    given = ["letter", str(archive), HOUSING, "A9", "-o", "a.docx", "--passphrase-file", str(desk.passphrase)]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *given],
        cwd=desk.folder,
        env=surroundings(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT,
    )
    assert (done.returncode, done.stderr) == (0, "False\n")


def test_the_self_check_tells_what_works(desk: Desk) -> None:
    done = desk.run("--self-check", key=False)
    assert done.code == 0, done
    assert done.out.splitlines()[-1] == "Alles in orde."
    assert "FOUT" not in done.out
    assert {line.split()[1].rstrip(":") for line in done.out.splitlines() if line.startswith("  goed")} == {
        "teksten",
        "wet",
        "termijnen",
        "archief",
        "brief",
        "sleutelbos",
        "venster",
    }


def test_the_demo_without_a_display_leaves_a_picture(desk: Desk) -> None:
    data = desk.folder / "data"
    done = desk.run("--demo", key=False, environment={"XDG_DATA_HOME": str(data)})
    assert (done.code, done.err) == (0, ""), done
    made = {path.suffix: path for path in (data / "orapp").iterdir() if path.suffix in {".png", ".docx", ".orarchief"}}
    assert all(str(path) in done.out for path in made.values())
    assert list(data.rglob("*.png")) == [made[".png"]]
    head = made[".png"].read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1440, 900)
    assert zipfile.is_zipfile(made[".docx"])
    again = desk.run("--demo", key=False, environment={"XDG_DATA_HOME": str(data)})
    assert (again.code, again.err) == (0, ""), again


def test_the_window_without_a_display_is_refused(desk: Desk) -> None:
    assert "scherm" in desk.refused(key=False)
