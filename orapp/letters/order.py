"""What is asked of the letters: which letter, about what, dated when, signed by whom; and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from orapp.domain.council import CouncilKind
from orapp.domain.letters import Letter
from orapp.letters.content import Finding, FindingWeight, LetterContent, LetterStatus

if TYPE_CHECKING:
    # The parts are made with a pen, and the pen writes for an order.
    from orapp.letters.completeness import Measure
    from orapp.letters.parts import LetterPart
    from orapp.letters.shown_fields import ShownField


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """An order for one letter.

    `decision_ids` empty means every proposed decision of the request to which the kind of letter belongs. `letter` holds
    the council's own words, dates, annexes and goal. `signatory_ids` are ids of members; empty takes the council's
    signatories; `logo` is the council's picture (PNG or JPEG), which the archive keeps; `keeper` is which
    body keeps it, where another one writes.
    """

    kind: str
    request_id: str
    dated: date
    decision_ids: tuple[str, ...] = ()
    letter: Letter | None = None
    status: LetterStatus = LetterStatus.CONCEPT
    reference: str = ""
    signatory_ids: tuple[str, ...] = ()
    logo: bytes = b""
    keeper: CouncilKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComposedLetter:
    """A letter with what its checks found, the heaviest first, and its parts in order, those that stand empty or out too.

    `fields` are what its kind asks to fill in as far as that counts now; `measures` how complete it is, point by point.
    """

    content: LetterContent
    findings: tuple[Finding, ...]
    parts: tuple[LetterPart, ...] = ()
    fields: tuple[ShownField, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that stand in the way of adoption."""
        return tuple(finding for finding in self.findings if finding.weight is FindingWeight.BLOCKING)


class LetterRefused(ValueError):
    """What was asked cannot be a letter at all: a code with named fields; the Dutch stands in resources/texts/letters.toml."""

    def __init__(self, code: str, /, **fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields
