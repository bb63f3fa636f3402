import EventModel
import Foundation

/// Why a file was not written, in one sentence.
public struct ExportError: Error, CustomStringConvertible {
  /// What is wrong, and the next step.
  public let description: String
}

/// Writes events into a file.
///
/// - Parameters:
///   - events: The events, in order.
///   - format: How they are written.
///   - path: The file; `~/` at its start is the home directory.
///   - replacing: Whether a file that is there is replaced, all at once.
/// - Returns: Whether it was written; not where a file is there that is not to be replaced.
/// - Throws: ``ExportError`` where it cannot be written. Nothing half written is left then.
public func writeExport(_ events: [Event], as format: ExportFormat, to path: String, replacing: Bool) throws -> Bool {
  let home = FileManager.default.homeDirectoryForCurrentUser
  let file = path.hasPrefix("~/") ? home.appendingPathComponent(String(path.dropFirst(2))) : URL(fileURLWithPath: path)
  let data = Data(exportedText(events, as: format).utf8)
  do {
    try data.write(to: file, options: replacing ? .atomic : .withoutOverwriting)
    return true
  } catch CocoaError.fileWriteFileExists where !replacing {
    return false
  } catch {
    // It was not there before, so what is there now is the part that could be written.
    if !replacing { try? FileManager.default.removeItem(at: file) }
    throw ExportError(description: "\(path) cannot be written (\(reason(error))): choose another place for it.")
  }
}

/// What the system says of an error.
private func reason(_ error: any Error) -> String {
  guard let cause = (error as? CocoaError)?.underlying as? POSIXError else { return error.localizedDescription }
  return String(cString: strerror(cause.code.rawValue))
}
