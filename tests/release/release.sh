#!/usr/bin/env bash
# release.sh BUILD: makes the release of this tree in BUILD/release and proves it: one version everywhere,
# a changelog, a tarball that builds, passes its tests and installs by itself, the same bytes when
# made again, and the same installed files from two builds at two places. Needs a committed tree.
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1
out=$build/release
app=io.github.jikenbo.Jikenbo

say() { printf '%s\n' "$*"; }
fail() { say "NOT OK: $1"; exit 1; }

check_version() {
  version=$(meson introspect "$build" --projectinfo | python3 -c 'import json, sys; print(json.load(sys.stdin)["version"])')
  python3 - "$top/data/$app.metainfo.xml.in" "$version" <<'PY' || fail 'the metainfo has no release notes for this version'
import sys, xml.etree.ElementTree as tree
release = tree.parse(sys.argv[1]).getroot().find('releases')[0]
words = ''.join(release.find('description').itertext()).split()
print('%s of %s: %s' % (release.get('version'), release.get('date'), ' '.join(words)))
sys.exit(release.get('version') != sys.argv[2] or not words)
PY
  [ -z "$(git -C "$top" status --porcelain)" ] || fail 'the tree has changes that are not committed'
}

make_tarball() {        # DIR MESON-DIST-OPTION…: a tarball from a build folder of its own
  local dir=$1
  shift
  meson setup "$dir" "$top" >"$dir.log" 2>&1 && meson dist -C "$dir" "$@" >>"$dir.log" 2>&1 ||
    { tail -n 40 "$dir.log"; fail 'meson dist'; }
}

# Out of a cache of objects equal files would say nothing.
install_from() {        # TARBALL DIR: DIR/files is what an installation would hold
  mkdir -p "$2"
  tar -C "$2" -xf "$1"
  export CCACHE_DISABLE=1
  meson setup "$2/build" "$2/jikenbo-$version" --buildtype=release --prefix=/usr -Dauto_features=disabled >"$2/log" 2>&1
  DESTDIR=$2/files meson install -C "$2/build" >>"$2/log" 2>&1 || { tail -n 40 "$2/log"; fail 'the tarball builds'; }
}

rm -rf "$out"
mkdir -p "$out"
check_version
# The tests run in the first one, out of the tarball; a busy machine may be slow at the window.
MESON_TESTTHREADS=1 make_tarball "$out/first"
say 'ok: the tarball builds and passes its tests'
make_tarball "$out/second" --no-tests
cmp "$out/first/meson-dist/jikenbo-$version.tar.xz" "$out/second/meson-dist/jikenbo-$version.tar.xz" ||
  fail 'the tarball is the same when made again'
say 'ok: the tarball is the same when made again'
cp "$out/first/meson-dist/jikenbo-$version.tar.xz"* "$out/"
install_from "$out/jikenbo-$version.tar.xz" "$out/one"
install_from "$out/jikenbo-$version.tar.xz" "$out/another-place"
diff -r "$out/one/files" "$out/another-place/files" || fail 'two builds give equal files'
say "ok: two builds give equal files, $(find "$out/one/files" -type f | wc -l) of them"
say "installed size: $(du -sb --apparent-size "$out/one/files" | awk '{ printf "%.1f MB", $1 / 1e6 }')"
cat "$out/jikenbo-$version.tar.xz.sha256sum"
