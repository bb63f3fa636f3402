import EventModel
import Foundation
import TerminalKit

/// Runs the editor: hands what happens to the state, shows what the view makes of it, runs the effects.
public enum EditorRuntime {
  /// Runs the editor on a terminal until it is left.
  ///
  /// - Parameters:
  ///   - options: What it knows when it starts.
  ///   - environment: The process's environment.
  ///   - services: Makes what the editor needs from its surroundings. A signal to end that comes meanwhile is heeded
  ///     once they are made, so that whoever makes them can clear up.
  /// - Throws: ``TerminalError`` where there is no terminal that can show it, and what `services` throws.
  public static func run(
    options: EditorOptions, environment: [String: String], services: () throws -> EditorServices
  ) throws {
    let metrics = TextMetrics.activateLocale(environment)
    guard let mailbox = Mailbox<EditorEvent>() else {
      throw TerminalError("The process has no file descriptors left: close some programs and try again.")
    }
    let signals = SignalWatch([SIGTERM, SIGHUP, SIGINT]) { mailbox.post(.terminate) }
    defer { signals.cancel() }
    let services = try services()
    let terminal = try CursesTerminal(environment: environment, theme: .standard)
    var session = Session(
      terminal: terminal, mailbox: mailbox, metrics: metrics, runner: EffectRunner(services, answeringTo: mailbox),
      now: services.now, state: EditorState(size: terminal.size, options: options))
    session.run(EditorState.startEffects(options.start))
  }

  /// The loop's own variables.
  private struct Session {
    let terminal: CursesTerminal
    let mailbox: Mailbox<EditorEvent>
    let metrics: TextMetrics
    let runner: EffectRunner
    let now: @Sendable () -> Instant
    var state: EditorState
    var isRunning = true

    /// How often the clock is looked at, for "synced 12 min ago".
    private static let clockInterval = 30_000

    mutating func run(_ effects: [EditorEffect]) {
      effects.forEach { carryOut($0) }
      while isRunning {
        terminal.show(EditorView.frame(state, metrics: metrics))
        let inputs = terminal.input(orWake: mailbox.wakeDescriptor, within: Self.clockInterval)
        take(.clock(now()))
        inputs.forEach { take(.input($0)) }
        mailbox.takeAll().forEach { take($0) }
      }
      runner.stop()
      terminal.close()
    }

    private mutating func take(_ event: EditorEvent) {
      guard isRunning else { return }
      state.update(event).forEach { carryOut($0) }
    }

    private mutating func carryOut(_ effect: EditorEffect) {
      switch effect {
      case .quit: isRunning = false
      case .redraw: terminal.invalidate()
      case .suspend:
        terminal.suspend()
        state.update(.input(.resize(terminal.size))).forEach { carryOut($0) }
      default: runner.run(effect)
      }
    }
  }
}
