import EventModel
import TerminalKit

extension EditorState {
  /// Opens the small form where the highlighted row, or the row for adding, leads to it; and tells whether it did.
  mutating func openRecord(for command: Command) -> Bool {
    guard let form, role.may(.editCatalogue), let (list, source) = form.openList, let collection = source.collection
    else { return false }
    switch command {
    case .choose, .toggleSpeaker, .toggleSpeakerKeepingText:
      guard list.isAdditionHighlighted, let name = list.addition else { return false }
      overlays.append(.record(RecordForm(adding: name, to: collection)))
    case .editRecord:
      guard let entry = list.highlightedEntry, let row = catalogue.record(at: entry, of: collection) else {
        return false
      }
      overlays.append(.record(RecordForm(row, of: collection)))
    default: return false
    }
    return true
  }

  /// Carries a command out in the small form; nil where it is none of its own.
  mutating func performRecord(_ command: Command) -> [EditorEffect]? {
    guard case .record(let record) = overlays.last else { return nil }
    switch command {
    case .nextField: changeRecord { $0.moveFocus(by: 1) }
    case .previousField: changeRecord { $0.moveFocus(by: -1) }
    case .newLine: changeRecord { $0.insert("\n") }
    case .edit(let action):
      let (width, metrics) = (EditorView.memberWidth(size), metrics)
      changeRecord { $0.perform(action, width: width, metrics) }
    case .save: return saveRecord()
    case .undo: travelInRecord(.undo)
    case .redo: travelInRecord(.redo)
    case .deleteRecord: askToDelete(record)
    case .closeOverlay where record.isChanged:
      overlays.append(.question(.unsavedRecord(record.collection, quitting: false)))
    case .closeOverlay: overlays.removeLast()
    default: return nil
    }
    return []
  }

  /// Changes the small form that is open.
  mutating func changeRecord(_ change: (inout RecordForm) -> Void) {
    guard case .record(var record) = overlays.last else { return }
    change(&record)
    overlays[overlays.count - 1] = .record(record)
  }

  private mutating func travelInRecord(_ travel: Travel) {
    var isThere = false
    changeRecord { isThere = $0.travel(travel) }
    if !isThere { say(travel == .undo ? "Nothing to undo" : "Nothing to redo", .secondary) }
  }

  /// Stores the record of the small form, or goes to what is wrong with it.
  mutating func saveRecord() -> [EditorEffect] {
    var change: RecordChange?
    changeRecord { change = $0.change() }
    guard let change else {
      quitsAfterSave = false
      return []
    }
    isSaving = true
    return [.saveRecord(change)]
  }

  private mutating func askToDelete(_ record: RecordForm) {
    guard let deletion = record.deletion else {
      return changeRecord {
        $0.refuse("This \(record.collection.singular) is not in the catalogue yet: close the form to drop it")
      }
    }
    overlays.append(.question(.deleteRecord(deletion, isCentres: record.isCentres)))
  }

  /// Leaves the small form of a record that is gone; a form in which it was chosen keeps the name.
  mutating func deleted(_ deletion: RecordDeletion) -> [EditorEffect] {
    if case .record = overlays.last { overlays.removeLast() }
    say("\(deletion.name) is deleted from the catalogue")
    return [.loadChanges]
  }

  /// Takes a record that was stored into the form from which it was asked for.
  mutating func saved(_ change: RecordChange) -> [EditorEffect] {
    if case .record = overlays.last { overlays.removeLast() }
    if let old = change.from.first, change.row != nil {
      say("\(change.name) is changed in the catalogue")
      let field = change.collection.field
      if old != change.name { form?.replace(old, with: change.name, in: field) }
    } else {
      say("\(change.name) is in the catalogue now")
      take(change.name, in: change.collection.field)
    }
    guard quitsAfterSave else { return [.loadChanges] }
    quitsAfterSave = false
    return [.loadChanges] + quit()
  }

  private mutating func take(_ name: String, in field: EventField) {
    if field == .speakers {
      form?.speakers.add(name, catalogue.index(of: .speakers))
    } else if let path = EventForm.pickers[field] {
      form?[keyPath: path].take(name)
    }
  }
}

extension CatalogueCollection {
  /// The field of an event that holds names of the collection.
  fileprivate var field: EventField {
    switch self {
    case .speakers: .speakers
    case .organizers: .organizer
    case .sponsors: .sponsor
    }
  }
}

extension EventForm {
  /// The list that is open, and what it lists.
  var openList: (SearchList, PickerSource)? {
    guard isListOpen else { return nil }
    return picker(focus).map { ($0.list, $0.source) } ?? (speakers.list, speakers.source)
  }
}
