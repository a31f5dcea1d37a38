"""What can be put into a text at the cursor: answers, considerations and commitments of the dossier, and articles of the act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QMenu, QPushButton, QWidget

from orapp.domain.dossier import code
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.letter.row_button import beside

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.items import Item
    from orapp.law.book import LawBook
    from orapp.ui.kit.look import Look

LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text that can be put in, and how it is called in the menu."""

    label: str
    text: str


def answers(dossier: Dossier, request_id: str) -> list[Piece]:
    """The answers that were given, each after its question's code."""
    found = []
    for item in dossier.questions:
        if item.answer.strip() and item.request_id in {"", request_id}:
            name = code("questions", item)
            words = QCoreApplication.translate("insertions", "Op vraag {code} antwoordde u: “{answer}”")
            found.append(Piece(label=f"{name} {item.answer}", text=words.format(code=name, answer=item.answer.strip())))
    return found


def considerations(dossier: Dossier, request_id: str) -> list[Piece]:
    """The considerations in their own words."""
    mine = (item for item in dossier.considerations if item.request_id in {"", request_id} and item.text.strip())
    return [Piece(label=item.text, text=item.text.strip()) for item in mine]


def commitments(dossier: Dossier, request_id: str) -> list[Piece]:
    """The commitments with their code, in their literal words."""
    found = []
    for item in dossier.commitments:
        if item.text.strip() and item.request_id in {"", request_id}:
            name = _code(item)
            words = QCoreApplication.translate("insertions", "uw toezegging {code}: “{text}”")
            found.append(Piece(label=f"{name} {item.text}", text=words.format(code=name, text=item.text.strip(' “”"'))))
    return found


def articles(law: LawBook) -> list[Piece]:
    """The articles of the act, as a letter cites them."""
    return [
        Piece(label=f"{one.article}: {one.title}", text=f"{one.article.replace('art.', 'artikel', 1)} WOR")
        for one in law.articles.articles
        if one.article.startswith("art.")
    ]


def _code(item: Item) -> str:
    return code("commitments", item)


class InsertRow(QWidget):
    """The row below a text: "Invoegen: antwoord · overweging · toezegging · wetsartikel"."""

    chosen = Signal(str)

    def __init__(self, look: Look, dossier: Dossier, request_id: str, law: Callable[[], LawBook]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(2))
        grid.addWidget(text_label(self.tr("Invoegen:"), "quiet"), 0, 0)
        in_line = beside(look) is QBoxLayout.Direction.LeftToRight
        kinds: list[tuple[str, str, Callable[[], list[Piece]], str]] = [
            ("antwoord", self.tr("antwoord"), lambda: answers(dossier, request_id), self.tr("Er is nog geen antwoord.")),
            (
                "overweging",
                self.tr("overweging"),
                lambda: considerations(dossier, request_id),
                self.tr("Er is nog geen overweging."),
            ),
            (
                "toezegging",
                self.tr("toezegging"),
                lambda: commitments(dossier, request_id),
                self.tr("Er is nog geen toezegging."),
            ),
            ("wetsartikel", self.tr("wetsartikel"), lambda: articles(law()), self.tr("Geen artikelen.")),
        ]
        for name, words, pieces, nothing in kinds:
            act = button(words, f"invoegen-{name}", "link")
            act.setAccessibleName(self.tr("{what} invoegen").format(what=words))
            act.clicked.connect(self._offering(act, pieces, nothing))
            number = grid.count()
            grid.addWidget(act, *((0, number) if in_line else ((number + 1) // 2, (number - 1) % 2)))
        grid.setColumnStretch(grid.columnCount(), 1)

    def _offering(self, by: QPushButton, pieces: Callable[[], list[Piece]], nothing: str) -> Callable[[], None]:
        def offer() -> None:
            self._offer(by, pieces(), nothing)

        return offer

    def _offer(self, by: QPushButton, pieces: list[Piece], nothing: str) -> None:
        menu = QMenu(self)
        menu.setObjectName("invoegen-menu")
        for piece in pieces:
            label = " ".join(piece.label.split())
            shown = label if len(label) <= LONGEST else f"{label[:LONGEST].rsplit(' ', 1)[0]} …"
            menu.addAction(shown.replace("&", "&&")).setData(piece.text)
        if not pieces:
            menu.addAction(nothing).setEnabled(False)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(by.mapToGlobal(by.rect().bottomLeft()))
