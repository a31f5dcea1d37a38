"""Checking an archive from its pages to its meaning: each finding is a code with fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from orapp.domain.dossier import COLLECTIONS, Dossier
from orapp.services.failures import Circumstance, Refusal
from orapp.services.rows import VerifyReport
from orapp.storage import documents, journal
from orapp.storage.payloads import encoded, item_from
from orapp.storage.reading import SqlReader
from orapp.storage.tables import HEAD, dossier, dossier_summary, item

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy.engine import Connection

    from orapp.storage.derived_rows import Derivation

Findings = list[tuple[str, dict[str, str]]]
MOST_PAGES = 20


def verify(connection: Connection, derivation: Derivation, today: date) -> VerifyReport:
    """Pages, references, journal, documents, items and derived rows. What cannot be read is a finding, not a failure."""
    findings = _pages(connection)
    journal_findings, journal_rows = _readable("journal", lambda: journal.check_chain(connection))
    file_findings, files = _readable("documents", lambda: documents.check(connection))
    dossier_findings, dossiers = _readable("dossiers", lambda: _dossiers(connection, derivation, today))
    return VerifyReport(
        findings=tuple(findings + journal_findings + file_findings + dossier_findings),
        journal_rows=journal_rows,
        files=files,
        dossiers=dossiers,
    )


def _readable(part: str, check: Callable[[], tuple[Findings, int]]) -> tuple[Findings, int]:
    try:
        return check()
    except (DBAPIError, Circumstance, UnicodeDecodeError, ValueError):
        return [("verify.unreadable", {"part": part})], 0


def _pages(connection: Connection) -> Findings:
    findings: Findings = []
    checks = (
        ("PRAGMA cipher_integrity_check", "verify.page_damaged"),
        ("PRAGMA integrity_check", "verify.structure_damaged"),
        ("PRAGMA foreign_key_check", "verify.reference_broken"),
    )
    for statement, code in checks:
        try:
            rows = connection.exec_driver_sql(statement).all()
        except DBAPIError:
            findings.append(("verify.unreadable", {"part": statement.removeprefix("PRAGMA ")}))
            continue
        found = [str(row[0]) for row in rows if row[0] != "ok"]
        findings.extend((code, {"found": line}) for line in found[:MOST_PAGES])
    return findings


def _dossiers(connection: Connection, derivation: Derivation, today: date) -> tuple[Findings, int]:
    findings: Findings = []
    reader = SqlReader(connection)
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
        if row.binned_at is None and not _agrees(connection, derivation, whole, today):
            findings.append(("verify.derived_differs", {"reference": row.reference}))
    return findings, len(rows)


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


def _agrees(connection: Connection, derivation: Derivation, whole: Dossier, today: date) -> bool:
    """Whether the stored derivation is what this law and program derive on that day; an outdated one is no error."""
    row = connection.execute(
        select(
            dossier_summary.c.payload,
            dossier_summary.c.law_stamp,
            dossier_summary.c.program_version,
            dossier_summary.c.derived_on,
        ).where(dossier_summary.c.dossier_id == whole.id)
    ).first()
    if row is None:
        return False
    if (row.law_stamp, row.program_version) != (derivation.law_stamp, derivation.program_version):
        return True
    return bool(encoded(derivation.derive(whole, min(row.derived_on, today))) == row.payload)
