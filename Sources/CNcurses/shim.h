#pragma once

// The wide-character functions are declared only where these are defined.
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <term.h>
#include <time.h>

// The attributes are macros with casts, which Swift does not import.
static inline attr_t pivotal_a_bold(void) { return A_BOLD; }
static inline attr_t pivotal_a_underline(void) { return A_UNDERLINE; }
static inline attr_t pivotal_a_reverse(void) { return A_REVERSE; }

// stdscr is a mutable global, which Swift 6 does not let one touch.
static inline WINDOW *pivotal_stdscr(void) { return stdscr; }

// getmaxyx is a macro.
static inline int pivotal_columns(void) { return getmaxx(stdscr); }
static inline int pivotal_lines(void) { return getmaxy(stdscr); }

// COLORS is a mutable global, too.
static inline int pivotal_colors(void) { return COLORS; }

// KEY_F is a macro with an argument.
static inline int pivotal_key_f(int number) { return KEY_F(number); }

// The streams are mutable globals in C, too.
static inline SCREEN *pivotal_newterm(void) { return newterm(NULL, stdout, stdin); }

// putp writes through the terminal's own output; used for the few sequences terminfo has no name for.
static inline void pivotal_send(const char *sequence) { putp(sequence); fflush(stdout); }

// Whether a terminal type is known and can put its cursor anywhere, without which nothing full-screen works. tigetstr
// answers NULL or (char *)-1 for what a terminal cannot do. cur_term is a mutable global.
static inline int pivotal_can_show_screens(const char *name) {
  int error = 0;
  if (setupterm(name, 1, &error) != OK) return 0;
  const char *sequence = tigetstr("cup");
  int can = sequence != NULL && sequence != (const char *)-1 && *sequence != 0;
  del_curterm(cur_term);
  return can;
}

// How many colours a terminal type has; less than one for none, and for a type that is not known.
static inline int pivotal_colors_of(const char *name) {
  int error = 0;
  if (setupterm(name, 1, &error) != OK) return 0;
  int colors = tigetnum("colors");
  del_curterm(cur_term);
  return colors;
}

// A capability of the terminal in use, or an empty string; tigetstr answers NULL or (char *)-1 for what it cannot do.
static inline const char *pivotal_capability(const char *name) {
  const char *sequence = tigetstr(name);
  return sequence == NULL || sequence == (const char *)-1 ? "" : sequence;
}

// ioctl is variadic, and the constants are of other types elsewhere. How many bytes there are to be read; less than zero
// where that cannot be told.
static inline int pivotal_waiting_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}

// The size of a terminal's window; whether there is one.
static inline int pivotal_window_size(int descriptor, int *width, int *height) {
  struct winsize window;
  if (ioctl(descriptor, TIOCGWINSZ, &window) != 0) return 0;
  *width = window.ws_col;
  *height = window.ws_row;
  return 1;
}

// The handler is part of a union, which each C library names otherwise. Installs one, NULL for the usual course, and
// keeps what was there.
static inline void pivotal_handle(int number, void (*handler)(int), int flags, struct sigaction *previous) {
  struct sigaction action = {0};
  action.sa_handler = handler == NULL ? SIG_DFL : handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, previous);
}

// Whether a signal is ignored.
static inline int pivotal_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

// Holds the signal of a resized window back, but for while pivotal_poll waits: one that came between two waits would
// else be noticed at the next key only. poll cannot let a signal in by itself, and <poll.h> hides ppoll from Swift.
static inline void pivotal_hold_resizes(void) {
  sigset_t resized;
  sigemptyset(&resized);
  sigaddset(&resized, SIGWINCH);
  pthread_sigmask(SIG_BLOCK, &resized, NULL);
}

#ifdef __linux__
extern int ppoll(struct pollfd *watched, nfds_t count, const struct timespec *timeout, const sigset_t *mask);
#endif

static inline int pivotal_poll(struct pollfd *watched, nfds_t count, int milliseconds) {
#ifdef __linux__
  sigset_t mask;
  pthread_sigmask(SIG_BLOCK, NULL, &mask);
  sigdelset(&mask, SIGWINCH);
  struct timespec timeout = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  return ppoll(watched, count, milliseconds < 0 ? NULL : &timeout, &mask);
#else
  sigset_t resized, mask;
  sigemptyset(&resized);
  sigaddset(&resized, SIGWINCH);
  pthread_sigmask(SIG_UNBLOCK, &resized, &mask);
  int ready = poll(watched, count, milliseconds);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  return ready;
#endif
}

// <wchar.h> hides wcwidth from Swift unless X/Open is asked for before anything else is included.
extern int wcwidth(wchar_t character);
static inline int pivotal_wcwidth(wchar_t character) { return wcwidth(character); }
