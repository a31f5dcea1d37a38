"""What the title of a window says of a dossier: never more than others who look along may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.ui.screens.dossier.screen import DossierScreen


def dossier_title(screen: DossierScreen, *, shared: bool) -> str:
    """Reference and title; of a secret dossier only the reference, and not even that while the screen is shared.

    The title of a window also stands in the task bar and in what others see who share a screen (art. 20 WOR).
    """
    dossier = screen.editor.dossier
    if dossier is None or dossier.reference != screen.reference:
        # Not read yet: until it is known not to be secret, others see nothing of it.
        return "" if shared else screen.reference
    if not dossier.secret:
        return f"{dossier.reference} {dossier.title}"
    return "" if shared else dossier.reference
