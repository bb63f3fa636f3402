import CentreServer
import CentreSync
import CommandKit
import EventEditor
import EventModel
import EventStore
import Foundation
import TerminalKit

/// `pivotal demo`: a sample Resources Centre on loopback, a throw-away database, and the editor on both.
enum DemoCommand {
  static func run(_ settings: Settings) throws -> ExitStatus {
    try CursesTerminal.checkAvailable(settings.environment)
    var options = try EditorCommand.options(.list, settings)
    // Whoever runs it makes its database.
    options.role = .admin
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("pivotal-demo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let key = UUID().uuidString
    let server = try CentreServer(data: .demo(), apiKey: key)
    defer { server.stop() }
    let url = server.url
    let centre: @Sendable () throws -> SyncConfiguration = { try SyncConfiguration(baseURL: url, apiKey: key) }
    try EditorRuntime.run(options: options, environment: settings.environment) {
      try make(directory)
      let storage = try openStorage(at: directory.appendingPathComponent("pivotal.db").path)
      try fill(storage, from: centre())
      return .live(try AuthorizedStorage(storage).letIn(), centre: centre)
        .keepingSettings(in: settings.preferencesFile)
    }
    return .success
  }

  /// Makes the directory that everything is in, for its owner alone.
  private static func make(_ directory: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      let place = directory.deletingLastPathComponent().path
      throw SettingsError(
        "The demo cannot put its database into \(place): set TMPDIR to a directory that can be written.")
    }
  }

  /// Puts the sample events in and syncs once, so that the demo opens on something to look at.
  private static func fill(_ storage: any EventStorage, from centre: SyncConfiguration) throws {
    for details in try CentreData.sampleEvents() { _ = try storage.add(details, by: "demo", at: .present) }
    let run = try CentreSync(configuration: centre, storage: storage, now: { .present }).run()
    guard run.isSuccess else {
      let lines = run.summaryLines().joined(separator: "; ")
      throw SettingsError("The demo could not sync (\(lines)): run `pivotal demo` again, and report it if it stays so.")
    }
  }
}
