/// How often and how recently names were chosen, for putting those first that match equally well.
public struct Usage: Equatable, Sendable {
  /// The weight of each name; the larger, the further to the front.
  public let weights: [String: UInt32]

  /// Makes it from weights by name.
  public init(weights: [String: UInt32]) {
    self.weights = weights
  }

  /// Nothing was ever chosen.
  public static let none = Usage(weights: [:])

  /// Weighs names by the events they were chosen for, given as the names of each event, the latest event last.
  ///
  /// A choice counts half as much once sixteen more events have been made.
  public init(choices: [[String]]) {
    var scores: [String: Double] = [:]
    let halfAge = 16.0
    for (place, names) in choices.enumerated() {
      let age = Double(choices.count - 1 - place)
      for name in Set(names) { scores[name, default: 0] += 1 / (1 + age / halfAge) }
    }
    weights = scores.mapValues { UInt32(min($0 * 1000, 1e9)) }
  }

  /// The weights of the rows of a text whose names were chosen.
  func weights(in text: PackedText) -> [Int: UInt32] {
    guard !weights.isEmpty else { return [:] }
    var result: [Int: UInt32] = [:]
    for row in 0..<text.count {
      if let weight = weights[text.name(of: row)] { result[row] = weight }
    }
    return result
  }
}
