"""Binding the annexes of a letter: what goes along, what is secret, and what could not be put in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from orapp.services.annex_bundle import BundleLine
from orapp.services.paper_ports import AnnexState
from orapp.texts.dates import plain_date
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.paper_process import OwnPages
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.letter.paper_ground import PaperGround, SecretAnnexes
from orapp.ui.screens.letter.paper_sheet import PaperSheet, write_file

if TYPE_CHECKING:
    from orapp.services.annex_bundle import Bundle
    from orapp.services.papers_out import Gathered
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace


class BundleSheet(PaperSheet):
    """Makes the bundle, and then shows what became of each annex."""

    def __init__(self, parent: QWidget, place: Workplace, of: PaperGround) -> None:
        super().__init__(parent, place, self.tr("Bijlagen bundelen"), "bijlagen-bundelen")
        self._of = of
        self._running: Progress | None = None
        words = self.tr(
            "De bijlagen komen in één PDF: voorin een bijlagenlijst, daarna elke bijlage met een bladwijzer, en doorlopende "
            "bladzijdenummers. Wat geen PDF, Word-bestand of afbeelding is, gaat los mee."
        )
        self.room.addWidget(text_label(words, wrap=True))
        if not of.papers.office_name():
            words = self.tr("Op deze computer is geen LibreOffice gevonden: Word-bestanden gaan daarom los mee.")
            self.room.addWidget(text_label(words, "quiet", wrap=True))
        self._secret = SecretAnnexes(place.look, of)
        self.room.addWidget(self._secret)
        self.lines = RowModel[BundleLine](self._columns())
        self.table = FittedTable(self.lines, place.look, "bundel-regels", self.tr("Bijlagen"))
        self.table.hide()
        self.room.addWidget(self.table)
        self.room.addStretch(1)
        self.add_act(self.tr("&Bundel maken…"), "bundel-maken")
        self.take_size(760, 560)
        (self._secret.first or self.do_button).setFocus()

    def _columns(self) -> list[Column[BundleLine]]:
        label = self._place.texts.label

        def state(line: BundleLine) -> Cell:
            return Cell(text=label(line.state), pill=Tone.GOOD if line.state is AnnexState.BOUND else Tone.ATTENTION)

        return [
            Column(key="number", title=self.tr("Nr."), cell=lambda line: Cell(text=str(line.number)), pixels=44),
            Column(key="title", title=self.tr("Titel"), cell=lambda line: Cell(text=line.title, lines=2), weight=1),
            Column(
                key="dated",
                title=self.tr("Datum"),
                cell=lambda line: Cell(text=plain_date(line.dated) if line.dated else ""),
                pixels=130,
            ),
            Column(
                key="page",
                title=self.tr("Bladzijde"),
                cell=lambda line: Cell(text=str(line.first_page) if line.first_page else "–"),
                pixels=84,
            ),
            Column(key="state", title=self.tr("Stand"), cell=state, pixels=150),
        ]

    def perform(self) -> None:
        """Asks for a name, and binds."""
        from orapp.services.annex_bundle import bundle_name

        name = bundle_name(self._of.draft.content.dated, self._of.dossier.reference)
        title = self.tr("Waar komt de bundel?")
        self._place.asker.name_file(self, title, self._of.folder / name, self.tr("PDF (*.pdf)"), self._make)

    def _make(self, path: Path) -> None:
        self.do_button.setEnabled(False)
        of, allowed = self._of, self._secret.allowed()

        def gather() -> Gathered:
            return of.papers.gather(of.dossier, of.letter, annexes=True, allowed=allowed)

        self.tell(self.tr("De bundel wordt gemaakt…"))
        self._place.tasks.read(self, "bundel", gather, lambda found: self._bind(path, found), self.fail)

    def _bind(self, path: Path, gathered: Gathered) -> None:
        of, pages = self._of, OwnPages(self._place.look)

        def work(progress: Progress) -> Bundle:
            made = of.papers.bundle(of.draft.content, of.dossier, gathered, pages, progress.report)
            write_file(self._place, path, made.data)
            return made

        self._running = self._place.tasks.work(self, work, lambda made: self._made(made, path), self.fail, self._step)

    def _step(self, done: int, total: int) -> None:
        self.notice.setText(self.tr("Bijlage {done} van {total}…").format(done=min(done + 1, total), total=total))

    def _made(self, made: Bundle, path: Path) -> None:
        self._running = None
        self.do_button.setEnabled(True)
        self.lines.show(made.lines)
        self.table.show()
        words = self.tr("De bundel van {pages} bladzijden staat in {path}.").format(pages=made.pages, path=path)
        if made.asking:
            words += " " + self.tr("{count} bijlagen zitten er niet (heel) in; zie hieronder bij Stand.").format(
                count=len(made.asking)
            )
        self.tell(words, Tone.ATTENTION if made.asking else Tone.GOOD)

    @override
    def reject(self) -> None:
        """Closing stops what is being made."""
        if self._running is not None:
            self._running.cancel()
        super().reject()
