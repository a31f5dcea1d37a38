"""Builds the adapters and hands them to the services: the only place that knows them all. No Qt here.

Each part is imported when it is first asked for, so that a command loads no more than it uses.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import orapp
from orapp.domain.council_styles import MODERN
from orapp.system.clock import SystemClock
from orapp.system.identities import SystemIdentities
from orapp.system.key_store import AskingKeyring, KeyStore
from orapp.system.places import Places
from orapp.system.resources import Resources
from orapp.system.writing import write_document
from orapp.texts.sentences import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from orapp.domain.council import Council, CouncilKind
    from orapp.domain.derived import Derived
    from orapp.domain.dossier import Dossier
    from orapp.law.book import LawBook
    from orapp.letters.outlines import LetterBook
    from orapp.services.desk import DemoContent, Desk
    from orapp.services.house_styles import HouseStyleService
    from orapp.services.letter_life import LetterLife
    from orapp.services.letters import LetterService
    from orapp.services.lists import ListContent, ListFormat
    from orapp.services.manual import Manual
    from orapp.services.papers_out import PapersOut
    from orapp.services.ports import Archive, Archives, Clock, Identities, Keyring, LetterWriter
    from orapp.services.reading_back import ReadingBackService
    from orapp.services.rows import EmergencySheet
    from orapp.services.spelling import SpellingService
    from orapp.services.style_samples import StyleSamples
    from orapp.services.terms import TermService
    from orapp.services.upkeep import Upkeep
    from orapp.storage.archives import SqlArchives
    from orapp.system.settings import SettingsFile

COUNCIL_FILE = "demo/council.json"
TEMPLATE = "templates/klassiek.docx"
MODERN_TEMPLATE = "templates/modern.docx"
MANUAL = "help"
WORDS = "texts/words.txt"
SPELLING = "spelling"
HOUSE_STYLE = "Klassiek"


@dataclass(frozen=True)
class Program:
    """Everything of one run of the program; what is heavy is made when it is first asked for."""

    places: Places
    resources: Resources
    clock: Clock
    identities: Identities
    keyring: Keyring

    @cached_property
    def texts(self) -> Texts:
        """All Dutch sentences and labels."""
        return Texts.load(self.resources.toml_folder("texts"))

    @cached_property
    def law(self) -> LawBook:
        """The law as known on its day."""
        from orapp.law import book as law_book

        return law_book.load(self.resources.toml_folder("law"))

    @cached_property
    def letter_book(self) -> LetterBook:
        """The outlines and sentences of every letter."""
        from orapp.letters import outlines

        return outlines.load(self.resources.toml_folder("letters"))

    @cached_property
    def manual(self) -> Manual:
        """The manual: its pages in the order of their names, and which place leads to which. Raises MissingResource."""
        from orapp.services.manual import read_manual

        names = self.resources.names(MANUAL, ".md")
        texts = {PurePosixPath(name).stem: self.resources.read_text(name) for name in names}
        places = tomllib.loads(self.resources.read_text(f"{MANUAL}/places.toml"))
        return read_manual(texts, places, self.resources.path(MANUAL))

    @cached_property
    def settings(self) -> SettingsFile:
        """The settings file of this user."""
        from orapp.system.settings import SettingsFile

        return SettingsFile(self.places.settings_file)

    @cached_property
    def terms(self) -> TermService:
        """Counting a term without an archive."""
        from orapp.services.terms import TermService

        return TermService(self.law)

    @cached_property
    def spelling(self) -> SpellingService:
        """Checking the spelling of Dutch; the dictionary is read with the first word."""
        from orapp.services.spelling import SpellingService
        from orapp.system.spelling import HunspellSpeller

        return SpellingService(HunspellSpeller(self.resources.path(SPELLING)))

    @property
    def archives(self) -> Archives:
        """Making and opening archives."""
        return self._sql_archives

    @cached_property
    def _sql_archives(self) -> SqlArchives:
        from orapp.storage.archives import SqlArchives

        device = self.places.device(self.identities.new_id())
        settings = self.settings.read().settings

        return SqlArchives(
            clock=self.clock,
            identities=self.identities,
            keyring=AskingKeyring(self.keyring, lambda: self.settings.read().settings.always_ask_passphrase),
            derive=self._derived,
            device=device.name,
            device_id=device.id,
            law_stamp=self.resources.fingerprint("law"),
            program_version=orapp.__version__,
            backup_folder=Path(settings.backup_folder) if settings.backup_folder else None,
            working_folder=self.places.data / "werkkopieen",
            words=tuple(self.resources.read_text(WORDS).split()),
        )

    def _derived(self, dossier: Dossier, today: date, keeper: CouncilKind) -> Derived:
        from orapp.domain.derivation import derive

        return derive(dossier, self.law, today, keeper)

    @cached_property
    def letter_writer(self) -> LetterWriter:
        """Setting letters in Word."""
        from orapp.documents.word_letters import WordLetters

        return WordLetters(self.resources.read_bytes(TEMPLATE))

    def shipped_template(self, style_id: str) -> bytes | None:
        """The template of a house style that ships; None for the one that letters have by themselves."""
        return self.resources.read_bytes(MODERN_TEMPLATE) if style_id == MODERN else None

    def demo_content(self) -> DemoContent:
        """The demo council and its dossiers."""
        from orapp.services.desk import DemoContent

        names = [name for name in self.resources.names("demo", ".json") if name != COUNCIL_FILE]
        return DemoContent(
            council=self.read_council(self.resources.read_bytes(COUNCIL_FILE)),
            dossiers=tuple(self.resources.read_bytes(name) for name in names),
        )

    def desk(self, archive: Archive) -> Desk:
        """The services of one open archive."""
        from orapp.exchange.codec import JsonDossiers
        from orapp.exchange.council_json import JsonCouncils
        from orapp.services.backups import BackupService
        from orapp.services.council import CouncilService
        from orapp.services.desk import DemoService, Desk
        from orapp.services.dossiers import DossierService
        from orapp.services.overview import OverviewService

        dossiers = DossierService(archive, self.clock, self.identities, lambda: self.law, JsonDossiers())
        return Desk(
            archive=archive,
            dossiers=dossiers,
            make_letters=lambda: self._letters(archive),
            make_reading_back=lambda letters: self._reading_back(archive, letters),
            council=CouncilService(archive, JsonCouncils()),
            backups=BackupService(archive),
            demo=DemoService(dossiers, self.demo_content),
            overview=OverviewService(archive, self.clock),
            make_letter_life=lambda: self._letter_life(archive),
            make_papers_out=lambda: self._papers_out(archive),
            make_house_styles=lambda: self._house_styles(archive),
        )

    def _letter_life(self, archive: Archive) -> LetterLife:
        from orapp.services.letter_life import LetterLife

        return LetterLife(archive, self.clock)

    def _papers_out(self, archive: Archive) -> PapersOut:
        from orapp.documents.pdf_binding import PdfBinder
        from orapp.exchange.mail_draft import MailDrafts
        from orapp.services.papers_out import PapersOut, PaperTools
        from orapp.system.office import LibreOffice

        office = LibreOffice(lambda: self.places.private)
        tools = PaperTools(office=office, binder=PdfBinder(), mail=MailDrafts())
        return PapersOut(archive, self.clock, lambda: self.letter_writer, tools, self.shipped_template)

    def _house_styles(self, archive: Archive) -> HouseStyleService:
        from orapp.documents.page_pictures import OfficePictures
        from orapp.documents.style_workshop import WordStyles
        from orapp.services.house_styles import HouseStyleService
        from orapp.system.office import LibreOffice

        return HouseStyleService(
            archive,
            self.identities,
            WordStyles(lambda: self.letter_writer),
            self._style_samples,
            lambda style_id: self.shipped_template(style_id) or self.resources.read_bytes(TEMPLATE),
            OfficePictures(LibreOffice(lambda: self.places.private)),
        )

    @cached_property
    def _style_samples(self) -> StyleSamples:
        from orapp.exchange.codec import JsonDossiers
        from orapp.services.style_samples import StyleSamples

        def demo() -> tuple[Council, tuple[Dossier, ...]]:
            content = self.demo_content()
            return content.council, tuple(JsonDossiers().read(data)[0] for data in content.dossiers)

        return StyleSamples(lambda: self.letter_book, lambda: self.law, demo, self.clock.today())

    def _letters(self, archive: Archive) -> LetterService:
        from orapp.services.letters import LetterService

        return LetterService(
            archive, self.clock, self.identities, self.law, self.letter_book, self.letter_writer, self.shipped_template
        )

    def _reading_back(self, archive: Archive, letters: LetterService) -> ReadingBackService:
        from orapp.documents.read_back import WordReturns
        from orapp.services.reading_back import ReadingBackService

        return ReadingBackService(archive, self.clock, letters, WordReturns())

    def read_council(self, data: bytes) -> Council:
        """The council in a file (`orapp-council/N`). Raises Refusal("import.…") naming the place."""
        from orapp.exchange.council_json import read_council

        return read_council(data)

    def write_council(self, council: Council) -> bytes:
        """The council as a file."""
        from orapp.exchange.council_json import export_council

        return export_council(council)

    def emergency_sheets(self, path: Path, passphrase: str) -> tuple[EmergencySheet, ...]:
        """The two emergency sheets of an archive. Raises Circumstance("archive.wrong_key") for another passphrase."""
        archive = self._sql_archives.open(path, passphrase, read_only=True)
        try:
            return self._sql_archives.emergency_sheets(archive, passphrase)
        finally:
            archive.close()

    def upkeep(
        self,
        archive: Archive,
        folder: Path,
        always_ask: Callable[[], bool],
        keep_always_ask: Callable[[bool], None],
        keep_look: Callable[[str, int], None],
    ) -> Upkeep:
        """What keeps an open archive safe; the wish to be asked for the passphrase is kept by the window's memory."""
        from orapp.services.backups import RestoreService
        from orapp.services.keys import KeyService
        from orapp.services.upkeep import Upkeep

        path = archive.path
        chosen = self.settings.read().settings.backup_folder
        return Upkeep(
            path=path,
            keys=KeyService(path, lambda: self.archives, self.keyring, self.emergency_sheets),
            restoring=RestoreService(path, lambda: self.archives, lambda: self.places.private),
            always_ask=always_ask,
            keep_always_ask=keep_always_ask,
            keep_look=keep_look,
            folder=folder,
            usual_backups=Path(chosen) if chosen else path.parent / f"{path.stem} reservekopieën",
            log_folder=self.places.log,
            house_style=lambda: (HOUSE_STYLE, self.letter_writer.style_version()),
        )

    @staticmethod
    def write_file(path: Path, data: bytes) -> None:
        """A file that the user asked for, whole or not at all. Raises OSError."""
        write_document(path, data)

    def write_list(self, content: ListContent, form: ListFormat) -> bytes:
        """A list as a file. Raises Refusal("documents.…") for a text that Word cannot hold."""
        from orapp.services.lists import ListFormat

        match form:
            case ListFormat.WORD:
                from orapp.documents.list_document import word_list

                return word_list(content, self.resources.read_bytes(TEMPLATE))
            case ListFormat.EXCEL:
                from orapp.exchange.list_excel import excel_list

                return excel_list(content)
            case ListFormat.CSV:
                from orapp.exchange.list_csv import csv_list

                return csv_list(content)

    def unsafe_place(self, path: Path) -> tuple[str, Mapping[str, str]] | None:
        """Code and fields of why an archive had better not stand there (synchronised, network), or None. Looks at the disk."""
        from orapp.storage.places import unsafe_place

        found = unsafe_place(path)
        return None if found is None else (found.kind.value, {"path": str(path), "by": found.by})

    def start_log(self) -> None:
        """Begin to write the log of this run; a folder that cannot be written does not stop the program."""
        from orapp.system.log_file import start_log

        start_log(self.places.log)

    def open_file(self, path: Path) -> None:
        """Open a file in the user's own program. Raises Circumstance("open.…")."""
        from orapp.system.opening import open_file

        open_file(path)


def build(places: Places | None = None) -> Program:
    """The program on this machine, in the usual folders or in those given. Raises MissingResource."""
    return Program(
        places=places or Places.of_user(),
        resources=Resources.found(),
        clock=SystemClock.from_environment(),
        identities=SystemIdentities(),
        keyring=KeyStore(),
    )


def build_under(folder: Path) -> Program:
    """The program with all its folders under one folder, for a self-check that leaves nothing behind."""
    return build(Places.under(folder))
