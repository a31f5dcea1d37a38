"""The list of dossiers as the archive in memory filters and groups it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Protocol

from orapp.services.failures import Refusal
from orapp.services.rows import BinRow, Changes, DestructionReport, DossierGroup, DossierQuery, GroupCount, Visibility

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.services.rows import DossierRow

BINNED_AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
LAST_BACKUP_ENDS = date(2027, 11, 21)


class KeepsLists(Protocol):
    """What the archive in memory keeps for its lists."""

    kept: dict[str, Dossier]
    binned: dict[str, tuple[Dossier, str]]
    told_settings: dict[str, str]


class MemoryLists:
    """Groups, words, settings and the bin of the archive in memory."""

    def __init__(self, kept: KeepsLists, person: str) -> None:
        self._lists = kept
        self._person = person
        self.changes = Changes()

    def _matching(self, query: DossierQuery, visibility: Visibility) -> list[DossierRow]:
        raise NotImplementedError

    def dossier_groups(self, query: DossierQuery, visibility: Visibility) -> tuple[GroupCount, ...]:
        return counts_of(query.group_by, self._matching(query, visibility))

    def list_words(self, visibility: Visibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
        tags, owners = words_of(self._matching(DossierQuery(), visibility))
        return tags, owners if visibility.names else ()

    def settings(self) -> Mapping[str, str]:
        return dict(self._lists.told_settings)

    def put_setting(self, key: str, value: str) -> None:
        self._lists.told_settings[key] = value

    def put_typed(self, key: str, text: str) -> None:
        self._lists.told_settings.pop(key, None)
        if text:
            self._lists.told_settings[key] = text

    def bin(self) -> tuple[BinRow, ...]:
        return tuple(
            BinRow(
                kind="dossier",
                id=one.id,
                label=f"{one.reference} {one.title}",
                binned_at=BINNED_AT,
                by=person,
                secret=one.secret,
            )
            for one, person in self._lists.binned.values()
        )

    def move_to_bin(self, dossier_id: str) -> None:
        found = next((one for one in self._lists.kept.values() if one.id == dossier_id), None)
        if found is None:
            raise Refusal("dossier.gone")
        del self._lists.kept[found.reference]
        self._lists.binned[dossier_id] = (found, self._person)
        self.note(dossier_id)

    def take_from_bin(self, dossier_id: str) -> None:
        found = self._lists.binned.pop(dossier_id, None)
        if found is None:
            raise Refusal("dossier.gone")
        self._lists.kept[found[0].reference] = found[0]
        self.note(dossier_id)

    def destroy_dossier(self, dossier_id: str, reason: str) -> DestructionReport:
        found = self._lists.binned.pop(dossier_id, None)
        if found is None:
            raise Refusal("dossier.gone")
        items = sum(1 for _ in found[0].items()) + 1
        return DestructionReport(
            items=items, journal_values=items, last_backup_ends=LAST_BACKUP_ENDS, backups_kept_by_hand=("kopie op stick",)
        )

    def note(self, dossier_id: str) -> None:
        """The lists changed, because of this dossier."""
        self.changes = replace(self.changes, dossier_ids=(*self.changes.dossier_ids, dossier_id), lists=True)


def kept_by(query: DossierQuery, row: DossierRow) -> bool:
    """Whether the filters on tag, owner, attention, secrecy and group leave this row."""
    return (
        (not query.tag or query.tag in row.tags)
        and (not query.owner or row.owner == query.owner)
        and (not query.attention or row.attention > 0)
        and (not query.secret or row.secret)
        and (query.group_by is None or query.group is None or group_value(query.group_by, row) == query.group)
    )


def group_value(by: DossierGroup, row: DossierRow) -> str:
    """The group in which a row stands."""
    match by:
        case DossierGroup.KIND:
            return row.kind.value
        case DossierGroup.PHASE:
            return row.phase_label
        case DossierGroup.TURN:
            return row.turn
        case DossierGroup.OWNER:
            return row.owner
        case DossierGroup.MONTH:
            return row.next_deadline.isoformat()[:7] if row.next_deadline is not None else ""


def counts_of(by: DossierGroup | None, rows: Iterable[DossierRow]) -> tuple[GroupCount, ...]:
    """The groups of these rows; what has none stands last."""
    counts: dict[str, int] = {}
    for row in rows:
        if by is not None:
            value = group_value(by, row)
            counts[value] = counts.get(value, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (not pair[0], pair[0].casefold()))
    return tuple(GroupCount(value=value, count=count) for value, count in ordered)


def words_of(rows: Iterable[DossierRow]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags and the owners of these rows."""
    known = list(rows)
    tags = {tag for row in known for tag in row.tags}
    return tuple(sorted(tags, key=str.casefold)), tuple(sorted({row.owner for row in known if row.owner}, key=str.casefold))
