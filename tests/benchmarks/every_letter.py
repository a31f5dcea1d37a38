"""(g) Every kind of letter from dossier to bytes against the zip of its parts, 1,000 in a row, and the preview of a long one."""

from __future__ import annotations

import gc
import io
import json
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from orapp.app.wiring import Program
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter
from orapp.exchange.dossier_json import read_dossier
from orapp.letters.compose import compose
from orapp.letters.order import LetterOrder
from tests.benchmarks.material import TODAY
from tests.benchmarks.timing import in_turn, line

ROUNDS = 5
IN_A_ROW = 1000
MEBIBYTE = 1 << 20


def report(program: Program, folder: Path) -> list[str]:
    """A line for each kind that the demo has, what a thousand letters in a row do to time and memory, and the preview."""
    found = {letter.kind: (dossier, letter) for dossier, letter in letters(program)}
    makers = {kind: _maker(program, *one) for kind, one in sorted(found.items())}
    lines = [_kind(kind, make) for kind, make in makers.items()]
    return [*lines, *_in_a_row(list(makers.values())), _preview()]


def letters(program: Program) -> Iterator[tuple[Dossier, Letter]]:
    """Every letter of the demo whose kind can be written."""
    for data in program.demo_content().dossiers:
        dossier = read_dossier(data).dossier
        for letter in dossier.letters:
            if letter.kind in program.letter_book.outlines:
                yield dossier, letter


def _maker(program: Program, dossier: Dossier, letter: Letter) -> Callable[[], bytes]:
    council = program.demo_content().council
    order = LetterOrder(
        kind=letter.kind,
        request_id=letter.request_id,
        dated=letter.dated or TODAY,
        decision_ids=letter.decision_ids,
        letter=letter,
    )

    def make() -> bytes:
        return program.letter_writer.write(compose(program.letter_book, program.law, council, dossier, order).content)

    return make


def _kind(kind: str, make: Callable[[], bytes]) -> str:
    made = make()
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]

    def floor() -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data)
        return target.getvalue()

    times = in_turn({"ours": make, "zip": floor}, ROUNDS)
    detail = f"{times['ours'] * 1000:.1f} ms, {len(made) // 1024} KiB"
    return line(f"(g) {kind}, dossier to bytes / zipping its parts", times["ours"] / times["zip"], "the zip", "reported", detail)


def _in_a_row(makers: list[Callable[[], bytes]]) -> list[str]:
    """Time of the last hundred against the first, and what the memory grew after the first hundred."""
    process, taken, memory = psutil.Process(), [], 0
    for number in range(IN_A_ROW):
        began = time.perf_counter()
        makers[number % len(makers)]()
        taken.append(time.perf_counter() - began)
        if number == IN_A_ROW // 10:
            gc.collect()
            memory = process.memory_info().rss
    gc.collect()
    grown = (process.memory_info().rss - memory) / MEBIBYTE
    tenth = IN_A_ROW // 10
    first, last = statistics.median(taken[:tenth]), statistics.median(taken[-tenth:])
    detail = f"{first * 1000:.1f} and {last * 1000:.1f} ms a letter; memory grew {grown:.1f} MiB over 900 letters"
    return [line("(g) 1,000 letters in a row: last hundred / first", last / first, "the first hundred", "1: no leak", detail)]


def _preview() -> str:
    """In a process of its own: a sign typed in a letter of twenty pages, until its preview is painted."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.preview_child"], capture_output=True, check=True, text=True, timeout=120
    )
    told = json.loads(done.stdout.splitlines()[-1])
    detail = f"{told['preview']:.1f} ms median, {told['worst']:.1f} worst, against {told['bare']:.1f} ms; {told['pages']} pages"
    return line(
        "(g) preview after a sign, painted / a bare QTextDocument",
        told["preview"] / told["bare"],
        "bare",
        "16 ms a frame",
        detail,
    )
