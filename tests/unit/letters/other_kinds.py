"""The letters beside receipt, advice and consent: their fields filled in, and a decision of the director to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from orapp.domain.assessment import AnswerState
from orapp.domain.decisions import Comparison, Decision, Knowledge, Resolution, ResolutionKind, TakenOver
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, LetterField
from orapp.domain.requests import Outcome
from orapp.law.facts import ProcedureKind
from orapp.letters.compose import compose
from orapp.letters.order import ComposedLetter, LetterOrder
from tests.unit.letters.example_items import QUESTIONS
from tests.unit.letters.examples import COUNCIL, REQUEST, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.reading import book, law

Row = tuple[str, ...]
ASKING_DAY = date(2026, 5, 1)
LATER = date(2026, 6, 15)
KNOWN_ON = date(2026, 6, 11)

TAKEN = Decision(
    id="k1",
    number=1,
    title="Verhuizing naar de Havenloods",
    request_id="r1",
    decision_ids=("b1",),
    decided_on=date(2026, 6, 10),
    notices=(Knowledge(on=KNOWN_ON, how="besluitbrief", written=True, reasoned=True),),
    comparisons=(Comparison(item_id="v1", verdict=TakenOver.NO, passage="bladzijde 2", reason_given="Te duur."),),
)

FILLED: Mapping[str, Mapping[str, str | tuple[Row, ...]]] = {
    "A2": {"papers": (("Businesscase", "de huur beoordelen"),), "meeting_on": "2026-05-28"},
    "A3": {"items": (("Ziekteverzuim per team", "2025", "percentage"),), "purpose": "De OR wil de werkdruk beoordelen."},
    "A4": {
        "proposed": "2026-07-01",
        "reasons": "Vraag Q2 is niet beantwoord.",
        "calendar": (("Advies", "OR", "1 juli 2026"),),
        "may_do": "De inventarisatie voorbereiden.",
    },
    "A5": {"occasion": "meeting", "occasion_on": "2026-04-23", "present": "de bestuurder en de voorzitter"},
    "A6": {
        "meeting_on": "2026-06-30",
        "time": "13.00–15.00 uur",
        "place": "raadzaal",
        "chair": "de bestuurder",
        "items": (("Verhuizing", "artikel 25", "bespreken vóór het advies", "voorzitter", "45", "D1"),),
    },
    "A8": {"why_now": "De huur loopt af.", "costs": (("Bus", "0", "4.000"),), "meeting_on": "2026-06-30"},
    "A11": {
        "why_consent": "De regeling geldt voor het hele team. De cao regelt dit niet.",
        "consent_state": "not_asked",
        "undo": "De regeling intrekken.",
        "undo_by": "2026-07-01",
        "delivery": "per e-mail en afgegeven tegen ontvangstbewijs",
    },
    "A12a": {"acts": "De huurovereenkomst tekenen.", "talk_by": "2026-06-22"},
    "A12b": {"lawyer": "Advocatenkantoor Voorbeeld", "estimate": "1250000"},
    "A12c": {"gives_up": "suspension"},
    "A13": {"question": "Past het team in de loods?", "vat": "without", "budget": "announced"},
    "A14": {
        "about": "appointment",
        "outcome": "positive",
        "criteria": (("ervaring", "gesprek", "voldoet"),),
        "received": "Het profiel.",
        "method": "Een gesprek met vaste vragen.",
    },
    "A15": {"plan": "Uitvoeringsplan, versie 2", "advice": "Verhuis pas als de kleedplaatsen er zijn."},
    "A16": {"period": "2027", "aim": "Kennis van verhuizingen.", "training": (("Verhuizen", "maatwerk"),)},
    "A17": {
        "type": "progress",
        "headline": "Er is nog niets besloten.",
        "proposed": "Het team verhuist.",
        "council_does": "Wij stellen vragen.",
        "you_can": "U hoeft niets te doen.",
    },
    "A19a": {
        "seen": "Op 20 april zag een OR-lid dat de loods al is gehuurd.",
        "right": "advice",
        "why": "Een verhuizing valt onder dit artikel.",
    },
    "A19b": {"subjects": (("Verhuizing", "de planning is gewijzigd", "25"),), "proposed_on": "2026-06-25"},
    "A19c": {"view": "De OR mist voorwaarde V1.", "follow": "considering"},
    "A19d": {"asks": "Wanneer zijn de kleedplaatsen er?"},
    "A19e": {"on_what": "De huurprijs.", "asks": "limits", "why": "De OR wil de achterban raadplegen."},
    "A19f": {
        "type": "preparing",
        "task": "De verhuizing volgen.",
        "members": (("A. Voorbeeld", "OR", "ja"),),
        "until": "2026-12-31",
    },
    "A19g": {"articles": (("1", "Extra adviesrecht over inhuur", "de OR wil dit volgen"),), "term": "twee jaar"},
    "A19h": {"body": "de gemeenteraad van Duinwijk", "matter": "De raad besluit over de huur.", "asks": "De gevolgen."},
    "A19i": {"tracks": (("Sociaal plan", "ja", "nee"),)},
    "A19j": {"matter": "Er is geen RI&E.", "place": "de Havenloods", "tried": "Twee keer gevraagd."},
}
"""Every kind beside A1, A9 and A10, with what it asks."""

_RESOLVED = {
    "A11": ResolutionKind.INVOKE_NULLITY,
    "A12b": ResolutionKind.APPEAL,
    "A12c": ResolutionKind.WAIVE_SUSPENSION,
}
_AFTER = {"A11", "A12a", "A12b", "A12c", "A15", "A19c"}
_WITH_REQUEST = {kind for kind in FILLED if kind not in {"A16", "A19b", "A19d", "A19e", "A19f", "A19g", "A19h", "A19i", "A19j"}}


def filled(kind: str, /, **changes: str | tuple[Row, ...]) -> tuple[LetterField, ...]:
    """The fields of a kind, some of them otherwise; one that is emptied stays out."""
    whole = {**FILLED[kind], **changes}
    return tuple(
        LetterField(key=key, value=value) if isinstance(value, str) else LetterField(key=key, rows=value)
        for key, value in whole.items()
        if value
    )


def about(kind: str, /, **changes: Any) -> Dossier:
    """The dossier of the move as this kind of letter finds it."""
    fields: dict[str, Any] = {"decisions": (TAKEN,) if kind in _AFTER else ()}
    if kind in _RESOLVED:
        resolved = Resolution(
            id="z9", kind=_RESOLVED[kind], on=date(2026, 6, 12), text="Besluit.", request_id="r1", votes_for=7, votes_against=0
        )
        fields["resolutions"] = (resolved,)
    if kind in {"A2", "A3"}:
        fields["questions"] = tuple(replace(item, asked_on=None, answered_on=None, state=AnswerState.OPEN) for item in QUESTIONS)
    if kind == "A11":
        return consent_dossier(consent_decision(Outcome.UNDECIDED), **{**fields, **changes})
    if kind in {"A8", "A14"}:
        legal = ProcedureKind.INITIATIVE if kind == "A8" else ProcedureKind.APPOINTMENT
        grounds = () if kind == "A8" else ("30",)
        outcome = decision(Outcome.UNDECIDED, grounds=grounds, outcome_reason="De bus rijdt al.")
        fields = {"requests": (replace(REQUEST, legal=legal, grounds=grounds),), "questions": (), **fields}
        return dossier(outcome, **{**fields, **changes})
    outcome = decision(Outcome.POSITIVE_CONDITIONS if kind in _AFTER else Outcome.UNDECIDED)
    return dossier(outcome, **{**fields, **changes})


def other_letter(kind: str, /, **changes: Any) -> Letter:
    """A letter of this kind with its fields filled in."""
    letter = Letter(
        id="x1", kind=kind, request_id="r1" if kind in _WITH_REQUEST else "", fields=filled(kind), reply_due=date(2026, 6, 29)
    )
    return replace(letter, **changes)


def made(kind: str, whole: Dossier | None = None, dated: date | None = None, /, **changes: Any) -> ComposedLetter:
    """The letter of this kind; `changes` are those of the letter, `council` that of who writes."""
    council = changes.pop("council", COUNCIL)
    letter = other_letter(kind, **changes)
    day = dated or (LATER if kind in _AFTER else ASKING_DAY)
    order = LetterOrder(kind=kind, request_id=letter.request_id, dated=day, letter=letter)
    return compose(book(), law(), council, whole or about(kind), order)
