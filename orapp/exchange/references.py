"""Which fields of a dossier point at other items, and the check that they point at something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import MappingProxyType

from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, Dossier, code
from orapp.domain.items import FileRef
from orapp.services.failures import Refusal

ANY = tuple(COLLECTIONS)
SHOWN_IN = ("papers", "events", "letters")

REFERENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "request_id": ("requests",),
        "decision_ids": ("proposed_decisions",),
        "paper_id": ("papers",),
        "body_paper_id": ("papers",),
        "withdrawal_paper_id": ("papers",),
        "report_paper_id": ("papers",),
        "asked_in_id": SHOWN_IN,
        "answered_in_id": SHOWN_IN,
        "recorded_in_id": SHOWN_IN,
        "confirmed_in_id": SHOWN_IN,
        "replaced_by_id": ("agreed_dates",),
        "destination_ids": ANY,
        "removes_ids": ("objections",),
        "commitment_id": ("commitments",),
        "item_id": ANY,
        "letter_id": ("letters",),
        "resolution_id": ("resolutions",),
        "annex_ids": ANY,
        "source_id": ANY,
    }
)
"""Each field that names other items of the dossier by id, with the collections in which they may stand."""

OUTSIDE = frozenset({"addressee_id", "member_id"})
"""Fields that name people of the council, who do not travel with a dossier."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reference that was found: the place of it, the field's name and the id that it names."""

    place: str
    field: str
    target: str


def references(value: object, place: str = "$") -> Iterator[Found]:
    """Every reference inside a domain object that names something, in order."""
    for name, part, where in parts(value, place):
        if name in REFERENCES:
            targets = (part,) if isinstance(part, str) else part
            if isinstance(targets, tuple):
                for index, target in enumerate(targets):
                    if target:
                        yield Found(where if isinstance(part, str) else f"{where}[{index}]", name, str(target))
        else:
            yield from references(part, where)


def file_references(value: object, place: str = "$") -> Iterator[tuple[str, FileRef]]:
    """Every stored file that a domain object names, with its place."""
    for _, part, where in parts(value, place):
        if isinstance(part, FileRef):
            yield where, part
        else:
            yield from file_references(part, where)


def parts(value: object, place: str) -> Iterator[tuple[str, object, str]]:
    """The fields of a dataclass or the members of a tuple, as (field name or empty, value, place)."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield field.name, getattr(value, field.name), f"{place}.{field.name}"
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield "", part, f"{place}[{index}]"


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
