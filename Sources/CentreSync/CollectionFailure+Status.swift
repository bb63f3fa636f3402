import EventModel
import Foundation
import HTTPTransport

extension CollectionFailure {
  /// Says what an answer of any status but 200 means.
  init(_ head: HTTPResponseHead, for collection: CatalogueCollection) {
    self.init(
      Self.sentence(head, collection.rawValue), status: head.status,
      clock: head.headers["Date"].flatMap { Instant(httpDate: $0) })
  }

  private static func sentence(_ head: HTTPResponseHead, _ what: String) -> String {
    let status = head.status
    switch status {
    case 300..<400:
      return "The Resources Centre redirected the request for the \(what) to \(target(of: head)), where the key must "
        + "not go; set RESOURCES_CENTRE_URL to the address that answers itself."
    case 400:
      return "The Resources Centre did not understand the request for the \(what) (status 400); "
        + "check that RESOURCES_CENTRE_URL leads to a Resources Centre."
    case 401:
      return "The Resources Centre does not know the key (status 401, for the \(what)); "
        + "check RESOURCES_CENTRE_API_KEY."
    case 403:
      return "The Resources Centre does not let this key read the \(what) (status 403); "
        + "ask those who run the Centre, or set RESOURCES_CENTRE_API_KEY to a key that may."
    case 404, 410:
      return "Nothing was found at \(head.address) (status \(status), for the \(what)); check RESOURCES_CENTRE_URL."
    case 408, 429, 500..<600:
      return "The Resources Centre could not answer for the \(what) (status \(status)); "
        + "try again later, or tell those who run the Centre."
    default:
      return "The Resources Centre answered for the \(what) with status \(status) instead of 200; "
        + "check RESOURCES_CENTRE_URL."
    }
  }

  /// The host a redirect points to: the rest of the address may hold what is not for a message.
  private static func target(of head: HTTPResponseHead) -> String {
    guard let location = head.location else { return "an address it does not name" }
    guard let host = URLComponents(string: location)?.host, !host.isEmpty else {
      return "an address that cannot be read"
    }
    return cleanedLine(String(host.prefix(255)))
  }
}
