import Foundation

/// A process that writes into files, started without the Foundation's own class.
///
/// That one takes a program to be running for as long as any process it has left behind, such as a tmux server; and a
/// pipe would be held open by it likewise.
final class ChildProcess {
  let identifier: pid_t
  private var exit: Exit?

  /// How a process has ended.
  struct Exit {
    /// The exit status, or the number of the signal.
    let status: Int32
    let wasSignalled: Bool
  }

  /// Starts a program; a bare name is looked for in the search path.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], input: String, output: String,
    errors: String
  ) throws {
    let words = CStrings([program] + arguments)
    let variables = CStrings(environment.map { "\($0.key)=\($0.value)" })
    let settings = SpawnSettings(input: input, output: output, errors: errors)
    var identifier: pid_t = 0
    let error = posix_spawnp(
      &identifier, program, &settings.actions, &settings.attributes, words.pointers, variables.pointers)
    guard error == 0 else { throw TestFailure("\(program) cannot be started: \(String(cString: strerror(error)))") }
    self.identifier = identifier
  }

  deinit {
    guard ended() == nil else { return }
    kill(identifier, SIGKILL)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
  }

  /// How it has ended; nil while it runs.
  func ended() -> Exit? {
    if let exit { return exit }
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    let number = status & 0x7F
    exit = Exit(status: number == 0 ? status >> 8 & 0xFF : number, wasSignalled: number != 0)
    return exit
  }
}

/// What the new process has instead of what it would inherit: its streams, and signals as they are by default.
private final class SpawnSettings {
  #if os(Linux)
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #else
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #endif

  init(input: String, output: String, errors: String) {
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  }

  deinit {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
}

/// Texts as C wants a list of them, with a null at the end.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    pointers = texts.map { strdup($0) } + [nil]
  }

  deinit {
    for pointer in pointers { free(pointer) }
  }
}
