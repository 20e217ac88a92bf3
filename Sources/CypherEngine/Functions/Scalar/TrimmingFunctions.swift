import CypherSyntax
import PropertyGraph

/// Functions that take characters off the ends of a text.
enum TrimmingFunctions {
  static let all: [FunctionDefinition] = [
    trimming("trim", left: true, right: true, "The text without white space at its ends"),
    trimming("bTrim", left: true, right: true, "The text without white space at its ends"),
    trimming("lTrim", left: true, right: false, "The text without white space at its beginning"),
    trimming("rTrim", left: false, right: true, "The text without white space at its end"),
  ]

  private static func trimming(
    _ name: String, left: Bool, right: Bool, _ summary: String
  ) -> FunctionDefinition {
    FunctionDefinition(
      name, ["text": .string, "characters?": .string], .string, "\(summary), or without other characters"
    ) { call throws(CypherError) in
      let text = try call.text(0)
      guard call.has(1) else { return .string(trim(text, left, right) { $0.properties.isWhitespace }) }
      let characters = Set(try call.text(1).unicodeScalars)
      return .string(trim(text, left, right) { characters.contains($0) })
    }
  }

  private static func trim(
    _ text: String, _ left: Bool, _ right: Bool, _ goes: (Unicode.Scalar) -> Bool
  ) -> String {
    var rest = text.unicodeScalars[...]
    if left { rest = rest.drop(while: goes) }
    if right { while let last = rest.last, goes(last) { rest.removeLast() } }
    return String(Substring(rest))
  }
}
