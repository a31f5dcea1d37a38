"""(c) Opening a dossier, the list, the overview and the palette at 100,000 dossiers against 1,000."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from orapp.app.wiring import Program
from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.services.desk import Desk
from orapp.services.dossier_lists import DossierLists
from orapp.services.rows import FULL_VIEW, DeadlineQuery, DeadlineRow, DossierGroup, DossierOrder, DossierQuery
from tests.benchmarks.material import PERSON, filled_archive
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
        times = in_turn({"few": action(few), "many": action(many)}, ROUNDS)
        detail = f"{times['many'] * 1000:.2f} ms against {times['few'] * 1000:.2f} ms"
        lines.append(line(f"(c) {what}", times["many"] / times["few"], f"{MANY:,} against {FEW:,} dossiers", "aim 1.3", detail))
    few.archive.close()
    many.archive.close()
    return lines


def _actions(program: Program) -> dict[str, Callable[[Desk], Callable[[], object]]]:
    """Each action by its name: prepared for an archive, and then what is measured."""
    soon = program.clock.today() + timedelta(days=14)
    first = DossierQuery(order=DossierOrder.NEXT_DEADLINE, limit=100)

    def second_page(desk: Desk) -> Callable[[], object]:
        after = desk.dossiers.page(first).rows[-1].key
        return partial(desk.dossiers.page, DossierQuery(order=DossierOrder.NEXT_DEADLINE, limit=100, after=after))

    def opened(desk: Desk) -> Callable[[], object]:
        reference = desk.dossiers.page(DossierQuery(order=DossierOrder.REFERENCE, limit=50)).rows[-1].reference
        return partial(desk.dossiers.view, reference)

    def page(**asked: Any) -> Callable[[Desk], Callable[[], object]]:
        return lambda desk: partial(desk.dossiers.page, DossierQuery(**asked))

    def typed(text: str, **asked: Any) -> Callable[[Desk], Callable[[], object]]:
        return page(text=text, limit=100, **asked)

    def found(text: str) -> Callable[[Desk], Callable[[], object]]:
        return lambda desk: partial(desk.find.find, text, FULL_VIEW)

    def grouped(by: DossierGroup) -> Callable[[Desk], Callable[[], object]]:
        query = DossierQuery(group_by=by, limit=100)
        return lambda desk: partial(DossierLists(desk.archive).grouped, query, (), frozenset(), 100, FULL_VIEW)

    def counted(**asked: Any) -> Callable[[Desk], Callable[[], object]]:
        return lambda desk: partial(desk.dossiers.count, DossierQuery(**asked))

    def band(desk: Desk) -> Callable[[], object]:
        """The month that costs a right: read whole, as the overview tells it."""
        row = _fatal(desk)
        return partial(desk.overview.deadline, row.dossier_id, row.key)

    kinds = (DossierKind.ADVICE_REQUEST,)
    running = (DossierStatus.RUNNING, DossierStatus.AFTERCARE)
    return {
        "overview: all of it": lambda desk: partial(desk.overview.read, PERSON),
        "overview: the nearest months that cost a right": lambda desk: partial(
            desk.dossiers.deadlines, DeadlineQuery(fatal=True, limit=20)
        ),
        "overview: the month in the band, whole": band,
        "palette: a word of every eighth": found("thuiswerkregeling"),
        "palette: a word of all": found("afdeling"),
        "palette: a reference": found("000042"),
        "palette: misspelled": found("thuiswrekregleing"),
        "list: grouped by whose turn": grouped(DossierGroup.TURN),
        "list: grouped by phase": grouped(DossierGroup.PHASE),
        "list: grouped by owner": grouped(DossierGroup.OWNER),
        "list: grouped by month": grouped(DossierGroup.MONTH),
        "list: counted, all that is open": counted(statuses=running),
        "list: counted, one owner": counted(owner=PERSON, statuses=running),
        "page of one owner": page(owner=PERSON, limit=100),
        "page of what asks for attention": page(attention=True, limit=100),
        "page without any next date": page(undated=True, limit=100),
        "open a dossier": opened,
        "first page, nearest deadline first": page(order=DossierOrder.NEXT_DEADLINE, limit=100),
        "next page": second_page,
        "page by title, filtered by tag": page(order=DossierOrder.TITLE, tag="bench", limit=100),
        "page filtered by a word of every eighth": typed("thuiswerk"),
        "page filtered by a word of all": typed("afdeling"),
        "page filtered by one letter, by title": typed("t", order=DossierOrder.TITLE),
        "page filtered by two words, newest first": typed("afdeling 4", order=DossierOrder.UPDATED, descending=True),
        "page filtered by word and kind": typed("reorganisatie", kinds=kinds),
        "page filtered by one reference": typed("000042"),
        "overview: deadlines in two weeks": lambda desk: partial(desk.dossiers.deadlines, DeadlineQuery(until=soon, limit=50)),
        "overview: the council's turn": page(turn="council", limit=50),
    }


def _fatal(desk: Desk) -> DeadlineRow:
    return desk.dossiers.deadlines(DeadlineQuery(fatal=True, limit=1))[0]
