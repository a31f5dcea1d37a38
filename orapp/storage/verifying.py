"""Checking an archive from its pages to its meaning: each finding is a code with fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from orapp.domain.dossier import COLLECTIONS, Dossier
from orapp.services.failures import Circumstance, Refusal
from orapp.services.rows import VerifyReport
from orapp.storage import documents, journal, searching
from orapp.storage.payloads import encoded, item_from
from orapp.storage.reading import SqlReader
from orapp.storage.tables import HEAD, dossier, dossier_derived, dossier_summary, item

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.engine import Connection, Engine

    from orapp.domain.council import CouncilKind
    from orapp.storage.derived_rows import Derivation

Findings = list[tuple[str, dict[str, str]]]
MOST_PAGES = 20
PAGE_CHECKS = (
    ("PRAGMA cipher_integrity_check", "verify.page_damaged"),
    ("PRAGMA integrity_check", "verify.structure_damaged"),
    ("PRAGMA foreign_key_check", "verify.reference_broken"),
)


def verify(reading: Engine, derivation: Derivation, today: date) -> VerifyReport:
    """Pages, references, journal, documents, items and derived rows. What cannot be read is a finding, not a failure.

    Each check has a connection of its own: after one damaged page SQLCipher lets a connection read nothing more.
    """
    findings: Findings = []
    for statement, code in PAGE_CHECKS:
        findings += _checked(reading, statement.removeprefix("PRAGMA "), _pragma(statement, code))[0]
    journal_findings, journal_rows = _checked(reading, "journal", journal.check_chain)
    file_findings, files = _checked(reading, "documents", documents.check)
    dossier_findings, dossiers = _checked(reading, "dossiers", lambda found: _dossiers(found, derivation, today))
    return VerifyReport(
        findings=tuple(findings + journal_findings + file_findings + dossier_findings),
        journal_rows=journal_rows,
        files=files,
        dossiers=dossiers,
    )


def _checked(reading: Engine, part: str, check: Callable[[Connection], tuple[Findings, int]]) -> tuple[Findings, int]:
    try:
        with reading.connect() as connection:
            return check(connection)
    except (DBAPIError, Circumstance, ValueError):
        return [("verify.unreadable", {"part": part})], 0


def _pragma(statement: str, code: str) -> Callable[[Connection], tuple[Findings, int]]:
    def check(connection: Connection) -> tuple[Findings, int]:
        found = [str(row[0]) for row in connection.exec_driver_sql(statement).all() if row[0] != "ok"]
        return [(code, {"found": line}) for line in found[:MOST_PAGES]], len(found)

    return check


def _dossiers(connection: Connection, derivation: Derivation, today: date) -> tuple[Findings, int]:
    findings: Findings = []
    reader = SqlReader(connection)
    keeper = _keeper(reader)
    rows = connection.execute(select(dossier.c.id, dossier.c.reference, dossier.c.binned_at).order_by(dossier.c.id)).all()
    for row in rows:
        unreadable = _items(connection, row.id)
        findings.extend(("verify.item_unreadable", {"reference": row.reference, "item": one}) for one in unreadable)
        if unreadable:
            continue
        try:
            whole = reader.dossier_by_id(row.id)
        except (Refusal, Circumstance):
            findings.append(("verify.head_missing", {"reference": row.reference}))
            continue
        if whole.reference != row.reference:
            findings.append(("verify.head_differs", {"reference": row.reference}))
        if row.binned_at is None and keeper is not None and not _agrees(connection, derivation, whole, today, keeper):
            findings.append(("verify.derived_differs", {"reference": row.reference}))
    return findings, len(rows)


def _keeper(reader: SqlReader) -> CouncilKind | None:
    """The kind of council by which everything was derived; None where its record cannot be read."""
    try:
        return reader.council().kind
    except Circumstance:
        return None


def _items(connection: Connection, dossier_id: str) -> list[str]:
    """The identities of items whose payload does not parse, or is another item than its row says."""
    wrong = []
    rows = connection.execute(select(item.c.id, item.c.collection, item.c.payload).where(item.c.dossier_id == dossier_id))
    for row in rows.all():
        if row.collection == HEAD:
            continue
        try:
            if row.collection not in COLLECTIONS or item_from(row.collection, row.payload).id != row.id:
                wrong.append(row.id)
        except Circumstance:
            wrong.append(row.id)
    return wrong


def _agrees(connection: Connection, derivation: Derivation, whole: Dossier, today: date, keeper: CouncilKind) -> bool:
    """Whether the stored derivation is what this law and program derive on that day; an outdated one is no error."""
    here = dossier_summary.c
    row = connection.execute(
        select(dossier_derived.c.payload, here.key, here.law_stamp, here.program_version, here.derived_on)
        .join(dossier_summary, here.dossier_id == dossier_derived.c.dossier_id)
        .where(here.dossier_id == whole.id)
    ).first()
    if row is None or searching.stored_words(connection, row.key) != searching.words_of(whole):
        return False
    if (row.law_stamp, row.program_version) != (derivation.law_stamp, derivation.program_version):
        return True
    return bool(encoded(derivation.derive(whole, min(row.derived_on, today), keeper)) == row.payload)
