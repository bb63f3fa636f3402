import Foundation

extension HTTPServer.Identity {
  /// Reads a certificate and its key from PEM files.
  ///
  /// - Parameters:
  ///   - certificateFile: The file with the certificate, followed by those that vouch for it.
  ///   - keyFile: The file with the private key.
  /// - Throws: ``HTTPServerError`` that names the file which cannot be used.
  public init(certificateFile: String, keyFile: String) throws(HTTPServerError) {
    self.init(
      certificate: try Self.text(of: certificateFile, holding: "certificate"),
      key: try Self.text(of: keyFile, holding: "private key"))
  }

  private static func text(of file: String, holding what: String) throws(HTTPServerError) -> String {
    guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8) else {
      throw HTTPServerError("\(file) cannot be read; name a file with the \(what) as PEM text.")
    }
    guard text.contains("-----BEGIN "), text.uppercased().contains("\(what.uppercased())-----") else {
      throw HTTPServerError("\(file) holds no \(what) as PEM text; name the file that does.")
    }
    return text
  }
}
