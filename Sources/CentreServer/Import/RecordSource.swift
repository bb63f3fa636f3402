import Foundation

/// Where a file's bytes come from.
///
/// A file on the disk is read and not mapped: one that somebody cuts short meanwhile would end the program.
enum RecordSource: Sendable {
  /// They are here.
  case data(Data)
  /// They are at a path.
  case file(String)

  /// Makes sure that it can be read, as far as can be seen without taking anything of it.
  func check() throws(CentreError) {
    guard case .file(let path) = self else { return }
    let place = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: place)[.type] as? FileAttributeType
    // What comes through a pipe comes once, and its writer ends where its only reader closes.
    if type != .typeRegular, type != .typeDirectory {
      guard FileManager.default.isReadableFile(atPath: path) else { throw Self.unreadable(path) }
      return
    }
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
  /// What stands between two line feeds.
  enum Line: Equatable {
    case whole(Data)
    /// It is longer than ``LineReader/longest``, so that it was passed over.
    case tooLong
  }

  /// The most bytes of a line: a record that is longer is refused by whoever fetches it.
  static let longest = 1 << 20
  private static let pieceBytes = 1 << 20

  private let file: FileHandle?
  private let path: String
  private var buffer: Data
  private var start: Data.Index
  /// Up to where there is no line feed.
  private var searched: Data.Index
  /// Whether the beginning of this line was thrown away already.
  private var isPassingOver = false

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
  mutating func next() throws(CentreError) -> Line? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return line(to: end, next: buffer.index(after: end)) }
      if buffer.endIndex - start > Self.longest {
        isPassingOver = true
        start = buffer.endIndex
      }
      guard let piece = try piece() else { break }
      // In place, so that a long line is not copied with every piece of it.
      buffer.removeSubrange(buffer.startIndex..<start)
      searched = buffer.endIndex
      buffer.append(piece)
      start = buffer.startIndex
    }
    return start < buffer.endIndex || isPassingOver ? line(to: buffer.endIndex, next: buffer.endIndex) : nil
  }

  /// Takes the line that ends here, and goes on behind it.
  private mutating func line(to end: Data.Index, next: Data.Index) -> Line {
    defer {
      start = next
      searched = next
      isPassingOver = false
    }
    return isPassingOver || end - start > Self.longest ? .tooLong : .whole(buffer[start..<end])
  }

  private func piece() throws(CentreError) -> Data? {
    do {
      return try file?.read(upToCount: Self.pieceBytes).flatMap { $0.isEmpty ? nil : $0 }
    } catch {
      throw RecordSource.unreadable(path)
    }
  }
}
