import EventModel
import EventStore

/// What is asked for first: changes where that is possible, else all unless it is as it was.
struct CollectionRequest {
  let address: String
  var asksForChanges = false
  var headers: [(name: String, value: String)] = []

  var isConditional: Bool { !headers.isEmpty }

  init(_ address: String, _ known: SyncCheckpoint?) {
    if let newest = known?.newest, known?.isIncremental != false {
      let since = newest.advanced(bySeconds: -CollectionFetch.overlap).iso8601
      self.address = "\(address)?updated_since=\(since)"
      asksForChanges = true
    } else {
      self.address = address
      if let etag = known?.etag { headers = [("If-None-Match", etag)] }
    }
  }
}

extension SyncCheckpoint {
  /// After how many seconds a Centre that knew no changes is asked again whether it does by now.
  private static let patience: Int64 = 7 * 86_400

  /// The same, with no opinion of a Centre that has not been asked for changes for long.
  func askingAgain(at now: Instant) -> SyncCheckpoint {
    var checkpoint = self
    let isRecent = askedAt.map { $0 <= now && now < $0.advanced(bySeconds: Self.patience) } ?? false
    if isIncremental == false, !isRecent { checkpoint.isIncremental = nil }
    return checkpoint
  }
}
