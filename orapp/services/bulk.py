"""Several dossiers in one act: a tag, an owner, the bin; one transaction, journalled for each, and taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from orapp.domain.editing import Difference, Edit, EditConflict, difference, inverse, set_head
from orapp.services.failures import Refusal
from orapp.services.rows import Changes

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.services.ports import Archive, UnitOfWork

HeadEdit = Callable[["Dossier"], Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkDone:
    """What was done to several dossiers: how to take it back, and what the screens are to know."""

    differences: tuple[tuple[str, Difference], ...] = ()
    binned: tuple[str, ...] = ()
    changes: Changes

    @property
    def count(self) -> int:
        """How many dossiers it really changed."""
        return len(self.differences) + len(self.binned)


def add_tag(tag: str) -> HeadEdit:
    """Gives a dossier a tag that it may have already. Raises Refusal("bulk.no_tag") for an empty one."""
    word = " ".join(tag.split())
    if not word:
        raise Refusal("bulk.no_tag", place="tag")
    return lambda dossier: set_head(dossier, tags=dossier.tags if word in dossier.tags else (*dossier.tags, word))


def remove_tag(tag: str) -> HeadEdit:
    """Takes a tag away where it stands."""
    return lambda dossier: set_head(dossier, tags=tuple(one for one in dossier.tags if one != tag))


def set_owner(owner: str) -> HeadEdit:
    """Says who keeps a dossier; empty is nobody."""
    name = " ".join(owner.split())
    return lambda dossier: set_head(dossier, owner=name)


class BulkService:
    """Acts on several dossiers of one open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def change(self, dossier_ids: Sequence[str], edit: HeadEdit, person: str, origin: str = "") -> BulkDone:
        """Apply an edit to each, all of them or none; what already was so is left alone."""
        with self._archive.write(person, origin) as work:
            done = tuple(self._keep(work, dossier_id, edit) for dossier_id in dossier_ids)
            changes = work.changes
        kept = tuple((dossier_id, found) for dossier_id, found in zip(dossier_ids, done, strict=True) if found)
        return BulkDone(differences=kept, changes=changes)

    def to_bin(self, dossier_ids: Sequence[str], person: str, origin: str = "") -> BulkDone:
        """Move them to the bin, from which they can come back."""
        with self._archive.write(person, origin) as work:
            for dossier_id in dossier_ids:
                work.move_to_bin(dossier_id)
            changes = work.changes
        return BulkDone(binned=tuple(dossier_ids), changes=changes)

    def from_bin(self, dossier_ids: Sequence[str], person: str, origin: str = "") -> Changes:
        """Take them from the bin."""
        with self._archive.write(person, origin) as work:
            for dossier_id in dossier_ids:
                work.take_from_bin(dossier_id)
            return work.changes

    def undo(self, done: BulkDone, person: str, origin: str = "") -> Changes:
        """Take an act back, all of it or nothing. Raises Refusal("item.changed_since") where one was changed since."""
        if done.binned:
            return self.from_bin(done.binned, person, origin)
        with self._archive.write(person, origin) as work:
            for dossier_id, was in done.differences:
                self._keep(work, dossier_id, partial(_inverse_of, was))
            return work.changes

    @staticmethod
    def _keep(work: UnitOfWork, dossier_id: str, edit: HeadEdit) -> Difference:
        before = work.dossier_by_id(dossier_id)
        try:
            after = edit(before)(before)
        except EditConflict as conflict:
            raise Refusal(
                "item.changed_since", place=dossier_id, collection=conflict.collection, code=before.reference
            ) from conflict
        if after == before:
            return Difference()
        return difference(before, work.save(before, after))


def _inverse_of(was: Difference, _dossier: Dossier) -> Edit:
    return inverse(was)
