"""Draws every scene: `python -m tests.pictures FOLDER` in both sizes, light and dark; `--manual` those of the manual."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from orapp.app.wiring import build_under
from orapp.cli.making import make_demo
from orapp.cli.passphrases import PUBLISHED_FOR_DEMO
from tests.pictures.scenes import SCENES, Scene
from tests.stage import Stage, StageError, offscreen, staged

SIZES = ((1366, 768), (1440, 900))
MANUAL_SIZE = (1060, 740)
MANUAL_TALLEST = 1200
MANUAL_PERSON, MANUAL_DEVICE = "N. Eikelaar", "laptop van de OR"
MANUAL_DAY = "2025-12-12"
MANUAL_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "help"


def main() -> int:
    """Draws in a process of its own per size and palette, for an application has one screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/pictures"))
    parser.add_argument("--manual", action="store_true")
    parser.add_argument("--one", nargs=4, metavar=("WIDTH", "HEIGHT", "LOOK", "PERCENT"), help=argparse.SUPPRESS)
    parser.add_argument("--only", default="", help="only scenes whose name has this")
    asked = parser.parse_args()
    if asked.one is not None:
        width, height, look, percent = asked.one
        return draw(asked.folder, (int(width), int(height)), look, int(percent), asked.only, manual=asked.manual)
    if asked.manual:
        os.environ["ORAPP_TODAY"] = MANUAL_DAY
        return _again(MANUAL_FOLDER, MANUAL_SIZE, "light", 100, asked.only, "--manual")
    failed = 0
    for size in SIZES:
        for look in ("light", "dark"):
            failed += _again(asked.folder, size, look, 100, asked.only)
    return failed + _again(asked.folder, SIZES[0], "light", 200, asked.only)


def _again(folder: Path, size: tuple[int, int], look: str, percent: int, only: str, *more: str) -> int:
    command = [sys.executable, "-m", "tests.pictures", str(folder), "--only", only, *more]
    return subprocess.run([*command, "--one", str(size[0]), str(size[1]), look, str(percent)], check=False).returncode


def draw(folder: Path, size: tuple[int, int], look: str, percent: int, only: str, *, manual: bool) -> int:
    """Draws every scene in one size and palette; gives how many could not be drawn."""
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        offscreen(size[0], MANUAL_TALLEST if manual else size[1], home)
        program = build_under(home / "programma")
        if manual:
            # What this machine is called belongs in no picture.
            program.places.data.mkdir(parents=True, exist_ok=True)
            device = json.dumps({"id": program.identities.new_id(), "name": MANUAL_DEVICE})
            (program.places.data / "apparaat.json").write_text(device, encoding="utf-8")
        archive = home / "Voorbeelden.orarchief"
        make_demo(program, archive)
        failed = 0
        with staged(program, size, look, percent) as stage:
            if not manual:
                stage.settle()
                stage.draw(stage.window, _target(folder, "openen", size, look, percent, manual=manual))
            stage.open(archive, PUBLISHED_FOR_DEMO)
            if manual:
                # Whoever works here was asked once and has answered; the pictures are not about that.
                stage.workspace.who.chosen.emit(MANUAL_PERSON)
                stage.settle()
            for scene in SCENES:
                if (manual and not scene.manual) or only not in scene.name:
                    continue
                if manual:
                    stage.window.resize(size[0], scene.height)
                try:
                    scene.lead(stage)
                    stage.settle()
                    drawn = _drawn(stage, scene, manual=manual)
                    stage.draw(drawn, _target(folder, scene.name, size, look, percent, manual=manual), small=manual)
                except (StageError, KeyError, AttributeError) as error:
                    failed += 1
                    print(f"{scene.name}: {error!r}")
                stage.close_dialogs()
    return failed


def _drawn(stage: Stage, scene: Scene, *, manual: bool) -> QWidget:
    if manual and scene.crop is not None:
        return scene.crop(stage)
    return stage.window if scene.whole else stage.dialog()


def _target(folder: Path, name: str, size: tuple[int, int], look: str, percent: int, *, manual: bool) -> Path:
    if manual:
        return folder / f"{name}.png"
    return folder / f"{size[0]}x{size[1]}-{look}-{percent}" / f"{name}.png"


if __name__ == "__main__":
    sys.exit(main())
