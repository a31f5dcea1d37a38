"""The kinds of letters: what each is for, to whom it goes, by which resolution it is adopted, and what it asks to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from orapp.domain.decisions import ResolutionKind
from orapp.domain.letters import StrategicGoal
from orapp.law.facts import ProcedureKind
from orapp.letters.letter_fields import FieldOutline


class LetterGroup(StrEnum):
    """Under which heading a kind of letter is offered."""

    COURSE = "course"  # receipt, questions, dates, commitments
    ANSWER = "answer"  # advice and decision on consent
    AFTER = "after"  # after a decision: suspension, appeal, nullity, execution
    OWN = "own"  # what the council begins itself
    STAFF = "staff"  # messages to the staff
    FACILITY = "facility"  # expert, training, committee
    OTHERS = "others"  # to others than the director


class Addressed(StrEnum):
    """To whom a kind of letter goes when nobody was chosen."""

    DIRECTOR = "director"
    ENTREPRENEUR = "entrepreneur"  # the ondernemer, for the attention of the director (practice.md 3.4)
    STAFF = "staff"
    OUTSIDE = "outside"  # whoever is chosen


class Reply(StrEnum):
    """Whether a kind of letter asks an answer before a date."""

    NEEDED = "needed"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """A kind of letter: what it is for, and the procedures it fits. `outline_version` goes up with each change of it.

    `whole` says that it can stand without a request, about the dossier. `resolution` is the resolution that adopts it;
    `by_mandate` whether a recorded mandate may stand in for that (practice.md 3.4). `goals` are the goals that
    change its tone or what it must hold; for every other goal the letter is the same (letters.md A0.2).
    """

    key: str
    title: str
    purpose: str
    fits: tuple[ProcedureKind, ...]
    outline_version: str
    needs_decisions: bool = True
    group: LetterGroup = LetterGroup.COURSE
    whole: bool = False
    addressed: Addressed = Addressed.DIRECTOR
    reply: Reply = Reply.POSSIBLE
    resolution: ResolutionKind = ResolutionKind.ADOPT_LETTER
    by_mandate: bool = True
    goals: tuple[StrategicGoal, ...] = ()
    fields: tuple[FieldOutline, ...] = ()

    def for_request(self, procedure: ProcedureKind) -> bool:
        """Whether this letter can be written in a procedure of this kind."""
        return procedure in self.fits

    def field(self, key: str) -> FieldOutline | None:
        """The field with this key."""
        return next((one for one in self.fields if one.key == key), None)
