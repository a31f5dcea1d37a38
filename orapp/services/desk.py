"""All services of one open archive together: what a window or a command works with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from orapp.domain.council import Council, CouncilKind
from orapp.services.backups import BackupService
from orapp.services.council import CouncilService
from orapp.services.dossiers import DossierService
from orapp.services.overview import OverviewService
from orapp.services.ports import Archive
from orapp.services.rows import DossierQuery

if TYPE_CHECKING:
    from orapp.letters.letter_kinds import LetterKind
    from orapp.services.earlier_letters import EarlierLetters
    from orapp.services.finding import FindService
    from orapp.services.house_styles import HouseStyleService
    from orapp.services.letter_life import LetterLife
    from orapp.services.letters import LetterService
    from orapp.services.papers_out import PapersOut
    from orapp.services.reading_back import ReadingBackService


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoContent:
    """The demo: a fictional council and its dossiers as JSON."""

    council: Council
    dossiers: tuple[bytes, ...]


class DemoService:
    """Fills an archive with the demo dossiers."""

    def __init__(self, dossiers: DossierService, content: Callable[[], DemoContent]) -> None:
        self._dossiers = dossiers
        self._content = content

    def council(self) -> Council:
        """The fictional council of the demo, for a new archive."""
        return self._content().council

    def fill(self, person: str) -> int:
        """Bring in every demo dossier that the archive has not yet; gives how many dossiers it has then."""
        for data in self._content().dossiers:
            self._dossiers.import_(data, person, same_id="replace")
        return self._dossiers.count(DossierQuery())


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The services of one open archive. Letters are heavy to begin with, and are made when they are first asked for."""

    archive: Archive
    dossiers: DossierService
    make_letters: Callable[[], LetterService]
    council: CouncilService
    backups: BackupService
    demo: DemoService
    overview: OverviewService
    make_letter_life: Callable[[], LetterLife]
    make_papers_out: Callable[[], PapersOut]
    make_house_styles: Callable[[], HouseStyleService] | None = None
    make_reading_back: Callable[[LetterService], ReadingBackService] | None = None

    @cached_property
    def keeper(self) -> CouncilKind:
        """The kind of body that kept this archive when it was opened."""
        return self.council.read().kind

    def read_ahead(self) -> Desk:
        """Itself, with what a window asks of it at once read: called on a lane, for a window waits for no reading."""
        _ = self.keeper
        return self

    @cached_property
    def letter_life(self) -> LetterLife:
        """Adopting, signing and sending letters."""
        return self.make_letter_life()

    @cached_property
    def reading_back(self) -> ReadingBackService:
        """Reading letters back from Word. Raises RuntimeError where the desk was made without a reader of Word files."""
        if self.make_reading_back is None:
            raise RuntimeError("a desk without a reader of Word files")
        return self.make_reading_back(self.letters)

    @cached_property
    def house_styles(self) -> HouseStyleService:
        """The council's own house styles. Raises RuntimeError where the desk was made without a maker of them."""
        if self.make_house_styles is None:
            raise RuntimeError("a desk without a maker of house styles")
        return self.make_house_styles()

    @cached_property
    def papers_out(self) -> PapersOut:
        """Letters and annexes on paper: PDF, bundle, the version for the staff, a mail draft."""
        return self.make_papers_out()

    @cached_property
    def letters(self) -> LetterService:
        """Making letters."""
        return self.make_letters()

    @cached_property
    def find(self) -> FindService:
        """Finding anything by a few letters; what compares words is imported when somebody looks for something."""
        from orapp.services.finding import FindService

        return FindService(self.archive, self._letter_kinds)

    def _letter_kinds(self) -> tuple[LetterKind, ...]:
        return self.letters.kinds()

    @cached_property
    def earlier_letters(self) -> EarlierLetters:
        """What the council wrote before, as a source for what it writes now."""
        from orapp.services.earlier_letters import EarlierLetters

        return EarlierLetters(self.archive, self.letters.prepare)
