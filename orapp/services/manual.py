"""The manual: pages in Markdown, each a task, found by the place that they belong to and by words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_FOUND = 12
SNIPPET_LETTERS = 120
_HEADING = re.compile(r"^#\s+(?P<title>.+)$", re.MULTILINE)
_MARKS = re.compile(r"!\[[^\]]*\]\([^)]*\)|^\s*(?:\d+\.|-)\s|-{3,}|[#*_`>|]|\[(?P<words>[^\]]*)\]\([^)]*\)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage:
    """One task of the manual. `key` is the name of its file, `plain` its text below the title without marks, for searching."""

    key: str
    title: str
    markdown: str
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """A page that has what was asked, with the words around it."""

    page: ManualPage
    snippet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """All pages in the order of the list. `places` leads from a place in the window to a page; pictures stand in `folder`."""

    pages: tuple[ManualPage, ...]
    places: Mapping[str, str]
    folder: Path

    def page(self, key: str) -> ManualPage | None:
        """The page with this key."""
        return next((page for page in self.pages if page.key == key), None)

    def at(self, *places: str) -> ManualPage:
        """The page for a place in the window ("dossier/documents"); a place without its own has that of what holds it.

        Of several places the first that is known counts: a dialog, else what it lies over. Where none is, the first page.
        """
        for place in places:
            wanted = place
            while wanted:
                page = self.page(self.places.get(wanted, ""))
                if page is not None:
                    return page
                wanted = wanted.rpartition("/")[0]
        return self.pages[0]

    def find(self, typed: str) -> tuple[FoundPage, ...]:
        """Pages with every typed word or its beginning; in the title counts before in the text."""
        words = typed.casefold().split()
        if not words:
            return ()
        found = []
        for place, page in enumerate(self.pages):
            title, text = page.title.casefold(), page.plain.casefold()
            if all(_begins(word, title) or _begins(word, text) for word in words):
                score = sum(1 for word in words if _begins(word, title))
                found.append((-score, place, FoundPage(page=page, snippet=_snippet(page.plain, words))))
        return tuple(one for _, _, one in sorted(found, key=lambda item: item[:2]))[:MOST_FOUND]


def read_manual(texts: Mapping[str, str], places: Mapping[str, str], folder: Path) -> Manual:
    """The manual from its files (name without ending to Markdown). Raises ValueError for a page without a heading."""
    pages = []
    for key, markdown in texts.items():
        heading = _HEADING.search(markdown)
        if heading is None:
            raise ValueError(f"{key} has no heading")
        pages.append(
            ManualPage(key=key, title=heading["title"].strip(), markdown=markdown, plain=_plain(_HEADING.sub("", markdown, 1)))
        )
    if not pages:
        raise ValueError("a manual has at least one page")
    return Manual(pages=tuple(pages), places=places, folder=folder)


def _plain(markdown: str) -> str:
    return " ".join(_MARKS.sub(lambda mark: mark["words"] or "", markdown).split())


def _begins(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None


def _snippet(plain: str, words: list[str]) -> str:
    """The text around the first word that was asked."""
    text = plain.casefold()
    found = [match.start() for word in words if (match := re.search(rf"(?<!\w){re.escape(word)}", text)) is not None]
    start = max(0, min(found, default=0) - SNIPPET_LETTERS // 3)
    start = plain.find(" ", start) + 1 if start else 0
    cut = plain[start : start + SNIPPET_LETTERS].strip()
    before, after = "…" if start else "", "…" if start + SNIPPET_LETTERS < len(plain) else ""
    return f"{before}{cut}{after}"
