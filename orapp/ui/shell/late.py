"""Screens that are built when they are first asked for, and shown in the navigation only where they are there."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

SCREENS = "orapp.ui.screens"


def exists(module: str) -> bool:
    """Whether this module of the program is there, without importing it."""
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def load(module: str, name: str) -> Any:
    """A class of a module that is imported now."""
    return getattr(import_module(module), name)
