"""Which letter: what fits each request of the dossier by what it is for, the likeliest first, and found by a few letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.letters.letter_kinds import LetterGroup
from orapp.services.finding import likeness
from orapp.services.letter_drafts import status_of
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, Column, button, empty_hint
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.letter.row_button import RowButton, beside
from orapp.ui.screens.letter.teaser import Teaser

if TYPE_CHECKING:
    from orapp.services.letter_drafts import Offer
    from orapp.ui.kit.workplace import Workplace

LIKE_ENOUGH = 74.0
# One letter is in nearly every name; from two on it is a search, made when the typing rests for so many milliseconds.
LEAST_LETTERS, REST = 2, 120


class KindChooser(QWidget):
    """A card for each request with its letters. `chosen` gives kind, request id and letter id (empty: a new letter)."""

    chosen = Signal(str, str, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._offers: tuple[Offer, ...] = ()
        self._request_id = ""
        self._unfolded: set[str] = set()
        self.setObjectName("kies-brief")
        self.rows: list[RowButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(8))
        self.field = QLineEdit()
        a11y.name(self.field, "zoek-brief", self.tr("Zoek een brief"))
        self.field.setPlaceholderText(self.tr("Zoek een brief: een paar letters van de naam of van waar hij voor dient"))
        self.field.setClearButtonEnabled(True)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._show)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.installEventFilter(self)
        column.addWidget(self.field)
        self.cards = Column(place.look)
        column.addWidget(self.cards, 1)

    def show_offers(self, offers: tuple[Offer, ...], request_id: str) -> None:
        """Shows what can be written; the request that is named comes first, the letters about the dossier as a whole last."""
        self._offers, self._request_id = offers, request_id
        self._unfolded = {request_id or next((one.request.id for one in offers), "")}
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.field.setVisible(bool(offers))
        self._show()

    def focus_first(self) -> None:
        """Takes the keys on the first letter."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Lets go of what was offered, where it is not seen: it is read anew each time, and another look need not come to it."""
        around = self.parentWidget()
        if not isinstance(around, QStackedWidget) or around.currentWidget() is not self:
            self.rows = []
            self.cards.fill()

    # -- show ----------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        self._rest.stop()
        self.rows = []
        typed = self.field.text().strip()
        asked = typed if len(typed) >= LEAST_LETTERS else ""
        ids = list(dict.fromkeys(offer.request.id for offer in self._offers))
        ids.sort(key=lambda one: (one != self._request_id, not one))
        cards: list[Card] = []
        for one in ids:
            mine = [offer for offer in self._offers if offer.request.id == one]
            if asked:
                mine = sorted(
                    (offer for offer in mine if _fit(asked, offer) >= LIKE_ENOUGH), key=lambda offer: -_fit(asked, offer)
                )
            if mine:
                cards.append(self._card(one, mine, searched=bool(asked)))
        if not cards:
            cards = [Card(self._place.look, self.tr("Geen brief"))]
            hint = self.tr("Bij dit dossier kan dit programma nog geen brief maken. Leg eerst de aanvraag of het verzoek vast.")
            if asked:
                hint = self.tr("Geen brief heet zo of dient daarvoor. Probeer een ander woord, zoals “nietigheid” of “vragen”.")
            cards[0].body.addWidget(empty_hint(hint))
        self.cards.fill(*cards)
        self.cards.verticalScrollBar().setValue(0)
        a11y.tab_order([self.field, *self.rows])
        if asked:
            a11y.announce(self.field, self.tr("{n} brieven gevonden").format(n=len(self.rows)))

    def _card(self, request_id: str, offers: list[Offer], *, searched: bool) -> Card:
        look = self._place.look
        card = Card(look, offers[0].request.title if request_id else self.tr("Over het dossier als geheel"))
        card.body.setSpacing(look.px(2))
        if searched:
            for offer in offers:
                self._add(card, offer)
            return card
        likely = [offer for offer in offers if offer.first or (offer.letter is not None and offer.letter.adopted_on is None)]
        for offer in likely:
            self._add(card, offer)
        others = [offer for offer in offers if offer not in likely]
        if request_id not in self._unfolded and others:
            self._add_fold(card, request_id, len(others), likely=bool(likely))
            return card
        for group in LetterGroup:
            mine = [offer for offer in others if offer.kind.group is group]
            if mine:
                heading = text_label(capital(self._place.texts.label(group)), "small")
                heading.setContentsMargins(look.px(8), look.px(8), 0, 0)
                card.body.addWidget(heading)
            for offer in mine:
                self._add(card, offer)
        return card

    def _add_fold(self, card: Card, request_id: str, count: int, *, likely: bool) -> None:
        words = self.tr("Brieven hierover ({n})") if not likely else self.tr("Alle andere brieven ({n})")
        more = button(words.format(n=count), f"meer-brieven-{request_id}", "link")

        def unfold() -> None:
            self._unfolded.add(request_id)
            before = {row.objectName() for row in self.rows}
            self._show()
            fresh = next((number for number, row in enumerate(self.rows) if row.objectName() not in before), 0)
            self._walk_to(fresh)

        more.clicked.connect(unfold)
        row = QHBoxLayout()
        row.addWidget(more)
        row.addStretch(1)
        card.body.addLayout(row)

    def _add(self, card: Card, offer: Offer) -> None:
        letter = offer.letter
        card.body.addWidget(self._row(offer, letter.id if letter is not None else ""))
        if letter is not None and letter.adopted_on is not None:
            card.body.addWidget(self._row(offer, ""))

    def _row(self, offer: Offer, letter_id: str) -> RowButton:
        look, kind, letter = self._place.look, offer.kind, offer.letter
        there = letter is not None and bool(letter_id)
        again = letter is not None and not letter_id
        row = RowButton(look, f"kies-{kind.key}-{offer.request.id}{'-nieuw' if again else ''}")
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self.tr("{title}: een nieuwe brief").format(title=kind.title) if again else kind.title
        first = QHBoxLayout()
        first.addWidget(text_label(title, "strong", wrap=True), 1)
        state = ""
        if there:
            state = self._place.texts.label(status_of(letter))
            first.addWidget(Pill(state, Tone.ATTENTION if letter and letter.adopted_on is None else Tone.GOOD))
        elif offer.first:
            state = self.tr("ligt voor de hand")
            first.addWidget(Pill(state, Tone.ACCENT))
        words.addLayout(first)
        if not again:
            large = beside(look) is QBoxLayout.Direction.TopToBottom
            purpose = text_label("", "quiet", wrap=True) if large else Teaser("quiet")
            purpose.setText(kind.purpose)
            words.addWidget(purpose)
        row.row.addLayout(words, 1)
        row.setAccessibleName(", ".join(one for one in (title, state) if one))
        row.setAccessibleDescription(kind.purpose)
        row.setToolTip(kind.purpose)
        row.clicked.connect(lambda: self.chosen.emit(kind.key, offer.request.id, letter_id))
        row.keys_first = self._pressed
        self.rows.append(row)
        return row

    # -- keys ----------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._pressed(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        """Arrows walk along the letters; what is typed on one goes on in the search field, where Enter takes the first."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if watched is self.field:
            if self._rest.isActive() and (step > 0 or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}):
                self._show()
            if step > 0 and self.rows:
                self._walk_to(0)
            elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.rows and self.field.text().strip():
                self.rows[0].click()
            else:
                return False
            return True
        here = next((number for number, row in enumerate(self.rows) if row is watched), -1)
        typed = event.text()
        if here < 0 or not plain:
            return False
        if step:
            if here + step < 0:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._walk_to(min(here + step, len(self.rows) - 1))
            return True
        if typed and typed.isprintable() and not typed.isspace():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.setText(self.field.text() + typed)
            return True
        return False

    def _walk_to(self, number: int) -> None:
        row = self.rows[number]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cards.ensureWidgetVisible(row)


def _fit(asked: str, offer: Offer) -> float:
    """How well a letter fits what was typed: by its name first, then by what it is for."""
    kind = offer.kind
    return max(likeness(asked, f"{kind.key} {kind.title}"), likeness(asked, f"{kind.title} {kind.purpose}") - 6)
