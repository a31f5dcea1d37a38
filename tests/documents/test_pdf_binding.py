"""Annexes taken apart and bound: what is damaged, locked or hostile, the outline, the numbers, and the other process."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject, TextStringObject

from orapp.documents import pdf_parts
from orapp.documents.pdf_binding import PdfBinder
from orapp.services.failures import Circumstance
from orapp.services.paper_ports import AnnexState, BoundPart, PartLook

WORDS = "pagina {number} van {count}"


def pdf(pages: int = 1, *, width: float = 595, height: float = 842, turned: int = 0, password: str = "") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(width=width, height=height)
        if turned:
            page.rotate(turned)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_each_file_is_seen_as_it_is() -> None:
    good, locked, empty = pdf(3), pdf(1, password="geheim"), pdf(0)
    found = PdfBinder().look((good, locked, b"", b"geen pdf", good[: len(good) // 2], empty))
    damaged = PartLook(state=AnnexState.DAMAGED)
    assert found[0] == PartLook(state=AnnexState.BOUND, pages=3)
    assert found[1] == PartLook(state=AnnexState.LOCKED)
    assert found[2:] == (damaged, damaged, damaged, damaged)


def test_pages_are_numbered_through_and_every_part_has_a_bookmark() -> None:
    parts = (
        BoundPart(data=pdf(2), title="Bijlagenlijst", foot="Lijst"),
        BoundPart(data=pdf(1, width=842, height=595), title="Bijlage 1 – Łódź (à)", foot="Bijlage 1 – een \\ (haakje)"),
        BoundPart(data=pdf(2, turned=90), title="Bijlage 2", foot="Bijlage 2"),
    )
    read = PdfReader(io.BytesIO(PdfBinder().bind(parts, "Bundel", WORDS)))
    texts = [page.extract_text() for page in read.pages]
    assert [f"pagina {number} van 5" in text for number, text in enumerate(texts, start=1)] == [True] * 5
    assert "Bijlage 1 – een \\ (haakje)" in texts[2]
    titles = [item for item in read.outline if not isinstance(item, list)]
    assert [str(item.title) for item in titles] == ["Bijlagenlijst", "Bijlage 1 – Łódź (à)", "Bijlage 2"]
    assert [read.get_destination_page_number(item) for item in titles] == [0, 2, 3]
    assert all(page.rotation == 0 for page in read.pages)
    assert read.metadata is not None
    assert read.metadata.title == "Bundel"


def test_what_would_act_by_itself_is_taken_out() -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    launch = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("calc.exe")})
    link = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): TextStringObject("https://example.org")})
    page[NameObject("/Annots")] = ArrayObject([annotation(launch), annotation(link)])
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): launch})
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")})
    writer.root_object[NameObject("/OpenAction")] = script
    out = io.BytesIO()
    writer.write(out)
    made = PdfBinder().bind((BoundPart(data=out.getvalue(), title="A"),), "Bundel", WORDS)
    read = PdfReader(io.BytesIO(made))
    links = read.pages[0]["/Annots"]
    assert isinstance(links, ArrayObject)
    first, second = (one.get_object() for one in links)
    assert "/A" not in first
    assert second["/A"]["/S"] == "/URI"
    assert "/AA" not in read.pages[0]
    assert b"calc.exe" not in made
    assert b"app.alert" not in made


def annotation(action: DictionaryObject) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): RectangleObject((10, 10, 50, 50)),
            NameObject("/Border"): ArrayObject([NumberObject(0)] * 3),
            NameObject("/A"): action,
        }
    )


def test_a_file_that_brings_its_process_down_is_damaged_and_the_others_are_not() -> None:
    """Without time enough for any process every file counts as damaged, and binding says that it failed."""
    hurried = PdfBinder(seconds=0, look_seconds=-1)
    assert hurried.look((pdf(),)) == (PartLook(state=AnnexState.DAMAGED),)
    with pytest.raises(Circumstance) as told:
        hurried.bind((BoundPart(data=pdf(), title="A"),), "Bundel", WORDS)
    assert told.value.code == "paper.binding"


def test_two_hundred_pages_are_bound_as_one() -> None:
    made = pdf_parts.bind([BoundPart(data=pdf(50), title=str(number)) for number in range(4)], "Groot", WORDS)
    assert len(PdfReader(io.BytesIO(made)).pages) == 200
