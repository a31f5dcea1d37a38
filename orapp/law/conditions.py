"""The named conditions under which a step of a procedure applies; the data of the procedures uses these names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from orapp.law.course import ADVICE_OUTCOMES, OUTCOMES, Course
from orapp.law.facts import FactKind


class Condition(StrEnum):
    """What must hold before a step applies."""

    OUTCOME_UNSENT = "outcome_unsent"  # neither the council nor the director has decided
    QUESTIONS_ASKED = "questions_asked"
    EXPERT_ENGAGED = "expert_engaged"
    DECISION_KNOWN = "decision_known"
    DECISION_UNKNOWN = "decision_unknown"
    ADVICE_STANDS = "advice_stands"  # not expressly given up
    CANNOT_ADVISE = "cannot_advise"  # the council's last word is that it cannot advise yet
    NOT_FOLLOWING = "not_following"  # the council has not judged that the decision follows the advice
    MONTH_OPEN = "month_open"
    ADVICE_GIVEN = "advice_given"  # there is an advice to compare a decision with
    APPEAL_CHOSEN = "appeal_chosen"
    APPEAL_NOT_CHOSEN = "appeal_not_chosen"
    APPEAL_FILED = "appeal_filed"
    EXECUTION_ADVICE_ASKED = "execution_advice_asked"
    CONSENT_WAITS = "consent_waits"  # conditional, and not yet confirmed
    CONSENT_REFUSED = "consent_refused"
    CONSENT_NOT_WAITING = "consent_not_waiting"
    NO_CONSENT = "no_consent"
    PERMISSION_ASKED = "permission_asked"
    NULLITY_CHOSEN = "nullity_chosen"
    NULLITY_INVOKED = "nullity_invoked"
    NO_NULLITY = "no_nullity"
    NO_AGREEMENT = "no_agreement"  # no settlement was reached
    WITHDRAWN = "withdrawn"


PREDICATES: Mapping[Condition, Callable[[Course], bool]] = MappingProxyType(
    {
        Condition.OUTCOME_UNSENT: lambda course: not course.has(*OUTCOMES, FactKind.DECISION_NOTIFIED, FactKind.EXECUTED),
        Condition.QUESTIONS_ASKED: lambda course: course.has(FactKind.QUESTIONS_ASKED),
        Condition.EXPERT_ENGAGED: lambda course: course.has(FactKind.EXPERT_ANNOUNCED),
        Condition.DECISION_KNOWN: lambda course: course.decision_known,
        Condition.DECISION_UNKNOWN: lambda course: not course.decision_known,
        Condition.ADVICE_STANDS: lambda course: not course.advice_waived,
        Condition.ADVICE_GIVEN: lambda course: FactKind.ADVICE_SENT in course.latest(*ADVICE_OUTCOMES),
        Condition.CANNOT_ADVISE: lambda course: course.latest(*ADVICE_OUTCOMES) == {FactKind.CANNOT_ADVISE_SENT},
        Condition.NOT_FOLLOWING: lambda course: not course.judged_following,
        Condition.MONTH_OPEN: lambda course: course.month is not None and not course.month_over,
        Condition.APPEAL_CHOSEN: lambda course: course.appeal_chosen,
        Condition.APPEAL_NOT_CHOSEN: lambda course: not course.appeal_chosen,
        Condition.APPEAL_FILED: lambda course: course.has(FactKind.APPEAL_FILED),
        Condition.EXECUTION_ADVICE_ASKED: lambda course: course.has(FactKind.EXECUTION_ADVICE_ASKED),
        Condition.CONSENT_WAITS: lambda course: course.consent_conditional,
        Condition.CONSENT_NOT_WAITING: lambda course: not course.consent_conditional,
        Condition.CONSENT_REFUSED: lambda course: course.consent_refused,
        Condition.NO_CONSENT: lambda course: not course.consented,
        Condition.PERMISSION_ASKED: lambda course: course.has(FactKind.PERMISSION_ASKED),
        Condition.NULLITY_CHOSEN: lambda course: course.has(FactKind.NULLITY_RESOLVED),
        Condition.NULLITY_INVOKED: lambda course: course.has(FactKind.NULLITY_INVOKED),
        Condition.NO_NULLITY: lambda course: not course.has(FactKind.NULLITY_INVOKED),
        Condition.NO_AGREEMENT: lambda course: not course.has(FactKind.SETTLED),
        Condition.WITHDRAWN: lambda course: course.withdrawn,
    }
)


def holds(condition: Condition, course: Course) -> bool:
    """Whether a condition holds in a course of events; never raises."""
    return PREDICATES[condition](course)
