"""Counts the terms of the act: rule and start date in, last day and safe day out, with every step in words."""

from __future__ import annotations

import calendar as months_of_year
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from orapp.law.dutch_dates import MONTHS, sentence_start, with_weekday
from orapp.law.facts import Party
from orapp.law.reading import ITEM, Reliability, Table, open_file, unique
from orapp.law.working_days import DAY, Calendar

FIRST_YEAR = 1900
LAST_YEAR = 2199


class TermNature(StrEnum):
    """Where a term comes from; the four look different on a screen."""

    STATUTORY = "statutory"
    AGREED = "agreed"
    CUSTOMARY = "customary"
    OWN = "own"


class Severity(StrEnum):
    """What missing a term costs: by its consequence, not by its source."""

    FATAL = "fatal"  # a right is lost
    GRAVE = "grave"  # the director may decide, and a right may be lost
    MODERATE = "moderate"
    MILD = "mild"


class TermUnit(StrEnum):
    """What a term is counted in; a month is never a number of days."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class AtwEffect(StrEnum):
    """Whether the Algemene termijnenwet moves the last day: decided, only by its text, or not."""

    YES = "yes"
    BY_TEXT = "by_text"
    NO = "no"


class DisputedWhen(StrEnum):
    """When the outcome of a rule is not settled."""

    NEVER = "never"
    MOVED = "moved"  # as soon as the Atw moves the last day
    ALWAYS = "always"


class TermRangeError(ValueError):
    """The start lies so far from today that it must be a typing error; terms are counted from 1900 up to 2199."""

    code = "term_out_of_range"

    def __init__(self, *, start: dt.date) -> None:
        self.start = start
        super().__init__(f"de begindatum {start.isoformat()} ligt buiten {FIRST_YEAR}-{LAST_YEAR}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRule:
    """One term as `resources/law/terms.toml` describes it; texts are Dutch, `actor` is who must act.

    `small_body_if_agreed` and `small_body_doubtful` say what a personeelsvertegenwoordiging must know of a month that it has only
    by an agreement, and of one that may be another body's (art. 35c; wor.md 3.6).
    """

    key: str
    title: str
    article: str
    nature: TermNature
    severity: Severity
    unit: TermUnit
    amount: int
    backward: bool
    atw: AtwEffect
    actor: Party
    start_text: str
    missed: str
    note: str
    act: str
    standstill: bool
    disputed_when: DisputedWhen
    dispute: str
    shown: str
    source: str
    date: dt.date
    status: Reliability
    small_body_if_agreed: str = ""
    small_body_doubtful: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermResult:
    """A counted term.

    `plain_end` is the end before the Algemene termijnenwet, `last_day` after it. `safe_day` is the working day on or
    before the plain end; it exists only where the council must act. `first_free_day` exists for a standstill (art. 25
    lid 6): the first day after it. `shown` is the one sentence for a list, `steps` is the whole computation.
    """

    rule: str
    start: dt.date
    plain_end: dt.date
    last_day: dt.date
    safe_day: dt.date | None
    disputed: bool
    dispute: str
    moved_by: tuple[str, ...]
    first_free_day: dt.date | None
    steps: tuple[str, ...]
    warning: str
    shown: str


def month_end(start: dt.date, months: int) -> dt.date:
    """The same-numbered day so many months later, or the last day of that month (HR 1-9-2017, ECLI:NL:HR:2017:2225).

    Past the last year of the calendar it stays at the last date there is.
    """
    index = start.year * 12 + start.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month, min(start.day, months_of_year.monthrange(year, month)[1]))


def compute(rule: TermRule, start: dt.date, calendar: Calendar) -> TermResult:
    """The term that starts with an event on `start`; that day itself does not count, whatever the hour.

    For an agreed or own date (amount 0) `start` is that date. Raises `TermRangeError` for years that no term of this
    program can concern. Sources: wor.md 4.3; Algemene termijnenwet art. 1-4.
    """
    if not FIRST_YEAR <= start.year <= LAST_YEAR:
        raise TermRangeError(start=start)
    if rule.amount == 0:
        return agreed(rule, start, calendar)
    plain_end = _plain_end(rule, start)
    last_day = plain_end
    if rule.atw is not AtwEffect.NO:
        last_day = calendar.next_working_day(plain_end)
    moved_by = tuple(_day_and_name(day, calendar) for day in _days(plain_end, last_day))
    safe_day = _safe_day(rule.actor, plain_end, calendar)
    warning = _calendar_warning(plain_end, last_day, calendar)
    unknown = bool(warning) and rule.atw is not AtwEffect.NO
    unsettled = rule.disputed_when is DisputedWhen.ALWAYS or (rule.disputed_when is DisputedWhen.MOVED and last_day != plain_end)
    first_free_day = last_day + DAY if rule.standstill else None
    dispute = " ".join(
        text for text in (_filled(rule.dispute, plain_end, last_day) if unsettled else "", warning if unknown else "") if text
    )
    return TermResult(
        rule=rule.key,
        start=start,
        plain_end=plain_end,
        last_day=last_day,
        safe_day=safe_day,
        disputed=unsettled or unknown,
        dispute=dispute,
        moved_by=moved_by,
        first_free_day=first_free_day,
        steps=(
            *_counting_steps(rule, start, plain_end),
            *_atw_steps(rule, plain_end, last_day, calendar),
            *_closing_steps(rule, plain_end, safe_day, first_free_day),
        ),
        warning=warning,
        shown=_shown(rule, plain_end, last_day, safe_day),
    )


def agreed(rule_or_key: TermRule | str, on: dt.date, calendar: Calendar) -> TermResult:
    """An agreed or own date: it is the last day as it stands, and no law moves it.

    The safe day is that day or the last working day before it. With a rule whose actor is another than the council
    there is no safe day; a bare key says nothing of the actor, and gives one. Raises `TermRangeError`.
    """
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        raise TermRangeError(start=on)
    actor = rule_or_key.actor if isinstance(rule_or_key, TermRule) else Party.COUNCIL
    safe_day = _safe_day(actor, on, calendar)
    steps = [
        f"De afgesproken of zelf gekozen datum is {with_weekday(on)}.",
        "Dit is geen wettelijke termijn: de Algemene termijnenwet verlengt haar niet.",
    ]
    if safe_day is not None and safe_day != on:
        steps.append(
            f"{sentence_start(with_weekday(on))} is geen werkdag ({calendar.name_of(on)}); "
            f"veilig is uiterlijk {with_weekday(safe_day)}."
        )
    shown = f"Datum: {with_weekday(on)}."
    if safe_day is not None:
        shown = f"Veilig: uiterlijk {with_weekday(safe_day)}; datum: {with_weekday(on)}."
    return TermResult(
        rule=rule_or_key.key if isinstance(rule_or_key, TermRule) else rule_or_key,
        start=on,
        plain_end=on,
        last_day=on,
        safe_day=safe_day,
        disputed=False,
        dispute="",
        moved_by=(),
        first_free_day=None,
        steps=tuple(steps),
        warning=_calendar_warning(on, on, calendar),
        shown=shown,
    )


def read_rules(files: Mapping[str, Mapping[str, object]]) -> Mapping[str, TermRule]:
    """The term rules by key; raises `LawDataError` when the data of `terms.toml` is wrong."""
    whole, sources = open_file(files, "terms")
    whole.only(("sources", "rule"))
    rules = {table.text("key"): _read_rule(table, sources) for table in unique(whole.tables("rule"))}
    return MappingProxyType(rules)


def _read_rule(table: Table, sources: Mapping[str, str]) -> TermRule:
    fields = TermRule.__dataclass_fields__
    table.only((*fields, *ITEM))
    origin = table.provenance(sources)
    rule = TermRule(
        key=table.text("key"),
        title=table.text("title"),
        article=table.text("article"),
        nature=table.choice("nature", TermNature),
        severity=table.choice("severity", Severity),
        unit=table.choice("unit", TermUnit),
        amount=table.number("amount"),
        backward=table.flag("backward"),
        atw=table.choice("atw", AtwEffect),
        actor=table.choice("actor", Party),
        start_text=table.text("start_text"),
        missed=table.text("missed"),
        note=table.text("note", ""),
        act=table.text("act"),
        standstill=table.flag("standstill"),
        disputed_when=table.choice("disputed_when", DisputedWhen),
        dispute=table.text("dispute", ""),
        shown=table.text("shown", ""),
        source=origin.source,
        date=origin.date,
        status=origin.status,
        small_body_if_agreed=table.text("small_body_if_agreed", ""),
        small_body_doubtful=table.text("small_body_doubtful", ""),
    )
    if rule.amount < 0:
        raise table.fail("amount is negatief")
    if rule.backward and rule.atw is not AtwEffect.NO:
        raise table.fail("een terugtellende termijn wordt niet verlengd (Algemene termijnenwet art. 1 lid 2)")
    if rule.nature is not TermNature.STATUTORY and rule.atw is not AtwEffect.NO:
        raise table.fail("alleen een wettelijke termijn wordt verlengd (Algemene termijnenwet art. 1 lid 1)")
    if "{safe_day}" in rule.shown and rule.actor is not Party.COUNCIL:
        raise table.fail("een veilige dag bestaat alleen waar de OR moet handelen")
    if (rule.disputed_when is not DisputedWhen.NEVER) != bool(rule.dispute):
        raise table.fail("disputed_when en dispute horen bij elkaar")
    return rule


def _plain_end(rule: TermRule, start: dt.date) -> dt.date:
    amount = -rule.amount if rule.backward else rule.amount
    match rule.unit:
        case TermUnit.DAYS:
            return start + amount * DAY
        case TermUnit.WEEKS:
            return start + amount * 7 * DAY
        case TermUnit.MONTHS:
            return month_end(start, amount)


def _safe_day(actor: Party, end: dt.date, calendar: Calendar) -> dt.date | None:
    return calendar.previous_working_day(end) if actor is Party.COUNCIL else None


def _days(first: dt.date, past: dt.date) -> tuple[dt.date, ...]:
    return tuple(first + number * DAY for number in range((past - first).days))


def _day_and_name(day: dt.date, calendar: Calendar) -> str:
    name = calendar.name_of(day)
    written = with_weekday(day)
    return written if written.startswith(name) else f"{written} ({name.split(':')[0]})"


def _filled(text: str, plain_end: dt.date, last_day: dt.date) -> str:
    return text.replace("{plain_end}", with_weekday(plain_end)).replace("{last_day}", with_weekday(last_day))


def _calendar_warning(plain_end: dt.date, last_day: dt.date, calendar: Calendar) -> str:
    if last_day > calendar.known_until:
        return (
            f"De gelijkgestelde dagen zijn bekend tot en met {calendar.known_until.year}; of een werkdag daarna is "
            "gelijkgesteld, is nog niet bekend. Controleer deze datum zodra er een nieuw besluit is."
        )
    if plain_end < calendar.known_from:
        return f"De gelijkgestelde dagen van vóór {calendar.known_from.year} staan niet in het programma; controleer deze datum."
    return ""


def _amount_in_words(rule: TermRule) -> str:
    match rule.unit:
        case TermUnit.DAYS:
            return f"{rule.amount} dagen"
        case TermUnit.WEEKS:
            return "één week" if rule.amount == 1 else f"{rule.amount} weken"
        case TermUnit.MONTHS:
            return "één maand" if rule.amount == 1 else f"{rule.amount} maanden"


def _counting_steps(rule: TermRule, start: dt.date, plain_end: dt.date) -> tuple[str, ...]:
    amount = _amount_in_words(rule)
    if rule.backward:
        return (
            f"Teruggeteld vanaf {with_weekday(start)}; die dag telt niet mee.",
            f"{sentence_start(amount)} daarvoor is {with_weekday(plain_end)}.",
        )
    counted = (
        f"De dag van de gebeurtenis, {with_weekday(start)}, telt niet mee; de termijn begint op {with_weekday(start + DAY)}."
    )
    if rule.unit is not TermUnit.MONTHS:
        return counted, f"{sentence_start(amount)} lopen tot en met {with_weekday(plain_end)}."
    verb = "loopt" if rule.amount == 1 else "lopen"
    if plain_end.day == start.day:
        return counted, f"{sentence_start(amount)} {verb} tot en met de dag met hetzelfde nummer: {with_weekday(plain_end)}."
    month = f"{MONTHS[plain_end.month - 1]} {plain_end.year}"
    return (
        counted,
        (
            f"{sentence_start(month)} heeft geen dag {start.day}; {amount} {verb} dan tot en met de laatste dag van die "
            f"maand: {with_weekday(plain_end)}."
        ),
    )


def _atw_steps(rule: TermRule, plain_end: dt.date, last_day: dt.date, calendar: Calendar) -> tuple[str, ...]:
    if rule.atw is AtwEffect.NO:
        if calendar.is_working_day(plain_end):
            return ()
        return (
            f"{sentence_start(_day_and_name(plain_end, calendar))} is geen werkdag; deze termijn wordt daardoor niet verlengd.",
        )
    if last_day == plain_end:
        return ("Dat is een werkdag; de Algemene termijnenwet verlengt de termijn niet.",)
    days = ", ".join(_day_and_name(day, calendar) for day in _days(plain_end, last_day))
    doubt = (
        ""
        if rule.atw is AtwEffect.YES
        else " Dat volgt uit de tekst van die wet; een uitspraak over deze termijn is niet gevonden."
    )
    return (
        (
            f"Geen werkdag: {days}. Algemene termijnenwet art. 1 lid 1: de termijn loopt door tot en met "
            f"{with_weekday(last_day)}.{doubt}"
        ),
    )


def _closing_steps(
    rule: TermRule, plain_end: dt.date, safe_day: dt.date | None, first_free_day: dt.date | None
) -> tuple[str, ...]:
    steps: list[str] = []
    if safe_day is not None and safe_day != plain_end:
        steps.append(f"Veilig is uiterlijk {with_weekday(safe_day)}, de laatste werkdag ervoor.")
    if first_free_day is not None:
        steps.append(f"De eerste dag na de berekende termijn is {with_weekday(first_free_day)}.")
    if rule.severity is Severity.FATAL:
        steps.append(f"Wat dan gebeurd moet zijn: {rule.act}.")
    if rule.disputed_when is DisputedWhen.ALWAYS:
        steps.append("De uitkomst staat niet vast; zie de twijfel bij deze termijn.")
    return tuple(steps)


def _shown(rule: TermRule, plain_end: dt.date, last_day: dt.date, safe_day: dt.date | None) -> str:
    if rule.shown and last_day != plain_end:
        text = _filled(rule.shown, plain_end, last_day)
        return text.replace("{safe_day}", with_weekday(safe_day)) if safe_day is not None else text
    if rule.nature is TermNature.CUSTOMARY:
        return f"Gebruikelijk: uiterlijk {with_weekday(last_day)}; geen wettelijke termijn."
    if rule.standstill:
        return f"Reken op bescherming tot en met {with_weekday(plain_end)}."
    if safe_day is None:
        who = "Bestuurder" if rule.actor is Party.DIRECTOR else "Ondernemer"
        return f"{who} uiterlijk {with_weekday(last_day)}."
    return f"Veilig: uiterlijk {with_weekday(safe_day)}; berekende laatste dag: {with_weekday(last_day)}."
