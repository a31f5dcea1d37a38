"""The five meanings of "no advice", as one table that procedure, terms and letters share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from orapp.law.reading import ITEM, Reliability, open_file, unique


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
