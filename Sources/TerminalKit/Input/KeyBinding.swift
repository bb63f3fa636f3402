/// What a key does in one context, as data: dispatch, footer, help and menu are all made from it.
public struct KeyBinding<Context: Hashable & Sendable, Command: Hashable & Sendable>: Equatable, Sendable {
  /// Where the binding holds.
  public let context: Context
  /// The keys that do it, none where only a menu does; the first always arrives and is the one that a footer names.
  public let keys: [Key]
  /// What is done.
  public let command: Command
  /// What is done, in words, for the help screen and the menu.
  public let help: String
  /// One or two words for the footer; nil for what the footer leaves out.
  public let footer: String?

  /// Makes a binding.
  public init(_ context: Context, _ keys: [Key], _ command: Command, _ help: String, footer: String? = nil) {
    self.context = context
    self.keys = keys
    self.command = command
    self.help = help
    self.footer = footer
  }

  /// The same binding on other keys.
  public func on(_ keys: [Key]) -> KeyBinding {
    KeyBinding(context, keys, command, help, footer: footer)
  }
}

/// All bindings of a program.
///
/// Contexts are given front to back: the first one that knows a key owns it, so a picker's Esc hides the form's.
public struct KeyTable<Context: Hashable & Sendable, Command: Hashable & Sendable>: Equatable, Sendable {
  /// A binding of this table.
  public typealias Binding = KeyBinding<Context, Command>

  /// The bindings in the order in which help lists them.
  public let bindings: [Binding]
  private let commands: [Context: [Key: Command]]
  /// Where the bindings of each context stand among all.
  private let positions: [Context: [Int]]

  /// Makes a table; of two bindings with one key in one context the first holds, and `clashes` names them.
  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    positions = Dictionary(grouping: bindings.indices) { bindings[$0].context }
    var commands: [Context: [Key: Command]] = [:]
    for binding in bindings {
      for key in binding.keys where commands[binding.context]?[key] == nil {
        commands[binding.context, default: [:]][key] = binding.command
      }
    }
    self.commands = commands
  }

  /// What a key does, asked of each context from front to back.
  public func command(for key: Key, in contexts: [Context]) -> Command? {
    for context in contexts {
      if let command = commands[context]?[key] { return command }
    }
    return nil
  }

  /// The bindings that hold in the given contexts, front to back, without the keys that a nearer context owns.
  ///
  /// One that has none left is among them: a menu still offers it.
  public func active(in contexts: [Context]) -> [Binding] {
    free(in: contexts).map { bindings[$0.position].on($0.keys) }
  }

  /// Where the bindings of the given contexts stand, front to back, with the keys that no nearer context owns.
  private func free(in contexts: [Context]) -> [(position: Int, keys: [Key])] {
    var taken: Set<Key> = []
    var result: [(position: Int, keys: [Key])] = []
    for context in contexts {
      let own = positions[context] ?? []
      for position in own { result.append((position, bindings[position].keys.filter { !taken.contains($0) })) }
      for position in own { taken.formUnion(bindings[position].keys) }
    }
    return result
  }

  /// The bindings that a footer names in the given contexts, in the order of the table; first stands a key that every
  /// terminal sends.
  ///
  /// One whose keys of that kind all belong to a nearer context is left out: the help lists the others.
  public func footer(in contexts: [Context]) -> [Binding] {
    free(in: contexts).sorted { $0.position < $1.position }.compactMap { position, keys in
      let binding = bindings[position]
      guard binding.footer != nil, !keys.isEmpty else { return nil }
      let arriving = keys.filter(\.alwaysArrives)
      guard !arriving.isEmpty || !binding.keys.contains(where: \.alwaysArrives) else { return nil }
      return binding.on(arriving + keys.filter { !$0.alwaysArrives })
    }
  }

  /// Pairs of bindings that claim the same key in the same context; a good table has none.
  public var clashes: [(first: Binding, second: Binding, key: Key)] {
    var owners: [Context: [Key: Binding]] = [:]
    var result: [(first: Binding, second: Binding, key: Key)] = []
    for binding in bindings {
      for key in binding.keys {
        if let owner = owners[binding.context]?[key] {
          result.append((owner, binding, key))
        } else {
          owners[binding.context, default: [:]][key] = binding
        }
      }
    }
    return result
  }
}
