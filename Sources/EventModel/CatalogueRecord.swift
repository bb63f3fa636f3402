/// What the Resources Centre says about one speaker, organizer or sponsor, read and cleaned.
public struct CatalogueRecord: Equatable, Sendable {
  /// The Centre's identifier, kept as text whether it came as a number or a string.
  public let externalID: String
  /// The values of the collection's `members`, in that order; the first is the name.
  public let values: [String]
  /// When the Centre last changed it; nil where the Centre does not say.
  public let remoteUpdatedAt: Instant?
  /// Whether the Centre only says that it deleted the record, and when; the values are empty then.
  public let isDeleted: Bool

  /// Makes a record from its parts.
  public init(externalID: String, values: [String], remoteUpdatedAt: Instant?, isDeleted: Bool = false) {
    self.externalID = externalID
    self.values = values
    self.remoteUpdatedAt = remoteUpdatedAt
    self.isDeleted = isDeleted
  }

  /// The name, which every collection has first.
  public var name: String { values.first ?? "" }
}
