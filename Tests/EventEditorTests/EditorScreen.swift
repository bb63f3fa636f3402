import EventModel
import Foundation
import TerminalKit

@testable import EventEditor

/// The editor on a test terminal: keys go in, the screen is read.
///
/// Effects are carried out at once, on a store in memory, so that nothing has to be waited for.
struct EditorScreen {
  var state: EditorState
  private(set) var stored: [Event] = []
  /// The effects that only a real terminal or a real Centre can carry out.
  private(set) var asked: [EditorEffect] = []
  /// The drafts that are left behind by editors that are gone.
  private(set) var kept: [EventDraft] = []
  /// Whether saves wait until ``answerSaves()`` is called, as they do while another program writes.
  var isStoreBusy = false
  private var waiting: [EditorEffect] = []
  /// What the store tells of who changed an event.
  var history: [HistoryEntry] = []
  /// What the next save fails with.
  var saveFailure: String?
  /// The changes of the catalogue that were stored.
  private(set) var records: [RecordChange] = []
  /// The records that were deleted from the catalogue.
  private(set) var deletedRecords: [RecordDeletion] = []
  let metrics: TextMetrics

  /// Monday, 23 November 2026, 12:00 in London.
  static let now = Instant(iso8601: "2026-11-23T12:00:00Z") ?? .earliest
  static let zone = TimeZone(identifier: "Europe/London") ?? .gmt

  init(
    width: Int = 80, height: Int = 24, events: [EventDetails] = [], catalogue: CatalogueSnapshot = .sample,
    start: EditorOptions.Start = .list, drafts: [EventDraft] = [], preferences: EditorPreferences = .init(),
    role: Role = .staff, isRead: Bool = true, metrics: TextMetrics = .activateLocale(["LC_ALL": "C.UTF-8"])
  ) {
    let options = EditorOptions(
      now: Self.now, timeZone: Self.zone, preferences: preferences, start: start, role: role)
    self.metrics = metrics
    state = EditorState(size: Size(width: width, height: height), options: options, metrics: metrics)
    for details in events { store(details, .new) }
    kept = drafts
    guard isRead else { return }
    send(.catalogueLoaded(catalogue))
    EditorState.startEffects(start).forEach { carryOut($0) }
  }

  // MARK: - In

  /// Types keys: characters stand for themselves, others are named, as in `Ada<Enter><Ctrl-S>`.
  mutating func type(_ keys: String) {
    for key in KeyNotation.keys(keys) { send(.input(.key(key))) }
  }

  /// Presses Alt with a key.
  mutating func press(alt key: Character) { send(.input(.chord(.character(key)))) }
  mutating func paste(_ text: String) { send(.input(.paste(text))) }
  mutating func resize(_ width: Int, _ height: Int) { send(.input(.resize(Size(width: width, height: height)))) }

  /// The screen in a window of another size.
  func resized(_ width: Int, _ height: Int) -> EditorScreen {
    var screen = self
    screen.resize(width, height)
    return screen
  }

  /// Changes keys as the file of settings does.
  mutating func rebind(_ lines: String) throws {
    state.preferences = try EditorPreferences(text: lines, path: "config", environment: [:])
  }

  mutating func send(_ event: EditorEvent) {
    state.update(event).forEach { carryOut($0) }
  }

  // MARK: - Out

  var frame: Frame { EditorView.frame(state, metrics: metrics) }
  var text: String { frame.text }
  func line(_ row: Int) -> String { frame.line(row) }
  var footer: String { frame.line(frame.size.height - 1) }
  /// What stands above the footer; two rows where the first begins at the edge, as nothing else in a form does.
  var status: String {
    let rows = [frame.line(frame.size.height - 3), frame.line(frame.size.height - 2)]
    let isLong = state.form != nil && !rows[0].isEmpty && !rows[0].hasPrefix(" ")
    return isLong ? rows.joined(separator: " ") : rows[1]
  }
  /// The row that the cursor stands on.
  var cursorLine: String { frame.line(frame.cursor.y) }
  /// The row that the cursor stands on up to the cursor.
  var beforeCursor: String {
    frame.rows[frame.cursor.y].prefix(frame.cursor.x).map(\.text).joined()
  }

  /// The first row that holds a text.
  func line(with text: String) -> String {
    frame.rows.indices.lazy.map(frame.line).first { $0.contains(text) } ?? ""
  }

  // MARK: - Effects

  private mutating func carryOut(_ effect: EditorEffect) {
    switch effect {
    case .loadEvents: showStored()
    case .findEvent(let id): send(.eventFound(id, stored.first { $0.id == id }))
    case .save(let details, let target, let draft):
      if isStoreBusy { return waiting.append(effect) }
      if let failure = saveFailure { return send(.saveFailed(failure)) }
      if let theirs = newer(than: target) { return send(.conflicted(theirs)) }
      if case .existing(let id, _) = target, !stored.contains(where: { $0.id == id }) {
        return send(.foundDeleted(history.first { $0.kind == .deleted }))
      }
      let event = store(details, target)
      kept.removeAll { $0.id == draft }
      showStored()
      send(.saved(event))
    case .saveRecord(let change):
      if let failure = saveFailure { return send(.recordRefused(failure)) }
      records.append(change)
      send(.recordSaved(change))
    case .deleteRecord(let deletion):
      if let failure = saveFailure { return send(.recordRefused(failure)) }
      deletedRecords.append(deletion)
      send(.recordDeleted(deletion))
    case .delete(let ids):
      let events = stored.filter { ids.contains($0.id) }
      stored.removeAll { ids.contains($0.id) }
      showStored()
      send(.deleted(events))
    case .revert(let changes, let travel): revert(changes, travel)
    case .loadHistory(let event): send(.historyLoaded(event, history))
    case .findDrafts:
      send(.draftsFound(kept.map { KeptDraft(draft: $0, keptAt: Self.now.advanced(bySeconds: 17)) }))
    case .claimDraft(let draft, let toDiscard):
      let isThere = kept.contains { $0.id == draft.draft.id }
      send(isThere ? .draftClaimed(draft, toDiscard: toDiscard) : .draftGone(draft))
    case .dropDraft(let id): kept.removeAll { $0.id == id }
    default: asked.append(effect)
    }
  }

  private mutating func showStored() {
    send(.eventsLoaded(EventsSnapshot(stored.sorted { $0.details.starts < $1.details.starts }, over: nil)))
  }

  /// Takes changes back as the store does: none of them where somebody else has changed one of the events since.
  private mutating func revert(_ changes: [EventChange], _ travel: Travel) {
    for after in changes.compactMap(\.after) {
      guard let current = stored.first(where: { $0.id == after.id }) else {
        return send(.revertRefused(.gone, changes, travel))
      }
      guard current.version == after.version else {
        return send(.revertRefused(.changed(by: current.updatedBy), changes, travel))
      }
    }
    let made = changes.reversed().map { change in
      stored.removeAll { $0.id == change.id }
      guard let before = change.before else { return EventChange(before: change.after, after: nil) }
      let version = (change.after ?? before).version
      return EventChange(before: change.after, after: store(before.details, .existing(before.id, version: version)))
    }
    showStored()
    send(.reverted(made, travel))
  }

  /// Answers the saves that wait.
  mutating func answerSaves() {
    isStoreBusy = false
    let effects = waiting
    waiting = []
    effects.forEach { carryOut($0) }
  }

  /// What someone else has stored since the version that a save is based on.
  private func newer(than target: SaveTarget) -> Event? {
    guard case .existing(let id, let version) = target else { return nil }
    return stored.first { $0.id == id && $0.version != version }
  }

  /// Changes an event as somebody else does at another terminal.
  mutating func changeElsewhere(_ id: Int64, by user: String = "grace", _ change: (inout EventDetails) -> Void) {
    guard let event = stored.first(where: { $0.id.rawValue == id }) else { return }
    var details = event.details
    change(&details)
    store(details, .existing(event.id, version: event.version), by: user)
  }

  /// Leaves a draft behind as another editor does that is killed.
  mutating func keepElsewhere(_ draft: EventDraft) { kept.append(draft) }

  /// Restores a draft, or saves it, as another editor does.
  mutating func takeDraftElsewhere(_ id: String) { kept.removeAll { $0.id == id } }

  /// Deletes an event as somebody else does at another terminal.
  mutating func deleteElsewhere(_ id: Int64, by user: String = "grace") {
    stored.removeAll { $0.id.rawValue == id }
    history = [HistoryEntry(kind: .deleted, version: 1, user: user, at: Self.now, fields: [])]
    showStored()
  }

  @discardableResult
  private mutating func store(_ details: EventDetails, _ target: SaveTarget, by user: String = "ada") -> Event {
    var id = Event.ID(rawValue: (stored.map(\.id.rawValue).max() ?? 0) + 1)
    var version: Int64 = 1
    if case .existing(let old, let based) = target { (id, version) = (old, based + 1) }
    let event = Event(
      id: id, details: details, version: version, createdBy: "ada", createdAt: Self.now, updatedBy: user,
      updatedAt: Self.now)
    stored.removeAll { $0.id == id }
    stored.append(event)
    return event
  }
}

extension CatalogueSnapshot {
  /// A small catalogue with the difficulties of a large one: equal names, scripts, diacritics.
  static let sample = CatalogueSnapshot(
    speakers: [
      speaker("Ada Lovelace", "Mathematician", "Analytical Engine"), speaker("Alan Turing", "Fellow", "King's College"),
      speaker("Barbara Liskov", "Professor", "MIT"), speaker("Donald Knuth", "Professor", "Stanford University"),
      speaker("Grace Hopper", "Rear Admiral", "US Navy"), speaker("John Smith", "Editor", "Open Press"),
      speaker("John Smith", "Curator", "City Museum"), speaker("Søren Kierkegård", "Lecturer", "København"),
      speaker("渕一博", "所長", "ICOT"), speaker("Андрей Ершов", "Академик", "Новосибирск"),
    ],
    organizers: ["City Library", "City Museum", "Computer History Museum"].map {
      Organizer(id: 0, externalID: nil, name: $0, website: "")
    },
    sponsors: [("Acme Trust", "acme.example"), ("Bell Labs", "")].map {
      Sponsor(id: 0, externalID: nil, name: $0.0, website: $0.1)
    },
    lastSync: EditorScreen.now.advanced(bySeconds: -720))

  private static func speaker(_ name: String, _ title: String, _ company: String) -> Speaker {
    Speaker(id: 0, externalID: nil, name: name, title: title, company: company, bio: "")
  }
}

extension EventDetails {
  /// An event on a day of November 2026, at 14:00 in London, for an hour.
  static func sample(_ title: String, day: Int, organizer: String? = nil, speakers: [String] = []) -> EventDetails {
    let starts = Instant(iso8601: "2026-11-\(day)T14:00:00Z") ?? EditorScreen.now
    return EventDetails(
      title: title, starts: starts, ends: starts.advanced(bySeconds: 3600), timeZone: "Europe/London",
      status: .confirmed, organizer: organizer, speakers: speakers)
  }
}
