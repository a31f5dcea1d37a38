"""Making a letter: choose which, see it beside what the checks found, and take it home as a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from orapp.letters.content import Finding, FindingWeight, LetterStatus
from orapp.services.failures import Circumstance, Failure, Refusal
from orapp.services.rows import ChangedItem, Changes
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, Column, button, empty_hint, hairline
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.law.facts import ProcedureKind
    from orapp.letters.outlines import LetterKind
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.services.letters import LetterDraft, MadeLetter
    from orapp.ui.kit.workplace import Workplace


class LetterScreen(QWidget):
    """Prepares one kind of letter for one request, and makes versions of it."""

    back_asked = Signal()
    ready = Signal(str)

    def __init__(self, desk: Desk, place: Workplace, folder: Path, person: Callable[[], str]) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._folder = folder
        self._person = person
        self._reference = ""
        self._wanted = ""
        self._request_id = ""
        self._dossier_id = ""
        self._procedures: dict[str, ProcedureKind] = {}
        self._kinds: tuple[LetterKind, ...] = ()
        self._draft: LetterDraft | None = None
        self.setObjectName("brief-scherm")
        self.setProperty("part", "ground")
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(12), look.px(18), look.px(12))
        column.setSpacing(look.px(10))
        column.addLayout(self._build_head())
        self.notice = NoticeBar(look)
        column.addWidget(self.notice)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(look.px(14))
        left = QWidget()
        left.setProperty("part", "ground")
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(look.px(10))
        side.addWidget(self._build_choice())
        self.cards = Column(look)
        side.addWidget(self.cards, 1)
        split.addWidget(left)
        self.preview = LetterPreview(look)
        split.addWidget(self.preview)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 6)
        split.setSizes([look.px(500), look.px(640)])
        column.addWidget(split, 1)

    def _build_head(self) -> QHBoxLayout:
        look = self._place.look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.back_button = button(self.tr("&Terug"), "terug")
        self.back_button.setToolTip(self.tr("Terug naar het dossier (Esc)"))
        row.addWidget(self.back_button)
        self.title = text_label(self.tr("Brief"), "title")
        row.addWidget(self.title)
        self.which = Pill("")
        self.state = Pill("", Tone.ATTENTION)
        row.addWidget(self.which)
        row.addWidget(self.state)
        self.points = text_label("", "quiet")
        self.points.setObjectName("aandachtspunten")
        row.addWidget(self.points)
        row.addStretch(1)
        self.open_button = button(self.tr("&Openen in Word"), "openen-in-word")
        self.open_button.setToolTip(self.tr("Maakt een versie en opent haar in het tekstprogramma van deze computer"))
        self.make_button = button(self.tr("&Maak Word-bestand…"), "maak-word", "primary")
        row.addWidget(self.open_button)
        row.addWidget(self.make_button)
        return row

    def _build_choice(self) -> Card:
        look = self._place.look
        card = Card(look)
        card.body.setSpacing(look.px(6))
        self.kind = QComboBox()
        self.request = QComboBox()
        for label, field, name in (
            (self.tr("&Welke brief"), self.kind, "soort-brief"),
            (self.tr("Bij welke aan&vraag"), self.request, "aanvraag"),
        ):
            row = QHBoxLayout()
            words = a11y.label_for(label, field)
            words.setFixedWidth(look.px(130))
            field.setObjectName(name)
            field.setMinimumContentsLength(18)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(words)
            row.addWidget(field, 1)
            card.body.addLayout(row)
        self.purpose = text_label("", "quiet", wrap=True)
        card.body.addWidget(self.purpose)
        return card

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked.emit)
        self.kind.activated.connect(self._kind_chosen)
        self.request.activated.connect(self._request_chosen)
        self.make_button.clicked.connect(self._ask_for_place)
        self.open_button.clicked.connect(self._make_and_open)
        self._place.changes.changed.connect(self._on_changes)

    # -- show ----------------------------------------------------------------------------------------------------------

    def open(self, reference: str, kind: str, request_id: str) -> None:
        """Shows a letter of a dossier; without a kind the first that fits the request."""
        self._reference = reference
        self._wanted = kind
        self._request_id = request_id
        self._draft = None
        self.notice.hide()
        self._set_ready(False)
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        desk = self._desk

        def look_up() -> tuple[DossierView, tuple[LetterKind, ...], str]:
            return desk.dossiers.view(reference), desk.letters.kinds(), request_id or _request_for(desk, reference, kind)

        self._place.tasks.read(self, "dossier", look_up, self._show_choice)

    def _show_choice(self, found: tuple[DossierView, tuple[LetterKind, ...], str]) -> None:
        view, self._kinds, request_id = found
        self._dossier_id = view.dossier.id
        self.which.setText(view.dossier.reference)
        self.request.clear()
        for course in view.procedures:
            self.request.addItem(course.request.title, course.request.id)
        self._procedures = {course.request.id: course.request.legal for course in view.procedures}
        self.request.setCurrentIndex(max(0, self.request.findData(request_id or view.derived.summary.request_id)))
        self.request.setEnabled(self.request.count() > 1)
        self._request_id = self.request.currentData() or ""
        self._show_kinds()

    def _show_kinds(self) -> None:
        procedure = self._procedures.get(self._request_id)
        fitting = [kind for kind in self._kinds if procedure is not None and kind.for_request(procedure)]
        self.kind.clear()
        for kind in fitting:
            self.kind.addItem(capital(kind.title), kind)
        keys = [kind.key for kind in fitting]
        if self._wanted in keys:
            self.kind.setCurrentIndex(keys.index(self._wanted))
        self.kind.setEnabled(bool(fitting))
        if not fitting:
            self.title.setText(self.tr("Brief"))
            self.purpose.setText("")
            self.kind.setPlaceholderText(self.tr("geen brief mogelijk"))
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ready.emit(self._reference)
            self.cards.fill(self._nothing_fits())
            self._set_ready(False)
            return
        self._prepare()

    def _nothing_fits(self) -> Card:
        card = Card(self._place.look, self.tr("Geen brief"))
        card.body.addWidget(empty_hint(self.tr("Bij deze aanvraag kan dit programma nog geen brief maken.")))
        return card

    def _prepare(self) -> None:
        kind: LetterKind | None = self.kind.currentData()
        if kind is None:
            return
        self._wanted = kind.key
        self.purpose.setText(kind.purpose)
        self.title.setText(self.tr("Brief: {title}").format(title=self.kind.currentText().lower()))
        reference, key, request = self._reference, kind.key, self._request_id
        self._place.tasks.read(
            self, "brief", lambda: self._desk.letters.prepare(reference, key, request), self._show_draft, self._refused
        )

    def _show_draft(self, draft: LetterDraft) -> None:
        self._draft = draft
        self.preview.show_letter(draft.content)
        concept = draft.content.status is LetterStatus.CONCEPT
        versions = len(draft.letter.versions) if draft.letter is not None else 0
        words = self._place.texts.label(draft.content.status)
        self.state.setText(f"{words} {versions + 1}" if concept else words)
        self.state.setProperty("tone", (Tone.ATTENTION if concept else Tone.GOOD).value)
        restyle(self.state)
        self._show_findings(draft)
        self._set_ready(True)
        self.ready.emit(self._reference)

    def _show_findings(self, draft: LetterDraft) -> None:
        asking = sum(1 for item in draft.findings if item.weight is not FindingWeight.NOTE)
        words = self.tr("1 punt vraagt aandacht") if asking == 1 else self.tr("{n} punten vragen aandacht").format(n=asking)
        self.points.setText(words if asking else self.tr("de controle vond niets"))
        cards: list[QWidget] = [self._parts(draft)]
        for weight in FindingWeight:
            found = [finding for finding in draft.findings if finding.weight is weight]
            if found:
                cards.append(self._findings_card(weight, found))
        self.cards.fill(*cards)

    def _findings_card(self, weight: FindingWeight, found: list[Finding]) -> Card:
        texts = self._place.texts
        card = Card(self._place.look, capital(texts.label(weight)), Pill(str(len(found)), _tone(weight)))
        card.setObjectName(f"controle-{weight.value}")
        card.setAccessibleName(f"{capital(texts.label(weight))}: {len(found)}")
        for number, finding in enumerate(found):
            if number:
                card.body.addWidget(hairline())
            card.body.addWidget(text_label(texts.say(finding.code, **finding.fields), wrap=True))
        return card

    def _parts(self, draft: LetterDraft) -> Card:
        card = Card(self._place.look, self.tr("Inhoud van de brief"))
        number = 0
        for section in draft.content.sections:
            if not section.heading:
                continue
            number += 1
            row = QHBoxLayout()
            heading = f"{number}  {section.heading}" if draft.content.numbered else section.heading
            row.addWidget(text_label(heading, wrap=True), 1)
            row.addWidget(Pill(self.tr("uit dossier"), Tone.GOOD) if section.blocks else Pill(self.tr("leeg"), Tone.ATTENTION))
            card.body.addLayout(row)
        if not number:
            card.body.addWidget(empty_hint(self.tr("Een korte brief zonder kopjes.")))
        return card

    def _refused(self, failure: Failure) -> None:
        self._draft = None
        self._set_ready(False)
        card = Card(self._place.look, self.tr("Deze brief kan nog niet"))
        card.body.addWidget(text_label(self._place.said(failure), "refusal", wrap=True))
        self.cards.fill(card)
        a11y.announce(self, self._place.said(failure), urgent=True)

    def _set_ready(self, ready: bool) -> None:
        self.make_button.setEnabled(ready)
        self.open_button.setEnabled(ready)
        self.preview.setVisible(ready)
        self.state.setVisible(ready)
        self.points.setVisible(ready)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _kind_chosen(self, _number: int) -> None:
        self._set_ready(False)
        self._prepare()

    def _request_chosen(self, _number: int) -> None:
        self._request_id = self.request.currentData()
        self._set_ready(False)
        self._show_kinds()

    def _ask_for_place(self) -> None:
        if self._draft is None:
            return
        proposal = self._folder / self._draft.file_name
        kinds = self.tr("Word-documenten (*.docx)")
        self._place.asker.name_file(
            self, self.tr("Waar komt het Word-bestand?"), proposal, kinds, lambda path: self._make(path, False)
        )

    def _make_and_open(self) -> None:
        if self._draft is not None:
            folder = self._place.private_folder()
            self._make(folder / self._draft.file_name, True)

    def _make(self, path: Path, open_it: bool) -> None:
        reference, kind, request, person = self._reference, self._wanted, self._request_id, self._person()
        self._set_busy(True)

        def work() -> MadeLetter:
            made = self._desk.letters.make(reference, kind, person, request, "brief")
            _write(path, made.data)
            if open_it:
                self._place.open_file(path)
            return made

        self._place.tasks.write(self, work, lambda made: self._made(made, path), self._not_made)

    def _made(self, made: MadeLetter, path: Path) -> None:
        self._set_busy(False)
        words = self.tr("Versie {version} staat in het dossier en als Word-bestand in {path}.")
        self.notice.tell(words.format(version=made.version, path=path), Tone.GOOD)
        self._place.changes.publish(Changes(dossier_ids=(self._dossier_id,), items=(self._item(made),), origin="brief"))
        self._prepare()

    def _item(self, made: MadeLetter) -> ChangedItem:
        return ChangedItem(dossier_id=self._dossier_id, collection="letters", item_id=made.letter_id, action="changed")

    def _not_made(self, failure: Failure) -> None:
        self._set_busy(False)
        self.notice.tell(self._place.said(failure), Tone.DANGER)
        if not isinstance(failure, Refusal):
            self._prepare()

    def _set_busy(self, busy: bool) -> None:
        self.make_button.setEnabled(not busy)
        self.open_button.setEnabled(not busy)

    def _on_changes(self, changes: Changes) -> None:
        if changes.origin != "brief" and self.isVisible() and self._draft is not None:
            self._prepare()


def _request_for(desk: Desk, reference: str, kind: str) -> str:
    """The request that a kind of letter answers in this dossier; empty where none is named or none fits."""
    try:
        return desk.letters.prepare(reference, kind).request_id if kind else ""
    except Refusal:
        return ""


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise Circumstance("window.file_unwritable", path=str(path)) from error


def _tone(weight: FindingWeight) -> Tone:
    match weight:
        case FindingWeight.BLOCKING:
            return Tone.DANGER
        case FindingWeight.ATTENTION:
            return Tone.ATTENTION
        case FindingWeight.NOTE:
            return Tone.PLAIN
