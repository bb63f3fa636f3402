/// How far a sync may go, on which depends who may run it.
public enum SyncKind: String, Sendable {
  /// It only finds out what it would do.
  case plan
  /// It brings the catalogue up to date, and keeps what a careful sync keeps.
  case refresh
  /// It may also replace what a refresh would keep, or mark any number of rows as missing.
  case overriding
}
