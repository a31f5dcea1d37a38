"""Office programs that are not there, or that give a PDF of their own without being started; templates that are read once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from typing_extensions import override

from orapp.documents.page_look_reading import read_page_look
from orapp.documents.style_workshop import WordStyles
from orapp.services.failures import Circumstance
from orapp.services.page_look import PageLook
from orapp.services.paper_ports import OfficeFile, OfficePdf

_page_look = lru_cache(maxsize=16)(read_page_look)


class StylesReadOnce(WordStyles):
    """The look of a template, worked out once for all tests of a process."""

    @override
    def page(self, template: bytes) -> PageLook:
        return _page_look(template)


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
