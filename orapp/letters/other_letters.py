"""Letters about people and to others: director, training, staff, meeting, committee (A14, A16, A17, A19b, A19e to A19j)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from orapp.domain.assessment import StaffConsultation
from orapp.domain.course import knowledge_of
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind, Party
from orapp.law.rule_keys import ASKED, MEETING
from orapp.law.terms import compute
from orapp.letters import assessment_blocks
from orapp.letters.asking import is_agreed
from orapp.letters.content import Block, LetterContent, Table
from orapp.letters.course_blocks import agreed_ahead
from orapp.letters.frame import active_secrecies
from orapp.letters.letter_fields import typed_rows, typed_value
from orapp.letters.pen import Pen
from orapp.letters.predicates import ANSWERED, FAVOURABLE, GRANTED
from orapp.letters.wording import day, no_stop, one_line, share

_SMALLEST_GROUP = 5
_LONG_MESSAGE = 3000
_ARTICLE = re.compile(r"\s*\(art(?:ikel|\.)[^)]*\)", re.IGNORECASE)
_PERMISSION = re.compile(r"\btoestemming\b", re.IGNORECASE)
_COMMITTEES = frozenset({"standing", "part", "preparing"})


def asked(pen: Pen) -> list[Block]:
    """What was asked about the director (art. 30)."""
    return [pen.paragraph("a14_asked")]


def considered(pen: Pen) -> list[Block]:
    """Every consideration about the director or the profile."""
    themes = {item.theme for item in pen.matter.considerations}
    return assessment_blocks.considerations(pen, themes) if themes else []


def director_advice(pen: Pen) -> list[Block]:
    """The operative sentence of an advice about a director."""
    letter = pen.matter.order.letter
    about, outcome = typed_value(letter, "about"), typed_value(letter, "outcome")
    if not about or not outcome:
        return []
    person = str(pen.fields.get("f_person", "")) or pen.word("the_candidate" if about == "appointment" else "the_director")
    act = pen.write(f"a14_act_{about}", person=person)
    against = pen.write(f"a14_against_{about}", person=person)
    return [pen.operative(f"a14_{outcome}", act=act, not_act=against)]


def training_resolved(pen: Pen) -> list[Block]:
    """When the council resolved which training it needs (art. 18 lid 2)."""
    letter = pen.matter.order.letter
    return [pen.paragraph("a16_resolved", on=letter.adopted_on if letter is not None else None)]


def headline(pen: Pen) -> list[Block]:
    """What it means, in one line that stands out."""
    text = str(pen.fields.get("f_headline", ""))
    return [pen.subhead(text, "headline")] if text else []


def answered(pen: Pen) -> list[Block]:
    """What the council answered, in plain words, per proposed decision; after the decision it no longer stands like that."""
    if typed_value(pen.matter.order.letter, "type") != "answer":
        return []
    lines = []
    for one in pen.matter.decisions:
        if one.outcome is Outcome.UNDECIDED:
            continue
        key = "plain_yes" if one.outcome in FAVOURABLE | GRANTED else "plain_no"
        if one.outcome is Outcome.POSITIVE_CONDITIONS:
            key = "plain_conditions"
        if one.outcome in {Outcome.CONSENT_CONDITIONAL, Outcome.NEGATIVE_UNLESS}:
            key = "plain_unless"
        if one.outcome in {Outcome.WAIVED, Outcome.NOT_YET, Outcome.LATER}:
            key = "plain_none"
        if one.outcome is Outcome.POLITICAL:
            key = "plain_political"
        lines.append(pen.write(f"a17_{key}", subject=no_stop(one_line(one.title))))
    return pen.bullets("answered", lines)


def consulted(pen: Pen) -> list[Block]:
    """What a consultation of the staff gave, never traceable to a person (art. 17)."""
    if typed_value(pen.matter.order.letter, "type") not in {"result", "answer"}:
        return []
    found: list[Block] = []
    for one in pen.matter.consultations:
        small = one.responses is not None and one.responses < _SMALLEST_GROUP
        if small:
            pen.ask("letter.consultation_traceable", "council", method=one.method)
        said = _numbers(one, shown=not small)
        found += [pen.paragraph("a17_consulted", one, **said)] if said["responses"] or said["results"] else []
    return found


def _numbers(one: StaffConsultation, *, shown: bool) -> dict[str, object]:
    known = shown and one.responses and one.invited
    return {
        "responses": one.responses if shown else None,
        "share": share(one.responses or 0, one.invited or 0) if known else "",
        "results": one_line(one.results),
    }


def dates(pen: Pen) -> list[Block]:
    """The agreed dates ahead, and the meetings on what was not decided yet: those from before a known decision are past.

    The months of the council are its own affair, and so are the days on which it asked an answer to a letter. A day that
    the director asked and the council did not agree to is no plan: telling it to the staff would make it one.
    """
    rows = [(one.due, one_line(one.subject)) for one in agreed_ahead(pen.matter) if one.rule != ASKED and not _only_asked(one)]
    since = _decided_before(pen)
    held = [event for event in pen.matter.events if event.kind is FactKind.CONSULTATION_MEETING]
    rows += [(event.on, _meeting_words(pen, event)) for event in held if since is None or since <= event.on]
    lines = [(day(on), words) for on, words in sorted(set(rows))]
    return pen.table("planning", ("head_date", "head_what"), lines, (2, 6))


def _decided_before(pen: Pen) -> date | None:
    """The day on which the last decision of the director was known, where that was before the day of the letter."""
    found = pen.matter.decision
    days = [known.earliest for known in knowledge_of(pen.matter.dossier, found)] if found is not None else []
    return min(days) if days and min(days) < pen.matter.dated else None


def _only_asked(one: AgreedDate) -> bool:
    return one.asked_by is Party.DIRECTOR and not is_agreed(one)


def affected(pen: Pen) -> list[Block]:
    """The consequences for the staff as facts, without what the council holds against the request."""
    tables = [block for block in assessment_blocks.consequences(pen) if isinstance(block, Table)]
    return [pen.paragraph("a19h_affected"), *tables] if tables else []


def _meeting_words(pen: Pen, event: Event) -> str:
    # Staff read plain words: the article between brackets is for the file.
    return _ARTICLE.sub("", one_line(event.text)) or pen.word("step_meeting")


def meeting(pen: Pen) -> list[Block]:
    """The request for a meeting."""
    return [pen.operative("a19b_request")] if pen.filled("subjects") else []


def within(pen: Pen) -> list[Block]:
    """The two weeks of art. 23 lid 1; until when is told to the council, for when they begin is not settled by the letter."""
    if not pen.holds("is_works_council"):
        return []
    rule = pen.matter.law.rules[MEETING]
    found = compute(rule, pen.matter.dated, pen.matter.law.calendar)
    pen.note("letter.meeting_within", "date", until=day(found.last_day))
    return [pen.paragraph("a19b_within")]


def committee(pen: Pen) -> list[Block]:
    """The intention to set up a committee, written (art. 15); not for members of a joint council (BOR)."""
    kind = typed_value(pen.matter.order.letter, "type")
    return [pen.paragraph("a19f_committee")] if kind in _COMMITTEES else []


def no_court(pen: Pen) -> list[Block]:
    """A committee never litigates (practice.md 4); of a joint council its covenant speaks."""
    return [pen.paragraph("a19f_no_court")] if typed_value(pen.matter.order.letter, "type") in _COMMITTEES else []


def committee_subject(pen: Pen) -> str:
    """What is set up, or that members are proposed for a joint council."""
    return pen.write("a19f_subject", is_committee=typed_value(pen.matter.order.letter, "type") != "bor")


def check_director(pen: Pen, content: LetterContent) -> None:
    """Discreet: no names before they are public (letters.md A14)."""
    public = pen.fields.get("f_public_on")
    if isinstance(public, date) and public > pen.matter.dated:
        pen.ask("letter.name_not_public", "advice", on=day(public))
    if not active_secrecies(pen.matter.dossier.secrecies, pen.matter.dated) and not pen.matter.dossier.secret:
        pen.note("letter.director_not_secret", "followup")
    if pen.matter.decision is not None:
        pen.ask("letter.director_decided", "advice", title=pen.matter.decision.subject)
    if pen.holds("has_no_meeting"):
        pen.ask("letter.meeting_missing", "request", article="artikel 30 lid 3 en artikel 25 lid 4")
    for item in pen.matter.objections:
        if item.id not in pen.placed and not pen.matter.left_out(item):
            pen.ask("letter.objection_not_in_letter", pen.matter.code(item), code=pen.matter.code(item))


def check_staff(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of a message to the staff (letters.md A17)."""
    for secrecy in active_secrecies(pen.matter.dossier.secrecies, pen.matter.dated):
        pen.ask("letter.staff_beside_secret", "headline", scope=one_line(secrecy.scope) or pen.matter.dossier.title)
    if pen.matter.dossier.secret:
        pen.block("letter.staff_of_secret", "headline", scope=pen.matter.dossier.title)
    if typed_value(pen.matter.order.letter, "type") == "answer" and not any(one.kind in ANSWERED for one in pen.matter.events):
        pen.ask("letter.staff_before_director", "headline")
    publish = pen.fields.get("f_publish_on")
    if isinstance(publish, date) and publish > pen.matter.dated:
        pen.ask("letter.publish_later", "headline", on=day(publish))
    length = sum(len(text) for _, text in content.texts())
    if length > _LONG_MESSAGE:
        pen.note("letter.staff_long", "headline", count=str(length))
    if typed_value(pen.matter.order.letter, "type") == "consult" and pen.matter.consultations:
        later = [one for one in pen.matter.consultations if not one.weighing.strip()]
        if later:
            pen.note("letter.consultation_not_weighed", "council", method=later[0].method)


def check_training(pen: Pen, content: LetterContent) -> None:
    """The council decides itself which training it needs (letters.md A16)."""
    if any(_PERMISSION.search(text) for _, text in content.texts()):
        pen.ask("letter.training_permission", "aim")


def check_meeting(pen: Pen, content: LetterContent) -> None:
    """Each subject with its reason: without reasons the two weeks of art. 23 lid 1 do not run (wor.md 3.4)."""
    for number, row in enumerate(typed_rows(pen.matter.order.letter, "subjects"), start=1):
        if pen.holds("is_works_council") and not (*row, "", "")[1].strip():
            pen.ask("letter.subject_without_reason", "request", number=str(number), subject=one_line(row[0]))
    proposed = pen.fields.get("f_proposed_on")
    if isinstance(proposed, date) and proposed <= pen.matter.dated:
        pen.block("letter.proposed_past", "date", on=day(proposed))


def check_committee(pen: Pen, content: LetterContent) -> None:
    """Who sits in a committee decides what it may get (art. 15; wor.md 3.3)."""
    rows = [(*row, "", "")[2].strip().casefold() for row in typed_rows(pen.matter.order.letter, "members")]
    members = sum(cell.startswith("ja") for cell in rows)
    kind = typed_value(pen.matter.order.letter, "type")
    if kind == "standing" and rows and members * 2 <= len(rows):
        pen.ask("letter.committee_without_majority", "members")
    if kind == "part" and rows and not members:
        pen.ask("letter.committee_without_member", "members")


def check_public_body(pen: Pen, content: LetterContent) -> None:
    """Facts and consequences for the staff, by the agreed way (letters.md A19h)."""
    if not pen.matter.consequences:
        pen.ask("letter.consequences_not_judged", "consequences")
    if not pen.matter.council.public_employer:
        pen.ask("letter.no_public_employer", "reason")


SUBJECTS: Mapping[str, Callable[[Pen], str]] = MappingProxyType({"A19f": committee_subject})
"""What these letters are about where a sentence alone cannot say it."""

SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType(
    {
        "A14": {"asked": asked, "considered": considered, "advice": director_advice},
        "A16": {"resolved": training_resolved},
        "A17": {"headline": headline, "answered": answered, "consulted": consulted, "dates": dates},
        "A19b": {"meeting": meeting, "within": within},
        "A19e": {},
        "A19f": {"committee": committee, "no_court": no_court},
        "A19g": {},
        "A19h": {"affected": affected},
        "A19i": {},
        "A19j": {},
    }
)
"""What fills the sections of these letters beside what all share, by kind; each kind stands here, if only with nothing."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType(
    {
        "A14": check_director,
        "A16": check_training,
        "A17": check_staff,
        "A19b": check_meeting,
        "A19f": check_committee,
        "A19h": check_public_body,
    }
)
"""What is looked at in these letters beside what every letter shares."""
