#!/usr/bin/env bash
# sources.sh MANIFEST DIR: puts the archives that MANIFEST names where flatpak-builder
# --extra-sources=DIR finds them. They come from the distribution's source packages and must have the
# very checksum of the manifest.
set -euo pipefail

manifest=$1 dir=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

list_archives() {       # SHA256 NAME PACKAGE
  python3 - "$manifest" <<'PY'
import json, re, sys
for module in json.load(open(sys.argv[1]))['modules']:
    for source in module['sources']:
        if source['type'] == 'archive':
            name = source['url'].rsplit('/', 1)[1]
            print(source['sha256'], name, re.sub(r'-[0-9].*', '', name))
PY
}

source_apt() {          # COMMAND…: apt-get that knows the source packages of the stand-in's release
  apt-get -qq -o Dir::Etc::SourceList="$work/list" -o Dir::Etc::SourceParts=/dev/null -o Acquire::Retries=3 \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Sandbox::User=root "$@"
}

fetch() {               # SHA256 NAME PACKAGE
  local address
  if [ ! -s "$work/list" ]; then
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
    printf 'deb-src [signed-by=%s] %s trixie main\n' /usr/share/keyrings/debian-archive-keyring.gpg \
      "$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)" >"$work/list"
    source_apt update
  fi
  # Only the file itself: a source package may have parts that the mirror no longer keeps.
  address=$(source_apt source --print-uris "$3" | sed -n "s/^'\([^']*\)' .* SHA256:$1\$/\1/p")
  if [ -z "$address" ]; then
    printf '%s: no source package has the checksum of the manifest\n' "$2" >&2
    return 1
  fi
  mkdir -p "$dir/downloads/$1"
  /usr/lib/apt/apt-helper -o APT::Sandbox::User=root -o Acquire::Retries=3 \
    download-file "$address" "$dir/downloads/$1/$2" "SHA256:$1"
}

list_archives | while read -r sum name package; do
  [ -s "$dir/downloads/$sum/$name" ] || fetch "$sum" "$name" "$package"
done
