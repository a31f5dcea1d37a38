"""Which articles a request touches: the finder of the law proposes from plain words, the council ticks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.beginning import Beginning, Start
from orapp.law.articles import grounds_text
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button, empty_hint, hairline
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.typed_lines import TypedLines
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.screens.new_dossier.plain_values import texts_in, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orapp.law.articles import Candidate
    from orapp.law.book import LawBook
    from orapp.ui.kit.workplace import Workplace

MOST_CANDIDATES = 6
TYPING_REST_MS = 150
ASKED_BY = ("25.", "27.", "30", "32")


class GroundsPage(WizardPage):
    """Plain words lead to candidates, each with why and with doubt; what is ticked are the grounds."""

    def __init__(self, place: Workplace, start: Callable[[], Start], subject: Callable[[], str]) -> None:
        super().__init__()
        self._place = place
        self._start = start
        self._subject = subject
        self._law: LawBook | None = None
        self._chosen: dict[str, None] = {}
        self.title = self.tr("Op welke artikelen?")
        self._build()
        self._lines = TypedLines(self)

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        self.words = QLineEdit()
        a11y.name(self.words, "gronden-zoeken", self.tr("Waar gaat de aanvraag over?"))
        self.words.setPlaceholderText(self.tr("Bijvoorbeeld: verhuizing, rooster, personeelsvolgsysteem"))
        column.addWidget(a11y.label_for(self.tr("&Waar gaat de aanvraag over? Typ gewone woorden."), self.words))
        column.addWidget(self.words)
        self._found = QVBoxLayout()
        self._found.setSpacing(look.px(6))
        column.addLayout(self._found)
        column.addWidget(hairline())
        row = QHBoxLayout()
        self.article = QComboBox()
        a11y.name(self.article, "artikel", self.tr("Artikel uit de lijst"))
        self.article.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.article.setMinimumContentsLength(14)
        # A heading of the act is longer than a line at large text: whole in the tooltip.
        self.article.currentTextChanged.connect(self.article.setToolTip)
        self.add_button = button(self.tr("Toevoe&gen"), "artikel-toevoegen")
        row.addWidget(a11y.label_for(self.tr("&Of kies een artikel"), self.article))
        row.addWidget(self.article, 1)
        row.addWidget(self.add_button)
        column.addLayout(row)
        self.said = text_label("", "strong", wrap=True)
        self.said.setObjectName("gekozen-gronden")
        column.addWidget(self.said)
        honest = self.tr(
            "orapp stelt voor; de raad beslist. Twijfelt u tussen artikel 25 en 27? Vink beide aan: dan blijven beide rechten "
            "open en lopen beide termijnen. U kunt de gronden later nog wijzigen."
        )
        column.addWidget(text_label(honest, "small", wrap=True))
        column.addStretch(1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(TYPING_REST_MS)
        self._rest.timeout.connect(self._find)
        self.words.textEdited.connect(lambda _text: self._rest.start())
        self.add_button.clicked.connect(self._add)

    # -- the page ------------------------------------------------------------------------------------------------------

    @override
    def offered(self) -> bool:
        """Asked where the act gives a right of advice or consent; other starts have their own article."""
        return self._start() in {Start.REQUEST, Start.FOUND_OUT}

    @override
    def shown(self) -> None:
        """Begins with the subject of the dossier, so that a proposal stands there at once."""
        if not self.words.text():
            self.words.setText(self._subject())
        if self._law is None:
            self._place.tasks.read(self, "wet", self._place.law, self._take_law)
        else:
            self._find()
        self.words.setFocus()
        self.words.selectAll()

    def apply(self, known: Beginning) -> Beginning:
        """The articles that were ticked."""
        grounds = tuple(self._chosen) if self.offered() else ()
        if known.start is Start.APPOINTMENT:
            grounds = ("30",)
        elif known.start is Start.INITIATIVE:
            grounds = ("23.3",)
        elif known.start is Start.INFORMATION:
            grounds = ("31.1",)
        return replace(known, grounds=grounds)

    def standing(self) -> dict[str, object]:
        """What was typed and ticked, as plain values."""
        return {"chosen": list(self._chosen), "lines": self._lines.texts()}

    def put_standing(self, standing: Mapping[str, object]) -> None:
        """Puts back what was typed and ticked."""
        self._chosen = dict.fromkeys(texts_of(standing, "chosen"))
        self._lines.put(texts_in(standing, "lines"), over=True)
        self._say()
        self._find()

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _take_law(self, law: LawBook) -> None:
        self._law = law
        for article in law.articles.all:
            if article.key.startswith(ASKED_BY) and (article.key.count(".") > 1 or article.key in {"30", "32"}):
                self.article.addItem(f"{article.article}: {article.title}", article.key)
        self._find()

    def _find(self) -> None:
        if self._law is None:
            return
        words = self.words.text()
        found = [item for item in self._law.articles.find(words) if item.article.key.startswith(ASKED_BY)]
        self._show(tuple(found[:MOST_CANDIDATES]))

    def _show(self, found: tuple[Candidate, ...]) -> None:
        while self._found.count():
            item = self._found.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if not found and self.words.text().strip():
            self._found.addWidget(empty_hint(self.tr("Bij deze woorden is geen artikel gevonden. Probeer andere woorden.")))
        before: QWidget = self.words
        for candidate in found:
            box, tick = self._candidate(candidate)
            self._found.addWidget(box)
            # What was found later is still walked before the list of articles below it.
            QWidget.setTabOrder(before, tick)
            before = tick
        self._say()

    def _candidate(self, candidate: Candidate) -> tuple[QWidget, QCheckBox]:
        look, key = self._place.look, candidate.article.key
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tick = QCheckBox(candidate.article.article)
        a11y.name(tick, f"grond-{key}", f"{candidate.article.article}: {candidate.article.title}", candidate.why)
        tick.setChecked(key in self._chosen)
        tick.toggled.connect(lambda checked: self._choose(key, checked))
        column.addWidget(tick)
        words = QVBoxLayout()
        words.setContentsMargins(look.px(30), 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(text_label(candidate.why, "quiet", wrap=True))
        for caution in candidate.cautions:
            words.addWidget(text_label(caution, wrap=True, tone=Tone.ATTENTION))
        column.addLayout(words)
        return box, tick

    def _choose(self, key: str, checked: bool) -> None:
        if checked:
            self._chosen[key] = None
        else:
            self._chosen.pop(key, None)
        self._say()

    def _add(self) -> None:
        key = self.article.currentData()
        if isinstance(key, str):
            self._choose(key, checked=True)
            self._find()

    def _say(self) -> None:
        if self._chosen:
            self.said.setText(self.tr("Gekozen: {grounds}").format(grounds=grounds_text(self._chosen)))
        else:
            self.said.setText(self.tr("Nog geen artikel gekozen."))
