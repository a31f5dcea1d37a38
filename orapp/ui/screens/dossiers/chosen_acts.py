"""What can be done to the dossiers that are chosen: a tag, an owner, the bin; each one write, told with its way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from orapp.law.terms import TermNature
from orapp.services.bulk import BulkDone, BulkService, HeadEdit, add_tag, remove_tag, set_owner
from orapp.services.failures import Failure, Refusal
from orapp.ui.kit.cards import button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.screens.dossiers.word_sheet import WordSheet

if TYPE_CHECKING:
    from orapp.services.rows import Changes, DossierRow
    from orapp.ui.kit.workplace import Workplace

Words = Callable[[], Sequence[str]]


class ChosenActs(QFrame):
    """A bar below the list, seen while several dossiers are chosen; the menu of the list offers the same acts."""

    window_asked = Signal(str)

    def __init__(
        self,
        bulk: BulkService,
        place: Workplace,
        notice: NoticeBar,
        chosen: Callable[[], tuple[DossierRow, ...]],
        tags: Words,
        owners: Words,
    ) -> None:
        super().__init__()
        self._bulk = bulk
        self._place = place
        self._notice = notice
        self._chosen = chosen
        self._tags = tags
        self._owners = owners
        self.setObjectName("gekozen")
        self.setProperty("part", "band")
        self.setProperty("tone", Tone.ACCENT.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(place.look.px(12), place.look.px(6), place.look.px(12), place.look.px(6))
        self.count = text_label("", "strong")
        self.tag_button = button(self.tr("Tag toevoegen…"), "gekozen-tag")
        self.untag_button = button(self.tr("Tag weghalen…"), "gekozen-tag-weg")
        self.owner_button = button(self.tr("Trekker…"), "gekozen-trekker")
        self.bin_button = button(self.tr("Naar de prullenbak"), "gekozen-prullenbak")
        self._row = FlowRow(place.look)
        self._row.fill([self.count, self.tag_button, self.untag_button, self.owner_button, self.bin_button])
        row.addWidget(self._row, 1)
        self.tag_button.clicked.connect(self.ask_tag)
        self.untag_button.clicked.connect(self.ask_tag_away)
        self.owner_button.clicked.connect(self.ask_owner)
        self.bin_button.clicked.connect(self.to_bin)
        self.hide()

    def follow(self) -> None:
        """Shows how many are chosen; the owner is not asked for on a shared screen."""
        rows = self._chosen()
        self.setVisible(len(rows) > 1)
        self.count.setText(self.tr("{count} gekozen").format(count=len(rows)))
        self.untag_button.setEnabled(any(row.tags for row in rows))
        self.owner_button.setVisible(not self._place.here.shared)
        self._row.arrange()

    def fill_menu(self, menu: QMenu) -> None:
        """Puts the acts in the menu of the list."""
        rows = self._chosen()
        if not rows:
            return
        if len(rows) == 1:
            self._add(menu, self.tr("Openen in een &nieuw venster"), "nieuw-venster", partial(self._ask_window, rows[0]))
        menu.addSeparator()
        self._add(menu, self.tr("&Tag toevoegen…"), "tag-toevoegen", self.ask_tag)
        away = self._add(menu, self.tr("Tag &weghalen…"), "tag-weghalen", self.ask_tag_away)
        away.setEnabled(any(row.tags for row in rows))
        if not self._place.here.shared:
            self._add(menu, self.tr("T&rekker…"), "trekker-kiezen", self.ask_owner)
        self._add(menu, self.tr("Naar de &prullenbak"), "naar-prullenbak", self.to_bin)

    @staticmethod
    def _add(menu: QMenu, words: str, name: str, act: Callable[[], None]) -> QAction:
        made = QAction(words, menu)
        made.setObjectName(name)
        made.triggered.connect(lambda _checked=False: act())
        menu.addAction(made)
        return made

    def _ask_window(self, row: DossierRow) -> None:
        self.window_asked.emit(row.reference)

    # -- acts ----------------------------------------------------------------------------------------------------------

    def ask_tag(self) -> None:
        """Asks for a tag and gives it to all that are chosen."""
        rows = self._chosen()
        if not rows:
            return

        def give(word: str) -> str:
            try:
                edit = add_tag(word)
            except Refusal as refusal:
                return self._place.said(refusal)
            self._change(
                rows, edit, self.tr("Tag “{tag}” toegevoegd aan {dossiers}.").format(tag=word, dossiers=self._words(rows))
            )
            return ""

        self._sheet(self.tr("Tag toevoegen"), self.tr("Ta&g"), rows, self.tr("&Toevoegen"), self._tags(), give)

    def ask_tag_away(self) -> None:
        """Asks which tag to take from all that are chosen."""
        rows = self._chosen()
        present = sorted({tag for row in rows for tag in row.tags}, key=str.casefold)
        if not present:
            return

        def give(word: str) -> str:
            if word not in present:
                return self.tr("Kies een van de tags die de gekozen dossiers hebben.")
            said = self.tr("Tag “{tag}” weggehaald bij {dossiers}.").format(tag=word, dossiers=self._words(rows))
            self._change(rows, remove_tag(word), said)
            return ""

        self._sheet(self.tr("Tag weghalen"), self.tr("Ta&g"), rows, self.tr("&Weghalen"), present, give)

    def ask_owner(self) -> None:
        """Asks who keeps the dossiers that are chosen; empty is nobody."""
        rows = self._chosen()
        if not rows or self._place.here.shared:
            return

        def give(word: str) -> str:
            said = (
                self.tr("{owner} is nu trekker van {dossiers}.").format(owner=word, dossiers=self._words(rows))
                if word
                else self.tr("Geen trekker meer voor {dossiers}.").format(dossiers=self._words(rows))
            )
            self._change(rows, set_owner(word), said)
            return ""

        self._sheet(self.tr("Trekker"), self.tr("&Trekker"), rows, self.tr("&Vastleggen"), self._owners(), give)

    def to_bin(self) -> None:
        """Moves what is chosen to the bin, at once: it can come back."""
        rows = self._chosen()
        if not rows:
            return
        ids, said = self._ids(rows), self.tr("Naar de prullenbak: {dossiers}.").format(dossiers=self._words(rows))
        running = [row.reference for row in rows if row.deadline_nature == TermNature.STATUTORY]
        if running:
            words = self.tr("Let op: daarin loopt nog een termijn van de wet ({which}); die staat nu niet meer bij Termijnen.")
            said = f"{said} {words.format(which=', '.join(running))}"
        person, origin = self._place.here.person, self._place.here.window
        self._place.tasks.write(self, lambda: self._bulk.to_bin(ids, person, origin), partial(self._done, said), self._failed)

    def _sheet(
        self, title: str, label: str, rows: Sequence[DossierRow], act: str, known: Sequence[str], given: Callable[[str], str]
    ) -> None:
        parent: QWidget = self.window()
        why = self.tr("Voor {dossiers}.").format(dossiers=self._words(rows))
        WordSheet(parent, self._place.look, title=title, label=label, why=why, act=act, known=known, given=given).open()

    def _change(self, rows: Sequence[DossierRow], edit: HeadEdit, said: str) -> None:
        ids, person, origin = self._ids(rows), self._place.here.person, self._place.here.window
        self._place.tasks.write(
            self, lambda: self._bulk.change(ids, edit, person, origin), partial(self._done, said), self._failed
        )

    def _done(self, said: str, done: BulkDone) -> None:
        if not done.count:
            self._notice.tell(self.tr("Er is niets veranderd: het was al zo."), Tone.ACCENT)
            return
        self._notice.tell(said, Tone.GOOD, self.tr("&Ongedaan maken"), partial(self._undo, done))
        self._place.changes.publish(done.changes)

    def _undo(self, done: BulkDone) -> None:
        person, origin = self._place.here.person, self._place.here.window

        def back(changes: Changes) -> None:
            self._notice.tell(self.tr("Ongedaan gemaakt."), Tone.GOOD)
            self._place.changes.publish(changes)

        self._place.tasks.write(self, lambda: self._bulk.undo(done, person, origin), back, self._failed)

    def _failed(self, failure: Failure) -> None:
        self._notice.tell(self._place.said(failure), Tone.DANGER)

    @staticmethod
    def _ids(rows: Sequence[DossierRow]) -> tuple[str, ...]:
        return tuple(row.id for row in rows)

    def _words(self, rows: Sequence[DossierRow]) -> str:
        if len(rows) == 1:
            return rows[0].reference
        return self.tr("{count} dossiers").format(count=len(rows))
