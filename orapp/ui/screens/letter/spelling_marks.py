"""Misspelled words in a text that is being written: underlined where it is seen, walked by F7, mended only by a choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit
from typing_extensions import override

from orapp.letters.spelled_words import spelled_words
from orapp.ui.kit import a11y
from orapp.ui.screens.letter.own_text import OWN_FORM, OwnText
from orapp.ui.screens.letter.rich_document import REF

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.spelling import Spelling

REST = 300
"""Milliseconds of rest after which what is seen is looked at."""


class SpellingMarks(QObject):
    """Belongs to one text. `passes` says of a word whether it is right here, whatever the dictionary says.

    `taken` gives a word for the council's own, `skipped` one to be passed over in this letter, `kept` the chosen text that is
    to become a text block; `told` says that nothing was found.
    """

    taken = Signal(str)
    skipped = Signal(str)
    kept = Signal(str)
    told = Signal(str)

    def __init__(self, edit: OwnText, spelling: Spelling, look: Look, passes: Callable[[str], bool]) -> None:
        super().__init__(edit)
        self._edit = edit
        self._spelling = spelling
        self._look = look
        self._passes = passes
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.look_again)
        edit.document().contentsChange.connect(self._wait)
        edit.cursorPositionChanged.connect(self._timer.start)
        edit.verticalScrollBar().valueChanged.connect(self._timer.start)
        spelling.turned.connect(self.look_again)
        look.changed.connect(self.look_again)
        edit.installEventFilter(self)
        edit.viewport().installEventFilter(self)
        self._timer.start()

    def marked(self) -> tuple[str, ...]:
        """The words that are underlined now."""
        return tuple(one.cursor.selectedText() for one in _selections(self._edit))

    # -- what is seen --------------------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Looks at the paragraphs that are seen; words not asked before are asked beside the window."""
        if not self._spelling.is_on:
            self._edit.setExtraSelections([])
            return
        words = [found for block in self._seen() for found in _words(block)]
        unknown = {word for word, _start, _end in words if self._spelling.known(word) is None and not self._passes(word)}
        if unknown:
            self._spelling.look_up(self._edit, unknown, self._draw)
        self._draw()

    def _draw(self) -> None:
        if not self._spelling.is_on:
            return
        caret = self._edit.textCursor().position() if self._edit.hasFocus() else -1
        made = []
        for block in self._seen():
            for word, start, end in _words(block):
                # A word that is still being typed is left alone.
                if end != caret and self._is_wrong(word):
                    made.append(self._mark(start, end))
        self._edit.setExtraSelections(made)

    def _is_wrong(self, word: str) -> bool:
        return self._spelling.known(word) is True and not self._passes(word)

    def _mark(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        form.setUnderlineColor(self._look.colour("danger"))
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._span(start, end)
        selection.format = form
        return selection

    def _span(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._edit.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _seen(self) -> Iterator[QTextBlock]:
        view = self._edit.viewport().rect()
        block = self._edit.cursorForPosition(view.topLeft()).block()
        last = self._edit.cursorForPosition(view.bottomRight()).block().blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()

    def _wait(self, _position: int, _removed: int, _added: int) -> None:
        self._timer.start()

    # -- the next one --------------------------------------------------------------------------------------------------

    def go_to_next(self) -> None:
        """Chooses the next misspelled word of the whole text, after the last again the first, and offers what can be done."""
        if not self._spelling.is_on:
            return
        words = {word for word, _start, _end in self._all() if self._spelling.known(word) is None and not self._passes(word)}
        if words:
            self._spelling.look_up(self._edit, words, self._choose_next)
        else:
            self._choose_next()

    def _choose_next(self) -> None:
        wrong = [(start, end) for word, start, end in self._all() if self._is_wrong(word)]
        if not wrong:
            self.told.emit(self.tr("Geen spelfouten gevonden in deze tekst."))
            return
        at = self._edit.textCursor().selectionEnd()
        start, end = next((one for one in wrong if one[0] >= at), wrong[0])
        self._edit.setTextCursor(self._span(start, end))
        self._edit.ensureCursorVisible()
        self.look_again()
        self._offer(self._span(start, end), self._edit.mapToGlobal(self._edit.cursorRect().bottomLeft()), by_key=True)

    def _all(self) -> Iterator[tuple[str, int, int]]:
        block = self._edit.document().begin()
        while block.isValid():
            yield from _words(block)
            block = block.next()

    # -- what can be done ----------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self._menu_at(QPoint() if by_key else event.pos(), event.globalPos(), by_key=by_key)
            return True
        if watched is self._edit and isinstance(event, QKeyEvent) and _is_f7(event):
            self.go_to_next()
            return True
        return super().eventFilter(watched, event)

    def _menu_at(self, at: QPoint, on_screen: QPoint, *, by_key: bool) -> None:
        cursor = self._edit.textCursor() if by_key else self._edit.cursorForPosition(at)
        place = cursor.position()
        found = next(
            (one.cursor for one in _selections(self._edit) if one.cursor.selectionStart() <= place <= one.cursor.selectionEnd()),
            None,
        )
        if by_key:
            on_screen = self._edit.mapToGlobal(self._edit.cursorRect().bottomLeft())
        self._offer(QTextCursor(found) if found is not None else None, on_screen, by_key=by_key)

    def _offer(self, wrong: QTextCursor | None, on_screen: QPoint, *, by_key: bool) -> None:
        menu = self._edit.createStandardContextMenu()
        menu.setObjectName("spelling-menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._edit.textCursor()
        if wrong is not None:
            self._add_word(menu, wrong, by_key=by_key)
        elif chosen.hasSelection():
            menu.addSeparator()
            menu.addAction(self.tr("Opslaan als tekst&blok…"), self._keep)
        menu.popup(on_screen)

    def _add_word(self, menu: QMenu, wrong: QTextCursor, *, by_key: bool) -> None:
        word = wrong.selectedText().replace("’", "'")
        first = menu.actions()[0]
        waiting = menu.addAction(self.tr("Voorstellen worden gezocht…"))
        waiting.setEnabled(False)
        own = menu.addAction(self.tr("Toevoegen aan de &woorden van de raad"), lambda: self.taken.emit(word))
        skip = menu.addAction(self.tr("Overal over&slaan in deze brief"), lambda: self.skipped.emit(word))
        after = menu.addSeparator()
        menu.insertActions(first, [waiting, own, skip, after])
        a11y.announce(self._edit, self.tr("Misschien een spelfout: {word}").format(word=word))

        def show(found: tuple[str, ...]) -> None:
            for one in found:
                act = menu.addAction(one)
                act.setObjectName("voorstel")
                act.triggered.connect(partial(self._replace, wrong, one))
                menu.insertAction(waiting, act)
            if found:
                menu.removeAction(waiting)
            else:
                waiting.setText(self.tr("Geen voorstellen"))
            if found and by_key:
                menu.setActiveAction(next(act for act in menu.actions() if act.objectName() == "voorstel"))

        self._spelling.suggest(menu, word, show)

    def _replace(self, wrong: QTextCursor, word: str) -> None:
        wrong.insertText(word, wrong.charFormat())
        self._edit.setTextCursor(wrong)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        data = self._edit.createMimeDataFromSelection()
        self.kept.emit(bytes(data.data(OWN_FORM).data()).decode("utf-8", "replace"))


def _is_f7(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F7
    return pressed and event.modifiers() == Qt.KeyboardModifier.NoModifier


def _selections(edit: QTextEdit) -> list[QTextEdit.ExtraSelection]:
    return list(edit.extraSelections())


def _words(block: QTextBlock) -> Iterator[tuple[str, int, int]]:
    """The words of a paragraph with where they begin and end in the document; what is a reference is none."""
    text, begin = block.text(), block.position()
    closed = list(_references(block))
    # Qt counts in UTF-16.
    wide = len(text.encode("utf-16-le", "surrogatepass")) // 2 != len(text)
    for found in spelled_words(text):
        before = len(text[: found.start].encode("utf-16-le", "surrogatepass")) // 2 if wide else found.start
        start = begin + before
        end = start + len(found.text)
        if not any(start < last and first < end for first, last in closed):
            yield found.text, start, end


def _references(block: QTextBlock) -> Iterator[tuple[int, int]]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().property(REF):
            yield fragment.position(), fragment.position() + fragment.length()
        iterator += 1
