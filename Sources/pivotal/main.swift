import Foundation

Pivotal.run(Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment).exit()
