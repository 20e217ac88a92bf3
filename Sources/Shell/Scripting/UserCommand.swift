import PropertyGraph

/// Commands that the user wrote: scripts in a folder, each of which is a verb.
enum UserCommand {
  /// The command of a script: its `param` lines are the keys, its first comment is the help.
  static func command(_ verb: String, script: ScriptHeader, path: String) -> Command {
    Command(
      verb, script.summary ?? "run \(path)", in: .script,
      forms: [Form(keys: script.parameters.map { KeyDefinition($0) })],
      details: script.details
    ) { call, session throws(ShellError) in
      var arguments: [(key: String, value: String)] = []
      for (key, value) in call.properties { arguments.append((key, session.valueText.plain(value))) }
      try session.keepingScope { () throws(ShellError) in
        try session.runScript(path, arguments: arguments, at: call.span)
      }
    }
  }

  /// The verbs of the scripts in a folder, sorted.
  static func verbs(in folder: String) -> [String] {
    FileText.names(in: folder).compactMap { name in
      name.hasSuffix(".kam") && !name.hasPrefix(".") ? String(name.dropLast(4)) : nil
    }.sorted()
  }
}

extension KeyDefinition {
  /// Takes an argument of a script as a key; one that is true or false by default is a yes or no.
  init(_ parameter: ScriptHeader.Parameter) {
    let isTruth = ["true", "false"].contains(parameter.standard?.lowercased())
    self.init(
      parameter.name, isTruth ? .boolean : .text, parameter.standard.map { "default: \($0)" } ?? "",
      required: parameter.standard == nil)
  }
}

extension Session {
  /// The verbs of the user's own scripts, sorted.
  var userVerbs: [String] { rules.isSafe ? [] : folders.commands.map(UserCommand.verbs) ?? [] }
}
