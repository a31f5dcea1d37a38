"""(b) The advice letter from dossier to bytes, against docxtpl with the same text and against zipping the same parts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from orapp.app.wiring import Program
from orapp.exchange.dossier_json import read_dossier
from orapp.law.facts import ProcedureKind
from orapp.letters.compose import compose
from orapp.letters.content import LetterContent
from orapp.letters.order import LetterOrder
from tests.benchmarks.timing import in_turn, line

ROUNDS = 15


def report(program: Program, folder: Path) -> list[str]:
    """Two lines: against docxtpl and against the zip."""
    council = program.demo_content().council
    dossier = max((read_dossier(data).dossier for data in program.demo_content().dossiers), key=lambda d: len(d.considerations))
    request = [item for item in dossier.requests if item.legal is ProcedureKind.ADVICE][-1]
    order = LetterOrder(
        kind="A9",
        request_id=request.id,
        dated=dossier.opened_on,
    )

    def ours() -> bytes:
        composed = compose(program.letter_book, program.law, council, dossier, order)
        return program.letter_writer.write(composed.content)

    made = ours()
    content = compose(program.letter_book, program.law, council, dossier, order).content
    template = _template(folder / "docxtpl.docx")
    sections = _plain(content)

    def theirs() -> bytes:
        document = DocxTemplate(template)
        document.render({"subject": content.subject, "sections": sections}, autoescape=True)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]

    def floor() -> bytes:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts:
                package.writestr(name, data)
        return target.getvalue()

    times = in_turn({"ours": ours, "docxtpl": theirs, "zip": floor}, ROUNDS)
    size = f"{len(made) // 1024} KiB, {sum(len(text) for _, text in content.texts()) // 1000}k signs"
    detail = f"{times['ours'] * 1000:.1f} ms against {times['docxtpl'] * 1000:.1f} ms, {size}"
    return [
        line(
            "(b) advice letter, dossier to bytes: docxtpl / ours",
            times["docxtpl"] / times["ours"],
            "docxtpl",
            "aim 2 or more",
            detail,
        ),
        line(
            "(b) advice letter: ours / zipping its parts",
            times["ours"] / times["zip"],
            "the zip alone",
            "reported",
            f"{times['zip'] * 1000:.1f} ms",
        ),
    ]


def _template(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("{{ subject }}")
    document.add_paragraph("{%p for section in sections %}")
    document.add_heading("{{ section.heading }}", level=1)
    document.add_paragraph("{%p for text in section.texts %}")
    document.add_paragraph("{{ text }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(path))
    return path


def _plain(content: LetterContent) -> list[dict[str, object]]:
    """The same text without looks; a table gives its cells as lines."""
    plain: list[dict[str, object]] = []
    for section in content.sections:
        texts = [text for place, text in content.texts() if place.startswith(f"{section.key}/") and text]
        plain.append({"heading": section.heading, "texts": texts})
    return plain
