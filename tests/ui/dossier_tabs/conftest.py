"""A tab on a dossier of the demo, in a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.dossier import Dossier
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.tab import DossierTab
from tests.ui.conftest import Settled, Shown
from tests.ui.dossier_tabs.at_a_tab import Opened


@pytest.fixture
def editor(desk: Desk, place: Workplace) -> DossierEditor:
    return DossierEditor(desk.dossiers, place)


@pytest.fixture
def opened(desk: Desk, editor: DossierEditor, shown: Shown, settled: Settled) -> Opened:
    """Shows a tab on a dossier, and again with every edit, as the screen around it does."""
    hosts: list[QWidget] = []

    def show(tab: DossierTab, reference: str) -> Dossier:
        host = QWidget()
        hosts.append(host)
        QVBoxLayout(host).addWidget(tab)
        shown(host)
        view = desk.dossiers.view(reference)
        request_id = view.derived.summary.request_id
        editor.take(view.dossier)
        editor.kept.connect(lambda _dossier: tab.show_view(desk.dossiers.view(reference), request_id))
        tab.show_view(view, request_id)
        settled()
        return view.dossier

    return show
