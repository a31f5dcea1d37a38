"""Reference numbers of letters: given on adoption, without gaps or doubles, whoever adopts, is refused, fails or is killed."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orapp.app.wiring import Program
from orapp.domain.council import Council, CouncilKind
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption, reference_of
from orapp.services.letters import LetterService
from tests.services.conftest import DEMO_DAY, PASSPHRASE
from tests.services.test_letter_acts import WHO, Make, asked

__all__ = ["asked"]

RESOLVED = Adoption(on=DEMO_DAY, votes_for=7, votes_against=0, quorum_met=True)
MANY = 6


def with_letters(desk: Desk, make: Make) -> Dossier:
    """A dossier with so many letters that can be adopted."""
    dossier = make(Outcome.POSITIVE)
    letters = tuple(Letter(id=f"brief-{number}", kind="A9", request_id="r1") for number in range(MANY))
    return desk.dossiers.save(dossier, replace(dossier, letters=letters), WHO)[0]


def numbers(dossier: Dossier) -> list[int]:
    return sorted(int(letter.reference.rsplit("/", 1)[1]) for letter in dossier.letters if letter.reference)


def test_two_windows_that_adopt_at_once_give_each_letter_its_own_number(desk: Desk, asked: Make) -> None:
    """Writes go one after the other, as on the write lane, but in whatever order the windows come."""
    dossier = with_letters(desk, asked)
    lane, failed = threading.Lock(), []

    def window(ids: list[str]) -> None:
        for letter_id in ids:
            with lane:
                try:
                    desk.letters.adopt(dossier.id, letter_id, RESOLVED, WHO)
                except Refusal as refusal:
                    failed.append(refusal.code)

    ids = [letter.id for letter in dossier.letters]
    windows = [threading.Thread(target=window, args=(part,)) for part in (ids[::2], ids[1::2], ids[:2])]
    for one in windows:
        one.start()
    for one in windows:
        one.join()
    after = desk.dossiers.view(dossier.reference).dossier
    assert numbers(after) == list(range(1, MANY + 1))
    assert failed == ["letter.already_adopted"] * 2


def test_another_process_cannot_adopt_while_the_archive_is_open(
    desk: Desk, asked: Make, program: Program, tmp_path: Path
) -> None:
    dossier = with_letters(desk, asked)
    other = program.archives.open(tmp_path / "or.orarchief", PASSPHRASE, person="ander")
    try:
        assert other.read_only
    finally:
        other.close()
    done = desk.letters.adopt(dossier.id, "brief-0", RESOLVED, WHO)
    assert numbers(done.dossier) == [1]


def test_an_adoption_that_is_killed_uses_no_number(desk: Desk, asked: Make, program: Program, tmp_path: Path) -> None:
    dossier = with_letters(desk, asked)
    desk.letters.adopt(dossier.id, "brief-0", RESOLVED, WHO)
    desk.archive.close()
    script = Path(__file__).with_name("killed_adopter.py")
    command = [sys.executable, "-m", f"tests.services.{script.stem}", str(tmp_path), dossier.id, "brief-1"]
    ended = subprocess.run(command, cwd=script.parents[2], capture_output=True, check=False, timeout=120)
    assert ended.returncode == 9, ended.stderr.decode()
    again = program.archives.open(tmp_path / "or.orarchief", PASSPHRASE, person=WHO)
    try:
        own = program.desk(again)
        stands = own.dossiers.view(dossier.reference).dossier
        assert numbers(stands) == [1]
        assert next(letter for letter in stands.letters if letter.id == "brief-1").adopted_on is None
        assert numbers(own.letters.adopt(dossier.id, "brief-2", RESOLVED, WHO).dossier) == [1, 2]
    finally:
        again.close()


class Failing:
    """A writer that fails when it is told to, as a disk that is full."""

    def __init__(self, desk: LetterService) -> None:
        self.fails = False
        self._real = desk

    def style_version(self, template: bytes | None = None) -> str:
        return "Klassiek"

    def write(self, content: object, mark: object = None, template: bytes | None = None) -> bytes:
        if self.fails:
            raise OSError("no space left on device")
        return b"PK een Word-bestand"


@pytest.mark.parametrize(
    "steps", [("ok", "refused", "ok", "failed", "again", "ok"), ("failed", "failed", "ok", "ok", "refused", "ok")]
)
def test_what_is_refused_or_fails_leaves_no_gap(desk: Desk, asked: Make, program: Program, steps: tuple[str, ...]) -> None:
    dossier = with_letters(desk, asked)
    writer = Failing(desk.letters)
    letters = LetterService(desk.archive, program.clock, program.identities, program.law, program.letter_book, writer)
    expected = 0
    for number, step in enumerate(steps):
        act = replace(RESOLVED, quorum_met=None) if step == "refused" else RESOLVED
        writer.fails = step == "failed"
        wanted = "brief-0" if step == "again" else f"brief-{number}"
        try:
            letters.adopt(dossier.id, wanted, act, WHO)
            expected += 1
        except (Refusal, OSError):
            assert step in {"refused", "failed", "again"}
    assert numbers(desk.dossiers.view(dossier.reference).dossier) == list(range(1, expected + 1))


PATTERNS = st.sampled_from(
    ["{council}/{dossier}/{number}", "{dossier}.{number:03}", "{number}/{dossier}/{council}", "{dossier}-{number}-{year}"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pattern=PATTERNS, later=PATTERNS, brought=st.sets(st.integers(1, 12), max_size=6), count=st.integers(1, 8))
def test_no_reference_is_given_twice_whatever_the_pattern_and_what_was_brought_in(
    pattern: str, later: str, brought: set[int], count: int
) -> None:
    council = Council(id="c", name="OR", kind=CouncilKind.OR, organisation="X", letter_reference_pattern=pattern)
    there = tuple(
        Letter(
            id=f"oud-{number}", kind="A1", reference=pattern.format(council="OR", dossier="2026-001", number=number, year=2026)
        )
        for number in sorted(brought)
    )
    dossier = Dossier(
        id="d", reference="2026-001", title="Proef", kind=DossierKind.ADVICE_REQUEST, opened_on=date(2026, 1, 2), letters=there
    )
    given_now = iter(range(1, 100))
    for index in range(count):
        by = replace(council, letter_reference_pattern=later) if index > count // 2 else council
        reference = reference_of(by, dossier, date(2026, 11, 21), lambda: next(given_now))
        dossier = replace(dossier, letters=(*dossier.letters, Letter(id=f"nieuw-{index}", kind="A1", reference=reference)))
    references = [letter.reference for letter in dossier.letters]
    assert len(references) == len(set(references))
