#!/usr/bin/env bash
# prove.sh TREE OUT BUILD: builds the manifest of TREE offline against a stand-in runtime, installs it,
# and starts it in its sandbox as an unprivileged user; then in turns with what BUILD, a build folder,
# holds for this machine, to compare the starts. Needs root. Pictures and logs go to OUT. Ends with a line "N passed, N failed, N skipped"; what the machine makes impossible is skipped, with the reason.
#
# The stand-in runtime, the sources and the built modules are kept in a cache, by content.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
tree=$1 out=$2 build=$3
app=io.github.jikenbo.Jikenbo
user=65534
# The sandbox runs as another user, who must be able to reach the cache.
cache=${XDG_CACHE_HOME:-/var/cache}/jikenbo-flatpak
mkdir -p "$cache" "$out"
setpriv --reuid=$user --regid=$user --clear-groups test -x "$cache" || cache=/var/cache/jikenbo-flatpak
mkdir -p "$cache"
chmod 755 "$cache"
runtime=$cache/runtime-$(cat "$here/runtime.sh" "$here/runtime.tsv" | sha256sum | cut -c 1-16)
export HOME=$cache/root FLATPAK_SYSTEM_DIR=$cache/system

skip() { printf 'skipped: %s\n0 passed, 0 failed, 1 skipped\n' "$1"; exit 0; }

fail() {                # WHAT LOG
  tail -n 60 "$2" || true
  printf 'NOT OK: %s (%s)\n0 passed, 1 failed, 0 skipped\n' "$1" "$2"
  exit 1
}

# A registry that cannot be reached says nothing about the program. Of the first update mmdebstrap says only that it
# failed.
is_out_of_reach() {
  grep -qE 'apt-get update .* failed|Could not resolve|Unable to connect|Failed to fetch|Temporary failure|timed out|Unable to fetch' "$1"
}

look_around() {
  command -v apt-get >/dev/null || skip 'the stand-in runtime is made of Debian packages, and there is no apt-get'
  unshare --mount --pid --fork --kill-child -- sh -c 'mount --make-rprivate / && mount -t proc proc /proc &&
    mount -t tmpfs none /mnt && mknod /mnt/null c 1 3 && : >/mnt/null' 2>/dev/null ||
    skip 'no mount and process namespaces, or no mounts and devices in them, are allowed here'
  unshare --net true 2>/dev/null || skip 'no network namespaces are allowed here'
  setpriv --reuid=$user --regid=$user --clear-groups bwrap --ro-bind / / --unshare-user --unshare-net true 2>/dev/null ||
    skip 'this kernel allows no user namespaces to an unprivileged user'
  [ -e /dev/fuse ] || skip 'there is no /dev/fuse, which the document portal needs'
  [ "$(df -Pm "$cache" | awk 'NR == 2 { print $4 }')" -gt 4000 ] || skip "less than 4 GB are free at $cache"
}

make_runtime() {
  local old
  [ -e "$runtime/complete" ] && return
  for old in "$cache"/runtime-* "$cache/system" "$cache/state" "$cache/app-repo"; do rm -rf "$old"; done
  "$here/runtime.sh" "$runtime" >"$out/runtime.log" 2>&1 && return
  is_out_of_reach "$out/runtime.log" && skip "the package registry is out of reach: $(grep -m 1 -E '^E:' "$out/runtime.log")"
  fail 'the stand-in runtime is made' "$out/runtime.log"
}

get_sources() {
  "$here/sources.sh" "$tree/flatpak/$app.json" "$cache/sources" >"$out/sources.log" 2>&1 && return
  is_out_of_reach "$out/sources.log" && skip "the package registry is out of reach: $(grep -m 1 -E '^E:' "$out/sources.log")"
  fail 'the sources of the manifest are at hand' "$out/sources.log"
}

install_runtime() {
  mkdir -p "$HOME"
  {
    flatpak --system remote-add --if-not-exists --no-gpg-verify standin "file://$runtime/repo"
    flatpak --system config --set languages '*'
    flatpak --system install -y --noninteractive --or-update standin org.gnome.Platform//49 org.gnome.Sdk//49
  } >"$out/install.log" 2>&1 || fail 'the stand-in runtime is installed' "$out/install.log"
}

# flatpak-builder looks built modules up by the path of the manifest, so every tree is built at one path.
place_tree() {
  rm -rf "$cache/app" "$cache/tree"
  cp -a "$tree" "$cache/tree"
}

build_app() {
  place_tree
  # Without a network: an address that is not among the sources at hand would fail.
  unshare --net -- flatpak-builder --system --jobs=2 --disable-rofiles-fuse --extra-sources="$cache/sources" \
    --state-dir="$cache/state" --force-clean --repo="$cache/app-repo" --install "$cache/app" \
    "$cache/tree/flatpak/$app.json" >"$out/build.log" 2>&1 || fail 'the manifest builds offline' "$out/build.log"
  printf 'modules compiled: %s\n' "$(sed -n 's/^Building module \([^ ]*\) in .*/\1/p' "$out/build.log" | paste -sd ' ')"
}

run_session() {
  local place=$cache/session
  rm -rf "$place"
  install -d -m 755 "$place"
  install -d -o "$user" -g "$user" -m 700 "$place/home"
  install -d -o "$user" -g "$user" "$place/out"
  cp "$here/session.sh" "$here/start-time.sh" "$here/enter.sh" "$place/"
  mkdir "$place/outside"
  cp -a "$build/src/ui/jikenbo" "$build/data/gschemas.compiled" "$build/po" "$build/tests/ui/locale" "$tree/data" "$place/outside/"
  install -o "$user" -m 644 "$here/notice.txt" "$place/home/notice.txt"
  timeout -k 5 420 unshare --mount --pid --fork --kill-child -- bash "$place/enter.sh" "$place" "$user" \
    bash "$place/session.sh" "$place/out" "$place/home/notice.txt" あさぎり計測株式会社 "$place/outside" >"$out/session.log" 2>&1 || true
  cp "$place"/out/*.png "$place"/out/*.log "$out/" 2>/dev/null || true
  # What the services of the session say is in the log, and of no interest here.
  grep -vE '^dbus-|^(Ignoring|Spi)|^\*\* |^\(|^$' "$out/session.log" || true
}

step() {                # NAME COMMAND
  local began=$SECONDS
  "$2"
  printf -- '-- %s: %d s\n' "$1" $((SECONDS - began))
}

exec 9>"$cache/lock"
flock -w 900 9 || skip 'another proof is running here'
look_around
step 'stand-in runtime' make_runtime
step 'sources' get_sources
step 'runtime installed' install_runtime
step 'offline build and installation' build_app
printf 'installed size: %s\n' "$(flatpak --system info "$app" | sed -n 's/^ *Installed: *//p')"
run_session
counts=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$out/session.log") ||
  fail 'the session ends by itself' "$out/session.log"
[[ $counts == *' 0 failed'* ]]
