"""A step as a dialog: asks for just what it needs, says what it leads to while it is typed, and keeps it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from orapp.domain.council import CouncilKind
from orapp.domain.needs import GIVES_UP, LASTING
from orapp.domain.recording import recording
from orapp.services.recording import consequence
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.step_consequence import ConsequenceBox, consequence_lines
from orapp.ui.screens.dossier.step_effects import effect_words
from orapp.ui.screens.dossier.step_fields import StepForm
from orapp.ui.screens.dossier.step_words import act_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.domain.dossier import Dossier
    from orapp.law.facts import FactKind, ProcedureKind
    from orapp.services.failures import Failure
    from orapp.services.recording import Consequence
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


LARGE_TEXT = 140
DRAFT_AFTER = 400


class StepDialog(Sheet):
    """Records one of `kinds`; where there is more than one, none is chosen beforehand. `recorded` gives the kept dossier."""

    recorded = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        place: Workplace,
        editor: DossierEditor,
        dossier: Dossier,
        request_id: str,
        kinds: tuple[FactKind, ...],
        *,
        title: str = "",
        needs: tuple[str, ...] = (),
        codes: tuple[str, ...] = (),
        keeper: CouncilKind = CouncilKind.OR,
    ) -> None:
        super().__init__(parent, place.look, title or act_words(kinds[0]), "stap-venster")
        self._place = place
        self._editor = editor
        self._dossier = dossier
        self._request_id = request_id
        self._codes = codes
        self._keeper = keeper
        self._kind: FactKind | None = None
        self.step_form: StepForm | None = None
        self._drafted: dict[str, str] = {}
        self._keeping = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(DRAFT_AFTER)
        self._typing.timeout.connect(self._keep_drafts)
        self._build(kinds, needs)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.keep)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self.keep)
        self.take_size(720, 720)
        if len(kinds) == 1:
            self.choose(kinds[0])
        editor.find_drafts(self._take_drafts)

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self, kinds: tuple[FactKind, ...], needs: tuple[str, ...]) -> None:
        look = self._place.look
        self.body.addWidget(text_label(self.windowTitle(), "title", wrap=True))
        if needs:
            self.body.addWidget(text_label(self.tr("Nodig: {needs}.").format(needs="; ".join(needs)), "quiet", wrap=True))
        self._again = text_label(self.tr("Wat u hier eerder typte en niet vastlegde, staat er weer."), "small", wrap=True)
        self._again.setObjectName("stap-weer-terug")
        self._again.hide()
        self.body.addWidget(self._again)
        self._group = QButtonGroup(self)
        if len(kinds) > 1:
            for kind in kinds:
                radio = QRadioButton(capital(self._place.texts.label(kind)))
                radio.setObjectName(f"soort-{kind.value}")
                radio.setAccessibleName(radio.text())
                radio.toggled.connect(lambda on, chosen=kind: self.choose(chosen) if on else None)
                self._group.addButton(radio)
                self.body.addWidget(radio)
        self._room = QScrollArea()
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._room, 1)
        self.effect = ConsequenceBox(look)
        self.effect.hide()
        self.body.addWidget(self.effect)
        self._refusal = text_label("", "refusal", wrap=True)
        self._refusal.setObjectName("stap-geweigerd")
        self._refusal.hide()
        self.body.addWidget(self._refusal)
        self.body.addLayout(self._build_acts())

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._place.look.px(8))
        row.addWidget(text_label(self.tr("Ctrl+Enter legt vast"), "small"))
        row.addStretch(1)
        cancel = button(self.tr("&Annuleren"), "stap-annuleren")
        cancel.clicked.connect(self._leave)
        self._keep_act = button(self.tr("Vast&leggen"), "stap-vastleggen", "primary")
        self._keep_act.clicked.connect(self.keep)
        row.addWidget(cancel)
        row.addWidget(self._keep_act)
        return row

    # -- show ----------------------------------------------------------------------------------------------------------

    def choose(self, kind: FactKind) -> None:
        """Asks for what this kind of fact needs; what was typed for another kind stays where the fields are the same."""
        if kind is self._kind:
            return
        before = self.step_form
        form = StepForm(self._place, self._dossier, kind, self._request_id, self._codes)
        if before is not None:
            form.day.set_value(before.day.value())
            form.put_texts(before.texts())
        self._kind = kind
        self.step_form = form
        ground = QWidget()
        ground.setProperty("part", "ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, self._place.look.px(10), 0)
        column.addWidget(form)
        if self._place.look.text_percent >= LARGE_TEXT:
            # With large text the words below would leave the form no room: they scroll along with it.
            column.addWidget(self.effect)
        self._room.setWidget(ground)
        form.edited.connect(self._follow)
        self._refusal.hide()
        self._restore()
        self._follow()
        if len(self._group.buttons()) == 0:
            form.day.setFocus()

    def _follow(self) -> None:
        """Derives the dossier as it would be, beside the window; the newest question wins."""
        form, kind = self.step_form, self._kind
        if form is None or kind is None:
            return
        if not self._typing.isActive():
            self._typing.start()
        place, dossier, recorded, today = self._place, self._editor.dossier or self._dossier, form.recorded(), self._place.today()
        numbers, keeper = count(1), self._keeper

        def look_ahead() -> Consequence:
            return consequence(dossier, recorded, place.law, today, lambda: f"gevolg-{next(numbers)}", keeper)

        place.tasks.read(self, "gevolg", look_ahead, self._show_effect)

    def _show_effect(self, found: Consequence) -> None:
        kind = self._kind
        if kind is None:
            return
        lines, tone = consequence_lines(found, effect_words(kind, self._legal()), self._place.today())
        self.effect.show_lines(lines, Tone.DANGER if kind in GIVES_UP else tone)
        self.effect.show()

    def _legal(self) -> ProcedureKind | None:
        request = self._dossier.request(self._request_id)
        return request.legal if request is not None else None

    @property
    def kind(self) -> FactKind | None:
        """What is being recorded, once that was chosen."""
        return self._kind

    # -- what is being typed -------------------------------------------------------------------------------------------

    def _keep_drafts(self) -> None:
        """What is typed outlives the program; it is forgotten when it was recorded or deliberately left."""
        form, kind = self.step_form, self._kind
        if form is None or kind is None:
            return
        texts = form.texts()
        begun = {key.partition("/")[2] for key in self._drafted if key.startswith(f"{kind.value}/")}
        for key in sorted(begun | set(texts)):
            words = texts.get(key, "")  # nothing where it stands again as it did at first
            if words != self._drafted.get(f"{kind.value}/{key}", ""):
                self._drafted[f"{kind.value}/{key}"] = words
                self._editor.put_draft(self._draft_home(), self._draft_field(kind, key), words)

    def _take_drafts(self, found: Mapping[tuple[str, str, str], str]) -> None:
        if not isValid(self):
            return
        for (item_id, field, window), words in found.items():
            if window == self._place.here.window and item_id == self._draft_home() and field.startswith("stap/") and words:
                self._drafted.setdefault(field.removeprefix("stap/"), words)
        self._restore()

    def _restore(self) -> None:
        form, kind = self.step_form, self._kind
        if form is None or kind is None:
            return
        begun = {
            key.removeprefix(f"{kind.value}/"): words for key, words in self._drafted.items() if key.startswith(f"{kind.value}/")
        }
        present = form.texts()
        if form.put_texts({key: words for key, words in begun.items() if words and key not in present}):
            # A day of another time must not stand there unnoticed.
            self._again.show()
            announce(self._again, self._again.text())

    def _draft_home(self) -> str:
        return self._request_id or self._dossier.id

    @staticmethod
    def _draft_field(kind: FactKind, key: str) -> str:
        return f"stap/{kind.value}/{key}"

    def _forget_drafts(self) -> None:
        self._typing.stop()
        for key in self._drafted:
            self._editor.clear_draft(self._draft_home(), f"stap/{key}")
        self._drafted.clear()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Records what was typed, unless something contradicts itself."""
        form, kind = self.step_form, self._kind
        if form is None or kind is None:
            self._refuse(self.tr("Kies eerst wat er is gebeurd of besloten."))
            first = next(iter(self._group.buttons()), None)
            if first is not None:
                first.setFocus()
            return
        if self._keeping or form.refuse():
            return
        self._keeping = True
        self._keep_act.setEnabled(False)
        words = self._place.texts.label(kind)
        self._editor.submit(
            recording(form.recorded(), self._editor.new_id),
            self.tr("{what} vastgelegd").format(what=words),
            undoable=kind not in LASTING,
            owner=self,
            done=self._kept,
            failed=self._failed,
        )

    def _kept(self, dossier: Dossier) -> None:
        self._forget_drafts()
        self.recorded.emit(dossier)
        self.accept()

    def _failed(self, failure: Failure) -> None:
        self._keeping = False
        self._keep_act.setEnabled(True)
        self._refuse(self._place.said(failure))

    def _refuse(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.show()
        announce(self._refusal, words, urgent=True)

    def _leave(self) -> None:
        if self._keeping:
            return
        self._forget_drafts()
        self.reject()

    @override
    def reject(self) -> None:
        if self._keeping:
            return  # it closes by itself when it is recorded, and stays with its text when it cannot be
        # Esc closes the dialog, and what was typed waits for the next time; only "Annuleren" forgets it.
        if self._typing.isActive():
            self._typing.stop()
            self._keep_drafts()
        super().reject()
