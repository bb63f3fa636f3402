import HTTPTransport
import JSONStream
import Signatures

/// Answers the requests to Pivotal; knows nothing of sockets.
struct APIService: Sendable {
  private let receiver: WebhookReceiver
  private let requestSync: @Sendable () -> Void

  /// Makes a service.
  ///
  /// - Parameters:
  ///   - secret: What the Resources Centre signs its messages with.
  ///   - now: The clock, in seconds since 1970.
  ///   - requestSync: Called for each message that was taken; does not wait for the sync.
  init(secret: WebhookSecret, now: @escaping @Sendable () -> Int64, requestSync: @escaping @Sendable () -> Void) {
    receiver = WebhookReceiver(secret: secret, now: now)
    self.requestSync = requestSync
  }

  /// Answers one request.
  func answer(_ request: HTTPRequest) -> HTTPResponse {
    do {
      switch try APIRoute(method: request.method, path: request.path) {
      case .health: return .status("ok", code: 200)
      case .centreWebhook: return takeMessage(request)
      }
    } catch {
      switch error {
      case .notFound: return .failure(404, "There is nothing here; check the address.")
      case .methodNotAllowed(let allow):
        return .failure(405, "This address takes \(allow) only.", [("Allow", allow)])
      }
    }
  }

  private func takeMessage(_ request: HTTPRequest) -> HTTPResponse {
    do {
      try receiver.take(WebhookHeaders { request.headers[$0] }, body: request.body)
    } catch {
      return .refusal(error)
    }
    requestSync()
    return .status("accepted", code: 202)
  }
}

extension HTTPResponse {
  /// Says why a message was not taken: 409 for one that was taken before, which a sender that has lost the answer may well
  /// send again, 400 for one that is not written as it should be, else 401.
  fileprivate static func refusal(_ refusal: WebhookReceiver.Refusal) -> HTTPResponse {
    switch refusal {
    case .replayed:
      return .failure(409, "This message was taken before; send each with an identifier of its own.")
    case .flawed(let flaw):
      switch flaw {
      case .missing(WebhookHeaders.signatureName), .wrongSignature, .tooOld, .tooNew:
        return .unauthorized(flaw.description)
      case .missing, .badID, .badTimestamp: return .failure(400, flaw.description)
      }
    }
  }

  private static func unauthorized(_ sentence: String) -> HTTPResponse {
    .failure(401, sentence, [("WWW-Authenticate", "StandardWebhooks realm=\"Pivotal\"")])
  }

  fileprivate static func status(_ word: String, code: Int) -> HTTPResponse {
    HTTPResponse(
      status: code, type: "application/json",
      body: Array(JSONValue.object([JSONMember("status", .string(word))]).json().utf8))
  }
}
