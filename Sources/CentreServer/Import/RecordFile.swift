import Foundation
import JSONStream

/// A file with the records of one collection: JSON lines, or CSV with the members' names in its first line.
struct RecordFile: Sendable {
  /// How a file is written.
  enum Format: String, CaseIterable, Sendable {
    case lines = "jsonl"
    case csv
  }

  /// How it is called in messages.
  let name: String
  let collection: CentreCollection
  let format: Format
  private let data: Data

  /// Takes what a file holds.
  init(name: String, of collection: CentreCollection, format: Format, data: Data) {
    self.name = name
    self.collection = collection
    self.format = format
    self.data = data
  }

  /// Reads a file.
  init(path: String, of collection: CentreCollection, format: Format) throws(CentreError) {
    do {
      // Mapped, so that a large file does not have to be in memory.
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    } catch {
      throw CentreError("\(path) cannot be read; check that it is a file you may read.")
    }
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
    var start = data.startIndex
    while start < data.endIndex {
      let end = data[start...].firstIndex(of: 0x0A) ?? data.endIndex
      number += 1
      let line = data[start..<end]
      start = end < data.endIndex ? data.index(after: end) : end
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      try body(number, Result { () throws(CentreRecord.Flaw) in try JSONValue(line: line) })
    }
  }

  private func forEachLine(_ body: (Int, Result<CentreRecord, CentreRecord.Flaw>) throws -> Void) throws {
    try forEachObject { line, object in try body(line, object.flatMap(checked)) }
  }

  private func forEachRow(_ body: (Int, Result<CentreRecord, CentreRecord.Flaw>) throws -> Void) throws {
    var reader = CSVReader(Array(data))
    var line = reader.line
    do {
      guard let header = try reader.next() else { return }
      try check(header)
      line = reader.line
      while let cells = try reader.next() {
        if cells != [""] { try body(line, object(header, cells).flatMap(checked)) }
        line = reader.line
      }
    } catch let flaw as CentreRecord.Flaw {
      // Where a row breaks, nobody knows where the next begins.
      try body(line, .failure(flaw))
    }
  }

  private func checked(_ object: JSONValue) -> Result<CentreRecord, CentreRecord.Flaw> {
    Result { () throws(CentreRecord.Flaw) in try CentreRecord(object, in: collection) }
  }

  private func check(_ header: [String]) throws(CentreRecord.Flaw) {
    for name in header where !collection.memberNames.contains(name) {
      let known = collection.memberNames.joined(separator: ", ")
      throw CentreRecord.Flaw(reason: "its column \"\(name)\" is none of \(known)")
    }
    guard Set(header).count == header.count else { throw CentreRecord.Flaw(reason: "it names a column twice") }
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
      throw CentreRecord.Flaw(reason: "it is no JSON (\(error.message))")
    } catch {
      throw CentreRecord.Flaw(reason: "it is no JSON")
    }
  }
}
