"""The check that what a dossier names stands in it: other items, codes given once, rows of one length, stored files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, Dossier, code
from orapp.domain.items import FileRef
from orapp.domain.references import REFERENCES, parts, references
from orapp.services.failures import Refusal


def file_references(value: object, place: str = "$") -> Iterator[tuple[str, FileRef]]:
    """Every stored file that a domain object names, with its place."""
    for _, part, where in parts(value, place):
        if isinstance(part, FileRef):
            yield where, part
        else:
            yield from file_references(part, where)


def check_references(dossier: Dossier) -> None:
    """Raise `Refusal` for the first id or code given twice, row of the wrong length, or id that names nothing."""
    collection_of: dict[str, str] = {}
    for name in COLLECTIONS:
        numbers: Counter[int] = Counter()
        for index, item in enumerate(getattr(dossier, name)):
            place = f"$.{name}[{index}]"
            if item.id in collection_of:
                raise Refusal("import.duplicate_id", place=f"{place}.id", id=item.id)
            collection_of[item.id] = name
            numbers[item.number] += 1
            if name in CODE_LETTERS and item.number and numbers[item.number] > 1:
                raise Refusal("import.duplicate_code", place=f"{place}.number", code=code(name, item))
    _check_rows(dossier)
    for found in references(dossier):
        if collection_of.get(found.target) not in REFERENCES[found.field]:
            raise Refusal("import.reference", place=found.place, id=found.target)


def _check_rows(dossier: Dossier) -> None:
    for index, sheet in enumerate(dossier.sheets):
        for line, row in enumerate(sheet.rows):
            if len(row) != len(sheet.columns):
                raise Refusal(
                    "import.row", place=f"$.sheets[{index}].rows[{line}]", cells=str(len(row)), columns=str(len(sheet.columns))
                )
