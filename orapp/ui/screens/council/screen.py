"""The council and its people: who they are, who signs, what was agreed, and how things are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orapp.ui.kit.cards import button, empty_hint
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.labels import ShortenedLabel, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.parts import Parts
from orapp.ui.screens.council.agreements_part import AgreementsPart
from orapp.ui.screens.council.exchange_part import ExchangePart
from orapp.ui.screens.council.identity_part import IdentityPart
from orapp.ui.screens.council.keeper import CouncilKeeper
from orapp.ui.screens.council.numbers_part import NumbersPart
from orapp.ui.screens.council.people_parts import ContactsPart, MembersPart
from orapp.ui.screens.council.signing_part import SigningPart
from orapp.ui.screens.council.styles_part import StylesPart
from orapp.ui.screens.council.texts_part import TextsPart

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace

COUNCIL, MEMBERS, CONTACTS, SIGNING = "raad", "leden", "contacten", "ondertekening"
AGREEMENTS, NUMBERS, EXCHANGE = "afspraken", "kenmerken", "bestand"
STYLES, TEXTS = "huisstijlen", "teksten"


class _Part(Protocol):
    def show_council(self) -> None: ...


class CouncilScreen(QWidget):
    """Parts at the left, one at the right. Everything is saved as it is typed, and can be undone in this window."""

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self.setObjectName("raad-scherm")
        self.setProperty("part", "ground")
        self.keeper = CouncilKeeper(desk, place, self)
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look, desk, place, keeper = self._place.look, self._desk, self._place, self.keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        column.setSpacing(look.px(10))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(text_label(self.tr("Raad en mensen"), "title"))
        self.state = ShortenedLabel("quiet")
        head.addWidget(self.state)
        head.addStretch(1)
        self.undo = button(self.tr("Ongedaan maken"), "raad-ongedaan")
        self.redo = button(self.tr("Opnieuw"), "raad-opnieuw")
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        column.addLayout(head)
        self.notice = NoticeBar(look)
        column.addWidget(self.notice)
        self.parts = Parts(look, "raad-delen", self.tr("Onderdelen van raad en mensen"))
        self.parts.add(COUNCIL, self.tr("De raad"), lambda: IdentityPart(desk, place, keeper))
        self.parts.add(MEMBERS, self.tr("Leden"), lambda: MembersPart(desk, place, keeper))
        self.parts.add(CONTACTS, self.tr("Contacten"), lambda: ContactsPart(desk, place, keeper))
        self.parts.add(SIGNING, self.tr("Ondertekening"), lambda: SigningPart(place, keeper))
        self.parts.add(AGREEMENTS, self.tr("Afspraken en reces"), lambda: AgreementsPart(place, keeper))
        self.parts.add(NUMBERS, self.tr("Kenmerken"), lambda: NumbersPart(place, keeper))
        self.parts.add(STYLES, self.tr("Huisstijlen"), lambda: StylesPart(desk, place, keeper))
        self.parts.add(TEXTS, self.tr("Teksten en woorden"), lambda: TextsPart(desk, place, keeper))
        self.parts.add(EXCHANGE, self.tr("Bestand en vernietigen"), lambda: ExchangePart(desk, place, keeper))
        column.addWidget(self.parts, 1)
        as_frame(self)
        hidden = self.tr("Scherm delen staat aan. Namen en adressen zijn verborgen; zet het delen uit om de raad te zien.")
        self.hidden_words = empty_hint(hidden)
        self.hidden_words.setObjectName("raad-verborgen")
        column.addWidget(self.hidden_words)
        column.addStretch(0)
        self._show_shared()

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.undo.clicked.connect(self.keeper.undo)
        self.redo.clicked.connect(self.keeper.redo)
        undo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        redo_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self)
        for shortcut, act in ((undo_key, self.keeper.undo), (redo_key, self.keeper.redo)):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.keeper.changed.connect(self._show)
        self.keeper.failed.connect(self._tell)
        self.keeper.caught_up.connect(self.notice.hide)
        self.parts.chosen.connect(lambda _key: self._show())
        self._place.changes.new_day.connect(self._show)
        self._place.here.changed.connect(self._show_shared)

    # -- show ----------------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Reads the council again; the part and the place in it stay."""
        if self.parts.current:
            self.keeper.reload()
        else:  # the screen is made and seen first: with its first part it would keep the keys too long
            self._place.tasks.in_turn(self, "deel", self._show_first, self.keeper.reload)

    def _show_first(self) -> None:
        if not self.parts.current:
            self.parts.show_part(COUNCIL)

    def focus_first(self) -> None:
        """Puts the keyboard on the names of the parts."""
        self.parts.focus_first()

    def show_part(self, key: str) -> None:
        """Shows a part: raad, leden, contacten, ondertekening, afspraken, kenmerken, huisstijlen, teksten, bestand."""
        self.parts.show_part(key)

    def _show_shared(self) -> None:
        """Whoever looks along sees no names."""
        shared = self._place.here.shared
        self.parts.setVisible(not shared)
        self.undo.setVisible(not shared)
        self.redo.setVisible(not shared)
        self.hidden_words.setVisible(shared)

    def _show(self) -> None:
        council = self.keeper.council
        if council is None:
            return
        for part in self.parts.made():
            cast("_Part", part).show_council()
        undo, redo = self.keeper.undo_words(), self.keeper.redo_words()
        self._name_step(self.undo, undo, self.tr("Ongedaan maken: {what} (Ctrl+Z)"))
        self._name_step(self.redo, redo, self.tr("Opnieuw: {what} (Ctrl+Shift+Z)"))
        self.state.setText("" if self.keeper.can_edit else self.tr("alleen lezen"))

    @staticmethod
    def _name_step(step: QPushButton, what: str, words: str) -> None:
        step.setEnabled(bool(what))
        step.setToolTip(words.format(what=what) if what else "")
        step.setAccessibleDescription(what)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _tell(self, failure: Failure) -> None:
        words = self._place.said(failure)
        if self.keeper.is_behind:
            self.notice.tell(words, Tone.DANGER, self.tr("&Nog eens proberen"), self.keeper.again)
        else:
            self.notice.tell(words, Tone.DANGER)
