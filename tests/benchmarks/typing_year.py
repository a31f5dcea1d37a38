"""(e) A year's typing: what the journal and the archive grow by per thousand edits."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orapp.app.wiring import Program
from orapp.domain.assessment import Question
from tests.benchmarks.material import PERSON, filled_archive

EDITS = 1_000
WORDS = (
    "De ondernemingsraad vraagt op welke wijze de gevolgen voor het personeel in kaart zijn gebracht en wie daarover beslist. "
)


def report(program: Program, folder: Path) -> list[str]:
    """One line with the growth in bytes per edit."""
    path = folder / "typing.orarchief"
    archive = filled_archive(program, path, 20)
    archive.close()
    before = path.stat().st_size
    archive = filled_archive(program, path, 20)
    desk = program.desk(archive)
    dossier = desk.dossiers.view("2016-000000").dossier
    questions = tuple(
        Question(id=f"q{n}", number=n, position=n, text="", request_id=dossier.requests[0].id) for n in range(1, 21)
    )
    dossier, _ = desk.dossiers.save(dossier, replace(dossier, questions=questions), PERSON)
    for number in range(EDITS):
        at = number % len(dossier.questions)
        text = (WORDS * 5)[: 40 + (number * 37) % 400]
        changed = tuple(replace(item, text=text) if index == at else item for index, item in enumerate(dossier.questions))
        dossier, _ = desk.dossiers.save(dossier, replace(dossier, questions=changed), PERSON)
    journal = len(desk.dossiers.journal("2016-000000", limit=EDITS * 2))
    archive.close()
    grown = path.stat().st_size - before
    year = grown * 10_000 / EDITS / 1024 / 1024
    grew = f"archive grows {grown / 1024:.0f} KiB, {journal:,} journal rows"
    return [f"(e) {EDITS:,} edits: {grew}; a year of 10,000 edits is about {year:.1f} MiB (reported)"]
