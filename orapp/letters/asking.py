"""Letters along the course of a request: questions, information, dates, commitments (A2 to A5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from orapp.domain.assessment import AnswerState, Question
from orapp.domain.items import Theme
from orapp.domain.letters import StrategicGoal
from orapp.domain.papers import AgreedDate
from orapp.law.facts import Party, ProcedureKind
from orapp.letters.content import Block, CodedItem, LetterContent, Table
from orapp.letters.course_blocks import open_questions
from orapp.letters.letter_fields import typed_rows
from orapp.letters.matter import Matter
from orapp.letters.pen import Pen
from orapp.letters.predicates import target_dates
from orapp.letters.wording import day, one_line, opening

_MANY_QUESTIONS = 25
_MANY_REASONS = 3
# From so many questions on they stand under the heads of their themes.
_SEVERAL = 5
_CAME_IN = frozenset({ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.APPOINTMENT})
"""The procedures that begin with a request of the director."""
_OF_PERSONS = r"(?:bsn|burgerservicenummers?|personeelsnummers?|geboortedat(?:um|a)|namen|(?:voor|achter)?naam)\b"
_PERSONAL = re.compile(rf"\b{_OF_PERSONS}", re.IGNORECASE)
_WITHOUT = re.compile(rf"\b(?:zonder|geen)\s+{_OF_PERSONS}(?:(?:,\s*|\s+(?:of|en)\s+){_OF_PERSONS})*", re.IGNORECASE)
_THREAT = re.compile(r"\b(?:kanton)?rechter\b|\bbedrijfscommissie\b|\bartikel 36\b", re.IGNORECASE)


def asked_questions(matter: Matter) -> tuple[Question, ...]:
    """The questions that this letter asks: those it was begun from, else those of the newest round that wait for an answer."""
    chosen = tuple(item for item in matter.about if isinstance(item, Question))
    if chosen:
        return tuple(item for item in matter.questions if item in chosen)
    waiting = [item for item in matter.questions if not _answered(matter, item) and not matter.left_out(item)]
    newest = max((item.round for item in waiting), default=0)
    return tuple(item for item in waiting if item.round == newest)


def _answered(matter: Matter, question: Question) -> bool:
    before = question.answered_on is not None and question.answered_on < matter.dated
    return before or (question.asked_on is not None and question.asked_on < matter.dated) or question.state is AnswerState.LAPSED


def asked(pen: Pen) -> list[Block]:
    """The questions by theme, each with the passage it is about and why it matters."""
    matter, found = pen.matter, asked_questions(pen.matter)
    blocks: list[Block] = []
    themes = [theme for theme in Theme if any(item.theme is theme for item in found)]
    for theme in themes:
        mine = [_question(pen, item) for item in found if item.theme is theme]
        if len(themes) > 1 and len(found) >= _SEVERAL:
            blocks.append(pen.subhead(pen.word(f"about_{theme.value}"), f"theme.{theme.value}"))
        blocks += pen.coded_list(f"asked.{theme.value}", mine)
    if len(found) > _MANY_QUESTIONS:
        pen.ask("letter.many_questions", count=str(len(found)))
    for item in matter.questions:
        if item not in found:
            pen.placed.add(item.id)
    return blocks


def _question(pen: Pen, item: Question) -> CodedItem:
    code = pen.matter.code(item)
    if not item.why.strip():
        pen.ask("letter.question_without_why", f"questions/{code}", code=code)
    if item.text.strip() and not item.text.rstrip().endswith("?"):
        pen.note("letter.question_no_question", f"questions/{code}", code=code)
    return pen.coded(item, item.text, (("label_passage", one_line(item.passage)), ("label_why", one_line(item.why))))


def asked_for_information(pen: Pen) -> list[Block]:
    """The questions of an information request, behind what is asked in its table."""
    found = asked(pen)
    if not found:
        return []
    return [pen.paragraph("a3_asked", has_items=pen.filled("items"), count=len(asked_questions(pen.matter))), *found]


def reference(pen: Pen) -> list[Block]:
    """Which request the letter is about, and how many questions it asks."""
    count = len(asked_questions(pen.matter))
    came_in = pen.matter.request.legal in _CAME_IN and bool(pen.fields["received"])
    if pen.matter.kind != "A2":
        return [pen.paragraph("course_reference")] if came_in else []
    if came_in:
        return [pen.paragraph("a2_reference", count=count)]
    return [pen.paragraph("a2_reference_undated", count=count)]


def rounds(pen: Pen) -> list[Block]:
    """Which round this is, when the earlier ones were asked, and what of those still waits for an answer."""
    matter, mine = pen.matter, asked_questions(pen.matter)
    earlier = [item for item in matter.questions if item not in mine and item.asked_on is not None]
    days = sorted({item.asked_on for item in earlier if item.asked_on is not None})
    if not mine or not days:
        return []
    codes = matter.codes_of(item.id for item in open_questions(matter) if item in earlier)
    return [pen.paragraph("a2_rounds", round=len(days) + 1, earlier=tuple(day(on) for on in days), open=codes)]


def form(pen: Pen) -> list[Block]:
    """How and by when an answer is asked."""
    return [pen.paragraph("a2_form", count=len(asked_questions(pen.matter)))]


def current_date(matter: Matter) -> AgreedDate | None:
    """The date for the council's answer that stands on the day of the letter.

    An agreed one goes before one that the director asks, and that before one that the council itself proposed: a date
    stays the alarm until a new one is confirmed in writing (practice.md 1.8).
    """
    found = target_dates(matter)
    agreed = [item for item in found if is_agreed(item)]
    asked_by_director = [item for item in found if item.asked_by is not Party.COUNCIL]
    return max(agreed or asked_by_director or found, key=lambda item: item.due, default=None)


def is_agreed(item: AgreedDate) -> bool:
    """Whether both sides agreed on a date; one that only one of them asked or proposed is no agreement (letters.md A1)."""
    return item.agreed_on is not None or bool(item.confirmed_in_id)


def date_finding(pen: Pen, *, passed: bool) -> str:
    """What passing a date costs depends on the right: consent is never given by silence, and not every advice has an appeal."""
    legal = pen.matter.request.legal
    if pen.matter.kind == "A10" or (pen.matter.kind != "A9" and legal is ProcedureKind.CONSENT):
        return "letter.agreed_date_passed_consent" if passed else "letter.old_date_stands_consent"
    if not pen.matter.has_article_25 or legal is ProcedureKind.APPOINTMENT:
        return "letter.agreed_date_passed_without_appeal" if passed else "letter.old_date_stands_without_appeal"
    return "letter.agreed_date_passed" if passed else "letter.old_date_stands"


def _standing(item: AgreedDate) -> dict[str, object]:
    """How a date stands, for a sentence that must not confirm what was never agreed."""
    return {"due": item.due, "agreed": is_agreed(item), "asked": item.asked_by is not Party.COUNCIL}


def term(pen: Pen) -> list[Block]:
    """What late answers mean for the planning: questions stop no term, so a new date is asked in writing (practice.md 1.8)."""
    agreed = current_date(pen.matter)
    if agreed is None:
        return [pen.paragraph("a2_term_open")]
    pen.ask(date_finding(pen, passed=False), "term", due=day(agreed.due))
    return [pen.paragraph("a2_term", **_standing(agreed))]


def current(pen: Pen) -> list[Block]:
    """The date that stands now."""
    agreed = current_date(pen.matter)
    if agreed is None:
        pen.note("letter.no_date_to_replace", "state")
        return []
    pen.ask(date_finding(pen, passed=False), "confirm", due=day(agreed.due))
    return [pen.paragraph("a4_current", **_standing(agreed), agreed_on=agreed.agreed_on)]


def still_open(pen: Pen) -> list[Block]:
    """Which questions wait for an answer, by their codes."""
    codes = pen.matter.codes_of(item.id for item in open_questions(pen.matter))
    return [pen.paragraph("a4_open", codes=codes)] if codes else []


def thanks(pen: Pen) -> list[Block]:
    """Thanks for what was promised (letters.md A5), unless the council prepares to stand against it in court."""
    if pen.matter.goal is StrategicGoal.PREPARE_APPEAL or not pen.filled("occasion_on"):
        return []
    return [pen.paragraph("a5_thanks")]


def countersign(pen: Pen) -> list[Block]:
    """Where the director signs that the commitments are told as they were made: silence alone is weak evidence."""
    heads = tuple(pen.word(word) for word in ("head_name", "head_date", "head_signature"))
    form = Table(
        key=pen.key("countersign"), header=heads, rows=(("", "", ""),), widths=(3, 2, 4), summary=pen.word("table_countersign")
    )
    return [pen.paragraph("a5_countersign"), form]


def questions_subject(pen: Pen) -> str:
    """What the letter with questions is about; from the second round on it says which round."""
    found = asked_questions(pen.matter)
    number = max((item.round for item in found), default=1)
    return pen.write("a2_subject", is_first=number <= 1, round=number)


def term_subject(pen: Pen) -> str:
    """Which date is proposed, with the article under which the council answers."""
    legal = pen.matter.request.legal
    article = {ProcedureKind.CONSENT: "artikel 27 lid 2 WOR", ProcedureKind.APPOINTMENT: "artikel 30 lid 2 WOR"}
    if not pen.holds("is_works_council"):
        article = {ProcedureKind.CONSENT: str(pen.fields["consent_basis"]), ProcedureKind.ADVICE: str(pen.fields["advice_basis"])}
    return pen.write("a4_subject", article=article.get(legal, "artikel 25 lid 2 WOR"))


def promises_subject(pen: Pen) -> str:
    """Which commitments are confirmed."""
    codes = pen.matter.codes_of(item.id for item in pen.matter.commitments if not pen.matter.left_out(item))
    return pen.write("a5_subject", codes=codes, has_minutes=bool(pen.matter.meetings) and pen.holds("is_works_council"))


def check_term(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of proposing a date (letters.md A4)."""
    proposed, agreed = pen.fields.get("f_proposed"), current_date(pen.matter)
    if isinstance(proposed, date) and proposed <= pen.matter.dated:
        pen.block("letter.proposed_past", "proposal", on=day(proposed))
    if proposed is not None and agreed is not None and proposed == agreed.due:
        pen.block("letter.same_date", "proposal", due=day(agreed.due))
    lines = [line for line in str(pen.fields.get("f_reasons", "")).splitlines() if line.strip()]
    if len(lines) > _MANY_REASONS:
        pen.note("letter.many_reasons", "reasons", count=str(len(lines)))
    if any("uitstel" in opening(text).casefold() for _, text in content.texts()):
        pen.ask("letter.no_deferment", "proposal")


def check_information(pen: Pen, content: LetterContent) -> None:
    """No data about single persons, and no threat in a first letter (letters.md A3)."""
    rows = typed_rows(pen.matter.order.letter, "items")
    # Who asks for figures without names asks for none.
    if any(_PERSONAL.search(_WITHOUT.sub("", cell)) for row in rows for cell in row):
        pen.ask("letter.information_personal", "asked")
    if any(_THREAT.search(text) for _, text in content.texts()):
        pen.ask("letter.information_threatens", "form")


def check_promises(pen: Pen, content: LetterContent) -> None:
    """Commitments need an owner and a date to be held to, and are told of the day on which they were made (letters.md A5)."""
    occasion = pen.fields.get("f_occasion_on")
    for item in pen.matter.commitments:
        if pen.matter.left_out(item):
            continue
        code = pen.matter.code(item)
        if item.said_on is not None and isinstance(occasion, date) and item.said_on != occasion:
            pen.ask("letter.commitment_other_day", f"commitments/{code}", code=code, said=day(item.said_on), on=day(occasion))
        if not item.by.strip() or not (item.due or item.due_text.strip()):
            pen.ask("letter.commitment_without_owner", f"commitments/{code}", code=code)


SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType(
    {
        "A2": {"reference": reference, "rounds": rounds, "asked": asked, "form": form, "term": term},
        "A3": {"asked": asked_for_information},
        "A4": {"reference": reference, "current": current, "open_questions": still_open},
        "A5": {"thanks": thanks, "countersign": countersign},
    }
)
"""What fills the sections of these letters beside what all share, by kind; each kind stands here, if only with nothing."""

SUBJECTS: Mapping[str, Callable[[Pen], str]] = MappingProxyType(
    {"A2": questions_subject, "A4": term_subject, "A5": promises_subject}
)
"""What these letters are about where a sentence alone cannot say it."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType(
    {"A3": check_information, "A4": check_term, "A5": check_promises}
)
"""What is looked at in these letters beside what every letter shares."""
