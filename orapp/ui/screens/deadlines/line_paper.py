"""The line of time on paper: printing it prints the line itself, with the reason of each term in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from orapp.services.lists import ListContent
from orapp.texts.dates import long_date
from orapp.ui.kit.list_actions import ListActions
from orapp.ui.kit.timeline import scale_for
from orapp.ui.kit.timeline_pages import TimelineEntry, TimelinePages, TimelineSheet
from orapp.ui.screens.deadlines.columns import CLOSED, actor_word, ground_words, list_columns, span_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from orapp.domain.derived import Deadline
    from orapp.services.desk import Desk
    from orapp.services.rows import DeadlineRow
    from orapp.ui.kit.tables import Table
    from orapp.ui.kit.workplace import Workplace


class LineActions(ListActions):
    """The acts of the line of time: it is printed as a line; for Excel and CSV it leaves with the columns of the list."""

    def __init__(
        self,
        table: Table[DeadlineRow],
        place: Workplace,
        desk: Desk,
        *,
        heading: str,
        note: Callable[[], str],
        all_rows: Callable[[], Callable[[], Sequence[DeadlineRow]]],
        fill: Callable[[Any], None],
    ) -> None:
        super().__init__(
            table,
            place,
            heading=heading,
            note=note,
            all_rows=all_rows,
            columns=lambda: list_columns(place.today),
            fill=fill,
        )
        self._line_place = place
        self._desk = desk
        self._line_heading = heading
        self._line_note = note
        self._line_rows = all_rows

    @override
    def print(self) -> None:
        """Shows the pages of the line of time with every term that the filters leave, and prints them from there."""
        ask, today, desk = self._line_rows(), self._line_place.today(), self._desk
        heading, note = self._line_heading, self._line_note()

        def look() -> TimelineSheet:
            rows = ask()
            whole = desk.overview.deadlines([(row.dossier_id, row.key) for row in rows])
            return sheet_of(heading, desk.council.read().name, note, today, rows, whole)

        self._line_place.tasks.read(self, "tijdlijn-op-papier", look, self._show_pages)

    def _show_pages(self, sheet: TimelineSheet) -> None:
        rows = tuple((entry.title,) for entry in sheet.entries)
        content = ListContent(heading=sheet.heading, on=sheet.scale.today, columns=(), rows=rows, note=sheet.note)
        look = self._line_place.look
        self._preview(content, partial(TimelinePages, sheet, look.font(), look))


def sheet_of(
    heading: str, council: str, note: str, today: date, rows: Sequence[DeadlineRow], whole: Sequence[Deadline | None]
) -> TimelineSheet:
    """What stands on the pages of these terms; `whole` tells for each how it was counted, None where it is gone."""
    spans = [span_of(row, today) for row in rows]
    entries = tuple(
        TimelineEntry(
            title=f"{row.title} {row.subject}".strip(),
            about=f"{row.reference} {row.dossier_title}",
            reasons=_reasons(row, deadline),
            span=span,
        )
        for row, deadline, span in zip(rows, whole, spans, strict=True)
    )
    return TimelineSheet(heading=heading, council=council, note=note, scale=scale_for(spans, today), entries=entries)


def _reasons(row: DeadlineRow, deadline: Deadline | None) -> tuple[str, ...]:
    """A term in words: its day, from when and by what it counts, on what ground, who must act, and what is not sure."""
    ground = QCoreApplication.translate("terms", "Grond: {ground}. Aan zet: {actor}.").format(
        ground=ground_words(row), actor=actor_word(row.actor)
    )
    lines = [row.shown]
    if deadline is not None:
        if deadline.start != deadline.plain_end:  # a day that was chosen counts from nothing
            begins = QCoreApplication.translate("terms", "Begin: {day}, {event}.")
            lines.append(begins.format(day=long_date(deadline.start), event=deadline.start_event.removesuffix(".")))
        lines.append(" ".join(deadline.steps))
    lines.append(ground)
    if deadline is not None and deadline.dispute:
        lines.append(QCoreApplication.translate("terms", "Niet zeker: {why}").format(why=deadline.dispute))
    if row.state == CLOSED:
        lines.append(QCoreApplication.translate("terms", "Afgesloten: {why}").format(why=row.closed_because))
    return tuple(line for line in lines if line)
