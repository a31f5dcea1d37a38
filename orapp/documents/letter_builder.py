"""Builds a letter in Word from its content and a house style: the same bytes for the same letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from orapp.documents.house_style import DOCUMENT, HouseStyle
from orapp.documents.letter_body import BodyWriter, annexes_xml, copies_xml, signatures_xml
from orapp.documents.logo import RELATION_ID, Logo, read_logo
from orapp.documents.mark_part import PART as MARK
from orapp.documents.mark_part import mark_xml
from orapp.documents.namespaces import CORE, DC, PROLOGUE, RELATIONSHIPS
from orapp.documents.package_writer import write_package
from orapp.documents.skeleton import BlockPlace, OptionalLine, Piece, Place, RepeatedRow
from orapp.documents.written_text import attribute, plain_run
from orapp.letters.content import LetterContent, LetterStatus
from orapp.letters.letter_mark import LetterMark
from orapp.letters.page_words import place_words, reference_lines

_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_LABELS: Final = {"datum": "date", "ons kenmerk": "our_reference", "uw kenmerk": "your_reference", "bijlagen": "annex_count"}
_OTHER = re.compile("[^a-z0-9]+")
_BREAK = re.compile("[\t\n\r]")
# Word allows 64 characters in the tag and in the alias of a content control.
_LONGEST_TAG: Final = 64
# What the builder makes of other places; nobody edits it in Word, so it is no content control.
_DERIVED: Final = frozenset({"concept", "stamp", "sender.short", "subject.short", "confidentiality.short"})


class _Letter:
    """One letter being filled in: the values of its places, and the numbers given so far."""

    def __init__(self, content: LetterContent, style: HouseStyle, logo: Logo | None) -> None:
        self._content = content
        self._style = style
        self._logo = logo
        self._controls = 0
        self._pictures = 0
        self._controlled: set[str] = set()
        self._values = place_words(content)

    def part(self, pieces: tuple[Piece, ...]) -> str:
        out: list[str] = []
        self._fill(pieces, out)
        return "".join(out)

    def _fill(self, pieces: tuple[Piece, ...], out: list[str]) -> None:
        for piece in pieces:
            match piece:
                case str():
                    out.append(piece)
                case Place():
                    out.append(self._place(piece, piece.tag, piece.alias, self._value(piece)))
                case BlockPlace():
                    out.append(self._block(piece.tag))
                case OptionalLine():
                    if any(self._value(inner)[0] for inner in piece.pieces if isinstance(inner, Place)):
                        self._fill(piece.pieces, out)
                case RepeatedRow():
                    self._rows(piece, out)

    def _value(self, place: Place) -> tuple[str, str]:
        if place.tag == "concept":
            return (place.sample if self._content.status is LetterStatus.CONCEPT else ""), "concept"
        return self._values.get(place.tag, ("", place.tag))

    def _place(self, place: Place, tag: str, alias: str, value: tuple[str, str]) -> str:
        """A value in a content control the first time, as plain text where it comes again (it is read back once)."""
        text, where = value
        if not text:
            return ""
        run = plain_run(text, where, place.look)
        if tag in self._controlled or tag in _DERIVED:
            return run
        self._controlled.add(tag)
        self._controls += 1
        # LibreOffice 7.4 swallows breaks and tabs in a control for plain text; in one for rich text they stay.
        plain = "" if _BREAK.search(text) else "<w:text/>"
        return (
            f'<w:sdt><w:sdtPr>{place.look}<w:alias w:val="{attribute(alias[:_LONGEST_TAG], where)}"/>'
            f'<w:tag w:val="orapp.{tag}"/><w:id w:val="{self._controls}"/>{plain}</w:sdtPr>'
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def _rows(self, row: RepeatedRow, out: list[str]) -> None:
        for label, text in reference_lines(self._content):
            name = _tag_of(label)
            where = f"reference_lines/{label}"
            for piece in row.pieces:
                if isinstance(piece, Place) and piece.tag == "reference.value":
                    out.append(self._place(piece, name, label, (text, where)))
                elif isinstance(piece, Place):
                    out.append(plain_run(label, where, piece.look))
                else:
                    self._fill((piece,), out)

    def _block(self, tag: str) -> str:
        content, width = self._content, self._style.text_width
        match tag:
            case "body":
                return BodyWriter(width=width, numbered=content.numbered).body(content)
            case "signatures":
                return signatures_xml(content.signatures, width, followed=bool(content.annexes or content.copies))
            case "annexes":
                return annexes_xml(content.annexes, followed=bool(content.copies))
            case "copies":
                return copies_xml(content.copies)
            case _:
                if self._logo is None:
                    return ""
                self._pictures += 1
                name = attribute(f"Logo van {content.sender.name}", "sender")
                picture = self._logo.run(name, self._pictures)
                return f'<w:p><w:pPr><w:pStyle w:val="Briefhoofdlogo"/></w:pPr>{picture}</w:p>'


def _tag_of(label: str) -> str:
    plain = label.strip().rstrip(":").casefold()
    known = _LABELS.get(plain)
    return known or f"reference.{_OTHER.sub('_', plain).strip('_')}"[: _LONGEST_TAG - len("orapp.")]


def _core(content: LetterContent) -> bytes:
    stamp = f"{content.dated.isoformat()}T00:00:00Z"
    date_type = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{attribute(content.title, 'title')}</dc:title>"
        f"<dc:subject>{attribute(content.subject, 'subject')}</dc:subject>"
        f"<dc:creator>{attribute(content.sender.name, 'sender')}</dc:creator>"
        f"<cp:lastModifiedBy>{attribute(content.sender.name, 'sender')}</cp:lastModifiedBy>"
        f"<dcterms:created {date_type}>{stamp}</dcterms:created><dcterms:modified {date_type}>{stamp}</dcterms:modified>"
        f"<cp:category>{attribute(content.kind, 'kind')}</cp:category>{_identifier(content)}"
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    ).encode()


def _identifier(content: LetterContent) -> str:
    """The fingerprint of an adopted letter in the file's own properties, where Word shows and keeps it."""
    return f"<dc:identifier>sha256:{attribute(content.fingerprint, 'fingerprint')}</dc:identifier>" if content.fingerprint else ""


def _app(content: LetterContent) -> bytes:
    return (
        f'{PROLOGUE}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>orapp</Application><Company>{attribute(content.sender.organisation, 'sender')}</Company></Properties>"
    ).encode()


def _with_logo(relations: bytes, logo: Logo) -> bytes:
    row = f'<Relationship Id="{RELATION_ID}" Type="{_IMAGE}" Target="{logo.part.removeprefix("word/")}"/>'
    if not relations:
        return f'{PROLOGUE}<Relationships xmlns="{RELATIONSHIPS}">{row}</Relationships>'.encode()
    return relations.replace(b"</Relationships>", f"{row}</Relationships>".encode())


def build_letter(content: LetterContent, style: HouseStyle, mark: LetterMark | None = None) -> bytes:
    """Give the letter as a Word file (WordprocessingML, ISO/IEC 29500 transitional), with the mark by which it is known again.

    Any text that XML can hold comes out as it went in; raises UnwritableText, with the place, for any other, and
    UnreadableLogo for a logo that is no PNG or JPEG.
    """
    logo = read_logo(content.sender.logo) if content.sender.logo else None
    letter = _Letter(content, style, logo)
    parts: dict[str, bytes] = {}
    ordered: Sequence[str] = [DOCUMENT, *(name for name in style.skeletons if name != DOCUMENT)]
    for name in ordered:
        parts[name] = letter.part(style.skeletons[name]).encode()
    for name, relations in style.relations.items():
        if logo is not None:
            parts[name] = _with_logo(relations, logo)
        elif relations:
            parts[name] = relations
    if logo is not None:
        parts[logo.part] = logo.data
    parts["docProps/core.xml"] = _core(content)
    parts["docProps/app.xml"] = _app(content)
    parts[MARK] = mark_xml(mark)
    return write_package(parts, onto=style.fixed)
