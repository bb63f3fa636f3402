import TerminalKit

/// Finds a key that somebody has given to two commands, of one place or of two that hold together.
struct KeyClash {
  private let bindings: [EditorKeys.Binding]
  /// The lines that have changed bindings, by the bindings' positions.
  private let lines: [Int: SettingLine]
  /// The positions of the bindings that have a key, by place.
  private let owners: [KeyContext: [Key: [Int]]]

  /// Looks at bindings and at the lines that have changed some of them, by their positions.
  init(_ bindings: [EditorKeys.Binding], changedBy lines: [Int: SettingLine]) {
    self.bindings = bindings
    self.lines = lines
    owners = Self.owners(bindings)
  }

  /// What is wrong; nil where every key does what it was given for.
  var mistake: SettingMistake? {
    for (index, binding) in bindings.enumerated() {
      for key in binding.keys {
        if let mistake = clash(of: index, on: key) ?? shadow(over: index, on: key) { return mistake }
      }
    }
    return nil
  }

  private static func owners(_ bindings: [EditorKeys.Binding]) -> [KeyContext: [Key: [Int]]] {
    var owners: [KeyContext: [Key: [Int]]] = [:]
    for (index, binding) in bindings.enumerated() {
      for key in binding.keys { owners[binding.context, default: [:]][key, default: []].append(index) }
    }
    return owners
  }

  /// The last line that changed one of two bindings; nil where nobody did, or where both do the same.
  private func line(of pair: (Int, Int)) -> SettingLine? {
    guard bindings[pair.0].command != bindings[pair.1].command else { return nil }
    return [lines[pair.0], lines[pair.1]].compactMap(\.self).max { $0.number < $1.number }
  }

  /// Two commands of one place.
  private func clash(of index: Int, on key: Key) -> SettingMistake? {
    let binding = bindings[index]
    for other in owners[binding.context]?[key] ?? [] where other < index {
      guard let line = line(of: (other, index)) else { continue }
      return line.mistake(
        "\(key.name) would be both \(bindings[other].command.name) and \(binding.command.name) in the place "
          + "\(binding.context.name): give one of them another key.")
    }
    return nil
  }

  /// A command of a nearer place, where the key would never come to this one; unless both have the key by themselves.
  private func shadow(over index: Int, on key: Key) -> SettingMistake? {
    let far = bindings[index]
    for place in KeyContext.allCases where far.context.nearer.contains(place) && !isShared(key, place, far.context) {
      for other in owners[place]?[key] ?? [] {
        guard let line = line(of: (other, index)) else { continue }
        return line.mistake(
          "\(key.name) would be \(far.command.name) in the place \(far.context.name), but "
            + "\(bindings[other].command.name) in the place \(place.name), which comes first: give one of them another "
            + "key.")
      }
    }
    return nil
  }

  private static let usualOwners = owners(EditorKeys.table.bindings)

  /// Whether two places have a key when nobody has changed anything, as an open list and its form have Esc.
  private func isShared(_ key: Key, _ near: KeyContext, _ far: KeyContext) -> Bool {
    Self.usualOwners[near]?[key] != nil && Self.usualOwners[far]?[key] != nil
  }
}
