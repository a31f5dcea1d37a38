"""Walks everywhere with larger text on a screen of 1366 x 768, in a process of its own, and writes what is cut off there."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from orapp.ui.kit.look import Look
from tests.stage import offscreen
from tests.ui.walk import SIZE, Lost, Walk
from tests.ui.walk_checks import cut_off, sideways
from tests.ui.walk_contrast import faint
from tests.ui.walk_spots import spots
from tests.ui.walk_tables import broken_words

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
# A height that follows a width is found after the first layout; what is cut off is looked at again so often.
LOOKS_AGAIN, BETWEEN_MS = 25, 40


def settled_cut(walk: Walk, top: QWidget) -> list[str]:
    """What is still cut off after everything had the time to find its height."""
    for _ in range(LOOKS_AGAIN):
        if not cut_off(top):
            return []
        walk.turn(BETWEEN_MS)
    return cut_off(top)


def findings(folder: Path, percent: int, colours: str) -> dict[str, list[str]]:
    """Walks, and gives by place what is cut off; under "kwijt" the places that were not reached, under "gezien" all that were.

    The size of a screen without a screen is fixed before the application is made: hence a process of its own.
    """
    offscreen(*SIZE, folder)
    application = QApplication([])
    look = Look(application, ICONS, chosen=colours)
    walk = Walk(look, folder)
    walk.open()
    look.set_text_percent(percent)
    walk.settle()
    told: dict[str, list[str]] = {"gezien": [], "kwijt": [], "afgekapt": [], "opzij": [], "vaag": [], "gebroken": []}
    for spot in spots(walk):
        try:
            top = walk.go(spot)
        except Lost as lost:
            told["kwijt"].append(f"{spot.name}: {lost}")
            continue
        told["gezien"].append(spot.name)
        told["afgekapt"] += [f"{spot.name}: {fault}" for fault in settled_cut(walk, top)]
        told["opzij"] += [f"{spot.name}: {fault}" for fault in sideways(top)]
        told["vaag"] += [f"{spot.name}: {fault}" for fault in faint(top)]
        told["gebroken"] += [f"{spot.name}: {fault}" for fault in broken_words(top, percent)]
    told["kwijt"] += [str(defect) for defect in walk.defects]
    walk.end()
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(findings(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
