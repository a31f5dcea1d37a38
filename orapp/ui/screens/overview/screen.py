"""The overview: date, what is fatal, the nearest terms, what asks for something, post, promises and one's own action items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.points import PointKind
from orapp.law.facts import Party
from orapp.services.rows import DossierQuery
from orapp.texts.dates import long_date
from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.dossier_tabs import COMMITMENTS, COURSE, DECISION, DOCUMENTS
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.scrolling import scrolled
from orapp.ui.kit.seen_screen import SeenScreen
from orapp.ui.kit.step_wish import StepWish
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.overview.actions_card import ActionsCard
from orapp.ui.screens.overview.fatal_band import FatalBand, kinds_of
from orapp.ui.screens.overview.lists import AskingCard, TermsCard
from orapp.ui.screens.overview.post_card import PostCard
from orapp.ui.screens.overview.promises_card import PromisesCard

if TYPE_CHECKING:
    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.overview import AskingDossier, FatalTerm, Overview
    from orapp.services.rows import Changes, DeadlineRow, PointRow
    from orapp.ui.kit.beginning_menu import Source
    from orapp.ui.kit.workplace import Workplace

TWO_COLUMNS = 900
"""From this width on, drawn at 13 px text, the columns stand side by side."""

QUIET_DAYS = 7


class OverviewScreen(SeenScreen):
    """Everything on it leads to its work in one click or with Enter."""

    dossier_opened = Signal(str)
    part_opened = Signal(str, str, str)
    step_asked = Signal(object)
    letter_asked = Signal(str, str, str)
    letter_begun = Signal(str, object)
    dossiers_asked = Signal(object)
    deadlines_asked = Signal()
    new_asked = Signal()

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._overview: Overview | None = None
        self._wants_focus = False
        self.setObjectName("overzicht-scherm")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        ground = QWidget()
        ground.setProperty("part", "ground")
        whole = QVBoxLayout(ground)
        whole.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        whole.setSpacing(look.px(12))
        whole.addLayout(self._head())
        self.band = FatalBand(look)
        begin = BeginButton(self._place, lambda: self._desk.letters, "fatale-termijn-brief", self._letter_source)
        begin.begun.connect(self._begin_letter)
        self.band.add_act(begin)
        whole.addWidget(self.band)
        self.calm = text_label("", wrap=True, tone=Tone.GOOD)
        self.calm.setObjectName("niets-dringends")
        self.calm.hide()
        whole.addWidget(self.calm)
        self.welcome = self._welcome()
        whole.addWidget(self.welcome)
        whole.addWidget(self._cards())
        whole.addStretch(1)
        self._room = scrolled(ground, sideways=False)
        self._room.setObjectName("overzicht-ruimte")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._room)
        # The keyboard walks the terms first and then the way to all of them, which stands above them.
        self.setTabOrder(self.terms.table, self.terms.all)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(self._place.look.px(12))
        self.day = text_label("", "title")
        self.week = text_label("", "quiet")
        head.addWidget(self.day)
        head.addWidget(self.week, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self.print = button(self.tr("Afdr&ukken"), "voorzittersblad")
        self.print.setToolTip(self.tr("Voorzittersblad: dit overzicht op één A4"))
        self.print.setAccessibleDescription(self.print.toolTip())
        head.addWidget(self.print)
        return head

    def _welcome(self) -> QWidget:
        card = Card(self._place.look, self.tr("Begin met uw eerste dossier"))
        words = self.tr(
            "Hier ziet u straks wat vandaag aandacht vraagt: termijnen, dossiers, post, toezeggingen en actiepunten. Is er een "
            "adviesaanvraag of instemmingsverzoek binnengekomen, of kondigde de bestuurder iets aan? Maak er een dossier van."
        )
        card.body.addWidget(text_label(words, wrap=True))
        row = QHBoxLayout()
        self.first = button(self.tr("&Nieuw dossier"), "eerste-dossier", "primary")
        row.addWidget(self.first)
        row.addStretch(1)
        card.body.addLayout(row)
        demo = self.tr(
            "Eerst rondkijken? Sluit dit archief (menu Archief) en kies op het beginscherm het voorbeeldarchief; de dossiers "
            "daarin zijn verzonnen."
        )
        card.body.addWidget(text_label(demo, "quiet", wrap=True))
        card.hide()
        return card

    def _cards(self) -> QWidget:
        look, place = self._place.look, self._place
        self.terms = TermsCard(place)
        self.asking = AskingCard(place)
        self.post = PostCard(place)
        self.promises = PromisesCard(place)
        self.own = ActionsCard(self._desk, place)
        self.cards = QWidget()
        self._columns = QHBoxLayout(self.cards)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(look.px(14))
        for stretch, cards in ((8, (self.terms, self.asking)), (5, (self.post, self.promises, self.own))):
            column = QVBoxLayout()
            column.setSpacing(look.px(12))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, stretch)
        self.cards.hide()
        return self.cards

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.band.act_asked.connect(self._open_fatal)
        self.terms.table.opened.connect(self._open_term)
        self.terms.all_asked.connect(self.deadlines_asked.emit)
        self.asking.table.opened.connect(self._open_asking)
        self.asking.table.act_asked.connect(self._ask_step)
        self.asking.undated_asked.connect(lambda: self.dossiers_asked.emit(DossierQuery(undated=True)))
        self.asking.all_asked.connect(lambda: self.dossiers_asked.emit(DossierQuery()))
        for card in (self.post, self.promises, self.own):
            card.opened.connect(self._open_point)
        self.first.clicked.connect(self.new_asked.emit)
        self.print.clicked.connect(self._print)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self.reload)
        self._place.here.changed.connect(self.reload)

    # -- show ----------------------------------------------------------------------------------------------------------

    @override
    def reload(self) -> None:
        """Reads the overview again; what had the keyboard keeps it."""
        super().reload()
        here = self._place.here
        person, visibility = here.person, here.visibility
        self._show_day()
        self._place.tasks.read(self, "overzicht", lambda: self._desk.overview.read(person, visibility), self._show)

    def focus_first(self) -> None:
        """Puts the keyboard where the day begins: the fatal term, else the nearest terms; as soon as they are read."""
        self._wants_focus = self._overview is None
        if not self.band.isHidden():
            self.band.act.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.welcome.isHidden():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.terms.table.isHidden():
            self.terms.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_day(self) -> None:
        today = self._place.today()
        self.day.setText(capital(long_date(today)))
        self.week.setText(self.tr("week {week}").format(week=today.isocalendar().week))

    def _show(self, overview: Overview) -> None:
        if overview == self._overview:
            return
        self._overview = overview
        self.welcome.setVisible(overview.empty)
        self.print.setVisible(not overview.empty)
        strategy = self._place.here.visibility.strategy
        self.band.show_fatal(overview.fatal, overview.more_fatal, overview.today, strategy=strategy)
        self.terms.show_terms(overview)
        self.asking.show_asking(overview)
        self.post.show_post(overview)
        self.promises.show_promises(overview.promises)
        self.own.show_actions(overview.actions, overview.today)
        # Shown when all is filled: each table then finds its height once.
        self.cards.setVisible(not overview.empty)
        calm = not overview.empty and is_calm(overview)
        self.calm.setText(self.tr("Er is vandaag niets dringends.") if calm else "")
        self.calm.setVisible(calm)
        # Who went on to another screen meanwhile keeps the keyboard there: a hidden screen would take it without a sign.
        here = self.print.hasFocus() or not self.isAncestorOf(QApplication.focusWidget() or self)
        if self._wants_focus and self.isVisible() and here:
            self.focus_first()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _open_fatal(self, fatal: FatalTerm) -> None:
        """The act that the band names, ready to fill in; where others look along, the dossier alone."""
        kinds = kinds_of(fatal) if self._place.here.visibility.strategy else ()
        if not kinds:
            self.part_opened.emit(fatal.row.reference, DECISION, fatal.deadline.start_source_id)
            return
        row = fatal.row
        codes = tuple(row.subject.split(", ")) if row.subject else ()
        wish = StepWish(reference=row.reference, request_id=fatal.deadline.request_id, kinds=kinds, codes=codes)
        self.step_asked.emit(wish)

    def _letter_source(self) -> Source | None:
        """The term of the band with its dossier, read when the letter is begun."""
        fatal, desk = self.band.fatal, self._desk
        if fatal is None:
            return None
        return lambda: (desk.letters.ground(fatal.row.reference).dossier, fatal.deadline)

    def _begin_letter(self, beginning: Beginning) -> None:
        if self.band.fatal is not None:
            self.letter_begun.emit(self.band.fatal.row.reference, beginning)

    def _open_term(self, row: DeadlineRow) -> None:
        self.dossier_opened.emit(row.reference)

    def _open_asking(self, one: AskingDossier) -> None:
        self.dossier_opened.emit(one.row.reference)

    def _ask_step(self, one: AskingDossier) -> None:
        """Begins the next step where it is the council's turn; else the dossier says what is waited for."""
        row = one.row
        if row.turn != Party.COUNCIL.value or not row.next_step:
            self.dossier_opened.emit(row.reference)
            return
        self._place.tasks.read(
            self,
            "stap",
            lambda: self._desk.overview.leading_request(row.id),
            lambda request_id: self.step_asked.emit(StepWish(reference=row.reference, request_id=request_id)),
        )

    def _open_point(self, row: PointRow) -> None:
        match row.kind:
            case PointKind.SIGN | PointKind.SEND:
                self.letter_asked.emit(row.reference, row.code, row.request_id)
            case PointKind.REGISTER:
                self.part_opened.emit(row.reference, DOCUMENTS, row.item_id)
            case PointKind.EXPECTED:
                self.part_opened.emit(row.reference, COURSE, row.item_id)
            case _:
                self.part_opened.emit(row.reference, COMMITMENTS, row.item_id)

    def _print(self) -> None:
        self._place.tasks.read(self, "raad", self._desk.council.read, lambda council: self._print_for(council.name))

    def _print_for(self, council: str) -> None:
        from orapp.ui.kit.printing import print_document  # only when asked
        from orapp.ui.screens.overview.chair_sheet import chair_sheet

        if self._overview is not None:
            strategy = self._place.here.visibility.strategy
            print_document(chair_sheet(self._overview, council, self, strategy=strategy), self)

    def _on_changes(self, changes: Changes) -> None:
        if changes.lists or changes.dossier_ids:
            self.catch_up()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= self._place.look.px(TWO_COLUMNS)
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)


def is_calm(overview: Overview) -> bool:
    """Whether nothing presses today: no fatal term, nothing late or due within a week, nothing that waits for a signature."""
    today = overview.today
    return (
        overview.fatal is None
        and not any((row.act_by - today).days <= QUIET_DAYS for row in overview.terms)
        and not overview.promises.late
        and not any(row.day is not None and row.day <= today for row in overview.actions.rows)
        and not overview.register.count
        and not overview.sign.count
        and not overview.send.count
    )
