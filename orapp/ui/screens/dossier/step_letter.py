"""What the next step leads to beside its form: the letter it asks, begun from its term, and the proof sheet of a term."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.proof_sheet import ProofDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from orapp.domain.derived import Deadline
    from orapp.law.proof import ProofSheet
    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.beginning_menu import Source
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.dossier.procedure import NextAct


def begin_from_term(
    owner: QWidget,
    place: Workplace,
    desk: Desk,
    view: DossierView | None,
    kind: str,
    deadline: Deadline | None,
    then: Callable[[str, Beginning | None], None],
) -> None:
    """Gives the kind with its beginning from a term, or None where no term says more than the kind itself."""
    if view is None or deadline is None:
        then(kind, None)
        return
    dossier = view.dossier

    def look() -> Beginning | None:
        found = desk.letters.beginnings(dossier, deadline)
        return next((one for one in found if one.kind == kind and one.about_ids), None)

    place.tasks.read(owner, "brief-beginnen", look, partial(then, kind))


def letter_button(
    place: Workplace,
    desk: Desk,
    current: Callable[[], tuple[DossierView | None, NextAct | None]],
    begun: Callable[[Beginning], None],
) -> BeginButton:
    """The button that begins a letter from the term of the next step."""

    def source() -> Source | None:
        view, act = current()
        if view is None or act is None or act.deadline is None:
            return None
        found = view.dossier, act.deadline
        return lambda: found

    made = BeginButton(place, lambda: desk.letters, "band-brief", source)
    made.begun.connect(begun)
    return made


def show_proof(owner: QWidget, place: Workplace, desk: Desk, reference: str, deadline: Deadline, folder: Path) -> None:
    """Opens the proof sheet of a term."""

    def show(sheet: ProofSheet) -> None:
        ProofDialog(owner, place, sheet, reference, folder).open()

    place.tasks.read(owner, "bewijsblad", lambda: desk.dossiers.proof(reference, deadline.key), show)
