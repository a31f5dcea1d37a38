"""What paper is made of: the letter as it stands, its files, and which secret annexes may go along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.letter.paper_sheet import shortened

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.domain.dossier import Dossier
    from orapp.domain.letters import Letter
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.services.page_look import PageLook
    from orapp.services.papers_out import PapersOut
    from orapp.ui.kit.look import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperGround:
    """A letter with all that paper needs of it; what is made goes into `folder` unless the user says otherwise.

    `look` is the house style in which the letter is shown: what the program draws by itself wears it too.
    """

    papers: PapersOut
    ground: LetterGround
    letter: Letter
    draft: LetterDraft
    folder: Path
    look: PageLook

    @property
    def dossier(self) -> Dossier:
        """The dossier of the letter."""
        return self.ground.dossier


class SecretAnnexes(QWidget):
    """A box to tick for each annex under secrecy (art. 20 WOR); hidden where there is none."""

    def __init__(self, look: Look, of: PaperGround) -> None:
        super().__init__()
        self._ticks: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        words = self.tr("Op deze bijlagen rust geheimhouding (artikel 20 WOR). Vink aan wat alle ontvangers mogen kennen:")
        column.addWidget(text_label(words, "strong", wrap=True))
        for paper in of.papers.secret_annexes(of.dossier, of.letter):
            tick = QCheckBox(f"D{paper.number} {shortened(paper.title)}")
            a11y.name(tick, f"mag-mee-{paper.id}", self.tr("{title} mag mee").format(title=paper.title))
            self._ticks[paper.id] = tick
            column.addWidget(tick)
        if not self._ticks:
            self.hide()

    @property
    def first(self) -> QCheckBox | None:
        """The first box, where there is one."""
        return next(iter(self._ticks.values()), None)

    def allowed(self) -> frozenset[str]:
        """The ids of the annexes that were ticked."""
        return frozenset(paper_id for paper_id, tick in self._ticks.items() if tick.isChecked())
