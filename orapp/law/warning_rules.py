"""Finds gaps and contradictions in a course of events; each rule names the days that its sentence shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from orapp.law.course import ADVICE_OUTCOMES, OUTCOMES, REOPENING, Course
from orapp.law.facts import FactKind as F
from orapp.law.facts import ProcedureKind
from orapp.law.warning_codes import WarningCode as C

Finding = tuple[C, dict[str, dt.date]]
Rule = Callable[[Course], Iterator[Finding]]

REQUESTED = (ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.APPOINTMENT)
WITH_APPEAL = (ProcedureKind.ADVICE, ProcedureKind.FOUND_OUT)
WITH_NULLITY = (ProcedureKind.CONSENT, ProcedureKind.FOUND_OUT)
ON_A_REQUEST = (F.ACKNOWLEDGED, F.COMPLETENESS_JUDGED, F.QUESTIONS_ASKED, F.VIEW_FORMED, F.ADOPTED, *OUTCOMES)
SENT_OUTCOMES = (F.ADVICE_SENT, F.CONSENT_GIVEN, F.CONSENT_CONDITIONAL, F.CONSENT_REFUSED)


def found_in(course: Course) -> Iterator[Finding]:
    """Every finding, in the order of the procedure; never raises."""
    for rule in RULES:
        yield from rule(course)


def _request(course: Course) -> Iterator[Finding]:
    later = [fact.on for fact in course.facts if fact.on > course.today]
    if later:
        yield C.FUTURE_FACT, {"day": later[0]}
    if course.procedure not in REQUESTED:
        return
    received = course.first(F.RECEIVED)
    acted = course.first(*ON_A_REQUEST)
    if received is None:
        if acted is not None:
            yield C.NO_REQUEST, {}
    elif acted is not None and acted < received:
        yield C.BEFORE_RECEIPT, {"day": acted, "received": received}


def _versions(course: Course) -> Iterator[Finding]:
    changed = course.last(F.REQUEST_CHANGED)
    if changed is None:
        return
    judged = course.last(F.TRIAGED, F.COMPLETENESS_JUDGED, F.CONSENT_CONFIRMED)
    if judged is None or judged < changed:
        yield C.CHANGED_NOT_JUDGED, {"day": changed}
    sent = course.last(*SENT_OUTCOMES, F.CANNOT_ADVISE_SENT)
    if sent is not None and sent < changed and not course.after(sent, F.CONSENT_CONFIRMED):
        yield C.OUTCOME_ON_OLD_VERSION, {"day": sent, "changed": changed}


def _questions(course: Course) -> Iterator[Finding]:
    asked = course.first(F.QUESTIONS_ASKED, F.SENT_BY_COUNCIL)
    answered = course.first(F.ANSWERS_RECEIVED)
    if answered is not None and (asked is None or answered < asked):
        yield C.ANSWERS_BEFORE_QUESTIONS, {"day": answered}
    if answered is None and course.has(F.QUESTIONS_ASKED) and course.has(*SENT_OUTCOMES):
        yield C.QUESTIONS_UNANSWERED, {}
    if course.has(F.EXPERT_REPORTED) and not course.by(course.first(F.EXPERT_REPORTED) or course.today, F.EXPERT_ANNOUNCED):
        yield C.EXPERT_COSTS_UNTOLD, {}


def _answer(course: Course) -> Iterator[Finding]:
    outcome = F.INITIATIVE_ANSWERED if course.procedure is ProcedureKind.INITIATIVE else None
    sent = course.first(outcome) if outcome is not None else course.first(*SENT_OUTCOMES)
    if sent is not None and not course.by(sent, F.CONSULTATION_MEETING):
        yield C.MEETING_MISSING, {"day": sent}
    own = course.first(F.SENT_BY_COUNCIL) if outcome is not None else course.first(*OUTCOMES)
    if own is not None:
        if not course.by(own, F.ADOPTED):
            yield C.NOT_ADOPTED, {"day": own}
        if not course.by(own, F.SIGNED):
            yield C.NOT_SIGNED, {"day": own}
    waived = course.last(F.ADVICE_WAIVED)
    if waived is not None:
        if course.advice_waived:
            yield C.ADVICE_GIVEN_UP, {"day": waived}
        if course.has(F.ADVICE_SENT, F.CANNOT_ADVISE_SENT):
            yield C.ADVICE_AND_WAIVER, {}


def _consent(course: Course) -> Iterator[Finding]:
    given = course.last(F.CONSENT_GIVEN)
    refused = course.last(F.CONSENT_REFUSED)
    if given is not None and refused is not None:
        first, second = sorted((given, refused))
        changed = any(first <= fact.on <= second for fact in course.of(F.REQUEST_CHANGED))
        if not changed:
            yield C.CONSENT_CONTRADICTION, {}
    if course.consent_conditional and course.has(F.DECISION_NOTIFIED, F.EXECUTED):
        yield C.CONDITIONS_UNCONFIRMED, {}
    if course.has(F.PERMISSION_RULED) and not course.has(F.PERMISSION_ASKED):
        yield C.PERMISSION_UNASKED, {}


def _decision(course: Course) -> Iterator[Finding]:
    decided = course.first(F.DECISION_NOTIFIED)
    asked = course.procedure is ProcedureKind.ADVICE  # art. 30 knows neither suspension nor appeal
    if decided is not None and asked and not course.by(decided, *ADVICE_OUTCOMES):
        yield C.DECISION_BEFORE_ADVICE, {"day": decided}
    found = course.first(F.FOUND_OUT)
    if found is not None and not course.by(found, F.RECEIVED):
        yield C.FOUND_OUT_WITHOUT_REQUEST, {"day": found}
    notices = course.of(F.DECISION_NOTIFIED)
    in_writing = any(fact.written for fact in course.of(F.DECISION_REASONED))
    if notices and not in_writing and all(fact.written is False for fact in notices):
        yield C.DECISION_SPOKEN, {"day": notices[0].on}
    reasoned = course.has(F.DECISION_REASONED) or any(fact.reasoned for fact in notices)
    if course.has(F.JUDGED_DEVIATES) and not reasoned and any(fact.reasoned is False for fact in notices):
        yield C.REASONS_MISSING, {}
    month = course.month
    later = course.last(F.DECISION_NOTIFIED, F.DECISION_REASONED)
    if month is not None and later is not None and later > month.start:
        yield C.SECOND_START, {"safe": month.start, "day": later}


def _judgement(course: Course) -> Iterator[Finding]:
    if course.has(F.JUDGED_DEVIATES) and course.has(F.JUDGED_FOLLOWS):
        yield C.JUDGEMENT_CONTRADICTION, {}
    if course.has(F.JUDGED_DEVIATES, F.JUDGED_FOLLOWS) and not course.decision_known:
        yield C.JUDGED_WITHOUT_DECISION, {}
    if course.procedure is ProcedureKind.APPOINTMENT and course.has(
        F.SUSPENSION_WAIVED, F.APPEAL_RESOLVED, F.APPEAL_RENOUNCED, F.APPEAL_FILED
    ):
        yield C.NO_APPEAL_HERE, {}


def _execution(course: Course) -> Iterator[Finding]:
    executed = course.first(F.EXECUTED)
    if executed is None:
        return
    if course.procedure in REQUESTED and not course.by(executed, F.DECISION_NOTIFIED):
        yield C.EXECUTED_UNDECIDED, {"day": executed}
    decided = course.first(F.DECISION_NOTIFIED)
    month = course.month
    protected = not (course.judged_following or course.advice_waived or course.by(executed, F.SUSPENSION_WAIVED))
    suspended = course.procedure is ProcedureKind.ADVICE and decided is not None and protected
    if suspended and month is not None and month.start <= executed <= month.plain_end:
        yield C.EXECUTED_IN_SUSPENSION, {"day": executed, "until": month.plain_end}
    if course.procedure is ProcedureKind.CONSENT and not course.consented and not course.by(executed, F.PERMISSION_RULED):
        yield C.EXECUTED_WITHOUT_CONSENT, {"day": executed}
    if course.has(F.EXECUTION_ADVICE_ASKED) and not course.has(F.EXECUTION_ADVISED):
        yield C.EXECUTION_ADVICE_MISSING, {}


def _appeal(course: Course) -> Iterator[Finding]:
    if course.procedure not in WITH_APPEAL:
        return
    month = course.month
    spoken = course.has(F.APPEAL_RESOLVED, F.APPEAL_RENOUNCED, F.APPEAL_FILED)
    if course.has(F.SUSPENSION_WAIVED) and not spoken and not course.month_over:
        yield C.WAIVER_IS_NO_ACQUIESCENCE, {}
    if course.has(F.APPEAL_RESOLVED) and course.has(F.APPEAL_RENOUNCED):
        yield C.APPEAL_CONTRADICTION, {}
    if course.has(F.APPEAL_RESOLVED, F.APPEAL_FILED) and not course.has(F.LAWYER_SPOKEN):
        yield C.APPEAL_WITHOUT_LAWYER, {}
    filed = course.first(F.APPEAL_FILED)
    if filed is not None and not course.by(filed, F.APPEAL_RESOLVED):
        yield C.APPEAL_WITHOUT_RESOLUTION, {}
    if month is None:
        return
    if filed is not None and filed > month.last_day:
        yield C.APPEAL_LATE, {"day": filed, "until": month.last_day}
    if filed is None and course.today > month.last_day and not course.has(F.SETTLED):
        if course.appeal_chosen:
            yield C.APPEAL_NOT_FILED, {"until": month.last_day}
        elif course.month_over and not (spoken or course.judged_following or course.advice_waived):
            yield C.APPEAL_MONTH_PASSED, {"until": month.last_day}


def _costs(course: Course) -> Iterator[Finding]:
    lawyer = course.first(F.LAWYER_SPOKEN)
    if lawyer is not None and not course.by(lawyer, F.COSTS_ANNOUNCED):
        yield C.LAWYER_COSTS_UNTOLD, {}


def _nullity(course: Course) -> Iterator[Finding]:
    invoked = course.first(F.NULLITY_INVOKED)
    if invoked is not None and not course.by(invoked, F.NULLITY_RESOLVED):
        yield C.NULLITY_WITHOUT_RESOLUTION, {}
    month = course.month
    if course.procedure not in WITH_NULLITY or month is None:
        return
    if invoked is not None:
        if invoked > month.plain_end:
            yield C.NULLITY_LATE, {"day": invoked, "until": month.plain_end}
        if course.consented:
            yield C.NULLITY_DESPITE_CONSENT, {}
    elif course.today > month.plain_end and not course.consented and not course.has(F.SETTLED, F.PERMISSION_RULED):
        if course.has(F.NULLITY_RESOLVED):
            yield C.NULLITY_NOT_INVOKED, {"until": month.plain_end}
        elif course.month_over:  # a letter on a disputed last day may still be in time: nothing may say that it is over
            yield C.NULLITY_MONTH_PASSED, {"until": month.plain_end}


def _end(course: Course) -> Iterator[Finding]:
    withdrawn = course.last(F.WITHDRAWN)
    if withdrawn is not None:
        if not course.has(F.WITHDRAWAL_CONFIRMED):
            yield C.WITHDRAWN_UNCONFIRMED, {}
        executed = course.last(F.EXECUTED, F.FOUND_OUT)
        if executed is not None and executed > withdrawn:
            yield C.EXECUTED_AFTER_WITHDRAWAL, {"day": executed, "withdrawn": withdrawn}
    closed = course.last(F.CLOSED)
    moved = course.last(*REOPENING)
    if closed is not None and moved is not None and moved > closed:
        yield C.MOVED_AFTER_CLOSING, {"day": moved, "closed": closed}
    month = course.month
    if closed is not None and month is not None and month.start <= course.today <= month.plain_end and _undecided(course):
        yield C.CLOSED_IN_THE_MONTH, {"closed": closed, "until": month.plain_end}


def _undecided(course: Course) -> bool:
    """Whether a right of this procedure still waits for a resolution of the council."""
    appeal = course.procedure in WITH_APPEAL and not (
        course.judged_following or course.advice_waived or course.has(F.APPEAL_RESOLVED, F.APPEAL_RENOUNCED, F.APPEAL_FILED)
    )
    nullity = course.procedure is ProcedureKind.CONSENT and not (
        course.consented or course.has(F.NULLITY_RESOLVED, F.NULLITY_INVOKED)
    )
    return course.closed and (appeal or nullity)


RULES: tuple[Rule, ...] = (
    _request,
    _versions,
    _questions,
    _answer,
    _consent,
    _decision,
    _judgement,
    _execution,
    _appeal,
    _costs,
    _nullity,
    _end,
)
