"""The six tabs of a dossier by name, and the tab on which each kind of item stands: screens lead each other there by these."""

from __future__ import annotations

from collections.abc import Mapping

SUMMARY, COURSE, DOCUMENTS = "summary", "course", "documents"
ASSESSMENT, DECISION, COMMITMENTS = "assessment", "decision", "commitments"
ORDER = (SUMMARY, COURSE, DOCUMENTS, ASSESSMENT, DECISION, COMMITMENTS)
"""From left to right."""

TAB_OF: Mapping[str, str] = {
    "requests": SUMMARY,
    "proposed_decisions": SUMMARY,
    "events": COURSE,
    "agreed_dates": COURSE,
    "letters": COURSE,
    "papers": DOCUMENTS,
    "sheets": DOCUMENTS,
    "questions": ASSESSMENT,
    "objections": ASSESSMENT,
    "considerations": ASSESSMENT,
    "alternatives": ASSESSMENT,
    "consequences": ASSESSMENT,
    "consultations": ASSESSMENT,
    "experts": ASSESSMENT,
    "conditions": DECISION,
    "decisions": DECISION,
    "resolutions": DECISION,
    "commitments": COMMITMENTS,
    "actions": COMMITMENTS,
}
"""Where the items of a collection are found; conditions stand beside the decision that answers them."""
