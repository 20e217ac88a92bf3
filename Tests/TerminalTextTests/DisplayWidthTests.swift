import Testing

@testable import TerminalText

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("ё", 1), ("и\u{306}", 1), ("漢", 2), ("ｶ", 1), ("👍", 2), ("👍🏽", 2), ("👩‍💻", 2),
    ("🇷🇸", 2), ("❤\u{FE0F}", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{300}\u{301}", 1), ("क्ष", 2),
    ("#", 1), ("©", 1), ("№", 1), ("—", 1),
  ])
  func `characters take the cells that terminals give them`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
