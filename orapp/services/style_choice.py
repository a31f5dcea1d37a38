"""In which house style a letter is made: that of its adopted version, its own choice, else what is usual."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from orapp.domain.council import Council
from orapp.domain.council_styles import KLASSIEK, SHIPPED
from orapp.domain.dossier import Dossier
from orapp.domain.items import FileRef
from orapp.domain.letters import Letter
from orapp.services.letter_drafts import adopted_version
from orapp.services.ports import DossierReader

ShippedTemplate = Callable[[str], bytes | None]
"""Gives the template of a style that ships, None for the one that the writer has by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenStyle:
    """A style with its template: `file` where the archive keeps it, `data` empty for the one that the writer has by itself."""

    style_id: str
    file: FileRef | None = None
    data: bytes | None = field(default=None, repr=False)


def only_klassiek(style_id: str) -> bytes | None:
    """Where no other style came along."""
    return None


def choose_style(
    reader: DossierReader, council: Council, dossier: Dossier, letter: Letter, on: date, shipped: ShippedTemplate
) -> ChosenStyle:
    """The style for the next version of a letter. What was adopted keeps the template that it was adopted in."""
    adopted = adopted_version(letter)
    if adopted is not None:
        if adopted.template is not None:
            return _kept(reader, adopted.style_id, adopted.template)
        return _shipped(adopted.style_id or KLASSIEK, shipped)
    own = council.style(letter.style_id)
    if own is not None:
        return _kept(reader, own.id, own.template)
    if letter.style_id in SHIPPED:
        return _shipped(letter.style_id, shipped)
    usual = council.usual_style_of(letter.kind)
    # Another body does not write on the paper of the council.
    own = None if dossier.sending_body(letter.dated or on) is not None else council.style(usual)
    return _kept(reader, own.id, own.template) if own is not None else _shipped(usual, shipped)


def _kept(reader: DossierReader, style_id: str, file: FileRef) -> ChosenStyle:
    return ChosenStyle(style_id=style_id, file=file, data=b"".join(reader.read_file(file.sha256)))


def _shipped(style_id: str, shipped: ShippedTemplate) -> ChosenStyle:
    known = style_id if style_id in SHIPPED else KLASSIEK
    return ChosenStyle(style_id=known, data=shipped(known))
