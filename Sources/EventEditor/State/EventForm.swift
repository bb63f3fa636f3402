import EventModel
import Foundation
import PeopleSearch
import TerminalKit

/// The event form: what has been typed into each field, and which field has the focus.
///
/// Only ``reading(in:)`` turns it into an event's details; until then nothing that is typed is lost or corrected.
struct EventForm: Equatable, Sendable {
  private(set) var target: SaveTarget
  /// The event as it was when the form was opened; nil for a new one.
  private(set) var base: Event?
  var focus = EventField.title
  /// The fields that have been left once, which is when their problems begin to be shown.
  var visited: Set<EventField> = []

  var title: TextField
  var starts: TextField
  var ends: TextField
  var timeZone: Picker
  var venue: TextField
  var city: TextField
  var link: TextField
  var capacity: TextField
  var status: Picker
  var organizer: Picker
  var sponsor: Picker
  var speakers: Combobox
  var description: TextEditor

  /// When each date was typed, against which "tomorrow" is read: an open form may outlive the day.
  var typedAt: [EventField: Instant] = [:]
  /// What its draft is kept under.
  var draftID = ""
  /// The chosen names that the catalogue does not hold, field by field, each with what it is called now.
  var strangers: [EventField: [String: [String]]] = [:]

  /// The calendar under the focused date field; nil when it is closed.
  var calendar: MonthCalendar?
  /// What there is to pick from under the focused date field; nil where its time is clear.
  var choices: DateChoices?

  /// What the form held when it was opened, to tell whether anything has changed.
  private var original: [String] = []
  /// The start that the end was last seen with, so that moving the start can move the end along.
  private var anchor: Instant?

  /// An empty form.
  static func new(_ context: DateContext) -> EventForm {
    let details = EventDetails(
      title: "", starts: context.now, ends: context.now, timeZone: context.timeZone.displayName)
    var form = EventForm(.new, details)
    form.starts = TextField()
    form.ends = TextField(typedLength(minutes: context.defaultLengthMinutes), replacedByTyping: true)
    form.remember(in: context)
    return form
  }

  /// A form filled with an event.
  static func edit(_ event: Event, _ context: DateContext) -> EventForm {
    var form = EventForm(.existing(event.id, version: event.version), event.details)
    form.base = event
    form.remember(in: context)
    return form
  }

  /// A form for a new event with the same people and the same length; only its start is open, and it is a draft again.
  static func duplicate(_ event: Event, _ context: DateContext) -> EventForm {
    var form = EventForm(.new, event.details)
    let minutes = Int((event.details.ends.seconds - event.details.starts.seconds) / 60)
    form.starts = TextField()
    form.ends = TextField(typedLength(minutes: minutes), replacedByTyping: true)
    form.status = Picker(.statuses, chosen: EventStatus.draft.rawValue)
    form.focus = .starts
    form.remember(in: context)
    return form
  }

  private init(_ target: SaveTarget, _ details: EventDetails) {
    let zone = TimeZone(identifier: details.timeZone) ?? .gmt
    self.target = target
    title = TextField(details.title)
    starts = TextField(startText(details.starts, in: zone), replacedByTyping: true)
    ends = TextField(endText(details.ends, start: details.starts, in: zone), replacedByTyping: true)
    timeZone = Picker(.timeZones, chosen: details.timeZone)
    venue = TextField(details.venue ?? "")
    city = TextField(details.city ?? "")
    link = TextField(details.link ?? "")
    capacity = TextField(details.capacity.map(String.init) ?? "")
    status = Picker(.statuses, chosen: details.status.rawValue)
    organizer = Picker(.organizers, chosen: details.organizer ?? "")
    sponsor = Picker(.sponsors, chosen: details.sponsor ?? "")
    speakers = Combobox(.speakers, chosen: details.speakers)
    description = TextEditor(details.description)
  }

  mutating func remember(in context: DateContext) {
    original = contents
    anchor = startReading(in: context).instant
  }

  /// Takes the start that stands in the form, where it can be read, for the one that the end belongs to.
  mutating func noteStart(_ context: DateContext) {
    anchor = startReading(in: context).instant ?? anchor
  }

  /// Takes another state of the event for what the form was opened on, so that what it holds are changes of that.
  mutating func rebase(on event: Event, _ context: DateContext) {
    base = event
    original = EventForm.edit(event, context).contents
  }

  /// Makes what stands in the form a new event, since the one it was opened on is deleted; all of it counts as changed.
  mutating func becomeNew() {
    target = .new
    base = nil
    original = []
  }

  /// What to call the event in a sentence.
  var givenTitle: String {
    let title = cleanedLine(title.text)
    return title.isEmpty ? "The event" : "“\(title)”"
  }

  /// Whether anything differs from what the form opened with.
  var isChanged: Bool { contents != original }

  /// Whether another state of the form would be saved as the same event.
  func holdsTheSame(as other: EventForm) -> Bool { contents == other.contents }

  /// Whether the same names are chosen in another state of the form.
  func choosesTheSame(as other: EventForm) -> Bool {
    organizer.chosen == other.organizer.chosen && sponsor.chosen == other.sponsor.chosen
      && speakers.chosen == other.speakers.chosen
  }

  /// Everything that a save depends on.
  private var contents: [String] {
    [
      title.text, starts.text, ends.text, timeZone.editor.text, venue.text, city.text, link.text, capacity.text,
      status.editor.text, organizer.editor.text, sponsor.editor.text, speakers.editor.text, description.text,
    ] + speakers.chosen + [""] + speakers.unresolved
  }

  // MARK: - Fields by what they are

  /// The picker of a field; nil for fields of another kind.
  func picker(_ field: EventField) -> Picker? {
    Self.pickers[field].map { self[keyPath: $0] }
  }

  /// The text field of a field; nil for fields of another kind.
  func textField(_ field: EventField) -> TextField? {
    Self.textFields[field].map { self[keyPath: $0] }
  }

  static let pickers: [EventField: WritableKeyPath<EventForm, Picker> & Sendable] = [
    .timeZone: \.timeZone, .status: \.status, .organizer: \.organizer, .sponsor: \.sponsor,
  ]

  static let textFields: [EventField: WritableKeyPath<EventForm, TextField> & Sendable] = [
    .title: \.title, .starts: \.starts, .ends: \.ends, .venue: \.venue, .city: \.city, .link: \.link,
    .capacity: \.capacity,
  ]

  /// Whether the focused field shows its list.
  var isListOpen: Bool {
    picker(focus)?.isOpen ?? (focus == .speakers && speakers.isOpen)
  }

  /// Whether that list opened by itself, since text was left in the field.
  var asksAboutText: Bool {
    picker(focus)?.asksAboutText ?? (focus == .speakers && speakers.asksAboutText)
  }

  // MARK: - Going from field to field

  /// Moves the focus, committing the field that is left.
  mutating func moveFocus(by step: Int, _ catalogue: CatalogueSnapshot, _ context: DateContext) {
    let fields = EventField.allCases
    guard let position = fields.firstIndex(of: focus) else { return }
    focus(on: fields[(position + step + fields.count) % fields.count], catalogue, context)
  }

  mutating func focus(on field: EventField, _ catalogue: CatalogueSnapshot, _ context: DateContext) {
    leaveField(catalogue, context)
    focus = field
    askAboutText(catalogue)
  }

  /// Opens the list of the focused field where text was left in it that is no choice, with the match highlighted.
  mutating func askAboutText(_ catalogue: CatalogueSnapshot) {
    if let path = Self.pickers[focus] {
      self[keyPath: path].askAboutText(catalogue.index(of: self[keyPath: path].source))
    } else if focus == .speakers {
      speakers.askAboutText(catalogue.index(of: .speakers))
    }
  }

  /// Commits the focused field, as every way of leaving it does.
  mutating func leaveField(_ catalogue: CatalogueSnapshot, _ context: DateContext) {
    visited.insert(focus)
    calendar = nil
    if let path = Self.pickers[focus] {
      self[keyPath: path].leave(catalogue.index(of: self[keyPath: path].source))
    }
    switch focus {
    case .speakers: speakers.leave(catalogue.index(of: .speakers))
    case .starts: moveEnd(context)
    // Start and end are times on the wall: another zone moves both, and the end's text stays as it is.
    case .ends, .timeZone: noteStart(context)
    default: break
    }
  }

  /// Moves an end that is written as a time along with its start, so that the event keeps its length.
  mutating func moveEnd(_ context: DateContext) {
    guard let start = startReading(in: context).instant, start != anchor else { return }
    defer { anchor = start }
    // An empty end stands for the usual length, whatever the start is.
    guard let old = anchor, !ends.isEmpty, !isLength(ends.text), let end = endReading(after: old, in: context).instant
    else { return }
    let moved = start.advanced(bySeconds: end.seconds - old.seconds)
    ends = TextField(endText(moved, start: start, in: zoned(context).timeZone), replacedByTyping: true)
  }

  /// Notes that open lists were filled from a catalogue that is no more.
  mutating func outdateLists() {
    for path in Self.pickers.values { self[keyPath: path].outdateList() }
    speakers.outdateList()
  }

  /// Fills open lists anew that were filled from another catalogue.
  mutating func updateLists(from catalogue: CatalogueSnapshot) {
    for path in Self.pickers.values {
      self[keyPath: path].updateList(from: catalogue.index(of: self[keyPath: path].source))
    }
    speakers.updateList(from: catalogue.index(of: .speakers))
  }

  /// Lets a refreshed catalogue into open lists; nothing typed or chosen is touched.
  mutating func refresh(_ catalogue: CatalogueSnapshot, from old: CatalogueSnapshot) {
    for path in Self.pickers.values {
      let source = self[keyPath: path].source
      self[keyPath: path].refresh(catalogue.index(of: source), from: old.index(of: source))
    }
    speakers.refresh(catalogue.index(of: .speakers), from: old.index(of: .speakers))
  }
}
