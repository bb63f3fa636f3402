import Foundation
import JSONStream

/// A file with the records of one collection: JSON lines, or CSV with the members' names in its first line.
struct RecordFile: Sendable {
  /// How a file is written.
  enum Format: CaseIterable, Sendable {
    case lines
    case csv

    /// How the names of such files end.
    var endings: [String] {
      switch self {
      case .lines: ["jsonl", "ndjson"]
      case .csv: ["csv"]
      }
    }

    /// Finds the format of a file by how its name ends.
    init?(ending: String) {
      guard let format = Self.allCases.first(where: { $0.endings.contains(ending.lowercased()) }) else { return nil }
      self = format
    }
  }

  /// How it is called in messages.
  let name: String
  let collection: CentreCollection
  let format: Format
  private let source: RecordSource

  /// Takes what a file holds.
  init(name: String, of collection: CentreCollection, format: Format, data: Data) {
    self.name = name
    self.collection = collection
    self.format = format
    source = .data(data)
  }

  /// Names a file that can be read.
  init(path: String, of collection: CentreCollection, format: Format) throws(CentreError) {
    source = .file(path)
    try source.check()
    self.name = path
    self.collection = collection
    self.format = format
  }

  /// Goes through the records with the number of the line that each begins on; a line that is blank is none.
  func forEach(_ body: (Int, Result<CentreRecord, CentreRecord.Flaw>) throws -> Void) throws {
    switch format {
    case .lines: try forEachLine(body)
    case .csv: try forEachRow(body)
    }
  }

  /// Goes through the JSON objects of a file with one a line.
  func forEachObject(_ body: (Int, Result<JSONValue, CentreRecord.Flaw>) throws -> Void) throws {
    var number = 0
    var lines = try source.lines()
    while let line = try lines.next() {
      number += 1
      switch line {
      case .tooLong: try body(number, .failure(CentreRecord.Flaw(reason: "it is longer than 1 MiB")))
      case .whole(let line):
        if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
        try body(number, Result { () throws(CentreRecord.Flaw) in try JSONValue(line: line) })
      }
    }
  }

  private func forEachLine(_ body: (Int, Result<CentreRecord, CentreRecord.Flaw>) throws -> Void) throws {
    try forEachObject { line, object in try body(line, object.flatMap(checked)) }
  }

  private func forEachRow(_ body: (Int, Result<CentreRecord, CentreRecord.Flaw>) throws -> Void) throws {
    var reader = CSVReader(Array(try source.whole()))
    var line = reader.line
    do {
      guard let header = try reader.next() else { return }
      guard let flaw = flaw(of: header) else {
        line = reader.line
        while let cells = try reader.next() {
          if cells != [""] { try body(line, object(header, cells).flatMap(checked)) }
          line = reader.line
        }
        return
      }
      try body(line, .failure(flaw))
    } catch let flaw as CentreRecord.Flaw {
      // Where a row breaks, nobody knows where the next begins.
      try body(line, .failure(CentreRecord.Flaw(reason: flaw.reason + ", so that what follows was not looked at")))
    }
  }

  private func checked(_ object: JSONValue) -> Result<CentreRecord, CentreRecord.Flaw> {
    Result { () throws(CentreRecord.Flaw) in try CentreRecord(object, in: collection) }
  }

  /// What is wrong with the first line.
  private func flaw(of header: [String]) -> CentreRecord.Flaw? {
    if let name = header.first(where: { !collection.memberNames.contains($0) }) {
      let known = collection.memberNames.joined(separator: ", ")
      return CentreRecord.Flaw(reason: "column \"\(name)\" is unknown; use \(known)")
    }
    return Set(header).count == header.count ? nil : CentreRecord.Flaw(reason: "it names a column twice")
  }

  /// Makes of a row what JSON would say; an empty cell says nothing.
  private func object(_ header: [String], _ cells: [String]) -> Result<JSONValue, CentreRecord.Flaw> {
    guard cells.count == header.count else {
      let count = cells.count == 1 ? "1 cell" : "\(cells.count) cells"
      return .failure(CentreRecord.Flaw(reason: "it has \(count) instead of \(header.count)"))
    }
    let members = zip(header, cells).compactMap { name, cell -> JSONMember? in
      guard !cell.isEmpty else { return nil }
      guard name == "speakers" else { return JSONMember(name, .string(cell)) }
      let names = cell.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      return JSONMember(name, .array(names.filter { !$0.isEmpty }.map(JSONValue.string)))
    }
    return .success(.object(members))
  }
}

extension JSONValue {
  fileprivate init(line: Data) throws(CentreRecord.Flaw) {
    do {
      try self.init(parsing: line)
    } catch let error as JSONSyntaxError {
      throw CentreRecord.Flaw(reason: "it is not JSON (\(error.message))")
    } catch {
      throw CentreRecord.Flaw(reason: "it is not JSON")
    }
  }
}
