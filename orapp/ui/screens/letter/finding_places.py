"""Where a finding is to be mended: in a section of the letter, around it, or in the dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from orapp.domain.dossier import codes
from orapp.letters.shown_fields import PLACE
from orapp.ui.kit.dossier_tabs import ASSESSMENT, COURSE, DECISION, SUMMARY, TAB_OF

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.letters.content import Finding
    from orapp.letters.parts import LetterPart

AROUND = frozenset({"subject", "addressee", "annexes", "copies", "confidentiality", "sender", "salutation"})
# A finding about a condition is mended where its words are written, not where it is held beside the decision.
TABS: Mapping[str, str] = {**TAB_OF, "conditions": ASSESSMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPlace:
    """Exactly one of: a field of the letter, a section (with an item in it), what stands around it, or a tab of the dossier."""

    field: str = ""
    section: str = ""
    around: bool = False
    tab: str = ""
    item_id: str = ""


def place_of(finding: Finding, parts: tuple[LetterPart, ...], dossier: Dossier) -> FindingPlace:
    """Where to go for a finding; the summary of the dossier where nothing nearer is known."""
    if finding.code.startswith("letter.reply_"):
        return FindingPlace(around=True)
    return place_at(finding.place, parts, dossier, str(finding.fields.get("code", "")))


def place_at(place: str, parts: tuple[LetterPart, ...], dossier: Dossier, named: str = "") -> FindingPlace:
    """Where a place of a letter is mended ("field/undo", "objections/O3", "annexes"); `named` is the code that is meant."""
    if place.startswith(PLACE):
        return FindingPlace(field=place.removeprefix(PLACE))
    head = place.split("/", 1)[0]
    code = named or (place.rsplit("/", 1)[-1] if "/" in place else head)
    for part in parts:
        for item in part.items:
            if item.code and item.code == code:
                return FindingPlace(section=part.key, item_id=item.item_id)
    if head in AROUND:
        return FindingPlace(around=True)
    item_id = next((one for one, name in codes(dossier).items() if name == code), "")
    collection = next((name for name, item in dossier.items() if item.id == item_id), "")
    if collection in TABS:
        return FindingPlace(tab=TABS[collection], item_id=item_id)
    if any(part.key == head for part in parts):
        return FindingPlace(section=head)
    return FindingPlace(tab={"course": COURSE, "resolution": DECISION}.get(head, SUMMARY))
