import EventModel
import Foundation
import HTTPTransport

/// Where the Resources Centre is, and how it may be asked.
public struct SyncConfiguration: Sendable {
  /// The address of the Centre: without `/api/v1` and without a slash at the end.
  public let baseURL: String
  /// Whether a Centre on another machine may be asked without encryption.
  public var allowPlainHTTP = false
  /// A PEM file of the authorities to trust besides the system's.
  public var caFile: String?
  /// How long an answer may take and how large it may be.
  public var limits = TransferLimits()

  /// How many pages a listing may have.
  var maximumPages = 10_000

  let apiKey: APIKey

  /// Checks an address and a key.
  ///
  /// - Parameters:
  ///   - baseURL: what `RESOURCES_CENTRE_URL` holds; a path prefix and a slash at the end are fine.
  ///   - apiKey: what `RESOURCES_CENTRE_API_KEY` holds.
  /// - Throws: ``SyncConfigurationError`` where one of them cannot be used.
  public init(baseURL: String, apiKey: String) throws(SyncConfigurationError) {
    self.baseURL = try Self.checked(baseURL)
    self.apiKey = try APIKey(apiKey)
  }

  /// The most bytes an answer may have, counted after decompression.
  public var maximumBodyBytes: Int64 {
    get { limits.maximumBodyBytes }
    set { limits.maximumBodyBytes = newValue }
  }

  /// The address that lists a collection.
  func address(of collection: CatalogueCollection) -> String {
    "\(baseURL)/api/v1/\(collection.rawValue)"
  }

  /// What stands for the address and the key in a checkpoint.
  ///
  /// Thirty-two bits tell one key from the next, and tell nobody the key.
  var origin: String {
    let mark = (baseURL + "\n" + apiKey.value).utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "\(baseURL) \(String(UInt32(truncatingIfNeeded: mark ^ mark >> 32), radix: 16))"
  }

  private static func checked(_ text: String) throws(SyncConfigurationError) -> String {
    guard !text.isEmpty else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_URL is not set; set it to the address of your Resources Centre, "
          + "or try the program with \"pivotal demo\".")
    }
    var address = text[...]
    while address.last == "/" { address.removeLast() }
    guard isWebAddress(String(address)) else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_URL is no web address; write it like https://centre.example, "
          + "without a user name, a query or a fragment.")
    }
    guard !address.hasSuffix("/api/v1") else {
      throw SyncConfigurationError(
        message: "RESOURCES_CENTRE_URL ends with /api/v1, which is added to it; leave that part out.")
    }
    return String(address)
  }

  private static func isWebAddress(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(), let host = parts.host
    else { return false }
    return ["http", "https"].contains(scheme) && !host.isEmpty && parts.user == nil && parts.password == nil
      && parts.query == nil && parts.fragment == nil
  }
}

/// Why the sync cannot even be tried, in one sentence that names the setting to change.
public struct SyncConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The sentence.
  public let message: String

  /// The same as ``message``.
  public var description: String { message }
}
