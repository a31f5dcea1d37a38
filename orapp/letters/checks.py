"""The checks of a letter before it goes out (letters.md A0.4 and the known mistakes), beside what the sources found."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.items import Item, Theme
from orapp.domain.requests import Outcome
from orapp.letters.asking import date_finding
from orapp.letters.committees import check_committee
from orapp.letters.content import Block, BulletList, CodedList, LetterContent, LetterStatus, Operative, Paragraph, Quotation
from orapp.letters.fields import received_on
from orapp.letters.letter_fields import is_filled, typed_value
from orapp.letters.letter_kinds import LetterGroup, Reply
from orapp.letters.matter import Matter
from orapp.letters.pen import Pen
from orapp.letters.predicates import FAVOURABLE, UNFAVOURABLE, target_dates
from orapp.letters.small_body import DOUBTFUL, barred, claims_too_much_consent, is_small
from orapp.letters.wording import coded, day, one_line

_MITS = re.compile(r"\bmits\b", re.IGNORECASE)
_ADVISES = re.compile(r"\b(?:ge)?advis(?:eer|eert|eren|eerde|eerden|eerd)\b", re.IGNORECASE)
_CONSENTS = re.compile(r"\bstem(?:t|men|de|den)?\b[^.!?]{0,60}\bin\b|\bin te stemmen\b|\bingestemd\b", re.IGNORECASE)
_BASIS = re.compile(r"\bart(?:ikel|\.)\s*\d", re.IGNORECASE)
_LONG_ENOUGH = 12
ANSWERS = frozenset({"A1", "A9", "A10"})
"""The kinds with a whole list of checks of their own."""

_WITHOUT_BASIS = frozenset({"A5", "A17", "A19d", "A19i"})
"""Kinds that rest on no article, or that speak to staff without law (letters.md A5, A17)."""

_SAYS_A_TERM = frozenset({"A5"})
"""The letters that name a term of their own where no date for an answer was chosen."""
_ALSO_ADOPTING = {"A9": ResolutionKind.WAIVE_ADVICE, "A10": ResolutionKind.CONSENT}
_PLANS = (
    ("sociaal plan", re.compile(r"sociaal (?:plan|statuut)", re.IGNORECASE)),
    ("RI&E", re.compile(r"ri&e|ri en e|risico-?inventarisatie", re.IGNORECASE)),
)


def check_letter(pen: Pen, content: LetterContent) -> None:
    """All checks that hold for every letter."""
    pen.section = ""
    _check_dates(pen)
    _check_strategy(pen, content)
    _check_body(pen)
    if pen.kind.key not in _WITHOUT_BASIS and not _BASIS.search(content.subject):
        pen.note("letter.subject_without_basis", "subject")
    if pen.matter.request.withdrawn_on is not None:
        pen.ask("letter.request_withdrawn", "request", on=day(pen.matter.request.withdrawn_on))


def check_fields(pen: Pen) -> None:
    """What the kind of letter asks is filled in, and what is filled in is of its kind."""
    letter = pen.matter.order.letter
    for field in pen.kind.fields:
        if is_filled(field, letter) or not pen.holds(field.when):
            continue
        if typed_value(letter, field.key):
            pen.block("letter.field_unreadable", f"field/{field.key}", label=field.label)
        elif field.missing is not None:
            pen.find("letter.field_missing", field.missing, f"field/{field.key}", label=field.label)


def nothing_more(pen: Pen, content: LetterContent) -> None:
    """A kind of letter without checks of its own."""


def check_other(pen: Pen, content: LetterContent) -> None:
    """What every letter shares that has no list of its own: somebody stands behind it, and it asks in time."""
    _check_resolution(pen)
    _check_reply(pen)


def check_answer(pen: Pen, content: LetterContent) -> None:
    """What an advice and a decision on consent share: nothing is forgotten, and the council stands behind it."""
    _check_items(pen)
    _check_resolution(pen)
    _check_meeting(pen)
    _check_reply(pen)
    _check_elsewhere(pen)
    _check_words(pen, content)
    if not pen.matter.grounds and not (is_small(pen.matter.council.kind) and pen.matter.kind == "A9"):
        pen.block("letter.grounds_missing", "request")


def check_advice(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of an advice (letters.md A9)."""
    matter = pen.matter
    check_answer(pen, content)
    _check_conditions_and_outcome(pen)
    if not matter.has_article_25:
        pen.ask("letter.pvt_has_no_advice", "request")
    elif pen.own_text("influence") is None and not any(
        "wezenlijke invloed" in one_line(item.text).casefold() for item in matter.considerations if not matter.left_out(item)
    ):
        pen.ask("letter.influence_missing", "course")
    if matter.with_outcome(Outcome.WAIVED) and not any(
        one.kind is ResolutionKind.WAIVE_ADVICE and _about(matter, one) for one in matter.dossier.resolutions
    ):
        pen.block("letter.waiver_without_resolution", "advice", codes=_codes(pen, Outcome.WAIVED))
    if not matter.with_outcome(*FAVOURABLE, *UNFAVOURABLE):
        return
    if not [item for item in matter.alternatives if not matter.left_out(item)]:
        pen.ask("letter.alternatives_missing", "alternatives")
    if pen.own_text("evaluation") is None:
        pen.note("letter.evaluation_not_asked", "followup")
    if not [item for item in matter.considerations if item.theme is Theme.CONSEQUENCES] and not matter.consequences:
        pen.ask("letter.consequences_not_judged", "consequences")
    _check_plans(pen)
    _check_title(pen, content)


def check_consent(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of a decision on consent (letters.md A10)."""
    check_answer(pen, content)
    if claims_too_much_consent(pen.matter.council.kind, pen.matter.all_grounds):
        pen.ask("letter.pvt_consent_limited", "request")


def _codes(pen: Pen, *outcomes: Outcome) -> str:
    return coded(pen.matter.decision_codes(pen.matter.with_outcome(*outcomes)))


def _about(matter: Matter, resolution: Resolution) -> bool:
    return resolution.request_id in {"", matter.request.id} and matter.by_then(resolution.on)


def _check_body(pen: Pen) -> None:
    """A letter claims no article that does not hold for who writes it (art. 15, 35c)."""
    check_committee(pen)
    kind, key = pen.matter.council.kind, pen.kind.key
    article = barred(key, kind, pen.matter.all_grounds)
    if article is not None:
        pen.block("letter.pvt_article", "request", article=article)
    elif is_small(kind) and key in DOUBTFUL:
        pen.ask("letter.pvt_doubtful", "request", article=DOUBTFUL[key])
    elif is_small(kind) and key == "A13":
        pen.ask("letter.pvt_expert", "costs")


def _check_items(pen: Pen) -> None:
    """Every objection, question, condition and commitment is in the letter, or deliberately not (letters.md 0.1)."""
    matter = pen.matter
    groups: tuple[tuple[str, Iterable[Item]], ...] = (
        ("objection", matter.objections),
        ("question", matter.questions),
        ("condition", matter.conditions),
        ("commitment", matter.commitments),
    )
    for kind, items in groups:
        for item in items:
            code = matter.code(item)
            if item.id in pen.placed:
                continue
            choice = matter.choice(item)
            if choice is None or choice.included:
                pen.block(f"letter.{kind}_not_in_letter", code, code=code)
            elif choice.reason.strip():
                pen.note("letter.left_out", code, code=code, reason=choice.reason.strip())
            else:
                pen.ask("letter.left_out_without_reason", code, code=code)


def _check_resolution(pen: Pen) -> None:
    """A letter needs a resolution of the council (practice, signing)."""
    matter, letter = pen.matter, pen.matter.order.letter
    found = None
    for one in matter.dossier.resolutions:
        linked = letter is not None and (one.id == letter.resolution_id or (one.letter_id == letter.id and one.letter_id))
        kinds = {pen.kind.resolution, _ALSO_ADOPTING.get(matter.kind)}
        if linked or (not one.letter_id and one.kind in kinds and _about(matter, one)):
            found = one
    if found is None:
        weight = pen.ask if matter.order.status is LetterStatus.CONCEPT else pen.block
        weight("letter.resolution_missing", "resolution")
        return
    if found.mandate and not pen.kind.by_mandate:
        pen.block("letter.resolution_not_by_mandate", "resolution", on=day(found.on))
    if found.quorum_met is False:
        pen.block("letter.quorum_not_met", "resolution", on=day(found.on))
    elif found.votes_for is None and not found.mandate:
        pen.note("letter.votes_missing", "resolution", on=day(found.on))
    if found.votes_for is not None and found.votes_against is not None and found.votes_for <= found.votes_against:
        pen.block("letter.resolution_not_carried", "resolution", on=day(found.on))


def _check_meeting(pen: Pen) -> None:
    """At least one consultation meeting before the council answers (art. 25 lid 4, 27 lid 2)."""
    matter = pen.matter
    if matter.meetings or is_small(matter.council.kind):
        return
    answered = matter.kind == "A10" or matter.with_outcome(*FAVOURABLE, *UNFAVOURABLE)
    article = "artikel 25 lid 4" if matter.kind == "A9" else "artikel 27 lid 2"
    (pen.block if answered else pen.ask)("letter.meeting_missing", "course", article=article)


def _check_reply(pen: Pen) -> None:
    """The date for an answer: there, in the future, and the same as in the planning (letters.md A0.4 point 10)."""
    matter, letter = pen.matter, pen.matter.order.letter
    due = letter.reply_due if letter is not None else None
    if due is None:
        if pen.kind.group is LetterGroup.ANSWER:
            pen.ask("letter.reply_date_missing", "followup")
        elif pen.matter.kind in _SAYS_A_TERM:
            pen.note("letter.reply_in_two_weeks", "followup")
        elif pen.kind.reply is Reply.NEEDED:
            pen.ask("letter.reply_missing", "followup")
        return
    if due <= matter.dated:
        pen.block("letter.reply_date_past", "followup", due=day(due))
    if all(item.due != due for item in matter.dossier.agreed_dates):
        pen.ask("letter.reply_date_not_planned", "followup", due=day(due))


def _check_dates(pen: Pen) -> None:
    matter, received = pen.matter, received_on(pen.matter)
    started = matter.request.received_on
    if received is None and started is not None and pen.kind.group in {LetterGroup.COURSE, LetterGroup.ANSWER}:
        pen.block("letter.dated_before_receipt", "dated", received=day(started))
    if pen.kind.group is not LetterGroup.ANSWER:
        return
    for item in target_dates(matter):
        if item.due < matter.dated and (item.met_on is None or item.met_on > item.due):
            pen.ask(date_finding(pen, passed=True), "dated", due=day(item.due))


def _check_elsewhere(pen: Pen) -> None:
    """A decision that was chosen for this letter but gets one of the other kind."""
    matter = pen.matter
    for decision in matter.others:
        if decision.id in matter.order.decision_ids:
            pen.block("letter.decision_belongs_elsewhere", "decisions", code=matter.code(decision))


def _check_conditions_and_outcome(pen: Pen) -> None:
    """Title, outcome and conditions say the same."""
    matter = pen.matter
    for decision in matter.decisions:
        code, conditions = matter.code(decision), matter.conditions_of(decision)
        if decision.outcome in {Outcome.POSITIVE_CONDITIONS, Outcome.NEGATIVE_UNLESS} and not conditions:
            pen.block("letter.outcome_without_conditions", f"advice/{code}", code=code)
        elif decision.outcome is Outcome.POSITIVE and conditions:
            named = coded(matter.codes_of(item.id for item in conditions))
            pen.block("letter.positive_despite_conditions", f"advice/{code}", code=code, conditions=named)
        elif decision.outcome is Outcome.WAIVED and (matter.objections or conditions):
            pen.ask("letter.waived_despite_objections", f"advice/{code}", code=code)


def _check_plans(pen: Pen) -> None:
    """Advising before the sociaal plan or the RI&E is known is blind; asked only where the dossier is tagged with it."""
    matter = pen.matter
    for name, pattern in _PLANS:
        tagged = any(pattern.search(tag) for tag in matter.dossier.tags)
        if tagged and not any(pattern.search(paper.title) for paper in matter.papers):
            pen.ask("letter.plan_not_known", "measures", plan=name)


def _check_title(pen: Pen, content: LetterContent) -> None:
    """A subject of the council's own that says something else than the operative sentences."""
    subject = content.subject.casefold()
    against = "negatief" in subject and not pen.matter.with_outcome(*UNFAVOURABLE)
    in_favour = "positief" in subject and not pen.matter.with_outcome(*FAVOURABLE)
    if against or in_favour or _MITS.search(content.subject):
        pen.block("letter.subject_mismatch", "subject", subject=content.subject)


def _check_words(pen: Pen, content: LetterContent) -> None:
    """Advice and consent have their own verbs, and no condition hides behind "mits" (practice 3.6)."""
    advice = content.kind == "A9"
    deciding = "advice" if advice else "decision"
    wrong = _CONSENTS if advice else _ADVISES
    for section in content.sections:
        if section.key != deciding:
            continue
        for block in section.blocks:
            said = _said_by_council(block)
            if _MITS.search(said):
                pen.block("letter.mits", section.key)
            if wrong.search(said):
                weight = pen.block if isinstance(block, Operative) else pen.ask
                weight("letter.wrong_verb_advice" if advice else "letter.wrong_verb_consent", section.key)


def _said_by_council(block: Block) -> str:
    """What the council says itself: its paragraphs and its own lists; not what it quotes, nor an item with its code."""
    match block:
        case Quotation():
            return ""
        case Paragraph():
            return block.text
        case BulletList():
            return "\n".join("".join(run.text for run in runs) for runs in block.items)
        case CodedList():
            return "\n".join(item.text for item in block.items if item.level or item.code.endswith("."))
        case _:
            return ""


def _check_strategy(pen: Pen, content: LetterContent) -> None:
    """The private strategy never stands in a letter, not even pasted."""
    note = pen.matter.dossier.strategy
    if note is None:
        return
    secret = [line for text in (note.goal, note.tactics) if len(line := one_line(text).casefold()) >= _LONG_ENOUGH]
    # What stands in none of them together, white of any kind taken for the same, stands in no text: that is seen faster.
    whole = _evened("\n".join(text for _, text in content.texts()).casefold())
    if not any(_evened(line) in whole for line in secret):
        return
    for place, text in content.texts():
        said = one_line(text).casefold()
        if any(line in said for line in secret):
            pen.block("letter.strategy_in_text", place)


def _evened(text: str) -> str:
    return " ".join(text.split())
