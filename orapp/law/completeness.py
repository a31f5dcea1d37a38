"""What the act wants in a request: a checklist for the council, which never calls a request complete by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orapp.law.facts import ProcedureKind
from orapp.law.reading import ITEM, Reliability, open_file


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessItem:
    """One thing that a request must show; `ask` is what the council asks itself, in Dutch."""

    key: str
    title: str
    article: str
    ask: str
    source: str
    date: dt.date
    status: Reliability


def read_completeness(
    files: Mapping[str, Mapping[str, object]],
) -> Mapping[ProcedureKind, tuple[CompletenessItem, ...]]:
    """The checklists from `completeness.toml` by procedure; raises `LawDataError`."""
    whole, sources = open_file(files, "completeness")
    whole.only(("sources", "item"))
    found: dict[ProcedureKind, list[CompletenessItem]] = {}
    for table in whole.tables("item"):
        table.only(("procedure", "key", "title", "article", "ask", *ITEM))
        items = found.setdefault(table.choice("procedure", ProcedureKind), [])
        if any(item.key == table.text("key") for item in items):
            raise table.fail("deze sleutel staat er twee keer")
        origin = table.provenance(sources)
        items.append(
            CompletenessItem(
                key=table.text("key"),
                title=table.text("title"),
                article=table.text("article"),
                ask=table.text("ask"),
                source=origin.source,
                date=origin.date,
                status=origin.status,
            )
        )
    return MappingProxyType({kind: tuple(items) for kind, items in found.items()})
