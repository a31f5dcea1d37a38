"""orapp on its own, as `python -m orapp` and as a frozen program."""

from __future__ import annotations

import sys

from orapp.app.main import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A frozen program is started anew for each process of its own.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
