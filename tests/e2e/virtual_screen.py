"""A screen of its own for one test: a window manager on it, keys typed into it, and windows waited for by their title."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 60.0
GLANCE = 0.05
REST = 1.0
"""Seconds in which nothing may move before a screen counts as filled; a blinking caret is no movement."""
CARET_PIXELS = 120
NAMED = {"\n": "Return", "\t": "Tab"}


class VirtualScreen:
    """Xvfb with openbox. It ends only what it started."""

    def __init__(self, folder: Path, size: str = "1366x768") -> None:
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            # Without repeating keys: on a busy machine a key may seem to be held. Without beginning anew when its last
            # guest leaves: that sends away the window manager, who may just be coming in.
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-r", "-noreset"],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.display = f":{told.readline().strip()}"
        self.folder = folder
        self.keys = 0
        """How many keys were pressed so far; a chord counts as one."""
        self._environment = {**os.environ, "DISPLAY": self.display}
        self._keeper = subprocess.Popen(["openbox"], env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.until(self._is_kept, "een vensterbeheerder")

    def close(self) -> None:
        """Ends the window manager and the screen."""
        for process in (self._keeper, self._server):
            process.terminate()
            process.wait(timeout=PATIENCE)

    def key(self, *keys: str) -> None:
        """Presses keys one after the other, as xdotool names them."""
        self.keys += len(keys)
        self._do("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Types a text; the end of a line is Enter, a tab is Tab."""
        for part in re.split(r"([\n\t])", text):
            if part in NAMED:
                self.key(NAMED[part])
            elif part:
                self.keys += len(part)
                self._do("type", "--clearmodifiers", "--delay", "12", "--", part)

    def window(self, title: str) -> None:
        """Waits until a window with this in its title is seen and has the keyboard."""
        self.until(lambda: title in self._active_title(), f"een venster “{title}”; nu staat er “{self._active_title()}”")

    def press_until(self, key: str, title: str) -> None:
        """Presses a key again and again until it is answered with a window: what it leads to may still be loading."""

        def answered() -> bool:
            self.key(key)
            end = time.monotonic() + REST
            while title not in self._active_title():
                if time.monotonic() > end:
                    return False
                time.sleep(GLANCE)
            return True

        self.until(answered, f"een venster “{title}” na {key}; nu staat er “{self._active_title()}”")

    def rest(self) -> None:
        """Waits until what is on the screen no longer changes, for what no title tells."""

        def still() -> bool:
            before = self.picture("eerst.png")
            time.sleep(REST)
            after = self.picture("daarna.png")
            done = subprocess.run(
                ["compare", "-metric", "AE", str(before), str(after), "null:"],
                capture_output=True,
                encoding="utf-8",
                check=False,
                timeout=PATIENCE,
            )
            return float(done.stderr.split()[0]) <= CARET_PIXELS

        self.until(still, "een scherm dat stilstaat")

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

    def _is_kept(self) -> bool:
        """Whether the window manager is there: it tells how many desktops there are."""
        told = subprocess.run(
            ["xdotool", "get_num_desktops"], env=self._environment, capture_output=True, check=False, timeout=PATIENCE
        )
        return told.returncode == 0

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
