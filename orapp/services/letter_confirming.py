"""What a letter gives up, or leaves open, told in full and confirmed before it is adopted (letters.md A9.4, A12c)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from orapp.domain.dossier import Dossier, code
from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.letters.letter_kinds import LetterKind
from orapp.letters.wording import coded
from orapp.services.failures import Refusal

_OUTCOMES = {
    Outcome.NOT_YET: "letter.confirm_not_yet",
    Outcome.POLITICAL: "letter.confirm_political",
}
"""What an advice that is no advice does; giving it up expressly has a resolution and a question of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A sentence of resources/texts that spells out an effect, with its fields."""

    code: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def confirmations(dossier: Dossier, letter: Letter, kind: LetterKind) -> tuple[Confirmation, ...]:
    """What must be confirmed before this letter is adopted; nothing for most letters."""
    found = [Confirmation(code=kind.confirm)] if kind.confirm else []
    if any(one.key == "gives_up" and one.value == "appeal" for one in letter.fields):
        found.append(Confirmation(code="letter.confirm_no_appeal"))
    if letter.kind == "A9":
        mine = [
            item for item in dossier.of_request(letter.request_id) if item.id in letter.decision_ids or not letter.decision_ids
        ]
        for outcome, sentence in _OUTCOMES.items():
            codes = [code("proposed_decisions", item) for item in mine if item.outcome is outcome]
            if codes:
                found.append(Confirmation(code=sentence, fields=MappingProxyType({"codes": coded(codes)})))
    return tuple(found)


def check_confirmed(dossier: Dossier, letter: Letter, kind: LetterKind, *, confirmed: bool) -> None:
    """Raises Refusal("letter.not_confirmed") where an effect was not confirmed."""
    if confirmations(dossier, letter, kind) and not confirmed:
        raise Refusal("letter.not_confirmed", place="confirmed")
