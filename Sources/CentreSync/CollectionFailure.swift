import EventModel
import HTTPTransport
import JSONStream

/// Why a collection could not be read to its end, in one sentence with the next step.
struct CollectionFailure: Error, Equatable {
  let message: String
  /// The status of the answer, where that is the reason.
  let status: Int?
  /// The Centre's clock, where such an answer tells.
  let clock: Instant?

  init(_ message: String, status: Int? = nil, clock: Instant? = nil) {
    self.message = message
    self.status = status
    self.clock = clock
  }

  static func notAnObject(_ collection: CatalogueCollection) -> CollectionFailure {
    unlikeTheContract("is not a JSON object", collection)
  }

  static func noListing(of collection: CatalogueCollection) -> CollectionFailure {
    unlikeTheContract("has no member \"\(collection.rawValue)\"", collection)
  }

  static func listingIsNoArray(of collection: CatalogueCollection) -> CollectionFailure {
    unlikeTheContract("has a member \"\(collection.rawValue)\" that is not an array", collection)
  }

  static func recordTooLarge(of collection: CatalogueCollection, after count: Int) -> CollectionFailure {
    unlikeTheContract("holds a record of more than 1 MiB after the first \(count)", collection)
  }

  static func invalidJSON(_ error: JSONSyntaxError, in collection: CatalogueCollection) -> CollectionFailure {
    unlikeTheContract("is not one whole JSON document: \(error)", collection)
  }

  static func webPage(instead collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre answered with a web page (HTML) instead of the \(collection.rawValue) in JSON; "
        + "check that RESOURCES_CENTRE_URL leads to the Centre itself.")
  }

  static func redirectedTooOften(_ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre redirected the request for the \(collection.rawValue) more than "
        + "\(CentreClient.maximumRedirects) times; set RESOURCES_CENTRE_URL to the address that answers itself.")
  }

  static func badNextPage(_ what: String, of collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre's listing of the \(collection.rawValue) \(what); "
        + "the pages read so far were stored; tell those who run the Centre.")
  }

  static func otherDataMeanwhile(_ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre's listing of the \(collection.rawValue) changed to other data while it was read; "
        + "sync again.")
  }

  static func unexpectedNotModified(_ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre says that the \(collection.rawValue) have not changed, though nobody asked for that "
        + "(status 304); tell those who run the Centre.")
  }

  static func stopped(_ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure("The sync was stopped before the \(collection.rawValue) were stored; start it again.")
  }

  private static func unlikeTheContract(_ what: String, _ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre's answer for the \(collection.rawValue) \(what); "
        + "nothing of it was taken, so try again later or tell those who run the Centre.")
  }
}
