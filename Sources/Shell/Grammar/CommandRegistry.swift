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

  /// What somebody may have meant by a word that is no verb: what people try for one, a kind of one, or one that is
  /// spelt alike.
  ///
  /// - Parameter own: verbs that are not in the registry.
  func near(_ word: String, own: [String] = []) -> [String] {
    let word = word.lowercased()
    let guesses = commands.compactMap { $0.guesses[word] }
    let kinds = commands.flatMap { command in
      command.forms.filter { $0.kind == word || $0.kindAliases.contains(word) }.compactMap(\.kind).map {
        "\(command.name) \($0)"
      }
    }
    if !guesses.isEmpty || !kinds.isEmpty { return Array((guesses + kinds).prefix(3)) }
    let near = NearNames.of(word, among: verbsAndAliases + own)
    // `briefing` is a longer word for `brief`; two or three letters begin too many.
    return near.isEmpty ? verbsAndAliases.filter { $0.count > 3 && word.hasPrefix($0) } : near
  }

  /// Every name and alias, sorted.
  var verbsAndAliases: [String] { byName.keys.sorted() }
}
