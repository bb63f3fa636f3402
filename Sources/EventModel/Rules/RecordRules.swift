/// Makes the values of a record fit to be stored: control characters go, white space is tidied.
///
/// - Parameters:
///   - values: The values of the collection's ``CatalogueCollection/members``, in that order.
///   - collection: Where the record belongs.
/// - Returns: The values, tidied.
public func cleanedRecord(_ values: [String], of collection: CatalogueCollection) -> [String] {
  zip(collection.members, values).map { member, value in
    collection.multilineMembers.contains(member) ? cleanedText(value) : cleanedLine(value)
  }
}

/// What is wrong with a record that somebody wants to add or change, and in which member; nil where nothing is.
public func problem(
  inRecord values: [String], of collection: CatalogueCollection
) -> (member: Int, message: String)? {
  for (index, (member, value)) in zip(collection.members, values).enumerated() {
    let isLong = collection.multilineMembers.contains(member)
    let limit = isLong ? EventField.description.maximumLength : EventField.speakers.maximumLength
    let length = value.unicodeScalars.count
    if length > limit { return (index, "\(member.capitalized) is \(length) characters long: at most \(limit)") }
    if member == "name", value.isEmpty {
      return (index, "Name is missing: write what the \(collection.singular) is called")
    }
    if member == "website", let message = readLink(value).message { return (index, message) }
  }
  return nil
}
