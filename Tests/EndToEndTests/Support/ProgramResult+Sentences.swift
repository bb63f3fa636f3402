import TestSupport

extension ProgramResult {
  /// What it wrote to standard error, line by line.
  var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

  /// All that it wrote, to look for what must not be there.
  var everything: String { output + errors }

  /// The one plain sentence on standard error; nil where there is none, or more than one line.
  var sentence: String? {
    guard errorLines.count == 1, errors.hasSuffix("\n"), let line = errorLines.first, line.hasSuffix(".") else {
      return nil
    }
    return line
  }
}
