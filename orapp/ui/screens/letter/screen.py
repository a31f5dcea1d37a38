"""Composing a letter: its sections at the left, the letter as it reads at the right, and the acts that bring it out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card
from orapp.ui.kit.dossier_tabs import SUMMARY
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.editor_acts import EditorActs
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.waiting_keys import WaitingKeys
from orapp.ui.screens.letter.card_column import CardColumn
from orapp.ui.screens.letter.chooser import KindChooser
from orapp.ui.screens.letter.composer_split import ComposerSplit
from orapp.ui.screens.letter.composition import Composition, concept_like, request_for
from orapp.ui.screens.letter.fields_card import FieldsCard
from orapp.ui.screens.letter.finding_places import TABS
from orapp.ui.screens.letter.findings_card import FindingsCard
from orapp.ui.screens.letter.head_bar import ANEW, COMPARE, HAND_OVER, HeadBar
from orapp.ui.screens.letter.head_card import HeadCard
from orapp.ui.screens.letter.hidden_names import SharedLetter
from orapp.ui.screens.letter.inserting import LetterInserting
from orapp.ui.screens.letter.leading import Leading
from orapp.ui.screens.letter.letter_spelling import LetterSpelling
from orapp.ui.screens.letter.meter_card import MeterCard
from orapp.ui.screens.letter.paper_desk import PaperDesk
from orapp.ui.screens.letter.returned_desk import ReturnDesk
from orapp.ui.screens.letter.section_list import SectionList
from orapp.ui.screens.letter.section_wiring import SectionWiring
from orapp.ui.screens.letter.versions_card import VersionsCard
from orapp.ui.screens.letter.word_files import WordFiles
from orapp.ui.screens.letter.worn_style import WornStyle

if TYPE_CHECKING:
    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.dossiers import Edited
    from orapp.services.failures import Failure
    from orapp.services.letter_drafts import Offer
    from orapp.services.letters import LetterDraft, LetterGround
    from orapp.ui.kit.workplace import Workplace


class LetterScreen(QWidget):
    """Composes one letter of one dossier; without a kind it first offers what can be written.

    `ready` is emitted with the reference once something is shown; `part_opened` asks for a place in the dossier
    (reference, tab, item id).
    """

    back_asked = Signal()
    ready = Signal(str)
    part_opened = Signal(str, str, str)

    def __init__(self, desk: Desk, place: Workplace, folder: Path) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._reference = ""
        self._draft: LetterDraft | None = None
        self._titles: dict[str, str] = {}
        self.setObjectName("brief-scherm")
        self.setProperty("part", "ground")
        self.editor = DossierEditor(desk.dossiers, place, self, read_only=desk.archive.read_only)
        self.acts = EditorActs(self.editor, self)
        self.composition = Composition(desk.letters, place, self.editor, self)
        self._build()
        self.keys = WaitingKeys(self)
        self.worn = WornStyle(desk, place, self.preview, self)
        self.shared = SharedLetter(place, self.composition, self.pages, self.notice, self)
        self.files = WordFiles(desk.letters, place, folder, self.composition, self)
        self.papers = PaperDesk(desk, place, folder, self.composition, self.notice, self._begin_act, self.preview, self)
        self.returns = ReturnDesk(desk, place, self.composition, self.files, self.notice, self.versions, self)
        self._wiring = SectionWiring(place, self.composition, self.sections, self.notice, self)
        self.spelling = LetterSpelling(desk, place, self.composition, self.notice, self)
        self.inserting = LetterInserting(desk, place, self.composition, self.notice, self)
        self.spelling.block_asked.connect(self.inserting.keep_block)
        for part in (self.spelling, self.inserting):
            self.sections.card_made.connect(part.join)
            part.join(self.fields)
        self._leading = Leading(self.composition, self.cards, self.head, self.fields, self.sections, self)
        self._connect()

    @property
    def draft(self) -> LetterDraft | None:
        """The letter as it is shown."""
        return self._draft

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(12), look.px(18), look.px(12))
        column.setSpacing(look.px(10))
        self.bar = HeadBar(self._place)
        column.addWidget(self.bar)
        self.notice = NoticeBar(look)
        column.addWidget(self.notice)
        self.pages = QStackedWidget()
        self.pages.setProperty("part", "ground")
        self.chooser = KindChooser(self._place)
        self.pages.addWidget(self.chooser)
        self.pages.addWidget(self._build_composer())
        as_frame(self, self.pages)
        column.addWidget(self.pages, 1)

    def _build_composer(self) -> QWidget:
        look = self._place.look
        self.cards = CardColumn(look)
        self.cards.hold_parts()
        self.head = HeadCard(self._place, read_only=self.editor.read_only)
        self.fields = FieldsCard(self._place, read_only=self.editor.read_only)
        self.sections = SectionList(self._place)
        self.meter = MeterCard(self._place)
        self.findings = FindingsCard(self._place)
        self.versions = VersionsCard(self._place)
        self.refused = Card(look, self.tr("Deze brief kan nog niet"))
        self._refused_words = text_label("", "refusal", wrap=True)
        self.refused.body.addWidget(self._refused_words)
        self.refused.hide()
        self.cards.fill(self.refused, self.head, self.fields, self.sections, self.meter, self.findings, self.versions)
        self.cards.body.setSpacing(look.px(6))
        self.preview = LetterPreview(look)
        return ComposerSplit(look, self.cards, self.preview)

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        bar, composition = self.bar, self.composition
        bar.back_button.clicked.connect(self._back)
        bar.act_asked.connect(self._begin_act)
        bar.export_asked.connect(self._export)
        bar.open_button.clicked.connect(lambda: self.files.open_in_word(self._draft))
        bar.make_act.triggered.connect(lambda: self.files.make(self, self._draft))
        bar.read_back_act.triggered.connect(self.returns.choose)
        bar.other_act.triggered.connect(self.choose)
        self.chooser.chosen.connect(self._chosen)
        composition.composed.connect(self._show_draft)
        composition.refused.connect(self._show_refused)
        composition.failed.connect(self._tell_failure)
        composition.recovered.connect(self._tell_recovered)
        self.editor.refused.connect(self._tell_failure)
        self.shared.changed.connect(lambda: self._show_draft(self._draft) if self._draft is not None else None)
        self.head.changed.connect(self._wiring.change_fields)
        self.sections.opened.connect(self._follow_section)
        self.sections.shown.connect(self.cards.reveal)
        self.fields.typed.connect(composition.type_field)
        self.fields.left.connect(composition.settle)
        self.fields.opened.connect(self.cards.reveal)
        self.findings.chosen.connect(lambda finding: self._leading.go_to_finding(finding, self._draft))
        self.meter.chosen.connect(lambda gap: self._leading.go_to_gap(gap, self._draft))
        self._leading.left_for.connect(self._leave_for)
        self._leading.compare_asked.connect(lambda: self._export(COMPARE))
        self.versions.opened.connect(self.files.open_version)
        self.versions.pdf_asked.connect(self.papers.open_kept)
        self._wiring.part_opened.connect(self._open_part)
        self.files.told.connect(self.notice.tell)
        self.files.busy.connect(lambda busy: bar.set_ready(not busy and self._draft is not None))

    # -- show ----------------------------------------------------------------------------------------------------------

    def open(self, reference: str, kind: str, request_id: str, letter_id: str = "") -> None:
        """Shows a letter of a dossier: the named one, else the newest of its kind; without a kind what can be written."""
        self._prepare(reference)
        letters = self._desk.letters

        def look() -> tuple[LetterGround, tuple[Offer, ...], str]:
            ground = letters.ground(reference)
            wanted = request_id
            if kind and not wanted and not letter_id:
                wanted = request_for(letters.prepare, reference, kind)
            return ground, letters.offers(ground.dossier, ground.council), wanted

        self._place.tasks.read(
            self, "brief-openen", look, lambda found: self._opened(*found, kind, letter_id), self._show_refused
        )

    def _prepare(self, reference: str) -> None:
        self.composition.leave()
        self._reference = reference
        self._draft = None
        self.notice.hide()
        self.bar.title.setText(self.tr("Brief"))
        self.bar.set_there(False)
        self.bar.set_ready(False)
        self.keys.wait()

    def _opened(self, ground: LetterGround, offers: tuple[Offer, ...], request_id: str, kind: str, letter_id: str) -> None:
        self._titles = {kind.key: kind.title for kind in self._desk.letters.kinds()}
        self.bar.which.setText(ground.dossier.reference)
        if kind or letter_id:
            self._compose(ground, kind, request_id, letter_id)
            return
        self.chooser.show_offers(offers, request_id)
        self.pages.setCurrentIndex(0)
        self.bar.title.setText(self.tr("Welke brief?"))
        if self.isVisible():  # who left meanwhile keeps the keyboard where it is
            self.chooser.focus_first()
            if not self.chooser.rows:
                self.bar.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.keys.give()
        self.ready.emit(self._reference)

    def begin(self, reference: str, beginning: Beginning) -> None:
        """Begins a letter from something in the dossier; a concept that was begun from the same is taken up again."""
        if not beginning.kind:
            self.open(reference, "", beginning.request_id)
            return
        self._prepare(reference)
        letters = self._desk.letters

        def begun(ground: LetterGround) -> None:
            self._titles = {kind.key: kind.title for kind in letters.kinds()}
            self.bar.which.setText(ground.dossier.reference)
            self._make_room()
            letter = concept_like(ground.dossier, beginning) or beginning.letter(self.composition.new_id())
            self.composition.begin_from(ground, letter)
            self.head.propose(beginning.reply_due)

        self._place.tasks.read(self, "brief-openen", lambda: letters.ground(reference), begun, self._show_refused)

    def choose(self) -> None:
        """Offers the letters of this dossier."""
        self.open(self._reference, "", self.composition.request_id)

    def _compose(self, ground: LetterGround, kind: str, request_id: str, letter_id: str) -> None:
        self._make_room()
        self.composition.open(ground, kind, request_id, letter_id)

    def _make_room(self) -> None:
        """The cards of another letter make place for those of the next."""
        self.sections.clear()
        self.fields.forget()
        self.head.open(False)
        self.head.propose(None)
        self.refused.hide()
        self.pages.setCurrentIndex(1)

    def _show_draft(self, draft: LetterDraft) -> None:
        first = self._draft is None
        self._draft = draft
        composition = self.composition
        letter, ground = composition.letter, composition.ground
        if letter is None or ground is None:
            return
        self.refused.hide()
        self._show_parts(visible=True)
        self.bar.title.setText(self.tr("Brief: {title}").format(title=self._titles.get(letter.kind, letter.kind).lower()))
        self.bar.show_draft(self.shared.draft(draft), self._reference, handed_over=letter.handed_over_on is not None)
        section = self.sections.current
        card = self.sections.card(section)
        typing = card is not None and card.editor is not None and card.editor.hasFocus()
        paragraph = card.editor.paragraph() if typing and card is not None and card.editor is not None else 0
        if not first:  # each keystroke is seen at once; a letter that is opened is seen after its sections
            self.preview.show_letter(self.shared.content(draft.content), section if typing else "", paragraph)
        self.worn.follow(letter, ground)
        self.head.show_letter(letter, ground, draft)
        if not draft.frozen or not self.sections.keys:
            self.sections.show_parts(draft.parts, ground.dossier, composition.request_id, frozen=draft.frozen)
        self.sections.setVisible(not draft.frozen)
        self.fields.show_fields(letter.id, draft.fields, ground.dossier, composition.request_id)
        self.meter.show_measures(draft.measures)
        self.findings.show_findings(self.shared.draft(draft).findings, frozen=draft.frozen)
        self.versions.show_letter(letter)
        self.bar.set_there(True)
        if first:
            self._place.tasks.in_turn(self, "brief", self._show_first, self.chooser.put_away)
        else:
            self.bar.set_ready(True)

    def _show_first(self) -> None:
        """Shows the pages of a letter that was just opened, in a turn of its own; only then it can be printed and made."""
        draft = self._draft  # as it is by now: text that was found back may have come since
        if draft is not None:
            self.preview.open_letter(self.shared.content(draft.content))
        self.bar.set_ready(draft is not None)
        if draft is not None:
            self._focus_first(draft)
        self.ready.emit(self._reference)

    def _focus_first(self, draft: LetterDraft) -> None:
        if not self.isVisible():
            return
        if draft.frozen:
            self.bar.act_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.fields.is_open:
            self.fields.focus_in()
        else:
            self.sections.focus_first()
        self.keys.give()

    def _show_refused(self, failure: Failure) -> None:
        self._draft = None
        self.bar.set_there(False)
        self.bar.set_ready(False)
        self.pages.setCurrentIndex(1)
        self.keys.drop()
        self._refused_words.setText(self._place.said(failure))
        self._show_parts(visible=False)
        self.refused.show()
        a11y.announce(self, self._place.said(failure), urgent=True)
        self.ready.emit(self._reference)

    def _show_parts(self, *, visible: bool) -> None:
        for part in (self.head, self.sections, self.findings, self.versions, self.preview):
            part.setVisible(visible)
        if not visible:
            self.fields.forget()
            self.meter.hide()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Takes the keys where the work goes on."""
        if self.pages.currentIndex() == 0:
            self.chooser.focus_first()
        else:
            self.sections.focus_first()

    def _chosen(self, kind: str, request_id: str, letter_id: str) -> None:
        reference = self._reference
        self._draft = None
        self.keys.wait()

        def go(ground: LetterGround) -> None:
            offered = [one for one in self._desk.letters.offers(ground.dossier) if one.kind.key == kind]
            there = next((one.letter for one in offered if one.request.id == request_id), None)
            if not letter_id and there is not None:
                self._make_room()
                self.composition.begin_anew(ground, kind, request_id)
            else:
                self._compose(ground, kind, request_id, letter_id)

        self._place.tasks.read(self, "brief-openen", lambda: self._desk.letters.ground(reference), go, self._show_refused)

    def _begin_act(self, act: str) -> None:
        self.composition.settle()
        letter, ground, draft = self.composition.letter, self.composition.ground, self._draft
        if letter is None or ground is None or draft is None:
            return
        if act == ANEW:
            self._chosen(letter.kind, letter.request_id, "")
            return
        self.papers.act(act, ground, draft, letter, partial(self._acted, act))

    def _acted(self, act: str, edited: Edited) -> None:
        self.composition.edited(edited)
        if act != HAND_OVER:  # the text that had the keys may be gone by then: the next act of the letter has them
            self.bar.act_button.setFocus(Qt.FocusReason.OtherFocusReason)
        a11y.announce(self, self.tr("Vastgelegd."))

    def _export(self, what: str) -> None:
        if not self.shared.keeps_in():
            self.papers.begin(what, self._draft)

    def _follow_section(self, section: str) -> None:
        self.composition.settle()
        if section:
            self.preview.show_section(section)

    def _open_part(self, collection: str, item_id: str) -> None:
        self._leave_for(TABS.get(collection, SUMMARY), item_id)

    def _leave_for(self, tab: str, item_id: str) -> None:
        self.composition.settle()
        self.part_opened.emit(self._reference, tab, item_id)

    def _back(self) -> None:
        self.composition.settle()
        self.back_asked.emit()

    def _tell_failure(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.DANGER)

    def _tell_recovered(self, count: int) -> None:
        words = self.tr(
            "Tekst die nog niet was bewaard, is teruggevonden ({n}) en staat weer in de brief. Ctrl+Z haalt haar weg."
        )
        self.notice.tell(words.format(n=count), Tone.GOOD)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.sections.isVisible() and self.sections.current:
            self.sections.open("")
        else:
            super().keyPressEvent(event)
