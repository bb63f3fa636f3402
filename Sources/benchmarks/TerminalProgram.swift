import Foundation

/// A program that runs in a terminal of its own, whose keys are typed here and whose bytes are counted here.
final class TerminalProgram {
  /// What came in answer to something, and when.
  struct Answer {
    var bytes: [UInt8] = []
    /// When the last byte came.
    var last: ContinuousClock.Instant?

    func milliseconds(since start: ContinuousClock.Instant) -> Duration { (last ?? start) - start }
  }

  /// When it was started.
  let started: ContinuousClock.Instant
  private let terminal: Int32
  private let process: pid_t

  /// Starts a program in 80 columns and 24 rows, or in others.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], columns: UInt16 = 80, rows: UInt16 = 24
  ) throws {
    var (terminal, other): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 1024)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&terminal, &other, &name, nil, &size) == 0 else {
      throw BenchmarkError(description: "The system gives no terminal; close some programs and try again.")
    }
    // Open until the program has it open, since a terminal that nobody has open is hung up.
    defer { close(other) }
    self.terminal = terminal
    for file in [terminal, other] { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    let usual = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
    ]
    let variables = usual.merging(environment) { _, given in given }
    let settings = TerminalSettings(
      String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var assignments = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + assignments).forEach { free($0) } }
    var process: pid_t = 0
    started = .now
    let error = posix_spawnp(&process, program, &settings.actions, &settings.attributes, &words, &assignments)
    guard error == 0 else {
      throw BenchmarkError(description: "\(program) cannot be started: \(String(cString: strerror(error))).")
    }
    self.process = process
  }

  deinit {
    end()
    close(terminal)
  }

  /// Ends the program, if it has not ended.
  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  /// Types a text, and reads what comes until nothing has come for a while.
  func type(_ text: String, quiet: Duration = .milliseconds(40)) -> (answer: Answer, time: Duration) {
    let bytes = Array(text.utf8)
    let start = ContinuousClock.now
    write(terminal, bytes, bytes.count)
    let answer = read(quiet: quiet)
    return (answer, answer.milliseconds(since: start))
  }

  /// Reads until nothing has come for a while, and until what came is enough.
  func read(
    quiet: Duration, within limit: Duration = .seconds(60), until isEnough: (Answer) -> Bool = { _ in true }
  ) -> Answer {
    var answer = Answer()
    let start = ContinuousClock.now
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while ContinuousClock.now - start < limit {
      var event = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      if poll(&event, 1, Int32(quiet / .milliseconds(1))) > 0 {
        let count = Foundation.read(terminal, &piece, piece.count)
        // The program has ended.
        guard count > 0 else { break }
        answer.bytes += piece[..<count]
        answer.last = .now
      } else if isEnough(answer) {
        break
      }
    }
    return answer
  }

  /// The time that the processors have spent on the program.
  var processorTime: Duration {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else { return .zero }
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}

/// What the new process has instead of what it would inherit: a session and the terminal that controls it.
private final class TerminalSettings {
  #if os(Linux)
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    // POSIX_SPAWN_SETSID, which the C library shows to GNU programs only.
    private static let newSession: Int32 = 0x80
  #else
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    private static let newSession = Int32(POSIX_SPAWN_SETSID)
  #endif

  init(_ terminal: String) {
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(Self.newSession | Int32(POSIX_SPAWN_SETSIGMASK)))
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
}
