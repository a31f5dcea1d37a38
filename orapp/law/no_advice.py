"""The five meanings of "no advice", as one table that procedure, terms and letters share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from orapp.law.facts import Fact, FactKind
from orapp.law.reading import ITEM, Reliability, open_file, unique

OUTCOMES = (FactKind.ADVICE_SENT, FactKind.CANNOT_ADVISE_SENT, FactKind.ADVICE_WAIVED)
DECIDED = (FactKind.DECISION_NOTIFIED, FactKind.DECISION_REASONED, FactKind.FOUND_OUT, FactKind.EXECUTED)


class NoAdvice(StrEnum):
    """Why there is no advice when a decision comes."""

    NOT_ASKED = "not_asked"
    NOT_AWAITED = "not_awaited"
    NOT_YET_ABLE = "not_yet_able"  # "nog niet kunnen adviseren" was sent
    WAIVED = "waived"  # expressly: afgezien van advies
    PASSED_IN_SILENCE = "passed_in_silence"  # the agreed date went by


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAdviceRow:
    """One meaning: what it does to the suspension (25.6) and to the appeal (26), in Dutch."""

    kind: NoAdvice
    title: str
    suspension: str
    appeal: str
    article: str
    source: str
    date: dt.date
    status: Reliability


def no_advice_of(facts: Sequence[Fact], today: dt.date, agreed: dt.date | None = None) -> NoAdvice | None:
    """Which of the five meanings these facts show; none when there is advice, or while it may still come.

    `agreed` is the agreed advice date, where there is one: once it has passed in silence the appeal is in danger. What
    the council sends after the decision changes nothing: the decision did not have it.
    """
    outcomes = [fact for fact in facts if fact.kind in OUTCOMES]
    decided = min((fact.on for fact in facts if fact.kind in DECIDED), default=None)
    before = [fact for fact in outcomes if decided is None or fact.on <= decided]
    if before:
        last = max(fact.on for fact in before)
        kinds = {fact.kind for fact in before if fact.on == last}
        if FactKind.ADVICE_SENT in kinds:
            return None
        return NoAdvice.NOT_YET_ABLE if FactKind.CANNOT_ADVISE_SENT in kinds else NoAdvice.WAIVED
    moment = today if decided is None else decided
    asked = any(fact.kind is FactKind.RECEIVED and fact.on <= moment for fact in facts)
    if not asked:
        return None if decided is None else NoAdvice.NOT_ASKED
    if agreed is not None and moment > agreed:
        return NoAdvice.PASSED_IN_SILENCE
    return None if decided is None else NoAdvice.NOT_AWAITED


def read_no_advice(files: Mapping[str, Mapping[str, object]]) -> tuple[NoAdviceRow, ...]:
    """The table from `no_advice.toml`; raises `LawDataError` when one of the five is missing."""
    whole, sources = open_file(files, "no_advice")
    whole.only(("sources", "row"))
    rows = []
    for table in unique(whole.tables("row")):
        table.only(("key", "title", "suspension", "appeal", "article", *ITEM))
        origin = table.provenance(sources)
        rows.append(
            NoAdviceRow(
                kind=table.choice("key", NoAdvice),
                title=table.text("title"),
                suspension=table.text("suspension"),
                appeal=table.text("appeal"),
                article=table.text("article"),
                source=origin.source,
                date=origin.date,
                status=origin.status,
            )
        )
    missing = set(NoAdvice) - {row.kind for row in rows}
    if missing:
        raise whole.fail(f"row mist {', '.join(sorted(missing))}")
    return tuple(rows)
