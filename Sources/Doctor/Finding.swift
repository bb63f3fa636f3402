/// What one check has found out.
public struct Finding: Equatable, Sendable {
  /// How it is.
  public enum Grade: String, Sendable {
    /// As it should be.
    case ok
    /// It works, but may not be what one wants.
    case warning
    /// Something will not work.
    case problem
  }

  /// The check's name, for programs.
  public let check: String
  /// How it is.
  public let grade: Grade
  /// What was found, in words.
  public let what: String
  /// What to do about it; nil where there is nothing to do.
  public let step: String?

  /// The finding on one line: how it is, what was found, what to do.
  public var line: String {
    ([grade.rawValue, what] + (step.map { [$0] } ?? [])).joined(separator: " — ")
  }

  init(_ check: String, ok what: String) {
    self.init(check, .ok, what, nil)
  }

  init(_ check: String, warning what: String, _ step: String) {
    self.init(check, .warning, what, step)
  }

  init(_ check: String, problem what: String, _ step: String) {
    self.init(check, .problem, what, step)
  }

  /// Takes a sentence apart that says first what is wrong and then, behind a semicolon or a colon, what to do.
  init(_ check: String, problem sentence: String) {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    let cut = [";", ":"].lazy.compactMap { Self.lastRange(of: "\($0) ", in: text) }.first
    guard let cut else {
      self.init(check, .problem, text, "read the guide to the sync")
      return
    }
    self.init(check, .problem, String(text[..<cut.lowerBound]), String(text[cut.upperBound...]))
  }

  private init(_ check: String, _ grade: Grade, _ what: String, _ step: String?) {
    self.check = check
    self.grade = grade
    self.what = what
    self.step = step
  }

  private static func lastRange(of mark: String, in text: String) -> Range<String.Index>? {
    text.ranges(of: mark).last
  }
}
