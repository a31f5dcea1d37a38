"""Where the parts of a dossier are: the tab of an item, and the tab that a phase needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.law.facts import FactKind
from orapp.ui.kit.dossier_tabs import ASSESSMENT, COMMITMENTS, DECISION, SUMMARY, TAB_OF

if TYPE_CHECKING:
    from orapp.domain.derived import Deadline
    from orapp.domain.dossier import Dossier
    from orapp.law.procedures import Step
    from orapp.letters.letter_kinds import LetterKind
    from orapp.services.dossiers import DossierView

TAB_FOR_PHASE: Mapping[str, str] = {
    "preparation": SUMMARY,
    "handling": ASSESSMENT,
    "view": ASSESSMENT,
    "conditions": DECISION,
    "awaiting": DECISION,
    "decided": DECISION,
    "court": DECISION,
    "execution": COMMITMENTS,
    "aftercare": COMMITMENTS,
}


def part_of(dossier: Dossier, item_id: str) -> tuple[str, str] | None:
    """The tab on which an item stands, with its id; None where the dossier has no such item."""
    for collection, item in dossier.items():
        if item.id == item_id:
            return TAB_OF.get(collection, SUMMARY), item_id
    return None


def promised_part(deadline: Deadline) -> tuple[str, str] | None:
    """The promise or condition that a deadline is about."""
    collection, _, item_id = deadline.key.partition("/")
    return (TAB_OF[collection], item_id) if collection in {"commitments", "conditions"} else None


def first_tab(view: DossierView, request_id: str) -> str:
    """The tab that the phase of this procedure needs."""
    state = next((course.state for course in view.procedures if course.request.id == request_id), None)
    return TAB_FOR_PHASE.get(state.phase, SUMMARY) if state is not None else SUMMARY


def kinds_for(step: Step, view: DossierView, request_id: str) -> tuple[FactKind, ...]:
    """The facts with which a step can be recorded now; what needs an earlier one waits for it."""
    dossier = view.dossier
    known = any(item.request_id in {"", request_id} for item in dossier.decisions)
    kinds = [
        kind
        for kind in step.kinds
        if len(step.kinds) == 1
        or not (
            (kind is FactKind.DECISION_REASONED and not known)
            or (kind is FactKind.CONSENT_CONFIRMED and FactKind.CONSENT_GIVEN in step.kinds)
        )
    ]
    return tuple(kinds) or step.kinds


def letters_here(view: DossierView, request_id: str, kinds: tuple[LetterKind, ...]) -> frozenset[str]:
    """The kinds of letters that can be made for a request of this dossier."""
    request = view.dossier.request(request_id)
    if request is None or not view.dossier.of_request(request.id):
        return frozenset()
    return frozenset(kind.key for kind in kinds if kind.for_request(request.legal))


def tab_words(view: DossierView | None) -> tuple[str, ...]:
    """The names of the tabs, with how much stands on two of them."""
    papers = len(view.dossier.papers) if view is not None else 0
    promised = len(view.dossier.commitments) + len(view.dossier.actions) if view is not None else 0
    return (
        QCoreApplication.translate("tabs", "Samenvatting"),
        QCoreApplication.translate("tabs", "Verloop"),
        QCoreApplication.translate("tabs", "Stukken {count}").format(count=papers or "").strip(),
        QCoreApplication.translate("tabs", "Vragen en beoordeling"),
        QCoreApplication.translate("tabs", "Advies en besluit"),
        QCoreApplication.translate("tabs", "Toezeggingen en acties {count}").format(count=promised or "").strip(),
    )
