import CypherSyntax
import PropertyGraph
import Testing

@testable import CypherEngine

@Suite("Functions of texts")
struct TextFunctionsTests {
  @Test func `a text is reversed by what a person sees as one character`() throws {
    #expect(try call("reverse", "").isIdentical(to: ""))
    #expect(try call("reverse", "abc").isIdentical(to: "cba"))
    #expect(try call("reverse", "Ёлка").isIdentical(to: "аклЁ"))
    #expect(try call("reverse", "ae\u{301}z").isIdentical(to: "ze\u{301}a"))
    #expect(try call("reverse", "a👩‍👩‍👧b🇷🇺").isIdentical(to: "🇷🇺b👩‍👩‍👧a"))
    // A line end of two code points is one character, in plain texts too.
    #expect(try call("reverse", "a\r\nb").isIdentical(to: "b\r\na"))
  }

  @Test func `positions and lengths count code points, beyond the ends as well`() throws {
    let text: Value = "д👍e\u{301}"
    #expect(try call("size", text).isIdentical(to: 4))
    #expect(try call("char_length", text).isIdentical(to: 4))
    #expect(try call("left", text, 2).isIdentical(to: "д👍"))
    #expect(try call("left", text, 9_223_372_036_854_775_807).isIdentical(to: text))
    #expect(try call("right", text, 1).isIdentical(to: "\u{301}"))
    #expect(try call("right", text, 0).isIdentical(to: ""))
    #expect(try call("substring", text, 1, 2).isIdentical(to: "👍e"))
    #expect(try call("substring", text, 4).isIdentical(to: ""))
    #expect(try call("substring", text, 5, 9_223_372_036_854_775_807).isIdentical(to: ""))
    #expect(try call("trim", "\u{3000} д \t\n").isIdentical(to: "д"))
  }

  @Test func `occurrences are replaced from the left, and none of an empty text`() throws {
    #expect(try call("replace", "aaa", "aa", "b").isIdentical(to: "ba"))
    #expect(try call("replace", "прайс, прайс", "прайс", "скидка").isIdentical(to: "скидка, скидка"))
    #expect(try call("replace", "abab", "b", "").isIdentical(to: "aa"))
    #expect(try call("replace", "abc", "", "x").isIdentical(to: "abc"))
    #expect(try call("replace", "", "a", "x").isIdentical(to: ""))
    #expect(try call("replace", "a", "a", "a").isIdentical(to: "a"))
    #expect(try call("split", "a;b,c", .list([",", ";"])).isIdentical(to: .list(["a", "b", "c"])))
    #expect(try call("split", ",a,", ",").isIdentical(to: .list(["", "a", ""])))
    #expect(try call("split", "дa", "").isIdentical(to: .list(["д", "a"])))
  }

  @Test func `long texts, which are joined piece by piece, are whole whatever a piece ends in`() throws {
    // Ten bytes, more than four million of which are joined in pieces.
    let graph = try TestGraph()
    #expect(
      try graph.value(
        "WITH reduce(s = 'aя€😀', i IN range(1, 18) | s + s) AS t WITH t, t + t AS d RETURN d STARTS WITH t, d ENDS WITH t, left(d, 5)"
      ) == "true | true | 'aя€😀a'")
    #expect(
      try graph.value(
        "WITH reduce(s = 'aя€😀', i IN range(1, 19) | s + s) AS t RETURN size(t), right(t, 4)"
      ) == "\(4 << 19) | 'aя€😀'")
  }

  @Test func `what is long is done in steps that may be stopped`() throws {
    let text = Value.string(String(repeating: "é,", count: 100_000))
    for (name, arguments) in [
      ("reverse", [text]), ("replace", [text, ",", "; "]), ("split", [text, ","]),
      ("replace", [text, "é", ""]),
    ] {
      let context = ImpatientContext(patience: 50_000, costOfCheck: 20_000)
      let function = try #require(FunctionRegistry.find(name))
      let error = #expect(throws: CypherError.self) {
        try function.body(arguments, context, Span(0, 0))
      }
      #expect(error?.detail == "Cancelled", "\(name)")
    }
  }
}
