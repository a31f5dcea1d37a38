"""Keeping the council: its people, addresses and agreements."""

from __future__ import annotations

from orapp.domain.council import Council
from orapp.services.failures import Refusal
from orapp.services.ports import Archive
from orapp.services.rows import Changes, DestructionReport


class CouncilService:
    """The council of one open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read(self) -> Council:
        """The council as it stands."""
        with self._archive.read() as reader:
            return reader.council()

    def save(self, before: Council, after: Council, person: str, origin: str = "") -> Changes:
        """Keep a successor. Raises Refusal("council.no_name"), Refusal("item.changed_since")."""
        if not after.name.strip():
            raise Refusal("council.no_name", place="name")
        with self._archive.write(person, origin) as work:
            work.save_council(before, after)
            return work.changes

    def destroy_person(self, person_id: str, reason: str, person: str) -> DestructionReport:
        """Destroy what is kept of a member or contact, the journal's values included."""
        if not reason.strip():
            raise Refusal("destroy.no_reason", place="reason")
        with self._archive.write(person) as work:
            return work.destroy_person(person_id, reason)
