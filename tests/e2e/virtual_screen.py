"""A screen of its own for one test: a window manager on it, keys typed into it, and windows waited for by their title."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0
GLANCE = 0.05


class VirtualScreen:
    """Xvfb with openbox. It ends only what it started."""

    def __init__(self, folder: Path, size: str = "1366x768") -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self.folder = folder
        self._environment = {**os.environ, "DISPLAY": self.display}
        self._keeper = subprocess.Popen(["openbox"], env=self._environment, stderr=subprocess.DEVNULL)

    def close(self) -> None:
        """Ends the window manager and the screen."""
        for process in (self._keeper, self._server):
            process.terminate()
            process.wait(timeout=PATIENCE)

    def key(self, *keys: str) -> None:
        """Presses keys one after the other, as xdotool names them."""
        self._do("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Types a text."""
        self._do("type", "--clearmodifiers", "--delay", "12", "--", text)

    def window(self, title: str) -> None:
        """Waits until a window with this in its title is seen and has the keyboard."""
        self.until(lambda: title in self._active_title(), f"een venster “{title}”; nu staat er “{self._active_title()}”")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Waits until something holds; fails with a picture of the screen when it does not come."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                self.picture("gezien.png")
                raise AssertionError(f"na {PATIENCE:.0f} s nog niet: {what}; zie {self.folder / 'gezien.png'}")
            time.sleep(GLANCE)

    def picture(self, name: str) -> Path:
        """Takes a picture of what a person sees."""
        path = self.folder / name
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=True, timeout=PATIENCE)
        return path

    def _active_title(self) -> str:
        done = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def _do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=PATIENCE)
