import CNcurses
import Foundation

/// Why a terminal cannot be used.
public struct TerminalError: Error, CustomStringConvertible, Sendable {
  /// What is wrong and what to do, in one sentence.
  public let description: String

  /// Makes an error of its sentence.
  public init(_ description: String) {
    self.description = description
  }
}

/// The terminal itself, through ncurses: raw keys in, frames out.
///
/// The only place that knows ncurses.
///
/// ncurses keeps its state in globals, so there is one of these at a time and it stays on one thread.
public final class CursesTerminal {
  private let screen: OpaquePointer
  private var palette: CursesPalette
  private var shown: Frame?
  /// How the terminal was set before.
  private let originalModes: termios
  private var isOpen = true
  private var keys = CursesKeys()
  private var usesMouse: Bool
  private let jobControl: JobControl

  /// Takes over the terminal.
  ///
  /// - Parameters:
  ///   - environment: The process's environment: `TERM` and `NO_COLOR` are read.
  ///   - theme: How styles look.
  ///   - usesMouse: Whether the mouse is asked for.
  /// - Throws: ``TerminalError`` where there is no terminal, or one that cannot show full screens.
  public init(environment: [String: String], theme: Theme, usesMouse: Bool) throws {
    try Self.checkAvailable(environment)
    var modes = termios()
    tcgetattr(STDIN_FILENO, &modes)
    originalModes = modes
    // Before the library, which would watch for the same signal and knows nothing of the modes set here.
    guard let jobControl = JobControl() else {
      throw TerminalError("The process may open no more files: allow it more of them with `ulimit -n` and try again.")
    }
    self.jobControl = jobControl
    guard let screen = pivotal_newterm() else { throw Self.unusable(environment["TERM"] ?? "") }
    self.screen = screen
    self.usesMouse = usesMouse
    palette = CursesPalette(theme: theme, usesColor: (environment["NO_COLOR"] ?? "").isEmpty)
    configure()
  }

  /// Checks that there is a terminal which can show full screens, without taking it over.
  ///
  /// - Throws: ``TerminalError`` with what to do about it.
  public static func checkAvailable(_ environment: [String: String]) throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalError(
        "The editor needs a terminal: run it from one, or use the commands that `pivotal --help` lists.")
    }
    let name = environment["TERM"] ?? ""
    guard !name.isEmpty, pivotal_can_show_screens(name) != 0 else { throw unusable(name) }
  }

  private static func unusable(_ name: String) -> TerminalError {
    TerminalError(
      "The terminal type '\(name)' (TERM) cannot show full screens: set TERM to your terminal's, for example xterm-256color."
    )
  }

  deinit {
    close()
    delscreen(screen)
  }

  private func configure() {
    // raw rather than cbreak: otherwise Ctrl-S freezes the screen instead of saving.
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    keypad(pivotal_stdscr(), true)
    nodelay(pivotal_stdscr(), true)
    pivotal_hold_resizes()
    CrashRestoration.arm(modes: originalModes)
    CursesKeys.defineExtraKeys()
    setModes()
  }

  /// Gives the terminal back as it was.
  ///
  /// Doing so twice does no harm.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    CrashRestoration.disarm()
    jobControl.end()
    pivotal_send(Self.modesOff)
    endwin()
  }

  /// The size of the window.
  public var size: Size { Size(width: Int(pivotal_columns()), height: Int(pivotal_lines())) }

  /// Shows a frame; only rows that differ from the one shown are handed on, and ncurses sends only what changed.
  public func show(_ frame: Frame) {
    guard frame != shown else { return }
    for y in frame.rows.indices where shown?.size != frame.size || shown?.rows[y] != frame.rows[y] {
      draw(frame.rows[y], at: Int32(y))
    }
    move(Int32(frame.cursor.y), Int32(frame.cursor.x))
    refresh()
    shown = frame
  }

  /// Asks for the mouse, or leaves it to the terminal, which selects text with it.
  public func useMouse(_ isOn: Bool) {
    usesMouse = isOn
    if !isOn { pivotal_send(Self.mouseOff) }
    setModes()
  }

  /// Asks for pastes in brackets, and for the mouse where the terminal has one.
  private func setModes() {
    let hasMouse = pivotal_capability("kmous").pointee != 0
    pivotal_send(Self.bracketedPasteOn + (usesMouse && hasMouse ? Self.mouseOn : ""))
  }

  /// Shows everything in another theme from the next frame on.
  public func use(_ theme: Theme) {
    palette.use(theme)
    invalidate()
  }

  /// Draws everything anew at the next frame, for a screen that another program wrote on.
  public func invalidate() {
    shown = nil
    clearok(pivotal_stdscr(), true)
  }

  private func draw(_ cells: [Cell], at y: Int32) {
    move(y, 0)
    for cell in cells where !cell.text.isEmpty {
      var wide = cchar_t()
      var scalars = cell.text.unicodeScalars.prefix(5).map { wchar_t($0.value) } + [0]
      let look = palette.look(of: cell.style)
      setcchar(&wide, &scalars, look.attributes, look.pair, nil)
      // Writing the last cell of the screen answers ERR since the cursor cannot go on; the cell is written all the same.
      add_wch(&wide)
    }
  }

  /// Stops the program as Ctrl-Z does, and takes the terminal back when it goes on.
  public func suspend() {
    lend { _ = kill(0, SIGTSTP) }
  }

  /// Gives the terminal back while something else uses it, and takes it again afterwards.
  public func lend<Result>(_ use: () -> Result) -> Result {
    pivotal_send(Self.modesOff)
    endwin()
    let result = jobControl.stoppingAtOnce(use)
    refresh()
    setModes()
    invalidate()
    return result
  }

  /// Waits for input or for a byte on another descriptor, and gives the input there is.
  ///
  /// When the shell's job control asks for it, the program stops here as with Ctrl-Z.
  ///
  /// - Parameters:
  ///   - wakeDescriptor: A descriptor that ends the wait when it can be read.
  ///   - milliseconds: The longest wait; nil waits for ever.
  /// - Returns: The input there is, oldest first.
  public func input(orWake wakeDescriptor: Int32, within milliseconds: Int?) -> [TerminalInput] {
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: jobControl.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = pivotal_poll(&watched, nfds_t(watched.count), Int32(clamping: milliseconds ?? -1))
    var (result, hasRead) = keys.read()
    let isGone = Int32(watched[0].revents) & (POLLHUP | POLLERR | POLLNVAL) != 0
    let isAtEnd = ready > 0 && Int32(watched[0].revents) & POLLIN != 0 && !hasRead && CursesKeys.inputHasEnded()
    if isGone || isAtEnd { result.append(.hangUp) }
    if watched[2].revents != 0, let request = jobControl.takeRequest() { result.append(obey(request)) }
    return result
  }

  /// Stops, or takes the terminal back where another program may have had it; the window may have changed meanwhile.
  private func obey(_ request: JobControl.Request) -> TerminalInput {
    switch request {
    case .stop: suspend()
    case .takeBack: lend {}
    }
    return .resize(size)
  }

  private static let bracketedPasteOn = "\u{1B}[?2004h"
  // Presses and releases of buttons, in the form that has room for any number of columns.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
  /// Turns off all that ``setModes()`` may have turned on.
  static let modesOff = "\u{1B}[?2004l" + mouseOff
}
