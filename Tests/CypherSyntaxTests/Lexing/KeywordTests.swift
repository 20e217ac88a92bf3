import Testing

@testable import CypherSyntax

@Suite("Keywords")
struct KeywordTests {
  @Test func `every keyword is spelled as its case is named`() {
    #expect(KeywordTable.shared.texts.count == Keyword.allCases.count)
    for keyword in Keyword.allCases where keyword != .noneOf && keyword != .endCase {
      #expect(keyword.text == "\(keyword)".uppercased())
    }
    #expect(Keyword.noneOf.text == "NONE")
    #expect(Keyword.endCase.text == "END")
  }

  @Test func `no keyword is longer than the longest`() {
    for keyword in Keyword.allCases { #expect(keyword.text.utf8.count <= KeywordTable.longest) }
  }
}
