import CCurl

extension HTTPClientError {
  /// Says in words what one of libcurl's codes means for a transfer.
  ///
  /// - Parameters:
  ///   - code: How the transfer ended.
  ///   - detail: libcurl's own words for it, which name certificates and the like.
  ///   - wasConnected: Whether the connection stood, since one code serves both kinds of waiting.
  ///   - address: What was asked for.
  ///   - limits: What the transfer was allowed.
  init(
    code: CURLcode, detail: String, wasConnected: Bool, address: WebAddress, limits: TransferLimits
  ) {
    switch code {
    case CURLE_OPERATION_TIMEDOUT where wasConnected:
      self = .stalled(address, limits)
    case CURLE_OPERATION_TIMEDOUT:
      self = .timedOutConnecting(address, limits)
    case CURLE_FILESIZE_EXCEEDED:
      self = .tooLarge(address, limits)
    case CURLE_WRITE_ERROR:
      // We took every byte: what libcurl could not hand on is what it could not unpack.
      self.init(.badAnswer, Self.sentence(for: .badAnswer, detail: "it cannot be unpacked", address: address))
    default:
      let kind = Self.kind(of: code)
      self.init(kind, Self.sentence(for: kind, detail: detail, address: address))
    }
  }

  private static func kind(of code: CURLcode) -> Kind {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .couldNotResolve
    case CURLE_COULDNT_CONNECT: .couldNotConnect
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      .tls
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      .endedEarly
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: .badAnswer
    default: .other
    }
  }

  private static func sentence(for kind: Kind, detail: String, address: WebAddress) -> String {
    let shown = address.shown
    switch kind {
    case .couldNotResolve:
      return "The host of \(shown) cannot be found; check the address and the network."
    case .couldNotConnect:
      return "Nothing answers at \(shown); check the address and that the server is running."
    case .tls:
      return
        "The connection to \(shown) cannot be trusted (\(detail)); check the certificate, or name its authority in a CA file."
    case .endedEarly:
      return "The answer of \(shown) was cut short (\(detail)); try again, and look at the server if it stays so."
    case .badAnswer:
      return "What answers at \(shown) does not speak HTTP as it should (\(detail)); check the address."
    default:
      return "The request to \(shown) failed (\(detail)); try again, and check the network if it stays so."
    }
  }
}

extension HTTPClientError {
  static func stalled(_ address: WebAddress, _ limits: TransferLimits) -> Self {
    let seconds = limits.stallTimeout.boundedSeconds
    return Self(.stalled, "\(address.shown) sent next to nothing for \(seconds) s; try again later.")
  }

  static func proxyRefused(_ address: WebAddress, status: Int) -> Self {
    Self(
      .couldNotConnect,
      "The proxy refused to connect to \(address.shown) (status \(status)); check https_proxy and no_proxy.")
  }

  static func timedOutConnecting(_ address: WebAddress, _ limits: TransferLimits) -> Self {
    let seconds = limits.connectTimeout.boundedSeconds
    return Self(
      .timedOut, "\(address.shown) could not be reached within \(seconds) s; check the address and the network.")
  }

  static func tooSlow(_ address: WebAddress) -> Self {
    Self(.endless, "\(address.shown) sends so slowly that its answer would take very long; try again later.")
  }

  static func endless(_ address: WebAddress, _ limits: TransferLimits) -> Self {
    let seconds = limits.maximumTimeWhenUnsized.boundedSeconds
    return Self(
      .endless,
      "The answer of \(address.shown) announced no length and had no end after \(seconds) s; allow it more time, or look at the server."
    )
  }

  static func tooLarge(_ address: WebAddress, _ limits: TransferLimits) -> Self {
    Self(
      .tooLarge,
      """
      The answer of \(address.shown) is larger than the \(limits.maximumBodyBytes) bytes allowed; raise the limit if \
      it should be.
      """
    )
  }

  static func headTooLarge(_ address: WebAddress) -> Self {
    Self(.tooLarge, "The answer of \(address.shown) has too many header fields; check the address and the server.")
  }

  static func cancelled(_ address: WebAddress) -> Self {
    Self(.cancelled, "The request to \(address.shown) was cancelled; start it again when you want it.")
  }
}
