"""The named conditions under which a step of a procedure applies; the data of the procedures uses these names."""

from __future__ import annotations

from enum import StrEnum

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
    NOT_FOLLOWING = "not_following"  # the council has not judged that the decision follows the advice
    MONTH_OPEN = "month_open"
    ADVICE_GIVEN = "advice_given"  # there is an advice to compare a decision with
    APPEAL_CHOSEN = "appeal_chosen"
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


def holds(condition: Condition, course: Course) -> bool:
    """Whether a condition holds in a course of events; never raises."""
    match condition:
        case Condition.OUTCOME_UNSENT:
            return not course.has(*OUTCOMES, FactKind.DECISION_NOTIFIED, FactKind.EXECUTED)
        case Condition.QUESTIONS_ASKED:
            return course.has(FactKind.QUESTIONS_ASKED)
        case Condition.EXPERT_ENGAGED:
            return course.has(FactKind.EXPERT_ANNOUNCED)
        case Condition.DECISION_KNOWN:
            return course.decision_known
        case Condition.DECISION_UNKNOWN:
            return not course.decision_known
        case Condition.ADVICE_STANDS:
            return not course.advice_waived
        case Condition.ADVICE_GIVEN:
            return FactKind.ADVICE_SENT in course.latest(*ADVICE_OUTCOMES)
        case Condition.NOT_FOLLOWING:
            return not course.judged_following
        case Condition.MONTH_OPEN:
            return course.month is not None and not course.month_over
        case Condition.EXECUTION_ADVICE_ASKED:
            return course.has(FactKind.EXECUTION_ADVICE_ASKED)
        case Condition.WITHDRAWN:
            return course.withdrawn
        case Condition.NO_AGREEMENT:
            return not course.has(FactKind.SETTLED)
        case _:
            return _rights_hold(condition, course)


def _rights_hold(condition: Condition, course: Course) -> bool:
    match condition:
        case Condition.APPEAL_CHOSEN:
            return course.appeal_chosen
        case Condition.APPEAL_FILED:
            return course.has(FactKind.APPEAL_FILED)
        case Condition.CONSENT_WAITS:
            return course.consent_conditional
        case Condition.CONSENT_NOT_WAITING:
            return not course.consent_conditional
        case Condition.CONSENT_REFUSED:
            return course.consent_refused
        case Condition.NO_CONSENT:
            return not course.consented
        case Condition.PERMISSION_ASKED:
            return course.has(FactKind.PERMISSION_ASKED)
        case Condition.NULLITY_CHOSEN:
            return course.has(FactKind.NULLITY_RESOLVED)
        case Condition.NULLITY_INVOKED:
            return course.has(FactKind.NULLITY_INVOKED)
        case Condition.NO_NULLITY:
            return not course.has(FactKind.NULLITY_INVOKED)
        case _:
            return False
