import Foundation

/// A new, empty directory that goes with all it holds when nobody uses it any more.
public final class TemporaryDirectory: Sendable {
  /// Where it is.
  public let url: URL

  /// Makes the directory.
  public init() throws {
    // Short, since the path of a socket inside it may have about 100 bytes.
    let name = "pivotal-\(UInt64.random(in: 0...UInt64.max))"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit {
    // Once is not enough where a program that is ending still puts its own files away.
    _ = isMet(within: .seconds(5)) {
      try? FileManager.default.removeItem(at: url)
      return !FileManager.default.fileExists(atPath: url.path)
    }
  }

  /// The path of a file in it, whether there is one or not.
  public func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// The text of a file in it, as far as it is written.
  public func text(_ name: String) -> String {
    let bytes = (try? Data(contentsOf: url.appendingPathComponent(name))) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file into it and gives its path.
  @discardableResult
  public func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
