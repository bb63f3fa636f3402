/// What a search leaves behind for one that extends it: its matching words, and the rows it found without typos.
struct ShardMemory: Sendable {
  let words: [[[UInt16]]]
  let found: RowSet
  let count: Int
}
