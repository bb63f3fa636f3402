import CommandKit
import Foundation
import JSONStream
import PeopleSearch

/// `benchmarks search`: how fast the pickers' index is built and answers.
enum SearchBenchmark {
  static let spec = CommandSpec(
    name: "search", summary: "Build the pickers' index over a file of labels and time queries as keystrokes are.",
    options: [
      OptionSpec("labels", .text("FILE"), summary: "The rows, one \"Name — Title, Company\" or a bare name a line."),
      OptionSpec("queries", .text("FILE"), summary: "The queries, one a line."),
      OptionSpec(
        "limit", .number("N", 1...1_000_000), summary: "The rows asked for, with their matched letters; 5 by default."),
      OptionSpec("typing", summary: "Time each query as typed on from the one a letter shorter, instead of anew."),
      OptionSpec("processor", summary: "Time all processors' work instead of the clock, on a machine that others use."),
    ])

  private static let warmUps = 20
  private static let samples = 200

  static func run(_ command: ParsedCommand) throws {
    guard let labels = command.text("labels"), let queries = command.text("queries") else {
      throw UsageError("search needs --labels FILE and --queries FILE; benchmarks search --help explains them.")
    }
    let limit = command.number("limit") ?? 5
    let lines = try LineReader(queries).lines()
    let clock = ContinuousClock()
    let start = clock.now
    let now = command.has("processor") ? processorTime : { clock.now - start }
    let index = try read(labels)
    _ = index.search(lines.first ?? "a", limit: limit)
    let built = clock.now - start
    for line in lines {
      try writeOutput(
        command.has("typing")
          ? typing(line, in: index, limit: limit, now) : anew(line, in: index, limit: limit, now))
    }
    let writer = JSONWriter()
    writer.beginObject()
    writer.member("labels", count: index.entries.count)
    writer.member("build_ms", milliseconds: built)
    writer.member("resident_mb", tenths: peakMemory())
    writer.endObject()
    try writeOutput(writer.text)
  }

  private static func read(_ path: String) throws -> PeopleIndex {
    let builder = PeopleIndexBuilder()
    try LineReader(path).forEach { builder.append(SearchEntry(label: $0)) }
    return builder.finish()
  }

  private static func anew(_ query: String, in index: PeopleIndex, limit: Int, _ now: () -> Duration) -> String {
    var result = SearchResult(hits: [], total: 0)
    let times = measure(now) {
      result = index.search(query, limit: limit, remembering: false)
    }
    return report(query, result, times, in: index)
  }

  private static func typing(_ query: String, in index: PeopleIndex, limit: Int, _ now: () -> Duration) -> String {
    var result = SearchResult(hits: [], total: 0)
    let shorter = String(query.dropLast())
    let times = measure(now, before: { _ = index.search(shorter, limit: limit) }) {
      result = index.search(query, limit: limit)
    }
    return report(query, result, times, in: index)
  }

  private static func measure(
    _ now: () -> Duration, before: () -> Void = {}, _ job: () -> Void
  ) -> [Duration] {
    let times = (0..<warmUps + samples).map { _ in
      before()
      let start = now()
      job()
      return now() - start
    }
    return times.dropFirst(warmUps).sorted()
  }

  private static func report(_ query: String, _ result: SearchResult, _ times: [Duration], in index: PeopleIndex)
    -> String
  {
    let writer = JSONWriter()
    writer.beginObject()
    writer.key("query")
    writer.string(query)
    writer.member("hits", count: result.total)
    writer.key("top")
    writer.beginArray()
    for hit in result.hits { writer.string(index.entries[hit.index].label) }
    writer.endArray()
    writer.member("median_ms", milliseconds: times[times.count / 2])
    writer.member("p99_ms", milliseconds: times[times.count * 99 / 100 - 1])
    writer.endObject()
    return writer.text
  }
}
