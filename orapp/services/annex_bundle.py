"""The annexes of a letter bound into one PDF behind a numbered list, with an outline and page numbers that go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from orapp.domain.dossier import Dossier
from orapp.domain.items import Secrecy
from orapp.domain.letters import Letter
from orapp.domain.papers import Paper
from orapp.letters.wording import day
from orapp.services.failures import Circumstance, Refusal
from orapp.services.file_names import safe_name
from orapp.services.paper_ports import (
    PDF,
    AnnexState,
    Binder,
    BoundPart,
    Office,
    OfficeFile,
    PageMaker,
    PartLook,
    PlainSheet,
)

WRITTEN: Mapping[str, bytes] = MappingProxyType(
    {".docx": b"PK\x03\x04", ".odt": b"PK\x03\x04", ".doc": b"\xd0\xcf\x11\xe0", ".rtf": b"{\\rtf"}
)
"""Kinds of files that the office program sets as pages, by how they begin: it would set anything else as if it were text."""

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"})
PAGE_WORDS = "pagina {number} van {count}"
INDEX = "Bijlagenlijst"
ROUNDS = 4
"""A list of more pages moves the numbers on it; it stands still after two rounds."""

MOST_BYTES = 600 * 1024 * 1024
"""More is not held in memory at once: the annexes then go along one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleLine:
    """An annex as the list shows it; `first_page` is 0 where it goes along by itself or could not be read."""

    number: int
    paper_id: str
    title: str
    dated: date | None
    version: str
    state: AnnexState
    pages: int
    first_page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One PDF with its list, and the names of the annexes that go along by themselves."""

    data: bytes
    file_name: str
    lines: tuple[BundleLine, ...]
    pages: int

    @property
    def asking(self) -> tuple[BundleLine, ...]:
        """The annexes that are not in it whole: damaged, locked, absent, or going along by themselves."""
        return tuple(line for line in self.lines if line.state is not AnnexState.BOUND)


@dataclass(frozen=True, slots=True)
class _Piece:
    """An annex on its way into the bundle: its PDF when there is one."""

    paper: Paper
    state: AnnexState
    data: bytes = b""
    pages: int = 0


def annex_papers(dossier: Dossier, letter: Letter, on: date, allowed: frozenset[str]) -> tuple[Paper, ...]:
    """The papers that go with a letter, checked: nothing personal, and nothing secret but what a person said may go along.

    Raises Refusal("letter.annex_unknown"), ("letter.annex_personal"), ("paper.annex_secret") naming the paper (art. 20 WOR).
    """
    found = []
    for paper_id in letter.annex_ids:
        paper = dossier.paper(paper_id)
        if paper is None:
            raise Refusal("letter.annex_unknown", place="annexes")
        code = f"D{paper.number}"
        if paper.personal:
            raise Refusal("letter.annex_personal", place="annexes", code=code)
        if paper.id not in allowed and _secret(paper.secrecy, on):
            raise Refusal("paper.annex_secret", place=paper.id, code=code, title=paper.title)
        found.append(paper)
    if not found:
        raise Refusal("paper.no_annexes", place="annexes")
    return tuple(found)


def too_large_for_memory(papers: Sequence[Paper]) -> None:
    """Raise Circumstance("paper.too_large") for annexes that are too much together, before they are read."""
    if sum(paper.file.size for paper in papers if paper.file is not None) > MOST_BYTES:
        raise Circumstance("paper.too_large", most_mb=str(MOST_BYTES // 1024 // 1024))


def secret_annexes(dossier: Dossier, letter: Letter, on: date) -> tuple[Paper, ...]:
    """The chosen annexes under secrecy that holds on a day: a person says of each whether every addressee may know it."""
    papers = (dossier.paper(paper_id) for paper_id in letter.annex_ids)
    return tuple(paper for paper in papers if paper is not None and not paper.personal and _secret(paper.secrecy, on))


def _secret(secrecy: Secrecy | None, on: date) -> bool:
    return secrecy is not None and (secrecy.until is None or secrecy.until >= on)


def bound(
    papers: Sequence[Paper],
    files: Mapping[str, bytes],
    title: str,
    file_name: str,
    tools: tuple[PageMaker, Binder, Office],
    told: Callable[[int, int], None],
) -> Bundle:
    """Bind papers with their files (by paper id) behind a list. `told` hears how far it is, and may raise to stop.

    Raises Circumstance("paper.binding").
    """
    pages, binder, office = tools
    pieces = _set(papers, files, pages, office, told)
    readable = [index for index, piece in enumerate(pieces) if piece.data]
    for index, look in zip(readable, binder.look([pieces[index].data for index in readable]), strict=True):
        pieces[index] = _looked(pieces[index], look)
    told(len(papers), len(papers) + 1)
    front, index_page, lines = _numbered(pieces, title, pages, binder)
    parts = [BoundPart(data=index_page, title=INDEX, foot=title)]
    for line, piece in zip(lines, pieces, strict=True):
        if line.first_page:
            name = f"Bijlage {line.number} – {line.title}"
            data = piece.data if piece.state is AnnexState.BOUND else pages.sheet(_stand_in(line))
            parts.append(BoundPart(data=data, title=name, foot=name))
    data = binder.bind(parts, f"{INDEX} bij {title}", PAGE_WORDS)
    last = max((line.first_page + line.pages - 1 for line in lines if line.first_page), default=front)
    return Bundle(data=data, file_name=file_name, lines=lines, pages=last)


def _numbered(
    pieces: Sequence[_Piece], title: str, pages: PageMaker, binder: Binder
) -> tuple[int, bytes, tuple[BundleLine, ...]]:
    """The list with the pages on which the annexes begin, which depend on how many pages the list has itself."""
    front = 1
    for _ in range(ROUNDS):
        lines = _lines(pieces, front)
        page = pages.sheet(_index(title, lines))
        found = binder.look([page])[0].pages
        if found == front:
            return front, page, lines
        front = found
    raise Circumstance("paper.binding")


def _set(
    papers: Sequence[Paper],
    files: Mapping[str, bytes],
    pages: PageMaker,
    office: Office,
    told: Callable[[int, int], None],
) -> list[_Piece]:
    pieces = []
    written: dict[int, OfficeFile] = {}
    for index, paper in enumerate(papers):
        told(index, len(papers) + 1)
        suffix = Path(paper.file.name).suffix.lower() if paper.file is not None else ""
        data = files.get(paper.id, b"")
        if not data:
            pieces.append(_Piece(paper, AnnexState.ABSENT))
        elif suffix == ".pdf" or (paper.file is not None and paper.file.media_type == PDF):
            pieces.append(_Piece(paper, AnnexState.BOUND, data))
        elif suffix in PICTURES:
            picture = pages.picture(data)
            pieces.append(_Piece(paper, AnnexState.BOUND if picture else AnnexState.DAMAGED, picture or b""))
        elif suffix in WRITTEN and not data.startswith(WRITTEN[suffix]):
            pieces.append(_Piece(paper, AnnexState.DAMAGED))
        else:
            if suffix in WRITTEN:
                written[index] = OfficeFile(data=data, suffix=suffix)
            pieces.append(_Piece(paper, AnnexState.LOOSE))
    if written and office.name():
        try:
            made = office.pdfs(tuple(written.values()))
        except Circumstance:
            made = (None,) * len(written)  # what cannot be set as pages goes along as it is
        for index, pdf in zip(written, made, strict=True):
            if pdf is not None:
                pieces[index] = _Piece(papers[index], AnnexState.BOUND, pdf.data)
    return pieces


def _looked(piece: _Piece, look: PartLook) -> _Piece:
    if look.state is AnnexState.BOUND:
        return replace(piece, pages=look.pages)
    return replace(piece, state=look.state, data=b"")


def _lines(pieces: Sequence[_Piece], front: int) -> tuple[BundleLine, ...]:
    lines, page = [], front + 1
    for number, piece in enumerate(pieces, start=1):
        inside = piece.state in {AnnexState.BOUND, AnnexState.DAMAGED, AnnexState.LOCKED}
        count = piece.pages if piece.state is AnnexState.BOUND else 1
        lines.append(
            BundleLine(
                number=number,
                paper_id=piece.paper.id,
                title=piece.paper.title,
                dated=piece.paper.dated_on,
                version=piece.paper.version,
                state=piece.state,
                pages=count if inside else 0,
                first_page=page if inside else 0,
            )
        )
        page += count if inside else 0
    return tuple(lines)


def _index(title: str, lines: Sequence[BundleLine]) -> PlainSheet:
    rows = tuple(
        (
            str(line.number),
            line.title,
            day(line.dated) if line.dated else "",
            line.version,
            _where(line),
        )
        for line in lines
    )
    return PlainSheet(
        title=INDEX,
        lines=(f"Bij: {title}",),
        header=("Nr.", "Titel", "Datum", "Versie", "Pagina"),
        rows=rows,
        widths=(6, 43, 18, 11, 22),
    )


def _where(line: BundleLine) -> str:
    match line.state:
        case AnnexState.BOUND:
            last = line.first_page + line.pages - 1
            return str(line.first_page) if last == line.first_page else f"{line.first_page}–{last}"
        case AnnexState.DAMAGED | AnnexState.LOCKED:
            return f"{line.first_page} (niet leesbaar)"
        case AnnexState.LOOSE:
            return "los meegestuurd"
        case AnnexState.ABSENT:
            return "ontbreekt"


def _stand_in(line: BundleLine) -> PlainSheet:
    why = (
        "Dit bestand is beveiligd met een wachtwoord en staat daarom niet in deze bundel."
        if line.state is AnnexState.LOCKED
        else "Dit bestand is beschadigd of niet te lezen en staat daarom niet in deze bundel."
    )
    return PlainSheet(title=f"Bijlage {line.number}: {line.title}", lines=(why, "Vraag de afzender om een leesbaar bestand."))


def bundle_name(on: date, reference: str) -> str:
    """The name of the bundle's file."""
    return f"{on.isoformat()} Bijlagen ({safe_name(reference)}).pdf"
