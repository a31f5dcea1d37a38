"""Letters by which the council puts something on the table itself: agenda and initiative (A6, A8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from orapp.domain.decisions import ResolutionKind
from orapp.domain.items import Theme
from orapp.domain.promises import CommitmentState
from orapp.letters import assessment_blocks
from orapp.letters.content import Block, LetterContent, Table
from orapp.letters.course_blocks import agreed_ahead
from orapp.letters.letter_fields import typed_rows
from orapp.letters.pen import Pen
from orapp.letters.wording import day, one_line

_AGENDA_DAYS = 7
_KIND, _GOAL = 1, 2


def status(pen: Pen) -> list[Block]:
    """On which ground the council proposes, and when it adopted the proposal."""
    letter = pen.matter.order.letter
    ids = {letter.id, letter.resolution_id} - {""} if letter is not None else set()
    found = [
        one
        for one in pen.matter.of_request(pen.matter.dossier.resolutions)
        if one.kind in {ResolutionKind.ADOPT_LETTER, ResolutionKind.OTHER}
        and one.carried
        and pen.matter.by_then(one.on)
        and (not one.letter_id or one.letter_id in ids)
    ]
    mine = [one for one in found if one.letter_id in ids or one.id in ids] or found
    return [pen.paragraph("a8_status", on=mine[-1].on if mine else None)]


def facts(pen: Pen) -> list[Block]:
    """The considerations that show what is the matter."""
    return assessment_blocks.considerations(pen, frozenset(Theme) - {Theme.ALTERNATIVES})


def consequences(pen: Pen) -> list[Block]:
    """The consequences for the staff; of its own proposal the council has no request that left something out."""
    return [block for block in assessment_blocks.consequences(pen) if isinstance(block, Table)]


def proposal(pen: Pen) -> list[Block]:
    """The text that the director can adopt as it stands, point by point."""
    items = [pen.coded(one, one.text if one.text.strip() else one.title) for one in pen.matter.decisions]
    return [pen.operative("a8_proposal"), *pen.coded_list("proposal", items)] if items else []


def explained(pen: Pen) -> list[Block]:
    """Why each point is proposed."""
    items = []
    for one in pen.matter.decisions:
        reason = one_line(one.outcome_reason)
        if reason:
            items.append(pen.coded(one, reason))
        else:
            pen.ask("letter.point_without_reason", "explained", code=pen.matter.code(one))
    return pen.coded_list("explained", items)


def opening(pen: Pen) -> list[Block]:
    """What every consultation meeting begins with."""
    return [pen.paragraph("a6_opening")] if pen.filled("items") else []


def closing(pen: Pen) -> list[Block]:
    """What every consultation meeting ends with."""
    return [pen.paragraph("a6_closing")] if pen.filled("items") else []


def running(pen: Pen) -> list[Block]:
    """The agreed dates ahead; the months of the council are its own affair and stay out."""
    rows = [(one_line(one.subject), day(one.due)) for one in agreed_ahead(pen.matter)]
    return pen.table("running", ("head_step", "head_date"), rows, (5, 3))


def open_promises(pen: Pen) -> list[Block]:
    """The commitments that are not kept yet."""
    rows = []
    for item in pen.matter.commitments:
        if pen.matter.left_out(item) or (item.state is CommitmentState.KEPT and pen.matter.by_then(item.kept_on)):
            continue
        pen.placed.add(item.id)
        due = one_line(item.due_text) or (day(item.due) if item.due else "–")
        rows.append((pen.matter.code(item), one_line(item.text).strip("“”"), one_line(item.by) or "–", due))
    return pen.table("open_promises", ("head_code", "head_promise", "head_who", "head_due"), rows, (1, 6, 2, 2))


def check_agenda(pen: Pen, content: LetterContent) -> None:
    """Sent in time, and each point says what it is and what it is for (art. 14 lid 2 onder g, letters.md A6)."""
    on = pen.fields.get("f_meeting_on")
    if isinstance(on, date):
        if on <= pen.matter.dated:
            pen.block("letter.meeting_past", "meeting", on=day(on))
        elif pen.holds("is_works_council") and on - pen.matter.dated < timedelta(days=_AGENDA_DAYS) and not pen.filled("urgent"):
            pen.ask("letter.agenda_late", "meeting", on=day(on))
    legal = False
    for number, row in enumerate(typed_rows(pen.matter.order.letter, "items"), start=1):
        cells = (*row, "", "", "")
        legal = legal or any(article in cells[_KIND] for article in ("25", "27"))
        if not cells[_KIND].strip() or not cells[_GOAL].strip():
            pen.ask("letter.item_without_goal", "agenda", number=str(number), subject=one_line(cells[0]))
    if pen.holds("answers_request") and pen.holds("is_works_council") and not legal:
        pen.ask("letter.agenda_without_article", "agenda", title=pen.matter.request.title)


def check_initiative(pen: Pen, content: LetterContent) -> None:
    """The mistakes that are known of an initiative (letters.md A8)."""
    if not [item for item in pen.matter.alternatives if not pen.matter.left_out(item)]:
        pen.ask("letter.initiative_without_alternative", "alternatives")
    if any(one.track.value == "unions" for one in pen.matter.decisions):
        pen.ask("letter.initiative_for_unions", "proposal")


SOURCES: Mapping[str, Mapping[str, Callable[[Pen], list[Block]]]] = MappingProxyType(
    {
        "A6": {"opening": opening, "closing": closing, "running": running, "open_promises": open_promises},
        "A8": {"status": status, "facts": facts, "consequences": consequences, "proposal": proposal, "explained": explained},
    }
)
"""What fills the sections of these letters beside what all share, by kind."""

CHECKS: Mapping[str, Callable[[Pen, LetterContent], None]] = MappingProxyType({"A6": check_agenda, "A8": check_initiative})
"""What is looked at in these letters beside what every letter shares."""
