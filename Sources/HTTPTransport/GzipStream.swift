import CZlib

/// Compresses another stream while it is read.
// Safe to pass between threads: one at a time reads it.
final class GzipStream: HTTPBodyStream, @unchecked Sendable {
  /// The quickest level: the texts of a listing are much alike, and more effort wins little on them.
  private static let level: Int32 = 1
  private static let inputSize = 64 * 1024

  private let source: any HTTPBodyStream
  /// zlib's state, which points to itself and so must stay in its place.
  private let state: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  private var sourceHasEnded = false
  private var hasEnded = false

  /// Makes the stream; nil where there is no memory for it.
  init?(_ source: any HTTPBodyStream) {
    self.source = source
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    input = .allocate(byteCount: Self.inputSize, alignment: 16)
    guard zlib_begin_gzip(state, Self.level) == Z_OK else { return nil }
  }

  deinit {
    deflateEnd(state)
    state.deallocate()
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    state.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(clamping: buffer.count)
    let room = Int(state.pointee.avail_out)
    while !hasEnded && state.pointee.avail_out > 0 {
      if state.pointee.avail_in == 0 && !sourceHasEnded { try refill() }
      hasEnded = deflate(state, sourceHasEnded ? Z_FINISH : Z_NO_FLUSH) == Z_STREAM_END
    }
    return room - Int(state.pointee.avail_out)
  }

  private func refill() throws {
    let count = try source.read(into: input)
    sourceHasEnded = count == 0
    state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_in = UInt32(clamping: count)
  }
}

/// Gives bytes that are there already.
// Safe to pass between threads: one at a time reads it.
final class ByteStream: HTTPBodyStream, @unchecked Sendable {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = rest.prefix(buffer.count)
    buffer.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
