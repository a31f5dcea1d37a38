"""Holds a decision of the director beside the conditions of the council; what it comes to is for the council alone."""

from __future__ import annotations

from dataclasses import replace

from orapp.domain.decisions import Comparison, Decision
from orapp.domain.dossier import Dossier
from orapp.domain.editing import Edit, change
from orapp.domain.items import Item
from orapp.domain.passages import propose
from orapp.domain.promises import Condition, ConditionState


def compared(dossier: Dossier, decision: Decision) -> tuple[Comparison, ...]:
    """Each condition of the council that this decision is about, with the passage that the program proposes; no verdict."""
    present = {one.item_id for one in decision.comparisons}
    found = []
    for condition in conditions_of(dossier, decision):
        if condition.id not in present:
            proposal = propose(condition.text, decision.text)
            found.append(Comparison(item_id=condition.id, passage=proposal.passage, proposed=proposal.state))
    return (*decision.comparisons, *found)


def conditions_of(dossier: Dossier, decision: Decision) -> tuple[Condition, ...]:
    """The conditions that a decision is held against: those of its request, and of its proposed decisions where they name any."""
    homes = {item.request_id for item in dossier.proposed_decisions if item.id in decision.decision_ids}
    return tuple(
        item
        for item in dossier.conditions
        if item.state is not ConditionState.DROPPED
        and item.request_id in {"", decision.request_id, *homes}
        and (not item.decision_ids or not decision.decision_ids or set(item.decision_ids) & set(decision.decision_ids))
    )


def compared_items(dossier: Dossier, decision: Decision) -> tuple[tuple[Comparison, Item], ...]:
    """What a decision is held against, as the tab and the letters show it: what was compared, and what came after it was.

    A condition that the council dropped is no longer asked about; what is not in the dossier any more neither.
    """
    present = {one.item_id for one in decision.comparisons}
    later = (Comparison(item_id=item.id) for item in conditions_of(dossier, decision) if item.id not in present)
    found = ((one, dossier.find(one.item_id)) for one in (*decision.comparisons, *later))
    return tuple((one, item) for one, item in found if item is not None and not _dropped(item))


def _dropped(item: Item) -> bool:
    return isinstance(item, Condition) and item.state is ConditionState.DROPPED


def judged(decision: Decision, comparison: Comparison) -> Decision:
    """The decision with this comparison instead of the one about the same item; a new one is added."""
    if any(one.item_id == comparison.item_id for one in decision.comparisons):
        kept = tuple(comparison if one.item_id == comparison.item_id else one for one in decision.comparisons)
        return replace(decision, comparisons=kept)
    return replace(decision, comparisons=(*decision.comparisons, comparison))


def judging(decision_id: str, comparison: Comparison) -> Edit:
    """The edit that records what the council thinks of one condition beside the decision."""

    def edit(dossier: Dossier) -> Dossier:
        present = next((item for item in dossier.decisions if item.id == decision_id), None)
        return dossier if present is None else change("decisions", present, judged(present, comparison))(dossier)

    return edit
