"""The letters on which a house style is shown: an acknowledgement, an advice and a consent decision of the demo council."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.law.book import LawBook
from orapp.letters.content import LetterContent, LetterStatus, Sender
from orapp.letters.outlines import LetterBook
from orapp.services.failures import Refusal
from orapp.services.letter_drafts import LetterGround, candidates, draft_of

KINDS: Final = ("A1", "A9", "A10")


class StyleSamples:
    """Composes the samples once; only who sends them is the council that looks."""

    def __init__(
        self,
        book: Callable[[], LetterBook],
        law: Callable[[], LawBook],
        demo: Callable[[], tuple[Council, Sequence[Dossier]]],
        today: date,
    ) -> None:
        self._book = book
        self._law = law
        self._demo = demo
        self._today = today
        self._made: tuple[LetterContent, ...] = ()

    def __call__(self, council: Council, logo: bytes) -> tuple[LetterContent, ...]:
        """The three letters, as concepts in the name of this council."""
        if not self._made:
            self._made = self._composed()
        addresses = (*council.visiting_address.lines, *council.postal_address.lines, council.email, council.web_page)
        lines = tuple(dict.fromkeys(line for line in addresses if line))
        sender = Sender(name=council.name, organisation=council.organisation, lines=lines, logo=logo)
        return tuple(replace(content, sender=sender) for content in self._made)

    def _composed(self) -> tuple[LetterContent, ...]:
        home, dossiers = self._demo()
        found = [self._longest(home, dossiers, kind) for kind in KINDS]
        return tuple(replace(content, status=LetterStatus.CONCEPT) for content in found if content is not None)

    def _longest(self, home: Council, dossiers: Sequence[Dossier], kind: str) -> LetterContent | None:
        """Of the dossiers that give such a letter, the one with most in it: that shows most of the style."""
        made: list[LetterContent] = []
        for dossier in dossiers:
            letter = next((one for one in dossier.letters if one.kind == kind), None)
            try:
                request = candidates(self._book(), dossier, kind, letter.request_id if letter is not None else "")[0]
                ground = LetterGround(dossier=dossier, council=home)
                made.append(draft_of(self._book(), self._law(), ground, kind, request, letter, self._today).content)
            except (Refusal, IndexError):
                continue
        return max(made, key=lambda content: sum(len(section.blocks) for section in content.sections), default=None)
