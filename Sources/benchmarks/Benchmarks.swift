import CommandKit
import Foundation

/// The program that measures the others' parts, and prints figures as JSON lines.
enum Benchmarks {
  static let spec = ProgramSpec(
    name: "benchmarks", summary: "Measures the parts of Pivotal; prints figures as JSON lines.",
    commands: [SearchBenchmark.spec, SyncBenchmark.spec, SyncBenchmarkRun.spec, ScreenBenchmark.spec],
    sections: [ExitStatus.help(for: [.success, .failure, .usage])])

  /// Does what a command line asks for.
  static func run(_ line: [String]) -> ExitStatus {
    do {
      switch try spec.parse(line) {
      case .show(let text): try writeOutput(text)
      case .run(let command):
        switch command.name {
        case SyncBenchmark.spec.name: try SyncBenchmark.run(command)
        case SyncBenchmarkRun.spec.name: try SyncBenchmarkRun.run(command)
        case ScreenBenchmark.spec.name: try ScreenBenchmark.run(command)
        default: try SearchBenchmark.run(command)
        }
      }
      return .success
    } catch {
      writeError("\(error)")
      return error is UsageError ? .usage : .failure
    }
  }
}

/// Something that could not be measured, in one plain sentence.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
}
