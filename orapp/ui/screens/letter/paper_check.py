"""Holding an adopted letter against its fingerprint, and a file from elsewhere against the versions that are kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from orapp.letters.fingerprint import short
from orapp.services.failures import Circumstance
from orapp.services.letter_life import Checked, CheckLine
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.letter.paper_sheet import PaperSheet

if TYPE_CHECKING:
    from orapp.services.letter_life import LetterLife, Verification
    from orapp.ui.kit.workplace import Workplace

MOST_BYTES = 250 * 1024 * 1024
BREAKS = 16
WELL = frozenset({Checked.SAME, Checked.WITHOUT_PRINT})


class CheckSheet(PaperSheet):
    """Checks at once, and again with every file that is given."""

    def __init__(
        self, parent: QWidget, place: Workplace, life: LetterLife, dossier_id: str, letter_id: str, folder: Path
    ) -> None:
        super().__init__(parent, place, self.tr("Brief controleren"), "brief-controleren")
        self._life = life
        self._dossier_id = dossier_id
        self._letter_id = letter_id
        self._folder = folder
        words = self.tr(
            "Bij het vaststellen krijgt de tekst een vingerafdruk (SHA-256). Het programma berekent die opnieuw, en vergelijkt "
            "elk bewaard bestand met wat er bij het bewaren stond."
        )
        self.room.addWidget(text_label(words, wrap=True))
        self.print_ = text_label("", "code", wrap=True)
        self.print_.setObjectName("vingerafdruk")
        self.room.addWidget(self.print_)
        self.lines = RowModel[CheckLine](self._columns())
        self.table = FittedTable(self.lines, place.look, "controle-regels", self.tr("Wat is gecontroleerd"))
        self.room.addWidget(self.table)
        self.room.addStretch(1)
        self.file_button = button(self.tr("Een &bestand controleren…"), "bestand-controleren")
        self.file_button.clicked.connect(self._ask)
        self.acts.addWidget(self.file_button)
        self.add_act(self.tr("&Opnieuw controleren"), "opnieuw-controleren")
        self.take_size(680, 560)
        self.perform()
        self.file_button.setFocus()

    def _columns(self) -> list[Column[CheckLine]]:
        parts = {
            "fingerprint": self.tr("vingerafdruk"),
            "text": self.tr("tekst tegen de vingerafdruk"),
            "word": self.tr("Word-bestand"),
            "pdf": self.tr("PDF"),
            "given": self.tr("gekozen bestand"),
        }
        label = self._place.texts.label

        def state(line: CheckLine) -> Cell:
            return Cell(text=label(line.found), pill=Tone.GOOD if line.found in WELL else Tone.DANGER, lines=2)

        return [
            Column(
                key="version",
                title=self.tr("Versie"),
                cell=lambda line: Cell(text=f"v{line.version}" if line.version else "–"),
                pixels=64,
            ),
            Column(key="part", title=self.tr("Wat"), cell=lambda line: Cell(text=parts[line.part], lines=2), weight=1),
            Column(key="found", title=self.tr("Uitkomst"), cell=state, weight=1),
        ]

    def perform(self) -> None:
        """Checks what the archive keeps."""
        self._check(None)

    def _ask(self) -> None:
        kinds = self.tr("Brieven (*.docx *.pdf)")
        self._place.asker.choose_file(self, self.tr("Welk bestand?"), self._folder, kinds, self._check)

    def _check(self, path: Path | None) -> None:
        self.do_button.setEnabled(False)
        life, dossier_id, letter_id = self._life, self._dossier_id, self._letter_id

        def work() -> Verification:
            return life.check(dossier_id, letter_id, _read(path) if path is not None else None)

        self._place.tasks.read(self, "controleren", work, self._show, self.fail)

    def _show(self, found: Verification) -> None:
        self.do_button.setEnabled(True)
        self.print_.setText(
            self.tr("Vingerafdruk {short} ({whole})").format(short=short(found.fingerprint), whole=breakable(found.fingerprint))
        )
        self.lines.show(found.lines)
        if found.sound:
            self.tell(self.tr("Alles klopt: de brief is nog precies wat is vastgesteld."), Tone.GOOD)
        elif all(line.found in WELL for line in found.lines if line.part != "given"):
            words = self.tr("Wat het archief bewaart, klopt. Het gekozen bestand is geen bewaarde versie van deze brief.")
            self.tell(words, Tone.ATTENTION)
        else:
            self.tell(self.tr("Niet alles klopt. Gebruik deze brief niet als bewijs en zet een reservekopie terug."), Tone.DANGER)


def breakable(signs: str) -> str:
    """A fingerprint that may go on below between its parts."""
    return "\u200b".join(signs[start : start + BREAKS] for start in range(0, len(signs), BREAKS))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Circumstance("file.unreadable", name=path.name)
        return path.read_bytes()
    except OSError as error:
        raise Circumstance("file.unreadable", name=path.name) from error
