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
  /// How long the syncs would have waited between their tries.
  let pauses = Mutex<[Duration]>([])
  let path: String
  private let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("centre-sync-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    path = directory.appendingPathComponent("pivotal.db").path
    storage = try openStorage(at: path)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  /// Syncs from an address, and gives back what was reported.
  @discardableResult
  func sync(
    from url: String, _ options: SyncOptions = SyncOptions(), key: String = Workplace.key,
    limits: TransferLimits = TransferLimits(),
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> SyncRun {
    try sync(with: configuration(for: url, key: key, limits: limits)).run(
      options, progress: progress, isCancelled: isCancelled)
  }

  /// What a sync with an address would do.
  func plan(from url: String, _ options: SyncOptions = SyncOptions()) throws -> WholePlan {
    try sync(with: configuration(for: url)).plan(options) { try WholePlan($0) }
  }

  /// Syncs from an address where the plan is approved.
  func review(from url: String, approves: (WholePlan) throws -> Bool) throws -> SyncRun? {
    try sync(with: configuration(for: url)).review { try approves(WholePlan($0)) }
  }

  /// A sync that does not wait between its tries, but counts the time.
  func sync(with configuration: SyncConfiguration) -> CentreSync {
    CentreSync(
      configuration: configuration, storage: storage, user: "ada", now: { Self.now },
      waiting: SyncWaiting(random: { 0.5 }, wait: { pause, _ in self.pauses.withLock { $0.append(pause) } }))
  }

  func configuration(
    for url: String, key: String = Workplace.key, limits: TransferLimits = TransferLimits()
  ) throws -> SyncConfiguration {
    var configuration = try SyncConfiguration(baseURL: url, apiKey: key)
    configuration.limits = limits
    return configuration
  }
}

/// All that a plan says.
struct WholePlan: Equatable {
  let run: SyncRun
  /// The rows of each collection that could be read.
  private(set) var rows: [CatalogueCollection: [PlannedRow]] = [:]
  private var lines: [CatalogueCollection: [String]] = [:]
  /// The pieces that its JSON is written in.
  private(set) var pieces: [String] = []

  init(_ plan: StagedPlan) throws {
    run = plan.run
    for collection in CatalogueCollection.allCases where plan.covers(collection) {
      rows[collection] = []
      for part in PlannedPart.allCases { try plan.forEachRow(of: collection, part) { rows[collection]?.append($0) } }
      try plan.forEachBlock(of: collection) { lines[collection, default: []] += $0 }
    }
    try plan.writeJSON { pieces.append($0) }
  }

  func lines(for collection: CatalogueCollection) -> [String] { lines[collection] ?? [] }

  func json() -> String { pieces.joined() }
}

/// A Resources Centre on this machine that answers each collection with a body that the test sets.
final class Centre: Sendable {
  private struct State {
    var answers: [String: @Sendable (HTTPRequest) -> HTTPResponse] = [:]
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
        return state.answers[request.path]?(request) ?? HTTPResponse(status: 404)
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
    desk.state.withLock { $0.answers["\(prefix)/api/v1/\(collection.rawValue)"] = { _ in response } }
  }

  /// Answers each request as it comes.
  func answer(_ collection: CatalogueCollection, _ response: @escaping @Sendable (HTTPRequest) -> HTTPResponse) {
    desk.state.withLock { $0.answers["/api/v1/\(collection.rawValue)"] = response }
  }

  /// Answers the requests with one response after the other, and the last one from then on.
  func answer(_ collection: CatalogueCollection, inTurn responses: [HTTPResponse]) {
    let left = Mutex(responses[...])
    answer(collection) { _ in
      left.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? HTTPResponse(status: 404) }
    }
  }

  /// The requests for one collection.
  func requests(for collection: CatalogueCollection) -> [HTTPRequest] {
    requests.filter { $0.path.hasSuffix(collection.rawValue) }
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
