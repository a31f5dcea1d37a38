"""What the council resolved about a decision, and the decision on a proof sheet, read as one sentence without a word twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLabel

from orapp.domain.decisions import Knowledge
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.decision_tab import DecisionTab
from tests.fakes.archive import MemoryArchive
from tests.ui.dossier_tabs.at_a_tab import HOUSING, Opened


def test_a_decision_says_what_the_council_found_of_it(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, archive: MemoryArchive
) -> None:
    dossier = archive.kept[HOUSING]
    titled = tuple(replace(one, title=f"Besluit: {one.title}") for one in dossier.decisions)
    archive.kept[HOUSING] = replace(dossier, decisions=titled)
    tab = DecisionTab(desk, place, editor)
    opened(tab, HOUSING)
    tab.show_view(desk.dossiers.view(HOUSING), "g2-r4")
    said = "\n".join(label.text() for label in tab.findChildren(QLabel))
    assert "B1: de OR heeft op " in said
    assert "besloten dat dit niet afwijkt · B2: de OR heeft op " in said
    assert "besloten dat dit afwijkt" in said
    assert "OR-besluit: wijkt" not in said
    months = [one for one in desk.dossiers.view(HOUSING).derived.deadlines if one.start_source_id in {x.id for x in titled}]
    sheets = [desk.dossiers.proof(HOUSING, one.key) for one in months]
    begins = [words for sheet in sheets for name, words in sheet.rows if name == "Begin"]
    assert begins
    assert all(" – " in words and "Besluit:" not in words and words.count(": ") == 1 for words in begins)


def test_what_was_resolved_about_an_older_decision_is_not_said_of_a_later_one(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, archive: MemoryArchive
) -> None:
    dossier = archive.kept[HOUSING]
    first = next(one for one in dossier.decisions if one.request_id == "g2-r4")
    day = date(2026, 1, 12)
    notices = (Knowledge(on=day, written=True, reasoned=True),)
    later = replace(first, id="k-later", title="Gewijzigd besluit", decided_on=day, notices=notices, paper_id="", comparisons=())
    archive.kept[HOUSING] = replace(dossier, decisions=(*dossier.decisions, later))
    tab = DecisionTab(desk, place, editor)
    opened(tab, HOUSING)
    tab.show_view(desk.dossiers.view(HOUSING), "g2-r4")
    said = "\n".join(label.text() for label in tab.findChildren(QLabel))
    assert "B2: de OR heeft op 18 december 2025 besloten dat dit afwijkt" in said
    assert "B2: de OR heeft nog niet besloten of dit afwijkt" in said
