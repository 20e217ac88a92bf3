/// Where the user's own files are: the start-up script, commands, the history.
struct UserFolders: Sendable {
  /// The folder of settings; nil where no home is known.
  var config: String?
  /// The folder of what the program keeps; nil where no home is known.
  var state: String?

  /// The script that runs at the start.
  var startUpScript: String? { config.map { $0 + "/kamshrc.kam" } }
  /// The folder whose scripts are commands.
  var commands: String? { config.map { $0 + "/commands" } }
  /// The file of what was typed before.
  var history: String? { state.map { $0 + "/history" } }
}

extension UserFolders {
  /// Reads the folders from the environment, by the XDG base directory specification.
  ///
  /// - Parameter variable: gives the value of a variable of the environment.
  init(variable: (String) -> String?) {
    func folder(_ name: String, under home: String) -> String? {
      // The specification has relative paths ignored.
      if let path = variable(name), path.hasPrefix("/") { return path + "/kamsh" }
      return variable("HOME").flatMap { $0.hasPrefix("/") ? "\($0)/\(home)/kamsh" : nil }
    }
    config = folder("XDG_CONFIG_HOME", under: ".config")
    state = folder("XDG_STATE_HOME", under: ".local/state")
  }
}
