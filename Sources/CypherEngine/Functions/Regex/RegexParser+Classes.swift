extension RegexParser {
  /// The set of what follows a backslash, inside a class or outside.
  mutating func escapedSet(_ next: Unicode.Scalar, _ start: Int) throws(RegexError) -> ScalarSet {
    switch next {
    case "d": return .digits
    case "D": return .complement(.digits)
    case "w": return .word
    case "W": return .complement(.word)
    case "s": return .space
    case "S": return .complement(.space)
    case "h": return .horizontalSpace
    case "H": return .complement(.horizontalSpace)
    case "v": return .verticalSpace
    case "V": return .complement(.verticalSpace)
    case "p": return try propertySet(start)
    case "P": return .complement(try propertySet(start))
    default: return ScalarSet(try escapedScalar(next, start))
    }
  }

  /// `L`, `{Lu}` or `{^Lu}` after `\p`.
  private mutating func propertySet(_ start: Int) throws(RegexError) -> ScalarSet {
    guard let first = advance() else { throw error("\\p wants a name", at: start) }
    var name = String(first)
    var isNegated = false
    if first == "{" {
      isNegated = take("^")
      name = ""
      while let next = advance(), next != "}" { name.unicodeScalars.append(next) }
      if pattern[position - 1] != "}" { throw error("the name after \\p is not closed", at: start) }
    }
    guard let set = ScalarSet(named: name) else { throw error("there is no property \(name)", at: start) }
    return isNegated ? .complement(set) : set
  }

  /// One code point that is written with a backslash.
  private mutating func escapedScalar(
    _ next: Unicode.Scalar, _ start: Int
  ) throws(RegexError) -> Unicode.Scalar {
    switch next {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "a": return "\u{07}"
    case "e": return "\u{1B}"
    case "0": return try number(digits: 1...3, radix: 8, start)
    case "u": return try number(digits: 4...4, radix: 16, start)
    case "x":
      guard take("{") else { return try number(digits: 2...2, radix: 16, start) }
      let scalar = try number(digits: 1...6, radix: 16, start)
      if !take("}") { throw error("the code point is not closed", at: start) }
      return scalar
    default:
      if next.isASCII, next.properties.isAlphabetic {
        throw error("there is no escape \\\(next)", at: start)
      }
      return next
    }
  }

  private mutating func number(
    digits: ClosedRange<Int>, radix: Int, _ start: Int
  ) throws(RegexError) -> Unicode.Scalar {
    var text = ""
    while text.count < digits.upperBound, let next = peek, Int(String(next), radix: radix) != nil {
      text.unicodeScalars.append(next)
      position += 1
    }
    guard text.count >= digits.lowerBound, let value = UInt32(text, radix: radix),
      let scalar = Unicode.Scalar(value)
    else { throw error("there is no such code point", at: start) }
    return scalar
  }

  // MARK: Classes

  /// What stands between `[`, which is read, and `]`: ranges, escapes, classes, and intersections by `&&`.
  mutating func characterClass(depth: Int = 0) throws(RegexError) -> ScalarSet {
    let start = position - 1
    if depth > Self.deepest { throw error("classes are nested too deep", at: start) }
    let isNegated = take("^")
    var intersected: [ScalarSet] = []
    var members: [ScalarSet] = []
    var isFirst = true
    while let next = peek, next != "]" || isFirst {
      isFirst = false
      position += 1
      if next == "&", peek == "&" {
        position += 1
        intersected.append(.union(members))
        members = []
      } else if next == "[" {
        if let set = try posixClass() {
          members.append(set)
        } else {
          members.append(try characterClass(depth: depth + 1))
        }
      } else {
        members.append(try member(next, start))
      }
    }
    guard take("]") else { throw error("this class is not closed", at: start) }
    let set = intersected.isEmpty ? ScalarSet.union(members) : .intersection(intersected + [.union(members)])
    return isNegated ? .complement(set) : set
  }

  /// `[:alpha:]`, of which `[` is read.
  private mutating func posixClass() throws(RegexError) -> ScalarSet? {
    let start = position
    guard take(":") else { return nil }
    let isNegated = take("^")
    var name = ""
    while let next = advance(), next != ":", next != "]" { name.unicodeScalars.append(next) }
    guard pattern[position - 1] == ":", take("]") else {
      position = start
      return nil
    }
    guard let set = ScalarSet(named: name) else {
      throw error("there is no class [:\(name):]", at: start - 1)
    }
    return isNegated ? .complement(set) : set
  }

  /// One character, an escape, or a range from one to another.
  private mutating func member(
    _ first: Unicode.Scalar, _ classStart: Int
  ) throws(RegexError) -> ScalarSet {
    let start = position - 1
    let low = try memberSet(first, start)
    guard peek == "-", position + 1 < pattern.count, pattern[position + 1] != "]",
      pattern[position + 1] != "[", case .ranges(let lows) = low, let from = lows.first?.lowerBound
    else { return low }
    position += 1
    guard let last = advance() else { throw error("this class is not closed", at: classStart) }
    guard case .ranges(let highs) = try memberSet(last, position - 1), let to = highs.first?.lowerBound
    else { throw error("a range must end with a character", at: start) }
    if to < from { throw error("the range is the wrong way round", at: start) }
    return .ranges([from...to])
  }

  private mutating func memberSet(
    _ scalar: Unicode.Scalar, _ start: Int
  ) throws(RegexError) -> ScalarSet {
    guard scalar == "\\" else { return ScalarSet(scalar) }
    guard let next = advance() else { throw error("a backslash must not be the last", at: start) }
    return next == "b" ? ScalarSet("\u{08}") : try escapedSet(next, start)
  }
}
