"""The command line speaks in the name of the body whose archive it opens."""

from __future__ import annotations

import re
from pathlib import Path

from tests.e2e.commands import NearDesk, demo_files

MERGER = "2025-002"


def test_lists_and_a_dossier_of_a_group_council_name_it(near: NearDesk, project: Path) -> None:
    near.well("new", "gor.orarchief", "--name", "Groepsraad", "--organisation", "Groep Voorbeeld", "--kind", "gor")
    merger = next(file for file in demo_files(project) if MERGER in file.name)
    near.well("import", "gor.orarchief", merger)
    listed = near.well("deadlines", "gor.orarchief").out
    assert re.search(rf"^{MERGER}  GOR  ", listed, re.MULTILINE)
    assert not re.search(rf"^{MERGER}  OR  ", listed, re.MULTILINE)
    head = near.well("show", "gor.orarchief", MERGER).out.splitlines()[1]
    assert "aan zet: " in head
    assert not re.search(r"\bOR\b", head)
