import CypherSyntax
import Testing

@testable import Shell

/// The report of a failure: where, the line, the caret.
struct ErrorReportTests {
  private func report(_ text: String, _ span: Span?, leading: String = "", line: Int = 1, width: Int = 100)
    -> [String]
  {
    let statement = Statement(
      kind: .query, text: text, origin: Origin(file: "a.kam", line: line, leading: leading))
    let error = ShellError(.failed("no"), at: span).inside(statement)
    return ErrorReport(palette: Palette(isColoured: false), width: width).text(error)
      .split(separator: "\n").map(String.init)
  }

  @Test func `The caret stands under the place after tabs, wide characters and marks`() {
    #expect(report("RETURN x", Span(7, 8)) == ["a.kam:1:8: no", "  RETURN x", "         ^"])
    #expect(report("\tx y", Span(3, 4)) == ["a.kam:1:4: no", "      x y", "        ^"])
    #expect(report("'漢字' x", Span(9, 10)) == ["a.kam:1:6: no", "  '漢字' x", "         ^"])
    #expect(report("'e\u{301}' x", Span(6, 7)) == ["a.kam:1:5: no", "  'e\u{301}' x", "      ^"])
    #expect(report("'漢' x", Span(1, 4))[2] == "   ^^")
  }

  @Test func `What stands before the statement on its line counts`() {
    #expect(
      report("RETURN x", Span(7, 8), leading: "RETURN 1; ", line: 7) == [
        "a.kam:7:18: no", "  RETURN 1; RETURN x", "                   ^",
      ])
  }

  @Test func `A place on a later line is shown with that line`() {
    #expect(
      report("RETURN\n  x +\n y", Span(9, 10), leading: "ignored ", line: 3) == [
        "a.kam:4:3: no", "    x +", "    ^",
      ])
  }

  @Test func `A place behind the end, an empty text and none are fine`() {
    #expect(report("RETURN x", Span(8, 8))[2] == "          ^")
    #expect(report("RETURN x", Span(80, 90))[2] == "          ^")
    #expect(report("RETURN x", nil)[2] == "  ^^^^^^")
    #expect(report("", nil).first == "a.kam:1:1: no")
  }

  @Test func `A long line is cut around the place`() {
    let text = String(repeating: "а", count: 500) + " x " + String(repeating: "б", count: 500)
    let lines = report(text, Span(1001, 1002), width: 60)
    #expect(lines[1].count <= 62)
    #expect(lines[1].contains("… ") == false && lines[1].hasPrefix("  …") && lines[1].hasSuffix("…"))
    let caret = lines[2].count - 1
    #expect(Array(lines[1])[caret] == "x")
  }

  @Test func `Control characters of the line are spelled out`() {
    #expect(report("\u{1B}[31m x", Span(6, 7))[1] == "  \\u001b[31m x")
  }
}
