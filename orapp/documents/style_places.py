"""The places of a letter in a Word file that was brought: content controls or words in brackets, by tag or Dutch name."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from orapp.documents.namespaces import w
from orapp.documents.skeleton import BLOCK_TAGS, TAG_PREFIX
from orapp.documents.style_reading import value_of

ALIASES: Final = {
    "addressee": "Geadresseerde",
    "subject": "Onderwerp",
    "salutation": "Aanhef",
    "body": "Inhoud van de brief",
    "closing": "Slotformule",
    "signatures": "Ondertekening",
    "annexes": "Bijlagen",
    "copies": "Kopie aan",
    "confidentiality": "Vertrouwelijkheid",
    "confidentiality.short": "Vertrouwelijkheid (kort)",
    "reference.label": "Label",
    "reference.value": "Kenmerk",
    "sender.name": "Naam van de ondernemingsraad",
    "sender.organisation": "Onderneming",
    "sender.lines": "Adresregels",
    "sender.short": "Afzender (kort)",
    "stamp": "Datum en kenmerk",
    "subject.short": "Onderwerp (kort)",
    "logo": "Logo",
}
_WORDS: Final = {
    **{alias.casefold(): tag for tag, alias in ALIASES.items() if tag != "reference.value"},
    **{tag: tag for tag in ALIASES},
    "adres": "addressee",
    "aan": "addressee",
    "betreft": "subject",
    "inhoud": "body",
    "brieftekst": "body",
    "tekst": "body",
    "tekst van de brief": "body",
    "afsluiting": "closing",
    "groet": "closing",
    "handtekening": "signatures",
    "handtekeningen": "signatures",
    "bijlage": "annexes",
    "kopie": "copies",
    "cc": "copies",
    "vertrouwelijk": "confidentiality",
    "afzender": "sender.name",
    "naam or": "sender.name",
    "organisatie": "sender.organisation",
    "afzendergegevens": "sender.lines",
}
_BRACKETED: Final = re.compile(
    r"\{\{\s*([^{}\[\]«»<>]{2,40}?)\s*\}\}|\[\s*([^{}\[\]«»<>]{2,40}?)\s*\]|«\s*([^{}\[\]«»<>]{2,40}?)\s*»"
)


def tag_named(words: str) -> str:
    """The place that a name means, empty for none."""
    plain = words.strip().casefold().removeprefix(TAG_PREFIX)
    return _WORDS.get(plain, "")


def placeholders_for_controls(root: etree._Element) -> None:
    """Put words in brackets in the place of content controls that mark a place, so that cleaning leaves the place."""
    for control in list(root.iter(w("sdt"))):
        properties = control.find(w("sdtPr"))
        if properties is None:
            continue
        tag = value_of(properties.find(w("tag")))
        if tag == f"{TAG_PREFIX}concept":
            _take_out(control)
            continue
        named = tag_named(tag) if tag.startswith(TAG_PREFIX) or tag_named(tag) else ""
        named = named or tag_named(value_of(properties.find(w("alias"))))
        content = control.find(w("sdtContent"))
        if not named or content is None:
            continue
        run = etree.Element(w("r"))
        look = content.find(f".//{w('r')}/{w('rPr')}")
        if look is not None:
            run.append(look)
        etree.SubElement(run, w("t")).text = f"{{{{{named}}}}}"
        paragraph = next(content.iter(w("p")), None)
        cell = next(content.iter(w("tc")), None)
        if paragraph is None:
            _put(control, run)
            continue
        for child in list(paragraph):
            if child.tag != w("pPr"):
                paragraph.remove(child)
        paragraph.append(run)
        _put(control, paragraph if cell is None else cell)


def tags_in(root: etree._Element) -> tuple[str, ...]:
    """The places that the text marks, in order."""
    found: dict[str, None] = {}
    for paragraph in root.iter(w("p")):
        for hit in _BRACKETED.finditer(_plain(paragraph)):
            if tag := tag_named(next(group for group in hit.groups() if group)):
                found[tag] = None
    return tuple(found)


def place_controls(root: etree._Element, *, start: int) -> set[str]:
    """Make content controls of the words in brackets; gives the tags that came to stand. `start` is the first number."""
    made: set[str] = set()
    for paragraph in list(root.iter(w("p"))):
        text = _plain(paragraph)
        hits = [(hit, tag_named(next(group for group in hit.groups() if group))) for hit in _BRACKETED.finditer(text)]
        hits = [(hit, tag) for hit, tag in hits if tag]
        if not hits:
            continue
        block = next((tag for _, tag in hits if tag in BLOCK_TAGS), "")
        look = paragraph.find(f"{w('r')}/{w('rPr')}")
        properties = paragraph.find(w("pPr"))
        for child in list(paragraph):
            if child is not properties:
                paragraph.remove(child)
        at = 0
        for hit, tag in hits if not block else [(hits[0][0], block)]:
            if not block and hit.start() > at:
                paragraph.append(_run(text[at : hit.start()], look))
            at = hit.end()
            if tag in made and tag not in {"reference.label", "reference.value"}:
                continue
            made.add(tag)
            paragraph.append(control(tag, start + len(made), look))
        if not block and at < len(text):
            paragraph.append(_run(text[at:], look))
    return made


def control(tag: str, number: int, look: etree._Element | None = None) -> etree._Element:
    """A content control for a place, with its Dutch name as sample."""
    alias = ALIASES.get(tag, tag)
    element = etree.Element(w("sdt"))
    properties = etree.SubElement(element, w("sdtPr"))
    if look is not None:
        properties.append(_copy(look))
    etree.SubElement(properties, w("alias"), {w("val"): alias})
    etree.SubElement(properties, w("tag"), {w("val"): f"{TAG_PREFIX}{tag}"})
    etree.SubElement(properties, w("id"), {w("val"): str(number)})
    etree.SubElement(properties, w("text"), {w("multiLine"): "1"})
    etree.SubElement(element, w("sdtContent")).append(_run(alias, look))
    return element


def _run(text: str, look: etree._Element | None) -> etree._Element:
    run = etree.Element(w("r"))
    if look is not None:
        run.append(_copy(look))
    words = etree.SubElement(run, w("t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    words.text = text
    return run


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def _plain(paragraph: etree._Element) -> str:
    """The text of the runs that stand in the paragraph itself; a paragraph with a drawing marks no place."""
    if next(paragraph.iter(w("drawing"), w("pict"), w("fldChar")), None) is not None:
        return ""
    return "".join(part.text or "" for part in paragraph.iter(w("t")))


def _take_out(control: etree._Element) -> None:
    """The mark of a concept is made anew: the line that has it goes, with its watermark."""
    line = next((one for one in control.iterancestors(w("p"))), control)
    parent = line.getparent()
    if parent is not None:
        parent.remove(line)


def _put(old: etree._Element, new: etree._Element) -> None:
    parent = old.getparent()
    if parent is not None:
        new.tail = None
        parent.replace(old, new)
