"""How many members a works council has, by the number of persons who work in the undertaking (art. 6 lid 1 WOR)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from orapp.law.reading import ITEM, Provenance, open_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The table of art. 6 lid 1: lower bound included, upper excluded, as `(from, members)` in ascending order."""

    article: str
    note: str
    bands: tuple[tuple[int, int], ...]
    origin: Provenance

    def members(self, persons: int) -> int:
        """The number of members by law; the reglement may set another with the ondernemer's permission.

        Raises `ValueError` for a negative number of persons.
        """
        if persons < 0:
            raise ValueError("het aantal personen is negatief")
        return max((members for start, members in self.bands if start <= persons), default=0)


def read_composition(files: Mapping[str, Mapping[str, object]]) -> Composition:
    """The table from `composition.toml`; raises `LawDataError` unless it starts at 0 and ascends."""
    whole, sources = open_file(files, "composition")
    whole.only(("sources", "article", "note", "band", *ITEM))
    bands = tuple((table.number("from"), table.number("members")) for table in whole.tables("band"))
    if (
        not bands
        or bands[0][0] != 0
        or any(a >= b for first, second in pairwise(bands) for a, b in zip(first, second, strict=True))
    ):
        raise whole.fail("band begint niet bij 0 of loopt niet op")
    return Composition(article=whole.text("article"), note=whole.text("note", ""), bands=bands, origin=whole.provenance(sources))
