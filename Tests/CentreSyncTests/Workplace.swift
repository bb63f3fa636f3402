import EventModel
import EventStore
import Foundation
import HTTPTransport
import Synchronization

@testable import CentreSync

/// A database of its own, and syncs into it.
final class Workplace: Sendable {
  static let key = "the-secret-key-of-the-tests"
  static let now = Instant(microseconds: 1_795_446_000_000_000)

  let storage: any EventStorage
  private let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("centre-sync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    storage = try openStorage(at: directory.appendingPathComponent("pivotal.db").path)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  /// Syncs from an address, and gives back what was reported.
  @discardableResult
  func sync(
    from url: String, limits: TransferLimits = TransferLimits(),
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> SyncRun {
    let configuration = try configuration(for: url, limits: limits)
    let sync = CentreSync(configuration: configuration, storage: storage, now: { Self.now })
    return try sync.run(progress: progress, isCancelled: isCancelled)
  }

  func configuration(for url: String, limits: TransferLimits = TransferLimits()) throws -> SyncConfiguration {
    var configuration = try SyncConfiguration(baseURL: url, apiKey: Self.key)
    configuration.limits = limits
    return configuration
  }
}

/// A Resources Centre on this machine that answers each collection with a body that the test sets.
final class Centre: Sendable {
  private struct State {
    var answers: [String: HTTPResponse] = [:]
    var requests: [HTTPRequest] = []
  }

  private final class Desk: Sendable {
    let state = Mutex(State())
  }

  private let desk = Desk()
  private let server: HTTPServer

  /// Opens with three collections, all of them empty.
  init() throws {
    let desk = desk
    server = try HTTPServer(address: "127.0.0.1", port: 0) { request in
      desk.state.withLock { state in
        state.requests.append(request)
        return state.answers[request.path] ?? HTTPResponse(status: 404)
      }
    }
    for collection in CatalogueCollection.allCases { answer(collection, records: []) }
  }

  deinit { server.stop() }

  var url: String { "http://127.0.0.1:\(server.port)" }
  var requests: [HTTPRequest] { desk.state.withLock { $0.requests } }

  func answer(_ collection: CatalogueCollection, records: [String]) {
    answer(collection, json: "{\"\(collection.rawValue)\":[\(records.joined(separator: ","))]}")
  }

  func answer(_ collection: CatalogueCollection, json: String) {
    answer(collection, HTTPResponse(type: "application/json", body: Array(json.utf8)))
  }

  func answer(_ collection: CatalogueCollection, _ response: HTTPResponse, under prefix: String = "") {
    desk.state.withLock { $0.answers["\(prefix)/api/v1/\(collection.rawValue)"] = response }
  }
}

/// A speaker as the Centre writes one; `updated` nil leaves the time out.
func speaker(_ id: Int, _ name: String, title: String = "", updated: String? = "2026-01-01T00:00:00Z") -> String {
  let time = updated.map { ",\"updated_at\":\"\($0)\"" } ?? ""
  return "{\"id\":\(id),\"name\":\"\(name)\",\"title\":\"\(title)\"\(time)}"
}

extension SyncRun {
  var speakers: SyncOutcome { outcomes[.speakers] ?? SyncOutcome() }
  var organizers: SyncOutcome { outcomes[.organizers] ?? SyncOutcome() }
  var sponsors: SyncOutcome { outcomes[.sponsors] ?? SyncOutcome() }
}

extension SyncOutcome {
  /// Created, updated, unchanged and errors, to compare at a glance.
  var counts: [Int] { [created, updated, unchanged, errors] }
}
