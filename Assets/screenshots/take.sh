#!/bin/sh
# Takes the pictures of the README from the real program: starts `pivotal demo` in a terminal, types what somebody would
# type, waits for what they would see, and draws what the terminal shows.
#
#   Assets/screenshots/take.sh [PROGRAM]
#
# PROGRAM is by default the newest `pivotal` that was built. tmux and Python 3 are needed. Dates are typed in full, so
# that the pictures are the same on every day; what makes them differ is a change of the program.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
columns=104

main() {
  program=${1:-$(newest)}
  [ -x "$program" ] || fail "There is no program $program: build one with: swift build"
  place=$(mktemp -d)
  trap 'tmux -S "$place/tmux" kill-server 2>/dev/null || true; rm -rf "$place"' EXIT
  open_window 20 "$program" demo
  see 'Ada Lovelace Symposium' 'speakers · synced'
  take_the_list
  resize 30
  take_the_form
  film_a_new_event
  press C-q
  take_a_sync
}

newest() {
  # shellcheck disable=SC2012
  ls -t "$root"/.build/release/pivotal "$root"/.build/debug/pivotal 2>/dev/null | head -n 1
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

in_tmux() {
  tmux -u -S "$place/tmux" -f /dev/null "$@"
}

# Runs a program in a terminal with $1 rows.
open_window() {
  rows=$1
  shift
  in_tmux start-server \; set-option -s exit-empty off \; set-option -s escape-time 0 \; \
    set-option -g default-terminal tmux-256color \; set-option -g status off \; \
    new-session -d -x "$columns" -y "$rows" -- env -i PATH="$PATH" TERM=tmux-256color LANG=C.UTF-8 TZ=Europe/London \
    HOME="$place" PIVOTAL_THEME=dark PIVOTAL_DATABASE="$place/pivotal.db" RESOURCES_CENTRE_URL="${url:-}" \
    RESOURCES_CENTRE_API_KEY=sample "$@"
}

resize() {
  rows=$1
  in_tmux resize-window -y "$rows"
}

press() {
  in_tmux send-keys -- "$@"
}

type_text() {
  in_tmux send-keys -l -- "$1"
}

screen() {
  in_tmux capture-pane -p
}

# Waits until each of some texts is on the screen.
see() {
  tries=0
  for wanted in "$@"; do
    until screen | grep -qF -- "$wanted"; do
      tries=$((tries + 1))
      [ "$tries" -lt 600 ] || fail "'$wanted' did not come within 30 seconds: $(printf '\n'; screen)"
      sleep 0.05
    done
  done
}

# Keeps what the terminal shows as a frame: its size and the cursor's place, then the screen.
keep() {
  {
    in_tmux display-message -p "$columns $rows #{cursor_x} #{cursor_y}"
    in_tmux capture-pane -p -e -N
  } >"$place/$1"
}

# Draws what the terminal shows as the picture $1, in a window named $2.
draw() {
  keep "$1"
  python3 "$here/picture.py" --title "$2" "$place/$1" >"$here/$1.svg"
}

take_the_list() {
  draw list 'pivotal: the events'
  press v v v
  see 'Events, month'
  draw calendar 'pivotal: a month'
  press v
  see 'When'
}

# Takes the first sync from a Centre with the sample data, into an empty database.
take_a_sync() {
  API_KEY=sample "$(dirname "$program")/resources-centre" serve --demo --listen 127.0.0.1:0 >"$place/centre" 2>&1 &
  centre=$!
  url=
  tries=0
  until [ -n "$url" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "The sample Resources Centre did not start: $(cat "$place/centre")"
    sleep 0.05
    url=$(grep -o 'http://127.0.0.1:[0-9]*' "$place/centre" | head -n 1 || true)
  done
  open_window 12 "$program"
  see 'No events yet' 'never synced'
  press C-r
  see 'Sync completed' 'synced just now'
  draw sync 'pivotal: the first sync'
  press q
  kill "$centre"
}

take_the_form() {
  press n
  see 'New event'
  fill_in_what_and_when
  fill_in_hosts
  type_text 'ada'
  see '[ ] Ada Lovelace'
  press Enter
  see '[Ada Lovelace x]'
  type_text 'turing'
  see '> [ ] Alan Turing'
  press Enter
  see '[Alan Turing x]'
  type_text 'prof'
  see '+ Add "prof"'
  press Down
  see '> [ ] Donald Knuth'
  draw form 'pivotal: a new event'
  press Escape Escape C-c d
  see 'When'
}

fill_in_what_and_when() {
  type_text 'Accessibility in practice'
  press Tab
  type_text '14 may 2030 14:00'
  see '= Tue 14 May 2030 14:00'
  press Tab
  type_text '1h30'
  see '= 15:30, 1 h 30'
}

fill_in_hosts() {
  press Tab Tab Tab Tab Tab Tab Tab
  type_text 'comput h'
  see '> Computer History Museum'
  press Enter Tab
  type_text 'bell'
  see '> Bell Labs'
  press Enter Tab
}

# Takes what the terminal shows as the film's next scene, with $1 under it.
scene() {
  scenes=$((scenes + 1))
  keep "scene$scenes"
  captions="$captions
$1"
}

film_a_new_event() {
  scenes=0
  captions=
  scene 'n begins a new event.'

  press n
  see 'New event'
  type_text 'Accessibility in practice'
  press Tab
  type_text '14 may 2030 14:00'
  see '= Tue 14 May 2030 14:00'
  scene 'Dates are typed as you would say them; what was understood stands beside them.'

  press Tab
  type_text '1h30'
  see '= 15:30, 1 h 30'
  press Tab Tab Tab Tab Tab Tab Tab
  type_text 'comput h'
  see '> Computer History Museum'
  scene 'Organizer, sponsor and speakers are found as you type.'

  press Enter Tab
  type_text 'bell'
  see '> Bell Labs'
  press Enter Tab
  type_text 'lovel'
  see '> [ ] Ada Lovelace'
  scene 'Enter adds the highlighted speaker …'

  press Enter
  see '[Ada Lovelace x]'
  type_text 'hoper'
  see '> [ ] Grace Hopper'
  scene '… as a badge, and the list is ready for the next one. A slip of the finger does no harm.'

  press Enter
  see '[Grace Hopper x]'
  type_text 'tur'
  see '> [ ] Alan Turing'
  press Enter
  see '[Alan Turing x]'
  press Escape BSpace
  see '< Earlier'
  scene 'Backspace goes to the last badge, once more takes it off, < and > move it, Ctrl-_ takes it all back.'

  press '<'
  see '[Alan Turing x] [Grace Hopper x]'
  press C-s
  see 'Saved' '> 2030-05-14'
  scene 'Ctrl-S saves from any field.'

  set --
  number=0
  while [ "$number" -lt "$scenes" ]; do
    number=$((number + 1))
    set -- "$@" --caption "$(printf '%s\n' "$captions" | sed -n "$((number + 1))p")"
  done
  number=0
  while [ "$number" -lt "$scenes" ]; do
    number=$((number + 1))
    set -- "$@" "$place/scene$number"
  done
  python3 "$here/picture.py" --title 'pivotal demo' "$@" >"$here/new-event.svg"
}

main "$@"
