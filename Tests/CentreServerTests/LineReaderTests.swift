import Foundation
import TestSupport
import Testing

@testable import CentreServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("A file of lines")
struct LineReaderTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func lines(_ text: String) throws -> [LineReader.Line] {
    var lines: [LineReader.Line] = []
    var reader = try RecordSource.file(directory.write(text, to: "lines.jsonl")).lines()
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  private func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

  @Test("is read across its pieces, whether a line feed ends it or not")
  func pieces() throws {
    let texts = ["a", "", letters(700_000), letters(700_000), letters(LineReader.longest), "b"]
    let whole = texts.map { LineReader.Line.whole(Data($0.utf8)) }
    #expect(try lines(texts.joined(separator: "\n")) == whole)
    #expect(try lines(texts.joined(separator: "\n") + "\n") == whole)
    #expect(try lines("").isEmpty)
  }

  @Test("has lines that are too long passed over, wherever they stand", .timeLimit(.minutes(1)))
  func tooLong() throws {
    let long = letters(LineReader.longest + 1)
    let longer = letters(64 << 20)
    let a = LineReader.Line.whole(Data("a".utf8))
    #expect(try lines("\(long)\na\n\(longer)\na\n\(long)") == [.tooLong, a, .tooLong, a, .tooLong])
    var reader = LineReader(Data("\(long)\na\n\(long)".utf8))
    #expect(try [reader.next(), reader.next(), reader.next(), reader.next()] == [.tooLong, a, .tooLong, nil])
  }

  @Test("has such a line named by its number")
  func refusal() throws {
    let centre = try TestCentre()
    let refusal = try #require(throws: ImportRefusal.self) {
      try centre.take("{\"id\":1,\"name\":\"Ada\"}\n\(letters(3 << 20))\n{\"id\":2,\"name\":\"Alan\"}\n")
    }
    #expect(refusal.count == 1)
    #expect(refusal.lines.first?.hasSuffix(", line 2: it is longer than 1 MiB") == true)
  }

  @Test("may be a pipe, of which nothing is lost", .timeLimit(.minutes(1)))
  func pipe() throws {
    let path = try directory.write("", to: "x") + ".jsonl"
    try #require(mkfifo(path, 0o600) == 0)
    // Open for both, so that neither side waits for the other, nor ends where a reader closes.
    let descriptor = open(path, O_RDWR)
    try #require(descriptor >= 0)
    #expect(write(descriptor, "{}\n", 3) == 3)
    let source = RecordSource.file(path)
    try source.check()
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(descriptor, &bytes, 8) == 3)
    close(descriptor)
  }
}
