"""What asks for attention: each gap and contradiction is named, with its days, and stays until it is mended."""

from __future__ import annotations

from datetime import date

import pytest

from orapp.law.book import LawBook
from orapp.law.course import course_of
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.warning_codes import WARNING_FIELDS, WarningCode

F = FactKind
P = ProcedureKind
C = WarningCode
Row = tuple[str, FactKind]

# For each code: the procedure, the course that shows it, the day it is read (empty: the last day of the course).
SHOWN: dict[WarningCode, tuple[ProcedureKind, tuple[Row, ...], str]] = {
    C.NO_REQUEST: (P.ADVICE, (("2026-09-01", F.QUESTIONS_ASKED),), ""),
    C.BEFORE_RECEIPT: (P.ADVICE, (("2026-09-01", F.ACKNOWLEDGED), ("2026-09-02", F.RECEIVED)), ""),
    C.FUTURE_FACT: (P.ADVICE, (("2026-09-02", F.RECEIVED),), "2026-09-01"),
    C.CHANGED_NOT_JUDGED: (P.ADVICE, (("2026-09-01", F.TRIAGED), ("2026-09-02", F.REQUEST_CHANGED)), ""),
    C.OUTCOME_ON_OLD_VERSION: (P.ADVICE, (("2026-09-01", F.ADVICE_SENT), ("2026-09-02", F.REQUEST_CHANGED)), ""),
    C.ANSWERS_BEFORE_QUESTIONS: (P.ADVICE, (("2026-09-01", F.ANSWERS_RECEIVED), ("2026-09-02", F.QUESTIONS_ASKED)), ""),
    C.QUESTIONS_UNANSWERED: (P.ADVICE, (("2026-09-01", F.QUESTIONS_ASKED), ("2026-09-02", F.ADVICE_SENT)), ""),
    C.MEETING_MISSING: (P.CONSENT, (("2026-09-01", F.CONSENT_GIVEN), ("2026-09-02", F.CONSULTATION_MEETING)), ""),
    C.NOT_ADOPTED: (P.ADVICE, (("2026-09-01", F.ADVICE_SENT), ("2026-09-02", F.ADOPTED)), ""),
    C.NOT_SIGNED: (P.INITIATIVE, (("2026-09-01", F.ADOPTED), ("2026-09-02", F.SENT_BY_COUNCIL)), ""),
    C.ADVICE_GIVEN_UP: (P.ADVICE, (("2026-09-01", F.ADVICE_WAIVED),), ""),
    C.ADVICE_AND_WAIVER: (P.ADVICE, (("2026-09-01", F.ADVICE_WAIVED), ("2026-09-01", F.ADVICE_SENT)), ""),
    C.CONSENT_CONTRADICTION: (P.CONSENT, (("2026-09-01", F.CONSENT_GIVEN), ("2026-09-03", F.CONSENT_REFUSED)), ""),
    C.CONDITIONS_UNCONFIRMED: (P.CONSENT, (("2026-09-01", F.CONSENT_CONDITIONAL), ("2026-09-03", F.EXECUTED)), ""),
    C.EXPERT_COSTS_UNTOLD: (P.ADVICE, (("2026-09-01", F.EXPERT_REPORTED), ("2026-09-03", F.EXPERT_ANNOUNCED)), ""),
    C.DECISION_BEFORE_ADVICE: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.ADVICE_SENT)), ""),
    C.FOUND_OUT_WITHOUT_REQUEST: (P.FOUND_OUT, (("2026-09-01", F.FOUND_OUT), ("2026-09-03", F.RECEIVED)), ""),
    C.DECISION_SPOKEN: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED),), ""),
    C.REASONS_MISSING: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.JUDGED_DEVIATES)), ""),
    C.SECOND_START: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.DECISION_REASONED)), ""),
    C.JUDGEMENT_CONTRADICTION: (P.ADVICE, (("2026-09-01", F.JUDGED_FOLLOWS), ("2026-09-03", F.JUDGED_DEVIATES)), ""),
    C.JUDGED_WITHOUT_DECISION: (P.ADVICE, (("2026-09-01", F.JUDGED_FOLLOWS),), ""),
    C.EXECUTED_UNDECIDED: (P.ADVICE, (("2026-09-01", F.EXECUTED), ("2026-09-03", F.DECISION_NOTIFIED)), ""),
    C.EXECUTED_IN_SUSPENSION: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-10-01", F.EXECUTED)), ""),
    C.EXECUTED_WITHOUT_CONSENT: (P.CONSENT, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.EXECUTED)), ""),
    C.EXECUTION_ADVICE_MISSING: (P.ADVICE, (("2026-09-01", F.EXECUTION_ADVICE_ASKED), ("2026-09-03", F.EXECUTED)), ""),
    C.WAIVER_IS_NO_ACQUIESCENCE: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.SUSPENSION_WAIVED)), ""),
    C.APPEAL_CONTRADICTION: (P.ADVICE, (("2026-09-01", F.APPEAL_RESOLVED), ("2026-09-03", F.APPEAL_RENOUNCED)), ""),
    C.APPEAL_WITHOUT_LAWYER: (P.ADVICE, (("2026-09-01", F.APPEAL_RESOLVED),), ""),
    C.APPEAL_WITHOUT_RESOLUTION: (P.ADVICE, (("2026-09-01", F.APPEAL_FILED),), ""),
    C.APPEAL_NOT_FILED: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.APPEAL_RESOLVED)), "2026-10-02"),
    C.APPEAL_LATE: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-10-02", F.APPEAL_FILED)), ""),
    C.APPEAL_MONTH_PASSED: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED),), "2026-10-02"),
    C.NO_APPEAL_HERE: (P.APPOINTMENT, (("2026-09-01", F.APPEAL_RESOLVED),), ""),
    C.LAWYER_COSTS_UNTOLD: (P.ADVICE, (("2026-09-01", F.LAWYER_SPOKEN), ("2026-09-02", F.COSTS_ANNOUNCED)), ""),
    C.NULLITY_WITHOUT_RESOLUTION: (P.CONSENT, (("2026-09-01", F.NULLITY_INVOKED),), ""),
    C.NULLITY_NOT_INVOKED: (P.CONSENT, (("2026-09-01", F.EXECUTED), ("2026-09-03", F.NULLITY_RESOLVED)), "2026-10-02"),
    C.NULLITY_LATE: (P.CONSENT, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-10-02", F.NULLITY_INVOKED)), ""),
    C.NULLITY_MONTH_PASSED: (P.FOUND_OUT, (("2026-09-01", F.FOUND_OUT),), "2026-10-02"),
    C.NULLITY_DESPITE_CONSENT: (
        P.CONSENT,
        (("2026-09-01", F.CONSENT_GIVEN), ("2026-09-02", F.DECISION_NOTIFIED), ("2026-09-03", F.NULLITY_INVOKED)),
        "",
    ),
    C.PERMISSION_UNASKED: (P.CONSENT, (("2026-09-01", F.PERMISSION_RULED),), ""),
    C.WITHDRAWN_UNCONFIRMED: (P.ADVICE, (("2026-09-01", F.WITHDRAWN),), ""),
    C.EXECUTED_AFTER_WITHDRAWAL: (P.ADVICE, (("2026-09-01", F.WITHDRAWN), ("2026-09-03", F.EXECUTED)), ""),
    C.CLOSED_IN_THE_MONTH: (P.ADVICE, (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-03", F.CLOSED)), "2026-09-20"),
    C.MOVED_AFTER_CLOSING: (P.ADVICE, (("2026-09-01", F.CLOSED), ("2026-09-03", F.DECISION_NOTIFIED)), ""),
}


def fact(row: Row) -> Fact:
    bare = row[1] is F.DECISION_NOTIFIED
    return Fact(kind=row[1], on=date.fromisoformat(row[0]), written=False if bare else None, reasoned=False if bare else None)


def codes(book: LawBook, kind: ProcedureKind, rows: tuple[Row, ...], day: str = "") -> dict[WarningCode, str]:
    read_on = date.fromisoformat(day) if day else max((date.fromisoformat(row[0]) for row in rows), default=date(2026, 9, 1))
    found = book.procedures[kind].state([fact(row) for row in rows], read_on)
    return {warning.code: warning.text for warning in found.attention}


def test_every_code_has_its_course() -> None:
    assert set(SHOWN) == set(WarningCode)


@pytest.mark.parametrize("code", list(WarningCode))
def test_the_course_shows_the_warning(book: LawBook, code: WarningCode) -> None:
    kind, rows, day = SHOWN[code]
    found = codes(book, kind, rows, day)
    assert code in found
    assert "{" not in found[code]
    if WARNING_FIELDS.get(code):
        assert "2026" in found[code]


@pytest.mark.parametrize(
    ("code", "mended"),
    [
        (C.NO_REQUEST, ("2026-09-01", F.RECEIVED)),
        (C.CHANGED_NOT_JUDGED, ("2026-09-03", F.TRIAGED)),
        (C.MEETING_MISSING, ("2026-08-30", F.CONSULTATION_MEETING)),
        (C.NOT_ADOPTED, ("2026-09-01", F.ADOPTED)),
        (C.NOT_SIGNED, ("2026-09-02", F.SIGNED)),
        (C.CONSENT_CONTRADICTION, ("2026-09-02", F.REQUEST_CHANGED)),
        (C.CONDITIONS_UNCONFIRMED, ("2026-09-02", F.CONSENT_CONFIRMED)),
        (C.EXPERT_COSTS_UNTOLD, ("2026-08-30", F.EXPERT_ANNOUNCED)),
        (C.REASONS_MISSING, ("2026-09-03", F.DECISION_REASONED)),
        (C.EXECUTED_IN_SUSPENSION, ("2026-09-20", F.SUSPENSION_WAIVED)),
        (C.EXECUTED_IN_SUSPENSION, ("2026-09-20", F.JUDGED_FOLLOWS)),
        (C.EXECUTED_WITHOUT_CONSENT, ("2026-08-20", F.CONSENT_GIVEN)),
        (C.WAIVER_IS_NO_ACQUIESCENCE, ("2026-09-03", F.APPEAL_RENOUNCED)),
        (C.APPEAL_WITHOUT_LAWYER, ("2026-09-01", F.LAWYER_SPOKEN)),
        (C.APPEAL_NOT_FILED, ("2026-10-01", F.APPEAL_FILED)),
        (C.APPEAL_MONTH_PASSED, ("2026-09-20", F.JUDGED_FOLLOWS)),
        (C.NULLITY_MONTH_PASSED, ("2026-09-20", F.NULLITY_INVOKED)),
        (C.CLOSED_IN_THE_MONTH, ("2026-09-03", F.APPEAL_RENOUNCED)),
        (C.WITHDRAWN_UNCONFIRMED, ("2026-09-05", F.WITHDRAWAL_CONFIRMED)),
    ],
)
def test_it_goes_when_it_is_mended(book: LawBook, code: WarningCode, mended: Row) -> None:
    kind, rows, day = SHOWN[code]
    assert code not in codes(book, kind, (*rows, mended), day)


def test_a_conditional_consent_confirmed_late_still_means_execution_without_consent(book: LawBook) -> None:
    rows = (("2026-09-01", F.CONSENT_CONDITIONAL), ("2026-09-02", F.DECISION_NOTIFIED), ("2026-09-03", F.EXECUTED))
    assert C.EXECUTED_WITHOUT_CONSENT in codes(book, P.CONSENT, rows)


def test_a_refusal_followed_by_consent_to_a_new_version_is_no_contradiction(book: LawBook) -> None:
    rows = (("2026-09-01", F.CONSENT_REFUSED), ("2026-09-05", F.REQUEST_CHANGED), ("2026-09-09", F.CONSENT_GIVEN))
    assert C.CONSENT_CONTRADICTION not in codes(book, P.CONSENT, rows)


def test_execution_after_the_plain_month_is_not_called_a_breach(book: LawBook) -> None:
    rows = (("2026-06-19", F.DECISION_NOTIFIED), ("2026-07-20", F.EXECUTED))
    assert C.EXECUTED_IN_SUSPENSION not in codes(book, P.ADVICE, rows)
    assert C.EXECUTED_IN_SUSPENSION in codes(book, P.ADVICE, (rows[0], ("2026-07-19", F.EXECUTED)))


def test_nothing_says_that_the_appeal_is_over_while_a_later_start_may_be_defended(book: LawBook) -> None:
    rows = (("2026-09-01", F.DECISION_NOTIFIED), ("2026-09-20", F.DECISION_REASONED))
    found = book.procedures[P.ADVICE].state([fact(row) for row in rows], date(2026, 10, 10))
    assert found.next_step is not None
    assert found.next_step.key == "appeal"
    said = {warning.code for warning in found.attention}
    assert C.SECOND_START in said
    assert C.APPEAL_MONTH_PASSED not in said
    after = book.procedures[P.ADVICE].state([fact(row) for row in rows], date(2026, 10, 21)).attention
    assert C.APPEAL_MONTH_PASSED in {warning.code for warning in after}
    text = next(warning.text for warning in found.attention if warning.code is C.SECOND_START)
    assert "verdedigbaar, vraag een advocaat" in text
    assert "1 september 2026" in text


def test_nothing_says_that_nullity_is_over_on_a_disputed_last_day(book: LawBook) -> None:
    rows = [fact(("2026-04-30", F.DECISION_NOTIFIED))]  # 30 May 2026 is a Saturday, Monday 1 June is disputed
    for day, over in ((date(2026, 6, 1), False), (date(2026, 6, 2), True)):
        said = {warning.code for warning in book.procedures[P.CONSENT].state(rows, day).attention}
        assert (C.NULLITY_MONTH_PASSED in said) is over


def test_advice_that_was_given_up_after_the_decision_gives_up_no_appeal(book: LawBook) -> None:
    waived = ("2026-06-10", F.ADVICE_WAIVED)
    assert C.ADVICE_GIVEN_UP in codes(book, P.ADVICE, (waived, ("2026-06-19", F.DECISION_NOTIFIED)))
    assert C.ADVICE_GIVEN_UP not in codes(book, P.ADVICE, (("2026-06-02", F.DECISION_NOTIFIED), waived))


def test_a_judgement_does_not_cover_a_notice_that_came_after_it(book: LawBook) -> None:
    rows = [fact(("2026-09-01", F.DECISION_NOTIFIED)), fact(("2026-09-03", F.JUDGED_FOLLOWS))]
    later = fact(("2026-09-08", F.DECISION_REASONED))
    for facts, following in ((rows, True), ([*rows, later], False)):
        assert course_of(P.ADVICE, facts, date(2026, 9, 10), book.calendar).judged_following is following


def test_a_settlement_does_not_end_the_suspension(book: LawBook) -> None:
    rows = (("2026-06-19", F.DECISION_NOTIFIED), ("2026-06-25", F.SETTLED), ("2026-07-02", F.EXECUTED))
    assert C.EXECUTED_IN_SUSPENSION in codes(book, P.ADVICE, rows)


def test_an_appointment_before_the_advice_is_not_told_of_suspension_or_appeal(book: LawBook) -> None:
    assert C.DECISION_BEFORE_ADVICE not in codes(book, P.APPOINTMENT, (("2026-06-19", F.DECISION_NOTIFIED),))


def test_what_was_found_out_after_a_withdrawal_opens_the_month_again(book: LawBook) -> None:
    rows = [
        fact(row)
        for row in (
            ("2026-03-02", F.DECISION_NOTIFIED),
            ("2026-04-10", F.WITHDRAWN),
            ("2026-09-01", F.EXECUTED),
        )
    ]
    found = book.procedures[P.ADVICE].state(rows, date(2026, 9, 5))
    assert C.APPEAL_MONTH_PASSED not in {warning.code for warning in found.attention}


def test_what_holds_for_all_decisions_is_said_once(book: LawBook) -> None:
    rows = [
        Fact(kind=F.ADVICE_SENT, on=date(2026, 9, 1)),
        Fact(kind=F.DECISION_NOTIFIED, on=date(2026, 9, 8), decisions=("B1",)),
        Fact(kind=F.DECISION_NOTIFIED, on=date(2026, 9, 8), decisions=("B2",)),
        Fact(kind=F.EXECUTED, on=date(2026, 9, 9), decisions=("B2",)),
    ]
    found = book.procedures[P.ADVICE].state(rows, date(2026, 9, 10)).attention
    assert sum(1 for warning in found if warning.code is C.MEETING_MISSING) == 1
    assert next(warning for warning in found if warning.code is C.MEETING_MISSING).decisions == ()
    assert next(warning for warning in found if warning.code is C.EXECUTED_IN_SUSPENSION).text.startswith("B2: ")
