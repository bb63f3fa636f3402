import EventModel
import TerminalKit

/// The small form for one record of the catalogue, a new one or one that is there.
struct RecordForm: Equatable, Sendable {
  let collection: CatalogueCollection
  /// The row that is changed; nil for a new record.
  let row: Int64?
  /// Whether the Centre has the record, too.
  let isCentres: Bool
  /// What the row held when the form was opened; of a new record what it opened with.
  let original: [String]
  /// What stands in each member of the collection, and which is being typed.
  private var texts: Texts
  /// The changes that can be taken back.
  private var history = ChangeHistory<Texts>()
  /// What is wrong, once a save has been asked for.
  private(set) var problem: String?

  /// A form for a new record of that name.
  init(adding name: String, to collection: CatalogueCollection) {
    self.init(collection, row: nil, [name] + collection.members.dropFirst().map { _ in "" }, isCentres: false)
    texts.focus = min(1, editors.count - 1)
  }

  /// The form that a draft was made of; nil where that holds other members than the collection has.
  init?(_ draft: RecordDraft) {
    let count = draft.collection.members.count
    guard draft.original.count == count, draft.texts.count == count else { return nil }
    self.init(draft.collection, row: draft.row, draft.original, isCentres: draft.isCentres)
    texts.editors = draft.texts.map { TextEditor($0) }
  }

  /// What stands in the form, to be kept until it is saved; nil while nothing has changed.
  var draft: RecordDraft? {
    guard isChanged else { return nil }
    return RecordDraft(
      collection: collection, row: row, isCentres: isCentres, original: original, texts: editors.map(\.text))
  }

  /// A form filled with a record.
  init(_ row: CatalogueRow, of collection: CatalogueCollection) {
    self.init(collection, row: row.id, row.values, isCentres: row.isCentres)
  }

  private init(_ collection: CatalogueCollection, row: Int64?, _ values: [String], isCentres: Bool) {
    self.collection = collection
    self.row = row
    self.isCentres = isCentres
    original = values
    texts = Texts(editors: values.map { TextEditor($0) })
  }

  /// What stands in each member of the collection.
  var editors: [TextEditor] { texts.editors }
  /// The member that is being typed.
  var focus: Int { texts.focus }

  /// The labels of the members, in the order of the form.
  var labels: [String] { collection.members.map(\.capitalized) }

  /// What would be stored.
  var values: [String] { cleanedRecord(editors.map(\.text), of: collection) }

  /// Whether anything differs from what the form opened with.
  var isChanged: Bool { editors.map(\.text) != original }

  /// Whether the focused member may hold line breaks.
  var isMultiline: Bool { isMultiline(focus) }

  func isMultiline(_ index: Int) -> Bool {
    collection.members.indices.contains(index) && collection.multilineMembers.contains(collection.members[index])
  }

  /// Puts text at the cursor; single characters that are typed one after the other are one step to take back.
  mutating func insert(_ text: String) {
    change(isTyping: text.count == 1 && text != "\n") { $0.insert(text) }
  }

  /// Does what an editing key asks for in the focused member, whose text is wrapped to a width.
  mutating func perform(_ action: EditingAction, width: Int, _ metrics: TextMetrics) {
    change(isTyping: false) { $0.perform(action, width: width, metrics: metrics) }
  }

  private mutating func change(isTyping: Bool, _ change: (inout TextEditor) -> Void) {
    guard editors.indices.contains(focus) else { return }
    let before = texts
    change(&texts.editors[focus])
    history.note(before, texts, isTyping: isTyping)
  }

  /// Goes back to what stood there before the last change, or on again, and tells whether there was anything.
  mutating func travel(_ travel: Travel) -> Bool {
    guard let target = travel == .undo ? history.undo(texts) : history.redo(texts) else { return false }
    texts = target
    return true
  }

  mutating func focus(on index: Int) {
    if editors.indices.contains(index) { texts.focus = index }
  }

  mutating func moveFocus(by step: Int) {
    guard !editors.isEmpty else { return }
    texts.focus = (focus + step + editors.count) % editors.count
  }

  /// What is to be stored; where something is wrong, the form says so and goes there.
  mutating func change() -> RecordChange? {
    let values = values
    if let (member, message) = EventModel.problem(inRecord: values, of: collection) {
      texts.focus = member
      problem = message
      return nil
    }
    problem = nil
    return RecordChange(collection: collection, row: row, from: original, to: values)
  }

  /// What is to be deleted; nil for a record that is not there yet.
  var deletion: RecordDeletion? {
    row.map { RecordDeletion(collection: collection, row: $0, values: original) }
  }

  /// Says why it was not stored or not deleted.
  mutating func refuse(_ sentence: String) {
    problem = sentence
  }
}

extension RecordForm {
  /// What stands in the members, and which of them is being typed.
  struct Texts: Reversible {
    var editors: [TextEditor]
    var focus = 0

    func holdsTheSame(as other: Texts) -> Bool { editors.map(\.text) == other.editors.map(\.text) }
  }
}

/// A record to be added to the catalogue or changed in it.
public struct RecordChange: Equatable, Sendable {
  /// Where it belongs.
  public let collection: CatalogueCollection
  /// The row that is changed; nil for a new record.
  public let row: Int64?
  /// What the row held.
  public let from: [String]
  /// The values of the collection's members.
  public let to: [String]

  /// The name it is going to have.
  var name: String { to.first ?? "" }
}

/// A record to be deleted from the catalogue.
public struct RecordDeletion: Equatable, Sendable {
  /// Where it belongs.
  public let collection: CatalogueCollection
  /// Its row.
  public let row: Int64
  /// What the row holds, as far as the one who deletes it knows.
  public let values: [String]

  /// The name that it has.
  var name: String { values.first ?? "" }
}
