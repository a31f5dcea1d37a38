"""How questions, objections, considerations, alternatives and consequences are edited: as data, in Dutch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.domain.assessment import (
    Alternative,
    AnswerState,
    Consequence,
    Consideration,
    Destination,
    Objection,
    Question,
    Side,
)
from orapp.domain.items import Theme
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossier.item_kinds_options import SOURCES, STATE_PIXELS, items_in, members, of_request

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace


def answer_tone(state: object) -> Tone:
    """The colour of an answer's judgement."""
    match state:
        case AnswerState.SUFFICIENT:
            return Tone.GOOD
        case AnswerState.INSUFFICIENT:
            return Tone.DANGER
        case AnswerState.LAPSED:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


def destination_tone(destination: object) -> Tone:
    """The colour of where an objection ended."""
    match destination:
        case Destination.CURED | Destination.COMMITMENT:
            return Tone.GOOD
        case Destination.CONDITION | Destination.ATTENTION:
            return Tone.ACCENT
        case Destination.REMAINS:
            return Tone.PLAIN
        case _:
            return Tone.ATTENTION


def side_tone(side: object) -> Tone:
    """The colour of a consideration: for, against, or neither."""
    match side:
        case Side.FOR:
            return Tone.GOOD
        case Side.AGAINST:
            return Tone.ATTENTION
        case _:
            return Tone.PLAIN


class AssessmentKinds(QObject):
    """The collections with which the council asks and judges."""

    def __init__(self, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._themes = members(Theme, place.texts)

    def questions(self) -> ItemKind[Question]:
        """Questions per round, with their answer; the judgement is an act of its own."""
        priorities = [
            ("must", self.tr("moet beantwoord zijn")),
            ("should", self.tr("belangrijk")),
            ("nice", self.tr("goed om te weten")),
        ]
        return ItemKind(
            collection="questions",
            singular=self.tr("vraag"),
            plural=self.tr("vragen"),
            empty=self.tr("Hier komen de vragen van de OR, per ronde, met het antwoord en uw oordeel. Stel de eerste vraag."),
            fields=(
                Field(key="text", label=self.tr("Vraag"), kind=FieldKind.TEXT, column=True, weight=5, required=True),
                Field(
                    key="round", label=self.tr("Ronde"), kind=FieldKind.NUMBER, column=True, pixels=62, quiet=True, required=True
                ),
                Field(key="theme", label=self.tr("Thema"), kind=FieldKind.CHOICE, options=self._themes, convert=Theme),
                Field(
                    key="passage",
                    label=self.tr("Passage"),
                    kind=FieldKind.TEXT,
                    hint=self.tr("Stuk, pagina en tekst waar de vraag over gaat."),
                ),
                Field(key="why", label=self.tr("Waarom van belang"), kind=FieldKind.TEXT),
                Field(key="priority", label=self.tr("Gewicht"), kind=FieldKind.CHOICE, options=lambda _dossier: priorities),
                Field(key="asked_on", label=self.tr("Gesteld op"), kind=FieldKind.DATE),
                Field(key="asked_in_id", label=self.tr("Gesteld in"), kind=FieldKind.ITEM, options=items_in(*SOURCES)),
                Field(
                    key="answer_due",
                    label=self.tr("Antwoord gevraagd voor"),
                    kind=FieldKind.DATE,
                    hint=self.tr("Een datum die de OR vraagt. De wet noemt er geen."),
                ),
                Field(key="answer", label=self.tr("Antwoord"), kind=FieldKind.TEXT, column=True, weight=5, quiet=True),
                Field(key="answered_on", label=self.tr("Beantwoord op"), kind=FieldKind.DATE),
                Field(key="answered_in_id", label=self.tr("Beantwoord in"), kind=FieldKind.ITEM, options=items_in(*SOURCES)),
                Field(
                    key="state",
                    label=self.tr("Oordeel van de OR"),
                    heading=self.tr("Oordeel OR"),
                    kind=FieldKind.CHOICE,
                    options=self._judgements,
                    convert=AnswerState,
                    tone=answer_tone,
                    column=True,
                    pixels=STATE_PIXELS,
                    read_only=True,
                ),
            ),
            make=lambda dossier, new_id, request_id: Question(
                id=new_id, text="", request_id=request_id, round=latest_round(dossier, request_id)
            ),
            shown=of_request("questions", Question),
        )

    def objections(self) -> ItemKind[Objection]:
        """Objections with where each of them ends."""
        return ItemKind(
            collection="objections",
            singular=self.tr("bezwaar"),
            plural=self.tr("bezwaren"),
            empty=self.tr(
                "Hier komen de bezwaren van de OR, elk met een bestemming: toezegging, voorwaarde, of het blijft staan."
            ),
            fields=(
                Field(key="text", label=self.tr("Bezwaar"), kind=FieldKind.TEXT, column=True, weight=6, required=True),
                Field(
                    key="theme",
                    label=self.tr("Thema"),
                    kind=FieldKind.CHOICE,
                    options=self._themes,
                    convert=Theme,
                    column=True,
                    pixels=120,
                    quiet=True,
                ),
                self._decisions(),
                Field(
                    key="evidence", label=self.tr("Waaruit het blijkt"), kind=FieldKind.TEXT, column=True, weight=3, quiet=True
                ),
                Field(
                    key="destination",
                    label=self.tr("Bestemming"),
                    kind=FieldKind.CHOICE,
                    options=members(Destination, self._place.texts),
                    convert=Destination,
                    tone=destination_tone,
                    column=True,
                    pixels=160,
                ),
                Field(
                    key="destination_ids",
                    label=self.tr("Waar het terugkomt"),
                    kind=FieldKind.ITEMS,
                    options=items_in("conditions", "commitments", "considerations"),
                ),
            ),
            make=lambda _dossier, new_id, request_id: Objection(id=new_id, text="", request_id=request_id),
            shown=of_request("objections", Objection),
        )

    def considerations(self) -> ItemKind[Consideration]:
        """Considerations: motives, consequences, measures and all other themes, for and against."""
        return ItemKind(
            collection="considerations",
            singular=self.tr("overweging"),
            plural=self.tr("overwegingen"),
            empty=self.tr("Hier komen de overwegingen van de OR: feit, bron, oordeel en conclusie, per thema."),
            fields=(
                Field(key="text", label=self.tr("Overweging"), kind=FieldKind.TEXT, column=True, weight=7, required=True),
                Field(
                    key="theme",
                    label=self.tr("Thema"),
                    kind=FieldKind.CHOICE,
                    options=self._themes,
                    convert=Theme,
                    column=True,
                    pixels=130,
                    quiet=True,
                ),
                Field(
                    key="side",
                    label=self.tr("Voor of tegen"),
                    heading=self.tr("Kant"),
                    kind=FieldKind.CHOICE,
                    options=members(Side, self._place.texts),
                    convert=Side,
                    tone=side_tone,
                    column=True,
                    pixels=84,
                ),
                self._decisions(),
                Field(key="evidence", label=self.tr("Bron"), kind=FieldKind.TEXT, column=True, weight=3, quiet=True),
                Field(
                    key="execution_only",
                    label=self.tr("Alleen een punt voor de uitvoering"),
                    kind=FieldKind.FLAG,
                    hint=self.tr("Het telt dan niet mee als grond van het advies."),
                ),
            ),
            make=lambda _dossier, new_id, request_id: Consideration(id=new_id, text="", request_id=request_id),
            shown=of_request("considerations", Consideration),
        )

    def themed(self, theme: Theme, singular: str, plural: str, empty: str) -> ItemKind[Consideration]:
        """The considerations of one theme; a new one is made with it."""
        whole = self.considerations()
        every = of_request("considerations", Consideration)
        return replace(
            whole,
            singular=singular,
            plural=plural,
            empty=empty,
            fields=tuple(replace(field, column=False) if field.key == "theme" else field for field in whole.fields),
            make=lambda _dossier, new_id, request_id: Consideration(id=new_id, text="", request_id=request_id, theme=theme),
            shown=lambda dossier, request_id: tuple(item for item in every(dossier, request_id) if item.theme is theme),
        )

    def alternatives(self) -> ItemKind[Alternative]:
        """Alternatives, and whether the director examined them."""
        return ItemKind(
            collection="alternatives",
            singular=self.tr("alternatief"),
            plural=self.tr("alternatieven"),
            empty=self.tr("Hier komen de alternatieven van de OR, met hun effect, hun kosten en wat de bestuurder ermee deed."),
            fields=(
                Field(key="text", label=self.tr("Alternatief"), kind=FieldKind.TEXT, column=True, weight=5, required=True),
                Field(
                    key="effect",
                    label=self.tr("Effect op doel en personeel"),
                    heading=self.tr("Effect"),
                    kind=FieldKind.TEXT,
                    column=True,
                    weight=4,
                    quiet=True,
                ),
                Field(key="cost", label=self.tr("Kosten"), kind=FieldKind.TEXT),
                Field(
                    key="removes_ids",
                    label=self.tr("Neemt bezwaren weg"),
                    kind=FieldKind.ITEMS,
                    options=items_in("objections"),
                ),
                Field(key="examined", label=self.tr("Onderzocht door de bestuurder"), kind=FieldKind.TEXT),
                Field(key="result", label=self.tr("Uitkomst"), kind=FieldKind.TEXT, column=True, weight=3),
            ),
            make=lambda _dossier, new_id, request_id: Alternative(id=new_id, text="", request_id=request_id),
            shown=of_request("alternatives", Alternative),
        )

    def consequences(self) -> ItemKind[Consequence]:
        """Consequences per group of staff, with what it was and what it becomes."""
        return ItemKind(
            collection="consequences",
            singular=self.tr("gevolg"),
            plural=self.tr("gevolgen"),
            empty=self.tr("Hier komen de gevolgen per groep medewerkers, met fte was en wordt, en de maatregel (art. 25 lid 3)."),
            fields=(
                Field(key="group", label=self.tr("Groep"), column=True, weight=3, required=True),
                Field(key="effect", label=self.tr("Gevolg"), kind=FieldKind.TEXT, column=True, weight=4),
                Field(
                    key="headcount",
                    label=self.tr("Aantal mensen"),
                    heading=self.tr("Mensen"),
                    kind=FieldKind.NUMBER,
                    column=True,
                    pixels=72,
                ),
                Field(
                    key="fte_before_tenths",
                    label=self.tr("Fte was"),
                    kind=FieldKind.TENTHS,
                    column=True,
                    pixels=76,
                ),
                Field(key="fte_after_tenths", label=self.tr("Fte wordt"), kind=FieldKind.TENTHS, column=True, pixels=82),
                Field(key="measure", label=self.tr("Maatregel"), kind=FieldKind.TEXT, column=True, weight=3, quiet=True),
                Field(key="measure_sufficient", label=self.tr("Is de maatregel genoeg?"), kind=FieldKind.TEXT),
                Field(key="residual", label=self.tr("Wat overblijft"), kind=FieldKind.TEXT),
                Field(key="in_request", label=self.tr("Staat in de aanvraag"), kind=FieldKind.FLAG),
            ),
            make=lambda _dossier, new_id, request_id: Consequence(id=new_id, group="", request_id=request_id),
            shown=of_request("consequences", Consequence),
        )

    def _judgements(self, _dossier: Dossier) -> list[tuple[str, str]]:
        """The judgements in a word; an answer that was not judged yet is not "not answered"."""
        return [
            (AnswerState.OPEN.value, self.tr("nog geen oordeel")),
            (AnswerState.SUFFICIENT.value, self.tr("voldoende")),
            (AnswerState.INSUFFICIENT.value, self.tr("onvoldoende")),
            (AnswerState.LAPSED.value, self.tr("vervallen")),
        ]

    def _decisions(self) -> Field:
        return Field(
            key="decision_ids", label=self.tr("Over besluit"), kind=FieldKind.ITEMS, options=items_in("proposed_decisions")
        )


def latest_round(dossier: Dossier, request_id: str) -> int:
    """The round in which a new question is asked: the newest that was not sent yet, or the one after it."""
    own = [question for question in dossier.questions if question.request_id == request_id]
    newest = max((question.round for question in own), default=1)
    sent = any(question.asked_on is not None for question in own if question.round == newest)
    return newest + 1 if sent else newest
