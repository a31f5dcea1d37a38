"""What is derived is kept for the kind of council that keeps the archive, and made anew when that changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.council import CouncilKind
from orapp.domain.derived import Derived
from orapp.domain.dossier import Dossier
from orapp.services.rows import FULL_VIEW, DossierQuery
from tests.storage import material
from tests.storage.material import PASSPHRASE, make_archives, sample_dossier, small_council, small_law


def by_kind(dossier: Dossier, today: date, keeper: CouncilKind = CouncilKind.OR) -> Derived:
    derived = small_law(dossier, today)
    return replace(derived, summary=replace(derived.summary, phase_label=keeper.value))


def test_another_kind_of_council_derives_every_dossier_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "small_law", by_kind)
    archive = make_archives().create(path, PASSPHRASE, small_council(), "S")
    with archive.write("S") as work:
        work.add(sample_dossier())
    with archive.read() as reader:
        assert [row.phase_label for row in reader.dossiers(DossierQuery(), FULL_VIEW).rows] == ["or"]
    with archive.write("S") as work:
        stored = work.save_council(work.council(), replace(work.council(), kind=CouncilKind.PVT))
        assert work.changes.lists
    with archive.read() as reader:
        assert [row.phase_label for row in reader.dossiers(DossierQuery(), FULL_VIEW).rows] == ["pvt"]
    with archive.write("S") as work:
        work.save_council(stored, replace(stored, place="Elders"))
        assert not work.changes.lists
    assert not archive.verify().findings
    archive.close()
