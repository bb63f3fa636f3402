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
    let locale = TextMetrics.activateLocale(environment)
    let metrics = options.preferences.isASCII ? TextMetrics(isUnicode: false) : locale
    guard let mailbox = Mailbox<EditorEvent>() else {
      throw TerminalError("The process may open no more files: allow it more of them with `ulimit -n` and try again.")
    }
    let signals = SignalWatch([SIGTERM, SIGHUP, SIGINT]) { mailbox.post(.terminate) }
    defer { signals.cancel() }
    let services = try services()
    let terminal = try CursesTerminal(
      environment: environment, theme: options.preferences.theme, usesMouse: options.preferences.usesMouse)
    var session = Session(
      terminal: terminal, mailbox: mailbox, metrics: metrics, runner: EffectRunner(services, answeringTo: mailbox),
      editor: OutsideEditor(environment: environment), now: services.now,
      state: EditorState(size: terminal.size, options: options, metrics: metrics))
    session.run(EditorState.startEffects(options.start))
  }

  /// The loop's own variables.
  private struct Session {
    let terminal: CursesTerminal
    let mailbox: Mailbox<EditorEvent>
    let metrics: TextMetrics
    let runner: EffectRunner
    let editor: OutsideEditor
    let now: @Sendable () -> Instant
    var state: EditorState
    var isRunning = true
    /// What is kept of the open form, and when that was last brought up to date.
    var keptDraft: EventDraft?
    var keptAt = ContinuousClock.now
    /// Whether what was kept last did not get there, and is to be kept again although nothing was changed since.
    var hasLostDraft = false

    /// How often the clock is looked at, for "synced 12 min ago".
    private static let clockInterval = 30_000
    /// The least milliseconds between two times that a draft is kept, so that typing is not writing.
    private static let draftInterval = 500
    /// The same after a time that failed.
    private static let draftRetryInterval = 3_000

    mutating func run(_ effects: [EditorEffect]) {
      runner.watchForChanges()
      effects.forEach { carryOut($0) }
      while isRunning {
        terminal.show(EditorView.frame(state, metrics: metrics))
        let wait = keepDraft(atOnce: false)
        let inputs = terminal.input(orWake: mailbox.wakeDescriptor, within: wait)
        take(.clock(now()))
        inputs.forEach { take(.input($0)) }
        mailbox.takeAll().forEach { take($0) }
      }
      _ = keepDraft(atOnce: true)
      terminal.close()
      runner.finish()
    }

    /// Keeps what has changed in the form, if it is time to, and gives the milliseconds until it is to be looked at again.
    private mutating func keepDraft(atOnce: Bool) -> Int {
      let draft = state.draft
      // A draft that is kept behind the save that drops it would outlive it.
      guard draft != keptDraft || hasLostDraft, !state.isSaving else { return Self.clockInterval }
      let gone = keptDraft.flatMap { $0.id == draft?.id ? nil : $0.id }
      let waited = ContinuousClock.now - keptAt
      // What is saved must not be offered again, so its draft goes without waiting.
      let interval = hasLostDraft ? Self.draftRetryInterval : Self.draftInterval
      guard atOnce || gone != nil || waited >= .milliseconds(interval) else { return interval }
      hasLostDraft = false
      if let gone { runner.run(.dropDraft(gone)) }
      if let draft { runner.run(.keepDraft(draft)) }
      keptDraft = draft
      keptAt = .now
      return Self.clockInterval
    }

    private mutating func take(_ event: EditorEvent) {
      guard isRunning else { return }
      if case .draftNotKept = event { hasLostDraft = true }
      state.update(event).forEach { carryOut($0) }
    }

    private mutating func carryOut(_ effect: EditorEffect) {
      switch effect {
      case .quit: isRunning = false
      case .redraw: terminal.invalidate()
      case .useTheme(let theme): terminal.use(theme)
      case .useMouse(let isOn): terminal.useMouse(isOn)
      case .suspend:
        storeDraft()
        terminal.suspend()
        take(.input(.resize(terminal.size)))
      case .editText(let text): editOutside(text)
      case .keepDraft(let draft):
        keptDraft = draft
        runner.run(effect)
      case .save:
        // Should the save never come to be, this is what is offered again.
        if let draft = state.draft, draft != keptDraft { carryOut(.keepDraft(draft)) }
        runner.run(effect)
      default: runner.run(effect)
      }
    }

    /// Has what stands in the form stored before the program stands still, for it may never go on.
    private mutating func storeDraft() {
      _ = keepDraft(atOnce: true)
      runner.waitForStore()
    }

    private mutating func editOutside(_ text: String) {
      storeDraft()
      let result = terminal.lend { Result { try editor.edit(text) } }
      take(.input(.resize(terminal.size)))
      switch result {
      case .success(let edited): take(.textEdited(edited))
      case .failure(let error): take(.failed("\(error)"))
      }
    }
  }
}
