"""Edits a Word file as a person would in Word: words, paragraphs, sections, tracked changes and remarks."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Callable
from typing import Final

from lxml import etree

from orapp.documents.anchors import bookmark_name
from orapp.documents.namespaces import R, W, w

DOCUMENT: Final = "word/document.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_COMMENTS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


class EditedWord:
    """One file in the making; `saved` gives it."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])
        found = self.root.find(w("body"))
        assert found is not None
        self.body = found

    def saved(self) -> bytes:
        """The file as it is now."""
        self.parts[DOCUMENT] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in self.parts.items():
                package.writestr(name, part)
        return out.getvalue()

    # -- looking -------------------------------------------------------------------------------------------------------

    def at(self, place: str) -> etree._Element:
        """The paragraph or table of the body in which the bookmark of a place begins."""
        name = bookmark_name(place)
        start = next(one for one in self.body.iter(w("bookmarkStart")) if one.get(w("name")) == name)
        return self._top(start)

    def saying(self, text: str) -> etree._Element:
        """The first paragraph with these words."""
        return next(one for one in self.body.iter(w("p")) if text in words_of(one))

    def section(self, key: str) -> list[etree._Element]:
        """What stands from the heading of a section up to the next one or the closing."""
        heading = self.at(key)
        found = [heading]
        for following in heading.itersiblings():
            if is_heading(following) or "Hoogachtend" in words_of(following):
                break
            found.append(following)
        return found

    def _top(self, element: etree._Element) -> etree._Element:
        while (parent := element.getparent()) is not self.body:
            assert parent is not None
            element = parent
        return element

    # -- typing --------------------------------------------------------------------------------------------------------

    @staticmethod
    def retype(paragraph: etree._Element, change: Callable[[str], str]) -> None:
        """Other words in a paragraph; its bookmarks stay where they were."""
        texts = list(paragraph.iter(w("t")))
        whole = change("".join(one.text or "" for one in texts))
        for one in texts[1:]:
            one.text = ""
        texts[0].text = whole
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    @staticmethod
    def new(text: str, style: str = "Alinea", look: str = "") -> etree._Element:
        """A paragraph that was not there."""
        return etree.fromstring(
            f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{look}'
            f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        )

    def remove_section(self, key: str) -> None:
        """A section goes, heading and all."""
        for element in self.section(key):
            self.body.remove(element)

    def move_section(self, key: str, before: str) -> None:
        """A section goes to another place, cut and pasted."""
        elements = self.section(key)
        for element in elements:
            self.body.remove(element)
        target = self.at(before)
        for element in elements:
            target.addprevious(element)

    def drop_bookmarks(self, keep: Callable[[str], bool] = lambda _name: False) -> None:
        """Bookmarks go, as when text is pasted or another program wrote the file."""
        gone = {one.get(w("id")) for one in self.body.iter(w("bookmarkStart")) if not keep(one.get(w("name"), ""))}
        for one in [*self.body.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
            if one.get(w("id")) in gone:
                parent = one.getparent()
                assert parent is not None
                parent.remove(one)

    # -- tracked changes and remarks -----------------------------------------------------------------------------------

    @staticmethod
    def insert_tracked(paragraph: etree._Element, text: str, author: str = "A. Lid") -> None:
        """Words at the end, with changes tracked."""
        paragraph.append(
            etree.fromstring(
                f'<w:ins xmlns:w="{W}" w:id="900" w:author="{author}" w:date="2025-11-21T10:00:00Z"><w:r>'
                f'<w:t xml:space="preserve">{text}</w:t></w:r></w:ins>'
            )
        )

    @staticmethod
    def delete_tracked(paragraph: etree._Element, author: str = "A. Lid", *, mark: bool = False) -> None:
        """All words go, with changes tracked; with `mark` the end of the paragraph too."""
        gone = etree.fromstring(f'<w:del xmlns:w="{W}" w:id="901" w:author="{author}" w:date="2025-11-21T10:05:00Z"/>')
        for run in list(paragraph.iter(w("r"))):
            parent = run.getparent()
            assert parent is not None
            parent.remove(run)
            for text in run.iter(w("t")):
                text.tag = w("delText")
            gone.append(run)
        paragraph.append(gone)
        if mark:
            properties = paragraph.find(w("pPr"))
            assert properties is not None
            properties.append(
                etree.fromstring(
                    f'<w:rPr xmlns:w="{W}"><w:del w:id="902" w:author="{author}" w:date="2025-11-21T10:05:00Z"/></w:rPr>'
                )
            )

    def move_tracked(self, paragraph: etree._Element, behind: etree._Element, author: str = "A. Lid") -> None:
        """A paragraph moves, with changes tracked."""
        there = copy.deepcopy(paragraph)
        for element, name in ((paragraph, "moveFrom"), (there, "moveTo")):
            around = etree.fromstring(f'<w:{name} xmlns:w="{W}" w:id="903" w:author="{author}" w:date="2025-11-21T10:06:00Z"/>')
            for run in list(element.iter(w("r"))):
                parent = run.getparent()
                assert parent is not None
                parent.remove(run)
                around.append(run)
            for one in [*element.iter(w("bookmarkStart"), w("bookmarkEnd"))] if name == "moveTo" else []:
                parent = one.getparent()
                assert parent is not None
                parent.remove(one)
            element.append(around)
            properties = element.find(w("pPr"))
            assert properties is not None
            properties.append(
                etree.fromstring(
                    f'<w:rPr xmlns:w="{W}"><w:{name} w:id="904" w:author="{author}" w:date="2025-11-21T10:06:00Z"/></w:rPr>'
                )
            )
        behind.addnext(there)

    def remark(self, paragraph: etree._Element, text: str, author: str = "B. Lezer") -> None:
        """A remark about a whole paragraph."""
        comment = (
            f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="{author}" w:initials="B" w:date="2025-11-21T11:00:00Z">'
            f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:comment></w:comments>'
        )
        self.parts["word/comments.xml"] = comment.encode()
        relations = self.parts[_RELATIONS].decode()
        row = f'<Relationship Id="rIdRemarks" Type="{_COMMENTS}" Target="comments.xml"/>'
        self.parts[_RELATIONS] = relations.replace("</Relationships>", f"{row}</Relationships>").encode()
        kind = (
            '<Override PartName="/word/comments.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
        )
        self.parts[_TYPES] = self.parts[_TYPES].decode().replace("</Types>", f"{kind}</Types>").encode()
        first = paragraph.find(w("pPr"))
        at = 0 if first is None else 1
        paragraph.insert(at, etree.fromstring(f'<w:commentRangeStart xmlns:w="{W}" w:id="7"/>'))
        paragraph.append(etree.fromstring(f'<w:commentRangeEnd xmlns:w="{W}" w:id="7"/>'))
        paragraph.append(etree.fromstring(f'<w:r xmlns:w="{W}"><w:commentReference w:id="7"/></w:r>'))


def words_of(element: etree._Element) -> str:
    """The words under an element."""
    return "".join(one.text or "" for one in element.iter(w("t")))


def is_heading(element: etree._Element) -> bool:
    """Whether this is a heading of a section."""
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    return element.tag == w("p") and style is not None and style.get(w("val"), "").startswith("Kop")


def relation(name: str) -> str:
    """The full name of an attribute that points at another part."""
    return f"{{{R}}}{name}"
