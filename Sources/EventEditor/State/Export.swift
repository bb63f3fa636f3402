import EventModel
import TerminalKit

/// Some events that are to be written into a file.
public struct ExportRequest: Equatable, Sendable {
  /// What they are among.
  let snapshot: EventsSnapshot
  /// Where they stand in it.
  let positions: [Int]
  /// How they are written.
  public let format: ExportFormat
  /// The file, as typed.
  public let path: String
  /// Whether a file that is there already is replaced.
  public var replacesFile = false

  /// How many they are.
  public var count: Int { positions.count }

  /// The events, in order.
  public var events: [Event] { positions.map { snapshot.events[$0] } }
}

/// What became of an export.
public enum ExportResult: Equatable, Sendable {
  /// So many events stand in the file.
  case written(Int, path: String)
  /// Nothing was written, since a file is there already.
  case exists(ExportRequest)
}

/// The page that asks how and where to events are exported.
struct ExportPage: Equatable, Sendable {
  /// What the positions are in: the list as it was when the page was opened, for it may be another one by the answer.
  let snapshot: EventsSnapshot
  let positions: [Int]
  /// What is exported, in words: "3 marked events".
  let what: String
  private(set) var format = ExportFormat.ics
  private(set) var file: LineEditor

  init(_ positions: [Int], in snapshot: EventsSnapshot, what: String) {
    self.snapshot = snapshot
    self.positions = positions
    self.what = what
    file = LineEditor("events.\(format.rawValue)")
  }

  /// The page once more, for an export that could not be written.
  init(again request: ExportRequest) {
    self.init(
      request.positions, in: request.snapshot,
      what: request.count == 1 ? "1 event" : "\(grouped(request.count)) events")
    format = request.format
    file = LineEditor(request.path)
  }

  /// Takes the next format, and the end of the file's name with it.
  mutating func chooseNextFormat(_ step: Int) {
    let all = ExportFormat.allCases
    guard let index = all.firstIndex(of: format) else { return }
    let next = all[(index + step + all.count) % all.count]
    if let ending = named { file = LineEditor(file.text.dropLast(ending.rawValue.count) + next.rawValue) }
    format = next
  }

  mutating func insert(_ text: String) {
    file.insert(text)
    format = named ?? format
  }

  mutating func perform(_ action: EditingAction) {
    file.perform(action)
    format = named ?? format
  }

  /// The format that the file's name ends in.
  private var named: ExportFormat? {
    ExportFormat.allCases.first { file.text.lowercased().hasSuffix("." + $0.rawValue) }
  }
}
