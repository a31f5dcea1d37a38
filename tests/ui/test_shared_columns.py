"""The columns of a table of the council share their room by what their words need."""

from __future__ import annotations

import pytest

from orapp.ui.screens.dossier import sheets_card


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        ([60, 200, 240], (60, 200, 240)),
        ([60, 300, 300], (60, 220, 220)),
        ([40] * 9 + [90], (*[40] * 9, 90)),
        ([300, 300], (250, 250)),
        ([], ()),
    ],
)
def test_what_a_narrow_column_does_not_need_the_wide_ones_have(wanted: list[int], got: tuple[int, ...]) -> None:
    assert sheets_card.shared_pixels(wanted) == got
