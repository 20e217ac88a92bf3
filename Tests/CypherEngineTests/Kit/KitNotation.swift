/// Reads the kit's notation for values.
struct KitNotation {
  /// What cannot be read.
  struct Malformed: Error { var text: String }

  private let text: String
  private var rest: Substring

  /// Reads one value.
  static func read(_ text: String) throws -> KitValue {
    var reader = KitNotation(text)
    let value = try reader.value()
    reader.skipSpaces()
    guard reader.rest.isEmpty else { throw reader.malformed }
    return value
  }

  private init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  private var malformed: Malformed { Malformed(text: text) }

  private mutating func skipSpaces() { rest = rest.drop { $0.isWhitespace } }

  /// Takes a text where it stands next.
  private mutating func take(_ wanted: String) -> Bool {
    skipSpaces()
    guard rest.hasPrefix(wanted) else { return false }
    rest.removeFirst(wanted.count)
    return true
  }

  private mutating func require(_ wanted: String) throws {
    guard take(wanted) else { throw malformed }
  }

  private mutating func value() throws -> KitValue {
    skipSpaces()
    switch rest.first {
    case "'": return .string(try string())
    case "{": return .map(try map())
    case "(": return .node(try node())
    case "<": return try path()
    case "[":
      rest.removeFirst()
      if take(":") { return .relationship(try relationship()) }
      return .list(try list())
    default: return try scalar()
    }
  }

  private mutating func scalar() throws -> KitValue {
    let word = rest.prefix { $0.isLetter || $0.isNumber || "+-._".contains($0) }
    rest = rest[word.endIndex...]
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(of: .nan)
    case "Inf", "Infinity": return .float(of: .infinity)
    case "-Inf", "-Infinity": return .float(of: -.infinity)
    default: break
    }
    if let integer = Int64(word) { return .integer(integer) }
    guard let float = Double(word) else { throw malformed }
    return .float(of: float)
  }

  private mutating func string() throws -> String {
    try require("'")
    var result = ""
    while let character = rest.popFirst() {
      switch character {
      case "'": return result
      case "\\":
        guard let escaped = rest.popFirst() else { throw malformed }
        switch escaped {
        case "n": result.append("\n")
        case "t": result.append("\t")
        case "r": result.append("\r")
        default: result.append(escaped)
        }
      default: result.append(character)
      }
    }
    throw malformed
  }

  /// The rest of a list whose bracket was taken.
  private mutating func list() throws -> [KitValue] {
    var values: [KitValue] = []
    if take("]") { return values }
    repeat { values.append(try value()) } while take(",")
    try require("]")
    return values
  }

  private mutating func map() throws -> [String: KitValue] {
    try require("{")
    var entries: [String: KitValue] = [:]
    if take("}") { return entries }
    repeat {
      let key = name()
      try require(":")
      entries[key] = try value()
    } while take(",")
    try require("}")
    return entries
  }

  private mutating func name() -> String {
    skipSpaces()
    if take("`") {
      let name = rest.prefix { $0 != "`" }
      rest = rest[name.endIndex...].dropFirst()
      return String(name)
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest = rest[name.endIndex...]
    return String(name)
  }

  private mutating func properties() throws -> [String: KitValue] {
    skipSpaces()
    return rest.first == "{" ? try map() : [:]
  }

  private mutating func node() throws -> KitNode {
    try require("(")
    var labels: Set<String> = []
    while take(":") { labels.insert(name()) }
    let node = KitNode(labels: labels, properties: try properties())
    try require(")")
    return node
  }

  /// The rest of a relationship whose bracket and colon were taken.
  private mutating func relationship() throws -> KitRelationship {
    let relationship = KitRelationship(type: name(), properties: try properties())
    try require("]")
    return relationship
  }

  private mutating func path() throws -> KitValue {
    try require("<")
    let start = try node()
    var steps: [KitStep] = []
    while !take(">") {
      let isBackward = take("<")
      try require("-")
      try require("[")
      try require(":")
      let relationship = try relationship()
      try require("-")
      if !isBackward { try require(">") }
      steps.append(
        KitStep(relationship: relationship, isForward: !isBackward, node: try node()))
    }
    return .path(start: start, steps)
  }
}
