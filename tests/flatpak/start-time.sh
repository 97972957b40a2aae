#!/usr/bin/env bash
# start-time.sh COMMAND…: milliseconds from COMMAND to a window that is drawn, the median of five starts,
# on the display that is there (nothing else may be on it). A picture is taken about twenty times a
# second, so the figure is right to 50 ms.
set -u

is_drawn() { [ "$(import -window root png:- 2>/dev/null | identify -format %k - 2>/dev/null)" -gt 100 ]; }

wait_for() {            # COMMAND…, for a minute at most
  local end=$((SECONDS + 60))
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.01
  done
}

is_empty() { ! is_drawn; }

times=()
for _ in 1 2 3 4 5; do
  began=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  wait_for is_drawn || exit 1
  times+=($((($(date +%s%N) - began) / 1000000)))
  kill $!
  wait $! 2>/dev/null
  wait_for is_empty || exit 1
done
printf '%s\n' "${times[@]}" | sort -n | sed -n 3p
