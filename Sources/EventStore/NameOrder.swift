import Foundation

/// Puts values in the order of their names without regard to case and accents; equal names keep the order they had.
func orderedByName<Value>(_ values: [Value], name: (Value) -> String) -> [Value] {
  let keys = values.map { orderKey(name($0)) }
  return values.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { values[$0] }
}

/// The name without case and accents.
///
/// Most names are plain ASCII, for which no library is needed.
private func orderKey(_ name: String) -> String {
  name.utf8.allSatisfy { $0 < 0x80 }
    ? name.lowercased() : name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
}
