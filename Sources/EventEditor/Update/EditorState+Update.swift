import EventModel
import TerminalKit

extension EditorState {
  /// What to do when the program starts.
  public static func startEffects(_ start: EditorOptions.Start) -> [EditorEffect] {
    // What asks by itself asks before there are rows that keys could be meant for; the form of an event goes first.
    guard case .event(let id) = start else { return [.findDrafts, .loadEvents, .loadCatalogue] }
    return [.loadEvents, .loadCatalogue, .findEvent(id), .findDrafts]
  }

  /// Takes in what has happened and says what is to be done about it.
  ///
  /// Pure: the same event in the same state always leads to the same result.
  public mutating func update(_ event: EditorEvent) -> [EditorEffect] {
    let effects = take(event)
    showWaitingNews()
    return effects
  }

  private mutating func take(_ event: EditorEvent) -> [EditorEffect] {
    switch event {
    case .input(let input): return handle(input)
    case .clock(let now): dates.now = now
    case .terminate: return [.quit]
    case .saved, .conflicted, .foundDeleted, .saveFailed, .recordSaved, .recordDeleted, .recordRefused, .draftClaimed,
      .draftGone, .draftNotClaimed:
      return saveAnswered { $0.takeAnswer(event) }
    case .deleted, .reverted, .revertRefused, .revertFailed: return takeChange(event)
    case .eventsLoaded, .eventsUnreadable, .catalogueLoaded, .lastSyncRead, .historyLoaded, .eventFound, .draftsFound:
      takeReading(event)
    case .exported(let result): exported(result)
    case .notExported(let request, let sentence): askAgain(request, sentence)
    case .draftNotKept(let sentence): say("Not kept as a draft yet: \(sentence)", .error)
    case .textEdited(let text):
      return noting(typing: false) { state in
        state.form?.description = TextEditor(cleanedText(text))
        return []
      }
    case .failed(let sentence): return fail(sentence)
    case .syncProgressed(let counts): syncProgressed(counts)
    case .syncPlanned(let preview): syncPlanned(preview)
    case .syncEnded(let end): return syncEnded(end)
    }
    return []
  }

  private mutating func handle(_ input: TerminalInput) -> [EditorEffect] {
    switch input {
    case .resize(let size):
      self.size = size
      return []
    case .hangUp: return [.quit]
    // A click means a place on the screen as it is, which may be another one by the answer.
    case .mouse where isSaving: return []
    case .key, .paste, .chord, .mouse:
      guard !isSaving else {
        typedAhead.append(input)
        return []
      }
    }
    switch input {
    case .resize, .hangUp: return []
    case .chord(let key): return chord(key)
    case .mouse(let mouse): return handle(mouse)
    case .paste(let text):
      dismissNews()
      return noting(typing: false) { state in
        state.insert(pasted: text)
        return []
      }
    case .key(let key):
      dismissNews()
      return noting(typing: key.isCharacter) { $0.handle(key) }
    }
  }

  /// Lets a change happen and notes what the form was before it, so that it can be taken back.
  mutating func noting(typing: Bool, _ change: (inout EditorState) -> [EditorEffect]) -> [EditorEffect] {
    let before = form
    let steps = history
    let effects = change(&self)
    if let form, before?.choosesTheSame(as: form) != true { self.form?.noteStrangers(catalogue) }
    form?.noteChoices(dates)
    guard let before, let form, before.target == form.target else {
      history = FormHistory()
      return effects
    }
    // Undo and redo have changed the history themselves.
    if history == steps { history.note(before, form, isTyping: typing) }
    return effects
  }

  /// What was said goes with the next key, and that key still acts; who presses one does not wait for a plan any more.
  mutating func dismissNews() {
    notice = nil
    sync.goOnWithoutWaiting()
    if case .ended = sync { sync = .idle }
  }

  private mutating func handle(_ key: Key) -> [EditorEffect] {
    if let command = preferences.keys.command(for: key, in: contexts) { return perform(command) }
    guard case .character(let character) = key else { return [] }
    if case .question(let question) = overlays.last { return answer(question, with: character) }
    insert(typed: String(character))
    return []
  }

  /// Carries a command out, whether a key or the menu asked for it.
  mutating func perform(_ command: Command) -> [EditorEffect] {
    if let effects = performRecord(command) { return effects }
    if openRecord(for: command) { return [] }
    switch command {
    case .help, .menu, .sync, .planSync, .stopSync, .suspend, .redraw, .quit, .useTheme, .toggleMouse:
      return performProgram(command)
    case .closeOverlay, .moveInOverlay, .acceptOverlay, .keepMine, .keepTheirs: return performOverlay(command)
    case .nextField, .previousField, .save, .closeForm, .newLine, .editOutside, .undo, .redo, .edit:
      return performForm(command)
    case .openPicker, .closePicker, .moveInPicker, .choose, .toggleSpeaker, .toggleSpeakerKeepingText, .clearSearch:
      performPicker(command)
    case .chooseNobody: sayHowToChoose()
    case .openCalendar, .closeCalendar, .moveInCalendar, .goToToday, .takeDay: performCalendar(command)
    case .moveInChoices(let move): form?.choices?.move(move)
    case .takeChoice: form?.takeChoice()
    case .closeChoices: form?.choices?.isOpen = false
    case .takeNewName: form?.takeNewName(among: list, in: dates)
    case .editRecord: break
    case .enterBadges, .leaveBadges, .moveToBadge, .removeBadgeBackward, .removeBadgeForward, .moveBadgeEarlier,
      .moveBadgeLater:
      performBadges(command)
    default: return performList(command)
    }
    return []
  }

  private mutating func performProgram(_ command: Command) -> [EditorEffect] {
    switch command {
    case .help: overlays.append(.help(helpPage))
    case .menu: overlays.append(.menu(menu))
    case .sync: return startSync(.plain)
    case .planSync: return planSync()
    case .stopSync: return stopSync()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .useTheme(let name): return useTheme(name)
    case .toggleMouse: return toggleMouse()
    default: return quit()
    }
    return []
  }

  /// Shows everything in another theme, also at the next start.
  private mutating func useTheme(_ name: String) -> [EditorEffect] {
    guard let theme = Theme.named(name) else { return [] }
    preferences.theme = theme
    say("Theme: \(name)")
    return [.useTheme(theme), .keepSetting(name: "theme", value: name)]
  }

  private mutating func toggleMouse() -> [EditorEffect] {
    preferences.usesMouse.toggle()
    let value = preferences.usesMouse ? "on" : "off"
    say("Mouse: \(value)")
    return [.useMouse(preferences.usesMouse), .keepSetting(name: "mouse", value: value)]
  }

  /// Ends the program from wherever it is; what is not saved is asked about first, the nearest to the user first.
  mutating func quit() -> [EditorEffect] {
    let records = overlays.indices.filter {
      if case .record(let record) = overlays[$0] { record.isChanged } else { false }
    }
    if let index = records.last, case .record(let record) = overlays[index] {
      // Whatever lies over the record goes: a question about it, or its help.
      overlays.removeSubrange((index + 1)...)
      overlays.append(.question(.unsavedRecord(record.collection, quitting: true)))
      return []
    }
    guard let form, form.isChanged else { return [.quit] }
    overlays = [.question(.unsavedChanges(quitting: true))]
    return []
  }

  mutating func say(_ text: String, _ style: Style = .success) {
    notice = Notice(text: text, style: style)
  }

  /// A failure may mean that the list is not what the store holds any more, so that is read again.
  mutating func fail(_ sentence: String) -> [EditorEffect] {
    quitsAfterSave = false
    say(sentence, .error)
    return [.loadEvents]
  }

  /// Takes the answer of a save, then what was typed while it was waited for.
  ///
  /// Where the answer asks something, nothing that was typed before it could be seen is an answer to it.
  mutating func saveAnswered(_ take: (inout EditorState) -> [EditorEffect]) -> [EditorEffect] {
    isSaving = false
    let covers = overlays.count
    var effects = take(&self)
    let inputs = overlays.count > covers ? [] : typedAhead
    typedAhead = []
    for input in inputs { effects += handle(input) }
    return effects
  }

  /// Alt with a key is Esc and the key to a terminal, and acts like them; but no letter may answer a question that the
  /// same press has asked.
  private mutating func chord(_ key: Key) -> [EditorEffect] {
    let effects = handle(.key(.escape))
    if case .question = overlays.last { return effects }
    return effects + handle(.key(key))
  }
}

extension Key {
  fileprivate var isCharacter: Bool {
    if case .character = self { return true }
    return false
  }
}
