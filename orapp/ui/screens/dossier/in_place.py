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
    from orapp.domain.editing import Edit
    from orapp.services.failures import Failure
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace

DRAFT_MILLISECONDS = 600
MOST_LINES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a field edits: of which dossier and item, the text as it is kept, how another text is kept, and in which words."""

    dossier_id: str
    item_id: str
    field: str
    text: str
    edit: Callable[[str], Edit]
    words: str


class GrowingText(QPlainTextEdit):
    """Text that is as high as it is long; Tab goes on, Ctrl+Enter is done. With one line, Enter is done too."""

    left = Signal()
    taken_back = Signal()

    def __init__(self, look: Look, least_lines: int) -> None:
        super().__init__()
        self._look = look
        self._least = least_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)
        look.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Takes the height of its text."""
        lines = max(self._least, min(MOST_LINES, round(self.document().size().height())))
        margin = 2 * round(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + margin + self._look.px(16))

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
        same = old is not None and (old.dossier_id, old.item_id, old.field) == (target.dossier_id, target.item_id, target.field)
        if same and self.is_touched() and self._said() != target.text:
            return
        if not same and old is not None and old.dossier_id == target.dossier_id and self.is_touched():
            self.keep()
        self._target = None
        if not same:
            self._tell("", Tone.PLAIN)
        if self.text.toPlainText() != target.text:
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
        self._timer.stop()
        self._waiting = said = self._said()

        def kept(_dossier: object) -> None:
            self._waiting = None
            self._tell("", Tone.PLAIN)
            self._clear_draft(target)

        def failed(failure: Failure) -> None:
            self._waiting = None
            self._tell(self._place.said(failure), Tone.DANGER)

        self._editor.submit(target.edit(said), target.words, owner=self, done=kept, failed=failed)

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
