"""Fields that are edited where they stand: what is typed is a draft within a second, and an edit when the field is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.services.failures import Failure
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace

DRAFT_MILLISECONDS = 600
MOST_LINES = 14
MOST_TURNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a field edits: of which dossier and item, the text as it is kept, how another text is kept, and in which words.

    `on` gives the same field as it stands in another state of the dossier, None where its item is gone. Called on the lane too.
    """

    dossier_id: str
    item_id: str
    field: str
    text: str
    edit: Callable[[str], Edit]
    words: str
    on: Callable[[Dossier], Target | None]

    def is_field_of(self, other: Target) -> bool:
        """Whether both are the same field, be it in another state."""
        return (self.dossier_id, self.item_id, self.field) == (other.dossier_id, other.item_id, other.field)

    def keeping(self, said: str, own: set[str]) -> Edit:
        """The edit that keeps this text also where something beside it was kept meanwhile, or an earlier text of this field.

        `own` holds the text that was last kept from here, once there is one. Raises EditConflict when applied where the field
        itself holds the text of another, be it one from here that somebody put back.
        """

        def edit(dossier: Dossier) -> Dossier:
            present = self.on(dossier)
            is_own = present is not None and present.text in {self.text, said, *own}
            kept = (present if present is not None and is_own else self).edit(said)(dossier)
            after = self.on(kept)
            if after is not None:
                own.clear()
                own.add(after.text)
            return kept

        return edit


class GrowingText(QPlainTextEdit):
    """Text that is as high as it is long; Tab goes on, Ctrl+Enter is done. With one line, Enter is done too."""

    left = Signal()
    taken_back = Signal()

    def __init__(self, look: Look, least_lines: int) -> None:
        super().__init__()
        self._look = look
        self._least = least_lines
        self._fitting = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Takes the height of its text; a bar beside it may come or go by that, and then its text is another line long."""
        if self._fitting:
            return
        self._fitting = True
        for _turn in range(MOST_TURNS):
            height = self._height()
            if height == self.minimumHeight() == self.maximumHeight():
                break
            self.setFixedHeight(height)
        self._fitting = False

    def _height(self) -> int:
        lines = max(self._least, min(MOST_LINES, round(self.document().size().height())))
        margin = 2 * round(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + margin + self._look.px(16)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self._least == 1 or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.taken_back.emit()
            return
        super().keyPressEvent(event)


class InPlaceText(QWidget):
    """A text of the dossier, edited where it stands. What cannot be kept stays as it was typed, with the reason below it."""

    def __init__(
        self, place: Workplace, editor: DossierEditor, object_name: str, accessible: str, *, lines: int = 1, hint: str = ""
    ) -> None:
        super().__init__()
        self._place = place
        self._editor = editor
        self._target: Target | None = None
        self._newest: Target | None = None
        self._waiting: str | None = None
        self._own: set[str] = set()
        self._refused = False
        self._drafted = False
        self.text = GrowingText(place.look, lines)
        a11y.name(self.text, object_name, accessible, hint)
        self.text.setPlaceholderText(hint)
        self.text.setReadOnly(editor.read_only)
        self._below = text_label("", "small", wrap=True)
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(2))
        column.addWidget(self.text)
        column.addWidget(self._below)
        self.setFocusProxy(self.text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MILLISECONDS)
        self._timer.timeout.connect(self._keep_draft)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.keep)
        self.text.taken_back.connect(self._take_back)

    def is_touched(self) -> bool:
        """Whether something else stands here than what is kept."""
        return self._target is not None and self._said() != self._target.text

    def show_target(self, target: Target) -> None:
        """Shows what is kept; what is being typed here stays."""
        old = self._target
        self._newest = target
        same = old is not None and old.is_field_of(target)
        if old is not None and same and self.is_touched() and self._said() != target.text:
            if target.text == old.text or target.text in self._own:
                self._target = target  # only something beside it was kept, or what was said before: no reason to refuse
            return
        if not same:
            self.keep()
            self._own, self._waiting, self._refused, self._drafted = set(), None, False, False
            self._tell("", Tone.PLAIN)
        self._put(target)

    def _put(self, target: Target) -> None:
        self._target = None
        shown = self._said() if self.text.hasFocus() else self.text.toPlainText()  # a space just typed keeps its place
        if shown != target.text:
            self.text.setPlainText(target.text)
        self._target = target

    def offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed in this window and never kept."""
        target = self._target
        if target is None or self.is_touched():
            return
        found = drafts.get((target.item_id, target.field, self._place.here.window))
        if found is not None and found != target.text:
            self._drafted = True
            self.text.setPlainText(found)
            self._tell(self.tr("Niet bewaarde tekst teruggezet. Esc haalt deze weer weg."), Tone.ATTENTION)

    def keep(self) -> None:
        """Makes an edit of what was typed."""
        target = self._target
        if target is None or not self.is_touched() or self._waiting == self._said():
            return
        self._waiting = said = self._said()

        def kept(dossier: Dossier) -> None:
            if self._shows(target):
                self._arrived(said, target.on(dossier))
            else:
                self._editor.clear_draft(target.item_id, target.field)

        def failed(failure: Failure) -> None:
            if self._shows(target):
                self._timer.stop()
                self._refused = True
                self._tell(self._place.said(failure), Tone.DANGER)

        def ended() -> None:
            if self._shows(target) and self._waiting == said:
                self._waiting = None  # after a defect too: what is typed next is an edit again

        edit = target.keeping(said, self._own)
        self._editor.submit(edit, target.words, dossier_id=target.dossier_id, owner=self, done=kept, failed=failed, ended=ended)

    def _shows(self, target: Target) -> bool:
        return self._target is not None and self._target.is_field_of(target)

    def _arrived(self, said: str, target: Target | None) -> None:
        """What was said is kept; what was typed since stays, and is kept in its turn."""
        self._tell("", Tone.PLAIN)
        if target is None:
            return
        if self._refused:
            self._refused = False
            self._place.unkept.drop(target.item_id, target.field)  # what was refused here went on into what is kept now
        self._newest = target
        if self._said() == said:
            self._timer.stop()
            self._put(target)
            self._clear_draft(target)
        else:
            self._target = target
            self._typed()

    def _said(self) -> str:
        return self.text.toPlainText().strip()

    def _typed(self) -> None:
        if self._target is not None and not self._timer.isActive():
            self._timer.start()

    def _keep_draft(self) -> None:
        if self._target is not None and self.is_touched():
            self._drafted = True
            self._editor.put_draft(self._target.item_id, self._target.field, self._said())

    def _clear_draft(self, target: Target) -> None:
        if self._drafted:
            self._drafted = False
            self._editor.clear_draft(target.item_id, target.field)

    def _take_back(self) -> None:
        target = self._target
        if target is not None and self.is_touched():
            self._timer.stop()
            # Somebody else may have changed it while this was typed: what is kept now is what comes back.
            self._target = target = self._newest or target
            self.text.setPlainText(target.text)
            self._tell("", Tone.PLAIN)
            self._clear_draft(target)

    def _tell(self, words: str, tone: Tone) -> None:
        self._below.setText(words)
        self._below.setVisible(bool(words))
        set_tone(self._below, tone)
        if words:
            a11y.announce(self.text, words, urgent=tone is Tone.DANGER)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep()
