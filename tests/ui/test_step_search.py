"""What can be recorded is found by the words that people use for it, also where the step itself is called otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from orapp.law.facts import FactKind
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.step_list import StepList
from tests.ui.conftest import Shown


def test_a_step_is_found_by_its_other_names(place: Workplace, shown: Shown) -> None:
    ground = QWidget()
    shown(ground)
    sheet = StepList(ground, place, None, ())
    for typed, kind in (
        ("afzien van beroep", FactKind.APPEAL_RENOUNCED),
        ("afzien opschorting", FactKind.SUSPENSION_WAIVED),
        ("afzien advies", FactKind.ADVICE_WAIVED),
        ("verzoekschrift ondernemingskamer", FactKind.APPEAL_FILED),
    ):
        sheet.filter.setText(typed)
        assert [one.kind for one in sheet.table.row_model.rows] == [kind], typed
