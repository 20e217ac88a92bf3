# Shared by the scripts: where the project is, and what must be installed. Sourced, never run.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# Says what went wrong and stops.
die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 3
}

# Installs libedit's headers where they are missing.
need_libedit() {
  [ -e /usr/include/histedit.h ] && return
  command -v apt-get >/dev/null || die "libedit's headers are missing: install libedit-dev"
  echo "installing libedit-dev" >&2
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq libedit-dev; } >&2 ||
    die "libedit-dev could not be installed"
}

# Asks for the Swift toolchain.
need_swift() {
  command -v swift >/dev/null || die "swift is missing: see https://www.swift.org/install"
}
