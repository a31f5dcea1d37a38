"""Tells every story on one archive, in a process of its own, and prints how long each step kept the window's thread."""

from __future__ import annotations

import json
import os
import sys
import traceback
from dataclasses import replace
from pathlib import Path

from orapp.app.starting import be_patient
from orapp.app.wiring import build
from orapp.system.places import Places
from orapp.ui.shell.doors import OpenRequest
from tests.benchmarks import stories
from tests.benchmarks.player import Player
from tests.benchmarks.window_child import FileKeyring
from tests.stage import StageError, offscreen, staged

SIZE = (1440, 900)
PATIENCE_S = 300.0


def main(folder: str, archive: str, *chosen: str) -> None:
    """Prints one line of JSON: the steps with their milliseconds, and which stories could not be told to their end."""
    be_patient()
    base = Path(folder)
    offscreen(*SIZE, base)
    program = replace(build(Places.under(base / "stories")), keyring=FileKeyring(base / "keys.json"))
    told = [story for story in stories.STORIES if not chosen or story.__name__ in chosen]
    broken = {}
    of_story = []
    with staged(program, SIZE) as stage:
        stage.patience = PATIENCE_S
        player = Player(stage)
        stage.turn(200)
        with player.step("archief openen tot het overzicht"):
            stage.window.open_archive(OpenRequest(path=Path(archive), passphrase=None))
            stage.until(lambda: stage.window.workspace is not None)
        player.close_over()
        of_story += ["start"] * len(player.watch.seen)
        for story in told:
            try:
                story(player)
            except StageError as error:
                broken[story.__name__] = str(error)
                traceback.print_exc()
            player.close_over()
            of_story += [story.__name__] * (len(player.watch.seen) - len(of_story))
    load = os.getloadavg()[0]
    steps = [
        {"story": story, "what": one.what, "ms": one.longest_ms, "busy": one.busy_ms}
        for story, one in zip(of_story, player.watch.seen, strict=True)
    ]
    print(json.dumps({"steps": steps, "broken": broken, "load": load}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
