#!/usr/bin/env bash
# start-time.sh COMMAND… [-- COMMAND…]: milliseconds from COMMAND to a window that is drawn, a line for
# each: the median of five starts after one that does not count. Two commands start in turns, so that
# what else the machine does weighs on both. Nothing else may be on the display. A picture is taken
# about twenty times a second, so the figure is right to 50 ms.
set -u

first=() second=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do first+=("$1"); shift; done
[ $# -le 1 ] || second=("${@:2}")

is_drawn() { [ "$(import -window root png:- 2>/dev/null | identify -format %k - 2>/dev/null)" -gt 100 ]; }
is_empty() { ! is_drawn; }

wait_for() {            # COMMAND…, for a minute at most
  local end=$((SECONDS + 60))
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.01
  done
}

start_once() {          # COMMAND…
  local began
  began=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  wait_for is_drawn || exit 1
  printf '%d\n' $((($(date +%s%N) - began) / 1000000))
  kill $!
  wait $! 2>/dev/null
  wait_for is_empty || exit 1
  sleep 0.5             # until the session bus has seen that it ended, so that the next one is the first
}

median() { sort -n | sed -n 3p; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for time in 0 1 2 3 4 5; do
  start_once "${first[@]}" >"$work/first-$time" || exit 1
  [ ${#second[@]} -eq 0 ] || start_once "${second[@]}" >"$work/second-$time" || exit 1
done
cat "$work"/first-[1-5] | median
[ ${#second[@]} -eq 0 ] || cat "$work"/second-[1-5] | median
