"""The proof sheet: one page that a lawyer can follow, with its doubts and the day on which the law was known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.law.book import LawBook
from orapp.law.facts import Party
from orapp.law.proof import ProofSheet, nature_label, party_label, proof_lines
from orapp.law.terms import TermNature, compute


def sheet(book: LawBook, key: str, start: date) -> ProofSheet:
    rule = book.rules[key]
    return proof_lines(
        rule,
        compute(rule, start, book.calendar),
        start_event="brief ontvangen door de secretaris",
        entered_by="lid 3",
        entered_at="15-09-2026 10:12",
        documents=["D24 besluit"],
        known_on=book.known_on,
    )


def test_everything_a_lawyer_asks_is_on_it(book: LawBook) -> None:
    found = sheet(book, "wor-26-2-beroep", date(2026, 4, 14))
    rows = dict(found.rows)
    assert found.title == "Bewijsblad: beroep bij de Ondernemingskamer"
    assert rows["Grondslag"] == "art. 26 lid 2 WOR"
    assert rows["Begin"] == "dinsdag 14 april 2026: brief ontvangen door de secretaris"
    assert rows["Einde zonder verlenging"] == "donderdag 14 mei 2026"
    assert rows["Berekende laatste dag"] == "maandag 18 mei 2026"
    assert rows["Veilig: uiterlijk"] == "woensdag 13 mei 2026"
    assert rows["Verschoven door"].startswith("donderdag 14 mei 2026 (Hemelvaartsdag)")
    assert rows["Wat gedaan moet zijn"] == "Verzoekschrift door advocaat, ontvangen vóór 24.00 uur"
    assert rows["Stukken"] == "D24 besluit"
    assert rows["Ingevoerd door"] == "lid 3, 15-09-2026 10:12"
    assert found.law_known == "Wet zoals bekend op 11 april 2026."
    assert "het programma stelt voor, de OR beslist".casefold() in found.liability.casefold().replace(
        "dit programma", "het programma"
    )
    assert len(found.steps) == 5


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("T5: Ik zorg voor plekken", "Bewijsblad T5: Ik zorg voor plekken"),
        ("OR-besluit over beroep", "Bewijsblad: OR-besluit over beroep"),
        ("Antwoord op 6 vragen", "Bewijsblad: antwoord op 6 vragen"),
    ],
)
def test_a_code_keeps_its_capital_in_the_title(book: LawBook, title: str, said: str) -> None:
    rule = replace(book.rules["wor-26-2-beroep"], title=title)
    counted = compute(rule, date(2026, 4, 14), book.calendar)
    found = proof_lines(rule, counted, start_event="", entered_by="lid 3", entered_at="", documents=[])
    assert found.title == said


def test_doubts_are_shown(book: LawBook) -> None:
    found = sheet(book, "wor-25-6-opschorting", date(2026, 6, 19))
    assert any("niet door een rechter beslist" in doubt for doubt in found.doubts)
    assert "Veilig: uiterlijk" not in dict(found.rows)
    assert dict(found.rows)["Eerste dag na de berekende termijn"] == "dinsdag 21 juli 2026"


@pytest.mark.parametrize("start", [date(2021, 3, 1), date(2026, 3, 1), date(2029, 4, 11)])
def test_every_rule_has_a_sheet_without_empty_rows_or_repeated_doubts(book: LawBook, start: date) -> None:
    for key in book.rules:
        found = sheet(book, key, start)
        assert all(label and text for label, text in found.rows)
        assert len(set(found.doubts)) == len(found.doubts)
        assert dict(found.rows)["Bron"].count(":") >= 1


def test_parties_and_natures_have_their_own_words() -> None:
    assert len({party_label(party) for party in Party}) == len(Party)
    assert len({nature_label(nature) for nature in TermNature}) == len(TermNature)
