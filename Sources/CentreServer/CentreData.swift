import Assets
import EventModel
import Foundation
import JSONStream

/// Everything a Resources Centre serves, read and checked before the first request.
public struct CentreData: Sendable {
  let records: [CentreCollection: [CentreRecord]]

  /// Reads `speakers.jsonl`, `organizers.jsonl`, `sponsors.jsonl` and `events.jsonl` from a directory.
  ///
  /// Each line holds one object. A file that is missing is an empty collection, but one of them must be there. An
  /// object with `deleted_at` says that the record is gone; it needs no more than its `id`.
  ///
  /// - Throws: ``CentreError``, which names the file and the line.
  public init(directory: String) throws {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw CentreError("There is no directory \(directory); name the one that holds the data.")
    }
    var records: [CentreCollection: [CentreRecord]] = [:]
    for collection in CentreCollection.allCases {
      let path = "\(directory)/\(collection.fileName)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      records[collection] = try Self.records(in: try Self.contents(of: path), path: path, of: collection)
    }
    guard !records.isEmpty else {
      let names = CentreCollection.allCases.map(\.fileName).joined(separator: ", ")
      throw CentreError("\(directory) holds none of \(names); name the directory that holds the data.")
    }
    self.records = records
  }

  /// The sample catalogue: people and institutions from the history of computing.
  public static func demo() throws -> CentreData {
    var records: [CentreCollection: [CentreRecord]] = [:]
    for collection in CentreCollection.allCases {
      let name = "The sample data \(collection.fileName)"
      records[collection] = try Self.records(in: Self.sample(collection), path: name, of: collection)
    }
    return CentreData(records: records)
  }

  private init(records: [CentreCollection: [CentreRecord]]) {
    self.records = records
  }

  /// The text of a sample file, which is compiled in and ends with a NUL.
  static func sample(_ collection: CentreCollection) -> Data {
    let text =
      switch collection {
      case .speakers: demo_speakers()
      case .organizers: demo_organizers()
      case .sponsors: demo_sponsors()
      case .events: demo_events()
      }
    return text.map { Data(bytes: $0, count: strlen($0)) } ?? Data()
  }

  private static func contents(of path: String) throws -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CentreError("\(path) cannot be read; check that it is a file you may read.")
    }
  }

  private static func records(
    in data: Data, path: String, of collection: CentreCollection
  ) throws -> [CentreRecord] {
    var seen: [String: Int] = [:]
    return try data.objects(path: path) { object, line throws(CentreRecord.Flaw) in
      let record = try CentreRecord(object, in: collection)
      if let earlier = seen.updateValue(line, forKey: record.id) {
        throw CentreRecord.Flaw(reason: "its \"id\" \(record.id) is that of line \(earlier) already")
      }
      return record
    }
  }
}

extension Data {
  /// Reads one JSON object from each line that is not blank, and makes something of it.
  func objects<Result>(
    path: String, _ make: (JSONValue, Int) throws(CentreRecord.Flaw) -> Result
  ) throws(CentreError) -> [Result] {
    var results: [Result] = []
    for (index, line) in split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      do {
        results.append(try make(try JSONValue(line: line), index + 1))
      } catch {
        throw CentreError("\(path), line \(index + 1): \(error.reason); correct the line.")
      }
    }
    return results
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
