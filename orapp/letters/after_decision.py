"""Letters on which a right hangs after a decision: nullity, suspension, appeal and its costs, waiver (A11, A12a to c)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.domain.course import first_day, told_by
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.derived import DeadlineState
from orapp.domain.requests import Outcome
from orapp.law.facts import ProcedureKind
from orapp.law.rule_keys import APPEAL, NULLITY, SUSPENSION
from orapp.letters.content import Block, LetterContent
from orapp.letters.decided_blocks import comparisons, decision, informed, knowledge
from orapp.letters.letter_fields import typed_value
from orapp.letters.matter import ground_kinds
from orapp.letters.pen import Pen
from orapp.letters.small_body import claims_too_much_consent
from orapp.letters.wording import day, listed, no_stop, number, one_line

_ON_A_DAY = frozenset({"refused", "conditional", "expired"})
_OBJECTS = re.compile(r"\b(?:maken|maakt) (?:hierbij |daarom )?bezwaar\b", re.IGNORECASE)


def arrival(pen: Pen) -> list[Block]:
    """The day on which a nullity letter must have arrived: the plain end of the month, for its extension is not settled."""
    month = pen.matter.month(NULLITY)
    if month is None:
        pen.ask("letter.nullity_month_unknown", "known")
        return []
    if pen.matter.dated > month.plain_end:
        # The letter never says itself that it is late: a later start of the month may be defended (practice.md 1.1).
        pen.ask("letter.nullity_month_passed", "known", until=day(month.plain_end), last=day(month.last_day))
        return []
    pen.ask("letter.nullity_must_arrive", "delivery", safe=day(month.act_by), until=day(month.plain_end))
    return [pen.paragraph("a11_arrival", until=month.plain_end)]


def invocation(pen: Pen) -> list[Block]:
    """The explicit sentence; conditional where 25 and 27 are in doubt, so that both rights are kept (practice.md 1.7)."""
    doubt = pen.holds("in_doubt")
    if doubt:
        pen.ask("letter.nullity_in_doubt", "invocation")
    return [pen.operative("a11_invocation_doubt" if doubt else "a11_invocation")]


def judged(pen: Pen) -> list[Block]:
    """That the council found the decision to deviate: its own resolution, never the program's (art. 25 lid 6)."""
    found = [one for one in _resolutions(pen, ResolutionKind.DEVIATES) if one.carried]
    if not found and pen.matter.kind == "A12a" and not pen.holds("none_advised"):
        pen.ask("letter.deviation_not_resolved", "comparison")
    return [pen.paragraph("a12_judged", one, on=one.on, codes=pen.matter.codes_of(one.decision_ids)) for one in found[-1:]]


def suspension(pen: Pen) -> list[Block]:
    """Until when the execution waits: the plain end, for a longer one is not certain (practice.md 1.3).

    A month that the planning counts from earlier knowledge is not dated: the duty runs from being informed (art. 25 lid 6), and
    a letter that counted from earlier would shorten it and state the start of the month for appeal.
    """
    month, codes = pen.matter.month(SUSPENSION), _deviating(pen)
    if month is None:
        pen.ask("letter.suspension_month_unknown", "suspension")
        return [pen.operative("a12_suspended_undated", codes=codes)]
    if pen.matter.dated > month.plain_end:
        pen.ask("letter.suspension_passed", "suspension", until=day(month.plain_end))
    elif month.state is DeadlineState.CLOSED:
        pen.ask("letter.suspension_closed", "suspension", why=no_stop(month.closed_because))
    _remind_of_appeal(pen, "suspension")
    told = informed(pen, pen.matter.decision) if pen.matter.decision is not None else None
    if told is None or told.on != month.start:
        pen.note("letter.suspension_undated", "suspension", until=day(month.plain_end))
        return [pen.operative("a12_suspended_undated", codes=codes)]
    return [pen.operative("a12_suspended", start=month.start, until=month.plain_end, codes=codes)]


def _deviating(pen: Pen) -> tuple[str, ...]:
    """The B's that the council found to deviate, where the decision is about more than those: each has its own month."""
    found = [one for one in _resolutions(pen, ResolutionKind.DEVIATES) if one.carried]
    ids = found[-1].decision_ids if found else ()
    return pen.matter.codes_of(ids) if set(ids) < _concerned(pen) else ()


def _concerned(pen: Pen) -> set[str]:
    """The ids of the B's that the director's decision is about; of the whole letter where it names none."""
    taken = pen.matter.decision
    return set(taken.decision_ids) if taken is not None and taken.decision_ids else {one.id for one in pen.matter.decisions}


def resolved(pen: Pen) -> list[Block]:
    """The resolution to appeal, with its meeting and votes (letters.md A12b)."""
    found = [one for one in _resolutions(pen, ResolutionKind.APPEAL) if one.carried]
    _remind_of_appeal(pen, "resolved")
    if not found:
        return [pen.operative("a12b_resolved", on=None, meeting="", votes="")]
    one = found[-1]
    votes = ""
    if one.votes_for is not None and one.votes_against is not None:
        votes = f"{number(one.votes_for)} stemmen voor en {number(one.votes_against)} tegen"
    return [pen.operative("a12b_resolved", one, on=one.on, meeting=one_line(one.meeting), votes=votes)]


def waiver(pen: Pen) -> list[Block]:
    """Letting the suspension lapse, and nothing else (practice.md 1.5)."""
    matter, found = pen.matter, [one for one in _resolutions(pen, ResolutionKind.WAIVE_SUSPENSION) if one.carried]
    told = matter.decision.decision_ids if matter.decision is not None else ()
    # Until it is adopted, a letter that names fewer of them says the same as it will then.
    mine = tuple(item_id for item_id in told if item_id in matter.order.decision_ids) or told
    concerned = found[-1].decision_ids if found else mine
    codes = matter.codes_of(concerned) if len(matter.decisions) + len(matter.others) > 1 else ()
    return [pen.operative("a12c_waiver", codes=codes)]


def appeal(pen: Pen) -> list[Block]:
    """That the right of appeal stays; that none will be filed only by a resolution of its own (practice.md 1.5).

    Until there is such a resolution the letter says that the right stays: a concept that leaves early gives up nothing.
    """
    letter = pen.matter.order.letter
    if typed_value(letter, "gives_up") != "appeal":
        _remind_of_appeal(pen, "appeal")
        return [pen.operative("a12c_appeal_kept")]
    found = _no_appeal(pen)
    if not found:
        pen.block("letter.no_appeal_without_resolution", "appeal")
        return [pen.operative("a12c_appeal_kept")]
    pen.ask("letter.gives_up_appeal", "appeal", on=day(found[-1].on))
    ids = found[-1].decision_ids
    # What the resolution does not name keeps its appeal (practice.md 1.6).
    codes = pen.matter.codes_of(ids) if set(ids) < _concerned(pen) else ()
    return [pen.operative("a12c_no_appeal", on=found[-1].on, codes=codes)]


def _no_appeal(pen: Pen) -> list[Resolution]:
    """The resolutions to file no appeal that stand: taken when all of the decision was told, and not followed by the contrary.

    They close no month that the planning does not see closed by them as well (practice.md 1.1, 1.6).
    """
    matter = pen.matter
    told = told_by(matter.dossier, matter.decision, matter.dated) if matter.decision is not None else None
    contrary = [one for one in _resolutions(pen, ResolutionKind.APPEAL) if one.carried]
    return [
        one
        for one in _resolutions(pen, ResolutionKind.NO_APPEAL)
        if one.carried and (told is None or told <= one.on) and not any(_takes_back(later, one) for later in contrary)
    ]


def _takes_back(later: Resolution, earlier: Resolution) -> bool:
    """Whether a resolution is as new as another, and about a B of the same decision."""
    named = later.decision_ids and earlier.decision_ids
    return later.on >= earlier.on and (not named or not set(later.decision_ids).isdisjoint(earlier.decision_ids))


def _remind_of_appeal(pen: Pen, place: str) -> None:
    """Beside the suspension always the appeal, and what missing it costs (practice.md 1.4)."""
    month = pen.matter.month(APPEAL)
    if month is None or not pen.matter.has_article_25:
        return
    if pen.matter.dated > month.last_day:
        pen.ask("letter.appeal_passed", place, last=day(month.last_day))
    elif month.state is not DeadlineState.CLOSED:
        pen.note("letter.appeal_runs", place, safe=day(month.act_by), last=day(month.last_day))


def _resolutions(pen: Pen, kind: ResolutionKind) -> list[Resolution]:
    """The resolutions of a kind that were taken about the decision of this letter by its date, and not before it was there."""
    matter = pen.matter
    since = first_day(matter.dossier, matter.decision) if matter.decision is not None else None
    mine = {item.id for item in matter.decisions} | set(matter.decision.decision_ids if matter.decision is not None else ())
    found = matter.of_request(matter.dossier.resolutions)
    return [
        one
        for one in found
        if one.kind is kind
        and matter.by_then(one.on)
        and (since is None or since <= one.on)
        and (not one.decision_ids or not mine or mine & set(one.decision_ids))
    ]


def check_nullity(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of a nullity letter (letters.md A11)."""
    from_27 = [key for key in pen.matter.all_grounds if key.startswith("27")]
    if not from_27:
        pen.block("letter.nullity_without_ground", "matter")
    if claims_too_much_consent(pen.matter.council.kind, pen.matter.all_grounds):
        pen.ask("letter.pvt_consent_limited", "matter")
    state = typed_value(pen.matter.order.letter, "consent_state")
    if state == "not_asked" and pen.matter.request.legal is ProcedureKind.CONSENT and pen.fields["received"]:
        pen.ask("letter.consent_was_asked", "consent", title=pen.matter.request.title)
    if state in {"refused", "conditional"} and pen.holds("any_granted") and not pen.holds("any_withheld"):
        pen.ask("letter.consent_was_given", "consent")
    if state in _ON_A_DAY and not pen.filled("consent_day"):
        pen.ask("letter.consent_day_missing", "consent")
    if any(_OBJECTS.search(text) for _, text in content.texts()):
        pen.ask("letter.nullity_objects", "invocation")
    if from_27 and len(ground_kinds(pen.matter.all_grounds)) == 1 and len(from_27) == 1 and not pen.filled("other_grounds"):
        pen.note("letter.nullity_one_ground", "matter")


def check_suspension(pen: Pen, content: LetterContent) -> None:
    """Suspension belongs to a right of advice that was not given up (practice.md 2)."""
    _check_right_of_advice(pen, "suspension")
    waived = pen.matter.decision_codes(pen.matter.with_outcome(Outcome.WAIVED))
    if waived:
        pen.block("letter.suspension_of_waived", "suspension", codes=listed(waived))


def check_appeal(pen: Pen, content: LetterContent) -> None:
    """An appeal rests on what the advice says, and its costs were told before they are made (letters.md A12)."""
    _check_right_of_advice(pen, "resolved")
    if pen.fields.get("f_estimate") == 0:
        pen.ask("letter.estimate_zero", "costs")
    waived = pen.matter.decision_codes(pen.matter.with_outcome(Outcome.WAIVED))
    if waived:
        pen.ask("letter.appeal_of_waived", "resolved", codes=listed(waived))
    for item in pen.matter.objections:
        if any(one.letter == "A9" and not one.included for one in item.letters[-1:]):
            pen.ask("letter.appeal_not_in_advice", "resolved", code=pen.matter.code(item))


def check_waiver(pen: Pen, content: LetterContent) -> None:
    """Letting the suspension lapse while there is one (letters.md A12c)."""
    _check_right_of_advice(pen, "waiver")
    month = pen.matter.month(SUSPENSION)
    if month is not None and pen.matter.dated > month.plain_end:
        pen.ask("letter.suspension_passed", "waiver", until=day(month.plain_end))


def _check_right_of_advice(pen: Pen, place: str) -> None:
    if pen.matter.all_grounds and not any(key.startswith("25") or key == "32" for key in pen.matter.all_grounds):
        pen.ask("letter.suspension_without_ground", place)


DECIDED: Mapping[str, Callable[[Pen], list[Block]]] = {
    "decision": decision,
    "knowledge": knowledge,
    "comparisons": comparisons,
    "judged": judged,
}
"""What tells of a decision of the director, for every letter that answers one."""

SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType(
    {
        "A11": {"decision": decision, "knowledge": knowledge, "arrival": arrival, "invocation": invocation},
        "A12a": {**DECIDED, "suspension": suspension},
        "A12b": {**DECIDED, "resolved": resolved},
        "A12c": {**DECIDED, "waiver": waiver, "appeal": appeal},
    }
)
"""What fills the sections of these letters beside what all share, by kind; each kind stands here, if only with nothing."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType(
    {"A11": check_nullity, "A12a": check_suspension, "A12b": check_appeal, "A12c": check_waiver}
)
"""What is looked at in these letters beside what every letter shares."""
