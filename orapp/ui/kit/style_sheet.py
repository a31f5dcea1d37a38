"""The style sheet of the window, written from the colours and sizes that `look` gives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.ui.kit.look import Tokens

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[part="ground"], QStackedWidget[part="ground"] { background: $ground; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[part="ground"] { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[part="title"] { font-size: ${p20}px; font-weight: 600; }
QLabel[part="heading"] { font-size: ${p14}px; font-weight: 600; }
QLabel[part="strong"] { font-weight: 600; }
QLabel[part="quiet"], QLabel[part="group"] { color: $quiet; }
QLabel[part="group"] { font-size: ${p11}px; font-weight: 600; padding: ${p12}px 0 ${p4}px ${p10}px; }
QLabel[part="small"] { color: $quiet; font-size: ${p12}px; }
QLabel[part="refusal"] { color: $danger; font-weight: 500; }
QLabel[part="code"] { color: $quiet; font-weight: 600; }
QLabel[part="pill"] {
  font-size: ${p11}px; font-weight: 600; border-radius: ${p8}px; padding: ${p2}px ${p8}px; background: $hover;
  color: $quiet;
}
QLabel[part="pill"][tone="good"] { background: $good_soft; }
QLabel[part="pill"][tone="attention"] { background: $attention_soft; }
QLabel[part="pill"][tone="danger"] { background: $danger_soft; }
QLabel[part="pill"][tone="accent"] { background: $accent_soft; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="attention"] { color: $attention; }
QLabel[tone="good"] { color: $good; }
QLabel[tone="accent"] { color: $accent; }

QFrame[part="card"] { background: $surface; border: 1px solid $line; border-radius: ${p8}px; }
QFrame[part="side"] { background: $surface; border: none; border-right: 1px solid $line; }
QFrame[part="top"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[part="foot"] { background: $surface; border: none; border-top: 1px solid $line; }
QFrame[part="hairline"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[part="band"] {
  background: $accent_soft; border: 1px solid $line; border-left: ${p4}px solid $accent; border-radius: ${p8}px;
}
QFrame[part="band"][tone="danger"] {
  background: $danger_soft; border: 1px solid $danger; border-left: ${p4}px solid $danger;
}
QFrame[part="band"][tone="attention"] {
  background: $attention_soft; border: 1px solid $attention; border-left: ${p4}px solid $attention;
}
QFrame[part="band"][tone="good"] { background: $good_soft; border: 1px solid $good; border-left: ${p4}px solid $good; }
QFrame[part="desk"] { background: $desk; border: none; border-radius: ${p8}px; }

/* Who has the keyboard has one border: the style would draw a second one inside it. */
QPushButton, QCheckBox, QRadioButton { outline: none; }
QPushButton {
  background: $surface; border: 1px solid $field; border-radius: ${p6}px; padding: ${p6}px ${p14}px;
  min-height: ${p18}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: ${p5}px ${p13}px; }
QPushButton:disabled { color: $quiet; border-color: $line; }
QPushButton[part="primary"] { background: $accent; border: 1px solid $accent; color: $on_accent; font-weight: 500; }
QPushButton[part="primary"]:hover { background: $accent_strong; }
QPushButton[part="primary"]:focus { border: 2px solid $ink; }
QPushButton[part="primary"]:disabled { background: $hover; border-color: $line; color: $quiet; }
QPushButton[part="chip"] { border-radius: ${p10}px; padding: ${p3}px ${p10}px; }
QPushButton[part="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent; font-weight: 600; }
/* The acts above a text stand as words on one line, and get their frame when they hold, or are reached. */
QWidget#opmaak QPushButton[part="chip"] { padding: ${p3}px ${p6}px; background: transparent; border: 1px solid transparent; }
QWidget#opmaak QPushButton[part="chip"]:hover { background: $hover; }
QWidget#opmaak QPushButton[part="chip"]:checked { background: $accent_soft; border: 1px solid $accent; }
QWidget#opmaak QPushButton[part="chip"]:focus { border: 2px solid $accent; padding: ${p2}px ${p5}px; }
QWidget#opmaak QPushButton#opmaak-invoegen { color: $accent; }
QPushButton[part="link"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: ${p2}px ${p4}px; text-align: left;
}
QPushButton[part="link"]:hover { text-decoration: underline; }
QPushButton[part="link"]:focus { border: 1px solid $accent; }
QPushButton[part="link"]:disabled { color: $quiet; }

QPushButton[part="row"] {
  background: transparent; border: 1px solid transparent; border-radius: ${p6}px; text-align: left; padding: 0; min-height: 0;
}
QPushButton[part="row"]:hover { background: $hover; }
QPushButton[part="row"]:focus { border: 2px solid $accent; padding: 0; }
QFrame[part="drop"] { background: $accent; border: none; border-radius: ${p2}px; }
QFrame[part="card"][open="true"] { border: 1px solid $accent; }
QFrame[part="card"][mark="attention"] { border-left: ${p3}px solid $attention; }
QFrame[part="card"][mark="danger"] { border-left: ${p3}px solid $danger; }

QPushButton[part="nav"] {
  background: transparent; border: 1px solid transparent; border-radius: ${p6}px; text-align: left;
  padding: ${p6}px ${p9}px;
}
QPushButton[part="nav"]:hover { background: $hover; }
QPushButton[part="nav"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[part="nav"]:focus { border: 2px solid $accent; padding: ${p5}px ${p8}px; }

QPushButton[part="search"] { background: $ground; border: 1px solid $field; text-align: left; padding: 0; }
QPushButton[part="search"]:hover { background: $hover; }
QPushButton[part="search"]:focus { border: 2px solid $accent; padding: 0; }

QLineEdit, QComboBox, QPlainTextEdit, QSpinBox { background: $surface; border: 1px solid $field; border-radius: ${p6}px;
  padding: ${p5}px ${p8}px; min-height: ${p18}px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus {
  border: 2px solid $accent; padding: ${p4}px ${p7}px;
}
QLineEdit[refused="true"], QComboBox[refused="true"] { border: 2px solid $danger; padding: ${p4}px ${p7}px; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${p22}px; }
QComboBox::down-arrow { image: url($icons/down-$shade.svg); width: ${p12}px; height: ${p12}px; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $field; selection-background-color: $accent_soft; selection-color: $ink;
  padding: ${p4}px;
}
QComboBox QAbstractItemView::item { min-height: ${p24}px; padding: 0 ${p4}px; }
QCheckBox, QRadioButton {
  spacing: ${p8}px; padding: ${p4}px; border: 1px solid transparent; border-radius: ${p4}px;
}
QCheckBox:focus, QRadioButton:focus { border: 1px solid $accent; }
QCheckBox::indicator {
  width: ${p16}px; height: ${p16}px; border: 1px solid $field; border-radius: ${p3}px; background: $surface;
}
QRadioButton::indicator {
  width: ${p14}px; height: ${p14}px; border: 1px solid $field; border-radius: ${p7}px; background: $surface;
}
QRadioButton::indicator:checked { border: ${p5}px solid $accent; border-radius: ${p8}px; width: ${p6}px; height: ${p6}px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($icons/check-$shade.svg); }

QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab {
  background: transparent; color: $quiet; padding: ${p8}px ${p2}px; margin-right: ${p20}px; border: none;
  border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; background: $accent_soft; }

QTableView {
  background: $surface; border: 1px solid transparent; gridline-color: transparent; outline: none;
  selection-background-color: $accent_soft; selection-color: $ink;
}
QTableView:focus { border: 1px solid $accent; border-radius: ${p4}px; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
  background: $surface; color: $quiet; font-size: ${p11}px; font-weight: 600; border: none;
  border-bottom: 1px solid $line; padding: ${p4}px ${p8}px;
}
QHeaderView::section:hover { color: $ink; }
QTableCornerButton::section { background: $surface; border: none; }

QScrollBar:vertical { background: transparent; width: ${p10}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p10}px; margin: 0; }
QScrollBar::handle { background: $field; border-radius: ${p3}px; min-height: ${p28}px; min-width: ${p28}px; margin: ${p2}px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: $surface; border-bottom: 1px solid $line; padding: ${p2}px ${p8}px; }
QMenuBar::item { padding: ${p4}px ${p8}px; border-radius: ${p4}px; background: transparent; }
QMenuBar::item:selected { background: $accent_soft; color: $accent; }
QMenu { background: $surface; border: 1px solid $field; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p28}px ${p6}px ${p14}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $quiet; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $field; padding: ${p4}px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton {
  background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${p4}px; padding: ${p4}px ${p8}px;
  font-weight: 600;
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border: 1px solid $accent; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView:focus { border: 1px solid transparent; }
QSplitter::handle { background: transparent; }
QTextEdit[part="writing"] { background: $surface; border: 1px solid $field; border-radius: ${p6}px; padding: ${p3}px ${p6}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit[part="writing"]:focus { border: 2px solid $accent; padding: ${p2}px ${p5}px; }
QTextBrowser { background: $surface; border: 1px solid $line; border-radius: ${p6}px; padding: ${p8}px; }
QTextBrowser:focus { border: 2px solid $accent; }
QProgressBar {
  background: $hover; border: 1px solid $field; border-radius: ${p4}px; text-align: center; max-height: ${p8}px;
}
QProgressBar::chunk { background: $accent; border-radius: ${p3}px; }
""")


def style_sheet(tokens: Tokens, px: Callable[[float], int], icons: Path, *, dark: bool) -> str:
    """The sheet for these colours; `px` turns a size drawn at 13 px text into the size in force."""
    sizes = {f"p{size}": str(px(size)) for size in range(1, 33)}
    colours = {name: getattr(tokens, name) for name in tokens.__dataclass_fields__}
    return _SHEET.substitute(sizes, **colours, icons=icons.as_posix(), shade="dark" if dark else "light")
