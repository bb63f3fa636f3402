/// Whether a client prefers a body in gzip, by its `Accept-Encoding` as RFC 9110 defines it.
func prefersGzip(_ field: String?) -> Bool {
  guard let field else { return false }
  var gzip: Double?
  var identity: Double?
  var others: Double?
  for element in field.split(separator: ",") {
    let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
    guard let coding = parts.first else { continue }
    let weight = weight(of: parts.dropFirst())
    switch coding {
    case "gzip", "x-gzip": gzip = weight
    case "identity": identity = weight
    case "*": others = weight
    default: break
    }
  }
  let wanted = gzip ?? others ?? 0
  return wanted > 0 && wanted >= identity ?? 0
}

/// The weight that the parameters of a coding give it; one that is no number counts as none given.
private func weight(of parameters: ArraySlice<String>) -> Double {
  for parameter in parameters where parameter.hasPrefix("q=") {
    if let weight = Double(parameter.dropFirst(2)), (0...1).contains(weight) { return weight }
  }
  return 1
}

extension HTTPResponse {
  /// The smallest body worth compressing: a smaller one fits one packet anyway.
  static let smallestCompressed = 1_400

  /// The same answer as a client takes it: compressed or not.
  func coded(for headers: HTTPHeaders) -> HTTPResponse {
    guard isCompressible else { return self }
    var answer = self
    // Said in either case, so that no cache hands the one to a client that wants the other.
    answer.headers.add("Vary", "Accept-Encoding")
    let accepted = headers.fields.filter { $0.name.lowercased() == "accept-encoding" }.map(\.value)
    guard stream != nil || body.count >= Self.smallestCompressed, prefersGzip(accepted.joined(separator: ",")),
      let packed = GzipStream(stream ?? ByteStream(body))
    else { return answer }
    answer.headers.add("Content-Encoding", "gzip")
    // How long it is packed is known at its end alone; this tells a long answer from an endless one.
    if let length = stream == nil ? body.count : streamLength {
      answer.headers.add(HTTPHeaders.unpackedLength, "\(length)")
    }
    answer.body = []
    answer.stream = packed
    answer.streamLength = nil
    return answer
  }
}
