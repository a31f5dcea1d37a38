"""The filter row of the list of dossiers: everything that narrows the list stands in it, seen and named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.law.facts import Party
from orapp.services.list_views import OPEN
from orapp.services.rows import DossierGroup, DossierOrder, DossierQuery
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossiers.columns import turn_words

if TYPE_CHECKING:
    from datetime import date

    from orapp.ui.kit.workplace import Workplace

ORDER_CHOICES = (
    DossierOrder.NEXT_DEADLINE,
    DossierOrder.REFERENCE,
    DossierOrder.TITLE,
    DossierOrder.KIND,
    DossierOrder.PHASE,
    DossierOrder.UPDATED,
)
LETTERS, WIDE_LETTERS = 13, 19


class Filters(QWidget):
    """Shows a query and reads it back. `changed` says that a person chose something, `typed` that words are being typed."""

    changed = Signal()
    typed = Signal()

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._showing = False
        self._undated = False
        self._asks_until: date | None = None
        self._descending = False
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look, texts = self._place.look, self._place.texts
        self.text = QLineEdit()
        a11y.name(self.text, "filter", self.tr("Filter op kenmerk of woorden uit de titel"))
        self.text.setPlaceholderText(self.tr("Kenmerk of woorden uit de titel (Ctrl+F)"))
        self.text.setClearButtonEnabled(True)
        self.text.setMinimumWidth(look.px(230))
        self.kind = self._choice("soort", self.tr("Soort dossier"), self.tr("Alle soorten"))
        for kind in DossierKind:
            self.kind.addItem(capital(texts.label(kind)), kind)
        self.status = QComboBox()
        self._shape(self.status, "stand", self.tr("Stand van het dossier"))
        self.status.addItem(self.tr("Lopend en nazorg"), OPEN)
        for status in DossierStatus:
            self.status.addItem(capital(texts.label(status)), (status,))
        self.status.addItem(self.tr("Elke stand"), ())
        self.turn = self._choice("aan-zet", self.tr("Wie aan zet is"), self.tr("Alle partijen"))
        for party in (Party.COUNCIL, Party.DIRECTOR, Party.COURT):
            self.turn.addItem(self.tr("{party} aan zet").format(party=capital(turn_words(party.value))), party.value)
        self.tag = self._choice("tag", self.tr("Tag"), self.tr("Alle tags"))
        self.owner = self._choice("trekker", self.tr("Trekker"), self.tr("Alle trekkers"))
        self._build_acts()
        self.row = FlowRow(look)
        parts: list[QWidget] = [self.text, self.kind, self.status, self.turn, self.tag, self.owner]
        parts += [self.attention, self.secret, self.extra, self.clear_button, self.order, self.group]
        self.row.fill(parts, growing=self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def _build_acts(self) -> None:
        """What is ticked or pressed, and how the list stands."""
        self.attention = QCheckBox(self.tr("Met aandacht"))
        self.attention.setObjectName("met-aandacht")
        self.secret = QCheckBox(self.tr("Geheim"))
        self.secret.setObjectName("geheim")
        self.extra = button("", "bijzonder-filter")
        self.extra.setToolTip(self.tr("Haalt dit filter weg"))
        self.extra.hide()
        self.clear_button = button(self.tr("Filter &wissen"), "filter-wissen")
        self.order = QComboBox()
        self._shape(self.order, "volgorde", self.tr("Volgorde"))
        for order in ORDER_CHOICES:
            self.order.addItem(self._order_words(order), order)
        self.group = self._choice("groeperen", self.tr("Groeperen"), self.tr("Niet gegroepeerd"))
        for group in DossierGroup:
            self.group.addItem(self._group_words(group), group)
        for choice in (self.order, self.group):
            choice.setMinimumContentsLength(WIDE_LETTERS)

    def _choice(self, name: str, accessible: str, all_words: str) -> QComboBox:
        made = QComboBox()
        self._shape(made, name, accessible)
        made.addItem(all_words, None)
        return made

    @staticmethod
    def _shape(made: QComboBox, name: str, accessible: str) -> None:
        a11y.name(made, name, accessible)
        made.setToolTip(accessible)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(LETTERS)

    def _order_words(self, order: DossierOrder) -> str:
        match order:
            case DossierOrder.NEXT_DEADLINE:
                return self.tr("Eerste termijn bovenaan")
            case DossierOrder.REFERENCE:
                return self.tr("Op kenmerk")
            case DossierOrder.TITLE:
                return self.tr("Op titel")
            case DossierOrder.UPDATED:
                return self.tr("Laatst gewijzigd bovenaan")
            case DossierOrder.KIND:
                return self.tr("Op soort")
            case DossierOrder.PHASE:
                return self.tr("Op fase")

    def _group_words(self, group: DossierGroup) -> str:
        match group:
            case DossierGroup.KIND:
                return self.tr("Per soort")
            case DossierGroup.PHASE:
                return self.tr("Per fase")
            case DossierGroup.TURN:
                return self.tr("Per wie aan zet is")
            case DossierGroup.OWNER:
                return self.tr("Per trekker")
            case DossierGroup.MONTH:
                return self.tr("Per maand van de eerste termijn")

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_text)
        for choice in (self.kind, self.status, self.turn, self.tag, self.owner, self.group):
            choice.activated.connect(lambda _number: self.changed.emit())
        self.order.activated.connect(self._order_chosen)
        for box in (self.attention, self.secret):
            box.clicked.connect(lambda _on: self.changed.emit())
        self.extra.clicked.connect(self._drop_extra)
        self.clear_button.clicked.connect(self.clear)
        self._place.here.changed.connect(self.follow_sharing)
        self.follow_sharing()

    # -- show ----------------------------------------------------------------------------------------------------------

    def query(self) -> DossierQuery:
        """What the filters ask for now."""
        kind, group = self.kind.currentData(), self.group.currentData()
        shared = self._place.here.shared
        return DossierQuery(
            text=self.text.text().strip(),
            kinds=(DossierKind(kind),) if kind is not None else (),
            statuses=tuple(DossierStatus(status) for status in self.status.currentData()),
            turn=self.turn.currentData() or "",
            tag=self.tag.currentData() or "",
            owner="" if shared else self.owner.currentData() or "",
            attention=self.attention.isChecked(),
            secret=self.secret.isChecked() and not shared,
            undated=self._undated,
            asks_until=self._asks_until,
            # Qt gives a text back for a member of an enumeration of texts.
            order=DossierOrder(self.order.currentData()),
            descending=self._descending,
            group_by=DossierGroup(group) if group is not None else None,
        )

    def show_query(self, query: DossierQuery) -> None:
        """Shows what a query asks for; nothing that narrows the list stays out of sight."""
        # The field itself must hear of it, or its cross stays where nothing can be wiped.
        self._showing = True
        self.text.setText(query.text)
        self._showing = False
        self.kind.setCurrentIndex(self.kind.findData(query.kinds[0]) if len(query.kinds) == 1 else 0)
        # An empty tuple is all; otherwise the entry with the same members.
        entries = [tuple(self.status.itemData(number)) for number in range(self.status.count())]
        self.status.setCurrentIndex(entries.index(query.statuses) if query.statuses in entries else len(entries) - 1)
        self._choose(self.turn, query.turn)
        self._choose(self.tag, query.tag)
        self._choose(self.owner, query.owner)
        self.attention.setChecked(query.attention)
        self.secret.setChecked(query.secret)
        self._undated, self._asks_until = query.undated, query.asks_until
        self._descending = query.descending
        self.order.setCurrentIndex(self.order.findData(query.order))
        self.group.setCurrentIndex(max(0, self.group.findData(query.group_by)) if query.group_by is not None else 0)
        self._show_extra()

    def show_words(self, tags: tuple[str, ...], owners: tuple[str, ...]) -> None:
        """Offers these tags and owners; what was chosen stays chosen."""
        for choice, words in ((self.tag, tags), (self.owner, owners)):
            chosen = choice.currentData() or ""
            while choice.count() > 1:
                choice.removeItem(1)
            for word in words:
                choice.addItem(word, word)
            self._choose(choice, chosen)

    def sort(self, order: DossierOrder, *, descending: bool) -> None:
        """Sorts the list so."""
        self._descending = descending
        self.order.setCurrentIndex(self.order.findData(order))
        self.changed.emit()

    def follow_sharing(self) -> None:
        """On a shared screen nobody is asked for secret dossiers or people."""
        shared = self._place.here.shared
        self.secret.setVisible(not shared)
        self.owner.setVisible(not shared)
        self.row.arrange()

    def tags(self) -> tuple[str, ...]:
        """The tags that are offered."""
        return tuple(self.tag.itemData(number) for number in range(1, self.tag.count()))

    @property
    def narrowed(self) -> bool:
        """Whether the filters leave out something of what runs."""
        query = self.query()
        plain = DossierQuery(order=query.order, descending=query.descending, group_by=query.group_by)
        return replace(query, statuses=()) != plain or self.status.currentIndex() != 0

    def _show_extra(self) -> None:
        words = self.tr("Zonder volgende datum") if self._undated else ""
        if self._asks_until is not None:
            day = short_date(self._asks_until, this_year=self._place.today().year)
            words = self.tr("Vraagt iets t/m {day}").format(day=day)
        self.extra.setText(f"{words}  ×" if words else "")
        self.extra.setAccessibleName(self.tr("{filter}: haal dit filter weg").format(filter=words))
        self.extra.setVisible(bool(words))
        self.row.arrange()

    @staticmethod
    def _choose(choice: QComboBox, value: str) -> None:
        number = choice.findData(value) if value else 0
        if number < 0:
            # A tag of a saved view that no dossier has any more is still what was asked for.
            choice.addItem(value, value)
            number = choice.count() - 1
        choice.setCurrentIndex(number)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def clear(self) -> None:
        """Back to all that runs; order and groups stay."""
        query = self.query()
        self.show_query(
            DossierQuery(statuses=OPEN, order=query.order, descending=query.descending, group_by=query.group_by),
        )
        self.changed.emit()

    def _drop_extra(self) -> None:
        self._undated, self._asks_until = False, None
        self._show_extra()
        self.text.setFocus()
        self.changed.emit()

    def _on_text(self) -> None:
        if not self._showing:
            self.typed.emit()

    def _order_chosen(self, number: int) -> None:
        self._descending = DossierOrder(self.order.itemData(number)) is DossierOrder.UPDATED
        self.changed.emit()
