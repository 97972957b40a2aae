#!/usr/bin/env bash
# session.sh OUT NOTICE WORD OUTSIDE: the checks, inside the session of an unprivileged user. Imports
# NOTICE, a file that the sandbox cannot reach, through the file portal; then WORD must be found in the
# casebook. OUTSIDE holds a program for this machine, whose start is compared. Whatever must be refused has a control run, in which the same probe does get through.
set -u

out=$1 notice=$2 word=$3 outside=$4
app=io.github.jikenbo.Jikenbo
passed=0 failed=0

good() { printf 'ok: %s\n' "$1"; passed=$((passed + 1)); }
bad() { printf 'NOT OK: %s: %s\n' "$1" "${2:-}"; failed=$((failed + 1)); }
has() { case $3 in *"$2"*) good "$1" ;; *) bad "$1" "$3" ;; esac; }
lacks() { case $3 in *"$2"*) bad "$1" "$3" ;; *) good "$1" ;; esac; }

until_true() {          # SECONDS COMMAND…
  local end=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.1
  done
}

inside() { flatpak run "${@:2}" --command=bash "$app" -c "$1" 2>>"$out/flatpak.log"; }

start_display() {
  exec 5>"$out/display"
  Xvfb -displayfd 5 -screen 0 1400x900x24 -nolisten tcp >"$out/xvfb.log" 2>&1 &
  display_pid=$!
  until_true 60 test -s "$out/display"
  DISPLAY=:$(cat "$out/display")
  export DISPLAY
  until_true 60 xdpyinfo
  dbus-update-activation-environment DISPLAY XDG_CURRENT_DESKTOP HOME XDG_RUNTIME_DIR
}

# A server of this machine stands for the network.
start_server() {
  python3 -u -c 'import socket, sys
s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True)
while True: s.accept()' >"$out/port" &
  server_pid=$!
  until_true 60 test -s "$out/port"
}

check_walls() {
  local connect read bus
  connect="(exec 3<>/dev/tcp/127.0.0.1/$(cat "$out/port")) 2>/dev/null && echo reached"
  read="cat '$notice' 2>/dev/null"
  lacks 'no network' reached "$(inside "$connect")"
  has 'control: with network the probe gets through' reached "$(inside "$connect" --share=network)"
  lacks 'no home' "$word" "$(inside "$read")"
  has 'control: with the home the probe gets through' "$word" "$(inside "$read" --filesystem=home)"
  has 'no capabilities' $'CapEff:\t0000000000000000' "$(inside 'cat /proc/self/status')"
  has 'system calls are filtered' $'Seccomp:\t2' "$(inside 'cat /proc/self/status')"
  bus=$(inside 'gdbus call --session -d org.freedesktop.DBus -o / -m org.freedesktop.DBus.ListActivatableNames')
  has 'the portals are on the bus' org.freedesktop.portal.Desktop "$bus"
  lacks 'nothing else is on the bus' org.freedesktop.impl "$bus"
  has 'a file handed over is readable' "$word" \
    "$(flatpak run --file-forwarding --command=cat "$app" @@ "$notice" @@ 2>>"$out/flatpak.log")"
}

check_libraries() {
  local all
  all=$(inside 'for file in /app/bin/* /app/lib/*.so*; do ldd "$file" 2>/dev/null; done')
  has 'libraries come from the runtime' '=> /usr/lib/' "$all"
  lacks 'no library is missing' 'not found' "$all"
}

find_window() { xdotool search --onlyvisible --name '^(Jikenbo|事件簿)'; }
find_dialog() { xdotool search --onlyvisible --class portal; }
is_drawn() { [ "$(import -window root png:- | identify -format %k -)" -gt 100 ]; }
is_imported() { inside "jikenbo-cli search '$word'" | grep -qF "$word"; }
# What was read is looked at first; Enter takes it once it is ready.
is_taken() { is_imported || { xdotool key Return; false; }; }
press() { xdotool windowfocus "$1"; sleep 0.3; xdotool key --clearmodifiers "$2"; sleep 0.3; }

# A start that shows no window is told, with what runs and what it said, before the one more that it gets.
start_window() {
  flatpak run --env=LANG=ja_JP.UTF-8 "$app" >"$out/app.log" 2>&1 &
  until_true 60 find_window && return
  printf 'note: no window 60 s after a start; running: %s; windows: %s; said: %s\n' "$(flatpak ps --columns=pid,application | tr '\n' ' ')" \
    "$(xdotool search --name . 2>/dev/null | wc -l)" "$(tail -n 3 "$out/app.log" | tr '\n' ' ')"
  return 1
}

import_through_portal() {
  local window dialog
  start_window || { flatpak kill "$app"; sleep 2; start_window; } ||
    { bad 'the window opens' "$(tail -n 5 "$out/app.log")"; return; }
  until_true 30 is_drawn && good 'the window opens and is drawn' || bad 'the window is drawn'
  sleep 2
  import -window root "$out/start.png"
  window=$(find_window | head -n 1)
  for _ in 1 2 3; do
    press "$window" ctrl+o
    until_true 10 find_dialog && break
  done
  dialog=$(find_dialog | head -n 1)
  [ -n "$dialog" ] || { bad 'the file portal opens its dialog'; return; }
  good 'the file portal opens its dialog'
  sleep 1
  press "$dialog" ctrl+l
  xdotool type --delay 30 "$notice"
  sleep 0.5
  import -window root "$out/portal.png"
  xdotool key Return
  if until_true 30 is_taken; then good 'the file is in the casebook'; else bad 'the file is in the casebook'; fi
  sleep 1
  import -window root "$out/imported.png"
}

# The same renderer and no screen reader on both sides; either casebook is there from the first start on.
compare_starts() {
  local times
  mapfile -t times < <(bash "$(dirname -- "$0")/start-time.sh" \
    flatpak run --die-with-parent --env=LANG=ja_JP.UTF-8 --env=GSK_RENDERER=cairo --env=GTK_A11Y=none "$app" -- \
    env LANG=ja_JP.UTF-8 LOCPATH="$outside/locale" GSK_RENDERER=cairo GTK_A11Y=none GSETTINGS_BACKEND=memory JIKENBO_DATA_DIR="$outside/data" \
    JIKENBO_LOCALE_DIR="$outside/po" GSETTINGS_SCHEMA_DIR="$outside" "$outside/jikenbo")
  [ ${#times[@]} -eq 2 ] || { bad 'the program starts again and again, in and outside of the sandbox'; return; }
  printf 'start to first frame: %d ms in the sandbox, %d ms outside, ratio %s\n' "${times[@]}" \
    "$(awk -v a="${times[0]}" -v b="${times[1]}" 'BEGIN { printf "%.2f", a / b }')"
}

start_display
start_server
mkdir -p "$HOME"
check_walls
check_libraries
import_through_portal
flatpak kill "$app" 2>/dev/null
until_true 30 eval '! find_window'
compare_starts
kill "$server_pid" "$display_pid"
wait "$display_pid" 2>/dev/null
printf '%d passed, %d failed, 0 skipped\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
