"""What is drawn: each scene leads the window somewhere, and says whether the window or the dialog over it is the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from orapp.letters.beginnings import Beginning
from tests.stage import Stage, StageError

DOSSIER = "2025-003"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture. `whole` draws the window, else the dialog on top. `manual` puts it in the manual too.

    In the manual only what `crop` gives is drawn, so that its words stay readable on a page; `height` is that of
    the window, in pixels.
    """

    name: str
    lead: Callable[[Stage], object]
    whole: bool = True
    manual: bool = False
    crop: Callable[[Stage], QWidget] | None = None
    height: int = 740


def _part(tab: str) -> Callable[[Stage], object]:
    def lead(stage: Stage) -> None:
        stage.workspace.open_dossier(DOSSIER)
        stage.settle()
        stage.workspace.open_part(DOSSIER, tab, "")

    return lead


def _screen(key: str) -> Callable[[Stage], object]:
    return lambda stage: stage.workspace.go_to(key)


def _letter(stage: Stage) -> None:
    """The advice of the demo was adopted; how it is written is seen on another."""
    stage.workspace.begin_letter(DOSSIER, Beginning(kind="A9", request_id="g2-r4"))


def _setting(part: str) -> Callable[[Stage], object]:
    def lead(stage: Stage) -> None:
        stage.workspace.go_to("instellingen")
        stage.settle()
        stage.workspace.settings.show_part(part)

    return lead


def _opened(stage: Stage) -> None:
    stage.workspace.open_dossier(DOSSIER)
    stage.settle()


def _record(stage: Stage) -> None:
    _opened(stage)
    stage.workspace.dossier.acts.choose()


def _press(stage: Stage, tab: str, name: str) -> None:
    """Presses the first button whose name begins like this; which request is shown first depends on the day."""
    _part(tab)(stage)
    stage.settle()
    dossier = stage.workspace.dossier
    for number in range(-1, dossier.requests.count()):
        if number >= 0:
            dossier.requests.setCurrentIndex(number)
            dossier.requests.activated.emit(number)
            stage.settle()
        found = [
            one for one in dossier.findChildren(QPushButton) if one.objectName().startswith(name) and one.isVisibleTo(dossier)
        ]
        if found:
            found[0].click()
            return
    raise StageError(f"no button {name}")


def _search(stage: Stage) -> None:
    stage.window.open_palette()
    stage.settle()
    field = stage.dialog().findChild(QLineEdit)
    if field is None:
        raise StageError("nothing to search in")
    field.setText("kwadr")


def _share(stage: Stage) -> None:
    stage.workspace.go_to("dossiers")
    stage.settle()
    stage.workspace.top.share.click()


def _here(stage: Stage) -> QWidget:
    """The screen that is shown, without what stands around it."""
    page = stage.workspace.pages.currentWidget()
    if page is None:
        raise StageError("no screen is shown")
    return page


SCENES = (
    Scene(name="overzicht", lead=_screen("overzicht"), manual=True, crop=_here),
    Scene(name="dossiers", lead=_screen("dossiers"), manual=True, crop=_here),
    Scene(name="termijnen", lead=_screen("termijnen"), manual=True, crop=_here),
    Scene(name="raad", lead=_screen("raad"), manual=True, crop=_here),
    Scene(name="instellingen", lead=_screen("instellingen")),
    Scene(name="sleutel", lead=_setting("sleutel"), manual=True, crop=_here),
    Scene(name="prullenbak", lead=_screen("prullenbak")),
    Scene(name="dossier-samenvatting", lead=_part("summary"), manual=True, crop=_here, height=960),
    Scene(
        name="dossier-verloop", lead=_part("course"), manual=True, crop=lambda stage: stage.workspace.dossier.course, height=1200
    ),
    Scene(
        name="dossier-stukken",
        lead=_part("documents"),
        manual=True,
        crop=lambda stage: stage.workspace.dossier.documents,
        height=1200,
    ),
    Scene(
        name="dossier-beoordeling",
        lead=_part("assessment"),
        manual=True,
        crop=lambda stage: stage.workspace.dossier.assessment,
        height=1200,
    ),
    Scene(name="dossier-besluit", lead=_part("decision"), manual=True, crop=_here, height=960),
    Scene(
        name="dossier-toezeggingen",
        lead=_part("commitments"),
        manual=True,
        crop=lambda stage: stage.workspace.dossier.commitments,
        height=1200,
    ),
    Scene(name="brief", lead=_letter, manual=True, crop=_here),
    Scene(name="nieuw-dossier", lead=lambda stage: stage.workspace.ask_new_dossier(), whole=False, manual=True),
    Scene(name="vastleggen", lead=_record, whole=False, manual=True),
    Scene(name="beoordelen", lead=lambda stage: _press(stage, "decision", "beoordelen-"), whole=False, manual=True),
    Scene(name="bewijsblad", lead=lambda stage: _press(stage, "summary", "band-bewijsblad"), whole=False, manual=True),
    Scene(name="zoeken", lead=_search, whole=False, manual=True),
    Scene(name="nieuw-archief", lead=lambda stage: stage.window.ask_new(), whole=False, manual=True),
    Scene(name="wie-werkt-hier", lead=lambda stage: stage.window.ask_who(), whole=False),
    Scene(name="sneltoetsen", lead=lambda stage: stage.window.menus.show_shortcuts(), whole=False),
    Scene(name="over", lead=lambda stage: stage.window.show_about(), whole=False),
    Scene(name="scherm-delen", lead=_share, manual=True),
)
