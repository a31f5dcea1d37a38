"""An archive in memory: it keeps dossiers, derives with the real law, and answers as the ports promise."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from orapp.domain.council import Council
from orapp.domain.derived import DeadlineState, Derived
from orapp.domain.dossier import Dossier, DossierStatus
from orapp.domain.items import FileRef
from orapp.domain.points import Point
from orapp.law.book import LawBook
from orapp.services.failures import Circumstance, Refusal
from orapp.services.found_rows import found_letter, found_paper
from orapp.services.rows import (
    BackupInfo,
    ChangedItem,
    Changes,
    DeadlineQuery,
    DeadlineRow,
    DestructionReport,
    DossierOrder,
    DossierPage,
    DossierQuery,
    DossierRow,
    FoundKind,
    FoundRow,
    JournalRow,
    NamedKinds,
    PointQuery,
    PointRow,
    VerifyReport,
    Visibility,
)
from tests.fakes.derived_once import This, derived, points
from tests.fakes.memory_lists import MemoryLists, kept_by

FAR = date(9999, 12, 31)
MOMENT = datetime(2026, 11, 21, 8, 41, tzinfo=UTC)


class MemoryReader(MemoryLists):
    """Reads, and writes at once, the dossiers of a `MemoryArchive`."""

    def __init__(self, archive: MemoryArchive, origin: str = "", person: str = "") -> None:
        super().__init__(archive, person)
        self._archive = archive
        self._origin = origin
        self._numbers = 0
        self.changes = Changes(origin=origin)

    def council(self) -> Council:
        return self._archive.the_council

    def dossier(self, reference: str) -> Dossier:
        found = self._archive.kept.get(reference)
        if found is None:
            raise Refusal("dossier.unknown", reference=reference)
        return found

    def dossier_by_id(self, dossier_id: str) -> Dossier:
        for dossier in self._archive.kept.values():
            if dossier.id == dossier_id:
                return dossier
        raise Refusal("dossier.gone")

    def derived(self, dossier_id: str) -> Derived | None:
        return self._archive.derive(self.dossier_by_id(dossier_id))

    def dossiers(self, query: DossierQuery, visibility: Visibility) -> DossierPage:
        rows = self._matching(query, visibility)
        if query.after is not None:
            after = query.after
            rows = [row for row in rows if (row.key < after if query.descending else row.key > after)]
        return DossierPage(rows=tuple(rows[: query.limit]), more=len(rows) > query.limit)

    def dossier_count(self, query: DossierQuery, visibility: Visibility) -> int:
        return len(self._matching(query, visibility))

    def _matching(self, query: DossierQuery, visibility: Visibility) -> list[DossierRow]:
        rows = [self._archive.row(dossier, query.order) for dossier in self._archive.kept.values()]
        words = query.text.casefold().split()
        rows = [
            row
            for row in rows
            if all(word in f"{row.reference} {row.title}".casefold() for word in words)
            and (not query.kinds or row.kind in query.kinds)
            and (not query.statuses or row.status in query.statuses)
            and (visibility.secret or not row.secret)
            and (not query.turn or row.turn == query.turn)
            and kept_by(query, row)
            and (not query.undated or (row.next_deadline is None and row.status is not DossierStatus.CLOSED))
            and (query.asks_until is None or _asks(row, query.asks_until))
        ]
        return sorted(rows, key=lambda row: row.key, reverse=query.descending)

    def deadlines(self, query: DeadlineQuery, visibility: Visibility) -> tuple[DeadlineRow, ...]:
        rows = [
            row
            for dossier in self._archive.kept.values()
            if (visibility.secret or not dossier.secret) and query.dossier_id in {"", dossier.id}
            for row in self._archive.deadline_rows(dossier)
            if (query.include_closed or row.state != DeadlineState.CLOSED.value)
            and (not query.natures or row.nature in query.natures)
            and (not query.actors or row.actor in query.actors)
            and (query.until is None or row.act_by <= query.until)
            and (query.since is None or row.act_by >= query.since)
            and (query.after is None or row.place > query.after)
            and (not query.fatal or (row.severity, row.state, row.actor) == ("fatal", "running", "council"))
            and all(word in f"{row.reference} {row.dossier_title}".casefold() for word in query.text.casefold().split())
        ]
        return tuple(sorted(rows, key=lambda row: row.place)[: query.limit])

    def points(self, query: PointQuery, visibility: Visibility) -> tuple[PointRow, ...]:
        return tuple(self._points(query, visibility)[: query.limit])

    def point_count(self, query: PointQuery, visibility: Visibility) -> int:
        return len(self._points(query, visibility))

    def points_of(self, dossier_id: str) -> tuple[Point, ...]:
        return self._archive.points_of(self.dossier_by_id(dossier_id))

    def _points(self, query: PointQuery, visibility: Visibility) -> list[PointRow]:
        found = [
            (point.day or FAR, dossier, point)
            for dossier in self._archive.kept.values()
            if visibility.secret or not dossier.secret
            for point in self.points_of(dossier.id)
            if point.kind is query.kind
            and (bool(query.owner) or point.state == query.state)
            and (not query.owner or point.owner.casefold() == query.owner.casefold())
            and (not query.not_owner or point.owner.casefold() != query.not_owner.casefold())
            and (query.before is None or (point.day or FAR) < query.before)
            and (query.since is None or (point.day or FAR) >= query.since)
        ]
        return [
            PointRow(
                kind=point.kind,
                dossier_id=dossier.id,
                reference=dossier.reference,
                dossier_title=dossier.title,
                item_id=point.item_id,
                request_id=point.request_id,
                code=point.code,
                text=point.text,
                owner=point.owner if visibility.names else "",
                day=point.day,
            )
            for _, dossier, point in sorted(found, key=lambda one: (one[0], one[1].id))
        ]

    def find(self, typed: str, visibility: Visibility, most: int, kinds: NamedKinds) -> tuple[FoundRow, ...]:
        words = typed.casefold().split()
        named = {word.casefold(): codes for word, codes in kinds.like.items()}
        found: list[FoundRow] = []
        for dossier in self._archive.kept.values():
            if dossier.secret and not visibility.secret:
                continue
            if words and all(word in f"{dossier.reference} {dossier.title}".casefold() for word in words):
                found.append(_found(FoundKind.DOSSIER, dossier, dossier.title))
            found += [
                found_paper(dossier.id, dossier.reference, dossier.title, paper)
                for paper in dossier.papers
                if words and all(word in paper.title.casefold() for word in words)
            ]
            found += [
                found_letter(dossier.id, dossier.reference, dossier.title, letter)
                for letter in dossier.letters
                if words
                and all(
                    word in f"{letter.subject} {dossier.reference} {dossier.title}".casefold()
                    or letter.kind in named.get(word, ())
                    for word in words
                )
            ]
        return tuple(row for kind in FoundKind for row in [one for one in found if one.kind is kind][:most])

    def summaries(self, dossier_ids: Sequence[str], visibility: Visibility) -> tuple[FoundRow, ...]:
        by_id = {dossier.id: dossier for dossier in self._archive.kept.values() if visibility.secret or not dossier.secret}
        return tuple(
            FoundRow(kind=FoundKind.DOSSIER, dossier_id=one.id, reference=one.reference, title=one.title)
            for one in (by_id[dossier_id] for dossier_id in dossier_ids if dossier_id in by_id)
        )

    def journal(self, dossier_id: str, limit: int = 500) -> tuple[JournalRow, ...]:
        return ()

    def journal_head(self) -> tuple[int, str]:
        return 0, ""

    def drafts(self, dossier_id: str) -> Mapping[tuple[str, str, str], str]:
        return {key: text for key, (home, text) in self._archive.typed.items() if home == dossier_id}

    def read_file(self, sha256: str) -> Iterator[bytes]:
        yield self._archive.files[sha256]

    def next_reference(self, year: int) -> str:
        return f"{year}-{len(self._archive.kept) + 1:03}"

    def add(self, dossier: Dossier) -> None:
        self._archive.kept[dossier.reference] = dossier
        self._told(dossier)

    def save(self, before: Dossier, after: Dossier) -> Dossier:
        self._archive.kept[before.reference] = after
        self._told(after)
        return after

    def _told(self, dossier: Dossier) -> None:
        item = ChangedItem(dossier_id=dossier.id, collection="dossier", item_id=dossier.id, action="changed")
        told = (*self.changes.dossier_ids, dossier.id)
        self.changes = replace(self.changes, items=(*self.changes.items, item), dossier_ids=told)

    def save_council(self, before: Council, after: Council) -> Council:
        self._archive.the_council = after
        self.changes = replace(self.changes, council=True)
        return after

    def put_file(self, chunks: Iterable[bytes], name: str, media_type: str) -> FileRef:
        data = b"".join(chunks)
        sha = hashlib.sha256(data).hexdigest()
        self._archive.files[sha] = data
        return FileRef(sha256=sha, name=name, size=len(data), media_type=media_type)

    def put_draft(self, dossier_id: str, item_id: str, field: str, window: str, text: str) -> None:
        self._archive.typed[item_id, field, window] = (dossier_id, text)

    def clear_draft(self, item_id: str, field: str, window: str) -> None:
        self._archive.typed.pop((item_id, field, window), None)

    def destroy_person(self, person_id: str, reason: str) -> DestructionReport:
        raise NotImplementedError

    def next_letter_number(self, dossier_id: str) -> int:
        """The number after those that stand on letters: what was refused used none."""
        letters = next(dossier.letters for dossier in self._archive.kept.values() if dossier.id == dossier_id)
        self._numbers += 1
        return sum(1 for letter in letters if letter.reference) + self._numbers


def _asks(row: DossierRow, until: date) -> bool:
    near = row.next_deadline is not None and row.next_deadline <= until
    return row.status is not DossierStatus.CLOSED and (row.turn == "council" or row.attention > 0 or near)


class MemoryArchive:
    """The archive itself; `fail_with` makes the next look fail as a disk or a lock would."""

    def __init__(self, path: Path, council: Council, dossiers: Iterable[Dossier], law: LawBook, today: date) -> None:
        self.path = path
        self.the_council = council
        self.kept = {dossier.reference: dossier for dossier in dossiers}
        self.files: dict[str, bytes] = {}
        self.binned: dict[str, tuple[Dossier, str]] = {}
        self.told_settings: dict[str, str] = {}
        self.typed: dict[tuple[str, str, str], tuple[str, str]] = {}
        self.closed = False
        self.backed_up: list[Path] = []
        self.fail_with: Circumstance | None = None
        self.read_only = False
        self.read_only_because: tuple[str, Mapping[str, str]] | None = None
        self.place_warning: tuple[str, Mapping[str, str]] | None = None
        self.on_copy = False
        self.brought_back = 0
        self._law = law
        self._today = today

    def bring_back(self) -> None:
        if self.fail_with is not None:
            raise self.fail_with
        self.brought_back += 1

    def derive(self, dossier: Dossier) -> Derived:
        return derived(This(dossier=dossier, law=self._law, keeper=self.the_council.kind), self._today)

    def points_of(self, dossier: Dossier) -> tuple[Point, ...]:
        return points(This(dossier=dossier, law=self._law, keeper=self.the_council.kind), self._today)

    def row(self, dossier: Dossier, order: DossierOrder) -> DossierRow:
        summary = self.derive(dossier).summary
        nearest = summary.next_deadline
        act_by = nearest.act_by if nearest else None
        sort = {
            DossierOrder.REFERENCE: dossier.reference,
            DossierOrder.TITLE: dossier.title.casefold(),
            DossierOrder.KIND: dossier.kind.value,
            DossierOrder.PHASE: summary.phase_label,
            DossierOrder.NEXT_DEADLINE: (act_by or FAR).isoformat(),
            DossierOrder.UPDATED: MOMENT.isoformat(),
        }[order]
        return DossierRow(
            id=dossier.id,
            reference=dossier.reference,
            title=dossier.title,
            kind=dossier.kind,
            status=dossier.status,
            phase=summary.phase,
            phase_label=summary.phase_label,
            next_step=summary.next_step,
            turn=summary.turn.value,
            attention=len(summary.attention),
            next_deadline=act_by,
            deadline_last_day=nearest.last_day if nearest else None,
            deadline_title=nearest.title if nearest else "",
            deadline_nature=nearest.nature if nearest else "",
            deadline_severity=nearest.severity if nearest else "",
            owner=dossier.owner,
            tags=dossier.tags,
            secret=dossier.secret,
            updated_at=MOMENT,
            key=(sort, dossier.id),
        )

    def deadline_rows(self, dossier: Dossier) -> list[DeadlineRow]:
        return [
            DeadlineRow(
                dossier_id=dossier.id,
                reference=dossier.reference,
                dossier_title=dossier.title,
                key=item.key,
                rule=item.rule,
                title=item.title,
                subject=item.subject,
                article=item.article,
                nature=item.nature,
                severity=item.severity,
                actor=item.actor.value,
                ground=item.ground,
                start=item.start,
                plain_end=item.plain_end,
                last_day=item.last_day,
                safe_day=item.safe_day,
                disputed=item.disputed,
                state=item.state.value,
                closed_because=item.closed_because,
                shown=item.shown,
                secret=dossier.secret,
            )
            for item in self.derive(dossier).deadlines
        ]

    @contextmanager
    def read(self) -> Iterator[MemoryReader]:
        self._maybe_fail()
        yield MemoryReader(self)

    @contextmanager
    def write(self, person: str, origin: str = "") -> Iterator[MemoryReader]:
        self._maybe_fail()
        yield MemoryReader(self, origin, person)

    def _maybe_fail(self) -> None:
        if self.fail_with is not None:
            failure, self.fail_with = self.fail_with, None
            raise failure

    def interrupt_reads(self) -> None:
        """Nothing in memory takes long enough to be broken off."""

    def refresh_derived(self, today: date) -> int:
        return 0

    def backup(self, target: Path) -> BackupInfo:
        self.backed_up.append(target)
        return BackupInfo(name=target.name, path=str(target), made_at=MOMENT, size=1, automatic=False)

    def backup_if_due(self, today: date) -> BackupInfo | None:
        return None

    def backups(self) -> tuple[BackupInfo, ...]:
        return (BackupInfo(name="kopie", path="kopie", made_at=MOMENT, size=1, automatic=True),)

    def verify(self) -> VerifyReport:
        return VerifyReport(findings=(), journal_rows=0, files=0, dossiers=len(self.kept))

    def change_passphrase(self, old: str, new: str) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self.closed = True


def _found(kind: FoundKind, dossier: Dossier, title: str, item_id: str = "") -> FoundRow:
    return FoundRow(
        kind=kind, dossier_id=dossier.id, reference=dossier.reference, title=title, second=dossier.title, item_id=item_id
    )
