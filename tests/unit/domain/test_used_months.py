"""A petition or a nullity letter closes the month of the decision that it is against, and of no other."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.course import facts_of
from orapp.domain.deadlines import Counting, deadlines_of
from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.editing import remove
from orapp.domain.needs import Recorded
from orapp.domain.papers import Event
from orapp.domain.recording import record
from orapp.domain.requests import ProposedDecision, Request, RequestVersion
from orapp.domain.used_months import months_known
from orapp.law.facts import FactKind, ProcedureKind
from orapp.law.terms import read_rules
from orapp.law.working_days import read_calendar

LAW = Path(__file__).parents[3] / "resources" / "law"
APPEAL, NULLITY = "wor-26-2-beroep", "wor-27-5-nietigheid"
DAY = date(2026, 9, 25)


@pytest.fixture(scope="module")
def law() -> Counting:
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in LAW.glob("*.toml")}
    return Counting(rules=read_rules(files), calendar=read_calendar(files))


def decision(key: str, on: date, *decision_ids: str) -> Decision:
    notice = Knowledge(on=on, written=True, reasoned=True)
    return Decision(id=key, title=f"Besluit {key}", request_id="r1", decision_ids=decision_ids, notices=(notice,))


def twice_decided(
    *, legal: ProcedureKind = ProcedureKind.ADVICE, second_about: tuple[str, ...] = ("b1",), second: date = date(2026, 9, 18)
) -> Dossier:
    """Two decisions whose months both run: of one proposed decision, or each of its own."""
    grounds = ("27.1.d",) if legal is ProcedureKind.CONSENT else ("25.1.e",)
    return Dossier(
        id="d",
        reference="2026-001",
        title="Proef",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=date(2026, 8, 3),
        requests=(
            Request(id="r1", title="Aanvraag", legal=legal, versions=(RequestVersion(number=1, received_on=date(2026, 8, 3)),)),
        ),
        proposed_decisions=tuple(
            ProposedDecision(id=f"b{n}", number=n, title=f"B{n}", request_id="r1", grounds=grounds) for n in (1, 2)
        ),
        decisions=(decision("x1", date(2026, 9, 10), "b1"), decision("x2", second, *second_about)),
    )


def filed(*against: str, kind: FactKind = FactKind.APPEAL_FILED, on: date = date(2026, 9, 22)) -> Recorded:
    return Recorded(kind=kind, on=on, request_id="r1", against_ids=against)


def months(dossier: Dossier, law: Counting, rule: str = APPEAL, today: date = DAY) -> dict[str, Deadline]:
    found = deadlines_of(dossier, {"r1": facts_of(dossier, dossier.requests[0])}, law, today)
    return {one.start_source_id: one for one in found if one.rule == rule}


def states(dossier: Dossier, law: Counting, rule: str = APPEAL, today: date = DAY) -> dict[str, DeadlineState]:
    return {key: one.state for key, one in months(dossier, law, rule, today).items()}


RUNNING, CLOSED = DeadlineState.RUNNING, DeadlineState.CLOSED


@pytest.mark.parametrize("about", [("b1",), ("b2",)])
@pytest.mark.parametrize(
    ("legal", "kind", "rule"),
    [
        (ProcedureKind.ADVICE, FactKind.APPEAL_FILED, APPEAL),
        (ProcedureKind.CONSENT, FactKind.NULLITY_INVOKED, NULLITY),
    ],
)
def test_only_the_month_of_the_named_decision_closes(
    law: Counting, about: tuple[str, ...], legal: ProcedureKind, kind: FactKind, rule: str
) -> None:
    dossier = twice_decided(legal=legal, second_about=about)
    assert states(record(dossier, filed("x1", kind=kind), lambda: "e1"), law, rule) == {"x1": CLOSED, "x2": RUNNING}
    assert states(record(dossier, filed("x2", kind=kind), lambda: "e1"), law, rule) == {"x1": RUNNING, "x2": CLOSED}
    assert states(record(dossier, filed("x1", "x2", kind=kind), lambda: "e1"), law, rule) == {"x1": CLOSED, "x2": CLOSED}


@pytest.mark.parametrize("about", [("b1",), ("b2",)])
def test_what_names_no_decision_closes_none_of_two_and_says_so(law: Counting, about: tuple[str, ...]) -> None:
    dossier = record(twice_decided(second_about=about), filed(), lambda: "e1")
    found = months(dossier, law)
    assert {key: one.state for key, one in found.items()} == {"x1": RUNNING, "x2": RUNNING}
    assert all("noemt niet tegen welk besluit" in one.warning for one in found.values())


def test_two_petitions_on_one_day_close_both_months(law: Counting) -> None:
    one = record(twice_decided(), filed("x1"), lambda: "e1")
    assert states(record(one, filed("x2"), lambda: "e2"), law) == {"x1": CLOSED, "x2": CLOSED}


def test_the_only_month_that_runs_is_meant_without_a_word(law: Counting) -> None:
    dossier = twice_decided(second=date(2026, 12, 1))
    later = record(dossier, filed(on=date(2026, 12, 8)), lambda: "e1")
    found = months(later, law, today=date(2026, 12, 9))
    assert found["x2"].state is CLOSED
    assert found["x2"].closed_on == date(2026, 12, 8)
    assert found["x1"].closed_because == "De termijn is verstreken."
    early = record(dossier, filed(), lambda: "e1")
    assert states(early, law, today=date(2026, 12, 9)) == {"x1": CLOSED, "x2": RUNNING}


def test_a_petition_against_a_decision_that_is_gone_is_about_the_one_that_is_left(law: Counting) -> None:
    dossier = record(twice_decided(), filed("x1"), lambda: "e1")
    left = remove("decisions", "x1")(dossier)
    assert states(left, law) == {"x2": CLOSED}
    assert left.events[0].against_ids == ()


def test_a_decision_that_only_an_event_shows_is_named_by_that_event(law: Counting) -> None:
    told = Event(
        id="e0", on=date(2026, 9, 8), kind=FactKind.DECISION_NOTIFIED, text="Mondeling", request_id="r1", decision_ids=("b2",)
    )
    dossier = replace(twice_decided(), decisions=(decision("x1", date(2026, 9, 10), "b1"),), events=(told,))
    known = months_known(dossier, dossier.requests[0], DAY)
    assert [(one.name, one.codes, one.start) for one in known] == [
        ("e0", ("B2",), date(2026, 9, 8)),
        ("x1", ("B1",), date(2026, 9, 10)),
    ]
    assert states(record(dossier, filed("e0"), lambda: "e1"), law) == {"e0": CLOSED, "x1": RUNNING}
    assert states(record(dossier, filed("x1"), lambda: "e1"), law) == {"e0": RUNNING, "x1": CLOSED}


def test_one_decision_about_two_subjects_is_one_month_to_choose() -> None:
    dossier = replace(twice_decided(), decisions=(decision("x1", date(2026, 9, 10), "b1", "b2"),))
    assert [(one.name, one.codes) for one in months_known(dossier, dossier.requests[0], DAY)] == [("x1", ("B1", "B2"))]
