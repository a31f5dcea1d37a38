"""Keeping dossiers: lists, one dossier with what the law derives from it, editing, and dossiers as files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from orapp.domain.council import Council, CouncilKind
from orapp.domain.dossier import Dossier, DossierKind, code
from orapp.domain.editing import Difference, Edit, EditConflict, difference, inverse
from orapp.domain.items import FileRef
from orapp.services.failures import Refusal
from orapp.services.ports import TYPED, Archive, Clock, DossierCodec, Identities
from orapp.services.rows import (
    FULL_VIEW,
    Changes,
    DeadlineQuery,
    DeadlineRow,
    DestructionReport,
    DossierPage,
    DossierQuery,
    JournalRow,
    Visibility,
)

if TYPE_CHECKING:
    from orapp.domain.derivation import RequestCourse
    from orapp.domain.derived import Derived
    from orapp.law.book import LawBook
    from orapp.law.proof import ProofSheet

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """A dossier as it stands today: itself, its deadlines and summary, and each procedure step by step.

    `keeper` is the body that keeps the archive.
    """

    dossier: Dossier
    derived: Derived
    procedures: tuple[RequestCourse, ...]
    keeper: CouncilKind = CouncilKind.OR


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDossier:
    """What a new dossier needs: no more than a title, a kind and a date."""

    title: str
    kind: DossierKind
    opened_on: date
    grounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A dossier after an edit, what the edit did to it, and what the screens are to know."""

    dossier: Dossier
    difference: Difference
    changes: Changes


class DossierService:
    """What a user can do with dossiers in one open archive. The law is read when a dossier is first looked at, not for lists."""

    def __init__(
        self, archive: Archive, clock: Clock, identities: Identities, law: Callable[[], LawBook], codec: DossierCodec
    ) -> None:
        self._archive = archive
        self._clock = clock
        self._identities = identities
        self._law = law
        self._codec = codec

    def page(self, query: DossierQuery, visibility: Visibility = FULL_VIEW) -> DossierPage:
        """One page of the list."""
        with self._archive.read() as reader:
            return reader.dossiers(query, visibility)

    def count(self, query: DossierQuery, visibility: Visibility = FULL_VIEW) -> int:
        """How many dossiers the query has in all."""
        with self._archive.read() as reader:
            return reader.dossier_count(query, visibility)

    def deadlines(self, query: DeadlineQuery, visibility: Visibility = FULL_VIEW) -> tuple[DeadlineRow, ...]:
        """Deadlines over dossiers, nearest first."""
        with self._archive.read() as reader:
            return reader.deadlines(query, visibility)

    def view(self, reference: str) -> DossierView:
        """A dossier as it stands today. Raises Refusal("dossier.unknown")."""
        with self._archive.read() as reader:
            dossier, council = reader.dossier(reference), reader.council()
        return self._derived_view(dossier, council)

    def _derived_view(self, dossier: Dossier, council: Council) -> DossierView:
        # What knows the law is imported with it, when a dossier is first looked at.
        from orapp.domain.alarms import in_recess
        from orapp.domain.derivation import derive_whole

        today = self._clock.today()
        derived, procedures = derive_whole(dossier, self._law(), today, council.kind)
        resting = in_recess(derived.deadlines, council.recesses)
        summary = replace(derived.summary, attention=(*derived.summary.attention, *resting))
        return DossierView(
            dossier=dossier,
            derived=replace(derived, summary=summary),
            procedures=procedures,
            keeper=council.kind,
        )

    def journal(self, reference: str, limit: int = 500) -> tuple[JournalRow, ...]:
        """Who changed what in a dossier, newest first."""
        with self._archive.read() as reader:
            return reader.journal(reader.dossier(reference).id, limit)

    def proof(self, reference: str, deadline_key: str) -> ProofSheet:
        """The proof sheet of one deadline. Raises Refusal("deadline.unknown") when the dossier has no such deadline."""
        from orapp.domain.deadlines import whole_title
        from orapp.domain.derivation import deadlines_on
        from orapp.domain.own_name import long_name, spoken_by
        from orapp.law.dutch_dates import in_words
        from orapp.law.proof import proof_lines
        from orapp.law.terms import compute

        with self._archive.read() as reader:
            dossier, keeper = reader.dossier(reference), reader.council().kind
            journal = reader.journal(dossier.id, limit=5000)
        found = deadlines_on(dossier, self._law(), self._clock.today(), keeper)
        deadline = next((item for item in found if item.key == deadline_key), None)
        if deadline is None:
            raise Refusal("deadline.unknown", reference=reference)
        entries = [row for row in journal if row.item_id == deadline.start_source_id]
        first = min(entries, key=lambda row: row.sequence, default=None)
        papers = [paper for paper in dossier.papers if paper.id == deadline.start_source_id]
        rule, name = self._law().rules[deadline.rule], keeper.value.upper()
        subject = f" ({deadline.subject})" if deadline.subject else ""
        sheet = proof_lines(
            replace(rule, title=f"{whole_title(dossier, deadline)}{subject}", actor=deadline.actor),
            compute(replace(rule, actor=deadline.actor), deadline.start, self._law().calendar),
            start_event=f"{dossier.reference} {dossier.title} – {deadline.start_event}",
            entered_by=f"{first.person}, {first.device}" if first else "",
            entered_at=first.at.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M") if first else "",
            documents=tuple(f"D{paper.number} {paper.title}" for paper in papers),
            known_on=self._law().known_on,
            said=lambda words: spoken_by(words, name),
            council=long_name(name),
        )
        later = [f"{why} Gerekend vanaf dan: {in_words(day)}." for day, why in deadline.arguable]
        told = {doubt for doubt in (deadline.warning, *later) if doubt and doubt not in sheet.doubts}
        return replace(sheet, doubts=(*sheet.doubts, *sorted(told)))

    def create(self, new: NewDossier, person: str, origin: str = "") -> tuple[Dossier, Changes]:
        """Open a new dossier with the next reference. Raises Refusal("dossier.no_title")."""
        if not new.title.strip():
            raise Refusal("dossier.no_title", place="title")
        with self._archive.write(person, origin) as work:
            dossier = Dossier(
                id=self._identities.new_id(),
                reference=work.next_reference(new.opened_on.year),
                title=new.title.strip(),
                kind=new.kind,
                opened_on=new.opened_on,
                grounds=new.grounds,
            )
            work.add(dossier)
            changes = work.changes
        return dossier, changes

    def foresee(self, dossier: Dossier) -> DossierView:
        """A dossier that is not kept yet, as it would stand today: which terms it leads to, and what comes next."""
        with self._archive.read() as reader:
            council = reader.council()
        return self._derived_view(dossier, council)

    def begin(
        self, dossier: Dossier, person: str, origin: str = "", *, content: Iterable[bytes] | None = None
    ) -> tuple[Dossier, Changes]:
        """Keep a dossier that was begun, with the next reference, and the file of its first paper in pieces.

        Raises Refusal("dossier.no_title"), Refusal("file.too_large").
        """
        if not dossier.title.strip():
            raise Refusal("dossier.no_title", place="title")
        with self._archive.write(person, origin) as work:
            if content is not None and dossier.papers and dossier.papers[0].file is not None:
                first = dossier.papers[0]
                named = dossier.papers[0].file
                kept = work.put_file(content, named.name, named.media_type)
                dossier = replace(dossier, papers=(replace(first, file=kept), *dossier.papers[1:]))
            dossier = replace(dossier, reference=work.next_reference(dossier.opened_on.year))
            work.add(dossier)
            # In the same transaction: what was typed for it never comes back once it is there.
            work.put_typed(_unfinished(origin), "")
            changes = work.changes
        return dossier, changes

    def unfinished(self, origin: str) -> str:
        """What was typed in a window for a dossier that was not made yet, or empty."""
        with self._archive.read() as reader:
            return reader.settings().get(_unfinished(origin), "")

    def keep_unfinished(self, text: str, person: str, origin: str) -> None:
        """Keep what is typed for a dossier that is not made yet; empty forgets it. It stands in no journal and no list."""
        with self._archive.write(person, origin) as work:
            work.put_typed(_unfinished(origin), text)

    def save(self, before: Dossier, after: Dossier, person: str, origin: str = "") -> tuple[Dossier, Changes]:
        """Keep a successor of a loaded dossier. Raises Refusal("item.changed_since")."""
        with self._archive.write(person, origin) as work:
            saved = work.save(before, after)
            changes = work.changes
        return saved, changes

    def new_id(self) -> str:
        """An identity for a new item."""
        return self._identities.new_id()

    def edit(self, dossier_id: str, edit: Edit, person: str, origin: str = "") -> Edited:
        """Apply an edit to the newest dossier and keep it. Raises Refusal("item.changed_since") where it meets another's."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            try:
                after = edit(before)
            except EditConflict as conflict:
                item = before.find(conflict.item_id)
                shown = code(conflict.collection, item) if item is not None else ""
                raise Refusal(
                    "item.changed_since", place=conflict.item_id, collection=conflict.collection, code=shown
                ) from conflict
            saved = work.save(before, after)
            changes = work.changes
        return Edited(dossier=saved, difference=difference(before, saved), changes=changes)

    def undo(self, dossier_id: str, done: Difference, person: str, origin: str = "") -> Edited:
        """Take an edit back by a new one. Raises Refusal("item.changed_since") where somebody changed it since."""
        return self.edit(dossier_id, inverse(done), person, origin)

    def drafts(self, dossier_id: str) -> Mapping[tuple[str, str, str], str]:
        """Text that was typed and is not yet part of the dossier, by (item id, field, window)."""
        with self._archive.read() as reader:
            return reader.drafts(dossier_id)

    def put_draft(self, dossier_id: str, item_id: str, field: str, window: str, text: str, person: str) -> None:
        """Keep what is being typed; a draft stands in no journal and no list."""
        with self._archive.write(person) as work:
            work.put_draft(dossier_id, item_id, field, window, text)

    def clear_draft(self, item_id: str, field: str, window: str, person: str) -> None:
        """Forget a draft, because it became an edit or is not wanted."""
        with self._archive.write(person) as work:
            work.clear_draft(item_id, field, window)

    def bin(self, reference: str, person: str) -> Changes:
        """Move a dossier to the bin, from which it can come back."""
        with self._archive.write(person) as work:
            work.move_to_bin(work.dossier(reference).id)
            return work.changes

    def destroy(self, dossier_id: str, reason: str, person: str) -> DestructionReport:
        """Destroy a dossier for good, the journal's values included; says when the last backup that holds it ends."""
        if not reason.strip():
            raise Refusal("destroy.no_reason", place="reason")
        with self._archive.write(person) as work:
            return work.destroy_dossier(dossier_id, reason)

    def export(self, reference: str, *, include_strategy: bool = False, include_personal: bool = True) -> bytes:
        """The dossier as JSON with its documents; the strategy note only when asked for."""
        with self._archive.read() as reader:
            dossier = reader.dossier(reference)
            council = reader.council()
            shas = {ref.sha256 for ref in _file_refs(dossier)}
            files = {sha: b"".join(reader.read_file(sha)) for sha in shas}
        return self._codec.write(
            dossier, council.name, files, include_strategy=include_strategy, include_personal=include_personal
        )

    def import_(self, data: bytes, person: str, *, same_id: str = "refuse") -> tuple[Dossier, Changes]:
        """Bring in a dossier whole or not at all.

        `same_id` says what to do where the archive has it already: "refuse", "replace" or "copy" (with new identities).
        A reference that is taken by another dossier is replaced by the next free one. Raises Refusal("import.…").
        """
        dossier, files = self._codec.read(data)
        with self._archive.write(person) as work:
            present = self._present(work.dossier_by_id, dossier.id)
            if present is not None and same_id == "refuse":
                raise Refusal("import.exists", reference=present.reference)
            if present is not None and same_id == "copy":
                dossier = _renewed(dossier, self._identities.new_id)
                present = None
            for ref in _file_refs(dossier):
                if ref.sha256 in files:
                    work.put_file([files[ref.sha256]], ref.name, ref.media_type)
            if present is not None:
                dossier = replace(dossier, reference=present.reference, version=present.version)
                saved = work.save(present, dossier)
                return saved, work.changes
            if not dossier.reference or self._present(work.dossier, dossier.reference) is not None:
                dossier = replace(dossier, reference=work.next_reference(dossier.opened_on.year))
            work.add(dossier)
            return dossier, work.changes

    @staticmethod
    def _present(find: Callable[[str], Dossier], key: str) -> Dossier | None:
        try:
            return find(key)
        except Refusal:
            return None


def _unfinished(window: str) -> str:
    return f"{TYPED}new-dossier/{window}"


def _file_refs(value: object) -> list[FileRef]:
    """Every file that a value speaks of, each content once."""
    found: dict[str, FileRef] = {}
    stack = [value]
    while stack:
        current = stack.pop()
        if isinstance(current, FileRef):
            found.setdefault(current.sha256, current)
        elif isinstance(current, tuple):
            stack.extend(current)
        elif is_dataclass(current) and not isinstance(current, type):
            stack.extend(getattr(current, field.name) for field in fields(current))
    return list(found.values())


def _renewed(dossier: Dossier, new_id: Callable[[], str]) -> Dossier:
    """The same dossier under new identities, every reference between its parts renewed with them."""
    names: Mapping[str, str] = {old: new_id() for old in [dossier.id, *(item.id for _, item in dossier.items())]}
    return cast("Dossier", _renamed(dossier, names))


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, tuple):
        return tuple(_renamed(part, names) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _renamed(getattr(value, field.name), names) for field in fields(value)})
    return names.get(value, value) if isinstance(value, str) else value
