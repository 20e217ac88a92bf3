import CypherSyntax
import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

/// Whether the whole of a text matches.
private func matches(_ text: String, _ pattern: String) throws -> Bool {
  var matcher = RegexMatcher(try RegularExpression(pattern))
  var bytes = text
  return try bytes.withUTF8 { bytes in
    try Result { () throws(CypherError) in try matcher.matches(bytes, check: { () throws(CypherError) in }) }
      .get()
  }
}

@Suite("Regular expressions")
struct RegularExpressionTests {
  @Test(arguments: [
    ("", [""], ["a"]),
    ("abc", ["abc"], ["ab", "abcd", "xabc", "ABC"]),
    ("a|bc|", ["a", "bc", ""], ["b", "abc"]),
    ("a*", ["", "aaa"], ["b", "aab"]),
    ("a+b?", ["a", "aab"], ["b", "abb"]),
    ("(?:ab)+", ["ab", "abab"], ["aba"]),
    ("(a|b)*c", ["c", "ababc"], ["ab"]),
    ("(a*)*", ["", "aaaa"], ["b"]),
    ("(a|a*)+", ["", "aa"], ["ab"]),
    ("a{2}", ["aa"], ["a", "aaa"]),
    ("a{2,}", ["aa", "aaaaa"], ["a"]),
    ("a{1,3}", ["a", "aaa"], ["", "aaaa"]),
    ("a{0}", [""], ["a"]),
    ("a{,2}", ["a{,2}"], ["aa"]),
    ("{x}", ["{x}"], ["x"]),
    ("a+?b*?", ["a", "aabb"], ["ba"]),
    (".", ["я", "😀", "a"], ["", "\n", "\r", "ab"]),
    ("(?s).", ["\n"], ["\n\n"]),
    (".*пром.*", ["Завод «Химпромстрой»", "пром"], ["Пром", "химп ром"]),
    ("(?i).*ПРОМ.*", ["Завод Химпромстрой", "Промсвязь"], ["прам"]),
    ("(?i)straße", ["STRAßE", "straße"], ["STRASSE"]),
    ("(?i:a)b", ["ab", "Ab"], ["AB"]),
    ("(?i)a(?-i)b", ["Ab"], ["AB"]),
    ("a(?i)b|c", ["aB", "C"], ["AB"]),
    ("(a(?i)b)c", ["aBc"], ["aBC"]),
    ("[abc]+", ["cab"], ["d", ""]),
    ("[^abc]", ["d", "я"], ["a", "dd"]),
    ("(?i)[^a]", ["b"], ["a", "A"]),
    ("(?i)[a-c]", ["B", "b"], ["D"]),
    ("[а-яё]+", ["ёлка"], ["Ёлка", "elka"]),
    ("[]a]+", ["]a"], ["b"]),
    ("[a-]+", ["a-a"], ["b"]),
    ("[-a]", ["-"], ["b"]),
    ("[\\d.]+", ["1.5", "٣"], ["1,5"]),
    ("[a-z&&[^aeiou]]+", ["xyz"], ["xayz"]),
    ("[a-c[x-z]]+", ["axb"], ["d"]),
    ("[[:alpha:]_]+", ["я_z"], ["1"]),
    ("[[:^digit:]]", ["a"], ["1"]),
    ("\\d{3}-\\d{2}", ["123-45"], ["12-345", "123-4a"]),
    ("\\D\\W\\S", ["a !"], ["1 !", "aaa", "a  "]),
    ("\\w+", ["слово_9", "e\u{301}"], ["а б", "-"]),
    ("\\s", [" ", "\u{A0}", "\t", "\u{2028}"], ["a"]),
    ("\\h\\v", [" \n"], ["\n "]),
    ("\\bword\\b", ["word"], ["words"]),
    (".*\\bслово\\b.*", ["одно слово.", "слово"], ["слова словом", "предслово"]),
    ("a\\Bb", ["ab"], ["a b"]),
    ("^a$", ["a"], ["a\n"]),
    ("(?m)a$\\n^b", ["a\nb"], ["ab"]),
    ("a$\\n^b", [], ["a\nb"]),
    ("\\Aab\\z", ["ab"], ["abc"]),
    ("a\\Rb", ["a\r\nb", "a\nb"], ["a\n\nb"]),
    ("\\p{L}+", ["ЯzΩ"], ["1"]),
    ("\\p{Lu}\\p{Ll}+", ["Иван", "Ivan"], ["иван", "ИВАН"]),
    ("\\pL\\PL", ["a1"], ["aa"]),
    ("\\p{Cyrillic}+", ["Ёж"], ["Yozh", "Ёzh"]),
    ("\\p{IsCyrillic}\\p{script=Latin}", ["яz"], ["zя"]),
    ("\\P{Lu}", ["a", "1"], ["A"]),
    ("\\p{^Lu}", ["a"], ["A"]),
    ("\\p{Han}+", ["漢字"], ["かな"]),
    ("\\x41\\u0042\\x{1F600}\\t", ["AB😀\t"], ["AB"]),
    ("\\Qa.b*\\Ec", ["a.b*c"], ["axbc"]),
    ("\\.\\*\\[\\]\\(\\)\\\\", [".*[]()\\"], ["a"]),
    ("(?x) a b # comment\n c", ["abc"], ["a b c"]),
    ("(?<name>a)(?P<other>b)", ["ab"], ["a"]),
    ("😀+", ["😀😀"], ["😁"]),
    ("(a+)+b", ["aab"], ["aaa"]),
  ])
  func `whole texts match or do not`(pattern: String, good: [String], bad: [String]) throws {
    for text in good { #expect(try matches(text, pattern), "\(text) =~ \(pattern)") }
    for text in bad { #expect(try !matches(text, pattern), "\(text) =~ \(pattern)") }
  }

  @Test(arguments: [
    ("a(b", 1, "not closed"), ("a)b", 1, "no ("), ("*a", 0, "nothing to repeat"),
    ("a|+", 2, "nothing to repeat"),
    ("a**", 2, "another one"), ("[abc", 0, "not closed"), ("[z-a]", 1, "wrong way"),
    ("a{3,1}", 1, "wrong way"),
    ("a{1001}", 2, "1000"), ("\\", 0, "last"), ("\\y", 0, "escape"), ("(a)\\1", 3, "back-references"),
    ("(?=a)", 0, "look-ahead"), ("(?<!a)", 0, "look-behind"), ("(?>a)", 0, "atomic"),
    ("a++", 2, "possessive"),
    ("(?q)a", 2, "flag"), ("\\p{Nonsense}", 0, "Nonsense"), ("\\p{L", 0, "not closed"),
    ("[[:x:]]", 1, "class"),
    ("\\x{110000}", 0, "code point"), ("яяя(", 3, "not closed"), ("^*", 0, "anchor"), ("(?", 0, "not closed"),
  ])
  func `what is wrong is told with its place`(pattern: String, position: Int, part: String) {
    do {
      _ = try RegularExpression(pattern)
      Issue.record("read: \(pattern)")
    } catch {
      #expect(error.position == position, "\(pattern): \(error.message)")
      #expect(error.message.contains(part), "\(pattern): \(error.message)")
    }
  }

  @Test func `nesting and size are bounded`() {
    let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
    let classes = String(repeating: "[a", count: 100_000)
    for pattern in [deep, classes, "((a{1000}){1000}){1000}", String(repeating: "a", count: 100_000)] {
      #expect(throws: RegexError.self) { try RegularExpression(pattern) }
    }
  }

  @Test func `patterns that run away elsewhere stay linear here`() throws {
    let many = String(repeating: "a", count: 100_000)
    #expect(try !matches(many, "(a+)+b"))
    #expect(try !matches(many, "(a|aa)*b"))
    #expect(try matches(many, "(a?){1000}a*"))
    #expect(try !matches(many, "(.*)*(.*)*(.*)*я"))
    #expect(try matches(many + "b", "(a|a?)+b"))
  }

  @Test func `a long search asks whether to stop, and stops`() throws {
    struct Asked: Error {}
    var matcher = RegexMatcher(try RegularExpression("a*"))
    var many = String(repeating: "a", count: 1_000_000)
    let stop = CypherError(.interrupted, .runtime, "Interrupted", "stopped")
    let outcome = many.withUTF8 { bytes in
      Result { () throws(CypherError) in
        try matcher.matches(bytes) { () throws(CypherError) in throw stop }
      }
    }
    #expect(throws: stop) { try outcome.get() }
  }

  @Test func `one matcher serves many texts and more states than it keeps`() throws {
    var random = Seeded(11)
    // Whether the 14th letter from the end is a: a deterministic automaton of 16,384 states.
    var matcher = RegexMatcher(try RegularExpression("[ab]*a[ab]{13}"))
    for _ in 0..<300 {
      let letters = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        Bool.random(using: &random) ? UInt8(ascii: "a") : UInt8(ascii: "b")
      }
      let expected = letters.count >= 14 && letters[letters.count - 14] == UInt8(ascii: "a")
      let outcome = letters.withUnsafeBufferPointer { bytes in
        Result { () throws(CypherError) in try matcher.matches(bytes, check: { () throws(CypherError) in }) }
      }
      #expect(try outcome.get() == expected)
    }
  }

  @Test func `the operator gives null for what is no text and marks a wrong pattern`() throws {
    let engine = Engine(graph: Graph())
    let rows = try engine.run(
      "RETURN 'Москва' =~ 'М.*', null =~ 'a', 'a' =~ null, 1 =~ 'a', NOT 'a' =~ 'b'"
    ).rows
    #expect(rows[0].map(\.scalarText) == ["true", nil, nil, nil, "true"])
    let error = #expect(throws: CypherError.self) { try engine.run("RETURN 'a' =~ '(a'") }
    #expect(error?.detail == "InvalidArgumentValue")
    #expect(error?.span == Span(14, 18))
  }
}
