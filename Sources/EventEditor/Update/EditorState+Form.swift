import EventModel
import TerminalKit

extension EditorState {
  /// Carries out a command of the form.
  mutating func performForm(_ command: Command) -> [EditorEffect] {
    switch command {
    case .nextField: form?.moveFocus(by: 1, catalogue, dates)
    case .previousField: form?.moveFocus(by: -1, catalogue, dates)
    case .newLine: form?.description.insert("\n")
    case .edit(let action): edit(action)
    case .editOutside: return form.map { [.editText($0.description.text)] } ?? []
    case .undo: travel(form.flatMap { history.undo($0) }, else: "Nothing to undo")
    case .redo: travel(form.flatMap { history.redo($0) }, else: "Nothing to redo")
    case .save: return save()
    default: closeForm()
    }
    return []
  }

  /// Goes to another state of the form, or says that there is none.
  private mutating func travel(_ target: EventForm?, else sentence: String) {
    guard var target else { return say(sentence, .secondary) }
    target.updateLists(from: catalogue)
    target.noteStrangers(catalogue)
    form = target
  }

  /// Saves the form, or goes to the first field that is not right and keeps everything.
  mutating func save() -> [EditorEffect] {
    guard var form, !isSaving else { return [] }
    form.leaveField(catalogue, dates)
    form.visited = Set(EventField.allCases)
    defer { self.form = form }
    switch form.reading(in: dates) {
    case .details(let details):
      isSaving = true
      replaced = form.base
      say("Saving …", .secondary)
      return [.save(details, form.target, draft: form.draftID)]
    case .wrong(let field):
      form.focus = field
      form.askAboutText(catalogue)
      quitsAfterSave = false
      let problem = form.problem(of: field, in: dates, preferences.keys) ?? "look at it again"
      say("Not saved: \(problem.hasPrefix(field.label) ? problem : "\(field.label): \(problem)")", .error)
      return []
    }
  }

  /// Leaves the form; with changes that are not saved it asks first.
  private mutating func closeForm() {
    guard let form, form.isChanged else { return leaveForm() }
    overlays.append(.question(.unsavedChanges(quitting: false)))
  }

  /// Leaves the form unsaved; what becomes of the other marked events that were to be duplicated is asked.
  mutating func leaveForm() {
    form = nil
    if !duplicates.isEmpty { overlays.append(.question(.otherDuplicates(duplicates.count))) }
  }

  mutating func saved(_ event: Event) -> [EditorEffect] {
    if quitsAfterSave { return [.quit] }
    form = nil
    overlays = []
    say(mergedWith.map { "Saved, together with the changes of \($0)" } ?? "Saved")
    mergedWith = nil
    listHistory.note([EventChange(before: replaced, after: event)])
    replaced = nil
    reveal(event)
    openNextDuplicate()
    // Where the events could not be read after the save, reading them again says why.
    let isShown = list.snapshot.event(event.id)?.version == event.version
    // Who was chosen is offered first from now on.
    return (isShown ? [] : [.loadEvents]) + (event.details.holdsNames ? [.loadCatalogue] : [])
  }
}

extension EventDetails {
  /// Whether anybody or anything was chosen from the catalogue.
  fileprivate var holdsNames: Bool { organizer != nil || sponsor != nil || !speakers.isEmpty }
}
