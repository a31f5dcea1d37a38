"""Both palettes can be read by everyone, and every size derives from one setting."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import orapp.ui
from orapp.ui.kit.look import DARK, LIGHT, Look, Tokens, Tone, contrast, from_system
from tests.ui.conftest import RESOURCES
from tests.ui.sheet_colours import NAMES, faint_pairs, grounds, pairs, rules


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["licht", "donker"])
def test_every_pair_that_the_sheet_makes_has_its_contrast(tokens: Tokens) -> None:
    assert not faint_pairs(tokens)


def test_the_sheet_is_read_whole() -> None:
    """A reading that misses rules would find nothing wrong."""
    made = {(pair.on, pair.below) for pair in pairs()}
    assert {("quiet", "accent_soft"), ("on_accent", "accent"), ("danger", "danger_soft"), ("field", "surface")} <= made
    assert {"surface", "ground", "hover", "accent_soft", "good_soft", "attention_soft", "danger_soft"} <= grounds()
    named = {name for rule in rules() for name in (rule.ink, rule.ground, rule.edge, rule.chosen_ink, rule.chosen_ground)}
    assert set(NAMES) == named - {"", "transparent"}


def test_what_is_switched_off_is_known() -> None:
    """Nothing is asked of its contrast; its words have it all the same, and only its border is a hairline."""
    off = {rule.selector: (rule.ink, rule.edge) for rule in rules() if rule.off}
    assert off == {
        "QPushButton:disabled": ("quiet", "line"),
        'QPushButton[part="primary"]:disabled': ("quiet", "line"),
        'QPushButton[part="link"]:disabled': ("quiet", ""),
        "QMenu::item:disabled": ("quiet", ""),
    }


def test_every_focus_is_an_edge_or_a_ground_of_its_own() -> None:
    """What takes the keyboard shows it; only the calendar shows its day instead."""
    focused = {rule.selector: rule.edge or rule.ground for rule in rules() if rule.selector.endswith(":focus")}
    assert {selector for selector, edge in focused.items() if edge in {"", "transparent"}} == {"QCalendarWidget QTableView:focus"}
    assert len(focused) > 12


def test_what_is_painted_by_hand_takes_the_same_colours() -> None:
    """The names of the colours in the lists, steps and timelines are inks and grounds of the sheet, or lines."""
    inks = {rule.ink for rule in rules()} | {"field", "line"}
    painted = {
        found
        for path in Path(orapp.ui.__path__[0]).rglob("*.py")
        for found in re.findall(r"""\.colour\(["']([a-z_]+)["']\)""", path.read_text(encoding="utf-8"))
    }
    assert painted
    assert not painted - inks - grounds()


@pytest.mark.parametrize("chosen", ["light", "dark"])
def test_the_palette_of_the_system_and_the_signs_have_their_contrast(chosen: str, look: Look, qapp: QApplication) -> None:
    look.choose(chosen)
    palette, role = qapp.palette(), QPalette.ColorRole
    standing = {
        role.WindowText: role.Window, role.Text: role.AlternateBase, role.ButtonText: role.Button, role.Link: role.Base,
        role.HighlightedText: role.Highlight, role.ToolTipText: role.ToolTipBase, role.PlaceholderText: role.Base,
    }  # fmt: skip
    for ink, ground in standing.items():
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
            assert contrast(palette.color(group, ink).name(), palette.color(group, ground).name()) >= 4.5, (ink, group)
    for sign, ground_name in (("check", "accent"), ("down", "surface")):
        drawn = re.findall(r"#[0-9a-f]{6}", (RESOURCES / "icons" / f"{sign}-{chosen}.svg").read_text(encoding="utf-8"))
        assert drawn
        assert all(contrast(colour, look.colour(ground_name).name()) >= 3 for colour in drawn), sign
    look.choose("light")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_tone_stands_among_the_pairs(tokens: Tokens) -> None:
    for tone in Tone:
        ink, soft = tokens.of(tone)
        assert contrast(ink, soft) >= 4.5, tone


def test_all_sizes_follow_one_setting(look: Look, qapp: QApplication) -> None:
    look.set_text_percent(100)
    assert (look.px(13), qapp.font().pixelSize()) == (13, 13)
    look.set_text_percent(200)
    assert (look.px(13), qapp.font().pixelSize(), look.font(20).pixelSize()) == (26, 26, 40)
    assert "font-size: 40px" in look.sheet
    look.set_text_percent(900)
    assert look.text_percent == 200
    look.set_text_percent(100)


def test_a_window_is_dressed_now_and_after_each_change_and_so_is_what_stands_over_it(look: Look, qtbot: QtBot) -> None:
    look.choose("light")
    window, gone = QWidget(), QWidget()
    qtbot.addWidget(window)
    for one in (window, gone):
        look.dress(one)
    over = QDialog(window)
    label = QLabel("Termijn", over)
    label.setProperty("tone", "danger")
    delete(gone)
    for chosen, tokens in (("light", LIGHT), ("dark", DARK), ("light", LIGHT)):
        look.choose(chosen)
        label.ensurePolished()
        assert label.palette().color(QPalette.ColorRole.WindowText).name() == tokens.danger


def test_dark_and_light_are_chosen(look: Look, qapp: QApplication) -> None:
    look.choose("dark")
    assert look.dark
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    look.choose("light")
    assert (look.chosen, qapp.palette().color(QPalette.ColorRole.Window).name()) == ("light", LIGHT.ground)


def test_high_contrast_takes_the_systems_own_colours() -> None:
    system = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, "#000000"),
        (QPalette.ColorRole.Base, "#000000"),
        (QPalette.ColorRole.WindowText, "#ffffff"),
        (QPalette.ColorRole.Highlight, "#1aebff"),
        (QPalette.ColorRole.HighlightedText, "#000000"),
    ):
        system.setColor(role, colour)
    tokens = from_system(system)
    assert not faint_pairs(tokens)
    own = {getattr(LIGHT, name) for name in LIGHT.__dataclass_fields__} - {"#ffffff", "#000000"}
    assert not own & {getattr(tokens, name) for name in tokens.__dataclass_fields__}
