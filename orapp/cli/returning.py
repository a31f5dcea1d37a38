"""The command that reads a letter back from Word: what changed per section, and taking it over."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from orapp.cli.session import Session
from orapp.cli.writing import as_json, line
from orapp.letters.content import Finding, FindingWeight
from orapp.letters.reading_back import ChangeKind, ReturnedNote, ReturnedTrace, SectionChange
from orapp.services.failures import Refusal
from orapp.services.reading_back import ReturnedLetter, TakenOver
from orapp.services.returned_files import ReturnedFile, read_returned

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DONE, REFUSED = 0, 1


def read_back(session: Session) -> int:
    """Say what changed in a Word file since it left; with --apply, take it over and make the next version."""
    arguments = session.arguments
    file = read_returned(arguments.file)
    applying = arguments.apply or bool(arguments.section)
    taken: TakenOver | None = None
    chosen: tuple[str, ...] = ()
    with session.writing() if applying else session.reading() as desk:
        returned = desk.reading_back.read(arguments.reference, file.data, kind=arguments.letter)
        refused = Refusal("letter.already_adopted") if applying and returned.adopted else None
        if applying and refused is None:
            chosen = tuple(dict.fromkeys(arguments.section)) or returned.safe
            if chosen:
                taken = desk.reading_back.apply(returned, chosen, arguments.person)
    findings = (*_about_the_file(file), *returned.findings)
    if arguments.json:
        as_json(_as_json(session, returned, findings, chosen, taken))
    else:
        _tell(session, returned, findings)
        if applying and refused is None:
            _tell_taken(session, returned, chosen, taken)
    if refused is not None:
        raise refused
    return DONE


def _about_the_file(file: ReturnedFile) -> tuple[Finding, ...]:
    if not file.open_elsewhere:
        return ()
    return (Finding(code="letter.returned.still_open", weight=FindingWeight.NOTE, fields={"path": str(file.path)}),)


def _tell(session: Session, returned: ReturnedLetter, findings: Iterable[Finding]) -> None:
    letter = returned.letter
    name = letter.reference or letter.subject or letter.kind
    line(session.say("cli.returned", kind=letter.kind, name=name, version=returned.version.number))
    for change in returned.comparison.changes:
        _tell_change(session, change)
    for finding in findings:
        label = session.program.texts.label(finding.weight)
        line(session.say("cli.finding", weight=label, text=session.say(finding.code, **finding.fields)))
    for trace in returned.comparison.traces:
        line(session.say(f"cli.returned_{trace.kind.value}", who=_who(trace), section=trace.section or "–", text=trace.text))
    for note in returned.comparison.notes:
        line(session.say("cli.returned_note", who=_who(note), section=note.section or "–", about=note.about, text=note.text))


def _tell_change(session: Session, change: SectionChange) -> None:
    heading = change.heading or change.key
    marks = [session.program.texts.label(change.kind)]
    if change.moved and change.kind is not ChangeKind.MOVED:
        marks.append(session.program.texts.label(ChangeKind.MOVED))
    if change.already:
        marks.append(session.say("cli.returned_already"))
    elif change.clashes:
        marks.append(session.say("cli.returned_clash"))
    line(session.say("cli.returned_section", key=change.key, heading=heading, what=", ".join(marks)))
    if change.kind in {ChangeKind.CHANGED, ChangeKind.ADDED}:
        for words in change.text_after.split("\n"):
            line(words, indent=4)


def _tell_taken(session: Session, returned: ReturnedLetter, chosen: tuple[str, ...], taken: TakenOver | None) -> None:
    if taken is None:
        line(session.say("cli.returned_nothing"))
    else:
        line(session.say("cli.returned_taken", count=len(chosen), version=taken.version))
    left = [change.key for change in returned.asking if change.key not in chosen]
    if left:
        line(session.say("cli.returned_left", sections=", ".join(left)))


def _who(what: ReturnedTrace | ReturnedNote) -> str:
    at = f"{what.at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}" if what.at is not None else ""
    return ", ".join(part for part in (what.author, at) if part) or "–"


def _as_json(
    session: Session,
    returned: ReturnedLetter,
    findings: Iterable[Finding],
    chosen: tuple[str, ...],
    taken: TakenOver | None,
) -> dict[str, object]:
    comparison = returned.comparison
    return {
        "letter": {"id": returned.letter.id, "kind": returned.letter.kind, "reference": returned.letter.reference},
        "dossier": returned.dossier.reference,
        "version": returned.version.number,
        "newest": returned.newest,
        "marked": returned.marked,
        "adopted": returned.adopted,
        "program": returned.program,
        "sections": [
            {
                "key": change.key,
                "heading": change.heading,
                "kind": change.kind.value,
                "moved": change.moved,
                "after": change.after,
                "before": change.before,
                "text": change.text_after,
                "here": change.here,
                "words": change.words,
                "changed_here": change.here_changed,
                "already": change.already,
                "decides": change.decides,
                "only_look": change.only_look,
                "taken": taken is not None and change.key in chosen,
            }
            for change in comparison.changes
        ],
        "findings": [
            {"code": one.code, "weight": one.weight.value, "place": one.place, "text": session.say(one.code, **one.fields)}
            for one in findings
        ],
        "tracked": [
            {"kind": one.kind.value, "section": one.section, "text": one.text, "author": one.author, "at": _at(one)}
            for one in comparison.traces
        ],
        "remarks": [
            {"section": one.section, "about": one.about, "text": one.text, "author": one.author, "at": _at(one)}
            for one in comparison.notes
        ],
        "applied": None if taken is None else {"sections": list(chosen), "version": taken.version},
    }


def _at(what: ReturnedTrace | ReturnedNote) -> str:
    return what.at.isoformat() if what.at is not None else ""
