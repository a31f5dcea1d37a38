"""The version of a letter for the staff (achterban): without names and without what is secret, and marked as such.

The program finds what it knows and shows what it suspects; a person decides. It never claims to have found everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.domain.items import Secrecy
from orapp.letters.cell_looks import kept_looks
from orapp.letters.content import (
    DASH,
    Annex,
    Block,
    BulletList,
    CodedList,
    LetterContent,
    Paragraph,
    Quotation,
    Run,
    Section,
    Signature,
    Table,
)
from orapp.letters.staff_names import Suspect, known_people, suspects

MARK = "ACHTERBANVERSIE"
TITLE = "Achterbanversie"
MASKED = "[naam]"
MARK_LINE = "Achterbanversie: namen en geheime gedeelten zijn weggelaten. Dit is niet de brief zelf."
OUT_SECTION = "Dit onderdeel staat niet in de achterbanversie: er geldt geheimhouding (artikel 20 WOR)."
OUT_PASSAGE = "[Weggelaten: hierop rust geheimhouding (artikel 20 WOR).]"
OUT_CELL = "[weggelaten]"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffSection:
    """A section with whether the program proposes to leave it out, and why."""

    key: str
    heading: str
    out: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffReview:
    """What a person looks at before the version is made: names and their context, sections, and papers under secrecy."""

    suspects: tuple[Suspect, ...]
    sections: tuple[StaffSection, ...]
    secret_papers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffChoice:
    """What a person decided: the texts that are masked (with what stands for them), and the sections that stay out."""

    masks: Mapping[str, str]
    left_out: frozenset[str] = frozenset()


def review(content: LetterContent, dossier: Dossier, council: Council, on: date) -> StaffReview:
    """Look a letter through for people, addresses and secrecy (art. 20 WOR) as it holds on a day."""
    people = known_people(dossier, council)
    whole = tuple(one.scope for one in dossier.secrecies if _holds(one, on))
    why = "; ".join(whole) if whole else ("het dossier is geheim" if dossier.secret else "")
    sections = tuple(
        StaffSection(key=one.key, heading=one.heading, out=bool(why), why=why) for one in content.sections if one.blocks
    )
    papers = tuple(
        (f"D{paper.number}", paper.title)
        for paper in dossier.papers
        if paper.personal or (paper.secrecy is not None and _holds(paper.secrecy, on))
    )
    return StaffReview(suspects=suspects(_texts(content), people, council), sections=sections, secret_papers=papers)


def _holds(secrecy: Secrecy, on: date) -> bool:
    return secrecy.until is None or secrecy.until >= on


def staff_version(content: LetterContent, seen: StaffReview, choice: StaffChoice) -> LetterContent:
    """The letter as the staff may read it. What is left out is left out with a line that says so."""
    mask = _masker(choice.masks)
    secret = _secret(seen.secret_papers)
    sections = tuple(_section(one, one.key in choice.left_out, mask, secret) for one in content.sections)
    sender = replace(content.sender, lines=tuple(mask(line) for line in content.sender.lines))
    return replace(
        content,
        title=f"{TITLE}: {mask(content.title)}",
        subject=mask(content.subject),
        sender=sender,
        addressee=tuple(mask(line) for line in content.addressee),
        reference_lines=tuple((label, mask(text)) for label, text in content.reference_lines),
        salutation=mask(content.salutation),
        sections=sections,
        closing=mask(content.closing),
        signatures=tuple(Signature(name=mask(one.name), role=mask(one.role)) for one in content.signatures),
        copies=tuple(mask(one) for one in content.copies),
        annexes=_annexes(content.annexes, mask, secret),
        confidentiality=MARK_LINE,
        fingerprint="",
    )


Mask = Callable[[str], str]
Secret = Callable[[str], bool]


def _masker(masks: Mapping[str, str]) -> Mask:
    """Puts the mask in the place of each text, the longest first; only where a word begins and ends."""
    if not masks:
        return lambda text: text
    longest = sorted(masks, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in longest))
    return lambda text: pattern.sub(lambda found: masks[found.group()], text)


def _secret(papers: Iterable[tuple[str, str]]) -> Secret:
    """Whether a text speaks of a paper under secrecy, by its code or its title."""
    names = [rf"(?<!\w){re.escape(code)}(?!\w)" for code, _ in papers if len(code) > 1]
    names += [re.escape(title) for _, title in papers if title.strip()]
    if not names:
        return lambda _text: False
    pattern = re.compile("|".join(names), re.IGNORECASE)
    return lambda text: pattern.search(text) is not None


def _section(section: Section, out: bool, mask: Mask, secret: Secret) -> Section:
    heading = mask(section.heading)
    if out:
        line = Paragraph(key=f"{section.key}-weggelaten", runs=(Run(text=OUT_SECTION, italic=True),))
        return replace(section, heading=heading, blocks=(line,))
    return replace(section, heading=heading, blocks=tuple(_block(one, mask, secret) for one in section.blocks))


def _block(block: Block, mask: Mask, secret: Secret) -> Block:
    match block:
        case Paragraph():
            if secret(f"{block.text} {block.source}" if isinstance(block, Quotation) else block.text):
                return Paragraph(key=block.key, runs=(Run(text=OUT_PASSAGE, italic=True),), numbered=block.numbered)
            masked = replace(block, runs=_runs(block.runs, mask))
            return replace(masked, source=mask(masked.source)) if isinstance(masked, Quotation) else masked
        case CodedList():
            items = []
            for item in block.items:
                # A code and a label can be words too: of an expert the name, of a detail what the council typed.
                if secret(" ".join((item.code, item.text, *(f"{label} {said}" for label, said in item.details)))):
                    sign = DASH if secret(item.code) else mask(item.code)
                    items.append(replace(item, code=sign, runs=(Run(text=OUT_PASSAGE, italic=True),), details=()))
                else:
                    details = tuple((mask(label), mask(said)) for label, said in item.details)
                    items.append(replace(item, code=mask(item.code), runs=_runs(item.runs, mask), details=details))
            return replace(block, items=tuple(items))
        case BulletList():
            return replace(
                block,
                items=tuple(
                    (Run(text=OUT_PASSAGE, italic=True),) if secret("".join(run.text for run in runs)) else _runs(runs, mask)
                    for runs in block.items
                ),
            )
        case Table():
            rows = tuple(
                _out_row(row, block.widths) if any(secret(cell) for cell in row) else tuple(mask(cell) for cell in row)
                for row in block.rows
            )
            caption, summary = (OUT_CELL if secret(one) else mask(one) for one in (block.caption, block.summary))
            header = tuple(OUT_CELL if secret(cell) else mask(cell) for cell in block.header)
            masked_table = kept_looks(block, header, rows)
            return replace(masked_table, caption=caption, summary=summary)


def _out_row(row: tuple[str, ...], widths: tuple[int, ...]) -> tuple[str, ...]:
    """A row that says in its widest cell that it is left out."""
    widest = widths.index(max(widths)) if widths else 0
    return tuple(OUT_CELL if number == widest else "–" for number in range(len(row)))


def _runs(runs: tuple[Run, ...], mask: Mask) -> tuple[Run, ...]:
    """Masks over the whole of a text: a name that is half bold is found as well, and then stands in the look of its start."""
    whole = "".join(run.text for run in runs)
    masked = mask(whole)
    if masked == whole:
        return runs
    each = tuple(replace(run, text=mask(run.text)) for run in runs)
    return each if "".join(run.text for run in each) == masked else (replace(runs[0], text=masked),)


def _annexes(annexes: tuple[Annex, ...], mask: Mask, secret: Secret) -> tuple[Annex, ...]:
    return tuple(
        replace(one, title=OUT_PASSAGE, version="", date=None) if secret(one.title) else replace(one, title=mask(one.title))
        for one in annexes
    )


def _texts(content: LetterContent) -> tuple[tuple[str, str], ...]:
    """Every text that a reader sees, with a word for where it stands."""
    around = [("briefhoofd", line) for line in content.sender.lines]
    around += [("adres", line) for line in content.addressee]
    around += [("kenmerken", text) for _, text in content.reference_lines]
    around += [("titel", content.title), ("ondertekening", " ".join(one.name for one in content.signatures))]
    around += [("ondertekening", one.role) for one in content.signatures]
    around += [("afschrift", one) for one in content.copies] + [("bijlagen", one.title) for one in content.annexes]
    headings = {section.key: section.heading for section in content.sections}
    inside = [(headings.get(place.split("/")[0], "") or "brief", text) for place, text in content.texts()]
    lists = [(section, block) for section in content.sections for block in section.blocks if isinstance(block, CodedList)]
    for section, block in lists:
        signs = [sign for item in block.items for sign in (item.code, *(label for label, _ in item.details))]
        inside += [(section.heading or "brief", sign) for sign in signs]
    return tuple((place, text) for place, text in (*around, *inside) if text.strip())
