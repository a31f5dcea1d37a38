"""Leaving an archive: what was done on a local copy goes back to the archive's own folder, and then it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.services.ports import Archive


def leave(archive: Archive) -> None:
    """Close the archive; bring the local copy back first, where one was worked on.

    Raises Circumstance("archive.original_changed") where the archive in its own folder was changed meanwhile: nothing is
    overwritten, the work stays in the copy, and the archive is closed all the same.
    """
    from orapp.services.ports import BringsBack  # not before the first paint: it brings the whole domain along

    try:
        if isinstance(archive, BringsBack) and archive.on_copy and not archive.read_only:
            archive.bring_back()
    finally:
        archive.close()
