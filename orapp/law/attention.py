"""What asks for attention in a course of events: gaps and contradictions give lasting warnings, never errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from orapp.law.course import Course
from orapp.law.dutch_dates import in_words
from orapp.law.reading import ITEM, Reliability, open_file, unique
from orapp.law.warning_codes import WARNING_FIELDS, WarningCode
from orapp.law.warning_rules import found_in


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningText:
    """The Dutch sentence of one warning, with `{named}` fields, and the article behind it."""

    code: WarningCode
    text: str
    article: str
    source: str
    date: dt.date
    status: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureWarning:
    """One warning: its code, its named fields and the Dutch sentence.

    `decisions` names the proposed decisions (B1 ..) that it concerns; none means the whole request.
    """

    code: WarningCode
    fields: Mapping[str, str]
    text: str
    article: str
    decisions: tuple[str, ...] = ()


def warnings_of(views: Mapping[str, Course], texts: Mapping[WarningCode, WarningText]) -> tuple[ProcedureWarning, ...]:
    """The warnings of each proposed decision's course; what holds for all of them is said once."""
    found: dict[tuple[WarningCode, tuple[tuple[str, str], ...]], list[str]] = {}
    for decision, course in views.items():
        for code, fields in _spoken(course):
            found.setdefault((code, tuple(sorted(fields.items()))), []).append(decision)
    return tuple(
        _say(code, dict(fields), () if len(concerned) == len(views) else tuple(concerned), texts)
        for (code, fields), concerned in found.items()
    )


def read_warnings(files: Mapping[str, Mapping[str, object]]) -> Mapping[WarningCode, WarningText]:
    """The sentences from `warnings.toml`; raises `LawDataError` when a code has none or a field is not its own."""
    whole, sources = open_file(files, "warnings")
    whole.only(("sources", "warning"))
    texts: dict[WarningCode, WarningText] = {}
    for table in unique(whole.tables("warning")):
        table.only(("key", "text", "article", *ITEM))
        code = table.choice("key", WarningCode)
        text = table.text("text")
        for name in WARNING_FIELDS.get(code, ()):
            text = text.replace(f"{{{name}}}", "")
        if "{" in text:
            raise table.fail("de tekst noemt een veld dat deze waarschuwing niet heeft")
        origin = table.provenance(sources)
        texts[code] = WarningText(
            code=code,
            text=table.text("text"),
            article=table.text("article"),
            source=origin.source,
            date=origin.date,
            status=origin.status,
        )
    missing = set(WarningCode) - set(texts)
    if missing:
        raise whole.fail(f"warning mist {', '.join(sorted(missing))}")
    return MappingProxyType(texts)


def _spoken(course: Course) -> Iterator[tuple[WarningCode, dict[str, str]]]:
    for code, days in found_in(course):
        yield code, {name: in_words(day) for name, day in days.items()}


def _say(
    code: WarningCode, fields: Mapping[str, str], decisions: tuple[str, ...], texts: Mapping[WarningCode, WarningText]
) -> ProcedureWarning:
    known = texts.get(code)
    text = known.text if known is not None else code.value
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    return ProcedureWarning(
        code=code,
        fields=MappingProxyType(dict(fields)),
        text=f"{', '.join(decisions)}: {text}" if decisions else text,
        article=known.article if known is not None else "",
        decisions=decisions,
    )
