"""An asker that answers at once as the test told it, and remembers what was asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget


class AnsweringAsker:
    """Agrees with every question and gives `path` for every file; None takes the question away."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.asked: list[str] = []

    def confirm(self, parent: QWidget, question: str, explanation: str, act: str, agreed: Callable[[], None]) -> None:
        self.asked.append(question)
        agreed()

    def tell(self, parent: QWidget, what: str, explanation: str) -> None:
        self.asked.append(what)

    def choose_file(self, parent: QWidget, title: str, folder: Path, kinds: str, chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            chosen(self.path)

    def choose_folder(self, parent: QWidget, title: str, folder: Path, chosen: Callable[[Path], None]) -> None:
        self.asked.append(title)
        if self.path is not None:
            chosen(self.path)

    def name_file(self, parent: QWidget, title: str, proposal: Path, kinds: str, named: Callable[[Path], None]) -> None:
        self.asked.append(f"{title}: {proposal.name}")
        if self.path is not None:
            named(self.path)
