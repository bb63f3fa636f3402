import Foundation

Benchmarks.run(Array(CommandLine.arguments.dropFirst())).exit()
