/// A name in Swift as people write it in their files: `focusedLabel` is `focused-label`.
public func hyphenated(_ name: String) -> String {
  name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
}
