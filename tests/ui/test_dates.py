"""The field for a date: typing, arrows, the calendar, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit

from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form
from orapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Shown

Key = Qt.Key
# The platform without a screen says that it cannot raise a popup; it shows it all the same.
POPUPS = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def field(place: Workplace, shown: Shown) -> DateField:
    made = DateField(place, "ontvangen", "Ontvangen op")
    shown(made)
    made.setFocus()
    return made


def words(made: DateField) -> list[str]:
    return [label.text() for label in made.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_weekday_and_the_week_stand_beside_what_is_typed(place: Workplace, shown: Shown) -> None:
    made = field(place, shown)
    told: list[object] = []
    made.changed.connect(told.append)
    QTest.keyClicks(made.line(), "27 nov")
    assert made.value() == date(2026, 11, 27)
    assert words(made) == ["vr 27 nov 2026 · wk 48"]
    QTest.keyClick(made.line(), Key.Key_Return)
    assert made.text() == "27-11-2026"
    assert told[-1] == date(2026, 11, 27)


def test_arrows_and_pages_step(place: Workplace, shown: Shown) -> None:
    made = field(place, shown)
    QTest.keyClick(made.line(), Key.Key_Up)
    assert made.value() == date(2026, 11, 21)
    for key, modifier, day in (
        (Key.Key_Up, Qt.KeyboardModifier.NoModifier, date(2026, 11, 22)),
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier, date(2026, 11, 21)),
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, date(2026, 12, 21)),
        (Key.Key_PageUp, CTRL, date(2026, 12, 28)),
        (Key.Key_PageDown, CTRL, date(2026, 12, 21)),
        (Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, date(2026, 11, 21)),
    ):
        QTest.keyClick(made.line(), key, modifier)
        assert made.value() == day


def test_what_is_no_date_stays_with_the_reason(place: Workplace, shown: Shown) -> None:
    made = field(place, shown)
    made.set_value(date(2026, 11, 27))
    made.line().selectAll()
    QTest.keyClicks(made.line(), "31-11-2026")
    QTest.keyClick(made.line(), Key.Key_Return)
    assert (made.text(), made.value(), made.is_wrong()) == ("31-11-2026", None, True)
    assert words(made) == ["November 2026 heeft 30 dagen."]
    assert made.line().accessibleDescription() == "November 2026 heeft 30 dagen."
    assert made.line().property("refused") == "true"
    made.line().clear()
    assert (made.value(), made.is_wrong(), words(made)) == (None, False, [])


@POPUPS
def test_the_calendar_opens_by_key_begins_on_monday_and_gives_the_day(place: Workplace, shown: Shown) -> None:
    made = field(place, shown)
    made.set_value(date(2026, 11, 27))
    QTest.keyClick(made.line(), Key.Key_Down, ALT)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    month = popup.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert month.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert month.locale().monthName(3) == "maart"
    view = month.focusProxy() or month
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Return)
    assert made.value() == date(2026, 11, 28)
    assert isinstance(made.focusWidget(), QLineEdit)


@POPUPS
def test_escape_closes_the_calendar_and_leaves_the_day(place: Workplace, shown: Shown) -> None:
    made = field(place, shown)
    made.open_calendar()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    month = popup.findChild(QCalendarWidget)
    assert isinstance(month, QCalendarWidget)
    QTest.keyClick(month, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert made.value() is None


def test_the_letter_of_its_label_leads_to_the_field(place: Workplace, shown: Shown) -> None:
    form = Form(place.look)
    form.line("wat", "&Wat")
    made = form.add("op", "Ontvangen o&p", DateField(place, "op", "Ontvangen op"))
    shown(form)
    QTest.keyClick(form, Key.Key_P, ALT)
    assert QApplication.focusWidget() is made.line()
