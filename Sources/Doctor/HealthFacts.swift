import CentreSync
import EventModel
import EventStore
import TerminalKit

/// All that was found out about how Pivotal is set up; what it means is for the checks.
public struct HealthFacts: Sendable {
  /// A setting, without what it holds.
  public enum Setting: Equatable, Sendable {
    /// Nothing is set.
    case unset
    /// It can be used.
    case usable
    /// It cannot; the sentence says why, and the next step.
    case flawed(String)
  }

  /// The file of variables, and whether it can be used; unset where there is none.
  public var settingsFile: Setting
  /// Where that file is looked for.
  public var settingsPath: String
  /// The file of settings that are no secrets.
  public var preferences: Setting
  /// The address of the Centre.
  public var url: Setting
  /// The address as it may be shown; nil where it is not set.
  public var shownURL: String?
  /// Whether the address is this machine's, so that what is sent there cannot be read on the way.
  public var isCentreHere = false
  /// The key that the Centre knows us by.
  public var key: Setting
  /// The file with the certificate of a private authority.
  public var authority: Setting
  /// What the Centre signs its calls with.
  public var webhookSecret: Setting
  /// What the Centre answered; empty where it could not be asked.
  public var centre: [CentreAnswer]
  /// The database.
  public var storage: StorageInspection
  /// The terminal.
  public var terminal: TerminalFacts
  /// The time.
  public var now: Instant

  /// Makes facts from what is always known; the rest is set afterwards.
  public init(
    settingsFile: Setting, settingsPath: String, storage: StorageInspection, terminal: TerminalFacts, now: Instant
  ) {
    self.settingsFile = settingsFile
    self.settingsPath = settingsPath
    preferences = .unset
    url = .unset
    key = .unset
    authority = .unset
    webhookSecret = .unset
    centre = []
    self.storage = storage
    self.terminal = terminal
    self.now = now
  }
}
