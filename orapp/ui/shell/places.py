"""The names of the places that navigation and menus lead to, and the modules that make them. Nothing is imported here."""

from __future__ import annotations

OVERVIEW, DOSSIERS, DEADLINES = "overzicht", "dossiers", "termijnen"
COUNCIL, SETTINGS, BIN = "raad", "instellingen", "prullenbak"
DOSSIER, LETTER = "dossier", "brief"
MODULES = {
    OVERVIEW: "orapp.ui.screens.overview.screen",
    DOSSIERS: "orapp.ui.screens.dossiers.screen",
    DEADLINES: "orapp.ui.screens.deadlines.screen",
    COUNCIL: "orapp.ui.screens.council.screen",
    SETTINGS: "orapp.ui.screens.settings.screen",
    BIN: "orapp.ui.screens.bin.screen",
    DOSSIER: "orapp.ui.screens.dossier.screen",
    LETTER: "orapp.ui.screens.letter.screen",
}
PALETTE = "orapp.ui.shell.palette"
WIZARD = "orapp.ui.screens.new_dossier.wizard"
