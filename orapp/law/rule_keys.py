"""The term rules of `resources/law` that the program itself speaks of, by their keys."""

from __future__ import annotations

APPEAL = "wor-26-2-beroep"
SUSPENSION = "wor-25-6-opschorting"
NULLITY = "wor-27-5-nietigheid"
CASSATION = "rv-426-1-cassatie-3m"
MEETING = "wor-23-1-overleg-2w"

CUSTOMARY = "customary-advice-6w"
AGREED_ADVICE = "agreed-advice"
AGREED_CONSENT = "agreed-consent"
ANSWER = "agreed-answer"
ASKED = "asked-answer"
OWN = "own-date"
COMMITMENT = "commitment-date"
CONDITION = "condition-date"
