extension HTTPServer {
  /// Where a server listens, and what proves who it is.
  public struct Place: Sendable {
    /// The address to listen on; its port 0 takes a free one.
    public let address: ListenAddress
    /// What proves who the server is; with it the server speaks HTTPS only.
    public let identity: Identity?

    /// A free port of this machine's own.
    public static let loopback = Place(ListenAddress(host: "127.0.0.1", port: 0))

    /// Makes a place.
    public init(_ address: ListenAddress, identity: Identity? = nil) {
      self.address = address
      self.identity = identity
    }
  }

  /// Starts a server at a place; it answers as soon as this returns.
  public convenience init(
    at place: Place, limits: Limits = Limits(), observer: Observer? = nil, handler: @escaping Handler
  ) throws(HTTPServerError) {
    try self.init(
      address: place.address.host, port: place.address.port, limits: limits, identity: place.identity,
      observer: observer, handler: handler)
  }
}
