#!/usr/bin/env bash
# enter.sh PLACE USER COMMAND…: runs COMMAND as the unprivileged USER (a number) on a session bus of its
# own, with PLACE/home as home. Runs in fresh mount and process namespaces (see prove.sh): /run/user and
# /dev/fuse, which the document portal needs, are replaced for this session only.
set -euo pipefail

place=$1 user=$2
shift 2
mount --make-rprivate /
mount -t proc proc /proc
mkdir -p /run/user
mount -t tmpfs none /run/user
install -d -o "$user" -g "$user" -m 700 "/run/user/$user"
install -d -m 1777 /tmp/.X11-unix
if [ -e /dev/fuse ]; then
  mknod -m 666 /run/user/fuse c 10 229
  mount --bind /run/user/fuse /dev/fuse
fi
exec setpriv --reuid="$user" --regid="$user" --clear-groups env -i PATH=/usr/bin:/bin LANG=C.UTF-8 \
  HOME="$place/home" XDG_RUNTIME_DIR="/run/user/$user" XDG_CURRENT_DESKTOP=GNOME \
  FLATPAK_SYSTEM_DIR="$FLATPAK_SYSTEM_DIR" dbus-run-session -- "$@"
