"""A workplace for screens: the real services, law and words over an archive in memory, on the day of the demo."""

from __future__ import annotations

import gc
import threading
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from orapp.documents.list_document import word_list
from orapp.documents.page_pictures import OfficePictures
from orapp.documents.pdf_binding import PdfBinder
from orapp.documents.read_back import WordReturns
from orapp.documents.word_letters import WordLetters
from orapp.domain.council import Council
from orapp.domain.dossier import Dossier
from orapp.exchange.codec import JsonDossiers
from orapp.exchange.council_json import JsonCouncils, read_council
from orapp.exchange.list_csv import csv_list
from orapp.exchange.list_excel import excel_list
from orapp.exchange.mail_draft import MailDrafts
from orapp.law import book as law_book
from orapp.law.book import LawBook
from orapp.letters import outlines
from orapp.letters.outlines import LetterBook
from orapp.services.backups import BackupService, RestoreService
from orapp.services.council import CouncilService
from orapp.services.desk import DemoContent, DemoService, Desk
from orapp.services.dossiers import DossierService
from orapp.services.house_styles import HouseStyleService
from orapp.services.keys import KeyService
from orapp.services.letter_life import LetterLife
from orapp.services.letters import LetterService
from orapp.services.lists import ListContent, ListFormat
from orapp.services.manual import Manual, read_manual
from orapp.services.overview import OverviewService
from orapp.services.papers_out import PapersOut, PaperTools
from orapp.services.ports import Archive
from orapp.services.reading_back import ReadingBackService
from orapp.services.rows import EmergencySheet
from orapp.services.style_samples import StyleSamples
from orapp.services.upkeep import Upkeep
from orapp.system.writing import write_document
from orapp.texts.sentences import Texts
from orapp.ui.kit.changes import ChangeHub
from orapp.ui.kit.here import Here
from orapp.ui.kit.look import Look
from orapp.ui.kit.sweeping import Sweeper
from orapp.ui.kit.tasks import Tasks
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.paper import NoOffice, StylesReadOnce
from tests.fakes.surroundings import AbsentKeyring, CountedIdentities, FixedClock, MemoryArchives, RememberedWindow
from tests.patient_bot import PatientBot
from tests.ui.stray_windows import watched

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
DEMO_DAY = date(2026, 11, 21)
MANY_OBJECTS = 100_000
PASSPHRASE = "paard vijver lamp fiets"


def write_list(content: ListContent, form: ListFormat) -> bytes:
    match form:
        case ListFormat.WORD:
            return word_list(content, (RESOURCES / "templates" / "klassiek.docx").read_bytes())
        case ListFormat.EXCEL:
            return excel_list(content)
        case ListFormat.CSV:
            return csv_list(content)


def tables(folder: str) -> Mapping[str, Mapping[str, object]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RESOURCES / folder).glob("*.toml"))}


@cache
def the_law() -> LawBook:
    return law_book.load(tables("law"))


@cache
def the_letters() -> LetterBook:
    return outlines.load(tables("letters"))


@cache
def the_texts() -> Texts:
    return Texts.load(tables("texts"))


@cache
def the_manual() -> Manual:
    folder = RESOURCES / "help"
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    return read_manual(texts, tomllib.loads((folder / "places.toml").read_text(encoding="utf-8")), folder)


@cache
def the_council() -> Council:
    return read_council((RESOURCES / "demo" / "council.json").read_bytes())


@cache
def the_writer() -> WordLetters:
    return WordLetters((RESOURCES / "templates" / "klassiek.docx").read_bytes())


@cache
def the_dossiers() -> tuple[Dossier, ...]:
    paths = sorted(path for path in (RESOURCES / "demo").glob("*.json") if path.name != "council.json")
    return tuple(JsonDossiers().read(path.read_bytes())[0] for path in paths)


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    return Look(qapp, RESOURCES / "icons", chosen="light")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True, scope="module")
def sweeps(qapp: QApplication) -> Iterator[None]:
    """Unused objects are looked for on this thread alone, as in the program, for as long as anything of a module may live.

    Not for each test: a window that a module keeps from test to test has lanes too, and a widget that is taken away on a lane
    ends the process. What the process holds when a module begins is left out of the looking: there is a million of it, and
    it stays.
    """
    gc.collect()
    gc.freeze()
    seen: set[str] = set()

    def note(_phase: str, _info: dict[str, int]) -> None:
        seen.add(threading.current_thread().name)

    gc.callbacks.append(note)
    sweeper = Sweeper()
    yield
    delete(sweeper)
    gc.collect()
    gc.callbacks.remove(note)
    gc.enable()
    assert seen <= {threading.main_thread().name}


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """What a test leaves is taken away after it, when it is much."""
    yield
    if gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()


@pytest.fixture(autouse=True, scope="module")
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """What the program copied is gone before Python is: the clipboard of the platform without a screen outlives it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def strays(qapp: QApplication) -> Iterator[list[str]]:
    """What the program showed before it stood in anything; each test looks at its own part."""
    found: list[str] = []
    with watched(found):
        yield found


@pytest.fixture(autouse=True)
def no_strays(strays: list[str]) -> Iterator[None]:
    """No part is a window of its own for a moment: on a real screen that flashes, and the keyboard is lost to it."""
    yield
    seen = strays.copy()
    strays.clear()
    assert not seen


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(DEMO_DAY)


@pytest.fixture
def asker(tmp_path: Path) -> AnsweringAsker:
    return AnsweringAsker(tmp_path / "gekozen.docx")


@dataclass
class Defects:
    """What went wrong in the program itself."""

    found: list[Exception] = field(default_factory=list)


@pytest.fixture
def defects() -> Iterator[Defects]:
    """No test makes a defect that it did not expect; who expects one empties the list."""
    seen = Defects()
    yield seen
    assert not seen.found


@pytest.fixture
def tasks(qapp: QApplication, defects: Defects) -> Iterator[Tasks]:
    lanes = Tasks(defects.found.append)
    yield lanes
    # What pytest-qt closed is gone before its lanes are: a timer in it would ask them for something in the next test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    lanes.close()


@pytest.fixture
def opened_files() -> list[Path]:
    return []


@pytest.fixture
def place(
    look: Look,
    tasks: Tasks,
    asker: AnsweringAsker,
    clock: FixedClock,
    opened_files: list[Path],
    memory: RememberedWindow,
    tmp_path: Path,
) -> Workplace:
    look.choose("light")
    look.set_text_percent(100)
    return Workplace(
        look=look,
        tasks=tasks,
        changes=ChangeHub(),
        asker=asker,
        texts=the_texts(),
        clock=clock,
        law=the_law,
        open_file=opened_files.append,
        private_folder=lambda: tmp_path / "geopend",
        here=Here("secretaris"),
        memory=memory,
        write_list=write_list,
        write_file=write_document,
    )


@pytest.fixture
def archive(clock: FixedClock, tmp_path: Path) -> MemoryArchive:
    return MemoryArchive(tmp_path / "OR Voorbeeld.orarchief", the_council(), the_dossiers(), the_law(), DEMO_DAY)


def desk_of(archive: Archive, clock: FixedClock) -> Desk:
    identities = CountedIdentities()
    dossiers = DossierService(archive, clock, identities, the_law, JsonDossiers())
    writer = the_writer()
    styles = HouseStyleService(
        archive,
        identities,
        StylesReadOnce(lambda: writer),
        StyleSamples(the_letters, the_law, lambda: (the_council(), the_dossiers()), DEMO_DAY),
        lambda style_id: (RESOURCES / "templates" / f"{style_id}.docx").read_bytes(),
        OfficePictures(NoOffice()),
    )
    return Desk(
        archive=archive,
        dossiers=dossiers,
        make_house_styles=lambda: styles,
        make_letters=lambda: LetterService(archive, clock, identities, the_law(), the_letters(), writer),
        make_reading_back=lambda letters: ReadingBackService(archive, clock, letters, WordReturns()),
        council=CouncilService(archive, JsonCouncils()),
        backups=BackupService(archive),
        demo=DemoService(dossiers, lambda: DemoContent(council=the_council(), dossiers=())),
        overview=OverviewService(archive, clock),
        make_letter_life=lambda: LetterLife(archive, clock),
        make_papers_out=lambda: PapersOut(
            archive, clock, lambda: writer, PaperTools(office=NoOffice(), binder=PdfBinder(), mail=MailDrafts())
        ),
    )


@pytest.fixture
def desk(archive: MemoryArchive, clock: FixedClock) -> Desk:
    return desk_of(archive, clock)


@pytest.fixture
def archives(archive: MemoryArchive) -> MemoryArchives:
    return MemoryArchives(archive, PASSPHRASE)


@pytest.fixture
def memory(archive: MemoryArchive) -> RememberedWindow:
    return RememberedWindow(archive.path)


@pytest.fixture
def doors(archive: MemoryArchive, archives: MemoryArchives, memory: RememberedWindow, clock: FixedClock, tmp_path: Path) -> Doors:
    return Doors(
        archives=lambda: archives,
        desk=lambda opened: desk_of(opened, clock),
        emergency_sheets=sheets,
        demo_path=tmp_path / "demo.orarchief",
        demo_passphrase=lambda: PASSPHRASE,
        make_demo=lambda path: path.touch(),
        folder=tmp_path,
        person="secretaris",
        memory=memory,
        upkeep=lambda opened: upkeep_of(opened, archives, tmp_path),
        new_id=CountedIdentities().new_id,
        keyring_state=lambda: archives.keyring_state,
        unsafe_place=lambda path: archives.unsafe if "OneDrive" in path.parts else None,
        manual=the_manual,
    )


def sheets(path: Path, passphrase: str) -> tuple[EmergencySheet, ...]:
    """Two sheets with the passphrase on them."""
    return tuple(
        EmergencySheet(
            title=("sheet.title", {"number": number, "council": path.stem}),
            lines=(("sheet.passphrase", {"passphrase": passphrase}), (f"sheet.keep_{number}", {})),
        )
        for number in ("1", "2")
    )


def upkeep_of(opened: Archive, archives: MemoryArchives, folder: Path) -> Upkeep:
    """Key and restoring of an archive in memory, on a machine without a keyring."""
    keyring, asked = AbsentKeyring(), [False]
    return Upkeep(
        path=opened.path,
        keys=KeyService(opened.path, lambda: archives, keyring, sheets),
        restoring=RestoreService(opened.path, lambda: archives, lambda: folder / "privé"),
        always_ask=lambda: asked[0],
        keep_always_ask=lambda wanted: asked.__setitem__(0, wanted),
        keep_look=lambda _look, _percent: None,
        folder=folder,
        usual_backups=folder / "reservekopieën",
        log_folder=folder / "log",
        house_style=lambda: ("Klassiek", "1"),
    )


Settled = Callable[[], None]


@pytest.fixture
def settled(qtbot: QtBot, tasks: Tasks) -> Settled:
    """Waits until every lane has delivered what was asked."""

    def wait() -> None:
        qtbot.waitUntil(lambda: tasks.pending == 0)

    return wait


Shown = Callable[[QWidget], QWidget]


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> Shown:
    """Shows a widget in the size of a laptop, active, so that it has the keyboard."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        if not widget.styleSheet():
            look.dress(widget)
        widget.resize(1366, 768)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
