"""Makes the demo with its letter and opens the window on it; where there is no screen the window is drawn in a picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orapp.app.starting import be_patient, has_display
from orapp.cli.command_line import guarded
from orapp.cli.files import write
from orapp.cli.making import DEMO_PERSON, make_demo
from orapp.cli.passphrases import PUBLISHED_FOR_DEMO
from orapp.cli.writing import line, prepare_output
from orapp.domain.dossier import DossierKind
from orapp.services.failures import Circumstance
from orapp.services.rows import DossierQuery

if TYPE_CHECKING:
    from orapp.app.wiring import Program
    from orapp.services.ports import Archive

ADVICE = "A9"
PICTURE = "demo-venster.png"
LETTER = "demo-adviesbrief-huisvesting.docx"


def open_demo(program: Program) -> int:
    """Make what is missing of the demo, print where it stands, and open the window on it; a picture where there is no screen."""
    prepare_output()
    code = guarded(program, lambda: _prepare(program))
    if code:
        return code
    path = program.places.demo_archive
    if has_display():
        be_patient()
        from orapp.app import window

        return window.run(program, path, PUBLISHED_FOR_DEMO)
    return guarded(program, lambda: _draw(program, path))


def housing_dossier(program: Program, archive: Archive) -> str:
    """The reference of the demo dossier on housing, by its kind; empty where there is none."""
    page = program.desk(archive).dossiers.page(DossierQuery(kinds=(DossierKind.WORKING_CONDITIONS,), limit=1))
    return page.rows[0].reference if page.rows else ""


def _prepare(program: Program) -> int:
    path = program.places.demo_archive
    folder_ready(path.parent)
    if path.exists():
        line(program.texts.say("app.demo_present", path=path))
    else:
        make_demo(program, path)
        line(program.texts.say("app.demo_made", path=path))
    letter = path.with_name(LETTER)
    if not letter.exists():
        _write_letter(program, path, letter)
    line(program.texts.say("app.demo_letter", path=letter))
    return 0


def _write_letter(program: Program, path: Path, target: Path) -> None:
    archive = program.archives.open(path, PUBLISHED_FOR_DEMO, person=DEMO_PERSON)
    try:
        reference = housing_dossier(program, archive)
        made = program.desk(archive).letters.make(reference, ADVICE, DEMO_PERSON)
    finally:
        archive.close()
    write(target, made.data, force=True)


def _draw(program: Program, path: Path) -> int:
    from orapp.app import window

    picture = path.with_name(PICTURE)
    line(program.texts.say("app.drawing"))
    try:
        window.picture(program, path, PUBLISHED_FOR_DEMO, picture, reference=_shown(program, path))
    except window.PictureError as error:
        raise Circumstance("app.no_picture", reason=str(error)) from error
    line(program.texts.say("app.picture", path=picture))
    return 0


def _shown(program: Program, path: Path) -> str:
    """The dossier that the picture shows."""
    archive = program.archives.open(path, PUBLISHED_FOR_DEMO, read_only=True)
    try:
        return housing_dossier(program, archive)
    finally:
        archive.close()


def folder_ready(folder: Path) -> None:
    """Make the folder for this user only when it is not there. Raises Circumstance("places.unwritable")."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Circumstance("places.unwritable", path=str(folder)) from error
