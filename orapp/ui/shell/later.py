"""What the window imports beside its first screen: the screens that the next click may show."""

from __future__ import annotations

from importlib import import_module

from orapp.ui.shell.places import MODULES, PALETTE, WIZARD

LATER = (*MODULES.values(), WIZARD, PALETTE)


def fetch_screens() -> None:
    """Imports what the next click shows, on a lane."""
    for module in LATER:
        import_module(module)
