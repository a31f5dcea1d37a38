"""The proof sheet of one term: what a lawyer wants to see on one page, ready to be printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from orapp.law.dutch_dates import in_words, sentence_start, with_weekday
from orapp.law.facts import Party
from orapp.law.reading import Reliability
from orapp.law.terms import TermNature, TermResult, TermRule

LONGEST_TITLE = 90
COUNCIL = "ondernemingsraad"
LIABILITY = (
    "Dit programma stelt voor, de OR beslist. Het geeft geen juridisch advies; laat een fatale termijn door een advocaat bewaken."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSheet:
    """Title, rows of label and text, the steps of the computation, the doubts, and the two closing lines."""

    title: str
    rows: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    doubts: tuple[str, ...]
    law_known: str
    liability: str


def proof_lines(
    rule: TermRule,
    result: TermResult,
    *,
    start_event: str,
    entered_by: str,
    entered_at: str,
    documents: Sequence[str],
    known_on: dt.date | None = None,
    said: Callable[[str], str] = str,
    council: str = COUNCIL,
) -> ProofSheet:
    """The proof sheet of a counted term; `start_event` is what happened on the start day, in the user's words.

    `said` gives the program's own words in the name of the body that keeps the archive, `council` is that body in full.
    """
    rows = [
        ("Termijn", rule.title),
        ("Grondslag", rule.article),
        ("Soort termijn", said(nature_label(rule.nature))),
        ("Wie moet handelen", party_label(rule.actor, council)),
        ("Wat gedaan moet zijn", said(rule.act)),
        ("Begin", f"{with_weekday(result.start)}: {start_event}" if start_event else with_weekday(result.start)),
        ("Waarom dit begin", said(rule.start_text)),
        ("Einde zonder verlenging", with_weekday(result.plain_end)),
        ("Berekende laatste dag", with_weekday(result.last_day)),
    ]
    if result.safe_day is not None:
        rows.append(("Veilig: uiterlijk", with_weekday(result.safe_day)))
    if result.moved_by:
        rows.append(("Verschoven door", ", ".join(result.moved_by)))
    if result.first_free_day is not None:
        rows.append(("Eerste dag na de berekende termijn", with_weekday(result.first_free_day)))
    rows += [
        ("Gevolg van missen", said(rule.missed)),
        ("Stukken", "; ".join(documents) if documents else "geen stuk vastgelegd"),
        ("Ingevoerd door", f"{entered_by}, {entered_at}" if entered_at else entered_by),
        ("Bron", f"{rule.source} ({rule.status.label}; tekst van {in_words(rule.date)})"),
    ]
    known = in_words(known_on) if known_on is not None else in_words(rule.date)
    return ProofSheet(
        title=_sheet_title(rule.title),
        rows=tuple(rows),
        steps=tuple(map(said, result.steps)),
        doubts=tuple(map(said, _doubts(rule, result))),
        law_known=f"Wet zoals bekend op {known}.",
        liability=said(LIABILITY),
    )


def _sheet_title(title: str) -> str:
    """What the sheet is called: a code ("T5: ...") and an abbreviation keep their capital, and long words stand in a row only."""
    if title[1:2].isdigit():
        return f"Bewijsblad {title if len(title) <= LONGEST_TITLE else title.partition(':')[0]}"
    return f"Bewijsblad: {title}" if title[:2].isupper() else f"Bewijsblad: {title[:1].lower()}{title[1:]}"


def _doubts(rule: TermRule, result: TermResult) -> tuple[str, ...]:
    doubts = [result.dispute, result.warning if result.warning not in result.dispute else "", rule.note]
    if rule.status in {Reliability.SECONDARY, Reliability.DERIVED, Reliability.UNVERIFIED}:
        doubts.append(f"{sentence_start(rule.status.label)}.")
    return tuple(doubt for doubt in doubts if doubt)


def nature_label(nature: TermNature) -> str:
    """The nature of a term in Dutch."""
    match nature:
        case TermNature.STATUTORY:
            return "wettelijke termijn"
        case TermNature.AGREED:
            return "afgesproken datum, geen wettelijke termijn"
        case TermNature.CUSTOMARY:
            return "gebruikelijk, geen wettelijke termijn"
        case TermNature.OWN:
            return "eigen datum van de OR"


def party_label(party: Party, council: str = COUNCIL) -> str:
    """A party in Dutch; `council` is the body that keeps the archive, in full."""
    match party:
        case Party.COUNCIL:
            return f"de {council}"
        case Party.DIRECTOR:
            return "de bestuurder"
        case Party.ENTREPRENEUR:
            return "de ondernemer"
        case Party.COURT:
            return "de rechter"
        case Party.NOBODY:
            return "niemand"
