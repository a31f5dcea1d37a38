"""The bar above the council's own words: looks, lists, quotations, tables and what can be put in; and how the text reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QPushButton, QWidget
from shiboken6 import isValid

from orapp.letters.readability import LONG_SENTENCE, LONG_WORD, Readability, measure
from orapp.letters.typed_lines import LineKind
from orapp.letters.typed_text import plain
from orapp.letters.wording import tenths
from orapp.ui.kit.cards import button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.letter import rich_acts, rich_levels
from orapp.ui.screens.letter.own_text import INSERT, QUOTE_WITH_SOURCE, OwnText
from orapp.ui.screens.letter.rich_reading import kind_of, table_at
from orapp.ui.screens.letter.row_button import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from orapp.ui.kit.here import Keeps
    from orapp.ui.kit.look import Look

REST = 400
"""Milliseconds of rest after which the text is measured."""
_KEPT, _OFF = "brief-leesbaarheid", "uit"
_MOST_SHOWN = 8


class RichBar(FlowRow):
    """Acts on the text in which was written last; each act has its key there too."""

    def __init__(self, look: Look, edit: OwnText) -> None:
        super().__init__(look, gap=2)
        self.setObjectName("opmaak")
        self.setAccessibleName(self.tr("Opmaak van de tekst"))
        self._edit = edit
        self._stale = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self.bold = self._button(self.tr("Vet"), "opmaak-vet", self.tr("Vet (Ctrl+B)"), rich_acts.turn_bold)
        self.italic = self._button(self.tr("Cursief"), "opmaak-cursief", self.tr("Cursief (Ctrl+I)"), rich_acts.turn_italic)
        self.kinds = {
            LineKind.BULLET: self._kind("•", "opmaak-punten", self.tr("Opsomming (Ctrl+Shift+8)"), LineKind.BULLET),
            LineKind.NUMBERED: self._kind("1.", "opmaak-nummers", self.tr("Genummerde lijst (Ctrl+Shift+7)"), LineKind.NUMBERED),
            LineKind.OPERATIVE: self._kind(
                self.tr("Besluit"),
                "opmaak-besluit",
                self.tr("Zin die beslist: staat los van de overwegingen"),
                LineKind.OPERATIVE,
            ),
        }
        self.below = self._button(
            self.tr("Niveau"),
            "opmaak-niveau",
            self.tr("Onder het punt erboven (Ctrl+]), of weer op het eerste niveau (Ctrl+[)"),
            lambda edit: rich_levels.go_up(edit, edit.dress) or rich_levels.go_down(edit, edit.dress),
        )
        self.quote = self._button(self.tr("Citaat"), "opmaak-citaat", self.tr("Citaat, met of zonder bron"), None)
        self.quote.clicked.connect(self._offer_quote)
        self.table = self._button(self.tr("Tabel"), "opmaak-tabel", self.tr("Tabel"), None)
        self.table.clicked.connect(self._offer_table)
        self.insert = self._button(
            self.tr("Invoegen…"), "opmaak-invoegen", self.tr("Uit het dossier invoegen (Ctrl+Shift+I, of typ [[)"), None
        )
        self.insert.clicked.connect(lambda: self._edit.menu_asked.emit(INSERT))
        for one in (self.bold, self.italic, *self.kinds.values(), self.below, self.quote):
            one.setCheckable(True)
        lists = [self.kinds[LineKind.BULLET], self.kinds[LineKind.NUMBERED], self.below, self.kinds[LineKind.OPERATIVE]]
        self.fill([self.bold, self.italic, *lists, self.quote, self.table, self.insert])
        self._join()

    def follow(self, edit: OwnText) -> None:
        """Acts on another text from now on."""
        if edit is self._edit:
            return
        if isValid(self._edit):
            self._edit.cursorPositionChanged.disconnect(self._show_soon)
            self._edit.currentCharFormatChanged.disconnect(self._show_soon)
        self._edit = edit
        self._join()

    def _join(self) -> None:
        self._edit.cursorPositionChanged.connect(self._show_soon)
        self._edit.currentCharFormatChanged.connect(self._show_soon)
        self._show()

    def _show_soon(self) -> None:
        """After the keystroke: what is typed comes first."""
        if not self._stale:
            self._stale = True
            self._soon.start()

    def _button(self, words: str, name: str, tip: str, act: Callable[[OwnText], object] | None) -> QPushButton:
        made = button(words, name, "chip")
        made.setAccessibleName(tip)
        made.setToolTip(tip)
        # A press leaves the caret where it is; by Tab the button is reached all the same.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if act is not None:
            made.clicked.connect(lambda: self._do(partial(act, self._edit)))
        return made

    def _kind(self, words: str, name: str, tip: str, kind: LineKind) -> QPushButton:
        return self._button(words, name, tip, lambda edit: rich_acts.turn_kind(edit, kind, edit.dress))

    def _do(self, act: Callable[[], object]) -> None:
        act()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _show(self) -> None:
        """Marks what holds at the caret."""
        self._stale = False
        if not isValid(self._edit):
            return
        kind = kind_of(self._edit.textCursor().block())
        self.bold.setChecked(rich_acts.is_bold(self._edit))
        self.italic.setChecked(self._edit.currentCharFormat().fontItalic())
        self.quote.setChecked(kind is LineKind.QUOTE)
        self.below.setChecked(rich_levels.is_below(self._edit))
        for one, by in self.kinds.items():
            by.setChecked(kind is one)

    def _offer_quote(self) -> None:
        edit = self._edit
        acts = [
            (self.tr("Deze alinea als citaat (Ctrl+Shift+9)"), lambda: rich_acts.turn_kind(edit, LineKind.QUOTE, edit.dress)),
            (self.tr("Citaat met bron… (Ctrl+Shift+Q)"), lambda: edit.menu_asked.emit(QUOTE_WITH_SOURCE)),
        ]
        self._offer(self.quote, acts)

    def _offer_table(self) -> None:
        edit = self._edit
        if table_at(edit.textCursor()) is None:
            words = self.tr("Nieuwe tabel met {n} kolommen")
            acts = [(words.format(n=n), partial(rich_acts.put_table, edit, n, edit.dress)) for n in (2, 3, 4)]
        else:
            changes = (
                (self.tr("Rij eronder"), "row"),
                (self.tr("Kolom ernaast"), "column"),
                (self.tr("Deze rij weg"), "no-row"),
                (self.tr("Deze kolom weg"), "no-column"),
                (self.tr("Hele tabel weg"), "table"),
            )
            acts = [(words, partial(rich_acts.change_table, edit, what, edit.dress)) for words, what in changes]
        self._offer(self.table, acts)

    def _offer(self, by: QPushButton, acts: Sequence[tuple[str, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        menu.setObjectName("opmaak-menu")
        for words, act in acts:
            menu.addAction(words).triggered.connect(partial(self._do, act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.aboutToHide.connect(self._show)
        menu.popup(by.mapToGlobal(by.rect().bottomLeft()))


class ReadingHint(QWidget):
    """How the text above it reads, in one quiet line; a press shows or hides it, and this machine remembers that."""

    shown = Signal(object)

    def __init__(self, look: Look, edit: OwnText, memory: Keeps) -> None:
        super().__init__()
        self._edit = edit
        self._memory = memory
        row = QBoxLayout(beside(look), self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.said: QLabel = text_label("", "small", wrap=True)
        self.said.setObjectName("leesbaarheid")
        self.turn = button("", "leesbaarheid-tonen", "link")
        self.turn.clicked.connect(self._turn)
        row.addWidget(self.said, 1)
        row.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self._measure)
        edit.written.connect(lambda _text: self._timer.start())
        self._measure()

    @property
    def is_on(self) -> bool:
        """Whether the hint is shown."""
        return self._memory.value(_KEPT) != _OFF

    def _turn(self) -> None:
        self._memory.keep(_KEPT, _OFF if self.is_on else "")
        self._measure()

    def _measure(self) -> None:
        text = self._edit.typed()
        found = measure(plain(text, lambda ref: self._edit.dress.naming(ref).words)) if self.is_on and text.strip() else None
        self.said.setVisible(found is not None and found.sentences > 0)
        self.turn.setVisible(bool(text.strip()))
        self.turn.setText(self.tr("Leesbaarheid verbergen") if self.is_on else self.tr("Leesbaarheid tonen"))
        self.turn.setAccessibleName(self.turn.text())
        if found is None:
            return
        self.said.setText(self._line(found))
        self.said.setToolTip(self._details(found))
        self.said.setAccessibleDescription(self._details(found))
        self.shown.emit(found)

    def _line(self, found: Readability) -> str:
        words = [self.tr("gemiddeld {n} woorden per zin").format(n=tenths(round(found.average * 10)))]
        many = (
            (
                len(found.long_sentences),
                self.tr("1 zin langer dan {most} woorden"),
                self.tr("{n} zinnen langer dan {most} woorden"),
            ),
            (len(found.passives), self.tr("1 zin in de lijdende vorm"), self.tr("{n} zinnen in de lijdende vorm")),
            (len(found.long_words), self.tr("1 lang woord"), self.tr("{n} lange woorden")),
        )
        for count, one, more in many:
            if count:
                words.append((one if count == 1 else more).format(n=count, most=LONG_SENTENCE))
        return self.tr("Leesbaarheid: {what}").format(what=" · ".join(words))

    def _details(self, found: Readability) -> str:
        parts = (
            (self.tr("Langer dan {most} woorden:").format(most=LONG_SENTENCE), found.long_sentences),
            (self.tr("Lijdende vorm (wordt, worden, werd, werden met een voltooid deelwoord):"), found.passives),
            (self.tr("Woorden van meer dan {most} letters:").format(most=LONG_WORD), found.long_words),
        )
        lines: list[str] = []
        for heading, which in parts:
            if which:
                lines.append(heading)
                lines += [f"– {_short(one)}" for one in which[:_MOST_SHOWN]]
                lines += ["– …"] if len(which) > _MOST_SHOWN else []
        return "\n".join(lines)


def _short(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
