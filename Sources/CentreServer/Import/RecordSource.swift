import Foundation

/// Where a file's bytes come from.
///
/// A file on the disk is read and not mapped: one that somebody cuts short meanwhile would end the program.
enum RecordSource: Sendable {
  /// They are here.
  case data(Data)
  /// They are at a path.
  case file(String)

  /// Makes sure that it can be read.
  func check() throws(CentreError) {
    guard case .file(let path) = self else { return }
    do {
      _ = try opened(path).read(upToCount: 1)
    } catch let error as CentreError {
      throw error
    } catch {
      throw Self.unreadable(path)
    }
  }

  /// All of it.
  func whole() throws(CentreError) -> Data {
    switch self {
    case .data(let data): return data
    case .file(let path):
      do {
        return try Data(contentsOf: URL(fileURLWithPath: path))
      } catch {
        throw Self.unreadable(path)
      }
    }
  }

  /// Its lines, of which memory holds a few at a time.
  func lines() throws(CentreError) -> LineReader {
    switch self {
    case .data(let data): LineReader(data)
    case .file(let path): LineReader(try opened(path), path: path)
    }
  }

  private func opened(_ path: String) throws(CentreError) -> FileHandle {
    guard let file = FileHandle(forReadingAtPath: path) else { throw Self.unreadable(path) }
    return file
  }

  fileprivate static func unreadable(_ path: String) -> CentreError {
    CentreError("\(path) cannot be read; check that it is a file you may read.")
  }
}

/// Reads bytes line by line; a line feed ends a line, and the last one may do without.
struct LineReader {
  private static let pieceBytes = 1 << 20

  private let file: FileHandle?
  private let path: String
  private var buffer: Data
  private var start: Data.Index
  /// Up to where there is no line feed.
  private var searched: Data.Index

  /// Reads what is here.
  init(_ data: Data) {
    (file, path, buffer) = (nil, "", data)
    start = data.startIndex
    searched = start
  }

  /// Reads a file piece by piece.
  init(_ file: FileHandle, path: String) {
    (self.file, self.path, buffer) = (file, path, Data())
    start = buffer.startIndex
    searched = start
  }

  /// The next line; nil at the end.
  mutating func next() throws(CentreError) -> Data? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer {
          start = buffer.index(after: end)
          searched = start
        }
        return buffer[start..<end]
      }
      guard let piece = try piece() else { break }
      let rest = buffer[start...]
      let known = rest.count
      buffer = Data(rest) + piece
      start = buffer.startIndex
      searched = buffer.index(start, offsetBy: known)
    }
    guard start < buffer.endIndex else { return nil }
    defer {
      start = buffer.endIndex
      searched = start
    }
    return buffer[start...]
  }

  private func piece() throws(CentreError) -> Data? {
    do {
      return try file?.read(upToCount: Self.pieceBytes).flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw RecordSource.unreadable(path)
    }
  }
}
