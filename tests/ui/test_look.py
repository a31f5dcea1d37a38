"""Both palettes can be read by everyone, and every size derives from one setting."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from orapp.ui.kit.look import CONTRAST_PAIRS, DARK, LIGHT, Look, Tokens, Tone, contrast, from_system


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("name", "tokens"), [("licht", LIGHT), ("donker", DARK)])
def test_every_pair_has_its_contrast(name: str, tokens: Tokens) -> None:
    low = [
        f"{name}: {ink} op {ground} {contrast(getattr(tokens, ink), getattr(tokens, ground)):.2f} < {least}"
        for ink, ground, least in CONTRAST_PAIRS
        if contrast(getattr(tokens, ink), getattr(tokens, ground)) < least
    ]
    assert not low


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
    low = [
        (ink, ground) for ink, ground, least in CONTRAST_PAIRS if contrast(getattr(tokens, ink), getattr(tokens, ground)) < least
    ]
    assert not low
    own = {getattr(LIGHT, name) for name in LIGHT.__dataclass_fields__} - {"#ffffff", "#000000"}
    assert not own & {getattr(tokens, name) for name in tokens.__dataclass_fields__}
