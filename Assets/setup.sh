#!/bin/sh
# Installs what Pivotal is built from and tested with; silent where all of it is there.
#
#   Assets/setup.sh
#
# On Debian and Ubuntu with apt, as root or through sudo; elsewhere with Homebrew, where that is. On any other system it
# lists what to install. Swift itself is only checked for.
set -eu

swift_needed=6.2
apt_packages='libncurses-dev libsqlite3-dev libcurl4-openssl-dev libmicrohttpd-dev libssl-dev zlib1g-dev
  libyajl-dev libical-dev libyaml-dev openssl tmux'
brew_formulae='ncurses sqlite curl libmicrohttpd openssl@3 yajl zlib libical libyaml tmux'

main() {
  check_swift
  if has apt-get && has dpkg-query; then
    set_up_with_apt
  elif has brew; then
    set_up_with_brew
  else
    check_by_hand
  fi
}

has() {
  command -v "$1" >/dev/null 2>&1
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Runs a command quietly, and shows what it said if it fails.
quietly() {
  if output=$("$@" 2>&1 </dev/null); then return 0; fi
  printf '%s\n' "$output" >&2
  fail "This failed, for the reason above: $*"
}

check_swift() {
  advice="install Swift $swift_needed or newer from https://www.swift.org/install and run this again."
  has swift || fail "Swift was not found on PATH: $advice"
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  [ -n "$version" ] || fail "swift does not say which version it is: $advice"
  is_enough "$version" || fail "Swift $version is too old: $advice"
}

# Whether version $1 is at least the one needed, by its first two numbers.
is_enough() {
  [ "${1%%.*}" -gt "${swift_needed%%.*}" ] && return 0
  [ "${1%%.*}" -eq "${swift_needed%%.*}" ] && [ "${1#*.}" -ge "${swift_needed#*.}" ]
}

set_up_with_apt() {
  set --
  for package in $apt_packages; do
    has_package "$package" || set -- "$@" "$package"
  done
  [ $# -gt 0 ] || return 0
  if [ "$(id -u)" -eq 0 ]; then
    root=
  elif has sudo; then
    root=sudo
    # Asked for here, where the question can be seen.
    sudo true || fail "Without root nothing can be installed: have an administrator run: apt-get install $*"
  else
    fail "Without root or sudo nothing can be installed: have an administrator run: apt-get install $*"
  fi
  printf 'Installing %s\n' "$*" >&2
  # One unreachable source need not matter; if it does, the next command says so.
  $root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null 2>&1 </dev/null || true
  # A fresh machine may still be busy with its own updates, hence the wait for the lock.
  quietly $root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}

has_package() {
  case $1 in
    openssl | tmux) has "$1" ;;
    # The GnuTLS build serves as well, and ours would push it out.
    libcurl4-openssl-dev) is_installed "$1" || is_installed libcurl4-gnutls-dev ;;
    *) is_installed "$1" ;;
  esac
}

is_installed() {
  # The braces are dpkg's own.
  # shellcheck disable=SC2016
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

set_up_with_brew() {
  prefix=$(brew --prefix)
  set --
  for formula in $brew_formulae; do
    [ -d "$prefix/opt/$formula" ] || set -- "$@" "$formula"
  done
  [ $# -gt 0 ] || return 0
  printf 'Installing %s\n' "$*" >&2
  quietly brew install "$@"
}

check_by_hand() {
  missing=
  need_header ncurses.h 'ncurses, with wide characters'
  need_header sqlite3.h 'SQLite 3.37 or newer'
  need_header curl/curl.h libcurl
  need_header microhttpd.h libmicrohttpd
  need_header openssl/evp.h 'OpenSSL 3'
  need_header yajl/yajl_parse.h 'yajl 2'
  need_header libical/ical.h 'libical 3'
  need_header zlib.h zlib
  need_header yaml.h libyaml
  for program in openssl tmux; do
    has "$program" || missing="$missing
  $program"
  done
  [ -z "$missing" ] || fail "Install these with their development files and run this again:$missing"
}

need_header() {
  for directory in /usr/include /usr/local/include; do
    if [ -f "$directory/$1" ]; then return 0; fi
  done
  missing="$missing
  $2 ($1)"
}

main
