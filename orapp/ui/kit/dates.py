"""A field for a date that is typed as people write it, with the weekday and the week beside it and a calendar below it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.texts.typed_dates import add_months, day_and_week, read_date, written_date
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import restyle
from orapp.ui.kit.workplace import Workplace

LINE_PIXELS = 112
DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


class DateField(QWidget):
    """A date or none. Up and down move a day, Page up and down a month (with Ctrl a week), Alt+Down opens the calendar.

    `changed` is emitted with the day (or None) as soon as what is typed is read as another one. What cannot be read stays as it
    was typed, with the reason below it in red; `value` is None then, and `is_wrong` True.
    """

    changed = Signal(object)
    edited = Signal()

    def __init__(self, place: Workplace, object_name: str, accessible: str, *, narrow: bool = False) -> None:
        """`narrow` leaves out the words beside and below it: for the cell of a table, where they stand in the tooltip."""
        super().__init__()
        self._place = place
        self._accessible = accessible
        self._value: date | None = None
        self._refusal = ""
        self._calendar: _CalendarPopup | None = None
        self.setObjectName(object_name)
        self._narrow = narrow
        self._build_line(accessible)
        self._build_button(accessible)
        self._beside = text_label("", "small")
        self._below = text_label("", "refusal", wrap=True)
        self._below.setObjectName(f"{object_name}-refusal")
        self._below.hide()
        self._set_out()
        self._line.textChanged.connect(self._read)
        self._line.textEdited.connect(lambda _text: self.edited.emit())
        self._line.editingFinished.connect(self._tidy)
        self._button.clicked.connect(self.open_calendar)

    def _build_line(self, accessible: str) -> None:
        self._line = QLineEdit()
        self._line.setObjectName(f"{self.objectName()}-invoer")
        self._line.setAccessibleName(accessible)
        self._line.setPlaceholderText(self.tr("dd-mm-jjjj"))
        self._line.installEventFilter(self)

    def _build_button(self, accessible: str) -> None:
        self._button = QToolButton()
        self._button.setObjectName(f"{self.objectName()}-kalender")
        self._button.setArrowType(Qt.ArrowType.DownArrow)
        self._button.setAccessibleName(self.tr("Kalender bij {field}").format(field=accessible))
        self._button.setToolTip(self.tr("Kalender (Alt+pijl omlaag)"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._button.setMinimumWidth(self._place.look.px(26))

    def _set_out(self) -> None:
        """The field with its button; where there is room, the weekday beside it and a refusal below."""
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        row = QHBoxLayout()
        row.setSpacing(look.px(4))
        row.addWidget(self._line, 1 if self._narrow else 0)
        row.addWidget(self._button)
        column.addLayout(row)
        if self._narrow:
            row.setSpacing(0)
            self._beside.setParent(self)
            self._below.setParent(self)
            self._beside.hide()
        else:
            self._line.setMinimumWidth(look.px(LINE_PIXELS))
            self._line.setMaximumWidth(look.px(LINE_PIXELS))
            row.addSpacing(look.px(4))
            row.addWidget(self._beside)
            row.addStretch(1)
            column.addWidget(self._below)
        self.setFocusProxy(self._line)

    def value(self) -> date | None:
        """The day, or None where there is none or what stands here is no date."""
        return self._value

    def set_value(self, day: date | None) -> None:
        """Shows a day; nothing is emitted when it stood there already."""
        self._line.setText("" if day is None else written_date(day))

    def is_wrong(self) -> bool:
        """Whether something stands here that is no date."""
        return bool(self._refusal)

    def refusal(self) -> str:
        """Why what stands here is no date, or empty."""
        return self._refusal

    def text(self) -> str:
        """What stands here, as it was typed."""
        return self._line.text()

    def put_text(self, text: str) -> None:
        """Puts a text here as if it was typed."""
        self._line.setText(text)

    def line(self) -> QLineEdit:
        """The line in which is typed."""
        return self._line

    def open_calendar(self) -> None:
        """Opens the calendar below the field at its day."""
        popup = _CalendarPopup(self._place, self)
        popup.setObjectName(f"{self.objectName()}-maand")
        popup.chosen.connect(self._take_chosen)
        popup.open_at(self._value or self._place.today(), self.mapToGlobal(QPoint(0, self.height())))
        self._calendar = popup

    def _take_chosen(self, day: date) -> None:
        self.set_value(day)
        self.edited.emit()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _read(self, text: str) -> None:
        read = read_date(text, self._place.today())
        before, self._value, self._refusal = self._value, read.day, read.refusal
        self._beside.setText("" if read.day is None else day_and_week(read.day))
        if not self._refusal:
            self._show_refusal("")
        self._line.setToolTip(self._refusal or self._beside.text())
        self._line.setAccessibleDescription(self._refusal or self._beside.text())
        if self._value != before:
            self.changed.emit(self._value)

    def _tidy(self) -> None:
        """Writes the day out when the field is left; what is no date stays, with the reason."""
        if self._value is not None:
            self.set_value(self._value)
        self._show_refusal(self._refusal)

    def _show_refusal(self, refusal: str) -> None:
        self._below.setText(refusal)
        self._below.setVisible(bool(refusal) and not self._narrow)
        wrong = "true" if refusal else "false"
        if self._line.property("refused") != wrong:
            self._line.setProperty("refused", wrong)
            restyle(self._line)

    def _step(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return True
        days = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        months = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}.get(Qt.Key(event.key()), 0)
        if not days and not months:
            return False
        start = self._value or self._place.today()
        with suppress(ValueError, OverflowError):
            stepped = add_months(start, months) if months and not control else start + timedelta(days=days + 7 * months)
            self.set_value(stepped if self._value is not None else start)
            self._line.selectAll()
            self.edited.emit()
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._step(event):
            return True
        return super().eventFilter(watched, event)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._place.look.px(LINE_PIXELS + 30)), hint.height())


class _CalendarPopup(QFrame):
    """A month with week numbers; Enter or a click takes the day, Esc goes back."""

    chosen = Signal(object)

    def __init__(self, place: Workplace, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "card")
        self._month = QCalendarWidget()
        self._month.setObjectName("kalender")
        self._month.setAccessibleName(self.tr("Kalender"))
        self._month.setLocale(DUTCH)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._month.setGridVisible(False)
        self._month.setMinimumSize(place.look.px(300), place.look.px(236))
        self._paint_weekdays(place)
        self._name_buttons()
        column = QVBoxLayout(self)
        margin = place.look.px(6)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._month)
        self._month.clicked.connect(self._take)
        self._month.activated.connect(self._take)
        today = place.today()
        mark = QTextCharFormat()
        mark.setFontWeight(700)
        mark.setForeground(place.look.colour("accent"))
        self._month.setDateTextFormat(QDate(today.year, today.month, today.day), mark)

    def _paint_weekdays(self, place: Workplace) -> None:
        look = place.look
        heads = QTextCharFormat()
        heads.setForeground(look.colour("quiet"))
        heads.setBackground(look.colour("surface"))
        self._month.setHeaderTextFormat(heads)
        plain, weekend = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(look.colour("ink"))
        weekend.setForeground(look.colour("quiet"))
        for number in range(1, 8):
            day = Qt.DayOfWeek(number)
            free = day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
            self._month.setWeekdayTextFormat(day, weekend if free else plain)

    def _name_buttons(self) -> None:
        # Their own pictures are black on every ground, and they have no names.
        for name, sign, words in (
            ("qt_calendar_prevmonth", "←", self.tr("Vorige maand")),
            ("qt_calendar_nextmonth", "→", self.tr("Volgende maand")),
            ("qt_calendar_monthbutton", "", self.tr("Maand kiezen")),
            ("qt_calendar_yearbutton", "", self.tr("Jaar kiezen")),
        ):
            button = self._month.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                if sign:
                    button.setIcon(QIcon())
                    button.setText(sign)
                button.setAccessibleName(words)
                button.setToolTip(words)

    def open_at(self, day: date, corner: QPoint) -> None:
        """Shows the month of a day, inside the screen."""
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = corner.y() if corner.y() + self.height() <= room.bottom() else max(room.top(), room.bottom() - self.height())
        self.move(left, top)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
