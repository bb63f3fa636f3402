extension HealthFacts {
  /// What is configured.
  var settingsFindings: [Finding] {
    [settingsFileFinding, preferencesFinding, urlFinding, keyFinding] + (authority == .unset ? [] : [authorityFinding])
      + [webhookFinding]
  }

  private var settingsFileFinding: Finding {
    switch settingsFile {
    case .unset: Finding("settings-file", ok: "there is no file \(settingsPath), so the environment alone counts")
    case .usable: Finding("settings-file", ok: "\(settingsPath) can be read by you alone")
    case .flawed(let sentence): Finding("settings-file", problem: sentence)
    }
  }

  private var preferencesFinding: Finding {
    if case .flawed(let sentence) = preferences { return Finding("preferences", problem: sentence) }
    return Finding("preferences", ok: "the editor's settings can be used")
  }

  private var urlFinding: Finding {
    switch url {
    case .unset:
      Finding(
        "url", problem: "RESOURCES_CENTRE_URL is not set",
        "set it to the address of your Resources Centre, or try Pivotal with `pivotal demo`")
    case .usable: Finding("url", ok: "RESOURCES_CENTRE_URL is \(shownURL ?? "set")")
    case .flawed(let sentence): Finding("url", problem: sentence)
    }
  }

  private var keyFinding: Finding {
    switch key {
    case .unset:
      Finding("key", problem: "RESOURCES_CENTRE_API_KEY is not set", "set it to the key that the Centre gave you")
    case .usable: Finding("key", ok: "RESOURCES_CENTRE_API_KEY is set")
    case .flawed(let sentence): Finding("key", problem: sentence)
    }
  }

  private var authorityFinding: Finding {
    if case .flawed(let sentence) = authority { return Finding("authority", problem: sentence) }
    return Finding("authority", ok: "RESOURCES_CENTRE_CA names a file with a certificate")
  }

  private var webhookFinding: Finding {
    switch webhookSecret {
    case .unset:
      Finding("webhook", ok: "RESOURCES_CENTRE_WEBHOOK_SECRET is not set, which only `pivotal serve` needs")
    case .usable: Finding("webhook", ok: "RESOURCES_CENTRE_WEBHOOK_SECRET is set")
    case .flawed(let sentence): Finding("webhook", problem: sentence)
    }
  }
}
