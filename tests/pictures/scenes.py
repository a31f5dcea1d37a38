"""What is drawn: each scene leads the window somewhere, and says whether the window or the dialog over it is the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from tests.stage import Stage, StageError

DOSSIER = "2025-003"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture. `whole` draws the window, else the dialog on top. `manual` puts it in the manual too.

    In the manual only the widget named `crop` is drawn, where one is named: its words stay readable on a page.
    """

    name: str
    lead: Callable[[Stage], object]
    whole: bool = True
    manual: bool = False
    crop: str = ""


def _part(tab: str) -> Callable[[Stage], object]:
    def lead(stage: Stage) -> None:
        stage.workspace.open_dossier(DOSSIER)
        stage.settle()
        stage.workspace.open_part(DOSSIER, tab, "")

    return lead


def _screen(key: str) -> Callable[[Stage], object]:
    return lambda stage: stage.workspace.go_to(key)


def _letter(stage: Stage) -> None:
    stage.workspace.open_letter(DOSSIER, "A9", "g2-r4")


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
    """Presses the first button whose name begins like this."""
    _part(tab)(stage)
    stage.settle()
    buttons = stage.workspace.dossier.findChildren(QPushButton)
    found = [one for one in buttons if one.objectName().startswith(name) and one.isVisible()]
    if not found:
        raise StageError(f"no button {name}")
    found[0].click()


def _share(stage: Stage) -> None:
    stage.workspace.go_to("dossiers")
    stage.settle()
    stage.workspace.top.share.click()


SCENES = (
    Scene(name="overzicht", lead=_screen("overzicht"), manual=True, crop="overzicht-scherm"),
    Scene(name="dossiers", lead=_screen("dossiers"), manual=True, crop="dossiers"),
    Scene(name="termijnen", lead=_screen("termijnen"), manual=True, crop="termijnen-scherm"),
    Scene(name="raad", lead=_screen("raad"), manual=True, crop="raad-scherm"),
    Scene(name="instellingen", lead=_screen("instellingen")),
    Scene(name="sleutel", lead=_setting("sleutel"), manual=True, crop="instellingen-scherm"),
    Scene(name="prullenbak", lead=_screen("prullenbak")),
    Scene(name="dossier-samenvatting", lead=_part("summary"), manual=True, crop="dossier"),
    Scene(name="dossier-verloop", lead=_part("course"), manual=True, crop="dossier"),
    Scene(name="dossier-stukken", lead=_part("documents"), manual=True, crop="dossier"),
    Scene(name="dossier-beoordeling", lead=_part("assessment"), manual=True, crop="dossier"),
    Scene(name="dossier-besluit", lead=_part("decision"), manual=True, crop="dossier"),
    Scene(name="dossier-toezeggingen", lead=_part("commitments"), manual=True, crop="dossier"),
    Scene(name="brief", lead=_letter, manual=True, crop="brief-scherm"),
    Scene(name="nieuw-dossier", lead=lambda stage: stage.workspace.ask_new_dossier(), whole=False, manual=True),
    Scene(name="vastleggen", lead=_record, whole=False, manual=True),
    Scene(name="beoordelen", lead=lambda stage: _press(stage, "decision", "beoordelen-"), whole=False, manual=True),
    Scene(name="bewijsblad", lead=lambda stage: _press(stage, "summary", "band-bewijsblad"), whole=False, manual=True),
    Scene(name="zoeken", lead=lambda stage: stage.window.open_palette(), whole=False, manual=True),
    Scene(name="nieuw-archief", lead=lambda stage: stage.window.ask_new(), whole=False, manual=True),
    Scene(name="wie-werkt-hier", lead=lambda stage: stage.window.ask_who(), whole=False),
    Scene(name="sneltoetsen", lead=lambda stage: stage.window.menus.show_shortcuts(), whole=False),
    Scene(name="over", lead=lambda stage: stage.window.show_about(), whole=False),
    Scene(name="scherm-delen", lead=_share, manual=True),
)
