"""Earlier letters as a source: what the council wrote before, found by words, kind of letter and article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from orapp.domain.dossier import DossierKind
from orapp.law.plain_words import plain
from orapp.letters.typed_text import plain as read_plain
from orapp.letters.typed_text import text_from
from orapp.services.failures import Refusal
from orapp.services.rows import DossierOrder, DossierQuery

if TYPE_CHECKING:
    from orapp.domain.letters import Letter
    from orapp.letters.content import LetterContent
    from orapp.services.letters import LetterDraft
    from orapp.services.ports import Archive, DossierReader
    from orapp.services.rows import Visibility

MOST = 200
_PAGE = 500
_ARTICLE = re.compile(r"\bart(?:ikelen|ikel|\.)?\s+(?=\d)", re.IGNORECASE)

Prepare = Callable[[str, str, str, str], "LetterDraft"]
"""Composes a letter of a dossier: reference, kind, request, letter. Raises Refusal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of a letter that was sent. `typed` is its text with signs, `reads` as it reads.

    `said` and `words` are for searching: what stands in it, and that with where it stands.
    """

    dossier: str
    about: str
    letter_id: str
    kind: str
    kind_title: str
    reference: str
    sent_on: date
    section: str
    typed: str
    reads: str
    said: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFound:
    """The passages that were asked (see `find`), and the kinds of letters (key, title) of which any was sent."""

    passages: tuple[Passage, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    more: bool = False


class EarlierLetters:
    """Reads the sent letters of one archive. A letter that was sent stays as it is, so it is taken apart once."""

    def __init__(self, archive: Archive, prepare: Prepare) -> None:
        self._archive = archive
        self._prepare = prepare
        self._taken: dict[tuple[str, str], tuple[Passage, ...]] = {}

    def find(self, typed: str, kind: str, visibility: Visibility, most: int = MOST) -> EarlierFound:
        """The passages with each of these words or their beginnings; nothing typed gives every passage.

        What is said counts before headings, the newest letter first. "artikel 25" and "art. 25" are the same. What may not
        be seen here is not looked in.
        """
        asked = plain(_as_article(typed)).split()
        found: list[Passage] = []
        kinds: dict[str, str] = {}
        for passage in self._all(visibility):
            kinds.setdefault(passage.kind, passage.kind_title)
            if (not kind or passage.kind == kind) and all(f" {one}" in passage.words for one in asked):
                found.append(passage)
        # What is said counts before the heading above it; the newest letter first.
        found.sort(key=lambda one: (all(f" {word}" in one.said for word in asked), one.sent_on, one.letter_id), reverse=True)
        by_title = sorted(kinds.items(), key=lambda pair: pair[1].casefold())
        return EarlierFound(passages=tuple(found[:most]), kinds=tuple(by_title), more=len(found) > most)

    def _all(self, visibility: Visibility) -> Iterator[Passage]:
        sent: list[tuple[str, str, Letter]] = []
        with self._archive.read() as reader:
            for reference in _references(reader, visibility):
                dossier = reader.dossier(reference)
                sent += [(reference, dossier.title, letter) for letter in dossier.letters if letter.sent_on is not None]
        for reference, title, letter in sent:
            key = letter.id, letter.versions[-1].content.sha256 if letter.versions else ""
            if key not in self._taken:
                self._taken[key] = self._passages(reference, title, letter)
            yield from self._taken[key]

    def _passages(self, reference: str, title: str, letter: Letter) -> tuple[Passage, ...]:
        try:
            content = self._prepare(reference, letter.kind, letter.request_id, letter.id).content
        except Refusal:
            # A letter whose request is gone cannot be read as a letter any more; its Word file stays where it is.
            return ()
        return tuple(_of_content(content, reference, title, letter))


def _of_content(content: LetterContent, reference: str, title: str, letter: Letter) -> Iterator[Passage]:
    sent_on = letter.sent_on
    if sent_on is None:
        return
    for section in content.sections:
        around = plain(_as_article(f"{section.heading} {content.title} {title} {reference}"))
        for block in section.blocks:
            typed = text_from((block,), {})
            reads = read_plain(typed, lambda ref: ref).strip()
            if reads:
                said = f" {plain(_as_article(reads))}"
                yield Passage(
                    dossier=reference,
                    about=title,
                    letter_id=letter.id,
                    kind=letter.kind,
                    kind_title=content.title,
                    reference=letter.reference,
                    sent_on=sent_on,
                    section=section.heading,
                    typed=typed,
                    reads=reads,
                    said=said,
                    words=f"{said} {around}",
                )


def _references(reader: DossierReader, visibility: Visibility) -> Iterator[str]:
    query = DossierQuery(order=DossierOrder.REFERENCE, limit=_PAGE, kinds=tuple(DossierKind))
    while True:
        page = reader.dossiers(query, visibility)
        yield from (row.reference for row in page.rows)
        if not page.more:
            return
        query = DossierQuery(order=query.order, limit=_PAGE, kinds=query.kinds, after=page.rows[-1].key)


def _as_article(text: str) -> str:
    return _ARTICLE.sub("artikel ", text)
