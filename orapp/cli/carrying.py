"""Commands that carry something in or out: dossiers as files, and letters."""

from __future__ import annotations

from orapp.cli import files
from orapp.cli.session import Session
from orapp.cli.writing import as_json, line
from orapp.domain.dossier import codes
from orapp.letters.content import Finding, LetterStatus
from orapp.services.desk import Desk


def import_(session: Session) -> int:
    """Bring in a dossier, whole or not at all."""
    data = files.read(session.arguments.file)
    with session.writing() as desk:
        dossier, _ = desk.dossiers.import_(data, session.arguments.person, same_id=session.arguments.same)
    line(session.say("cli.imported", reference=dossier.reference, title=dossier.title))
    return 0


def export(session: Session) -> int:
    """Write a dossier to a file; the strategy note only when asked for."""
    arguments = session.arguments
    files.free(files.different(arguments.file, arguments.archive), force=arguments.force)
    with session.reading() as desk:
        data = desk.dossiers.export(
            arguments.reference, include_strategy=arguments.strategy, include_personal=not arguments.without_personal
        )
    files.write(arguments.file, data, force=arguments.force)
    line(session.say("cli.exported", reference=arguments.reference, path=arguments.file))
    return 0


def letter_kinds(session: Session) -> int:
    """List the kinds of letters that can be made."""
    kinds = session.program.letter_book.kinds()
    if session.arguments.json:
        as_json([{"kind": kind.key, "title": kind.title, "purpose": kind.purpose} for kind in kinds])
        return 0
    for kind in kinds:
        line(f"{kind.key}: {kind.title}. {kind.purpose}")
    return 0


def letter(session: Session) -> int:
    """Make a letter, keep its version in the dossier, and write the Word file."""
    arguments = session.arguments
    output = files.free(files.different(arguments.output, arguments.archive), force=arguments.force)
    with session.writing() as desk:
        request_id = _request_id(desk, arguments.reference, arguments.request)
        draft = desk.letters.prepare(arguments.reference, arguments.kind, request_id)
        # A version is kept only once its file stands where it was asked.
        made = desk.letters.make(
            arguments.reference,
            arguments.kind,
            arguments.person,
            draft.request_id,
            deliver=lambda made: files.write(output, made.data, force=arguments.force),
        )
    status = session.program.texts.label(LetterStatus(draft.content.status))
    line(session.say("cli.letter_made", kind=arguments.kind, path=output, version=made.version, status=status))
    _tell_findings(session, made.findings)
    return 0


def _request_id(desk: Desk, reference: str, written: str) -> str:
    """The id of a request that was named by code (R2) or id; what is unknown goes on, and is refused by the service."""
    if not written:
        return ""
    by_id = codes(desk.dossiers.view(reference).dossier)
    return next((item_id for item_id, code in by_id.items() if code.lower() == written.lower()), written)


def _tell_findings(session: Session, findings: tuple[Finding, ...]) -> None:
    if not findings:
        return
    texts = session.program.texts
    line(session.say("cli.findings", count=len(findings)))
    for finding in findings:
        text = texts.say(finding.code, **finding.fields)
        line(session.say("cli.finding", weight=texts.label(finding.weight), text=text))
