"""What the act wants in a request, item by item with the council's own judgement (art. 25 lid 3, 27 lid 2, 30 WOR)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from orapp.domain.assessment import AnswerState
from orapp.domain.editing import change
from orapp.domain.items import Judgement
from orapp.domain.requests import CompletenessMark
from orapp.texts.dates import short_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.dossier.head_fields import on_request
from orapp.ui.screens.dossier.in_place import InPlaceText, Target

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.domain.requests import Request
    from orapp.law.completeness import CompletenessItem
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

OPEN = "open"
FOUND = "found"


class CompletenessCard(Card):
    """One row per item: whether it is there, where, and who judged that when. The program never calls a request complete."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self._editor = editor
        self._dossier: Dossier | None = None
        self._request: Request | None = None
        self._shown: tuple[CompletenessItem, ...] = ()
        self._rows: dict[str, _Row] = {}
        self.body.insertWidget(0, text_label(self.tr("Volledigheid van de aanvraag"), "heading"))
        self._stand = text_label("", "quiet", wrap=True)
        self._stand.setObjectName("volledigheid-stand")
        self.body.addWidget(self._stand)
        self._ground: QWidget | None = None

    def show_request(self, dossier: Dossier, request: Request | None) -> None:
        """Shows the items of this request; hidden where the act names none for its procedure."""
        self._dossier, self._request = dossier, request
        wanted = self._place.law().completeness.get(request.legal, ()) if request is not None else ()
        self.setVisible(bool(wanted))
        if request is None or not wanted:
            return
        if wanted != self._shown:
            self._build(wanted)
        for item in wanted:
            self._rows[item.key].show_mark(dossier, request, self._mark(item.key))
        self._stand.setText(self._said(dossier, request, wanted))

    def offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed and never kept."""
        for row in self._rows.values():
            row.passage.offer_drafts(drafts)

    def _build(self, wanted: tuple[CompletenessItem, ...]) -> None:
        if self._ground is not None:
            self._ground.hide()
            self._ground.deleteLater()
        look = self._place.look
        self._ground = QWidget()
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(2, 5)
        self._rows = {item.key: _Row(self, item, grid, number) for number, item in enumerate(wanted)}
        self._shown = wanted
        self.body.addWidget(self._ground)

    def _mark(self, key: str) -> CompletenessMark:
        return mark_of(self._request, key) if self._request is not None else CompletenessMark(key=key)

    def set_mark(self, after: CompletenessMark, words: str, *, judging: bool) -> None:
        """Keeps another mark for its item. A judgement is no step to take back: it is given anew."""
        request = self._request
        if request is not None:
            self._editor.submit(mark_edit(request, after), words, undoable=not judging)

    def judge(self, key: str, found: str, title: str) -> None:
        """The council's answer for one item, with who gave it today."""
        mark = self._mark(key)
        if mark.found != found:
            by, on = self._place.here.person, self._place.today()
            judged = None if found == OPEN else Judgement(answer=found, by=by, on=on)
            words = self.tr("oordeel over {title} vastgelegd").format(title=title.lower())
            self.set_mark(replace(mark, found=found, judged=judged), words, judging=True)

    @property
    def place(self) -> Workplace:
        """The surroundings, for a row."""
        return self._place

    @property
    def editor(self) -> DossierEditor:
        """The edits of the dossier, for a row."""
        return self._editor

    def states(self) -> list[tuple[str, str]]:
        """What the council can say of an item."""
        return [
            (OPEN, self.tr("nog te beoordelen")),
            (FOUND, self.tr("staat erin")),
            ("insufficient", self.tr("onvoldoende")),
            ("missing", self.tr("ontbreekt")),
        ]

    def _said(self, dossier: Dossier, request: Request, wanted: tuple[CompletenessItem, ...]) -> str:
        marks = [self._mark(item.key) for item in wanted]
        unjudged = sum(1 for mark in marks if mark.found == OPEN)
        lacking = sum(1 for mark in marks if mark.found in {"insufficient", "missing"})
        states = [item.state for item in dossier.questions if item.request_id == request.id]
        insufficient = states.count(AnswerState.INSUFFICIENT)
        unanswered = states.count(AnswerState.OPEN)
        parts = []
        if unjudged:
            parts.append(self.tr("{count} van {all} onderdelen nog te beoordelen").format(count=unjudged, all=len(marks)))
        if lacking:
            parts.append(self.tr("{count} onvoldoende of ontbrekend").format(count=lacking))
        if insufficient:
            parts.append(
                self.tr("1 antwoord onvoldoende")
                if insufficient == 1
                else self.tr("{count} antwoorden onvoldoende").format(count=insufficient)
            )
        if unanswered:
            parts.append(
                self.tr("1 vraag niet beantwoord")
                if unanswered == 1
                else self.tr("{count} vragen niet beantwoord").format(count=unanswered)
            )
        if parts:
            return self.tr("In behandeling: {parts}.").format(parts="; ".join(parts))
        return self.tr("De OR heeft elk onderdeel beoordeeld en mist niets. Onvolledigheid schort geen termijn op.")


def mark_edit(request: Request, after: CompletenessMark) -> Edit:
    """The edit that puts a mark in the place of the one for the same item."""
    others = tuple(mark for mark in request.completeness if mark.key != after.key)
    return change("requests", request, replace(request, completeness=(*others, after)))


def mark_of(request: Request, key: str) -> CompletenessMark:
    """What was judged of an item; nothing yet where it was not."""
    return next((mark for mark in request.completeness if mark.key == key), CompletenessMark(key=key))


def passage_target(dossier: Dossier, request: Request, key: str, words: str) -> Target:
    """How the place where an item was found is edited."""
    mark = mark_of(request, key)
    return Target(
        dossier_id=dossier.id,
        item_id=request.id,
        field=f"completeness.{key}",
        text=mark.passage,
        edit=lambda text: mark_edit(request, replace(mark, passage=text)),
        words=words,
        on=on_request(request, lambda later, found: passage_target(later, found, key, words)),
    )


class _Row:
    """One item: what the act wants, the council's answer, where it stands, and who judged when."""

    def __init__(self, card: CompletenessCard, item: CompletenessItem, grid: QGridLayout, number: int) -> None:
        self._card = card
        self._item = item
        look = card.place.look
        words = QWidget()
        title = text_label(item.title, wrap=True)
        title.setToolTip(item.ask)
        self._judged: QLabel = text_label(item.article, "small", wrap=True)
        inner = QGridLayout(words)
        inner.setContentsMargins(0, look.px(4), 0, 0)
        inner.setSpacing(look.px(2))
        inner.addWidget(title, 0, 0)
        inner.addWidget(self._judged, 1, 0)
        self.found = QComboBox()
        a11y.name(self.found, f"volledigheid-{item.key}", item.title, item.ask)
        for value, said in card.states():
            self.found.addItem(said, value)
        self.found.activated.connect(lambda _number: card.judge(item.key, self.found.currentData(), item.title))
        hint = card.tr("stuk, pagina en passage")
        name = card.tr("Vindplaats: {title}").format(title=item.title)
        self.passage = InPlaceText(card.place, card.editor, f"vindplaats-{item.key}", name, hint=hint)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(words, number, 0, top)
        grid.addWidget(self.found, number, 1, top)
        grid.addWidget(self.passage, number, 2, top)

    def show_mark(self, dossier: Dossier, request: Request, mark: CompletenessMark) -> None:
        """Shows what was judged; what is being typed stays."""
        with QSignalBlocker(self.found):
            self.found.setCurrentIndex(max(0, self.found.findData(mark.found)))
        said = self._item.article
        if mark.judged is not None and mark.judged.on is not None:
            year = self._card.place.today().year
            who = "" if self._card.place.here.shared else mark.judged.by
            said = " · ".join(part for part in (said, who, short_date(mark.judged.on, this_year=year)) if part)
        self._judged.setText(said)
        self.passage.show_target(passage_target(dossier, request, mark.key, self._card.tr("vindplaats gewijzigd")))
