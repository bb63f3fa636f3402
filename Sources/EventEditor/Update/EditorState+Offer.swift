extension EditorState {
  /// Whether a command would do anything now; help and footer name no other.
  ///
  /// While a sync runs or waits no other one can be started, and a record that is not in the catalogue yet cannot be
  /// deleted from it.
  func isOffered(_ command: Command) -> Bool {
    switch command {
    case .sync: sync.isOver
    case .deleteRecord: if case .record(let record) = overlays.last { record.deletion != nil } else { true }
    default: true
    }
  }
}
