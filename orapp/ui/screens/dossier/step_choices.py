"""The choices of a step: which proposed decisions, how the council voted, what was answered, and which date was agreed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from orapp.domain.course import LOOSE, belongs
from orapp.domain.decisions import DecisionOrigin
from orapp.domain.dossier import code
from orapp.domain.needs import Asked, NewDate, Recorded, Votes
from orapp.domain.requests import Outcome
from orapp.domain.siblings import siblings_of, twins_of, with_twins
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.law.rule_keys import AGREED_ADVICE, AGREED_CONSENT, ANSWER
from orapp.texts.dates import short_date
from orapp.ui.kit.dates import DateField
from orapp.ui.screens.dossier.step_against import AGAINST, AgainstField, months_asked
from orapp.ui.screens.dossier.step_votes import VoteCounts
from orapp.ui.screens.dossier.step_words import LETTERS

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import ProposedDecision
    from orapp.ui.kit.forms import Form
    from orapp.ui.kit.workplace import Workplace

Fill = Callable[[Recorded], Recorded]

YES, NO, UNKNOWN = "yes", "no", ""
ANSWERS = {
    FactKind.ADVICE_SENT: (
        Outcome.POSITIVE,
        Outcome.POSITIVE_CONDITIONS,
        Outcome.NEGATIVE,
        Outcome.NEGATIVE_UNLESS,
        Outcome.POLITICAL,
        Outcome.LATER,
    ),
    FactKind.CANNOT_ADVISE_SENT: (Outcome.NOT_YET,),
    FactKind.CONSENT_GIVEN: (
        Outcome.CONSENT,
        Outcome.CONSENT_CHANGED,
        Outcome.CONSENT_TEMPORARY,
        Outcome.CONSENT_PARTIAL,
    ),
    FactKind.CONSENT_CONDITIONAL: (Outcome.CONSENT_CONDITIONAL,),
    FactKind.CONSENT_REFUSED: (Outcome.CONSENT_REFUSED,),
}
DIRECTOR_DATES = frozenset({FactKind.QUESTIONS_ASKED})
MOST_LETTERS = 90


class StepChoices(QObject):
    """Adds choices to the form of a step; `ask` gives how its answer is filled in, or None where it knows no such question."""

    edited = Signal()

    def __init__(
        self, place: Workplace, dossier: Dossier, kind: FactKind, request_id: str, form: Form, codes: tuple[str, ...]
    ) -> None:
        super().__init__(form)
        self._place = place
        self._dossier = dossier
        self._kind = kind
        self._request_id = request_id
        self._form = form
        self._codes = codes
        self._confirmed: QCheckBox | None = None
        self._due: DateField | None = None
        self._months: AgainstField | None = None

    def ask(self, asked: Asked) -> Fill | None:
        """Adds what is asked to the form."""
        known: dict[Asked, Callable[[], Fill]] = {
            Asked.SUBJECTS: self._subjects,
            Asked.VOTES: self._votes,
            Asked.MANNER: self._manner,
            Asked.DECISION: self._decision,
            Asked.ORIGIN: self._origin,
            Asked.AGREED: self._agreed,
            Asked.OUTCOMES: self._outcomes,
            Asked.QUESTIONS: self._questions,
            Asked.CONDITIONS: self._conditions,
            Asked.EXPERT: self._expert,
            Asked.LETTER: self._letter,
            Asked.CLOSE: self._close,
            Asked.AGAINST: self._against,
        }
        return known[asked]() if asked in known else None

    def refuse(self, recorded: Recorded) -> bool:
        """Says what contradicts itself or cannot be read: a confirmation in writing needs the writing."""
        if self._months is not None and not self._months.is_answered():
            words = self.tr(
                "Kies tegen welk besluit dit is gericht, of kies 'Nog niet bekend': elk besluit heeft een eigen maand."
            )
            return self._form.refuse(AGAINST, words)
        if self._due is not None and self._due.is_wrong():
            return self._form.refuse("afgesproken", self._due.refusal())
        if recorded.agreed is None or not recorded.agreed.confirmed:
            return False
        if recorded.paper is not None or recorded.paper_id or recorded.letter_id:
            return False
        words = self.tr("Kies hierboven het stuk waarin de datum is bevestigd, of haal het vinkje weg.")
        return self._form.refuse("afgesproken", words)

    # -- the council ---------------------------------------------------------------------------------------------------

    def _subjects(self) -> Fill:
        """Nothing ticked means all of the request, as everywhere in the law's vocabulary."""
        subjects, beside = self._dossier.of_request(self._request_id), self._beside()
        if len(subjects) + len(beside) < 2:
            return _same
        options = [(item.id, f"{code('proposed_decisions', item)} {item.title}") for item in (*subjects, *beside)]
        chosen = {item.id for item in subjects if code("proposed_decisions", item) in self._codes}
        hint = self.tr("Niets aangevinkt: het geldt voor alle voorgenomen besluiten.")
        request = self._dossier.request(self._request_id)
        if beside and request is not None:
            # In doubt between art. 25 and 27 a decision starts the months of both (practice.md 1.7).
            chosen |= set(twins_of(self._dossier, request, tuple(chosen)) if chosen else with_twins(self._dossier, request))
            hint = self.tr(
                "Niets aangevinkt: alles in deze procedure, en wat in beide staat. Gaat het ook over een ander besluit uit "
                "dezelfde aanvraag, vink dat dan ook aan: dan loopt ook die maand."
            )
        ticks = self._ticks("besluiten-keuze", self.tr("Voor welk &besluit"), options, chosen, hint)
        return lambda recorded: replace(recorded, decision_ids=_ticked(ticks))

    def _beside(self) -> tuple[ProposedDecision, ...]:
        """The proposed decisions of the sibling procedure, where a decision of the director may be about both."""
        request = self._dossier.request(self._request_id)
        if request is None or self._kind not in LOOSE:
            return ()
        return tuple(item for other in siblings_of(self._dossier, request) for item in self._dossier.of_request(other.id))

    def _votes(self) -> Fill:
        form = self._form
        meeting = form.line("vergadering", self.tr("OR-&vergadering"), self.tr("Bijvoorbeeld OR-vergadering van 20 januari."))
        counted = form.add("stemmen", self.tr("&Stemmen"), VoteCounts(self._place.look))
        counted.edited.connect(self.edited)
        quorum = self._maybe("quorum", self.tr("&Quorum aanwezig"))
        mandate = form.line(
            "mandaat", self.tr("Of: vastgelegd &mandaat"), self.tr("Van wie, van wanneer; dan is er geen vergadering.")
        )
        for typed in (meeting, mandate):
            typed.textEdited.connect(lambda _text: self.edited.emit())

        def fill(recorded: Recorded) -> Recorded:
            for_, against, abstained = counted.counts()
            votes = Votes(
                meeting=meeting.text().strip(),
                votes_for=for_,
                votes_against=against,
                abstentions=abstained,
                quorum_met=maybe(quorum),
                mandate=mandate.text().strip(),
            )
            return replace(recorded, votes=votes)

        return fill

    def _outcomes(self) -> Fill:
        """What the council answers on each proposed decision; the kind of the fact says which answers there are."""
        answers = ANSWERS.get(self._kind, ())
        subjects = self._dossier.of_request(self._request_id)
        found: list[tuple[str, QComboBox]] = []
        for item in subjects if answers else ():
            options = [("", self.tr("nog niet vastgelegd"))] + [(one.value, self._place.texts.label(one)) for one in answers]
            words = self.tr("Antwoord op {code}").format(code=code("proposed_decisions", item))
            field = self._choice(f"antwoord-{item.id}", words, options)
            field.setToolTip(item.title)
            known = field.findData(item.outcome.value)
            field.setCurrentIndex(known if known >= 0 else 1 if len(answers) == 1 else 0)
            found.append((item.id, field))

        def fill(recorded: Recorded) -> Recorded:
            concerned = [(item_id, str(field.currentData())) for item_id, field in found if field.currentData()]
            if recorded.decision_ids:
                concerned = [(item_id, value) for item_id, value in concerned if item_id in recorded.decision_ids]
            return replace(recorded, outcomes=tuple((item_id, Outcome(value)) for item_id, value in concerned))

        return fill

    def _letter(self) -> Fill:
        """The letters of this request that may be meant, the fitting kinds first."""
        fitting = LETTERS.get(self._kind, ())
        own = [letter for letter in self._dossier.letters if letter.request_id in {"", self._request_id}]
        own = [letter for letter in own if not fitting or letter.kind in fitting]
        if not own:
            return _same
        options = [("", self.tr("geen brief uit dit dossier"))]
        for letter in own:
            sent = (
                self.tr("verzonden {day}").format(day=short_date(letter.sent_on))
                if letter.sent_on
                else self.tr("nog niet verzonden")
            )
            options.append((letter.id, f"{(letter.subject or letter.kind)[:MOST_LETTERS]} · {sent}"))
        field = self._choice("brief-keuze", self.tr("&Brief"), options)
        waiting = next((letter.id for letter in own if letter.sent_on is None), "")
        field.setCurrentIndex(max(0, field.findData(waiting)))
        return lambda recorded: replace(recorded, letter_id=str(field.currentData() or ""))

    def _against(self) -> Fill:
        """The only decision there is, is the one that is meant; of more, the person says which (practice.md 1.6)."""
        today = self._place.today()
        months = months_asked(self._dossier, self._request_id, today)
        if len(months) < 2:
            return lambda recorded: replace(recorded, against_ids=tuple(month.name for month in months))
        field = AgainstField(self._place, months, today)
        field.edited.connect(self.edited)
        self._form.add(AGAINST, self.tr("Tegen welk besl&uit"), field, self.tr("Alleen die maand eindigt hiermee."))
        self._months = field
        return field.fill

    # -- the director --------------------------------------------------------------------------------------------------

    def _manner(self) -> Fill:
        written = self._maybe("schriftelijk", self.tr("S&chriftelijk"))
        reasoned = self._maybe("met-redenen", self.tr("Met &redenen"))
        if self._kind is FactKind.DECISION_REASONED:
            written.setCurrentIndex(written.findData(YES))
            reasoned.setCurrentIndex(reasoned.findData(YES))
        return lambda recorded: replace(recorded, written=maybe(written), reasoned=maybe(reasoned))

    def _decision(self) -> Fill:
        request = self._dossier.request(self._request_id)
        own = [
            item
            for item in self._dossier.decisions
            if item.request_id in {"", self._request_id}
            or (request is not None and belongs(self._dossier, request, item.request_id, item.decision_ids))
        ]
        if not own:
            return _same
        options = [("", self.tr("een nieuw besluit, met een eigen maand"))]
        options += [(item.id, self.tr("latere mededeling van: {title}").format(title=item.title)) for item in own]
        field = self._choice("welk-besluit", self.tr("Hoort &bij"), options)
        if self._kind is FactKind.DECISION_REASONED:
            field.setCurrentIndex(field.count() - 1)
        return lambda recorded: replace(recorded, decision_id=str(field.currentData() or ""))

    def _origin(self) -> Fill:
        origins = list(DecisionOrigin)
        if self._kind is FactKind.FOUND_OUT:
            origins = [DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.EXECUTION_SEEN]
        options = [(one.value, self._place.texts.label(one)) for one in origins]
        field = self._choice("herkomst", self.tr("&Hoe het tot stand kwam"), options)
        return lambda recorded: replace(recorded, origin=DecisionOrigin(field.currentData()))

    def _agreed(self) -> Fill:
        request = self._dossier.request(self._request_id)
        consent = request is not None and request.legal is ProcedureKind.CONSENT
        director = self._kind in DIRECTOR_DATES
        words = self.tr("Gevraagde &antwoorddatum") if director else self.tr("&Afgesproken datum")
        hint = "" if director else self.tr("Leeg als er geen (nieuwe) datum is afgesproken.")
        due = self._form.add("afgesproken", words, DateField(self._place, "afgesproken", words.replace("&", "")), hint)
        due.changed.connect(lambda _day: self.edited.emit())
        self._due = due
        confirmed = None
        if not director:
            confirmed = self._form.check("bevestigd", self.tr("Door de bestuurder schriftelijk bevestigd"))
            confirmed.toggled.connect(lambda _on: self.edited.emit())
        subject = (
            self.tr("Antwoord op de vragen") if director else self.tr("Besluit over instemming") if consent else self.tr("Advies")
        )
        rule = ANSWER if director else AGREED_CONSENT if consent else AGREED_ADVICE

        def fill(recorded: Recorded) -> Recorded:
            day: date | None = due.value()
            if day is None:
                return recorded
            actor = Party.DIRECTOR if director else Party.COUNCIL
            sure = confirmed is not None and confirmed.isChecked()
            return replace(recorded, agreed=NewDate(due=day, rule=rule, subject=subject, actor=actor, confirmed=sure))

        return fill

    # -- what it concerns ----------------------------------------------------------------------------------------------

    def _questions(self) -> Fill:
        asking = self._kind is FactKind.QUESTIONS_ASKED
        own = [
            item
            for item in self._dossier.questions
            if item.request_id in {"", self._request_id} and (item.asked_on is None if asking else item.answered_on is None)
        ]
        if not own:
            return _same
        options = [(item.id, f"{code('questions', item)} {_short(item.text)}") for item in own]
        chosen = {item.id for item in own} if asking else set()
        hint = "" if asking else self.tr("Of een antwoord voldoende is, oordeelt de OR bij Vragen en beoordeling.")
        words = self.tr("&Gestelde vragen") if asking else self.tr("Be&antwoorde vragen")
        ticks = self._ticks("vragen-keuze", words, options, chosen, hint)
        return lambda recorded: replace(recorded, question_ids=_ticked(ticks))

    def _conditions(self) -> Fill:
        fields: list[tuple[str, QLineEdit]] = []
        for item in self._dossier.conditions:
            if item.request_id in {"", self._request_id}:
                words = self.tr("{code} staat in").format(code=code("conditions", item))
                field = self._form.line(f"plaats-{item.id}", words, _short(item.text))
                field.textEdited.connect(lambda _text: self.edited.emit())
                fields.append((item.id, field))
        return lambda recorded: replace(recorded, places=tuple((key, field.text().strip()) for key, field in fields))

    def _expert(self) -> Fill:
        name = self._form.line("deskundige", self.tr("Naam van de &deskundige"))
        name.textEdited.connect(lambda _text: self.edited.emit())
        announcing = self._kind is FactKind.EXPERT_ANNOUNCED
        own = [
            item
            for item in self._dossier.experts
            if item.request_id == self._request_id and (item.announced_on if announcing else item.reported_on) is None
        ]
        if own:
            name.setText(own[0].name)

        def fill(recorded: Recorded) -> Recorded:
            typed = name.text().strip()
            known = next((item.id for item in own if item.name == typed), "")
            return replace(recorded, who=typed, expert_id=known)

        return fill

    def _close(self) -> Fill:
        tick = self._form.check("ook-dossier", self.tr("Het hele dossier is gesloten"))
        tick.toggled.connect(lambda _on: self.edited.emit())
        return lambda recorded: replace(recorded, close_dossier=tick.isChecked())

    # -- kinds of choice -----------------------------------------------------------------------------------------------

    def _choice(self, key: str, words: str, options: list[tuple[str, str]]) -> QComboBox:
        field = self._form.choice(key, words, options)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(14)
        field.currentIndexChanged.connect(lambda _number: self.edited.emit())
        return field

    def _maybe(self, key: str, words: str) -> QComboBox:
        return self._choice(key, words, [(UNKNOWN, self.tr("niet bekend")), (YES, self.tr("ja")), (NO, self.tr("nee"))])

    def _ticks(
        self, key: str, words: str, options: list[tuple[str, str]], chosen: set[str], hint: str
    ) -> list[tuple[str, QCheckBox]]:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self._place.look.px(6), 0, 0)
        column.setSpacing(self._place.look.px(4))
        found = []
        for number, (value, said) in enumerate(options):
            tick = QCheckBox(_short(said.replace("&", "&&")))
            tick.setObjectName(f"{key}-{number}")
            tick.setAccessibleName(said)
            tick.setToolTip(said)
            tick.setChecked(value in chosen)
            tick.toggled.connect(lambda _on: self.edited.emit())
            column.addWidget(tick)
            found.append((value, tick))
        box.setFocusProxy(found[0][1])
        self._form.add(key, words, box, hint)
        return found


def _same(recorded: Recorded) -> Recorded:
    """Nothing was asked, so nothing is filled in."""
    return recorded


def _ticked(ticks: list[tuple[str, QCheckBox]]) -> tuple[str, ...]:
    return tuple(value for value, tick in ticks if tick.isChecked())


def maybe(field: QComboBox) -> bool | None:
    """Yes, no, or not known."""
    return {YES: True, NO: False}.get(str(field.currentData() or ""))


def _short(text: str, most: int = 64) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
