import EventModel

/// A question that waits for an answer before anything else goes on.
struct Question: Equatable, Sendable {
  /// One thing that can be answered.
  struct Choice: Equatable, Sendable {
    let key: Character
    let label: String
    let answer: Answer
  }

  /// What an answer does.
  enum Answer: Equatable, Sendable {
    case saveForm(thenQuit: Bool)
    case saveAsNew(thenQuit: Bool)
    case discardForm(thenQuit: Bool)
    case delete([Event.ID])
    case overwrite(ExportRequest)
    case draft(DraftAnswer)
    case saveRecord(thenQuit: Bool)
    case discardRecord(thenQuit: Bool)
    case deleteRecord(RecordDeletion)
    case acceptRemovals
    case duplicateRest
    case leaveRest
    case stay
  }

  let text: String
  let choices: [Choice]
  /// The choice that Enter takes.
  var selected = 0
  /// What going back without a choice does.
  var dismissal = Answer.stay

  /// Asked when a form with changes is left.
  static func unsavedChanges(quitting: Bool) -> Question {
    Question(
      text: "This event has changes that are not saved.",
      choices: [
        Choice(key: "s", label: "Save", answer: .saveForm(thenQuit: quitting)),
        Choice(key: "d", label: "Discard", answer: .discardForm(thenQuit: quitting)),
        Choice(key: "k", label: "Keep editing", answer: .stay),
      ])
  }

  /// Asked when an event is to be saved that is deleted.
  static func saveAsNew(title: String, by user: String?, at time: String?, quitting: Bool) -> Question {
    let deletion = [user.map { " by \($0)" }, time.map { " on \($0)" }].compactMap(\.self).joined()
    return Question(
      text: "\(title) was deleted\(deletion): save it as a new event?",
      choices: [
        Choice(key: "s", label: "Save as new", answer: .saveAsNew(thenQuit: quitting)),
        Choice(key: "k", label: "Keep editing", answer: .stay),
      ])
  }

  /// Asked when the form of a record with changes is left.
  static func unsavedRecord(_ collection: CatalogueCollection, quitting: Bool) -> Question {
    Question(
      text: "This \(collection.singular) has changes that are not saved.",
      choices: [
        Choice(key: "s", label: "Save", answer: .saveRecord(thenQuit: quitting)),
        Choice(key: "d", label: "Discard", answer: .discardRecord(thenQuit: quitting)),
        Choice(key: "k", label: "Keep editing", answer: .stay),
      ])
  }

  /// Asked before a record is deleted from the catalogue; the safe answer is the one Enter takes.
  static func deleteRecord(_ deletion: RecordDeletion, isCentres: Bool) -> Question {
    let rest =
      isCentres
      ? "The Resources Centre has it still, so a later sync may bring it back."
      : "Only this catalogue has it, so nothing brings it back."
    return Question(
      text: "Delete “\(deletion.name)” from the catalogue? Events keep the name. \(rest)",
      choices: [
        Choice(key: "y", label: "Yes, delete", answer: .deleteRecord(deletion)),
        Choice(key: "n", label: "No", answer: .stay),
      ], selected: 1)
  }

  /// Asked when the editor finds what another one could not save.
  static func draft(title: String, keptAt: String) -> Question {
    Question(
      text: "\(title) was being edited on \(keptAt) and was not saved.",
      choices: [
        Choice(key: "r", label: "Restore", answer: .draft(.restore)),
        Choice(key: "d", label: "Discard", answer: .draft(.discard)),
        Choice(key: "l", label: "Later", answer: .draft(.later)),
      ], dismissal: .draft(.later))
  }

  /// Asked before a draft goes for good, since the question about it came by itself, and the key may have been meant for
  /// something else; the safe answer is the one Enter takes.
  static func discardDraft(title: String) -> Question {
    Question(
      text: "\(title): discard what was typed? Nothing brings it back.",
      choices: [
        Choice(key: "y", label: "Yes, discard", answer: .draft(.discardForGood)),
        Choice(key: "n", label: "No", answer: .stay),
      ], selected: 1)
  }

  /// Asked before events are deleted, with the key that takes that back; the safe answer is the one Enter takes.
  static func delete(_ ids: [Event.ID], what: String, undoKey: String) -> Question {
    Question(
      text: "Delete \(what)? \(undoKey) in the list takes it back until you quit.",
      choices: [
        Choice(key: "y", label: "Yes, delete", answer: .delete(ids)), Choice(key: "n", label: "No", answer: .stay),
      ], selected: 1)
  }

  /// Asked before an export replaces a file; the safe answer is the one Enter takes.
  static func overwrite(_ request: ExportRequest) -> Question {
    Question(
      text: "\(request.path) is there already.",
      choices: [
        Choice(key: "r", label: "Replace it", answer: .overwrite(request)),
        Choice(key: "k", label: "Keep it", answer: .stay),
      ], selected: 1)
  }

  /// Asked when the form of a duplicate is left without a save and other marked events were to follow.
  static func otherDuplicates(_ count: Int) -> Question {
    Question(
      text: count == 1
        ? "One more marked event is still to be duplicated."
        : "\(grouped(count)) more marked events are still to be duplicated.",
      choices: [
        Choice(key: "g", label: "Go on", answer: .duplicateRest), Choice(key: "s", label: "Stop", answer: .leaveRest),
      ], dismissal: .leaveRest)
  }

  mutating func move(_ step: Int) {
    selected = (selected + step + choices.count) % max(1, choices.count)
  }

  /// What stands on a choice's button, with its key: "[S] Save".
  static func label(_ choice: Choice) -> String { "[\(choice.key.uppercased())] \(choice.label)" }
}
