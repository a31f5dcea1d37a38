"""Files that are dragged onto the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this machine among what is dragged; folders and addresses are not among them."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_file())
