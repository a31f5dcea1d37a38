"""The proof sheet of a term speaks in the name of the body that keeps the archive; what people typed stays as it was."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from orapp.domain.council import CouncilKind
from orapp.services.desk import Desk
from orapp.services.rows import DeadlineQuery
from tests.services.test_dossiers import WHO

APPEAL = "wor-26-2-beroep"


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        (CouncilKind.OR, "de ondernemingsraad"),
        (CouncilKind.GOR, "de groepsondernemingsraad"),
        (CouncilKind.COR, "de centrale ondernemingsraad"),
    ],
)
def test_who_must_act_and_who_decides_is_this_body(desk: Desk, kind: CouncilKind, who: str) -> None:
    council = desk.council.read()
    desk.council.save(council, replace(council, kind=kind), WHO)
    rows = [row for row in desk.dossiers.deadlines(DeadlineQuery(include_closed=True)) if row.rule == APPEAL]
    sheet = desk.dossiers.proof(rows[0].reference, rows[0].key)
    said = dict(sheet.rows)
    name = kind.value.upper()
    assert said["Wie moet handelen"] == who
    assert f"de {name} beslist" in sheet.liability
    own = [said[key] for key in ("Wat gedaan moet zijn", "Waarom dit begin", "Gevolg van missen", "Soort termijn")]
    for words in (*own, *sheet.steps, sheet.liability):
        assert name == "OR" or not re.search(r"\bOR\b", words), words
