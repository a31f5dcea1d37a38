"""Which letter is proposed to begin with: the acknowledgement only while it still makes sense, and none once all is answered."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.papers import Event
from orapp.domain.requests import ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters import outlines
from orapp.letters.outlines import LetterBook
from orapp.services.letter_drafts import offers

LETTERS = Path(__file__).parents[2] / "resources" / "letters"
TODAY = date(2026, 9, 20)


@pytest.fixture(scope="module")
def book() -> LetterBook:
    return outlines.load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(LETTERS.glob("*.toml"))})


def asked(*happened: FactKind, about: tuple[str, ...] = (), on: date = date(2026, 9, 10)) -> Dossier:
    versions = (RequestVersion(number=1, received_on=date(2026, 8, 3)),)
    return Dossier(
        id="d",
        reference="2026-001",
        title="Proef",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=date(2026, 8, 3),
        requests=(Request(id="r1", title="Aanvraag", legal=ProcedureKind.ADVICE, versions=versions),),
        proposed_decisions=tuple(
            ProposedDecision(id=f"b{n}", number=n, title=f"B{n}", request_id="r1", grounds=("25.1.e",)) for n in (1, 2)
        ),
        events=tuple(
            Event(id=f"e{n}", on=on, kind=kind, text="", request_id="r1", decision_ids=about) for n, kind in enumerate(happened)
        ),
    )


def proposed(book: LetterBook, dossier: Dossier) -> list[str]:
    return [offer.kind.key for offer in offers(book, dossier, TODAY) if offer.first]


def test_a_request_that_just_came_in_begins_with_the_acknowledgement(book: LetterBook) -> None:
    assert proposed(book, asked()) == ["A1"]
    assert proposed(book, asked(FactKind.TRIAGED, FactKind.COMPLETENESS_JUDGED)) == ["A1"]


@pytest.mark.parametrize(
    "late", [FactKind.QUESTIONS_ASKED, FactKind.CONSULTATION_MEETING, FactKind.VIEW_FORMED, FactKind.CANNOT_ADVISE_SENT]
)
def test_later_in_a_procedure_the_acknowledgement_is_not_proposed_any_more(book: LetterBook, late: FactKind) -> None:
    assert proposed(book, asked(late)) == ["A9"]


def test_a_meeting_that_is_only_planned_changes_nothing(book: LetterBook) -> None:
    assert proposed(book, asked(FactKind.CONSULTATION_MEETING, on=date(2026, 10, 1))) == ["A1"]


def test_once_the_council_answered_everything_no_letter_is_obvious(book: LetterBook) -> None:
    assert proposed(book, asked(FactKind.ADVICE_SENT)) == []
    assert proposed(book, asked(FactKind.ADVICE_SENT, about=("b1",))) == ["A9"]
    changed = replace(
        asked(FactKind.ADVICE_SENT),
        requests=(
            replace(
                asked().requests[0],
                versions=(
                    RequestVersion(number=1, received_on=date(2026, 8, 3)),
                    RequestVersion(number=2, received_on=date(2026, 9, 15)),
                ),
            ),
        ),
    )
    assert proposed(book, changed) == ["A9"]
