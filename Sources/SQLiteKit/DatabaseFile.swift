import Foundation

/// The file a database is kept in: whether it can be one, and whose it is, found out before SQLite touches it.
package struct DatabaseFile {
  /// Where the file is.
  package let path: String
  /// Which program's it is to be.
  package let kind: DatabaseKind

  /// What a file's first bytes say about it.
  package enum Identity: Equatable {
    /// Nothing is in it yet.
    case empty
    /// It is ours, with the given number of schema steps.
    case ours(steps: UInt32)
    /// It is something else.
    case foreign
  }

  /// The length of the header of an SQLite database.
  package static let headerLength: Int32 = 100

  /// Names a file, whether there is one or not.
  package init(path: String, kind: DatabaseKind) {
    self.path = path
    self.kind = kind
  }

  /// Makes sure that there is a regular file, if need be an empty one that only its owner may read.
  package func prepare() throws {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw DatabaseError.unusable("No database is named; \(kind.naming) the path of a file.")
    }
    guard !path.hasSuffix("/") else {
      throw DatabaseError.unusable("\(path) is a directory; \(kind.naming) the path of a file.")
    }
    var status = stat()
    if stat(path, &status) != 0 {
      guard errno == ENOENT else { throw cannotOpen(errno) }
      try makeDirectories()
      try makeFile()
    } else if status.st_mode & S_IFMT == S_IFDIR {
      throw DatabaseError.unusable("\(path) is a directory; \(kind.naming) the path of a file.")
    } else if status.st_mode & S_IFMT != S_IFREG {
      throw DatabaseError.unusable("\(path) is not an ordinary file; \(kind.naming) the path of one.")
    }
  }

  /// Reads the header of a database file (its format is public and fixed): name, application id, user version.
  package func identity(of header: [UInt8]) -> Identity {
    if header.isEmpty { return .empty }
    guard header.count == Self.headerLength, header.starts(with: Array("SQLite format 3\0".utf8)),
      Self.bigEndian(header[68..<72]) == kind.applicationID
    else { return .foreign }
    return .ours(steps: Self.bigEndian(header[60..<64]))
  }

  /// The sentence for a file that belongs to something else.
  package var foreign: DatabaseError {
    .unusable("\(path) is not a database of \(kind.owner) and was left as it is; \(kind.naming) another path.")
  }

  /// The sentence for a file that a newer version has written.
  package var newer: DatabaseError {
    .unusable(
      "\(path) was written by a newer version of \(kind.owner) and was left as it is; update \(kind.owner) to open it.")
  }

  /// The sentence for a file that can be read only.
  package var readOnly: DatabaseError {
    .unusable("\(path) cannot be written; make it writable, or \(kind.naming) another path.")
  }

  /// The sentence for a file that cannot be shared between programs where it is.
  package var withoutLog: DatabaseError {
    .unusable("\(path) is on a disk that programs cannot share a database on; \(kind.naming) a local path.")
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

  private func cannotOpen(_ code: Int32) -> DatabaseError {
    let reason = String(cString: strerror(code))
    return .unusable("\(path) cannot be opened (\(reason)); \(kind.naming) a path that can be written.")
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
