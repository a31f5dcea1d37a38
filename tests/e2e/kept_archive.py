"""An archive read while the program has it open: what a story has kept so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.commands import PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.app import wiring
    from orapp.domain.dossier import Dossier
    from orapp.services.dossiers import DossierView

REFERENCE = "2026-001"


class Kept:
    """What an archive holds by now, read while the program has it open."""

    def __init__(self, program: wiring.Program, path: Path) -> None:
        self.program = program
        self.path = path

    def view(self) -> DossierView:
        archive = self.program.archives.open(self.path, PASSPHRASE, read_only=True)
        try:
            return self.program.desk(archive).dossiers.view(REFERENCE)
        finally:
            archive.close()

    def dossier(self) -> Dossier:
        return self.view().dossier

    def drafts(self) -> tuple[str, ...]:
        archive = self.program.archives.open(self.path, PASSPHRASE, read_only=True)
        try:
            dossiers = self.program.desk(archive).dossiers
            return tuple(dossiers.drafts(dossiers.view(REFERENCE).dossier.id).values())
        finally:
            archive.close()

    def findings(self) -> tuple[object, ...]:
        archive = self.program.archives.open(self.path, PASSPHRASE, read_only=True)
        try:
            return tuple(archive.verify().findings)
        finally:
            archive.close()
