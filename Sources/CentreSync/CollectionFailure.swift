import EventModel
import HTTPTransport
import JSONStream

/// Why nothing of a collection was taken, in one sentence with the next step.
struct CollectionFailure: Error, Equatable {
  let message: String

  init(_ message: String) {
    self.message = message
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

  static func stopped(_ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure("The sync was stopped before the \(collection.rawValue) were stored; start it again.")
  }

  private static func unlikeTheContract(_ what: String, _ collection: CatalogueCollection) -> CollectionFailure {
    CollectionFailure(
      "The Resources Centre's answer for the \(collection.rawValue) \(what); "
        + "nothing of it was taken, so try again later or tell those who run the Centre.")
  }
}
