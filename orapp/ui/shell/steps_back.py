"""What can be taken back and done again on the screen that is shown, whoever keeps it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.screens.dossier.screen import DossierScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The last step and the last step taken back, in words (empty: none), and how to do either."""

    undo_words: str
    redo_words: str
    undo: Callable[[], object]
    redo: Callable[[], object]


def editor_steps(editor: DossierEditor) -> Steps:
    """The steps of the edits of a dossier in this window."""
    return Steps(undo_words=editor.undo_words, redo_words=editor.redo_words, undo=editor.undo, redo=editor.redo)


def give_keys(screen: DossierScreen) -> None:
    """Lets the keys for taking back work anywhere inside a dossier, where the screen does not see to that itself."""
    from orapp.ui.kit.editor_acts import EditorActs  # came with the screen of a dossier: the overview needs no editor

    if screen.findChild(QAction, "ongedaan-maken") is None:
        EditorActs(screen.editor, screen)
