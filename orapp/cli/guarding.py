"""Commands that guard what an archive holds: another passphrase, and the destruction of a dossier or a person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from orapp.cli import passphrases
from orapp.cli.session import Session
from orapp.cli.writing import line
from orapp.domain.dossier import Dossier
from orapp.services.failures import Refusal
from orapp.texts.dates import plain_date

if TYPE_CHECKING:
    from orapp.services.rows import DestructionReport


def passphrase(session: Session) -> int:
    """Set another passphrase. Without a file for the new one it is proposed, and shown once, before anything changes."""
    present = session.given_passphrase()
    if present is None:
        present = passphrases.asked(session.arguments.archive, session.program.texts)
    if session.arguments.new_passphrase_file is not None:
        new = passphrases.from_file(session.arguments.new_passphrase_file)
    else:
        new = session.program.archives.propose_passphrase()
        line(session.say("cli.proposed", passphrase=new))
        sys.stdout.flush()
    with session.writing() as desk:
        desk.archive.change_passphrase(present, new)
    line(session.say("archive.passphrase_changed"))
    return 0


def destroy(session: Session) -> int:
    """Destroy a dossier for good, the values in the journal included; its reference must be typed twice as consent."""
    reference: str = session.arguments.reference
    if session.arguments.sure != reference:
        raise Refusal("cli.destroy_unsure", reference=reference)
    with session.writing() as desk:
        dossier: Dossier = desk.dossiers.view(reference).dossier
        report = desk.dossiers.destroy(dossier.id, session.arguments.reason, session.arguments.person)
    line(session.say("cli.destroyed", reference=reference, items=report.items, values=report.journal_values))
    _tell_backups(session, report)
    return 0


def destroy_person(session: Session) -> int:
    """Destroy what is kept of a member or a contact, the values in the journal included."""
    name: str = session.arguments.name
    if session.arguments.sure != name:
        raise Refusal("cli.destroy_unsure", reference=name)
    with session.writing() as desk:
        council = desk.council.read()
        people = [member.id for member in council.members if member.name == name]
        people += [contact.id for contact in council.contacts if contact.name == name]
        if len(people) != 1:
            raise Refusal("cli.person_unknown", name=name)
        report = desk.council.destroy_person(people[0], session.arguments.reason, session.arguments.person)
    line(session.say("cli.destroyed", reference=name, items=report.items, values=report.journal_values))
    if report.mentions_left:
        line(session.say("cli.mentions_left", count=report.mentions_left))
    _tell_backups(session, report)
    return 0


def _tell_backups(session: Session, report: DestructionReport) -> None:
    if report.last_backup_ends is not None:
        line(session.say("cli.last_backup_ends", day=plain_date(report.last_backup_ends)))
    for name in report.backups_kept_by_hand:
        line(session.say("cli.backup_by_hand", name=name))
