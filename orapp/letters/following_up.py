"""Letters that follow a decision up: expert, execution, not asked, reaction, aftercare (A13, A15, A19a, A19c, A19d)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.domain.assessment import Expert
from orapp.domain.decisions import TakenOver
from orapp.domain.derived import DeadlineState
from orapp.domain.items import Item
from orapp.domain.letters import StrategicGoal
from orapp.domain.papers import Sheet
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.law.facts import FactKind
from orapp.law.rule_keys import APPEAL, NULLITY
from orapp.letters import assessment_blocks
from orapp.letters.after_decision import DECIDED
from orapp.letters.content import Block, LetterContent, Table
from orapp.letters.letter_fields import typed_rows, typed_value
from orapp.letters.matter import Matter, cite
from orapp.letters.pen import Pen
from orapp.letters.wording import day, listed, one_line

_DONE = frozenset({CommitmentState.KEPT, CommitmentState.REPLACED})
_NOT = "nee"
_ARTICLES = {"advice": ("25",), "consent": ("27",), "both": ("25", "27")}


def expert_of(matter: Matter) -> Expert | None:
    """The expert of the letter: the one it was begun from, else the last of the request."""
    chosen = next((item for item in matter.about if isinstance(item, Expert)), None)
    found = matter.of_request(matter.dossier.experts)
    return chosen or (found[-1] if found else None)


def assignment(pen: Pen) -> list[Block]:
    """Who the expert is and what is asked of it (art. 16)."""
    expert = expert_of(pen.matter)
    if expert is None or not expert.name.strip():
        pen.block("letter.expert_missing", "assignment")
        return []
    if not expert.assignment.strip():
        pen.ask("letter.expert_without_assignment", "assignment", name=expert.name)
    return [pen.paragraph("a13_assignment", expert, name=one_line(expert.name), assignment=one_line(expert.assignment))]


def costs(pen: Pen) -> list[Block]:
    """The sentence that the costs are announced beforehand (art. 22 lid 2), or stand in the budget (art. 22 lid 4)."""
    expert, budget = expert_of(pen.matter), typed_value(pen.matter.order.letter, "budget")
    if expert is None or budget not in {"announced", "budget"}:
        return []
    if expert.maximum_cents is None:
        pen.block("letter.expert_without_maximum", "costs", name=expert.name)
        return []
    if expert.reported_on is not None and expert.reported_on <= pen.matter.dated:
        pen.ask("letter.expert_already_working", "costs", name=expert.name, on=day(expert.reported_on))
    if expert.announced_on is not None and expert.announced_on < pen.matter.dated:
        pen.note("letter.expert_announced_before", "costs", on=day(expert.announced_on))
    return [pen.operative(f"a13_{budget}", expert, maximum=expert.maximum_cents)]


def advised(pen: Pen) -> list[Block]:
    """When the council advised on the decision itself."""
    days = tuple(dict.fromkeys(day(event.on) for event in pen.matter.events if event.kind is FactKind.ADVICE_SENT))
    return [pen.paragraph("a15_advised", days=days)] if days else []


def _promised(matter: Matter) -> list[Condition | Commitment]:
    """The conditions and commitments that stand in the letter."""
    found: list[Condition | Commitment] = [*matter.conditions, *matter.commitments]
    return [item for item in found if not matter.left_out(item)]


def tested(pen: Pen) -> list[Block]:
    """Each condition and commitment beside the place in the plan where it stands, as it was filled in by its code."""
    matter = pen.matter
    where = {row[0].strip().upper(): row for row in typed_rows(matter.order.letter, "in_plan") if row and row[0].strip()}
    rows = []
    for item in _promised(matter):
        code = matter.code(item)
        pen.placed.add(item.id)
        row = (*where.get(code, ()), "", "", "")
        if code not in where:
            pen.ask("letter.not_tested", "tested", code=code)
        elif row[1].strip().casefold() == _NOT:
            pen.note("letter.not_in_plan", "tested", code=code)
        rows.append((code, one_line(item.text), one_line(row[1]) or "–", one_line(row[2]) or "–"))
    return pen.table("tested", ("head_code", "head_promise", "head_in_plan", "head_where"), rows, (1, 6, 2, 3))


def affected(pen: Pen) -> list[Block]:
    """The consequences for the staff as facts; what the request left out is about the decision, which is not reopened."""
    return [block for block in assessment_blocks.consequences(pen) if isinstance(block, Table)]


def execution_advice(pen: Pen) -> list[Block]:
    """The operative sentence; what the council advises follows it in its own words."""
    return [pen.operative("a15_advice")] if pen.filled("advice") else []


def stop(pen: Pen) -> list[Block]:
    """To stop, and to ask after all."""
    taken = pen.matter.decision is not None
    return [pen.operative("a19a_stop", consent=typed_value(pen.matter.order.letter, "right") != "advice", known=taken)]


def right_words(pen: Pen) -> list[Block]:
    """Which right was passed by, with the grounds of that right alone."""
    right = typed_value(pen.matter.order.letter, "right")
    if right not in _ARTICLES:
        return []
    grounds = cite(key for key in pen.matter.grounds if key.startswith(_ARTICLES[right]))
    return [pen.paragraph(f"a19a_{right}", grounds=grounds)]


def unasked_subject(pen: Pen) -> str:
    """What should have been asked, with the grounds of that right alone."""
    right = typed_value(pen.matter.order.letter, "right")
    keys = _ARTICLES.get(right, ("25", "27"))
    grounds = cite(key for key in pen.matter.grounds if key.startswith(keys))
    basis = {"advice": pen.fields["advice_basis"], "consent": pen.fields["consent_basis"]}.get(right, "")
    return pen.write("a19a_subject", grounds=grounds or basis)


def months(pen: Pen) -> list[Block]:
    """The rights that stay, and for the council the days on which its months end (practice.md 1.1, 1.7)."""
    right = typed_value(pen.matter.order.letter, "right")
    advice, consent = right in {"advice", "both"} and bool(pen.fields["may_appeal"]), right in {"consent", "both"}
    for rule, code in ((APPEAL, "letter.appeal_runs"), (NULLITY, "letter.nullity_runs")):
        month = pen.matter.month(rule) if rule == NULLITY or pen.matter.has_article_25 else None
        if month is not None and month.state is not DeadlineState.CLOSED:
            pen.ask(code, "rights", safe=day(month.act_by), last=day(month.last_day))
    if right not in _ARTICLES:
        return []
    return [pen.paragraph("a19a_months", advice=advice, consent=consent, both=advice and consent)]


def rights(pen: Pen) -> list[Block]:
    """That this letter gives up nothing (practice.md 1.5)."""
    found = []
    if not pen.holds("answers_request"):
        return []  # an answer on an initiative or information starts no month of the council
    if pen.holds("advice_part"):
        found.append(pen.paragraph("a19c_rights_advice"))
    if pen.holds("consent_part"):
        found.append(pen.paragraph("a19c_rights_consent"))
    months(pen)
    return [*found]


def received(pen: Pen) -> list[Block]:
    """How the decision is received: thanks, unless the council prepares an appeal (letters.md A0.2)."""
    return [pen.paragraph("a19c_noted" if pen.matter.goal is StrategicGoal.PREPARE_APPEAL else "a19c_thanks")]


def accepted(pen: Pen) -> list[Block]:
    """That the council works along although it thinks otherwise: never where its consent is asked, and no right is given up."""
    along = pen.matter.goal is StrategicGoal.ACQUIESCE and pen.holds("answers_request") and pen.holds("advice_only")
    return [pen.paragraph("a19c_accepted")] if along else []


def promises(pen: Pen) -> list[Block]:
    """Every condition and commitment with where it stands on the day of the letter."""
    matter = pen.matter
    rows = []
    for item in _promised(matter):
        pen.placed.add(item.id)
        due = item.due_text or (day(item.due) if item.due else "–")
        rows.append((matter.code(item), one_line(item.text).strip("“”"), one_line(due), _state(pen, item)))
    return pen.table("promises", ("head_code", "head_promise", "head_due", "head_judged"), rows, (1, 6, 2, 2))


def _state(pen: Pen, item: Condition | Commitment) -> str:
    matter = pen.matter
    if isinstance(item, Commitment):
        if item.state is CommitmentState.KEPT and not matter.by_then(item.kept_on):
            return pen.word("promise_open")
        return pen.word(f"promise_{item.state.value}")
    if item.state is ConditionState.MET:
        return pen.word("promise_kept")
    verdict = _verdict(matter, item)
    if item.state is ConditionState.REFUSED or verdict in {TakenOver.NO, TakenOver.NO_PASSAGE}:
        return pen.word("promise_not_taken")
    return pen.word("promise_partly_taken" if verdict is TakenOver.PARTLY else "promise_open")


def _verdict(matter: Matter, item: Condition) -> TakenOver | None:
    """What the last decision that was compared did with a condition, as the council judged it."""
    found = [
        one.verdict
        for decision in matter.of_request(matter.dossier.decisions)
        for one in decision.comparisons
        if one.item_id == item.id
    ]
    return found[-1] if found else None


def overdue(pen: Pen) -> list[Block]:
    """The commitments whose day has passed and that were not kept."""
    late = [item for item in pen.matter.commitments if is_late(pen.matter, item)]
    codes = pen.matter.codes_of(item.id for item in late if not pen.matter.left_out(item))
    return [pen.paragraph("a19d_overdue", codes=codes)] if codes else []


def is_late(matter: Matter, item: Commitment) -> bool:
    """Whether a commitment was due before the day of the letter and not kept by then."""
    kept = item.state in _DONE and matter.by_then(item.kept_on)
    return item.due is not None and item.due < matter.dated and not kept


def sheets(pen: Pen) -> list[Block]:
    """The tables of the dossier that the letter was begun from; one about single people never goes into a letter."""
    found: list[Block] = []
    for item in pen.matter.about:
        if not isinstance(item, Sheet):
            continue
        if item.personal:
            pen.block("letter.sheet_personal", title=item.title)
            continue
        found.append(
            Table(
                key=pen.key(f"sheet.{item.id}"),
                header=item.columns,
                rows=item.rows,
                widths=(1,) * len(item.columns),
                summary=item.title,
                caption=item.title,
            )
        )
    return found


def check_execution(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of an advice on the execution (letters.md A15)."""
    if pen.matter.decision is None:
        pen.ask("letter.execution_without_decision", "decision")
    reopened: list[Item] = [item for item in pen.matter.objections if item.id in pen.placed]
    if reopened:
        codes = listed(pen.matter.codes_of(item.id for item in reopened))
        pen.ask("letter.execution_reopens", "advice", codes=codes)


def check_aftercare(pen: Pen, content: LetterContent) -> None:
    """Aftercare rests on what was agreed."""
    if not pen.matter.conditions and not pen.matter.commitments and not pen.filled("measured"):
        pen.ask("letter.aftercare_of_nothing", "promises")


def check_unasked(pen: Pen, content: LetterContent) -> None:
    """Grounds and right say the same (letters.md A19a)."""
    right = typed_value(pen.matter.order.letter, "right")
    if pen.holds("answers_request") and pen.fields["received"]:
        pen.ask("letter.was_asked", "right", title=pen.matter.request.title)
    if "25" in _ARTICLES.get(right, ()) and not pen.matter.has_article_25:
        pen.ask("letter.pvt_has_no_advice", "right")
    for article in _ARTICLES.get(right, ()):
        if pen.matter.has_article_25 and not any(key.startswith(article) for key in pen.matter.all_grounds):
            pen.ask("letter.right_without_ground", "right", article=f"artikel {article} WOR")


SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType(
    {
        "A13": {"assignment": assignment, "costs": costs},
        "A15": {**DECIDED, "advised": advised, "tested": tested, "affected": affected, "execution_advice": execution_advice},
        "A19a": {**DECIDED, "right": right_words, "stop": stop, "months": months},
        "A19c": {**DECIDED, "received": received, "accepted": accepted, "rights": rights},
        "A19d": {"promises": promises, "overdue": overdue, "sheets": sheets},
    }
)
"""What fills the sections of these letters beside what all share, by kind; each kind stands here, if only with nothing."""

SUBJECTS: Mapping[str, Callable[[Pen], str]] = MappingProxyType({"A19a": unasked_subject})
"""What these letters are about where a sentence alone cannot say it."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType(
    {"A15": check_execution, "A19a": check_unasked, "A19d": check_aftercare}
)
"""What is looked at in these letters beside what every letter shares."""
