import Foundation
import TerminalKit

/// The text editor that a user has named in `VISUAL` or `EDITOR`, run on a text in the same terminal.
struct OutsideEditor {
  private let command: String

  /// The user's editor, or `vi`, which every system has.
  init(environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    command = named ?? "vi"
  }

  /// Lets the user edit a text, and waits until the editor is left.
  ///
  /// The terminal must have been given back before.
  func edit(_ text: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("pivotal-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    guard
      FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    else {
      let directory = file.deletingLastPathComponent().path
      throw TerminalError(
        "The text could not be handed to '\(command)', since \(directory) cannot be written: set TMPDIR to another directory."
      )
    }
    let status = ignoring([SIGINT, SIGQUIT]) { run(on: file.path) }
    guard status == 0 else {
      throw TerminalError(
        "'\(command)' ended with status \(status), so the description stays as it was: check VISUAL and EDITOR.")
    }
    guard let data = FileManager.default.contents(atPath: file.path) else {
      throw TerminalError(
        "'\(command)' left no file behind, so the description stays as it was: check VISUAL and EDITOR.")
    }
    // Editors end a file with a line break that nobody typed.
    let edited = String(decoding: data, as: UTF8.self)
    return edited.hasSuffix("\n") && !text.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }

  /// Does something while the keys that interrupt are the other program's alone, as a shell does for what it waits for.
  private func ignoring<Result>(_ signals: [Int32], _ body: () -> Result) -> Result {
    let before = signals.map { number in
      var action = sigaction()
      sigaction(number, nil, &action)
      signal(number, SIG_IGN)
      return (number, action)
    }
    defer {
      for (number, action) in before {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    return body()
  }

  /// Runs the command through the shell, since it may hold arguments, and gives its exit status.
  private func run(on path: String) -> Int32 {
    let words = ["sh", "-c", "\(command) \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var attributes = posix_spawnattr_t()
    guard posix_spawnattr_init(&attributes) == 0 else { return 127 }
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program ignores or holds back while it watches for signals, the editor is to take as usual.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var child = pid_t()
    var variables: [UnsafeMutablePointer<CChar>?] =
      ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { variables.forEach { free($0) } }
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, &variables) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 127 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}
