/// Completions of the command line for other shells, from the declared options.
enum ShellCompletions {
  /// The shells.
  static let shells = ["bash", "zsh", "fish"]

  /// The completions for a shell, without the last newline.
  static func text(for shell: String) -> String {
    switch shell {
    case "zsh": zsh
    case "fish": fish
    default: bash
    }
  }

  private static let options = OptionDefinition.all

  /// For bash: to be sourced, or put into its folder of completions.
  private static var bash: String {
    let values = options.filter { $0.value != nil }.map { option in
      let answer =
        option.choices.isEmpty
        ? (option.value == "SCRIPT" ? "_kamsh_files kam" : "COMPREPLY=()")
        : "COMPREPLY=($(compgen -W '\(option.choices.joined(separator: " "))' -- \"$word\"))"
      return "    \(spellings(option).joined(separator: "|"))) \(answer); return ;;"
    }
    return """
      # Completion of kamsh for bash, made by 'kamsh --completions=bash'.
      _kamsh_files() {
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -f -X "!*.@($1)" -- "$word")
      }
      _kamsh() {
        local extglob word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
        # An equals sign is a word of its own.
        if [[ $word == = ]]; then
          word=
        elif [[ $before == = ]]; then
          before=${COMP_WORDS[COMP_CWORD-2]}
        fi
        extglob=$(shopt -p extglob)
        shopt -s extglob
        _kamsh_word
        eval "$extglob"
      }
      _kamsh_word() {
        case $before in
      \(values.joined(separator: "\n"))
        esac
        case $word in
          -*) COMPREPLY=($(compgen -W '\(options.map { "--" + $0.name }.joined(separator: " "))' -- "$word")) ;;
          *) _kamsh_files 'json|kam' ;;
        esac
      }
      complete -F _kamsh kamsh
      """
  }

  /// For zsh: a file `_kamsh` in its path of functions.
  private static var zsh: String {
    let specifications = options.map { option in
      let summary = zshQuoted(option.summary)
      let values = option.choices.isEmpty ? "" : "(\(option.choices.joined(separator: " ")))"
      let files = option.value == "SCRIPT" ? "_files -g \"*.kam(-.)\"" : values
      let argument = option.value.map { ":\($0):\(files)" } ?? ""
      let long = "--\(option.name)\(option.value == nil ? "" : "=")"
      let repeats = option.summary.contains("repeated") ? "'*'" : ""
      guard let letter = option.letter else { return "  \(repeats)'\(long)[\(summary)]\(argument)'" }
      return "  \(repeats){-\(letter),\(long)}'[\(summary)]\(argument)'"
    }
    return """
      #compdef kamsh
      # Completion of kamsh for zsh, made by 'kamsh --completions=zsh'.
      _arguments -s \\
      \(specifications.map { $0 + " \\" }.joined(separator: "\n"))
        '*:book or script:_files -g "*.(json|kam)(-.)"'
      """
  }

  /// For fish: a file `kamsh.fish` in its folder of completions.
  private static var fish: String {
    let lines = options.map { option in
      var parts = ["complete -c kamsh"]
      if let letter = option.letter { parts.append("-s \(letter)") }
      parts.append("-l \(option.name)")
      if option.value != nil { parts.append(option.value == "SCRIPT" ? "-r" : "-x") }
      if !option.choices.isEmpty { parts.append("-a '\(option.choices.joined(separator: " "))'") }
      parts.append("-d '\(option.summary.replacing("'", with: "\\'"))'")
      return parts.joined(separator: " ")
    }
    return (["# Completion of kamsh for fish, made by 'kamsh --completions=fish'."] + lines).joined(
      separator: "\n")
  }

  private static func spellings(_ option: OptionDefinition) -> [String] {
    (option.letter.map { ["-\($0)"] } ?? []) + ["--\(option.name)"]
  }

  /// A summary between brackets and single quotes, where colons separate.
  private static func zshQuoted(_ text: String) -> String {
    var quoted = ""
    for character in text {
      switch character {
      case "'": quoted += "'\\''"
      case "[", "]", ":", "\\": quoted += "\\\(character)"
      default: quoted.append(character)
      }
    }
    return quoted
  }
}
