"""Whatever goes wrong outside the program becomes one line and 1; what goes wrong inside it is not hidden."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest

from orapp.cli.command_line import guarded
from orapp.services.failures import Circumstance, Refusal
from orapp.texts.sentences import Texts

if TYPE_CHECKING:
    from orapp.cli.program import Program

TEXTS = Texts.load(
    {
        "cli": {
            "cli": {"stopped": "Gestopt.", "place_failed": "{path} is niet te gebruiken: {reason}."},
            "dossier.unknown": "Dossier {reference} is er niet.",
            "archive.full": "De schijf van {path} is vol.",
        }
    }
)


@dataclass(frozen=True)
class Speaking:
    """A program of which only the texts are used."""

    texts: Texts = TEXTS


def ends(error: BaseException | None, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    def act() -> int:
        if error is not None:
            raise error
        return 0

    code = guarded(cast("Program", Speaking()), act)
    return code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Refusal("dossier.unknown", reference="2026-001"), "orapp: Dossier 2026-001 is er niet.\n"),
        (Refusal("dossier.unknown", reference="x\ny"), "orapp: Dossier x y is er niet.\n"),
        (Circumstance("archive.full", path="or.orarchief"), "orapp: De schijf van or.orarchief is vol.\n"),
        (KeyboardInterrupt(), "orapp: Gestopt.\n"),
        (PermissionError(errno.EACCES, "x", "map/x"), "orapp: map/x is niet te gebruiken: geen toestemming.\n"),
    ],
)
def test_a_failure_is_one_line(error: BaseException, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(error, capsys) == (1, said)


def test_what_ends_well_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert ends(None, capsys) == (0, "")


def test_a_defect_goes_on_to_the_crash_report(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError):
        ends(ZeroDivisionError(), capsys)
