"""One start of one window in a process of its own: prints what it took until it was painted, and its memory."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import psutil


def main(mode: str, folder: str, archive: str) -> None:
    """Runs until what `mode` measures stands, then prints one line of JSON and ends."""
    if mode == "orapp":
        _orapp(Path(folder), Path(archive))
    elif mode == "floor":
        _floor()
    else:
        _bare()


def _told(first_paint: float) -> None:
    memory = int(psutil.Process().memory_info().rss)
    print(json.dumps({"paint": first_paint, "filled": _since_start(), "rss": memory}), flush=True)


def _since_start() -> float:
    """Seconds since this process was started."""
    return time.time() - float(psutil.Process().create_time())


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    _paint_and_end(application, window)


def _floor() -> None:
    import sqlalchemy.orm
    import sqlcipher3
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([sqlcipher3.__name__, sqlalchemy.orm.__name__])
    window = QWidget()
    _paint_and_end(application, window)


def _paint_and_end(application: object, window: object) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    assert isinstance(application, QApplication)
    assert isinstance(window, QWidget)
    window.resize(1440, 900)
    window.show()
    window.repaint()
    painted = _since_start()
    QTimer.singleShot(0, application.quit)
    application.exec()
    _told(painted)


def _orapp(folder: Path, archive: Path) -> None:
    from orapp.app.starting import be_patient

    be_patient()
    from orapp.app import window as window_start
    from orapp.app.wiring import build
    from orapp.system.places import Places
    from orapp.ui.shell.doors import OpenRequest

    program = replace(build(Places.under(folder)), keyring=FileKeyring(folder / "keys.json"))
    application = window_start._application(program)
    window = window_start._window(program, application, window_start.SettingsMemory(program), offscreen=True)
    window.resize(1440, 900)
    window.show()
    window.repaint()
    painted = _since_start()

    def filled() -> None:
        window.tasks.quiet.disconnect(filled)
        window.repaint()
        _told(painted)
        window.close()

    window.closed.connect(application.quit)
    # Filled is when the first screen has all it asked for.
    window.ready.connect(lambda: window.tasks.quiet.connect(filled))
    window.open_archive(OpenRequest(path=archive, passphrase=None))
    application.exec()
    window.tasks.close()


class FileKeyring:
    """A keyring that keeps its keys in a file, so that a second process opens without deriving the key."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, salt: str) -> str | None:
        return self._all().get(salt)

    def put(self, salt: str, key: str) -> bool:
        self._path.write_text(json.dumps({**self._all(), salt: key}), encoding="utf-8")
        return True

    def forget(self, salt: str) -> bool:
        kept = self._all()
        known = kept.pop(salt, None) is not None
        self._path.write_text(json.dumps(kept), encoding="utf-8")
        return known

    def state(self) -> str:
        return "available"

    def _all(self) -> dict[str, str]:
        found = json.loads(self._path.read_text(encoding="utf-8")) if self._path.exists() else {}
        return {str(salt): str(key) for salt, key in found.items()}


if __name__ == "__main__":
    main(*sys.argv[1:4])
