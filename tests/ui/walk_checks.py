"""What the walk looks at in each place: names, labels, letters, words, and whether anything is cut off."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFontMetrics, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from orapp.ui.kit.steps import StepButton
from tests.architecture.test_words import ENGLISH
from tests.unmeasured import unmeasured

OPERABLE = (QAbstractButton, QLineEdit, QComboBox, QTabBar)
ACROSS = Qt.Orientation.Horizontal
FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox)
# The patterns of references say themselves what stands between their braces, and a field of a text block has two.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f]|(?<!\{)\{(?!year|council|dossier|number)[a-z_]+\}")
TOO_LARGE = "groter dan het scherm"
OBJECT_NAME = re.compile(r"^[a-z0-9]+([-_][a-z0-9]+)+$")


def seen(root: QWidget) -> list[QWidget]:
    """Every widget below that a person sees, Qt's own inner parts of a widget excepted."""
    with unmeasured():
        window = root.window()
        return [
            widget
            for widget in (root, *root.findChildren(QWidget))
            if widget.isVisible() and widget.window() is window and not widget.objectName().startswith("qt_")
        ]


def said_of(widget: QWidget) -> str:
    """A widget as a finding names it."""
    text = widget.text()[:40] if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName()!r} {text!r}"


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says.

    Of a choice that can be typed in Qt gives its value as the name on Linux, and its label as a relation: there the name counts
    that it was given.
    """
    if isinstance(widget, QComboBox) and widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus & ~Qt.FocusPolicy.ClickFocus) and widget.isEnabled()


# -- names and labels --------------------------------------------------------------------------------------------------


def nameless(top: QWidget) -> list[str]:
    """What takes the keyboard and has no name, or the one that only the program knows it by."""
    found = [widget for widget in seen(top) if takes_tab(widget)]
    return [said_of(widget) for widget in found if not (name := spoken(widget).strip()) or OBJECT_NAME.match(name)]


def unfindable(top: QWidget) -> list[str]:
    """What is operated and has no name of its own to find it by, or shares it."""
    found = [widget for widget in seen(top) if isinstance(widget, OPERABLE) and takes_tab(widget)]
    names = [widget.objectName() for widget in found]
    return [said_of(widget) for widget in found if not widget.objectName() or names.count(widget.objectName()) > 1]


def unlabelled(top: QWidget) -> list[str]:
    """Fields without a label that is seen: a buddy, a placeholder that says what to type, or a choice that names itself."""
    labelled = {label.buddy() for label in seen(top) if isinstance(label, QLabel) and label.buddy() is not None}
    found = []
    for widget in seen(top):
        if not isinstance(widget, FIELDS) or not takes_tab(widget) or isinstance(widget.parent(), QComboBox | QAbstractSpinBox):
            continue
        parents = {widget, widget.parentWidget(), widget.focusProxy()}
        shown = widget.placeholderText() if isinstance(widget, QLineEdit | QPlainTextEdit | QComboBox) else ""
        chosen = isinstance(widget, QComboBox) and bool(widget.currentText())
        if not parents & labelled and not shown and not chosen:
            found.append(said_of(widget))
    return found


def unheaded(top: QWidget) -> list[str]:
    """Tables whose columns a screen reader cannot name."""
    tables = [one for one in seen(top) if isinstance(one, QTableView) and one.model() is not None]
    return [
        f"{said_of(table)} kolom {column}"
        for table in tables
        if type(table).__name__ != "QCalendarView"
        for column in range(table.model().columnCount())
        if not table.isColumnHidden(column) and not str(table.model().headerData(column, ACROSS) or "").strip()
    ]


# -- letters and shortcuts ---------------------------------------------------------------------------------------------


def doubled_letters(top: QWidget) -> list[str]:
    """Letters with Alt that two things answer to: they would only move the focus between them."""
    acts = top.menuBar().actions() if isinstance(top, QMainWindow) else top.actions() if isinstance(top, QMenu) else []
    said = [act.text() for act in acts if act.isVisible()]
    said += [one.text() for one in seen(top) if isinstance(one, QAbstractButton) and not isinstance(one, StepButton)]
    said += [one.text() for one in seen(top) if isinstance(one, QLabel) and one.buddy() is not None]
    letters = [found[1].lower() for text in said if (found := re.search(r"&(\w)", text.replace("&&", "")))]
    return sorted(
        {
            f"{letter}: {[text for text in said if f'&{letter}' in text.lower()]}"
            for letter in letters
            if letters.count(letter) > 1
        }
    )


def ambiguous_keys(top: QWidget) -> list[str]:
    """Shortcuts that two things answer to in the same place."""
    holders: dict[str, list[tuple[QWidget | None, str]]] = {}
    for act in top.findChildren(QAction):
        if act.isEnabled() and isinstance(top, QMainWindow):
            context, parent = act.shortcutContext(), act.parent()
            holder = parent if isinstance(parent, QWidget) else None
            if context is Qt.ShortcutContext.WidgetShortcut or (holder is not None and not holder.isVisible()):
                continue
            narrow = context is Qt.ShortcutContext.WidgetWithChildrenShortcut
            for key in act.shortcuts():
                holders.setdefault(key.toString(), []).append((holder if narrow else None, act.text()))
    for shortcut in top.findChildren(QShortcut):
        parent = shortcut.parent()
        if shortcut.isEnabled() and isinstance(parent, QWidget) and parent.isVisible() and parent.window() is top:
            wide = shortcut.context() in {Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut}
            keys = shortcut.keys()
            for key in keys:
                holders.setdefault(key.toString(), []).append((None if wide else parent, parent.objectName()))
    found = []
    for words, told in holders.items():
        for number, (first, name) in enumerate(told):
            for second, other in told[number + 1 :]:
                if first is None or second is None or first is second or first.isAncestorOf(second) or second.isAncestorOf(first):
                    found.append(f"{words}: {name!r} en {other!r}")
    return found


# -- words -------------------------------------------------------------------------------------------------------------


def strange_words(top: QWidget) -> list[str]:
    """Words that are no Dutch, or were not filled in."""
    said = []
    for widget in seen(top):
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            said.append(widget.placeholderText())
        if isinstance(widget, QMenu):
            said += [act.text() for act in widget.actions()]
    return [
        text
        for text in said
        if (ENGLISH.search(text) and "orapp" not in text) or CONTROL_CHARACTERS.search(text.replace("\n", "").replace("\t", ""))
    ]


# -- nothing cut off ---------------------------------------------------------------------------------------------------


def cut_off(top: QWidget) -> list[str]:
    """What does not have the room that its words need, or lies where nobody can come."""
    found = []
    for widget in seen(top):
        told = _words_cut(widget)
        if told:
            found.append(f"{said_of(widget)}: {told}")
        outside = _outside(widget)
        if outside:
            found.append(f"{said_of(widget)}: {outside}")
    return found


def _words_cut(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _label_cut(widget)
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        needed = widget.minimumSizeHint() if isinstance(widget, QPushButton) else widget.sizeHint()
        if widget.text() and (widget.width() < needed.width() - 1 or widget.height() < needed.height() - 1):
            return f"{widget.size().toTuple()} < {needed.toTuple()}"
    if isinstance(widget, QComboBox):
        needed_width = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if needed_width > widget.width() - widget.height() // 2 and widget.currentText() not in widget.toolTip():
            return f"keuze {widget.currentText()!r} {widget.width()} < {needed_width}"
    if isinstance(widget, QTabBar) and not widget.usesScrollButtons():
        last = widget.tabRect(widget.count() - 1)
        if last.right() > widget.width():
            return f"tabbladen {last.right()} > {widget.width()}"
    if isinstance(widget, QTableView):
        return _headings_cut(widget)
    return ""


def _label_cut(label: QLabel) -> str:
    text = label.text()
    if not text or label.pixmap().width():
        return ""
    whole = f"{label.toolTip()} {label.accessibleName()}"
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - 1:
            return f"hoogte {label.height()} < {needed}"
        if "<" not in text:
            widest = max((label.fontMetrics().horizontalAdvance(word) for word in re.split(r"[\s\u200b]+", text)), default=0)
            if widest > label.contentsRect().width() + 1:
                return f"woord {widest} > {label.contentsRect().width()}"
        return ""
    shown = text.rstrip("…") if text.endswith("…") else ""
    if shown and shown in whole:
        return ""
    hint = label.sizeHint()
    if label.width() < hint.width() - 1 and text not in whole:
        return f"breedte {label.width()} < {hint.width()}"
    return f"hoogte {label.height()} < {hint.height()}" if label.height() < hint.height() - 1 else ""


def _headings_cut(table: QTableView) -> str:
    model, header = table.model(), table.horizontalHeader()
    if model is None or not header.isVisible():
        return ""
    metrics = QFontMetrics(header.font())
    for column in range(model.columnCount()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        told = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        if table.isColumnHidden(column) or words in told:
            continue
        width = header.sectionSize(column)
        if metrics.horizontalAdvance(words) > width and not _wraps_whole(header, metrics, words, width):
            return f"kop {words!r} {header.sectionSize(column)} < {metrics.horizontalAdvance(words)}"
    return ""


def _wraps_whole(header: QHeaderView, metrics: QFontMetrics, words: str, width: int) -> bool:
    """Whether a heading goes on below, each word within the column and all lines within the heading."""
    alignment = header.model().headerData(header.logicalIndexAt(0), ACROSS, Qt.ItemDataRole.TextAlignmentRole)
    if not int(getattr(alignment, "value", alignment) or 0) & Qt.TextFlag.TextWordWrap.value:
        return False
    wrapped = metrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap.value, words)
    return wrapped.width() <= width and wrapped.height() <= header.height()


def _outside(widget: QWidget) -> str:
    parent = widget.parentWidget()
    if widget.isWindow():
        room = widget.screen().availableGeometry()
        return (
            ""
            if widget.width() <= room.width() and widget.height() <= room.height()
            else f"{TOO_LARGE} {widget.size().toTuple()}"
        )
    if parent is None:
        return ""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if isinstance(widget, QScrollArea) and inner is not None:
        room_size = widget.viewport().size()
        if inner.width() > room_size.width() + 1 and widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return f"breder dan zijn venster {inner.width()} > {room_size.width()}"
        if inner.height() > room_size.height() + 1 and widget.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return f"hoger dan zijn venster {inner.height()} > {room_size.height()}"
    grand = parent.parentWidget()
    if isinstance(parent, QAbstractScrollArea) or (isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent):
        return ""
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()) and widget.width() and widget.height():
        return f"ligt buiten {said_of(parent)}: {widget.geometry().getRect()} in {parent.size().toTuple()}"
    return ""


def overlapping(top: QWidget) -> list[str]:
    """What lies over its neighbour: words and fields that share a layout may touch, and never cover each other."""
    found = []
    shown = [one for one in seen(top) if isinstance(one, (QLabel, QAbstractButton, *FIELDS))]
    beside: dict[QWidget, list[QWidget]] = {}
    for widget in shown:
        if (around := widget.parentWidget()) is not None:
            beside.setdefault(around, []).append(widget)
    for parent, widgets in beside.items():
        if parent.layout() is None:
            continue  # what is painted or moved by hand lies as it was meant
        for number, one in enumerate(widgets):
            for other in widgets[number + 1 :]:
                common = one.geometry().intersected(other.geometry())
                if common.width() > 1 and common.height() > 1:
                    found.append(f"{said_of(one)} ligt over {said_of(other)}: {common.getRect()}")
    return found


def sideways(top: QWidget) -> list[str]:
    """Pages that are wider than their room: to read a line one would have to move it to and fro (WCAG 2.2, 1.4.10)."""
    return [
        f"{said_of(area)}: {inner.width()} > {area.viewport().width()}"
        for area in seen(top)
        if isinstance(area, QScrollArea) and (inner := area.widget()) is not None and inner.width() > area.viewport().width() + 1
    ]
