#!/bin/sh
# again.sh COMMAND…: runs a test of the window up to five times and says so when it failed before it
# passed. libadwaita 1.2 now and then frees a toast while it still moves (see src/ui/jkb-toaster.c),
# and on a loaded machine the window may be asked before it is drawn; a real fault fails every time.
for attempt in 1 2 3 4 5; do
  "$@" && exit 0
  status=$?
  echo "again.sh: attempt $attempt ended with status $status" >&2
done
exit "$status"
