import Testing

@testable import LineEditor

struct KeyboardTests {
  @Test(arguments: [
    ("", ""), ("a", "a"), ("a\rb", "a\nb"), ("a\r\nb\n", "a\nb"), ("a\n\nb\r\r", "a\n\nb"), ("\n", ""),
    ("\ta\u{1B}[31mb\u{07}", "\ta[31mb"), ("и\u{306}", "и\u{306}"),
  ])
  func `a paste keeps its lines, without control characters and without the last newlines`(
    pasted: String, text: String
  ) {
    #expect(Keyboard.lines(Array(pasted.utf8)) == text)
  }
}

struct NormalisationTests {
  @Test(arguments: [
    ("", [] as [UInt32]), ("abc", [0x61, 0x62, 0x63]), ("и\u{306}", [0x439]), ("e\u{323}\u{302}", [0x1EC7]),
    ("q\u{301}", [0x71, 0x301]), ("\u{212B}", [0xC5]), ("\u{1112}\u{1161}\u{11AB}", [0xD55C]),
    ("\u{958}", [0x915, 0x93C]),
  ])
  func `text is composed`(text: String, scalars: [UInt32]) {
    #expect(text.composed.unicodeScalars.map(\.value) == scalars)
  }
}
