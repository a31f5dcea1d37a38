"""What is found, as rows: a letter and a paper of a dossier, the same from the index and from the dossier itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orapp.domain.dossier import code
from orapp.domain.letter_life import LetterStage, stage_of
from orapp.services.rows import FoundKind, FoundRow

if TYPE_CHECKING:
    from orapp.domain.letters import Letter
    from orapp.domain.papers import Paper
    from orapp.services.rows import DeadlineRow


def found_letter(dossier_id: str, reference: str, dossier_title: str, letter: Letter) -> FoundRow:
    """A letter: a concept has the number of the version that it will be, any other that of its last version."""
    stage = stage_of(letter)
    return FoundRow(
        kind=FoundKind.LETTER,
        dossier_id=dossier_id,
        reference=reference,
        title=letter.subject,
        second=dossier_title,
        item_id=letter.id,
        code=letter.kind,
        day=letter.sent_on or letter.adopted_on or letter.dated,
        state=stage.value,
        number=len(letter.versions) + (1 if stage is LetterStage.CONCEPT else 0),
    )


def found_paper(dossier_id: str, reference: str, dossier_title: str, paper: Paper) -> FoundRow:
    """A paper with its code ("S4")."""
    return FoundRow(
        kind=FoundKind.PAPER,
        dossier_id=dossier_id,
        reference=reference,
        title=paper.title,
        second=dossier_title,
        item_id=paper.id,
        code=code("papers", paper),
        day=paper.received_on or paper.sent_on or paper.dated_on,
    )


def found_deadline(row: DeadlineRow) -> FoundRow:
    """A term by its name, on the day by which somebody must act."""
    return FoundRow(
        kind=FoundKind.DEADLINE,
        dossier_id=row.dossier_id,
        reference=row.reference,
        title=f"{row.title} {row.subject}".strip(),
        second=row.dossier_title,
        item_id=row.key,
        day=row.act_by,
    )
