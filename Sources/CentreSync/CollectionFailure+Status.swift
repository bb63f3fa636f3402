import EventModel
import Foundation
import HTTPTransport

extension CollectionFailure {
  /// Says what an answer of any status but 200 means.
  init(_ head: HTTPResponseHead, for collection: CatalogueCollection) {
    self.init(Self.sentence(head, collection.rawValue))
  }

  private static func sentence(_ head: HTTPResponseHead, _ what: String) -> String {
    let status = head.status
    switch status {
    case 300..<400:
      return "The Resources Centre redirected the request for the \(what) to \(target(of: head)), and redirects are "
        + "not followed; set RESOURCES_CENTRE_URL to the address that answers itself."
    case 401, 403:
      return "The Resources Centre refused the key when asked for the \(what) (status \(status)); "
        + "check RESOURCES_CENTRE_API_KEY."
    case 404, 410:
      return "There are no \(what) at \(head.address) (status \(status)); check RESOURCES_CENTRE_URL."
    case 429, 500..<600:
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
    guard let host = URLComponents(string: location)?.host, !host.isEmpty else { return "another path of its own" }
    return cleanedLine(String(host.prefix(255)))
  }
}
