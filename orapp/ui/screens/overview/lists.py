"""The two lists of the overview that are read first: the nearest terms, and the dossiers that ask for something now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.law.facts import Party
from orapp.services.rows import DeadlineRow
from orapp.texts.dates import near_date, relative_days, with_short_months
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.labels import NatureLegend
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.overview.link_table import LinkTable

if TYPE_CHECKING:
    from orapp.services.overview import AskingDossier, Overview
    from orapp.ui.kit.workplace import Workplace

LONGEST_WHY = 110
NEAR_DAYS = 92
FATAL = "fatal"
SENTENCE_END = ". "


def turn_word(turn: str) -> str:
    """Whose turn it is, in one word."""
    match turn:
        case Party.COUNCIL.value:
            return QCoreApplication.translate("overview", "OR")
        case Party.DIRECTOR.value:
            return QCoreApplication.translate("overview", "bestuurder")
        case Party.ENTREPRENEUR.value:
            return QCoreApplication.translate("overview", "ondernemer")
        case Party.COURT.value:
            return QCoreApplication.translate("overview", "rechter")
        case _:
            return QCoreApplication.translate("overview", "niemand")


def shortened(text: str, most: int = LONGEST_WHY) -> str:
    """The first sentence, or so many words of it; the dossier says the whole."""
    first = text.split(SENTENCE_END, maxsplit=1)[0].rstrip(".")
    return first if len(first) <= most else f"{first[:most].rsplit(' ', 1)[0]}…"


class TermsCard(Card):
    """The nearest terms: safe and last day, dossier, what, and ground with the mark of where it comes from."""

    all_asked = Signal()

    def __init__(self, place: Workplace) -> None:
        self.all = button(QCoreApplication.translate("overview", "Alle termijnen"), "alle-termijnen", "link")
        aside = QWidget()
        beside = QHBoxLayout(aside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(place.look.px(10))
        beside.addWidget(NatureLegend(place.look))
        beside.addWidget(self.all)
        super().__init__(place.look, QCoreApplication.translate("overview", "Termijnen"), aside)
        self._place = place
        self.table: LinkTable[DeadlineRow] = LinkTable(
            self._columns(), place.look, "overzicht-termijnen", self.tr("Eerstvolgende termijnen"), lambda row: row.place
        )
        self.body.addWidget(self.table)
        self.empty = empty_hint(
            self.tr(
                "Er loopt geen termijn. Zodra u in een dossier een datum vastlegt, staan de termijnen die daaruit volgen hier."
            )
        )
        self.body.addWidget(self.empty)
        self.all.clicked.connect(self.all_asked.emit)

    def show_terms(self, overview: Overview) -> None:
        """Shows these terms."""
        self.table.show_rows(overview.terms)
        self.table.setVisible(bool(overview.terms))
        self.empty.setVisible(not overview.terms)
        self.all.setVisible(overview.more_terms)

    def _columns(self) -> list[Column[DeadlineRow]]:
        return [
            Column(key="safe", title=self.tr("Veilig"), cell=self._safe, pixels=84),
            Column(key="last", title=self.tr("Uiterst"), cell=self._last, pixels=78),
            Column(key="dossier", title=self.tr("Dossier"), cell=self._dossier, weight=10),
            Column(key="what", title=self.tr("Wat"), cell=self._what, weight=10),
            Column(key="ground", title=self.tr("Grond"), cell=self._ground, weight=8),
        ]

    def _safe(self, row: DeadlineRow) -> Cell:
        today = self._place.today()
        if row.safe_day is None:
            return Cell(text="–", quiet=True)
        late = row.safe_day < today and row.state == "running"
        return Cell(text=near_date(row.safe_day, today), strong=True, tone=Tone.DANGER if late else None)

    def _last(self, row: DeadlineRow) -> Cell:
        today = self._place.today()
        late = row.last_day < today
        words = near_date(row.last_day, today)
        second = self.tr("te laat") if late else self.tr("niet zeker") if row.disputed else ""
        return Cell(text=words, second=second, quiet=row.safe_day is None and not late, tone=Tone.DANGER if late else None)

    @staticmethod
    def _dossier(row: DeadlineRow) -> Cell:
        return Cell(text=f"{row.reference} {row.dossier_title}", lines=2, ends=True)

    @staticmethod
    def _what(row: DeadlineRow) -> Cell:
        return Cell(text=f"{shortened(row.title)} {row.subject}".strip(), lines=2)

    def _ground(self, row: DeadlineRow) -> Cell:
        words = with_short_months(row.ground or row.article).replace(f" {self._place.today().year}", "")
        return Cell(text=words, quiet=True, nature=row.nature)


class AskingCard(Card):
    """Dossiers that ask for something now: phase, whose turn, and next step with why are three things (practice.md 5)."""

    undated_asked = Signal()
    all_asked = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look, QCoreApplication.translate("overview", "Dossiers die nu iets vragen"))
        self._place = place
        self.table: LinkTable[AskingDossier] = LinkTable(
            self._columns(),
            place.look,
            "overzicht-dossiers",
            self.tr("Dossiers die nu iets vragen"),
            lambda one: one.row.id,
            act="next",
        )
        self.table.setAccessibleDescription(self.tr("Enter opent het dossier, Ctrl+Enter begint de volgende stap."))
        self.body.addWidget(self.table)
        self.empty = empty_hint(self.tr("Geen enkel dossier vraagt nu iets van de OR."))
        self.body.addWidget(self.empty)
        foot = QHBoxLayout()
        self.undated = button("", "zonder-datum", "link")
        self.undated.clicked.connect(self.undated_asked.emit)
        self.all = button(self.tr("Alle dossiers"), "alle-dossiers", "link")
        self.all.clicked.connect(self.all_asked.emit)
        foot.addWidget(self.undated)
        foot.addWidget(self.all)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_asking(self, overview: Overview) -> None:
        """Shows these dossiers."""
        self.table.show_rows(overview.asking)
        self.table.setVisible(bool(overview.asking))
        self.empty.setVisible(not overview.asking)
        words = self.tr("Zonder volgende datum: {count} dossiers").format(count=overview.undated)
        if overview.undated == 1:
            words = self.tr("Zonder volgende datum: 1 dossier")
        self.undated.setText(words)
        self.undated.setAccessibleName(words)
        self.undated.setVisible(overview.undated > 0)
        self.all.setVisible(overview.more_asking)

    def _columns(self) -> list[Column[AskingDossier]]:
        return [
            Column(
                key="dossier",
                title=self.tr("Dossier"),
                cell=lambda one: Cell(text=f"{one.row.reference} {one.row.title}", lines=2, ends=True),
                weight=8,
            ),
            Column(
                key="phase", title=self.tr("Fase"), cell=lambda one: Cell(text=one.row.phase_label or "–", quiet=True), pixels=104
            ),
            Column(key="turn", title=self.tr("Aan zet"), cell=self._turn, pixels=80),
            Column(key="next", title=self.tr("Volgende stap"), cell=self._next, weight=12),
        ]

    @staticmethod
    def _turn(one: AskingDossier) -> Cell:
        ours = one.row.turn == Party.COUNCIL.value
        return Cell(text=turn_word(one.row.turn), strong=ours, quiet=one.row.turn == Party.NOBODY.value)

    def _next(self, one: AskingDossier) -> Cell:
        row = one.row
        why = shortened(one.why)
        today = self._place.today()
        # A term by which a right is lost is said before what else asks for attention.
        silent = not why or row.deadline_severity == FATAL
        if silent and row.next_deadline is not None and 0 <= (row.next_deadline - today).days <= NEAR_DAYS:
            near = relative_days(row.next_deadline, today)
            why = f"{shortened(row.deadline_title)} {near}"
        ours = bool(row.next_step) and row.turn == Party.COUNCIL.value
        return Cell(text=row.next_step or "–", second=why, tone=Tone.ACCENT if ours else None, lines=2)
