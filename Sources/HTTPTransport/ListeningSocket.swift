#if canImport(Glibc)
  import Glibc

  private let streamType = Int32(SOCK_STREAM.rawValue)
#else
  import Darwin

  private let streamType = SOCK_STREAM
#endif

/// A socket that is bound and listens, and where.
///
/// The server library can open one itself, but then says only that it failed, not why.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  init(_ address: ListenAddress) throws(HTTPServerError) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
    hints.ai_socktype = streamType
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(address.host, String(address.port), &hints, &found) == 0, let found else {
      throw HTTPServerError("The host \(address.host) is not known; listen on an address of this machine.")
    }
    defer { freeaddrinfo(found) }
    descriptor = try Self.open(anyOf: found, for: address)
    port = Self.port(of: descriptor)
  }

  /// Opens the first of the host's addresses that this machine has: a name may stand for one of a protocol that is off.
  ///
  /// Any other refusal counts, a port that is taken above all: at the next address most clients would reach whoever has
  /// the first.
  static func open(
    anyOf places: UnsafeMutablePointer<addrinfo>, for address: ListenAddress
  ) throws(HTTPServerError) -> Int32 {
    var place: UnsafeMutablePointer<addrinfo>? = places
    var first: Refusal?
    while let here = place {
      do {
        return try open(here.pointee)
      } catch {
        guard error.isOfAnAddressNotHad else { throw .cannotListen(address, reason: error.reason) }
        first = first ?? error
        place = here.pointee.ai_next
      }
    }
    throw .cannotListen(address, reason: first?.reason ?? EADDRNOTAVAIL)
  }

  /// What the system answers instead of a socket.
  private struct Refusal: Error {
    let reason: Int32

    /// Whether this machine cannot have the address at all, so that nobody else has it either.
    var isOfAnAddressNotHad: Bool { [EAFNOSUPPORT, EPROTONOSUPPORT, EADDRNOTAVAIL].contains(reason) }
  }

  private static func open(_ place: addrinfo) throws(Refusal) -> Int32 {
    let descriptor = socket(place.ai_family, place.ai_socktype, place.ai_protocol)
    guard descriptor >= 0 else { throw Refusal(reason: errno) }
    var yes: Int32 = 1
    // A server that was just stopped can start again at once.
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    guard bind(descriptor, place.ai_addr, place.ai_addrlen) == 0, listen(descriptor, SOMAXCONN) == 0 else {
      let reason = errno
      close(descriptor)
      throw Refusal(reason: reason)
    }
    return descriptor
  }

  private static func port(of descriptor: Int32) -> UInt16 {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    return withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
      // The port stands at the same place in the address of either family.
      return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
    }
  }
}

extension HTTPServerError {
  fileprivate static func cannotListen(_ address: ListenAddress, reason: Int32) -> Self {
    let place = address.text
    switch reason {
    case EADDRINUSE:
      return Self("Another program listens on \(place) already; stop it, or choose another port.")
    case EACCES:
      return Self("Listening on \(place) is not permitted; choose a port above 1023.")
    case EADDRNOTAVAIL:
      return Self("This machine has no address \(address.host); listen on one it has, such as 127.0.0.1.")
    default:
      return Self(
        "Listening on \(place) failed (\(String(cString: strerror(reason)))); choose another address or port.")
    }
  }
}
