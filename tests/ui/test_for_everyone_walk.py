"""A walk over every screen, part and dialog: names, labels, letters, words, contrast, room, the way of Tab, Enter and Esc."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pkgutil import walk_packages

import pytest
from PySide6.QtWidgets import QWidget

import orapp.ui
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.look import Look
from tests.ui import walk_checks
from tests.ui.walk import SIZE, Lost, Spot, Walk
from tests.ui.walk_closing import leaving, without_act
from tests.ui.walk_contrast import faint
from tests.ui.walk_spots import spots
from tests.ui.walk_tab import tab_faults
from tests.ui.walk_tables import broken_words

# A menu that opens takes the keyboard, which the platform without a screen says it cannot.
pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$", extend=True)

Check = Callable[[QWidget], list[str]]


def cut_here(top: QWidget) -> list[str]:
    """What is cut off at usual text; the screen of this process is smaller than the window, which is no fault of the window."""
    return [fault for fault in walk_checks.cut_off(top) if walk_checks.TOO_LARGE not in fault]


CHECKS: dict[str, Check] = {
    "namen": walk_checks.nameless,
    "vindbaar": walk_checks.unfindable,
    "labels": walk_checks.unlabelled,
    "koppen": walk_checks.unheaded,
    "letters": walk_checks.doubled_letters,
    "sneltoetsen": walk_checks.ambiguous_keys,
    "woorden": walk_checks.strange_words,
    "afgekapt": cut_here,
    "overlappend": walk_checks.overlapping,
    "gebroken": broken_words,
    "contrast": faint,
    "enter": without_act,
    "tab": tab_faults,
}
LARGER = (1440, 900)
# What only others are made of.
ABSTRACT = {"Wizard", "ActSheet", "LetterAct", "AfterAct", "PaperSheet"}


@dataclass
class Walked:
    """What was found in each place, and which dialogs were met."""

    found: dict[str, list[str]] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)

    def note(self, check: str, spot: Spot, faults: list[str]) -> None:
        self.found.setdefault(check, []).extend(f"{spot.name}: {fault}" for fault in faults)


def roomy(walk: Walk, top: QWidget) -> list[str]:
    """What is cut off or covered on the larger screen; the window goes back to the size it had."""
    top.resize(*LARGER)
    walk.settle()
    found = cut_here(top) + walk_checks.overlapping(top) + broken_words(top)
    top.resize(*SIZE)
    walk.settle()
    return found


def walked(walk: Walk, checks: dict[str, Check]) -> Walked:
    """Goes everywhere once, and looks at everything in each place."""
    told = Walked()
    for spot in spots(walk):
        try:
            top = walk.go(spot)
        except Lost as lost:
            told.lost.append(f"{spot.name}: {lost}")
            continue
        told.met.update(kind.__name__ for kind in type(top).__mro__)
        for name, check in checks.items():
            told.note(name, spot, check(top))
        if not spot.over:
            told.note("ruim", spot, roomy(walk, top))
        told.note("esc", spot, leaving(walk, top, walk.before))
    return told


@pytest.fixture(scope="module")
def walk(look: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    look.choose("light")
    look.set_text_percent(100)
    made = Walk(look, tmp_path_factory.mktemp("wandeling"))
    yield made
    made.end()
    assert not made.defects


@pytest.fixture(scope="module")
def usual(walk: Walk) -> Walked:
    """The walk at usual text."""
    return walked(walk, CHECKS)


def sheets() -> set[str]:
    """Every dialog that the program has."""
    for module in walk_packages(orapp.ui.__path__, "orapp.ui."):
        import_module(module.name)
    known: set[str] = set()
    waiting: list[type[Sheet]] = [Sheet]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        known.update(kind.__name__ for kind in below)
    return known - ABSTRACT


def test_every_place_is_reached(usual: Walked) -> None:
    assert not usual.lost


def test_every_dialog_is_met(usual: Walked) -> None:
    assert not sheets() - usual.met


@pytest.mark.parametrize("check", [*CHECKS, "ruim", "esc"])
def test_all_is_well_everywhere(check: str, usual: Walked) -> None:
    assert not usual.found[check]
