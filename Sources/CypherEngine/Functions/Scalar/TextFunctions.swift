@_spi(_Unicode) import Swift
import CypherSyntax
import PropertyGraph

/// Functions of texts: sequences of code points, which lengths and positions count.
enum TextFunctions {
  static let all: [FunctionDefinition] = [
    length("char_length"),
    length("character_length"),
    mapping("toUpper", "The text in upper case") { $0.uppercased() },
    mapping("toLower", "The text in lower case") { $0.lowercased() },
    mapping("upper", "The text in upper case") { $0.uppercased() },
    mapping("lower", "The text in lower case") { $0.lowercased() },
    FunctionDefinition(
      "left", ["text": .string, "length": .integer], .string, "The first characters"
    ) { call throws(CypherError) in
      .string(String(Substring(try call.text(0).unicodeScalars.prefix(try call.count(1)))))
    },
    FunctionDefinition(
      "right", ["text": .string, "length": .integer], .string, "The last characters"
    ) { call throws(CypherError) in
      .string(String(Substring(try call.text(0).unicodeScalars.suffix(try call.count(1)))))
    },
    FunctionDefinition(
      "substring", ["text": .string, "start": .integer, "length?": .integer], .string,
      "The characters from a position, counted from 0"
    ) { call throws(CypherError) in
      let rest = try call.text(0).unicodeScalars.dropFirst(try call.count(1))
      return .string(String(Substring(call.has(2) ? rest.prefix(try call.count(2)) : rest)))
    },
    FunctionDefinition(
      "replace", ["text": .string, "search": .string, "replacement": .string], .string,
      "The text with every occurrence of another one replaced"
    ) { call throws(CypherError) in
      .string(try call.replaced(try call.text(1), by: try call.text(2)))
    },
    FunctionDefinition(
      "split", ["text": .string, "delimiter": ParameterType(.string, .list(.string))], .list(.string),
      "The parts of a text between delimiters; an empty delimiter parts the characters"
    ) { call throws(CypherError) in
      let text = try call.text(0)
      let delimiters = try delimiters(call)
      if delimiters.contains("") {
        try call.make(elements: Text.length(text))
        return .list(text.unicodeScalars.map { .string(String($0)) })
      }
      return .list(try call.split(by: delimiters))
    },
    FunctionDefinition(
      "join", ["list": .list, "delimiter?": .string], .string,
      "The values of a list as one text; nulls are left out"
    ) { call throws(CypherError) in
      var parts: [String] = []
      for value in try call.list(0) where !value.isNull {
        guard let text = value.scalarText else {
          throw call.invalid("a list of \(value.typeName) has no text")
        }
        parts.append(text)
      }
      return .string(try call.joined(parts, by: call.has(1) ? try call.text(1) : ""))
    },
    padding("lpad", "The text filled up to a length on its left") { $1 + $0 },
    padding("rpad", "The text filled up to a length on its right") { $0 + $1 },
    FunctionDefinition(
      "normalize", ["text": .string, "form?": .string], .string,
      "The text in a Unicode normal form: NFC or NFD"
    ) { call throws(CypherError) in
      let text = try call.text(0)
      switch call.has(1) ? try call.text(1).uppercased() : "NFC" {
      case "NFC": return .string(String(String.UnicodeScalarView(text._nfc)))
      case "NFD": return .string(String(String.UnicodeScalarView(text._nfd)))
      default: throw call.invalid("the form is NFC or NFD")
      }
    },
  ]

  private static func length(_ name: String) -> FunctionDefinition {
    FunctionDefinition(name, ["text": .string], .integer, "The number of characters of a text") {
      call throws(CypherError) in .integer(Int64(Text.length(try call.text(0))))
    }
  }

  private static func mapping(
    _ name: String, _ summary: String, _ map: @escaping @Sendable (String) -> String
  ) -> FunctionDefinition {
    FunctionDefinition(name, ["text": .string], .string, summary) { call throws(CypherError) in
      .string(try call.mapped(map))
    }
  }

  private static func padding(
    _ name: String, _ summary: String, _ join: @escaping @Sendable (_ text: String, _ pad: String) -> String
  ) -> FunctionDefinition {
    FunctionDefinition(
      name, ["text": .string, "length": .integer, "with?": .string], .string, summary
    ) { call throws(CypherError) in
      let text = try call.text(0)
      let pad = Array((call.has(2) ? try call.text(2) : " ").unicodeScalars)
      let length = try call.count(1)
      if length > 10_000_000 { throw call.outOfRange("a text of \(length) characters is too long") }
      let missing = length - Text.length(text)
      if missing < 0 { return .string(String(text.unicodeScalars.prefix(length))) }
      guard !pad.isEmpty else { return .string(text) }
      var filling = String.UnicodeScalarView()
      for index in 0..<missing { filling.append(pad[index % pad.count]) }
      return .string(join(text, String(filling)))
    }
  }

  private static func delimiters(_ call: FunctionCall) throws(CypherError) -> [String] {
    guard case .list(let values) = call[1] else { return [try call.text(1)] }
    var delimiters: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw call.wrongType(1) }
      delimiters.append(text)
    }
    return delimiters
  }
}

extension FunctionCall {
  /// The first argument mapped; a long one piece by piece, so that it can be stopped.
  ///
  /// The map must take each code point for itself.
  fileprivate func mapped(_ map: (String) -> String) throws(CypherError) -> String {
    let text = try text(0)
    if text.utf8.count < 1 << 20 { return map(text) }
    var result = ""
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      try context.check()
      result += map(String(rest.prefix(1 << 17)))
      rest = rest.dropFirst(1 << 17)
    }
    return result
  }

  /// The parts of the first argument between delimiters.
  fileprivate func split(by delimiters: [String]) throws(CypherError) -> [Value] {
    let parts = GrowingList()
    try TextSearch.split(try text(0), by: delimiters) { (part) throws(CypherError) in
      parts.append(.string(String(decoding: part, as: UTF8.self)))
      if parts.count & 0xFFF == 0 { try make(elements: 0x1000) }
    }
    return try parts.takeAll { () throws(CypherError) in try context.check() }
  }

  /// The first argument with another text in place of every occurrence of one.
  fileprivate func replaced(_ part: String, by other: String) throws(CypherError) -> String {
    let other = Array(other.utf8)
    var bytes: [UInt8] = []
    var isFirst = true
    var unmade = 0
    try TextSearch.split(try text(0), by: [part]) { (part) throws(CypherError) in
      if !isFirst { bytes += other }
      isFirst = false
      bytes += part
      unmade += part.count + other.count + 1
      if unmade > 1 << 16 {
        try make(bytes: unmade)
        unmade = 0
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Texts as one, with another one between them.
  fileprivate func joined(_ parts: [String], by separator: String) throws(CypherError) -> String {
    let (between, overflow) = max(parts.count - 1, 0).multipliedReportingOverflow(by: separator.utf8.count)
    try make(bytes: overflow ? .max : parts.reduce(between) { $0 &+ $1.utf8.count })
    return parts.joined(separator: separator)
  }
}
