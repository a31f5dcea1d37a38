"""(c) Opening a dossier, a page of the list and the overview's queries at 100,000 dossiers against 1,000."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from orapp.app.wiring import Program
from orapp.services.desk import Desk
from orapp.services.rows import DeadlineQuery, DossierOrder, DossierQuery
from tests.benchmarks.material import filled_archive
from tests.benchmarks.timing import in_turn, line

FEW = 1_000
MANY = int(os.environ.get("BENCH_DOSSIERS", "100000"))
ROUNDS = 25


def report(program: Program, folder: Path) -> list[str]:
    """One line for each thing a person does with a list."""
    few = program.desk(filled_archive(program, folder / "few.orarchief", FEW))
    many = program.desk(filled_archive(program, folder / f"many-{MANY}.orarchief", MANY))
    lines = []
    for what, action in _actions(program).items():
        times = in_turn({"few": partial(action, few), "many": partial(action, many)}, ROUNDS)
        detail = f"{times['many'] * 1000:.2f} ms against {times['few'] * 1000:.2f} ms"
        lines.append(line(f"(c) {what}", times["many"] / times["few"], f"{MANY:,} against {FEW:,} dossiers", "aim 1.3", detail))
    few.archive.close()
    many.archive.close()
    return lines


def _actions(program: Program) -> dict[str, Callable[[Desk], object]]:
    soon = program.clock.today() + timedelta(days=14)
    first = DossierQuery(order=DossierOrder.NEXT_DEADLINE, limit=100)

    def second_page(desk: Desk) -> object:
        page = desk.dossiers.page(first)
        return desk.dossiers.page(DossierQuery(order=DossierOrder.NEXT_DEADLINE, limit=100, after=page.rows[-1].key))

    def opened(desk: Desk) -> object:
        reference = desk.dossiers.page(DossierQuery(order=DossierOrder.REFERENCE, limit=50)).rows[-1].reference
        return desk.dossiers.view(reference)

    return {
        "open a dossier": opened,
        "first page, nearest deadline first": lambda desk: desk.dossiers.page(first),
        "next page": second_page,
        "page by title, filtered by tag": lambda desk: desk.dossiers.page(
            DossierQuery(order=DossierOrder.TITLE, tag="bench", limit=100)
        ),
        "page filtered by text": lambda desk: desk.dossiers.page(DossierQuery(text="thuiswerk", limit=100)),
        "overview: deadlines in two weeks": lambda desk: desk.dossiers.deadlines(DeadlineQuery(until=soon, limit=50)),
        "overview: the council's turn": lambda desk: desk.dossiers.page(DossierQuery(turn="council", limit=50)),
    }
