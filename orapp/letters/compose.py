"""Composes a letter: outline and dossier become its content, with what the checks found."""

from __future__ import annotations

import re
from dataclasses import replace

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.domain.letter_edits import text_of
from orapp.domain.letters import SectionChoice
from orapp.domain.requests import Request
from orapp.law.book import LawBook
from orapp.letters import checks, first_mention, frame, goals
from orapp.letters.completeness import measures
from orapp.letters.content import Block, FindingWeight, LetterContent, Section
from orapp.letters.fields import common_fields, short_name
from orapp.letters.letter_fields import sentence_fields, typed_value
from orapp.letters.letter_kinds import LetterGroup
from orapp.letters.matter import Matter, gather, whole_dossier
from orapp.letters.order import ComposedLetter, LetterOrder, LetterRefused
from orapp.letters.outlines import BlockKind, BlockOutline, LetterBook, Outline, SectionOutline
from orapp.letters.parts import LetterPart, OwnPlace, PartState, in_order, items_of_section, mandatory, part_items, told
from orapp.letters.pen import Pen
from orapp.letters.shown_fields import beside_own_words, shown_fields
from orapp.letters.sources import CHECKS, SOURCES, SUBJECTS
from orapp.letters.typed_text import block_count, blocks_of, matter_words, plain
from orapp.letters.wording import one_line

_COUNCIL = re.compile(r"\bOR\b")
_WEIGHTS = tuple(FindingWeight)


def compose(book: LetterBook, law: LawBook, council: Council, dossier: Dossier, order: LetterOrder) -> ComposedLetter:
    """The letter that was ordered, with its findings.

    Raises `LetterRefused` for what cannot be a letter at all: a kind that is not in the book ("letter.unknown_kind"), texts
    of a letter of another kind ("letter.other_kind"), a request that is not in the dossier ("letter.unknown_request"), does
    not fit ("letter.request_does_not_fit"), or has nothing to answer ("letter.nothing_to_answer").
    """
    outline = book.outlines.get(order.kind)
    if outline is None:
        raise LetterRefused("letter.unknown_kind", kind=order.kind, kinds=", ".join(book.outlines))
    if order.letter is not None and order.letter.kind != order.kind:
        raise LetterRefused("letter.other_kind", kind=order.kind, letter=order.letter.kind)
    request = whole_dossier(dossier) if outline.kind.whole and not order.request_id else dossier.request(order.request_id)
    if request is None:
        raise LetterRefused("letter.unknown_request", reference=dossier.reference)
    if (body := dossier.sending_body(order.dated)) is not None:
        council, order = council.acting_as(body), replace(order, logo=b"", keeper=council.kind)
    outline = _as_named(outline, short_name(council))
    matter = gather(council, law, dossier, order, request)
    _require_fit(outline, matter, request)
    fields = {**common_fields(matter), **sentence_fields(outline.kind.fields, order.letter)}
    pen = Pen(book, matter, fields, numbered=outline.numbered, kind=outline.kind)
    sections, parts = _sections(pen, outline)
    if outline.kind.group is not LetterGroup.STAFF:
        sections = first_mention.introduced(pen, sections)
    content = _content(pen, outline, sections)
    checks.check_letter(pen, content)
    checks.check_fields(pen)
    if order.kind not in checks.ANSWERS:
        checks.check_other(pen, content)
    CHECKS.get(order.kind, checks.nothing_more)(pen, content)
    goals.check_goal(pen)
    findings = sorted(pen.findings, key=lambda finding: _WEIGHTS.index(finding.weight))
    shown = beside_own_words(shown_fields(matter, outline.kind.fields), book, outline, order.letter)
    return ComposedLetter(
        content=content, findings=tuple(findings), parts=parts, fields=shown, measures=measures(pen, parts, shown)
    )


def _as_named(outline: Outline, name: str) -> Outline:
    """The outline as another body than an OR writes it: headings and choices name that body."""
    if name == "OR":
        return outline
    sections = tuple(replace(section, heading=_COUNCIL.sub(name, section.heading)) for section in outline.sections)
    fields = tuple(
        replace(
            field,
            label=_COUNCIL.sub(name, field.label),
            hint=_COUNCIL.sub(name, field.hint),
            columns=tuple(_COUNCIL.sub(name, head) for head in field.columns),
            options={key: _COUNCIL.sub(name, words) for key, words in field.options.items()},
        )
        for field in outline.kind.fields
    )
    return replace(outline, sections=sections, kind=replace(outline.kind, fields=fields))


def suggest_kind(book: LetterBook, request: Request, *, acknowledged: bool) -> str | None:
    """The letter to begin with: first the acknowledgement, then the advice or the consent decision; None where none fits."""
    fitting = [kind.key for kind in book.kinds() if kind.for_request(request.legal)]
    later = [key for key in fitting if key != "A1"]
    preferred = "A10" if request.legal.value == "consent" else "A9"
    if not acknowledged and "A1" in fitting:
        return "A1"
    return preferred if preferred in later else next(iter(fitting), None)


def _require_fit(outline: Outline, matter: Matter, request: Request) -> None:
    if request.id and not outline.kind.for_request(request.legal):
        raise LetterRefused("letter.request_does_not_fit", kind=outline.kind.key, title=outline.kind.title, request=request.title)
    if outline.kind.needs_decisions and not matter.decisions:
        raise LetterRefused("letter.nothing_to_answer", kind=outline.kind.key, title=outline.kind.title, request=request.title)


def _content(pen: Pen, outline: Outline, sections: tuple[Section, ...]) -> LetterContent:
    pen.section = ""
    matter, order = pen.matter, pen.matter.order
    own = one_line(order.letter.subject) if order.letter is not None else ""
    made = SUBJECTS.get(order.kind)
    subject = own or (made(pen) if made is not None else pen.write(f"{order.kind.lower()}_subject"))
    return LetterContent(
        kind=order.kind,
        title=subject,
        status=order.status,
        sender=frame.sender(pen),
        addressee=frame.addressee(pen),
        reference_lines=frame.reference_lines(pen),
        subject=subject,
        salutation=frame.salutation(pen),
        sections=sections,
        closing=pen.write("closing"),
        signatures=frame.signatures(pen),
        dated=order.dated,
        place=matter.council.place,
        confidentiality=frame.confidentiality(pen),
        copies=frame.copies(pen),
        annexes=frame.annexes(pen),
        numbered=outline.numbered,
        outline_version=outline.kind.outline_version,
        law_known_on=matter.law.known_on,
        reference=order.reference,
    )


def _sections(pen: Pen, outline: Outline) -> tuple[tuple[Section, ...], tuple[LetterPart, ...]]:
    """The sections that stand in the letter, in the council's order, and every section as its composer sees it."""
    letter = pen.matter.order.letter
    found: list[Section] = []
    parts: list[LetterPart] = []
    number = 0
    for section in in_order(outline, letter.section_order if letter is not None else ()):
        if not pen.holds(section.when):
            continue
        pen.section = section.key
        out = next((one for one in letter.left_out if one.section == section.key), None) if letter is not None else None
        blocks = _blocks(pen, outline, section) if out is None else []
        made = Section(key=section.key, heading=section.heading, blocks=tuple(blocks)) if blocks else None
        if made is not None:
            number += 1 if section.heading else 0
            found.append(made)
        elif out is not None:
            _kept_out(pen, section, out)
        elif section.empty is not None:
            pen.find("letter.section_left_out", section.empty, heading=section.heading or section.key)
        shown = number if made is not None and section.heading and outline.numbered else 0
        parts.append(_part(pen, section, made, out, shown))
    return tuple(found), tuple(parts)


def _kept_out(pen: Pen, section: SectionOutline, out: SectionChoice) -> None:
    """A section that the council keeps out is told; one without which the letter cannot be adopted stands in the way."""
    fields = {"heading": section.heading or section.key, "reason": out.reason.strip()}
    if mandatory(section):
        pen.block("letter.mandatory_section_out", section.key, heading=fields["heading"])
    elif fields["reason"]:
        pen.note("letter.section_out", section.key, **fields)
    else:
        pen.ask("letter.section_out_without_reason", section.key, heading=fields["heading"])


def _part(pen: Pen, section: SectionOutline, made: Section | None, out: SectionChoice | None, number: int) -> LetterPart:
    own = text_of(pen.matter.order.letter, section.key)
    items = part_items(pen.matter, section)
    state = PartState.DOSSIER
    if out is not None:
        state = PartState.LEFT_OUT
    elif made is None:
        state = PartState.EMPTY
    elif own is not None and own.replaces:
        state = PartState.OWN
    elif own is not None and own.text.strip():
        state = PartState.MIXED if len(made.blocks) > block_count(own.text) else PartState.OWN
    places = tuple(
        OwnPlace(key=block.name, label=pen.word(f"own_{block.name}"), text=_typed_under(pen, block.name))
        for block in section.blocks
        if block.kind is BlockKind.OWN and pen.holds(block.when)
    )
    return LetterPart(
        key=section.key,
        heading=section.heading or section.key,
        number=number,
        state=state,
        mandatory=mandatory(section),
        told=out.reason if out is not None else told(items, made, pen.word("part_in_letter"), pen.word("part_left_out")),
        own=own.text if own is not None else None,
        replaces=own.replaces if own is not None else False,
        items=items,
        places=places,
        reason=out.reason if out is not None else "",
    )


def _typed_under(pen: Pen, key: str) -> str:
    own = text_of(pen.matter.order.letter, key)
    return own.text if own is not None else ""


def _blocks(pen: Pen, outline: Outline, section: SectionOutline) -> list[Block]:
    """The blocks of a section; lead sentences stand only where something follows that does not come from the outline alone."""
    own = text_of(pen.matter.order.letter, section.key)
    if own is not None and own.replaces:
        return _written(pen, outline, section, own.text)
    blocks = blocks_of(own.text, "own", pen) if own is not None else []
    return blocks + _from_dossier(pen, outline, section)


def _written(pen: Pen, outline: Outline, section: SectionOutline, text: str) -> list[Block]:
    """A section in the council's own words instead of what the dossier gives.

    What stands in the way of adoption is found as if the dossier had filled it; an item counts as placed when its code is
    in the text.
    """
    blocks = blocks_of(text, "own", pen)
    placed, findings = set(pen.placed), len(pen.findings)
    _from_dossier(pen, outline, section)
    pen.placed = placed
    pen.findings[findings:] = [one for one in pen.findings[findings:] if one.weight is FindingWeight.BLOCKING]
    said = plain(text, matter_words(pen))
    pen.placed |= {item.id for _, item in items_of_section(pen.matter, section) if _names(said, pen.matter.codes.get(item.id))}
    if blocks:
        weight = FindingWeight.ATTENTION if mandatory(section) else FindingWeight.NOTE
        pen.find("letter.section_own_words", weight, heading=section.heading or section.key)
    return blocks


def _names(text: str, code: str | None) -> bool:
    return bool(code) and re.search(rf"\b{code}\b", text) is not None


def _from_dossier(pen: Pen, outline: Outline, section: SectionOutline) -> list[Block]:
    blocks: list[Block] = []
    waiting: list[tuple[BlockOutline, Block]] = []
    for place in section.blocks:
        if not pen.holds(place.when) or not pen.aims_at(place.goals):
            continue
        if place.kind is BlockKind.LEAD:
            waiting.append((place, replace(pen.paragraph(place.name), keep_with_next=True)))
        elif made := _fill(pen, outline, place):
            leads = [] if place.kind is BlockKind.SENTENCE else [block for _, block in waiting]
            blocks += leads + made
            waiting = []
        else:
            # "The course was as follows:" opens the course, not whatever comes next where there is no course.
            waiting = [(lead, block) for lead, block in waiting if lead.wide]
    return blocks


def _fill(pen: Pen, outline: Outline, place: BlockOutline) -> list[Block]:
    if place.kind is BlockKind.SENTENCE:
        return [pen.paragraph(place.name)]
    if place.kind is BlockKind.OWN:
        own = pen.own_text(place.name)
        return blocks_of(own.text, place.name, pen) if own is not None else []
    field = outline.kind.field(place.name)
    if place.kind is BlockKind.FIELD:
        return blocks_of(typed_value(pen.matter.order.letter, place.name), place.name, pen)
    if place.kind is BlockKind.ROWS and field is not None:
        return pen.filled_table(field)
    return SOURCES[outline.kind.key][place.name](pen)
