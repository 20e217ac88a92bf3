import Testing

@testable import CypherSyntax

struct KeywordTests {
  @Test func `every keyword is spelled as its case is named`() {
    let names = Keyword.allCases.map { keyword in
      keyword == .noneOf ? "NONE" : keyword == .endCase ? "END" : "\(keyword)".uppercased()
    }
    #expect(Keyword.allCases.map(\.text) == names)
    #expect(KeywordTable.longest == names.map(\.utf8.count).max())
  }

  @Test(arguments: Keyword.allCases)
  func `a keyword is found in small letters too`(keyword: Keyword) {
    for text in [keyword.text, keyword.text.lowercased()] {
      #expect(Lexer.tokens(of: Array(text.utf8)).first?.keyword == keyword)
    }
  }
}
