import HTTPTransport
import SQLiteKit

/// A listing that goes from the database to the client row by row.
// Safe to pass between threads: one at a time reads it.
final class ListingStream: HTTPBodyStream, @unchecked Sendable {
  private let closing: [UInt8]
  /// The rows that are still to come; nil after the last.
  private var rows: SQLiteCursor?
  /// Keeps the state that the rows are of; released after them.
  private let snapshot: CentreSnapshot
  /// What comes before the current row, or after the last.
  private var frame: ArraySlice<UInt8>
  /// What is left of the current row, which lies in SQLite's memory until the next is asked for.
  private var row = UnsafeRawBufferPointer(start: nil, count: 0)
  private var isFirst = true

  init(_ snapshot: CentreSnapshot, _ rows: SQLiteCursor, opening: [UInt8], closing: [UInt8]) {
    self.snapshot = snapshot
    self.rows = rows
    self.closing = closing
    frame = opening[...]
  }

  deinit {
    rows = nil
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    var room = buffer[...]
    while !room.isEmpty {
      let target = UnsafeMutableRawBufferPointer(rebasing: room)
      let taken: Int
      if !frame.isEmpty {
        taken = min(frame.count, room.count)
        target.copyBytes(from: frame.prefix(taken))
        frame = frame.dropFirst(taken)
      } else if !row.isEmpty {
        taken = min(row.count, room.count)
        target.copyMemory(from: UnsafeRawBufferPointer(rebasing: row.prefix(taken)))
        row = UnsafeRawBufferPointer(rebasing: row.dropFirst(taken))
      } else {
        guard try advance() else { break }
        continue
      }
      room = room.dropFirst(taken)
    }
    return buffer.count - room.count
  }

  /// Goes to the next row, or to what stands at the end; false where that was there already.
  private func advance() throws -> Bool {
    guard let rows else { return false }
    if try rows.next() {
      row = rows.bytes(ofColumn: 0)
      if !isFirst { frame = Self.comma }
      isFirst = false
    } else {
      self.rows = nil
      frame = closing[...]
    }
    return true
  }

  private static let comma = Array(",".utf8)[...]
}
