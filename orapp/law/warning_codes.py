"""The codes of what may ask for attention in a procedure, and the fields that each sentence may name."""

from __future__ import annotations

from enum import StrEnum


class WarningCode(StrEnum):
    """A gap or a contradiction; the comment says what was seen."""

    # the request
    NO_REQUEST = "no_request"  # steps of a request, but no receipt
    BEFORE_RECEIPT = "before_receipt"  # the council acted on a day before the receipt
    FUTURE_FACT = "future_fact"
    CHANGED_NOT_JUDGED = "changed_not_judged"
    OUTCOME_ON_OLD_VERSION = "outcome_on_old_version"
    ANSWERS_BEFORE_QUESTIONS = "answers_before_questions"
    QUESTIONS_UNANSWERED = "questions_unanswered"  # the outcome was sent all the same
    # the council's answer
    MEETING_MISSING = "meeting_missing"
    NOT_ADOPTED = "not_adopted"
    NOT_SIGNED = "not_signed"
    ADVICE_GIVEN_UP = "advice_given_up"
    ADVICE_AND_WAIVER = "advice_and_waiver"
    CONSENT_CONTRADICTION = "consent_contradiction"
    CONDITIONS_UNCONFIRMED = "conditions_unconfirmed"
    EXPERT_COSTS_UNTOLD = "expert_costs_untold"
    # the decision
    DECISION_BEFORE_ADVICE = "decision_before_advice"
    FOUND_OUT_WITHOUT_REQUEST = "found_out_without_request"
    DECISION_SPOKEN = "decision_spoken"
    REASONS_MISSING = "reasons_missing"
    SECOND_START = "second_start"
    JUDGEMENT_CONTRADICTION = "judgement_contradiction"
    JUDGED_WITHOUT_DECISION = "judged_without_decision"
    EXECUTED_UNDECIDED = "executed_undecided"
    EXECUTED_IN_SUSPENSION = "executed_in_suspension"
    EXECUTED_WITHOUT_CONSENT = "executed_without_consent"
    EXECUTION_ADVICE_MISSING = "execution_advice_missing"
    # rights
    WAIVER_IS_NO_ACQUIESCENCE = "waiver_is_no_acquiescence"
    APPEAL_CONTRADICTION = "appeal_contradiction"
    APPEAL_WITHOUT_LAWYER = "appeal_without_lawyer"
    APPEAL_WITHOUT_RESOLUTION = "appeal_without_resolution"
    APPEAL_NOT_FILED = "appeal_not_filed"
    APPEAL_LATE = "appeal_late"
    APPEAL_MONTH_PASSED = "appeal_month_passed"
    NO_APPEAL_HERE = "no_appeal_here"
    LAWYER_COSTS_UNTOLD = "lawyer_costs_untold"
    NULLITY_WITHOUT_RESOLUTION = "nullity_without_resolution"
    NULLITY_NOT_INVOKED = "nullity_not_invoked"
    NULLITY_LATE = "nullity_late"
    NULLITY_MONTH_PASSED = "nullity_month_passed"
    NULLITY_DESPITE_CONSENT = "nullity_despite_consent"
    PERMISSION_UNASKED = "permission_unasked"
    # the end
    WITHDRAWN_UNCONFIRMED = "withdrawn_unconfirmed"
    EXECUTED_AFTER_WITHDRAWAL = "executed_after_withdrawal"
    CLOSED_IN_THE_MONTH = "closed_in_the_month"
    MOVED_AFTER_CLOSING = "moved_after_closing"


C = WarningCode

WARNING_FIELDS: dict[WarningCode, tuple[str, ...]] = {
    C.BEFORE_RECEIPT: ("day", "received"),
    C.FUTURE_FACT: ("day",),
    C.CHANGED_NOT_JUDGED: ("day",),
    C.OUTCOME_ON_OLD_VERSION: ("day", "changed"),
    C.ANSWERS_BEFORE_QUESTIONS: ("day",),
    C.MEETING_MISSING: ("day",),
    C.NOT_ADOPTED: ("day",),
    C.NOT_SIGNED: ("day",),
    C.ADVICE_GIVEN_UP: ("day",),
    C.DECISION_BEFORE_ADVICE: ("day",),
    C.FOUND_OUT_WITHOUT_REQUEST: ("day",),
    C.DECISION_SPOKEN: ("day",),
    C.SECOND_START: ("safe", "day"),
    C.EXECUTED_UNDECIDED: ("day",),
    C.EXECUTED_IN_SUSPENSION: ("day", "until"),
    C.EXECUTED_WITHOUT_CONSENT: ("day",),
    C.APPEAL_NOT_FILED: ("until",),
    C.APPEAL_LATE: ("day", "until"),
    C.APPEAL_MONTH_PASSED: ("until",),
    C.NULLITY_NOT_INVOKED: ("until",),
    C.NULLITY_LATE: ("day", "until"),
    C.NULLITY_MONTH_PASSED: ("until",),
    C.EXECUTED_AFTER_WITHDRAWAL: ("day", "withdrawn"),
    C.CLOSED_IN_THE_MONTH: ("closed", "until"),
    C.MOVED_AFTER_CLOSING: ("day", "closed"),
}
