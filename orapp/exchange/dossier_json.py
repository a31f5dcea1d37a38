"""A dossier as a file that travels: the format `orapp-dossier/1`, out and in."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from orapp.domain.dossier import Dossier
from orapp.exchange.reading import MOST_BYTES, Document, Upgrader, converted, read_document, upgraded, validate
from orapp.exchange.references import check_references, file_references
from orapp.exchange.schema import DOSSIER_FORMAT, DOSSIER_VERSION, dossier_schema
from orapp.exchange.writing import encoded, plain
from orapp.services.failures import Refusal

UPGRADERS: Mapping[int, Upgrader] = MappingProxyType({})
"""What makes version n + 1 of a file of version n. The first version is the present one, so there is none yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedDossier:
    """A dossier that was read, with the files that came inside it by SHA-256 and the name of the council it came from."""

    dossier: Dossier
    files: Mapping[str, bytes]
    council_name: str = ""


def export_dossier(
    dossier: Dossier,
    council_name: str,
    files: Mapping[str, bytes] | None = None,
    *,
    include_strategy: bool = False,
    include_personal: bool = False,
) -> bytes:
    """The dossier as a file. Of `files` (by SHA-256) those that the dossier names go inside it, the others by reference.

    Strategy (note, goal of a letter) and personal things (tables about single people, the content of personal papers) stay
    out unless asked. Raises `Refusal("export.too_large")` where the file could not be read back.
    """
    leaving = travelling(dossier, include_strategy=include_strategy, include_personal=include_personal)
    document: Document = {"format": f"{DOSSIER_FORMAT}/{DOSSIER_VERSION}", "council": council_name}
    written = plain(leaving)
    if isinstance(written, dict):
        document.update(written)
    named = {file.sha256 for _, file in file_references(leaving)}
    embedded = [
        {"sha256": sha256, "content": base64.b64encode(content).decode("ascii")}
        for sha256, content in sorted((files or {}).items())
        if sha256 in named
    ]
    if embedded:
        document["files"] = embedded
    data = encoded(document)
    if len(data) > MOST_BYTES:
        raise Refusal("export.too_large", size=f"{len(data) // 1024 // 1024} MB", most=f"{MOST_BYTES // 1024 // 1024} MB")
    return data


def travelling(dossier: Dossier, *, include_strategy: bool, include_personal: bool) -> Dossier:
    """The dossier as it may leave: without the council's strategy and without personal things, unless asked for."""
    if not include_strategy:
        letters = tuple(replace(letter, goal=None) for letter in dossier.letters)
        dossier = replace(dossier, strategy=None, letters=letters)
    if not include_personal:
        gone = {sheet.id for sheet in dossier.sheets if sheet.personal}
        dossier = replace(
            _without(dossier, gone),
            sheets=tuple(sheet for sheet in dossier.sheets if sheet.id not in gone),
            papers=tuple(replace(paper, file=None) if paper.personal else paper for paper in dossier.papers),
        )
    return dossier


def _without(dossier: Dossier, gone: set[str]) -> Dossier:
    """The dossier with nothing that points at the items that stay behind."""

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(item_id for item_id in ids if item_id not in gone)

    return replace(
        dossier,
        letters=tuple(replace(letter, annex_ids=kept(letter.annex_ids)) for letter in dossier.letters),
        objections=tuple(replace(one, destination_ids=kept(one.destination_ids)) for one in dossier.objections),
        decisions=tuple(
            replace(one, comparisons=tuple(line for line in one.comparisons if line.item_id not in gone))
            for one in dossier.decisions
        ),
    )


def read_dossier(data: bytes) -> ImportedDossier:
    """The dossier in a file, checked as a whole before anything is made of it.

    Raises `Refusal` with the place: what `read_document` refuses, "import.format", "import.newer", "import.schema",
    "import.duplicate_id", "import.duplicate_code", "import.row", "import.reference", "import.file".
    """
    document = upgraded(read_document(data), DOSSIER_FORMAT, DOSSIER_VERSION, UPGRADERS)
    validate(document, _schema())
    council = document.pop("council", "")
    embedded = document.pop("files", [])
    document.pop("format")
    dossier = converted(document, Dossier)
    check_references(dossier)
    return ImportedDossier(
        dossier=dossier,
        files=MappingProxyType(_contents(embedded if isinstance(embedded, list) else [], dossier)),
        council_name=str(council),
    )


@cache
def _schema() -> Mapping[str, object]:
    return dossier_schema()


def _contents(embedded: list[Mapping[str, str]], dossier: Dossier) -> dict[str, bytes]:
    sizes: dict[str, set[int]] = {}
    for _, file in file_references(dossier):
        sizes.setdefault(file.sha256, set()).add(file.size)
    found: dict[str, bytes] = {}
    for index, entry in enumerate(embedded):
        place = f"$.files[{index}]"
        sha256 = entry["sha256"]
        if sha256 in found:
            raise Refusal("import.file", place=place, problem="dit bestand staat er twee keer in")
        if sha256 not in sizes:
            raise Refusal("import.file", place=place, problem="geen stuk of brief in het dossier noemt dit bestand")
        try:
            content = base64.b64decode(entry["content"], validate=True)
        except (binascii.Error, ValueError) as error:
            raise Refusal("import.file", place=f"{place}.content", problem="de inhoud is geen base64") from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Refusal("import.file", place=f"{place}.content", problem="de inhoud past niet bij de controlesom (SHA-256)")
        if sizes[sha256] != {len(content)}:
            raise Refusal("import.file", place=f"{place}.content", problem="de grootte is anders dan het dossier zegt")
        found[sha256] = content
    return found
