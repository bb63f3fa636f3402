/// The known word that differs least from what was typed; nil where none is near.
func nearest(to typed: String, among known: [String]) -> String? {
  let best = known.map { (word: $0, distance: editDistance(typed, $0)) }.min { $0.distance < $1.distance }
  guard let best, best.distance <= max(1, typed.count / 3) else { return nil }
  return best.word
}

/// How many letters must be added, left out or changed to make one word of the other.
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var row = Array(0...right.count)
  for (lineNumber, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = lineNumber + 1
    for (column, other) in right.enumerated() {
      let change = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(change, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
