import Assets
import Foundation

/// Files with records, to be served as they are or taken into a store.
public struct CentreData: Sendable {
  let files: [RecordFile]

  /// Finds the files of a directory: `speakers.jsonl`, `organizers.csv` and so on.
  ///
  /// A line of JSON, or a row of CSV, is one record. A collection without a file has no records, but one of them must be
  /// there. A record with `deleted_at` says that it is gone; it needs no more than its `id`.
  public init(directory: String) throws(CentreError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw CentreError("There is no directory \(directory); name the one that holds the data.")
    }
    var files: [RecordFile] = []
    for file in Self.places(in: directory) {
      files.append(try RecordFile(path: file.path, of: file.collection, format: file.format))
    }
    guard !files.isEmpty else {
      let names = CentreCollection.allCases.map { "\($0.rawValue).jsonl" }.joined(separator: ", ")
      throw CentreError("\(directory) holds none of \(names), nor the same as .csv; name the one that holds the data.")
    }
    self.files = files
  }

  /// Whether a directory holds a file with records.
  public static func isHeld(in directory: String) -> Bool { !places(in: directory).isEmpty }

  /// A file that is there, and what its name says of it.
  private struct Place {
    let path: String
    let collection: CentreCollection
    let format: RecordFile.Format
  }

  /// The files with records in a directory, by their names.
  private static func places(in directory: String) -> [Place] {
    let places = CentreCollection.allCases.flatMap { collection in
      RecordFile.Format.allCases.flatMap { format in
        format.endings.map {
          Place(path: "\(directory)/\(collection.rawValue).\($0)", collection: collection, format: format)
        }
      }
    }
    return places.filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Takes one file, whose name says what it holds: `speakers.csv`, or another name with the collection given.
  public init(file path: String, of collection: CentreCollection? = nil) throws(CentreError) {
    let url = URL(fileURLWithPath: path)
    guard let format = RecordFile.Format(ending: url.pathExtension) else {
      throw CentreError("\(path) is neither .jsonl, .ndjson nor .csv; give it the ending that says how it is written.")
    }
    let stem = url.deletingPathExtension().lastPathComponent.lowercased()
    guard let collection = collection ?? CentreCollection(rawValue: stem) else {
      let names = CentreCollection.allCases.map(\.rawValue).joined(separator: ", ")
      throw CentreError("\(path) does not say what it holds; give --into and one of \(names).")
    }
    files = [try RecordFile(path: path, of: collection, format: format)]
  }

  /// The sample catalogue: people and institutions from the history of computing.
  public static func demo() -> CentreData {
    CentreData(files: CentreCollection.allCases.map(sample))
  }

  private init(files: [RecordFile]) {
    self.files = files
  }

  /// A sample file, which is compiled in and ends with a NUL.
  static func sample(_ collection: CentreCollection) -> RecordFile {
    let text =
      switch collection {
      case .speakers: demo_speakers()
      case .organizers: demo_organizers()
      case .sponsors: demo_sponsors()
      case .events: demo_events()
      }
    return RecordFile(
      name: "The sample data \(collection.rawValue).jsonl", of: collection, format: .lines,
      data: text.map { Data(bytes: $0, count: strlen($0)) } ?? Data())
  }
}
