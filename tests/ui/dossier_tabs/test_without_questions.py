"""What can be done with answers is offered once there is a question."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QPushButton

from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.assessment_tab import QUESTIONS, AssessmentTab
from tests.ui.dossier_tabs.at_a_tab import HOUSING, Opened, kept


def test_no_judging_is_offered_where_nothing_was_asked(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened
) -> None:
    tab = AssessmentTab(desk, place, editor)
    opened(tab, HOUSING)
    tab.sections.choose(QUESTIONS)
    names = ("antwoorden-plakken-knop", "oordeel-sufficient", "vragen-brief")
    acts = [one for one in tab.questions.findChildren(QPushButton) if one.objectName() in names]
    assert len(acts) >= 2
    tab.questions.show_dossier(kept(desk, HOUSING), "")
    assert all(one.isVisible() for one in acts)
    tab.questions.show_dossier(replace(kept(desk, HOUSING), questions=()), "")
    assert not any(one.isVisible() for one in acts)
