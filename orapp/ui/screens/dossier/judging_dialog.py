"""One condition of the council beside the text of the decision: the program proposes a passage, the council decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPlainTextEdit, QRadioButton, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from orapp.domain.decisions import Comparison, Decision, TakenOver
from orapp.domain.editing import change, together
from orapp.domain.items import Judgement
from orapp.domain.judging import compared, conditions_of, judging
from orapp.domain.passages import propose
from orapp.texts.dates import short_date
from orapp.ui.kit.a11y import announce, label_for
from orapp.ui.kit.cards import Column, button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.domain.dossier import Dossier
    from orapp.domain.promises import Condition
    from orapp.services.failures import Failure
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace

VERDICTS = (TakenOver.YES, TakenOver.PARTLY, TakenOver.NO, TakenOver.NO_PASSAGE)
PAGE_PIXELS = 70
HALF = 450
DRAFT_AFTER = 400


class JudgingDialog(Sheet):
    """Judges the conditions of a decision one after the other. `judged` gives the kept dossier after each of them."""

    judged = Signal(object)

    def __init__(
        self, parent: QWidget, place: Workplace, editor: DossierEditor, dossier: Dossier, decision_id: str, item_id: str
    ) -> None:
        super().__init__(parent, place.look, self.tr("Voorwaarde naast het besluit"), "beoordelen-venster")
        self._place = place
        self._editor = editor
        self._dossier = dossier
        self._decision_id = decision_id
        self._item_id = item_id
        self._drafted: dict[str, str] = {}
        self._keeping = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(DRAFT_AFTER)
        self._typing.timeout.connect(self._keep_drafts)
        self._build()
        self._connect()
        self.take_size(940, 720)
        self._show()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        self._heading = text_label("", "title", wrap=True)
        self._heading.setObjectName("beoordelen-kop")
        self._condition = text_label("", wrap=True)
        self._condition.setObjectName("beoordelen-voorwaarde")
        self._more = text_label("", "quiet", wrap=True)
        # Large text asks for more height than a low screen has: all but the acts can then be scrolled.
        room = Column(look)
        for label in (self._heading, self._condition, self._more):
            room.body.addWidget(label)
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._build_text())
        halves.addWidget(self._build_judgement())
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 1)
        halves.setSizes([look.px(HALF), look.px(HALF)])
        room.body.addWidget(halves, 1)
        self.body.addWidget(room, 1)
        self._refusal = text_label("", "refusal", wrap=True)
        self._refusal.setObjectName("beoordelen-geweigerd")
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self._count = text_label("", "small")
        row.addWidget(self._count)
        row.addStretch(1)
        self._close = button(self.tr("&Annuleren"), "beoordelen-annuleren")
        self._keep_only = button(self.tr("Vast&leggen"), "beoordelen-vastleggen")
        self._keep_next = button(self.tr("Vastleggen en &volgende"), "beoordelen-volgende", "primary")
        self._keep_next.setToolTip(self.tr("Ctrl+Enter"))
        for act in (self._close, self._keep_only, self._keep_next):
            row.addWidget(act)
        self.body.addLayout(row)

    def _build_text(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, self._place.look.px(8), 0)
        self._text = QPlainTextEdit()
        self._text.setObjectName("besluittekst")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(self.tr("Plak hier de tekst van het besluit."))
        column.addWidget(label_for(self.tr("&Tekst van het besluit"), self._text))
        column.addWidget(self._text, 1)
        self._take = button(self.tr("&Gekozen tekst overnemen"), "passage-overnemen")
        self._search = button(self.tr("Passage &zoeken"), "passage-zoeken")
        acts = FlowRow(self._place.look)
        acts.fill((self._take, self._search))
        column.addWidget(acts)
        return half

    def _build_judgement(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(self._place.look.px(8), 0, 0, 0)
        self._passage = self._area(column, "passage", self.tr("&Passage in het besluit"), 3)
        self._page = QLineEdit()
        self._page.setObjectName("bladzijde")
        self._page.setFixedWidth(self._place.look.px(PAGE_PIXELS))
        page = QHBoxLayout()
        page.addWidget(label_for(self.tr("&Bladzijde"), self._page))
        page.addWidget(self._page)
        page.addStretch(1)
        column.addLayout(page)
        self._reason_given = self._area(column, "reden-gegeven", self.tr("&Reden van de bestuurder, letterlijk (leeg: geen)"), 2)
        self._proposal = text_label("", "quiet", wrap=True)
        self._proposal.setObjectName("voorstel")
        column.addWidget(self._proposal)
        column.addWidget(text_label(self.tr("Oordeel van de OR"), "heading"))
        self._verdicts = QButtonGroup(self)
        self._radios: dict[TakenOver, QRadioButton] = {}
        for verdict in VERDICTS:
            radio = QRadioButton(capital(self._place.texts.label(verdict)))
            radio.setObjectName(f"oordeel-{verdict.value}")
            radio.setAccessibleName(radio.text())
            self._verdicts.addButton(radio)
            self._radios[verdict] = radio
            column.addWidget(radio)
        self._why = QLineEdit()
        self._why.setObjectName("waarom")
        column.addWidget(label_for(self.tr("&Waarom de OR dat vindt"), self._why))
        column.addWidget(self._why)
        self._before = text_label("", "small", wrap=True)
        self._before.setObjectName("eerder-oordeel")
        column.addWidget(self._before)
        column.addStretch(1)
        return half

    def _area(self, column: QVBoxLayout, name: str, label: str, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + self._place.look.px(20))
        column.addWidget(label_for(label, field))
        column.addWidget(field)
        return field

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._close.clicked.connect(self._leave)
        for area in (self._text, self._passage, self._reason_given):
            area.textChanged.connect(self._typing.start)
        for line in (self._page, self._why):
            line.textEdited.connect(lambda _text: self._typing.start())
        self._keep_only.clicked.connect(lambda: self.keep(go_on=False))
        self._keep_next.clicked.connect(lambda: self.keep(go_on=True))
        self._take.clicked.connect(self._take_selection)
        self._search.clicked.connect(self._search_passage)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, lambda: self.keep(go_on=True))

    # -- show ----------------------------------------------------------------------------------------------------------

    def _decision(self) -> Decision | None:
        return next((item for item in self._dossier.decisions if item.id == self._decision_id), None)

    def _conditions(self) -> tuple[Condition, ...]:
        decision = self._decision()
        return conditions_of(self._dossier, decision) if decision is not None else ()

    def _comparison(self) -> Comparison:
        decision = self._decision()
        every = compared(self._dossier, decision) if decision is not None else ()
        return next((one for one in every if one.item_id == self._item_id), Comparison(item_id=self._item_id))

    def _sought(self, condition: str, text: str) -> Comparison:
        """How it stands; where nobody compared this condition yet, with the passage that seems to be about it."""
        found = self._comparison()
        if found.passage or found.verdict is not TakenOver.OPEN or not text.strip():
            return found
        proposed = propose(condition, text)
        return replace(found, passage=proposed.passage, proposed=proposed.state)

    def _show(self) -> None:
        decision = self._decision()
        conditions = self._conditions()
        condition = next((item for item in conditions if item.id == self._item_id), None)
        if decision is None or condition is None:
            return
        found = self._sought(condition.text, decision.text)
        self._heading.setText(f"V{condition.number} · {decision.title}")
        self._condition.setText(condition.text)
        due = short_date(condition.due, this_year=self._place.today().year) if condition.due is not None else condition.due_text
        more = " · ".join(part for part in (condition.who, condition.norm, due, condition.evidence) if part)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._text.setPlainText(decision.text)
        self._passage.setPlainText(found.passage)
        self._page.setText(found.page)
        self._reason_given.setPlainText(found.reason_given)
        self._why.setText(found.judged.reason if found.judged is not None else "")
        self._verdicts.setExclusive(False)
        for verdict, radio in self._radios.items():
            radio.setChecked(verdict is found.verdict)
        self._verdicts.setExclusive(True)
        self._show_proposal(found)
        self._show_before(found)
        place = [item.id for item in conditions].index(condition.id) + 1
        self._count.setText(self.tr("voorwaarde {number} van {count}").format(number=place, count=len(conditions)))
        self._refusal.hide()
        self._passage.setFocus()
        self._drafted = self._texts()
        self._typing.stop()
        self._editor.find_drafts(self._take_drafts)

    def _show_proposal(self, found: Comparison) -> None:
        if not self._text.toPlainText().strip():
            words = self.tr("Plak links de tekst van het besluit; dan zoekt het programma een passage.")
        elif found.proposed is TakenOver.NO_PASSAGE and not found.passage:
            words = self.tr("Voorstel: geen passage gevonden. Lees het besluit zelf na; de OR oordeelt.")
        else:
            words = self.tr("Voorstel: deze passage lijkt over de voorwaarde te gaan. De OR oordeelt.")
        self._proposal.setText(words)
        self._proposal.setVisible(found.verdict is TakenOver.OPEN)

    def _show_before(self, found: Comparison) -> None:
        self._before.setVisible(found.judged is not None)
        if found.judged is None:
            return
        by = "" if self._place.here.shared else found.judged.by
        on = short_date(found.judged.on, this_year=self._place.today().year) if found.judged.on is not None else ""
        said = ", ".join(part for part in (self._place.texts.label(found.verdict), by, on) if part)
        words = self.tr("Eerder vastgelegd: {said}. Een nieuw oordeel komt in de plaats; het journaal bewaart het vorige.")
        self._before.setText(words.format(said=said))

    # -- what is being typed -------------------------------------------------------------------------------------------

    def _texts(self) -> dict[str, str]:
        areas = {"besluittekst": self._text, "passage": self._passage, "reden": self._reason_given}
        lines = {"bladzijde": self._page, "waarom": self._why}
        return {key: area.toPlainText() for key, area in areas.items()} | {key: line.text() for key, line in lines.items()}

    def _draft_field(self, key: str) -> str:
        return f"oordeel/{self._decision_id}/{key}"

    def _keep_drafts(self) -> None:
        """What is typed outlives the program, until it is recorded or deliberately left."""
        for key, words in self._texts().items():
            if words != self._drafted.get(key):
                self._drafted[key] = words
                self._editor.put_draft(self._item_id, self._draft_field(key), words)

    def _take_drafts(self, found: Mapping[tuple[str, str, str], str]) -> None:
        if not isValid(self):
            return
        here = self._place.here.window
        own = {field: text for (item_id, field, window), text in found.items() if (item_id, window) == (self._item_id, here)}
        for key, area in (("besluittekst", self._text), ("passage", self._passage), ("reden", self._reason_given)):
            words = own.get(self._draft_field(key))
            if words is not None and area.toPlainText() == self._drafted.get(key):
                area.setPlainText(words)
        for key, line in (("bladzijde", self._page), ("waarom", self._why)):
            words = own.get(self._draft_field(key))
            if words is not None and line.text() == self._drafted.get(key):
                line.setText(words)
        self._drafted.update({key: own[self._draft_field(key)] for key in self._drafted if self._draft_field(key) in own})

    def _forget_drafts(self, item_id: str) -> None:
        self._typing.stop()
        for key in self._drafted:
            self._editor.clear_draft(item_id, self._draft_field(key))

    def _leave(self) -> None:
        if self._keeping:
            return
        self._forget_drafts(self._item_id)
        self.reject()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _take_selection(self) -> None:
        chosen = self._text.textCursor().selectedText().replace("\u2029", "\n").strip()
        if chosen:
            self._passage.setPlainText(chosen)
            self._passage.setFocus()

    def _search_passage(self) -> None:
        found = propose(self._condition.text(), self._text.toPlainText())
        if found.passage:
            self._passage.setPlainText(found.passage)
        self._show_proposal(Comparison(item_id=self._item_id, passage=found.passage, proposed=found.state))
        announce(self._proposal, self._proposal.text())

    def _verdict(self) -> TakenOver:
        return next((verdict for verdict, radio in self._radios.items() if radio.isChecked()), TakenOver.OPEN)

    def keep(self, *, go_on: bool) -> None:
        """Records what was typed; a verdict stands with who gave it and when, and is answered only by a new one."""
        decision = self._decision()
        if decision is None:
            self.reject()
            return
        if self._keeping:
            return
        self._keeping = True
        before, verdict = self._comparison(), self._verdict()
        why = self._why.text().strip()
        judgement = before.judged
        new_verdict = verdict is not TakenOver.OPEN and (
            judgement is None or verdict is not before.verdict or why != judgement.reason
        )
        if new_verdict:
            here = self._place.here
            judgement = Judgement(answer=verdict.value, by=here.person, on=self._place.today(), reason=why)
        comparison = replace(
            before,
            passage=self._passage.toPlainText().strip(),
            page=self._page.text().strip(),
            reason_given=self._reason_given.toPlainText().strip(),
            verdict=verdict,
            judged=judgement,
        )
        text = change("decisions", decision, replace(decision, text=self._text.toPlainText().strip()))
        words = self.tr("voorwaarde {heading} beoordeeld").format(heading=self._heading.text().split(" ")[0])
        edit = together(text, judging(decision.id, comparison))
        self._editor.submit(
            edit,
            words,
            undoable=not new_verdict,
            owner=self,
            done=lambda dossier: self._kept(dossier, go_on),
            failed=self._failed,
        )

    def _kept(self, dossier: Dossier, go_on: bool) -> None:
        self._keeping = False
        self._forget_drafts(self._item_id)
        self._dossier = dossier
        self.judged.emit(dossier)
        following = self._following() if go_on else ""
        if not following:
            self.accept()
            return
        self._item_id = following
        self._show()
        announce(self, self._heading.text())

    def _following(self) -> str:
        """The next condition that waits for a judgement, after this one and then from the first on."""
        decision = self._decision()
        if decision is None:
            return ""
        ids = [item.id for item in self._conditions()]
        open_ids = {one.item_id for one in compared(self._dossier, decision) if one.verdict is TakenOver.OPEN}
        here = ids.index(self._item_id) if self._item_id in ids else -1
        return next((item_id for item_id in (*ids[here + 1 :], *ids[: max(here, 0)]) if item_id in open_ids), "")

    def _failed(self, failure: Failure) -> None:
        self._keeping = False
        self._refusal.setText(self._place.said(failure))
        self._refusal.show()
        announce(self._refusal, self._refusal.text(), urgent=True)

    @override
    def reject(self) -> None:
        if self._keeping:
            return  # it goes on by itself when it is recorded, and stays with its text when it cannot be
        # Esc closes; what was typed waits for the next time, and only "Annuleren" forgets it.
        if self._typing.isActive():
            self._typing.stop()
            self._keep_drafts()
        super().reject()
