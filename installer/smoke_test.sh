#!/usr/bin/env bash
# Tries an installed or frozen program as a stranger's machine has it: no Python, no screen, no keyring, an empty home.
#
#   smoke_test.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
home=$(mktemp --directory)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/runtime"
cd "$home"

orapp() {
  env --ignore-environment PATH=/usr/bin:/bin HOME="$home" XDG_RUNTIME_DIR="$home/runtime" LANG=C.UTF-8 \
    PYTHON_KEYRING_BACKEND=keyring.backends.fail.Keyring "$program" "$@" </dev/null
}

step() {
  printf '%s\n' "-- orapp $*"
  orapp "$@"
}

printf 'een lange wachtzin voor de rooktest\n' >wachtzin.txt
step --version
step --self-check
step letter --kinds
step demo demo.orarchief --passphrase-file wachtzin.txt
step dossiers demo.orarchief --passphrase-file wachtzin.txt
step verify demo.orarchief --passphrase-file wachtzin.txt
# Without a display the demo ends with a picture of the main window.
step --demo
echo "De rooktest is geslaagd."
