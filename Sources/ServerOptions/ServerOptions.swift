import CommandKit
import HTTPTransport

/// The options that every command has which serves over HTTP: where it listens, and with which certificate.
public enum ServerOptions {
  /// The options, for the table of a command.
  ///
  /// - Parameter usual: Where the command listens when nothing is said.
  /// - Returns: The options, which ``CommandKit/ParsedCommand/place(listeningOn:)`` understands.
  public static func specs(listeningOn usual: String) -> [OptionSpec] {
    [
      OptionSpec(
        "listen", .text("HOST:PORT"),
        summary: "Listen here instead of on \(usual); port 0 takes a free one and prints it."),
      OptionSpec(
        "tls-certificate", .text("FILE"),
        summary: "Serve https with the certificate in a PEM file, its chain behind it."),
      OptionSpec("tls-key", .text("FILE"), summary: "The PEM file with the certificate's private key."),
    ]
  }
}

extension ParsedCommand {
  /// The place that the options name.
  ///
  /// - Parameter usual: Where the command listens when nothing is said.
  /// - Returns: The place.
  /// - Throws: `UsageError` for what is no address and for half a pair, `HTTPServerError` for a file that cannot be used.
  public func place(listeningOn usual: String) throws -> HTTPServer.Place {
    let text = text("listen") ?? usual
    guard let address = ListenAddress(text) else {
      throw UsageError("--listen takes HOST:PORT, such as \(usual), not \"\(text)\".")
    }
    let files = try pair("tls-certificate", "tls-key")
    return HTTPServer.Place(
      address, identity: try files.map { try HTTPServer.Identity(certificateFile: $0.first, keyFile: $0.second) })
  }
}
