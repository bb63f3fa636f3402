import Testing

@testable import Signatures

private let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
private let sent: Int64 = 1_614_265_330
private let body = Array(#"{"test": 2432232314}"#.utf8)
private let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

private func secret() throws -> WebhookSecret {
  try WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
}

/// What becomes of the published message with other headers, another body or another clock; nil where it is taken.
private func refusal(
  id: String? = id, timestamp: String? = "\(sent)", signature: String? = signature, body: [UInt8] = body,
  now: Int64 = sent
) throws -> WebhookRefusal? {
  let headers = WebhookHeaders(id: id, timestamp: timestamp, signature: signature)
  let secret = try secret()
  do {
    try secret.verify(headers, body: body, now: now)
    return nil
  } catch {
    return error
  }
}

@Suite("A webhook by Standard Webhooks 1.0")
struct WebhookTests {
  @Test("is signed as in the published example")
  func signing() throws {
    #expect(try secret().sign(id: id, timestamp: sent, body: body) == signature)
  }

  @Test("is taken when its signature is right, and tells its identifier")
  func taking() throws {
    let fields = [WebhookHeaders.idName: id, "webhook-timestamp": "\(sent)", "webhook-signature": signature]
    let headers = WebhookHeaders { fields[$0] }
    #expect(try secret().verify(headers, body: body, now: sent + 12) == WebhookMessage(id: id, timestamp: sent))
    #expect(headers.fields.map(\.value) == [id, "\(sent)", signature])
  }

  @Test("is taken when one of several signatures is right, whatever their versions")
  func severalSignatures() throws {
    let wrong = "v1,AAhM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    #expect(try refusal(signature: "v1a,c29tZXRoaW5n \(wrong) v9 , v1, \(signature)") == nil)
    #expect(try refusal(signature: "\(wrong) v2,\(signature.dropFirst(3))") == .wrongSignature)
  }

  @Test("is refused when it is not what was signed")
  func tampering() throws {
    #expect(try refusal(body: body + [0x20]) == .wrongSignature)
    #expect(try refusal(id: "msg_other") == .wrongSignature)
    #expect(try refusal(timestamp: "\(sent + 1)") == .wrongSignature)
    #expect(try refusal(timestamp: "0\(sent)") == .wrongSignature)
    let other = try WebhookSecret(key: secureRandomBytes(32)).sign(id: id, timestamp: sent, body: body)
    #expect(try refusal(signature: other) == .wrongSignature)
  }

  @Test(
    "is refused when its signature is written in any other way",
    arguments: [
      String(signature.dropLast()), String(signature.dropFirst(3)), "V1" + signature.dropFirst(2),
      signature.replacing("1OE=", with: "1OF="), signature + "=", "v1,", "v1,\(String(repeating: "A", count: 5000))",
    ])
  func badSignature(_ text: String) throws {
    #expect(try refusal(signature: text) == .wrongSignature)
  }

  @Test("may be five minutes old, or five minutes ahead, and no more")
  func tolerance() throws {
    #expect(try refusal(now: sent + 300) == nil)
    #expect(try refusal(now: sent - 300) == nil)
    #expect(try refusal(now: sent + 301) == .tooOld)
    #expect(try refusal(now: sent - 301) == .tooNew)
  }

  @Test("says nothing of the clock to one without the secret")
  func clockIsNotTold() throws {
    #expect(try refusal(body: [], now: sent + 1000) == .wrongSignature)
  }

  @Test("needs all three headers")
  func missing() throws {
    #expect(try refusal(id: nil) == .missing("webhook-id"))
    #expect(try refusal(timestamp: "") == .missing("webhook-timestamp"))
    #expect(try refusal(signature: nil) == .missing("webhook-signature"))
    #expect(try refusal(id: nil, timestamp: nil, signature: nil) == .missing("webhook-signature"))
  }

  @Test("has a time in whole seconds", arguments: ["1614265330.5", "+1614265330", " 1614265330", "now", "٣", "-1"])
  func badTime(_ text: String) throws {
    #expect(try refusal(timestamp: text) == .badTimestamp)
  }

  @Test("is refused with a time beyond all numbers, however it is signed")
  func hugeTime() throws {
    #expect(try refusal(timestamp: "99999999999999999999999") == .badTimestamp)
    let far = try secret().sign(id: id, timestamp: .max, body: body)
    #expect(try refusal(timestamp: "\(Int64.max)", signature: far, now: -5) == .tooNew)
    #expect(try refusal(timestamp: "\(Int64.max)", signature: far) == .tooNew)
  }

  @Test(
    "has an identifier that cannot run over into the time",
    arguments: ["msg.1", "msg 1", "msg\n1", "mög", String(repeating: "a", count: 256)])
  func badID(_ text: String) throws {
    #expect(try refusal(id: text) == .badID)
  }
}

@Suite("A webhook's secret")
struct WebhookSecretTests {
  @Test("is whsec_ and base64, and is written the same again")
  func text() throws {
    #expect(try secret().text == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    #expect(try secret().key.count == 24)
    let made = try WebhookSecret(key: secureRandomBytes(32))
    #expect(try WebhookSecret(made.text).key == made.key)
  }

  @Test("is refused with its flaw in words")
  func flaws() throws {
    let bare = try WebhookSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    #expect(bare.text == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    for short in ["c2VjcmV0", "not base64 at all, but long enough to be it", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS"] {
      #expect(throws: WebhookSecret.Flaw.noPrefix) { try WebhookSecret(short) }
    }
    #expect(throws: WebhookSecret.Flaw.noPrefix) { try WebhookSecret("") }
    #expect(throws: WebhookSecret.Flaw.notBase64) { try WebhookSecret("whsec_not base64") }
    #expect(throws: WebhookSecret.Flaw.notBase64) { try WebhookSecret("whsec_AAB=") }
    #expect(throws: WebhookSecret.Flaw.size(0)) { try WebhookSecret("whsec_") }
    #expect(throws: WebhookSecret.Flaw.size(23)) { try WebhookSecret(key: Array(repeating: 1, count: 23)) }
    #expect(throws: WebhookSecret.Flaw.size(65)) { try WebhookSecret(key: Array(repeating: 1, count: 65)) }
    #expect("\(WebhookSecret.Flaw.size(1))" == "holds 1 byte instead of 24 to 64")
    #expect("\(WebhookSecret.Flaw.noPrefix)" == "does not begin with whsec_")
  }

  @Test("does not show itself")
  func hiding() throws {
    let secret = try secret()
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
      #expect(!text.contains("MfKQ") && !text.contains("49"))
    }
  }
}
