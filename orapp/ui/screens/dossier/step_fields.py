"""The form of a step: a field for each thing that a kind of fact asks, read back as what was recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from orapp.domain.items import Judgement
from orapp.domain.needs import NEEDS, PAPER_KINDS, Asked, Recorded
from orapp.domain.papers import PaperKind
from orapp.law.facts import FactKind
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.forms import Form
from orapp.ui.kit.typed_lines import TypedLines
from orapp.ui.screens.dossier.step_choices import StepChoices
from orapp.ui.screens.dossier.step_paper import NEW_PAPER, PaperField
from orapp.ui.screens.dossier.step_words import day_words
from orapp.ui.screens.dossier.typed_numbers import cents, number

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace

LABEL_PIXELS = 190
TEXT_LINES = 3
Fill = Callable[[Recorded], Recorded]


class StepForm(QWidget):
    """The fields of one kind of fact. `edited` is emitted when anything was typed or chosen."""

    edited = Signal()

    def __init__(self, place: Workplace, dossier: Dossier, kind: FactKind, request_id: str, codes: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._place = place
        self._dossier = dossier
        self._kind = kind
        self._request_id = request_id
        self._fills: list[Fill] = []
        self._days: list[DateField] = []
        self._paper: PaperField | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.form = Form(place.look, label_pixels=LABEL_PIXELS)
        column.addWidget(self.form)
        column.addStretch(1)
        self.day = self._date("dag", day_words(kind))
        self.day.set_value(place.today())
        self._choices = StepChoices(place, dossier, kind, request_id, self.form, codes)
        self._choices.edited.connect(self.edited)
        for asked in NEEDS[kind]:
            self._ask(asked)
        for date_field in self.findChildren(DateField):
            # Also what is no date (yet) is being typed: `changed` tells of days only.
            date_field.edited.connect(self.edited)
        self._typed = TypedLines(self)

    # -- build ---------------------------------------------------------------------------------------------------------

    def _ask(self, asked: Asked) -> None:
        fill = self._choices.ask(asked)
        if fill is not None:
            self._fills.append(fill)
            return
        match asked:
            case Asked.UNTIL:
                until = self._date("tot-en-met", self.tr("&Tot en met"))
                self._fills.append(lambda recorded: replace(recorded, until=until.value()))
            case Asked.TEXT:
                text = self._text("tekst", self._text_words(), TEXT_LINES)
                self._fills.append(lambda recorded: replace(recorded, text=text.toPlainText().strip()))
            case Asked.PAPER:
                self._ask_paper()
            case Asked.WHO:
                who = self._line("wie", self._who_words())
                self._fills.append(lambda recorded: replace(recorded, who=who.text().strip()))
            case Asked.HOW:
                how = self._line("hoe", self._how_words())
                self._fills.append(lambda recorded: replace(recorded, how=how.text().strip()))
            case Asked.PLACE:
                where = self._line("plaats", self.tr("&Plaats"))
                self._fills.append(lambda recorded: replace(recorded, place=where.text().strip()))
            case Asked.PRESENT:
                words = self.tr("&Leden van het team") if self._kind is FactKind.TEAM_FORMED else self.tr("&Aanwezig")
                present = self._line("aanwezig", words, self.tr("Namen, met een komma ertussen."))
                self._fills.append(lambda recorded: replace(recorded, present=_names(present.text())))
            case _:
                self._ask_more(asked)

    def _ask_more(self, asked: Asked) -> None:
        match asked:
            case Asked.KNOWN:
                self._ask_known()
            case Asked.DECISION_TEXT:
                self._ask_decision_text()
            case Asked.EFFECTIVE:
                effective = self._date("ingang", self.tr("Het besluit gaat &in op"))
                self._fills.append(lambda recorded: replace(recorded, effective_from=effective.value()))
            case Asked.DIFFERENCE:
                self._ask_difference()
            case Asked.PROMISE:
                self._ask_promise()
            case Asked.NUMBERS:
                invited = self._line("gevraagd", self.tr("Aantal &gevraagd"))
                responses = self._line("reacties", self.tr("Aantal &reacties"))
                self._fills.append(
                    lambda recorded: replace(recorded, invited=number(invited.text()), responses=number(responses.text()))
                )
            case Asked.COST:
                cost = self._line(
                    "bedrag", self.tr("&Bedrag in euro"), self.tr("Bijvoorbeeld 12.500,00; leeg als het niet bekend is.")
                )
                self._fills.append(lambda recorded: replace(recorded, cost_cents=cents(cost.text())))
            case _:
                return

    def _ask_paper(self) -> None:
        words = self._paper_words()
        kind = PAPER_KINDS.get(self._kind, PaperKind.LETTER_IN)
        paper = PaperField(self._place, self._dossier, kind, self._request_id, words.replace("&", ""))
        self.form.add("stuk", words, paper)
        paper.suggest(self.day.value())
        self.day.changed.connect(paper.suggest)
        paper.edited.connect(self.edited)
        self._paper = paper
        self._fills.append(lambda recorded: replace(recorded, paper=paper.paper(), paper_id=paper.paper_id()))

    def _ask_known(self) -> None:
        hint = self.tr("Alleen invullen als een lid het eerder wist dan de dag hierboven, hoe dan ook.")
        known = self._date("eerder-bekend", self.tr("&Vroegste kennis van een lid"), hint)
        who = self._line("eerder-bekend-bij", self.tr("Wie wist het t&oen"))
        self._fills.append(lambda recorded: replace(recorded, known_on=known.value(), known_by=who.text().strip()))

    def _ask_decision_text(self) -> None:
        hint = self.tr("Plak de tekst van het besluit: het programma zoekt er per voorwaarde een passage in. De OR oordeelt.")
        text = self._text("besluittekst", self.tr("Te&kst van het besluit"), 2 * TEXT_LINES, hint)
        decided = self._date("genomen", self.tr("Besluit &genomen op"))
        self._fills.append(
            lambda recorded: replace(recorded, decision_text=text.toPlainText().strip(), decided_on=decided.value())
        )

    def _ask_difference(self) -> None:
        difference = self._text("verschil", self.tr("Wat is er &anders"), TEXT_LINES)
        options = [
            ("", self.tr("nog niet beoordeeld")),
            ("yes", self.tr("ja, zegt de OR: nieuwe ontvangst, volledigheid, overleg en datum")),
            ("no", self.tr("nee, zegt de OR")),
        ]
        answer = self.form.choice("wezenlijk-anders", self.tr("&Wezenlijk anders?"), options)
        answer.currentIndexChanged.connect(lambda _number: self.edited.emit())

        def fill(recorded: Recorded) -> Recorded:
            said = str(answer.currentData() or "")
            by, today = self._place.here.person, self._place.today()
            judged = Judgement(answer=said, by=by, on=today) if said else None
            return replace(recorded, difference=difference.toPlainText().strip(), essentially_different=judged)

        self._fills.append(fill)

    def _ask_promise(self) -> None:
        only = self._kind is FactKind.COMMITMENTS_RECORDED
        words = self.tr("&Toezegging, letterlijk") if only else self.tr("Wat is &toegezegd, letterlijk")
        promise = self._text("toezegging", words, TEXT_LINES, "" if only else self.tr("Leeg als er niets is toegezegd."))
        due = self._date("toezegging-datum", self.tr("Uitgevoerd &uiterlijk"))
        self._fills.append(lambda recorded: replace(recorded, promise=promise.toPlainText().strip(), promise_due=due.value()))

    def _line(self, key: str, label: str, hint: str = "") -> QLineEdit:
        field = self.form.line(key, label, hint)
        field.textEdited.connect(lambda _text: self.edited.emit())
        return field

    def _text(self, key: str, label: str, lines: int, hint: str = "") -> QPlainTextEdit:
        field = self.form.add(key, label, QPlainTextEdit(), hint)
        field.setTabChangesFocus(True)
        metrics = field.fontMetrics()
        field.setFixedHeight(metrics.lineSpacing() * lines + self._place.look.px(20))
        field.textChanged.connect(self.edited)
        return field

    def _date(self, key: str, label: str, hint: str = "") -> DateField:
        field = self.form.add(key, label, DateField(self._place, key, label.replace("&", "")), hint)
        field.changed.connect(lambda _day: self.edited.emit())
        self._days.append(field)
        return field

    # -- words ---------------------------------------------------------------------------------------------------------

    def _text_words(self) -> str:
        match self._kind:
            case FactKind.VIEW_FORMED | FactKind.ADOPTED | FactKind.APPEAL_RESOLVED | FactKind.APPEAL_RENOUNCED:
                return self.tr("&Wat de OR besloot")
            case FactKind.JUDGED_DEVIATES | FactKind.JUDGED_FOLLOWS | FactKind.NULLITY_RESOLVED:
                return self.tr("&Wat de OR besloot, en waarom")
            case FactKind.SUSPENSION_WAIVED:
                return self.tr("&Wat ertegenover staat")
            case FactKind.SETTLED:
                return self.tr("De a&fspraken, letterlijk")
            case FactKind.WITHDRAWN:
                return self.tr("De &reden")
            case FactKind.STAFF_CONSULTED:
                return self.tr("De &uitkomst")
            case FactKind.OTHER:
                return self.tr("&Wat is er gebeurd")
            case FactKind.FOUND_OUT:
                return self.tr("&Wat is ontdekt")
            case _:
                return self.tr("&Toelichting")

    def _who_words(self) -> str:
        match self._kind:
            case FactKind.RECEIVED:
                return self.tr("Ontvangen &van")
            case FactKind.FOUND_OUT:
                return self.tr("&Wie ontdekte het")
            case FactKind.SIGNED:
                return self.tr("&Wie tekende, met welk mandaat")
            case FactKind.LAWYER_SPOKEN:
                return self.tr("&Advocaat en kantoor")
            case FactKind.COSTS_ANNOUNCED | FactKind.CONCEPT_SENT | FactKind.SENT_BY_COUNCIL:
                return self.tr("Aan &wie")
            case FactKind.MEETING_REQUESTED:
                return self.tr("&Wie vroeg het")
            case FactKind.RULING:
                return self.tr("Welke &rechter")
            case FactKind.APPEAL_FILED | FactKind.CASSATION_FILED:
                return self.tr("Door welke &advocaat")
            case _:
                return self.tr("Door &wie")

    def _how_words(self) -> str:
        match self._kind:
            case FactKind.STAFF_CONSULTED:
                return self.tr("Hoe is &geraadpleegd")
            case FactKind.EXECUTED:
                return self.tr("Waaruit &blijkt dat")
            case FactKind.NULLITY_INVOKED:
                return self.tr("&Bewijs van ontvangst")
            case FactKind.APPEAL_FILED:
                return self.tr("Tijdstip van ontvangst")
            case FactKind.FOUND_OUT | FactKind.WITHDRAWN:
                return self.tr("&Hoe")
            case _:
                return self.tr("&Hoe, en het bewijs")

    def _paper_words(self) -> str:
        match self._kind:
            case FactKind.RECEIVED | FactKind.REQUEST_CHANGED:
                return self.tr("Het &stuk zelf")
            case FactKind.CONSENT_CONFIRMED:
                return self.tr("De &versie van de regeling")
            case _:
                return self.tr("&Stuk dat het toont")

    # -- what was typed ------------------------------------------------------------------------------------------------

    def recorded(self) -> Recorded:
        """What was typed, with today where the day cannot be read."""
        recorded = Recorded(kind=self._kind, on=self.day.value() or self._place.today(), request_id=self._request_id)
        for fill in self._fills:
            recorded = fill(recorded)
        return recorded

    def texts(self) -> dict[str, str]:
        """What was typed, by the names of the fields: dates and numbers as they stand there, also what is none yet.

        Of a new paper only while one is chosen: else nobody sees its fields, and its day merely follows that of the fact.
        """
        described = self._paper is not None and self._paper.is_new()
        return {name: words for name, words in self._typed.typed().items() if described or not name.startswith(NEW_PAPER)}

    def put_texts(self, texts: Mapping[str, str]) -> tuple[str, ...]:
        """Puts texts in the fields that have those names, and gives these; what was typed about a new paper chooses one."""
        if self._paper is not None and any(name.startswith(NEW_PAPER) for name in texts):
            self._paper.choose_new()
        return self._typed.put(texts, over=True)

    def refuse(self) -> bool:
        """Says what cannot be kept as it stands and goes there; a day is all that a fact cannot do without."""
        if self.day.value() is None and not self.day.is_wrong():
            return self.form.refuse("dag", self.tr("Vul de dag in. Een dag in de toekomst is een plan."))
        for field in self._days:
            if field.is_wrong():
                self.form.refuse(field.objectName(), field.refusal())
                field.line().setFocus()
                return True
        wrong = self._paper.wrong() if self._paper is not None else None
        if wrong is not None:
            wrong.line().setFocus()
            return True
        return self._choices.refuse(self.recorded())


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
