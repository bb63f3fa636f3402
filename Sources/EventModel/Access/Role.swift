/// What somebody is here, from the one who may do the least to the one who may do the most.
public enum Role: String, CaseIterable, Hashable, Sendable {
  case staff
  case dataOps = "data_ops"
  case admin

  /// What it allows: the one table of who may do what.
  public var permissions: Set<Permission> {
    switch self {
    case .staff: [.readEvents, .editEvents, .readCatalogue, .refreshCatalogue]
    case .dataOps: Role.staff.permissions.union([.editCatalogue, .runSync])
    case .admin: Role.dataOps.permissions.union([.manageUsers])
    }
  }

  /// Whether it allows something.
  public func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

  /// Who may do the least of those that something is allowed to.
  public static func least(with permission: Permission) -> Role {
    allCases.first { $0.may(permission) } ?? .admin
  }
}

/// Something that is allowed to some and not to others.
public enum Permission: CaseIterable, Hashable, Sendable {
  /// To see events.
  case readEvents
  /// To create, change and delete events.
  case editEvents
  /// To see speakers, organizers, sponsors and what the syncs did.
  case readCatalogue
  /// To create, change and delete speakers, organizers and sponsors.
  case editCatalogue
  /// To run a plain sync, which only brings the catalogue up to date.
  case refreshCatalogue
  /// To run a sync with all its options.
  case runSync
  /// To add and remove users and tokens, and to give roles.
  case manageUsers

  /// What it is, in words that follow "may not".
  public var words: String {
    switch self {
    case .readEvents: "see the events"
    case .editEvents: "change events"
    case .readCatalogue: "see the catalogue"
    case .editCatalogue: "change the catalogue"
    case .refreshCatalogue: "refresh the catalogue"
    case .runSync: "run `pivotal sync`"
    case .manageUsers: "manage users"
    }
  }
}
