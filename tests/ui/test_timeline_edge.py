"""A term that began before the line of time is drawn from the edge of that line, and nothing stands left of it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.kit.timeline import Span, TimelineDelegate, TimeScale

LEFT, MIDDLE = 20, 15
SCALE = TimeScale(first=date(2026, 3, 1), last=date(2026, 5, 1), today=date(2026, 3, 10))


@pytest.mark.parametrize(("start", "drawn"), [(date(2026, 1, 5), True), (date(2026, 3, 20), False)])
def test_a_bar_begins_at_the_edge_of_the_line(look: Look, start: date, drawn: bool) -> None:
    model: RowModel[Span] = RowModel([Column(key="when", title="Wanneer", cell=lambda _row: Cell(text=""))])
    table = Table(model, look, "lijn", "Lijn")
    delegate = TimelineDelegate(look, table, 0, lambda span: span)
    span = Span(start=start, act_by=date(2026, 4, 10), last_day=date(2026, 4, 10), nature="wet", tone=Tone.ACCENT)
    picture = QImage(400, 2 * MIDDLE, QImage.Format.Format_RGB32)
    ground = QColor("white")
    picture.fill(ground)
    painter = QPainter(picture)
    delegate._paint_span(painter, QRectF(LEFT, 0, 340, 2 * MIDDLE), SCALE, span)
    painter.end()
    row = [picture.pixelColor(at, MIDDLE) for at in range(LEFT + 2)]
    assert all(colour == ground for colour in row[:LEFT])
    assert (row[LEFT] != ground) is drawn
    assert (picture.pixelColor(LEFT, MIDDLE - 3) != ground) is drawn, "it runs in with its full height"
    table.deleteLater()
