"""What is drawn: each scene leads the window somewhere, and says whether the window or the dialog over it is the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.stage import Stage

DOSSIER = "2025-003"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One picture. `whole` draws the window, else the dialog on top. `manual` puts it in the manual too."""

    name: str
    lead: Callable[[Stage], object]
    whole: bool = True
    manual: bool = False


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


SCENES = (
    Scene(name="overzicht", lead=_screen("overzicht"), manual=True),
    Scene(name="dossiers", lead=_screen("dossiers"), manual=True),
    Scene(name="termijnen", lead=_screen("termijnen"), manual=True),
    Scene(name="raad", lead=_screen("raad"), manual=True),
    Scene(name="instellingen", lead=_screen("instellingen"), manual=True),
    Scene(name="prullenbak", lead=_screen("prullenbak")),
    Scene(name="dossier-samenvatting", lead=_part("summary"), manual=True),
    Scene(name="dossier-verloop", lead=_part("course"), manual=True),
    Scene(name="dossier-stukken", lead=_part("documents"), manual=True),
    Scene(name="dossier-beoordeling", lead=_part("assessment"), manual=True),
    Scene(name="dossier-besluit", lead=_part("decision"), manual=True),
    Scene(name="dossier-toezeggingen", lead=_part("commitments"), manual=True),
    Scene(name="brief", lead=_letter, manual=True),
    Scene(name="nieuw-dossier", lead=lambda stage: stage.workspace.ask_new_dossier(), whole=False, manual=True),
    Scene(name="zoeken", lead=lambda stage: stage.workspace.open_palette(), whole=False, manual=True),
    Scene(name="nieuw-archief", lead=lambda stage: stage.window.ask_new(), whole=False, manual=True),
    Scene(name="wie-werkt-hier", lead=lambda stage: stage.window.ask_who(), whole=False),
)
