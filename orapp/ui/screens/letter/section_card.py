"""A section of a letter as a card: what stands in it in one line, and opened its text and its items."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.letters.parts import PartState
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button, hairline
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.rich_bar import ReadingHint, RichBar
from orapp.ui.screens.letter.rich_insert import open_insertion
from orapp.ui.screens.letter.rich_pieces import naming_of
from orapp.ui.screens.letter.row_button import RowButton, beside
from orapp.ui.screens.letter.section_items import ItemChoice
from orapp.ui.screens.letter.teaser import Teaser

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.domain.dossier import Dossier
    from orapp.letters.parts import LetterPart
    from orapp.ui.kit.workplace import Workplace

TONES = {
    PartState.DOSSIER: Tone.GOOD,
    PartState.MIXED: Tone.GOOD,
    PartState.OWN: Tone.ACCENT,
    PartState.EMPTY: Tone.ATTENTION,
    PartState.LEFT_OUT: Tone.ATTENTION,
}

ITEM, SECTION = "punt/", "onderdeel/"
"""What a typed reason belongs to, before the id of the item or the key of the section."""


class SectionHead(RowButton):
    """The line of a section; it can be dragged to another place.

    `dragged` gives the section, the height on the screen, and whether it was let go there.
    """

    dragged = Signal(str, int, bool)

    def __init__(self, place: Workplace, key: str) -> None:
        super().__init__(place.look, f"onderdeel-{key}")
        self.key = key
        self._from: QPoint | None = None
        self._dragging = False
        self.setCheckable(True)
        column = QVBoxLayout()
        column.setSpacing(place.look.px(2))
        first = QBoxLayout(beside(place.look))
        first.setSpacing(place.look.px(8))
        self.heading = text_label("", "strong", wrap=True)
        self.pill = Pill("")
        first.addWidget(self.heading, 1)
        first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(first)
        self.told = Teaser("quiet")
        column.addWidget(self.told)
        self.row.addLayout(column, 1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._from is not None and not self._dragging:
            self._dragging = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging:
            self.setDown(False)
            self.dragged.emit(self.key, self.mapToGlobal(at).y(), False)
            return
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging, self._dragging, self._from = self._dragging, False, None
        if dragging:
            self.dragged.emit(self.key, self.mapToGlobal(event.position().toPoint()).y(), True)
            return
        super().mouseReleaseEvent(event)


class SectionCard(Card):
    """Shows a section; opened it is edited there. The card itself keeps nothing."""

    toggled = Signal(str)
    written = Signal(str, str, bool)  # key of the text, the text, whether it replaces what the dossier gives
    left = Signal()
    next_asked = Signal(str, int)
    write_asked = Signal(str)  # write the section oneself, from what stands there
    back_asked = Signal(str)  # back to what the dossier gives
    out_asked = Signal(str, str)  # leave the section out, with the reason
    in_asked = Signal(str)
    item_chosen = Signal(str, bool, str)
    part_opened = Signal(str, str)
    field_made = Signal(object)  # a text to write in (OwnText)
    reason_typed = Signal(str, str)  # what is left out ("punt/…" or "onderdeel/…"), the reason as far as it was typed
    insertion_opened = Signal(object, object)  # the sheet, and the text in which its choice comes

    def __init__(self, place: Workplace, part: LetterPart) -> None:
        super().__init__(place.look)
        self._place = place
        self.part = part
        self.editor: OwnText | None = None
        self.own: dict[str, OwnText] = {}
        self.items: dict[str, ItemChoice] = {}
        self.bar: RichBar | None = None
        self.reason_of: Callable[[str], str] = lambda _what: ""
        """Gives the reason that was typed for leaving something out and was not recorded yet."""
        self._out_reason: QLineEdit | None = None
        self._dossier: Dossier | None = None
        self._body: QWidget | None = None
        look = place.look
        self.body.setContentsMargins(look.px(6), look.px(4), look.px(6), look.px(4))
        self.body.setSpacing(look.px(2))
        self.head = SectionHead(place, part.key)
        self.head.clicked.connect(lambda: self.toggled.emit(self.part.key))
        self.body.addWidget(self.head)
        self._dress()

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_part(self, part: LetterPart, make: Callable[[], tuple[Dossier, str]], *, frozen: bool) -> None:
        """Shows the section as it stands now; what is being typed stays."""
        before, self.part = self.part, part
        self._dress()
        if self._body is None:
            return
        if _shape(before) != _shape(part):
            focus = QApplication.focusWidget()
            name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
            self.close_body()
            self.open_body(make, frozen=frozen)
            self._focus_again(name)
            return
        self._rename(make)
        if self.editor is not None and not self.editor.hasFocus():
            self.editor.show_text(part.own or "")
        for place in part.places:
            field = self.own.get(place.key)
            if field is not None and not field.hasFocus():
                field.show_text(place.text)

    def _rename(self, make: Callable[[], tuple[Dossier, str]]) -> None:
        """References read as their items are called now."""
        dossier = make()[0]
        if dossier is self._dossier:
            return
        self._dossier = dossier
        naming = naming_of(dossier, self._place.law)
        for field in (self.editor, *self.own.values()):
            if field is not None:
                field.rename(naming)

    def _focus_again(self, name: str) -> None:
        found = self.findChild(QWidget, name) if name else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name and self.editor is not None:
            self.editor.go_to_end()
        elif name:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        part, texts = self.part, self._place.texts
        heading = f"{part.number}  {part.heading}" if part.number else part.heading
        state = texts.label(part.state)
        if self.head.heading.text() != heading:
            self.head.heading.setText(heading)
        if self.head.pill.text() != state:
            self.head.pill.setText(state)
            self.head.pill.setProperty("tone", TONES[part.state].value)
            restyle(self.head.pill)
        if self.head.told.text() != part.told:
            self.head.told.setText(part.told)
        self.head.told.setVisible(bool(part.told) and self._body is None)
        self.head.setAccessibleName(", ".join(one for one in (heading, state, part.told) if one))

    @property
    def is_open(self) -> bool:
        """Whether the section is being edited."""
        return self._body is not None

    # -- open and close ------------------------------------------------------------------------------------------------

    def open_body(self, make: Callable[[], tuple[Dossier, str]], *, frozen: bool) -> None:
        """Opens the section: its text, its own places, its items."""
        look = self._place.look
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(look.px(8), 0, look.px(8), look.px(8))
        column.setSpacing(look.px(6))
        if frozen:
            column.addWidget(text_label(self.tr("De brief is vastgesteld; de tekst staat vast."), "quiet", wrap=True))
        elif self.part.state is PartState.LEFT_OUT:
            self._add_left_out(column)
        else:
            self._add_text(column, make)
            self._add_places(column, make)
            self._add_items(column)
            self._add_leaving_out(column)
        self.body.addWidget(self._body)
        self.put_reasons()
        self._mark(open_now=True)

    def close_body(self) -> None:
        """Shows one line again."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
            self.editor = self.bar = self._out_reason = None
            self.own, self.items = {}, {}
        self._mark(open_now=False)

    def put_reasons(self) -> None:
        """Puts the reasons back that were typed here and not recorded."""
        for item_id, row in self.items.items():
            row.put_reason(self.reason_of(f"{ITEM}{item_id}"))
        typed = self.reason_of(f"{SECTION}{self.part.key}")
        if self._out_reason is not None and typed and not self._out_reason.text():
            self._out_reason.setText(typed)
            self._out_reason.show()

    def focus_in(self) -> None:
        """Goes to where is written first."""
        if self.editor is not None:
            self.editor.go_to_end()
        else:
            self.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, *, open_now: bool) -> None:
        self.head.setChecked(open_now)
        self.setProperty("open", "true" if open_now else "false")
        restyle(self)
        self._dress()

    def _add_text(self, column: QVBoxLayout, make: Callable[[], tuple[Dossier, str]]) -> None:
        part = self.part
        row = QBoxLayout(beside(self._place.look))
        words = (
            self.tr("Eigen tekst in plaats van wat uit het dossier komt")
            if part.replaces
            else self.tr("Eigen tekst, vóór wat uit het dossier komt")
        )
        row.addWidget(text_label(words, "small", wrap=True), 1)
        if part.replaces:
            act = button(self.tr("Weer uit het dossier"), f"uit-dossier-{part.key}", "link")
            act.clicked.connect(lambda: self.back_asked.emit(part.key))
        else:
            act = button(self.tr("Zelf schrijven"), f"zelf-schrijven-{part.key}", "link")
            act.setToolTip(self.tr("Begint met de tekst die er nu staat"))
            act.clicked.connect(lambda: self.write_asked.emit(part.key))
        row.addWidget(act, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
        self.editor = self._field(part.key, part.heading, part.own or "", make)
        self.bar = RichBar(self._place.look, self.editor)
        self.editor.entered.connect(partial(self.bar.follow, self.editor))
        column.addWidget(self.bar)
        column.addWidget(self.editor)
        column.addWidget(ReadingHint(self._place.look, self.editor, self._place.memory))

    def _add_places(self, column: QVBoxLayout, make: Callable[[], tuple[Dossier, str]]) -> None:
        for place in self.part.places:
            field = self._field(place.key, place.label, place.text, make)
            if self.bar is not None:
                field.entered.connect(partial(self.bar.follow, field))
            column.addWidget(a11y.label_for(place.label, field))
            column.addWidget(field)
            self.own[place.key] = field

    def _field(self, key: str, label: str, text: str, make: Callable[[], tuple[Dossier, str]]) -> OwnText:
        dossier, law = make()[0], self._place.law
        words = self.tr("Eigen tekst: {where}").format(where=label)
        field = OwnText(self._place.look, f"tekst-{key}", words, text, naming_of(dossier, law))
        self._dossier = dossier

        def insert(what: str) -> None:
            sheet = open_insertion(what, field, self._place.look, *make(), law())
            self.insertion_opened.emit(sheet, field)

        field.menu_asked.connect(insert)
        replaces = self.part.replaces and key == self.part.key
        field.written.connect(lambda typed: self.written.emit(key, typed, replaces))
        field.left.connect(self.left.emit)
        field.next_asked.connect(lambda step: self.next_asked.emit(self.part.key, step))
        field.close_asked.connect(lambda: self.toggled.emit(self.part.key))
        self.field_made.emit(field)
        return field

    def _add_items(self, column: QVBoxLayout) -> None:
        refusal = self._place.texts.say("letter.no_left_out_reason")
        for item in self.part.items:
            column.addWidget(hairline())
            row = ItemChoice(self._place.look, item, refusal)
            row.chosen.connect(self.item_chosen.emit)
            row.opened.connect(self.part_opened.emit)
            row.reason_typed.connect(lambda item_id, text: self.reason_typed.emit(f"{ITEM}{item_id}", text))
            column.addWidget(row)
            self.items[item.item_id] = row

    def _add_leaving_out(self, column: QVBoxLayout) -> None:
        part = self.part
        if part.mandatory:
            return
        row = QBoxLayout(beside(self._place.look))
        reason = QLineEdit()
        a11y.name(reason, f"reden-onderdeel-{part.key}", self.tr("Waarom staat dit onderdeel bewust niet in de brief?"))
        reason.setPlaceholderText(self.tr("Waarom bewust niet?"))
        reason.hide()
        reason.textChanged.connect(lambda text: self.reason_typed.emit(f"{SECTION}{part.key}", text))
        self._out_reason = reason
        act = button(self.tr("Bewust weglaten…"), f"weglaten-onderdeel-{part.key}", "link")

        def leave() -> None:
            if reason.isHidden():
                reason.show()
                reason.setFocus(Qt.FocusReason.OtherFocusReason)
            elif reason.text().strip():
                self.out_asked.emit(part.key, reason.text().strip())
            else:
                reason.setProperty("refused", "true")
                restyle(reason)
                a11y.announce(reason, self._place.texts.say("letter.no_left_out_reason"), urgent=True)

        act.clicked.connect(leave)
        reason.returnPressed.connect(leave)
        row.addWidget(act)
        row.addWidget(reason, 1)
        row.addStretch(0)
        column.addLayout(row)

    def _add_left_out(self, column: QVBoxLayout) -> None:
        part = self.part
        words = self.tr("Dit onderdeel staat bewust niet in de brief. Reden: {reason}")
        column.addWidget(text_label(words.format(reason=part.reason), wrap=True))
        act = button(self.tr("Weer opnemen"), f"opnemen-onderdeel-{part.key}")
        act.clicked.connect(lambda: self.in_asked.emit(part.key))
        row = QHBoxLayout()
        row.addWidget(act)
        row.addStretch(1)
        column.addLayout(row)


def _shape(part: LetterPart) -> tuple[object, ...]:
    """What makes an open section look otherwise than by its text."""
    left_out = part.state is PartState.LEFT_OUT
    return part.key, left_out, part.replaces, part.items, tuple(place.key for place in part.places), part.mandatory, part.reason
