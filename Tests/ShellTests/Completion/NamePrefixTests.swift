import Testing

@testable import Shell

struct NamePrefixTests {
  private func begins(_ prefix: String, _ name: String) -> Bool {
    var name = name
    return name.withUTF8(NamePrefix(prefix).begins)
  }

  @Test(arguments: [
    ("", ""), ("", "x"), ("ac", "Acme"), ("AC", "acme"), ("ив", "Иван"), ("ИВ", "иван"), ("ё", "Ёлка"),
    ("Ё", "ёлка"), ("р", "Роман"), ("Я", "яков"), ("ґ", "Ґанок"), ("ј", "Јован"), ("é", "École"), ("ß", "ßx"),
    ("й", "и\u{306}од"), ("и\u{306}", "Йод"), ("é", "E\u{301}cole"), ("漢", "漢字"), ("иван п", "Иван Петров"),
  ])
  func `case and composition don't matter`(prefix: String, name: String) {
    #expect(begins(prefix, name))
  }

  @Test(arguments: [("x", ""), ("ac", "a"), ("и", "й"), ("е", "ё"), ("иван пе", "Иван Си"), ("d", "Ї")])
  func `other letters do`(prefix: String, name: String) {
    #expect(!begins(prefix, name))
  }

  @Test func `every Cyrillic and Latin letter is compared as its fold`() {
    for value in (0x41...0x24F).map({ UInt32($0) }) + Array(0x400...0x52F) {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let letter = String(Character(scalar))
      #expect(begins(letter.lowercased(), letter), "\(letter)")
      #expect(begins(letter, letter.lowercased()), "\(letter)")
    }
  }

  @Test func `the ranges hold both cases of the first letter`() {
    let ranges = NamePrefix("ив").ranges ?? []
    #expect(ranges.map(\.from) == ["И", "и"] && ranges.map(\.to) == ["Й", "й"])
    #expect(NamePrefix("").ranges == nil)
  }
}
