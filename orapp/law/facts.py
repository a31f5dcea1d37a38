"""What can happen in a procedure, in the words of the act: the vocabulary that dossiers and the law share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ProcedureKind(StrEnum):
    """The procedures of the Works Councils Act (WOR) that the program follows step by step."""

    ADVICE = "advice"  # art. 25
    CONSENT = "consent"  # art. 27
    INITIATIVE = "initiative"  # art. 23 lid 3
    INFORMATION = "information"  # art. 31 lid 1
    APPOINTMENT = "appointment"  # art. 30
    FOUND_OUT = "found_out"  # a decision or its execution came to light without a request


class Party(StrEnum):
    """Who must act, or who acted."""

    COUNCIL = "council"
    DIRECTOR = "director"
    ENTREPRENEUR = "entrepreneur"
    COURT = "court"
    NOBODY = "nobody"


class FactKind(StrEnum):
    """One thing that happened on one day. Facts are never refused: any kind, in any order."""

    ANNOUNCED = "announced"  # art. 24 lid 1
    RECEIVED = "received"  # the request came in (advice, consent, appointment)
    SENT_BY_COUNCIL = "sent_by_council"  # initiative or information request left the council
    FOUND_OUT = "found_out"  # a member knew of a decision, or saw its execution, without a request
    ACKNOWLEDGED = "acknowledged"
    TRIAGED = "triaged"  # which body, 25 or 27, 46d, LO, B1..n
    TEAM_FORMED = "team_formed"
    COMPLETENESS_JUDGED = "completeness_judged"
    QUESTIONS_ASKED = "questions_asked"
    ANSWERS_RECEIVED = "answers_received"
    REQUEST_CHANGED = "request_changed"  # a new version
    MEETING_REQUESTED = "meeting_requested"  # a reasoned request for a consultation meeting, art. 23 lid 1
    CONSULTATION_MEETING = "consultation_meeting"  # overlegvergadering, art. 25 lid 4, 27 lid 2, 23 lid 3
    STAFF_CONSULTED = "staff_consulted"
    EXPERT_ANNOUNCED = "expert_announced"  # art. 22 lid 2
    EXPERT_REPORTED = "expert_reported"
    VIEW_FORMED = "view_formed"
    CONCEPT_SENT = "concept_sent"
    REACTION_RECEIVED = "reaction_received"
    COMMITMENTS_RECORDED = "commitments_recorded"
    ADOPTED = "adopted"  # the council voted on the text
    SIGNED = "signed"
    ADVICE_SENT = "advice_sent"
    CANNOT_ADVISE_SENT = "cannot_advise_sent"  # "nog niet kunnen adviseren"
    ADVICE_WAIVED = "advice_waived"  # afgezien van advies
    CONSENT_GIVEN = "consent_given"
    CONSENT_CONDITIONAL = "consent_conditional"  # no consent as long as V1.. are not in the rule
    CONSENT_REFUSED = "consent_refused"
    CONSENT_CONFIRMED = "consent_confirmed"  # the council confirmed that the conditions are in version n
    INITIATIVE_ANSWERED = "initiative_answered"  # art. 23 lid 3
    DECISION_NOTIFIED = "decision_notified"  # art. 25 lid 5, 27 lid 2
    DECISION_REASONED = "decision_reasoned"  # later reasons for deviating: a second, arguable start
    JUDGED_DEVIATES = "judged_deviates"  # resolution of the council
    JUDGED_FOLLOWS = "judged_follows"  # resolution of the council
    SUSPENSION_WAIVED = "suspension_waived"  # art. 25 lid 6, resolution
    COSTS_ANNOUNCED = "costs_announced"  # art. 22 lid 2, litigation
    LAWYER_SPOKEN = "lawyer_spoken"
    APPEAL_RESOLVED = "appeal_resolved"  # resolution to appeal
    APPEAL_RENOUNCED = "appeal_renounced"  # resolution not to appeal
    APPEAL_FILED = "appeal_filed"  # petition received by the Enterprise Chamber
    NULLITY_RESOLVED = "nullity_resolved"
    NULLITY_INVOKED = "nullity_invoked"  # the letter reached the ondernemer, art. 27 lid 5
    PERMISSION_ASKED = "permission_asked"  # art. 27 lid 4
    PERMISSION_RULED = "permission_ruled"
    RULING = "ruling"  # Enterprise Chamber or kantonrechter
    CASSATION_FILED = "cassation_filed"
    SETTLED = "settled"  # talks ended in an agreement (also: the director undid the decision)
    EXECUTION_ADVICE_ASKED = "execution_advice_asked"  # art. 25 lid 5, last sentence
    EXECUTION_ADVISED = "execution_advised"
    EXECUTED = "executed"
    EVALUATED = "evaluated"
    WITHDRAWN = "withdrawn"  # the request was withdrawn
    WITHDRAWAL_CONFIRMED = "withdrawal_confirmed"  # in writing
    CLOSED = "closed"
    OTHER = "other"  # an event that moves no procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that happened.

    `source` names the item or paper that shows it, `decisions` the codes (B1 ..) that it concerns; none means all of
    the request. `reasoned` and `written` say how a notice of a decision was given, where that is known. `against` names the
    decisions of the director (or what first told of them) whose month this act uses; none means that it was not said.
    """

    kind: FactKind
    on: date
    source: str = ""
    decisions: tuple[str, ...] = ()
    reasoned: bool | None = None
    written: bool | None = None
    against: tuple[str, ...] = ()
