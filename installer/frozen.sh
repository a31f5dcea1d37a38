#!/usr/bin/env bash
# Builds the folder dist/orapp, which runs without Python, and tries it.
set -euo pipefail
cd "$(dirname "$0")/.."
log=build/pyinstaller.log
mkdir -p build
if ! .venv/bin/python -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build installer/orapp.spec >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi
installer/smoke_test.sh dist/orapp/orapp
du -sh dist/orapp
