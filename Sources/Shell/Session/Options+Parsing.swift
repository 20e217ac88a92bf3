extension Options {
  /// Reads a command line without the program's name, by the conventions of GNU.
  ///
  /// - Throws: an unknown option with the near one, a value that is missing or wrong, too many books.
  public static func parse(_ arguments: [String]) throws(UsageError) -> Options {
    var options = Options()
    var index = 0
    var onlyOperands = false
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if onlyOperands || argument == "-" || !argument.hasPrefix("-") {
        try options.takeOperand(argument)
      } else if argument == "--" {
        onlyOperands = true
      } else if argument.hasPrefix("--") {
        try options.takeLong(argument, arguments, &index)
      } else {
        try options.takeLetters(argument, arguments, &index)
      }
    }
    try options.checkArguments()
    return options
  }

  private mutating func takeLong(
    _ argument: String, _ arguments: [String], _ index: inout Int
  ) throws(UsageError) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    let definition = try Self.definition(name)
    guard let label = definition.value else {
      guard parts.count == 1 else {
        throw UsageError(message: "--\(name) takes no value", hint: nil)
      }
      return try take(definition, "")
    }
    if parts.count == 2 { return try take(definition, String(parts[1])) }
    guard index < arguments.count else {
      throw UsageError(message: "--\(name) needs \(label)", hint: nil)
    }
    index += 1
    try take(definition, arguments[index - 1])
  }

  /// The option of a name, or of the only one that begins so.
  private static func definition(_ name: String) throws(UsageError) -> OptionDefinition {
    if let exact = OptionDefinition.all.first(where: { $0.name == name }) { return exact }
    let begun = name.isEmpty ? [] : OptionDefinition.all.filter { $0.name.hasPrefix(name) }
    if begun.count == 1 { return begun[0] }
    let near = begun.isEmpty ? NearNames.of(name, among: OptionDefinition.all.map(\.name)) : begun.map(\.name)
    let names = near.map { "'--\($0)'" }.joined(separator: " or ")
    throw UsageError(
      message: "unknown option '--\(name)'",
      hint: near.isEmpty ? "'kamsh --help' lists the options" : "did you mean \(names)?")
  }

  private mutating func takeLetters(
    _ argument: String, _ arguments: [String], _ index: inout Int
  ) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let definition = OptionDefinition.all.first(where: { $0.letter == letter }) else {
        throw UsageError(message: "unknown option '-\(letter)'", hint: "'kamsh --help' lists the options")
      }
      guard let label = definition.value else {
        try take(definition, "")
        continue
      }
      if !letters.isEmpty { return try take(definition, String(letters)) }
      guard index < arguments.count else {
        throw UsageError(message: "-\(letter) needs \(label)", hint: nil)
      }
      index += 1
      return try take(definition, arguments[index - 1])
    }
  }

  private mutating func take(_ definition: OptionDefinition, _ value: String) throws(UsageError) {
    if let expected = definition.apply(&self, value) {
      throw UsageError(message: "--\(definition.name): '\(value)' is not \(expected)", hint: nil)
    }
  }

  /// A `.kam` file is a script, `key=value` belongs to scripts, anything else is the book.
  private mutating func takeOperand(_ operand: String) throws(UsageError) {
    if let equals = operand.firstIndex(of: "="), Self.isKey(operand[..<equals]) {
      arguments.append((String(operand[..<equals]), String(operand[operand.index(after: equals)...])))
    } else if operand.hasSuffix(".kam") {
      work.append(.script(path: operand))
    } else if let book {
      throw UsageError(
        message: "two books are named: '\(book)' and '\(operand)'", hint: "scripts end in .kam or follow -f")
    } else {
      book = operand
    }
  }

  private func checkArguments() throws(UsageError) {
    let hasScript = work.contains { if case .script = $0 { true } else { false } }
    if let first = arguments.first, !hasScript {
      throw UsageError(message: "'\(first.key)=…' is for a script, and none is named", hint: nil)
    }
  }

  private static func isKey(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0)
    }
  }
}
