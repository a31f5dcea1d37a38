"""Word files as councils bring them: plain, with letterhead, from other programs, hostile and damaged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from orapp.documents.namespaces import w
from orapp.documents.package_writer import write_package
from tests.documents.sample_letters import png

RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def saved(document: WordDocument) -> bytes:
    """The bytes of a document of python-docx; the same in every second."""
    buffer = io.BytesIO()
    document.save(buffer)
    return write_package(parts_of(buffer.getvalue()))


def a4() -> WordDocument:
    """An empty document on A4."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    return document


def letterhead() -> WordDocument:
    """A council's letter: its own letters and colours, a picture and a name at the top of the first page, a foot."""
    document = a4()
    normal, heading = document.styles["Normal"], document.styles["Heading 1"]
    normal.font.name, normal.font.size = "Georgia", Pt(10.5)
    heading.font.color.rgb = RGBColor(0x8A, 0x1C, 0x4A)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.top_margin = Mm(45)
    first = section.first_page_header.paragraphs[0]
    first.add_run().add_picture(io.BytesIO(png()), width=Mm(50))
    first.add_run("\tOndernemingsraad Voorbeeld")
    section.header.paragraphs[0].text = "OR Voorbeeld"
    section.footer.paragraphs[0].text = "or@voorbeeld.example"
    document.add_heading("Een kop", 1)
    document.add_paragraph("Een gewone alinea.")
    return document


def plain() -> bytes:
    """A document as python-docx makes it, with nothing but a paragraph."""
    document = a4()
    document.add_paragraph("Tekst.")
    return saved(document)


def even_and_odd() -> bytes:
    """Other headers on even pages."""
    document = letterhead()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Even bladzijde"
    return saved(document)


def landscape() -> bytes:
    """Paper on its side."""
    document = a4()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    return saved(document)


def a5(margin: int = 18) -> bytes:
    """Small paper."""
    document = a4()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(margin)
    return saved(document)


def with_places() -> bytes:
    """A letter that marks its own places with words in brackets."""
    document = a4()
    document.add_paragraph("Aan: {{geadresseerde}}")
    document.add_paragraph().add_run("Betreft: [onderwerp]").bold = True
    document.add_paragraph("«inhoud»")
    document.add_paragraph("Vaste zin van de raad.")
    return saved(document)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The file with its parts changed."""
    parts = parts_of(data)
    change(parts)
    return write_package(parts)


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with a stretch of one part changed."""

    def change(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], (part, old)
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)

    return changed(data, change)


def related(data: bytes, kind: str, target: str, *, external: bool = False, extra: Mapping[str, bytes] | None = None) -> bytes:
    """The file with one relation of its text more, named "rIdKwaad", and the parts that go with it."""
    mode = ' TargetMode="External"' if external else ""
    row = f'<Relationship Id="rIdKwaad" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'

    def change(parts: dict[str, bytes]) -> None:
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", f"{row}</Relationships>".encode())
        parts.update(extra or {})

    return changed(data, change)


def header_part(data: bytes, wanted: str) -> str:
    """The header in which some words stand."""
    return next(name for name, xml in parts_of(data).items() if name.startswith("word/header") and wanted.encode() in xml)


def with_macros() -> bytes:
    """A .docm: the same letter with a project of macros."""

    def change(parts: dict[str, bytes]) -> None:
        parts["word/vbaProject.bin"] = b"\xd0\xcf macro"
        types = parts["[Content_Types].xml"]
        types = types.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        )
        parts["[Content_Types].xml"] = types.replace(
            b"</Types>", b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        )

    return changed(saved(letterhead()), change)


def like_libreoffice() -> bytes:
    """As LibreOffice 7.4 writes it: no style is the default, measures in another order, borders that start and end."""

    def change(parts: dict[str, bytes]) -> None:
        styles = parts["word/styles.xml"].replace(b' w:default="1"', b"")
        border = b'<w:tblBorders><w:insideH w:val="single"/><w:start w:val="single"/><w:top w:val="single"/></w:tblBorders>'
        own = (
            b'<w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text LO"/><w:basedOn w:val="Normal"/>'
            b'<w:pPr><w:jc w:val="start"/><w:spacing w:after="140" w:line="276"/><w:keepNext w:val="maybe"/></w:pPr>'
            b'<w:rPr><w:sz w:val="22"/><w:b/></w:rPr></w:style><w:style w:type="table" w:styleId="LO"><w:name w:val="LO tabel"/>'
            b"<w:tblPr>" + border + b'<w:tblW w:w="0" w:type="auto"/></w:tblPr></w:style></w:styles>'
        )
        parts["word/styles.xml"] = styles.replace(b"</w:styles>", own)
        parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(b"Microsoft Macintosh Word", b"LibreOffice/7.4$Linux")

    return changed(saved(letterhead()), change)


def without_headings() -> bytes:
    """A file in which no style is a heading."""

    def change(parts: dict[str, bytes]) -> None:
        root = etree.fromstring(parts["word/styles.xml"])
        for style in root.findall(w("style")):
            if "eading" in style.get(w("styleId"), ""):
                root.remove(style)
        parts["word/styles.xml"] = etree.tostring(root)

    return changed(plain(), change)


def bomb() -> bytes:
    """Little on the disk, a great deal unpacked."""
    buffer = io.BytesIO(plain())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        for number in range(30):
            package.writestr(f"word/media/leeg{number}.bin", bytes(8 * 1024 * 1024))
    return buffer.getvalue()
