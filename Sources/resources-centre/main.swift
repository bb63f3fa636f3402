import Foundation

ResourcesCentre.run(
  Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment
).exit()
