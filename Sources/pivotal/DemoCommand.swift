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
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("pivotal-demo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: directory) }

    let key = UUID().uuidString
    let server = try CentreServer(data: .demo(), apiKey: key)
    defer { server.stop() }
    let storage = try openStorage(at: directory.appendingPathComponent("pivotal.db").path)
    let url = server.url
    let centre: @Sendable () throws -> SyncConfiguration = { try SyncConfiguration(baseURL: url, apiKey: key) }
    try fill(storage, from: centre())
    try EditorRuntime.run(
      services: .live(storage, centre: centre), options: EditorCommand.options(.list), environment: settings.environment
    )
    return .success
  }

  /// Puts the sample events in and syncs once, so that the demo opens on something to look at.
  private static func fill(_ storage: any EventStorage, from centre: SyncConfiguration) throws {
    for details in try CentreData.sampleEvents() { _ = try storage.add(details, by: "demo", at: .present) }
    _ = try CentreSync(configuration: centre, storage: storage, now: { .present })
      .run(progress: { _ in }, isCancelled: { false })
  }
}
