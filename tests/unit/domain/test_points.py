"""The points of a dossier: what asks for something or is counted, by hand for the demo and case by case."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from orapp.domain.actions import ActionItem
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.derivation import derive
from orapp.domain.derived import Attention
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.letters import Letter
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.point_finding import MOST_ATTENTION, points_of
from orapp.domain.points import Point, PointKind
from orapp.domain.promises import Commitment, CommitmentState
from orapp.domain.requests import Request, RequestVersion
from orapp.exchange.dossier_json import read_dossier
from orapp.law import book as law_book
from orapp.law.book import LawBook
from orapp.law.facts import FactKind, Party, ProcedureKind

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
TODAY = date(2026, 11, 21)
IN_THE_MONTH = date(2025, 12, 12)
DAY = date(2026, 3, 2)
APPEAL_KEY = "g2-r4/wor-26-2-beroep/g2-besluit3/g2-b1"

EMPTY = Dossier(id="d", reference="2026-001", title="Rooster", kind=DossierKind.GENERAL, opened_on=DAY)
REQUEST = Request(id="r1", number=1, title="Nieuw roosterbeleid", legal=ProcedureKind.CONSENT)
ANNOUNCED = Event(id="e1", on=DAY, kind=FactKind.ANNOUNCED, text="nieuw roosterbeleid")


@cache
def the_law() -> LawBook:
    files = sorted((RESOURCES / "law").glob("*.toml"))
    return law_book.load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in files})


@cache
def the_dossiers() -> tuple[Dossier, ...]:
    paths = sorted(path for path in (RESOURCES / "demo").glob("*.json") if path.name != "council.json")
    return tuple(read_dossier(path.read_bytes()).dossier for path in paths)


def found(dossier: Dossier, kind: PointKind, today: date = TODAY) -> list[Point]:
    return [point for point in points_of(dossier, derive(dossier, the_law(), today)) if point.kind is kind]


def demo(reference: str) -> Dossier:
    return next(dossier for dossier in the_dossiers() if dossier.reference == reference)


@pytest.mark.parametrize(
    ("reference", "promises"),
    [
        ("2025-001", [("T1", "kept"), ("T2", "kept"), ("T3", "kept"), ("T4", "open")]),
        (
            "2025-002",
            [("T1", "kept"), ("T2", "kept"), ("T3", "open"), ("T4", "open"), ("T5", "open"), ("T6", "open"), ("T7", "open")],
        ),
        ("2025-003", [("T1", "open"), ("T2", "kept"), ("T3", "kept"), ("T4", "kept"), ("T5", "open")]),
        ("2026-001", [("T1", "kept"), ("T2", "kept"), ("T3", "open"), ("T4", "open")]),
    ],
)
def test_the_promises_of_the_demo(reference: str, promises: list[tuple[str, str]]) -> None:
    assert [(point.code, point.state) for point in found(demo(reference), PointKind.PROMISE)] == promises


@pytest.mark.parametrize(
    ("reference", "codes"),
    [
        ("2025-001", ["overdue"]),
        ("2025-002", ["appeal_month_passed"]),
        ("2025-003", ["consent_expired", "found_out_without_request", "found_out_without_request"]),
        ("2026-001", []),
    ],
)
def test_the_attention_of_the_demo(reference: str, codes: list[str]) -> None:
    assert [point.code for point in found(demo(reference), PointKind.ATTENTION)] == codes


@pytest.mark.parametrize(
    ("kind", "waiting"),
    [
        (
            PointKind.ACTION,
            [
                ("g1-actie2", date(2026, 11, 23)),
                ("g3-actie3", date(2026, 11, 23)),
                ("g3-actie4", date(2026, 11, 24)),
                ("g3-actie5", date(2026, 12, 1)),
                ("g2-actie2", date(2026, 11, 19)),
                ("g2-actie3", date(2026, 11, 23)),
                ("g2-actie4", date(2026, 11, 24)),
                ("g5-actie2", date(2026, 12, 10)),
            ],
        ),
        (PointKind.REGISTER, [("g3-d27", date(2026, 11, 20)), ("g2-d31", date(2026, 11, 19))]),
        (PointKind.SIGN, [("g1-brief9", date(2026, 11, 19))]),
        (PointKind.SEND, [("g2-brief16", date(2026, 11, 20))]),
        (PointKind.EXPECTED, [("g5-gb15", date(2027, 2, 28))]),
    ],
)
def test_what_waits_in_the_demo(kind: PointKind, waiting: list[tuple[str, date]]) -> None:
    """Of every kind something waits; the two announcements that were followed by their requests wait no more."""
    points = [point for dossier in the_dossiers() for point in found(dossier, kind)]
    assert [(point.item_id, point.day) for point in points] == waiting


def test_an_action_waits_until_it_is_done() -> None:
    todo = ActionItem(id="a1", text="Concept rondsturen", owner="B. Berk", due=DAY)
    done = ActionItem(id="a2", text="Zaal huren", done_on=DAY)
    dossier = replace(EMPTY, actions=(todo, done))
    assert found(dossier, PointKind.ACTION) == [
        Point(kind=PointKind.ACTION, text="Concept rondsturen", item_id="a1", owner="B. Berk", day=DAY)
    ]


def test_a_paper_waits_from_the_first_day_it_was_there_until_it_is_registered() -> None:
    came = Paper(id="p1", number=1, title="Brief", kind=PaperKind.LETTER_IN, received_on=DAY, first_known_on=date(2026, 3, 1))
    papers = (
        came,
        replace(came, id="p2", number=2, registered_on=DAY),
        replace(came, id="p3", number=3, kind=PaperKind.LETTER_OUT),
        Paper(id="p4", number=4, title="Zonder datum"),
    )
    waiting = found(replace(EMPTY, papers=papers), PointKind.REGISTER)
    assert [(point.code, point.day) for point in waiting] == [("D1", date(2026, 3, 1))]


def test_a_letter_waits_for_the_first_act_that_was_not_done() -> None:
    letter = Letter(id="l0", kind="A9", subject="Advies")
    letters = (
        letter,
        replace(letter, id="l1", adopted_on=DAY),
        replace(letter, id="l2", adopted_on=DAY, signed_on=date(2026, 3, 3)),
        replace(letter, id="l3", adopted_on=DAY, signed_on=DAY, sent_on=DAY),
        replace(letter, id="l4", adopted_on=DAY, sent_on=DAY),
    )
    dossier = replace(EMPTY, letters=letters)
    assert [(point.item_id, point.day) for point in found(dossier, PointKind.SIGN)] == [("l1", DAY)]
    assert [(point.item_id, point.day) for point in found(dossier, PointKind.SEND)] == [("l2", date(2026, 3, 3))]


def test_what_was_announced_is_expected_until_it_comes() -> None:
    bare = replace(EMPTY, events=(ANNOUNCED,))
    assert [(point.text, point.day) for point in found(bare, PointKind.EXPECTED)] == [("nieuw roosterbeleid", None)]
    dated = replace(EMPTY, events=(replace(ANNOUNCED, until=date(2026, 4, 30)),))
    assert [point.day for point in found(dated, PointKind.EXPECTED)] == [date(2026, 4, 30)]
    came = replace(REQUEST, versions=(RequestVersion(number=1, received_on=date(2026, 4, 2)),))
    assert found(replace(bare, requests=(came,)), PointKind.EXPECTED) == []
    before = replace(REQUEST, versions=(RequestVersion(number=1, received_on=date(2026, 2, 2)),))
    assert len(found(replace(bare, requests=(before,)), PointKind.EXPECTED)) == 1


def test_an_announced_request_is_expected_on_the_day_that_the_director_agreed() -> None:
    agreed = AgreedDate(id="af1", subject="Verzoek", rule="own-date", due=date(2026, 5, 1), request_id="r1", actor=Party.DIRECTOR)
    dossier = replace(EMPTY, requests=(REQUEST,), events=(replace(ANNOUNCED, request_id="r1"),), agreed_dates=(agreed,))
    assert [(p.text, p.day) for p in found(dossier, PointKind.EXPECTED)] == [("Nieuw roosterbeleid", date(2026, 5, 1))]
    withdrawn = replace(dossier, requests=(replace(REQUEST, withdrawn_on=DAY),))
    assert found(withdrawn, PointKind.EXPECTED) == []


def test_promises_count_by_their_state() -> None:
    states = list(CommitmentState)
    promises = tuple(Commitment(id=f"t{n}", number=n, text="“Ja”", state=state) for n, state in enumerate(states, start=1))
    counted = found(replace(EMPTY, commitments=promises), PointKind.PROMISE)
    assert [(point.code, point.state) for point in counted] == [("T1", "open"), ("T2", "open"), ("T3", "kept"), ("T4", "broken")]
    assert {point.text for point in counted} == {"Ja"}


def test_attention_by_which_a_right_may_be_lost_is_said_first() -> None:
    derived = derive(EMPTY, the_law(), TODAY)
    codes = ("future_fact", "overdue", "consent_expired", "decision_undated", "found_out_without_request")
    attention = tuple(Attention(code=code, text=code) for code in codes)
    points = points_of(EMPTY, replace(derived, summary=replace(derived.summary, attention=attention)))
    assert [point.code for point in points] == ["decision_undated", "consent_expired", "found_out_without_request"]
    assert len(points) == MOST_ATTENTION


def test_what_was_done_in_a_month_counts_from_its_start() -> None:
    """The decision of the demo was known on 4 December 2025; a lawyer spoken before it says nothing about it."""
    housing = demo("2025-003")

    def with_events(*days: date) -> Dossier:
        spoken = [Event(id=f"n{day}", on=day, kind=FactKind.LAWYER_SPOKEN, text="Advocaat", request_id="g2-r4") for day in days]
        return replace(housing, events=(*housing.events, *spoken))

    assert found(with_events(date(2025, 11, 28)), PointKind.LAWYER, IN_THE_MONTH) == []
    told = found(with_events(date(2025, 11, 28), date(2025, 12, 8)), PointKind.LAWYER, IN_THE_MONTH)
    assert [(point.text, point.day) for point in told] == [(APPEAL_KEY, date(2025, 12, 8))]


def test_the_resolution_on_appeal_counts_for_its_own_month() -> None:
    housing = demo("2025-003")
    resolved = Resolution(id="n1", kind=ResolutionKind.APPEAL, on=date(2025, 12, 11), text="Beroep", request_id="g2-r4")
    told = found(replace(housing, resolutions=(*housing.resolutions, resolved)), PointKind.RESOLVED, IN_THE_MONTH)
    assert [(point.text, point.day) for point in told] == [(APPEAL_KEY, date(2025, 12, 11))]
    elsewhere = replace(resolved, request_id="g2-r3")
    assert found(replace(housing, resolutions=(*housing.resolutions, elsewhere)), PointKind.RESOLVED, IN_THE_MONTH) == []
