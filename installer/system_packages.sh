#!/usr/bin/env bash
# Installs what the program (run), its tests (test) or its frozen build (frozen) need beside Python packages, on Debian 12 and its
# relatives.
#
#   system_packages.sh run|test|frozen [--list]
#
# With root or a sudo that asks nothing, missing packages are installed through apt; otherwise they are named and the caller goes on.
# Ends with 0 in both cases: what is really needed says so itself. With --list it only names what is missing, one a line.
set -euo pipefail

purpose=${1:-} mode=${2:-install}
[[ $purpose =~ ^(run|test|frozen)$ ]] || { echo "gebruik: system_packages.sh run|test|frozen [--list]" >&2; exit 2; }

# What Qt's libraries and its xcb plugin are linked against (ldd on libqxcb.so, libqxcb-glx-integration.so, libqxcb-egl-integration.so,
# libqwayland.so, libcupsprintersupport.so and the Qt modules of PySide6-Essentials), and fonts for the window and the letters.
run_packages=(
  libegl1 libgl1 libopengl0 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libx11-6 libx11-xcb1 libgssapi-krb5-2
  libxcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0 libxcb-render-util0
  libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0
  libwayland-client0 libwayland-cursor0 libwayland-egl1 libcups2
  fontconfig fonts-inter fonts-liberation fonts-dejavu-core
)
# Word files are opened in LibreOffice and looked at as pages; the real window is tried on a virtual screen.
test_packages=(
  libreoffice-writer-nogui poppler-utils
  xvfb xauth openbox xdotool imagemagick bc
)
# PyInstaller takes programs apart with objdump, and brings Python along as a shared library.
frozen_packages=(binutils)

wanted=("${run_packages[@]}")
case $purpose in
  test) wanted+=("${test_packages[@]}") ;;
  frozen) wanted+=("${frozen_packages[@]}") ;;
esac

# Debian keeps venv and the shared library apart from Python itself.
python=$(command -v "${PYTHON:-python3}" || true)
if [[ -n $python ]]; then
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  "$python" -c 'import ensurepip' 2>/dev/null || wanted+=("python$version-venv")
  if [[ $purpose == frozen && $python == /usr/bin/* ]]; then wanted+=("libpython$version"); fi
fi

if ! command -v dpkg-query >/dev/null; then
  [[ $mode == --list ]] || echo "Dit is geen Debian: installeer zelf wat overeenkomt met: ${wanted[*]}"
  exit 0
fi

# Full LibreOffice Writer serves as well as the one without windows.
stand_in() {
  case $1 in
    libreoffice-writer-nogui) echo libreoffice-writer ;;
    libglib2.0-0) echo libglib2.0-0t64 ;;
  esac
}

installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

missing=()
for package in "${wanted[@]}"; do
  installed "$package" && continue
  other=$(stand_in "$package")
  [[ -n $other ]] && installed "$other" && continue
  missing+=("$package")
done

if [[ $mode == --list ]]; then
  [[ ${#missing[@]} -eq 0 ]] || printf '%s\n' "${missing[@]}"
  exit 0
fi
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    echo "Deze systeempakketten ontbreken, en zonder beheerdersrechten worden ze niet geïnstalleerd: ${missing[*]}"
    echo "Installeer ze met: sudo apt-get install --no-install-recommends ${missing[*]}"
    exit 0
  fi
fi

echo "Systeempakketten installeren: ${missing[*]}"
apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { apt update && apt install --yes --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
  tail -n 15 "$log" >&2
  echo "Niet alles kon worden geïnstalleerd. Nodig: ${missing[*]}"
fi
