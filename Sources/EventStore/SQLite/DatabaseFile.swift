import EventModel
import Foundation

/// The file a database is kept in: whether it can be one, and whose it is, found out before SQLite touches it.
struct DatabaseFile {
  /// Where the file is.
  let path: String

  /// What a file's first bytes say about it.
  enum Identity: Equatable {
    /// Nothing is in it yet.
    case empty
    /// It is ours, with the given number of schema steps.
    case ours(steps: UInt32)
    /// It is something else.
    case foreign
  }

  /// "Pvtl", written in the header of every database of ours.
  static let applicationID: UInt32 = 0x5076_746C

  /// The length of the header of an SQLite database.
  static let headerLength: Int32 = 100

  /// Makes sure that there is a regular file, if need be an empty one that only its owner may read.
  func prepare() throws {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw StorageError.unusable("No database is named; set PIVOTAL_DATABASE to the path of a file.")
    }
    var status = stat()
    if stat(path, &status) != 0 {
      guard errno == ENOENT else { throw cannotOpen(errno) }
      try makeDirectories()
      try makeFile()
    } else if status.st_mode & S_IFMT == S_IFDIR {
      throw StorageError.unusable("\(path) is a directory; set PIVOTAL_DATABASE to the path of a file.")
    } else if status.st_mode & S_IFMT != S_IFREG {
      throw StorageError.unusable("\(path) is not an ordinary file; set PIVOTAL_DATABASE to the path of one.")
    }
  }

  /// Reads the header of a database file (its format is public and fixed): name, application id, user version.
  static func identity(of header: [UInt8]) -> Identity {
    if header.isEmpty { return .empty }
    guard header.count == headerLength, header.starts(with: Array("SQLite format 3\0".utf8)),
      bigEndian(header[68..<72]) == applicationID
    else { return .foreign }
    return .ours(steps: bigEndian(header[60..<64]))
  }

  /// The sentence for a file that belongs to something else.
  var foreign: StorageError {
    .unusable("\(path) is not a database of Pivotal and was left as it is; set PIVOTAL_DATABASE to another path.")
  }

  /// The sentence for a file that a newer version has written.
  var newer: StorageError {
    .unusable("\(path) was written by a newer version of Pivotal and was left as it is; update Pivotal to open it.")
  }

  /// The sentence for a file that can be read only.
  var readOnly: StorageError {
    .unusable("\(path) cannot be written; make it writable, or set PIVOTAL_DATABASE to another path.")
  }

  /// The sentence for a file that cannot be shared between programs where it is.
  var withoutLog: StorageError {
    .unusable("\(path) is on a disk that programs cannot share a database on; set PIVOTAL_DATABASE to a local path.")
  }

  private func makeFile() throws {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST {
      throw cannotOpen(errno)
    }
  }

  private func makeDirectories() throws {
    var parents: [String] = []
    var rest = path
    while let slash = rest.lastIndex(of: "/"), slash != rest.startIndex {
      rest = String(rest[..<slash])
      parents.append(rest)
    }
    for parent in parents.reversed() where mkdir(parent, 0o700) != 0 {
      let reason = errno
      var status = stat()
      guard stat(parent, &status) == 0 else { throw cannotOpen(reason) }
    }
  }

  private func cannotOpen(_ code: Int32) -> StorageError {
    let reason = String(cString: strerror(code))
    return .unusable("\(path) cannot be opened (\(reason)); set PIVOTAL_DATABASE to a path that can be written.")
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
