import EventModel

/// What can be said of a database without changing it.
public struct StorageInspection: Equatable, Sendable {
  /// What is at the location.
  public enum State: Equatable, Sendable {
    /// Nothing yet: it is made when it is first used.
    case missing
    /// Something that cannot be used; the sentence says why, and what to do.
    case unusable(String)
    /// A database of ours.
    case ready(Contents)
  }

  /// What a database of ours is like.
  public struct Contents: Equatable, Sendable {
    /// How many steps of the schema it has.
    public var steps: Int
    /// How many steps this program knows.
    public var knownSteps: Int
    /// What is damaged, in SQLite's words; empty where nothing is.
    public var damage: [String]
    /// Whether it keeps a write-ahead log, so that some can read while one writes.
    public var hasLog: Bool
    /// How much of the catalogue is here; nil where it could not be read.
    public var summary: CatalogueSummary?
    /// The latest sync; nil where there is none.
    public var lastRun: SyncRun?

    /// Makes a description from its parts.
    public init(
      steps: Int, knownSteps: Int, damage: [String] = [], hasLog: Bool = true, summary: CatalogueSummary? = nil,
      lastRun: SyncRun? = nil
    ) {
      self.steps = steps
      self.knownSteps = knownSteps
      self.damage = damage
      self.hasLog = hasLog
      self.summary = summary
      self.lastRun = lastRun
    }
  }

  /// Where it is.
  public var path: String
  /// What is there.
  public var state: State
  /// The permissions of the file, such as 0o600; nil where there is none.
  public var permissions: Int?
  /// Whether the file and its directory can be written, or the file be made where it is missing.
  public var isWritable: Bool
  /// How many bytes are free on its disk; nil where nobody says.
  public var freeBytes: Int64?
  /// How many bytes its log has.
  public var logBytes: Int64

  /// Makes an inspection from its parts.
  public init(
    path: String, state: State, permissions: Int? = nil, isWritable: Bool = true, freeBytes: Int64? = nil,
    logBytes: Int64 = 0
  ) {
    self.path = path
    self.state = state
    self.permissions = permissions
    self.isWritable = isWritable
    self.freeBytes = freeBytes
    self.logBytes = logBytes
  }
}

/// Looks at the database at a location, and makes none.
///
/// - Parameter location: The path of a database file.
/// - Returns: What is there.
public func inspectStorage(at location: String) -> StorageInspection {
  StorageInspector(location: location).inspection()
}
