"""The command that counts one term, without an archive."""

from __future__ import annotations

from orapp.cli.session import Session
from orapp.cli.writing import as_json, line


def term(session: Session) -> int:
    """Count one term, with every step of the computation."""
    result = session.program.terms.compute(session.arguments.rule, session.arguments.date)
    if session.arguments.json:
        as_json(
            {
                "rule": result.rule,
                "start": result.start,
                "plain_end": result.plain_end,
                "last_day": result.last_day,
                "safe_day": result.safe_day,
                "disputed": result.disputed,
                "steps": list(result.steps),
                "warning": result.warning,
            }
        )
        return 0
    line(result.shown)
    for number, step in enumerate(result.steps, start=1):
        line(f"{number}. {step}")
    for more in (result.dispute, result.warning if result.warning not in result.dispute else ""):
        if more:
            line(f"{session.say('cli.mind')} {more}")
    return 0
