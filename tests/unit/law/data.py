"""The law from the project's own data files, read once for all tests."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from orapp.law.book import LawBook, load

FOLDER = Path(__file__).parents[3] / "resources" / "law"
Files = dict[str, dict[str, Any]]


@lru_cache(maxsize=1)
def the_files() -> Files:
    """The parsed files by stem; treat as read-only."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


@lru_cache(maxsize=1)
def the_book() -> LawBook:
    """The law as the program has it. Generated tests ask for it here: as an argument it would be printed whole on failure."""
    return load(the_files())
