#!/usr/bin/env bash
# in-suite.sh SUITE COMMAND…: runs a README command of this tree (./dev run, ./dev test, …) in a Debian of
# its own, SUITE, as a newcomer would: the tree starts with little more than apt, and ./dev installs
# the rest there. The tree is kept in the cache; JIKENBO_FRESH=1 starts anew. Needs root and mmdebstrap.
set -euo pipefail

top=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
suite=$1
shift
cache=${XDG_CACHE_HOME:-/var/cache}/jikenbo-suites
tree=$cache/$suite
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)

case $suite in
  bookworm | trixie | forky) ;;
  *) printf 'There is no suite “%s”: bookworm, trixie or forky\n' "$suite" >&2; exit 2 ;;
esac

make_tree() {
  rm -rf "$tree"
  mkdir -p "$cache"
  # The release file of testing may be older than it says it may be.
  mmdebstrap --quiet --mode=root --variant=apt --aptopt='Acquire::Check-Valid-Until "false"' \
    --include=ca-certificates "$suite" "$tree" "$mirror"
  touch "$tree/.complete"
}

copy_sources() {
  rm -rf "$tree/srv/jikenbo"
  mkdir -p "$tree/srv/jikenbo"
  git -C "$top" ls-files -z | tar -C "$top" --null -T - -cf - | tar -C "$tree/srv/jikenbo" --no-same-owner -xf -
}

exec 9>"/run/lock/jikenbo-suite-$suite"
flock 9
[ "${JIKENBO_FRESH:-}" = 1 ] && rm -rf "$tree"
[ -e "$tree/.complete" ] || make_tree
copy_sources
cp /etc/resolv.conf "$tree/etc/resolv.conf"
# shellcheck disable=SC2016
exec unshare --mount --pid --fork --kill-child -- bash -euc '
  tree=$1
  shift
  mount --make-rprivate /
  mount --rbind /dev "$tree/dev"
  mount -t proc proc "$tree/proc"
  mount -t tmpfs none "$tree/tmp"
  exec chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    sh -c "cd /srv/jikenbo && exec \"\$@\"" sh "$@"
' in-suite "$tree" "$@"
