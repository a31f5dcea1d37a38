"""Builds the adapters and hands them to the services: the only place that knows them all. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import orapp
from orapp.documents.word_letters import WordLetters
from orapp.domain.derivation import derive
from orapp.exchange.codec import JsonDossiers
from orapp.exchange.council_json import read_council
from orapp.law import book as law_book
from orapp.law.book import LawBook
from orapp.letters import outlines
from orapp.letters.outlines import LetterBook
from orapp.services.council import CouncilService
from orapp.services.desk import DemoContent, DemoService, Desk
from orapp.services.dossiers import DossierService
from orapp.services.letters import LetterService
from orapp.services.ports import Archive, Archives, Clock, Identities, Keyring, LetterWriter
from orapp.services.terms import TermService
from orapp.storage.archives import SqlArchives
from orapp.system.clock import SystemClock
from orapp.system.identities import SystemIdentities
from orapp.system.key_store import KeyStore
from orapp.system.places import Places
from orapp.system.resources import Resources
from orapp.system.settings import SettingsFile
from orapp.texts.sentences import Texts

COUNCIL_FILE = "demo/council.json"
TEMPLATE = "templates/klassiek.docx"
WORDS = "texts/words.txt"


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
        return law_book.load(self.resources.toml_folder("law"))

    @cached_property
    def letter_book(self) -> LetterBook:
        """The outlines and sentences of every letter."""
        return outlines.load(self.resources.toml_folder("letters"))

    @cached_property
    def settings(self) -> SettingsFile:
        """The settings file of this user."""
        return SettingsFile(self.places.settings_file)

    @cached_property
    def terms(self) -> TermService:
        """Counting a term without an archive."""
        return TermService(self.law)

    @cached_property
    def archives(self) -> Archives:
        """Making and opening archives."""
        device = self.places.device(self.identities.new_id())
        settings = self.settings.read().settings

        return SqlArchives(
            clock=self.clock,
            identities=self.identities,
            keyring=self.keyring,
            derive=lambda dossier, today: derive(dossier, self.law, today),
            device=device.name,
            device_id=device.id,
            law_stamp=self.law.known_on.isoformat(),
            program_version=orapp.__version__,
            backup_folder=Path(settings.backup_folder) if settings.backup_folder else None,
            words=tuple(self.resources.read_text(WORDS).split()),
        )

    @cached_property
    def letter_writer(self) -> LetterWriter:
        """Setting letters in Word."""
        return WordLetters(self.resources.read_bytes(TEMPLATE))

    def demo_content(self) -> DemoContent:
        """The demo council and its dossiers."""
        names = [name for name in self.resources.names("demo", ".json") if name != COUNCIL_FILE]
        return DemoContent(
            council=read_council(self.resources.read_bytes(COUNCIL_FILE)),
            dossiers=tuple(self.resources.read_bytes(name) for name in names),
        )

    def desk(self, archive: Archive) -> Desk:
        """The services of one open archive."""
        dossiers = DossierService(archive, self.clock, self.identities, self.law, JsonDossiers())
        return Desk(
            archive=archive,
            dossiers=dossiers,
            letters=LetterService(archive, self.clock, self.identities, self.law, self.letter_book, self.letter_writer),
            council=CouncilService(archive),
            demo=DemoService(dossiers, self.demo_content),
        )


def build(places: Places | None = None) -> Program:
    """The program on this machine, in the usual folders or in those given. Raises MissingResource."""
    return Program(
        places=places or Places.of_user(),
        resources=Resources.found(),
        clock=SystemClock.from_environment(),
        identities=SystemIdentities(),
        keyring=KeyStore(),
    )
