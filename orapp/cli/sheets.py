"""The command that gives the two emergency sheets of an archive, to be printed and kept apart."""

from __future__ import annotations

from html import escape

from orapp.cli import files, passphrases
from orapp.cli.session import Session
from orapp.cli.writing import line
from orapp.services.rows import EmergencySheet

SET_APART = "sheet.passphrase"
_PAGE = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 25mm }}
body {{ font: 12pt sans-serif; line-height: 1.5 }}
section {{ break-after: page }}
.key {{ font: bold 18pt monospace; border: 1pt solid; padding: 6mm; white-space: pre-wrap }}
</style></head><body>
{sheets}
</body></html>
"""


def sheets(session: Session) -> int:
    """Write the sheets on the output, or as a page to print with -o. The passphrase itself is asked for, never the keyring."""
    arguments = session.arguments
    path = files.existing(arguments.archive)
    output = arguments.output
    if output is not None:
        files.free(files.different(output, path), force=arguments.force)
    passphrase = session.given_passphrase() or passphrases.asked(path, session.program.texts)
    made = session.program.emergency_sheets(path, passphrase)
    if output is not None:
        files.write(output, _page(session, made).encode(), force=arguments.force)
        line(session.say("cli.sheets_written", path=output))
        return 0
    for number, sheet in enumerate(made):
        if number:
            line()
        for code, fields in (sheet.title, *sheet.lines):
            line(session.say(code, **fields))
    return 0


def _page(session: Session, made: tuple[EmergencySheet, ...]) -> str:
    """Both sheets as one document of two pages."""
    return _PAGE.format(
        title=escape(session.say(made[0].title[0], **made[0].title[1])),
        sheets="\n".join(_section(session, sheet) for sheet in made),
    )


def _section(session: Session, sheet: EmergencySheet) -> str:
    title = escape(session.say(sheet.title[0], **sheet.title[1]))
    said = [(" class=key" if code == SET_APART else "", escape(session.say(code, **fields))) for code, fields in sheet.lines]
    lines = [f"<p{look}>{text}</p>" for look, text in said]
    return f"<section><h1>{title}</h1>\n{chr(10).join(lines)}</section>"
