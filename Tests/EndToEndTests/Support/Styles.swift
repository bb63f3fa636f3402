/// The sequences for styles that a screen holds.
struct Styles {
  /// The parameters that set a colour of text or background.
  let colors: Set<String>
  /// All other parameters.
  let attributes: Set<String>

  init(_ text: String) {
    let sequences = text.components(separatedBy: "\u{1B}[").dropFirst()
    let parameters = sequences.compactMap { sequence -> Substring? in
      let end = sequence.firstIndex { !$0.isNumber && $0 != ";" && $0 != ":" }
      return end.flatMap { sequence[$0] == "m" ? sequence[..<$0] : nil }
    }
    let all = Set(parameters.flatMap { $0.split { $0 == ";" || $0 == ":" } }.map(String.init))
    // 39 and 49 go back to the terminal's own colours.
    let isColor = { (parameter: String) in
      Int(parameter).map { (30...48).contains($0) && $0 != 39 || (90...107).contains($0) } ?? false
    }
    colors = all.filter(isColor)
    attributes = all.subtracting(colors)
  }
}
