/// Reads the usual syntax of Java and PCRE, without what takes more than linear time.
struct RegexParser {
  /// Groups inside one another.
  static let deepest = 200
  /// The greatest bound of `{m,n}`.
  static let greatestBound = 1000

  private struct Flags {
    var ignoresCase = false
    var dotMatchesLineBreaks = false
    var isMultiline = false
    var isSpaced = false
  }

  let pattern: [Unicode.Scalar]
  /// The place of the next character.
  var position = 0
  private var flags = Flags()
  private var depth = 0

  /// The tree of a pattern.
  static func parse(_ pattern: String) throws(RegexError) -> RegexTree {
    var parser = RegexParser(pattern)
    let tree = try parser.choice()
    if parser.peek != nil { throw parser.error("there is no ( for this )") }
    return tree
  }

  private init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// Alternatives up to `)` or the end.
  private mutating func choice() throws(RegexError) -> RegexTree {
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(RegexError) -> RegexTree {
    var parts: [RegexTree] = []
    while let next = peek, next != "|", next != ")" {
      if flags.isSpaced, skipSpace() { continue }
      let start = position
      guard let atom = try atom() else { continue }
      parts.append(try quantified(atom, from: start))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// The next thing that a quantifier may follow; nil after flags.
  private mutating func atom() throws(RegexError) -> RegexTree? {
    guard let next = advance() else { return .empty }
    switch next {
    case "(": return try group()
    case "[": return .set(cased(try characterClass()))
    case ".": return .set(flags.dotMatchesLineBreaks ? .any : .complement(.lineBreaks))
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?": throw error("\(next) has nothing to repeat", at: position - 1)
    case "\\": return try escape()
    default: return .set(cased(ScalarSet(next)))
    }
  }

  private func cased(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.ignoringCase : set }

  // MARK: Quantifiers

  private mutating func quantified(_ atom: RegexTree, from start: Int) throws(RegexError) -> RegexTree {
    var tree = atom
    var isRepeated = false
    while let (from, to) = try quantifier() {
      if isRepeated { throw error("a quantifier cannot follow another one", at: position - 1) }
      if case .assertion = atom { throw error("an anchor cannot be repeated", at: start) }
      if peek == "+" { throw error("possessive quantifiers are not supported") }
      _ = take("?")
      tree = .repetition(tree, from: from, to: to)
      isRepeated = true
    }
    return tree
  }

  private mutating func quantifier() throws(RegexError) -> (from: Int, to: Int?)? {
    if flags.isSpaced { while skipSpace() {} }
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{"), let from = try bound() else {
      position = start
      return nil
    }
    var to: Int? = from
    if take(",") { to = try bound() }
    guard take("}") else {
      position = start
      return nil
    }
    if let to, to < from { throw error("the bounds are the wrong way round", at: start) }
    return (from, to)
  }

  private mutating func bound() throws(RegexError) -> Int? {
    let start = position
    while let next = peek, ("0"..."9").contains(next) { position += 1 }
    if position == start { return nil }
    let text = String(String.UnicodeScalarView(pattern[start..<position]))
    guard let number = Int(text), number <= Self.greatestBound else {
      throw error("a bound must not be greater than \(Self.greatestBound)", at: start)
    }
    return number
  }

  // MARK: Groups

  private mutating func group() throws(RegexError) -> RegexTree? {
    let start = position - 1
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { throw error("groups are nested too deep", at: start) }
    let saved = flags
    if take("?"), try !groupKind(start) { return nil }
    let tree = try choice()
    guard take(")") else { throw error("this group is not closed", at: start) }
    flags = saved
    return tree
  }

  /// Reads what follows `(?`; false where it was flags for the rest of the group around.
  private mutating func groupKind(_ start: Int) throws(RegexError) -> Bool {
    if take(":") { return true }
    if take("P"), peek != "<" { throw error("named references are not supported", at: start) }
    if take("<") || take("'") {
      if peek == "=" || peek == "!" { throw error("look-behind is not supported", at: start) }
      let end: Unicode.Scalar = pattern[position - 1] == "<" ? ">" : "'"
      while let next = advance() { if next == end { return true } }
      throw error("the group's name is not closed", at: start)
    }
    if peek == "=" || peek == "!" { throw error("look-ahead is not supported", at: start) }
    if peek == ">" { throw error("atomic groups are not supported", at: start) }
    var isOn = true
    while let next = advance() {
      switch next {
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotMatchesLineBreaks = isOn
      case "m": flags.isMultiline = isOn
      case "x": flags.isSpaced = isOn
      case "u", "U": break
      case "-": isOn = false
      case ":": return true
      case ")": return false
      default: throw error("there is no flag \(next)", at: position - 1)
      }
    }
    throw error("this group is not closed", at: start)
  }

  // MARK: Escapes

  private mutating func escape() throws(RegexError) -> RegexTree {
    let start = position - 1
    guard let next = advance() else { throw error("a backslash must not be the last", at: start) }
    switch next {
    case "b": return .assertion(.wordBoundary)
    case "B": return .assertion(.noWordBoundary)
    case "A": return .assertion(.textStart)
    case "z", "Z": return .assertion(.textEnd)
    case "R":
      let pair = RegexTree.sequence([.set(ScalarSet("\r")), .set(ScalarSet("\n"))])
      return .choice([pair, .set(.verticalSpace)])
    case "Q": return quotation()
    case "1"..."9", "k": throw error("back-references are not supported", at: start)
    default: return .set(cased(try escapedSet(next, start)))
    }
  }

  /// Everything up to `\E` or the end.
  private mutating func quotation() -> RegexTree {
    var parts: [RegexTree] = []
    while let next = advance() {
      if next == "\\", peek == "E" {
        position += 1
        break
      }
      parts.append(.set(cased(ScalarSet(next))))
    }
    return .sequence(parts)
  }

  // MARK: Characters

  /// The character that comes next.
  var peek: Unicode.Scalar? { position < pattern.count ? pattern[position] : nil }

  mutating func advance() -> Unicode.Scalar? {
    guard let next = peek else { return nil }
    position += 1
    return next
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  /// Skips one space or a comment, where `(?x)` allows them.
  private mutating func skipSpace() -> Bool {
    guard let next = peek else { return false }
    if next == "#" {
      while let comment = advance(), comment != "\n" {}
      return true
    }
    guard next.properties.isWhitespace else { return false }
    position += 1
    return true
  }

  func error(_ message: String, at place: Int? = nil) -> RegexError {
    RegexError(message: message, position: place ?? position)
  }
}
