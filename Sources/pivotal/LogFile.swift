import CommandKit
import Foundation
import Synchronization

/// A file of lines that grows until it is full and then begins anew, with the one before kept beside it.
final class LogFile: Sendable {
  private static let largest = 10 << 20

  private let path: String
  private let file: Mutex<FileHandle?>

  /// Opens the file, and makes it and its directory for their owner alone where they are missing.
  init(_ path: String) throws {
    self.path = path
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Self.cannotWrite(path)
    }
    guard let handle = Self.opened(path) else { throw Self.cannotWrite(path) }
    file = Mutex(handle)
  }

  /// Adds a line.
  func add(_ line: String) {
    file.withLock { file in
      if let handle = file, (try? handle.offset()) ?? 0 > Self.largest { file = begunAnew(handle) }
      do {
        try file?.write(contentsOf: Data("\(line)\n".utf8))
      } catch {
        writeError("\(Self.cannotWrite(path)) The line was: \(line)")
      }
    }
  }

  private func begunAnew(_ handle: FileHandle) -> FileHandle {
    guard rename(path, path + ".1") == 0, let new = Self.opened(path) else { return handle }
    return new
  }

  private static func opened(_ path: String) -> FileHandle? {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    lseek(descriptor, 0, SEEK_END)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func cannotWrite(_ path: String) -> SettingsError {
    SettingsError("The log \(path) cannot be written; set XDG_STATE_HOME to a directory that can.")
  }
}
