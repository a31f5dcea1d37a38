"""A process that adopts a letter and is gone while the Word file is being made: `killed_adopter.py FOLDER DOSSIER LETTER`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from orapp.letters.content import LetterContent
from orapp.letters.letter_mark import LetterMark
from orapp.services.letter_acts import Adoption
from orapp.services.letters import LetterService
from orapp.storage import keys
from tests.services.conftest import DEMO_DAY, PASSPHRASE, program_under


@dataclass(frozen=True)
class EndingWriter:
    """Ends the process, without a word, in the middle of the transaction."""

    def style_version(self, template: bytes | None = None) -> str:
        return "Klassiek"

    def write(self, content: LetterContent, mark: LetterMark | None = None, template: bytes | None = None) -> bytes:
        os._exit(9)


def main(folder: Path, dossier_id: str, letter_id: str) -> None:
    keys.ITERATIONS = 1000
    program = program_under(folder)
    archive = program.archives.open(folder / "or.orarchief", PASSPHRASE, person="secretaris")
    letters = LetterService(archive, program.clock, program.identities, program.law, program.letter_book, EndingWriter())
    act = Adoption(on=DEMO_DAY, votes_for=7, votes_against=0, quorum_met=True)
    letters.adopt(dossier_id, letter_id, act, "secretaris")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
