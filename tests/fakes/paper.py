"""Office programs that are not there, or that give a PDF of their own without being started."""

from __future__ import annotations

from collections.abc import Sequence

from orapp.services.failures import Circumstance
from orapp.services.paper_ports import OfficeFile, OfficePdf


class NoOffice:
    """A machine without an office program."""

    def name(self) -> str:
        return ""

    def pdfs(self, files: Sequence[OfficeFile], *, archival: bool = False) -> tuple[OfficePdf | None, ...]:
        raise Circumstance("office.missing")


class SmallOffice:
    """An office program that sets every Word file as the same PDF, or fails in the way it is told to."""

    def __init__(self, pdf: bytes, failing: str = "") -> None:
        self._pdf = pdf
        self._failing = failing
        self.asked: list[tuple[int, bool]] = []

    def name(self) -> str:
        return "LibreOffice"

    def pdfs(self, files: Sequence[OfficeFile], *, archival: bool = False) -> tuple[OfficePdf | None, ...]:
        self.asked.append((len(files), archival))
        if self._failing:
            raise Circumstance(self._failing, seconds="90")
        return tuple(OfficePdf(data=self._pdf, archival=archival) for _ in files)
