"""House styles of a council: a Word file is looked at, tried on three letters at once, kept, and chosen for what it is used."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from orapp.domain.council import Council
from orapp.domain.council_styles import (
    KLASSIEK,
    MODERN,
    SHIPPED,
    CouncilStyle,
    RoleStyle,
    StyleRole,
    StyleUse,
    UsualStyle,
)
from orapp.domain.dossier import Dossier
from orapp.domain.items import FileRef
from orapp.domain.letters import Letter
from orapp.letters.content import LetterContent
from orapp.services.failures import Circumstance, Refusal
from orapp.services.page_look import PageLook
from orapp.services.paper_ports import OfficeFile
from orapp.services.ports import Archive, Identities
from orapp.services.rows import Changes
from orapp.services.style_choice import choose_style
from orapp.services.style_rows import PagePicture, StyleSurvey, StyleWorkshop

WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHIPPED_NAMES: Final[Mapping[str, str]] = {KLASSIEK: "Klassiek", MODERN: "Modern"}
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleLetter:
    """One of the three letters of a preview: its content, and the Word file in the style."""

    content: LetterContent
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StylePreview:
    """Three letters in one style, and how it looks, for where no office program can show the pages themselves."""

    letters: tuple[SampleLetter, ...]
    page: PageLook


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleGround:
    """Who looks at a style: the samples are written in the name of this council."""

    council: Council
    logo: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class StylePictures:
    """The first page of each letter, and by which program; empty with the reason (a code) where there are none."""

    pages: tuple[PagePicture, ...] = field(default=(), repr=False)
    made_by: str = ""
    because: str = ""


class StylePainter(Protocol):
    """An office program that gives pictures of first pages."""

    def name(self) -> str:
        """What it is called, or empty where this machine has none."""
        ...

    def pictures(self, files: Sequence[OfficeFile]) -> tuple[PagePicture | None, ...]:
        """Each first page, None for one that it could not open. Raises Circumstance("office.…")."""
        ...


class HouseStyleService:
    """The house styles of one open archive. What reads or makes a Word file takes its time: on a lane."""

    def __init__(
        self,
        archive: Archive,
        identities: Identities,
        workshop: StyleWorkshop,
        samples: Callable[[Council, bytes], tuple[LetterContent, ...]],
        shipped: Callable[[str], bytes],
        painter: StylePainter,
    ) -> None:
        self._archive = archive
        self._identities = identities
        self._workshop = workshop
        self._samples = samples
        self._shipped = shipped
        self._painter = painter
        self._pages: dict[str, PageLook] = {}

    def survey(self, data: bytes) -> StyleSurvey:
        """What a Word file has and lacks. Raises Refusal("documents.style.…") with the place and the remedy."""
        return self._workshop.survey(data)

    def original(self, style_id: str) -> bytes:
        """The file of a kept style as it was brought. Raises Refusal("documents.style.unknown")."""
        with self._archive.read() as reader:
            return b"".join(reader.read_file(_present(reader.council(), style_id).original.sha256))

    # -- looking ---------------------------------------------------------------------------------------------------------

    def ground(self) -> StyleGround:
        """In whose name the samples are written, in one look."""
        with self._archive.read() as reader:
            council = reader.council()
            logo = b"".join(reader.read_file(council.logo.sha256)) if council.logo is not None else b""
        return StyleGround(council=council, logo=logo)

    def try_out(self, ground: StyleGround, data: bytes, assignment: tuple[RoleStyle, ...]) -> StylePreview:
        """Three letters in a style that is not kept yet. Raises Refusal("documents.style.…") where it cannot serve."""
        return self.show(ground, self._workshop.make(data, _by_role(assignment), "Voorbeeld", "1").data)

    def show(self, ground: StyleGround, template: bytes) -> StylePreview:
        """Three letters in a template; the archive is not touched."""
        letters = tuple(
            SampleLetter(content=content, data=self._workshop.write(content, template))
            for content in self._samples(ground.council, ground.logo)
        )
        return StylePreview(letters=letters, page=self._workshop.page(template))

    def template(self, style_id: str) -> bytes:
        """The template of a style. Raises Refusal("documents.style.unknown")."""
        if style_id in SHIPPED:
            return self._shipped(style_id)
        with self._archive.read() as reader:
            return b"".join(reader.read_file(_present(reader.council(), style_id).template.sha256))

    def page_for(self, dossier: Dossier, letter: Letter, on: date) -> PageLook:
        """The look of the style in which the next version of a letter is made; each template is read once."""
        with self._archive.read() as reader:
            chosen = choose_style(reader, reader.council(), dossier, letter, on, self._shipped)
        return self._page(chosen.data or self._shipped(chosen.style_id))

    def page_of(self, style_id: str) -> PageLook:
        """The look of a style. Raises Refusal("documents.style.unknown")."""
        return self._page(self.template(style_id))

    def _page(self, template: bytes) -> PageLook:
        key = hashlib.sha256(template).hexdigest()
        known = self._pages.get(key)
        if known is None:
            known = self._pages[key] = self._workshop.page(template)
        return known

    def pictures(self, preview: StylePreview) -> StylePictures:
        """The first pages as an office program sets them; without one, or when it fails, the reason."""
        if not self._painter.name():
            return StylePictures(because="office.missing")
        try:
            made = self._painter.pictures(tuple(OfficeFile(data=letter.data, suffix=".docx") for letter in preview.letters))
        except Circumstance as circumstance:
            return StylePictures(because=circumstance.code)
        pages = tuple(page for page in made if page is not None)
        if len(pages) != len(preview.letters):
            return StylePictures(because="office.nothing_made")
        return StylePictures(pages=pages, made_by=self._painter.name())

    # -- keeping -----------------------------------------------------------------------------------------------------------

    def add(
        self,
        name: str,
        use: StyleUse,
        data: bytes,
        assignment: tuple[RoleStyle, ...],
        person: str,
        *,
        file_name: str = "huisstijl.docx",
        usual: bool = False,
        origin: str = "",
    ) -> tuple[Changes, CouncilStyle]:
        """Keep a new style; `usual` makes it what its use has by itself. Raises Refusal "documents.style.…"."""
        with self._archive.read() as reader:
            council = reader.council()
        _check_name(council, "", name)
        made = self._workshop.make(data, _by_role(assignment), name.strip(), "1")
        with self._archive.write(person, origin) as work:
            before = work.council()
            _check_name(before, "", name)
            style = CouncilStyle(
                id=self._identities.new_id(),
                name=name.strip(),
                use=use,
                original=work.put_file([data], _docx(file_name), WORD),
                template=work.put_file([made.data], _docx(name), WORD),
                assignment=assignment,
                removed=made.removed,
            )
            after = replace(before, styles=(*before.styles, style))
            work.save_council(before, with_usual(after, use, style.id) if usual else after)
            return work.changes, style

    def remake(
        self,
        style_id: str,
        assignment: tuple[RoleStyle, ...],
        person: str,
        *,
        data: bytes | None = None,
        file_name: str = "",
        origin: str = "",
    ) -> tuple[Changes, CouncilStyle]:
        """Make a kept style anew, of the same file or another: its version counts up; what was adopted stays as it was."""
        with self._archive.read() as reader:
            old = _present(reader.council(), style_id)
            source = data if data is not None else b"".join(reader.read_file(old.original.sha256))
        made = self._workshop.make(source, _by_role(assignment), old.name, str(old.version + 1))
        with self._archive.write(person, origin) as work:
            before = work.council()
            current = _present(before, style_id)
            original: FileRef = current.original
            if data is not None:
                original = work.put_file([data], _docx(file_name or current.original.name), WORD)
            style = replace(
                current,
                original=original,
                template=work.put_file([made.data], _docx(current.name), WORD),
                assignment=assignment,
                version=current.version + 1,
                removed=made.removed,
            )
            work.save_council(before, _with_style(before, style))
            return work.changes, style


def offered_styles(council: Council) -> tuple[tuple[str, str], ...]:
    """Every style that a letter may choose, by id and name: the council's own first."""
    return (*((style.id, style.name) for style in council.styles), *SHIPPED_NAMES.items())


def renamed(council: Council, style_id: str, name: str) -> Council:
    """The council with another name for a style; what was made with it keeps the old one.

    Raises Refusal "documents.style.no_name", "name_taken", "unknown".
    """
    _check_name(council, style_id, name)
    return _with_style(council, replace(_present(council, style_id), name=name.strip()))


def without_style(council: Council, style_id: str) -> Council:
    """The council without a style, also where it was the usual one. Raises Refusal("documents.style.unknown").

    Letters that were made in it stay as they are; a concept gets the usual style.
    """
    _present(council, style_id)
    return replace(
        council,
        styles=tuple(style for style in council.styles if style.id != style_id),
        usual_styles=tuple(usual for usual in council.usual_styles if usual.style != style_id),
    )


def with_usual(council: Council, use: StyleUse, style_id: str) -> Council:
    """The council with the style that a use has by itself, one of its own or one that ships.

    Raises Refusal("documents.style.unknown").
    """
    if style_id not in SHIPPED:
        _present(council, style_id)
    others = tuple(usual for usual in council.usual_styles if usual.use is not use)
    if style_id == KLASSIEK and use is StyleUse.LETTER:
        return replace(council, usual_styles=others)
    return replace(council, usual_styles=(*others, UsualStyle(use=use, style=style_id)))


def _with_style(council: Council, style: CouncilStyle) -> Council:
    return replace(council, styles=tuple(style if one.id == style.id else one for one in council.styles))


def _present(council: Council, style_id: str) -> CouncilStyle:
    style = council.style(style_id)
    if style is None:
        raise Refusal("documents.style.unknown", place="style")
    return style


def _check_name(council: Council, style_id: str, name: str) -> None:
    plain = name.strip()
    if not plain or len(plain) > _LONGEST_NAME:
        raise Refusal("documents.style.no_name", place="name")
    taken = {style.name.casefold() for style in council.styles if style.id != style_id}
    if plain.casefold() in taken | {shipped.casefold() for shipped in SHIPPED_NAMES.values()}:
        raise Refusal("documents.style.name_taken", place="name", name=plain)


def _by_role(assignment: tuple[RoleStyle, ...]) -> dict[StyleRole, str]:
    return {one.role: one.style for one in assignment if one.style}


def _docx(name: str) -> str:
    """A bare file name that ends as a Word file, without what a file name must not hold."""
    stem = name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]
    stem = "".join(sign for sign in stem if sign.isprintable() and sign not in ':*?"<>|').strip(". ")
    for ending in (".docx", ".dotx", ".docm", ".dotm"):
        stem = stem.removesuffix(ending)
    return f"{stem[:120] or 'huisstijl'}.docx"
