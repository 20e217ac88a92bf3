/// All verbs of the shell, found by name or alias.
struct CommandRegistry: Sendable {
  /// The verbs in the order of declaration.
  let commands: [Command]
  private let byName: [String: Int]

  /// Makes a registry; the first verb of a name wins, and a test keeps names unique.
  init(_ commands: [Command]) {
    self.commands = commands
    var byName: [String: Int] = [:]
    for (index, command) in commands.enumerated() {
      for name in [command.name] + command.aliases where byName[name] == nil { byName[name] = index }
    }
    self.byName = byName
  }

  /// The verb of a name or an alias, in any case.
  func command(_ name: String) -> Command? {
    (byName[name] ?? byName[name.lowercased()]).map { commands[$0] }
  }

  /// Every name and alias, sorted.
  var verbsAndAliases: [String] { byName.keys.sorted() }
}
