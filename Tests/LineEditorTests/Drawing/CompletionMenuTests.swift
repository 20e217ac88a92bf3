import Testing

@testable import LineEditor

struct CompletionMenuTests {
  private func rows(_ labels: [(String, String)], columns: Int, height: Int) -> [String] {
    let completions = labels.map { Completion(text: $0.0, start: 0, label: $0.0, summary: $0.1, suffix: " ") }
    return CompletionMenu(completions, columns: columns, height: height).rows.map {
      $0.pieces.map(\.text).joined()
    }
  }

  @Test func `labels run down the columns`() {
    let labels = ["a", "b", "c", "d", "e"].map { ($0, "") }
    #expect(rows(labels, columns: 8, height: 9) == ["a  c  e", "b  d"])
  }

  @Test func `summaries stand under each other, wide labels included`() {
    #expect(
      rows([("log", "record"), ("漢字字", "a name")], columns: 20, height: 9) == [
        "log     record", "漢字字  a name",
      ])
  }

  @Test func `what doesn't fit is cut, and never reaches the last column`() {
    #expect(rows([("Иван Петров", "Альфа")], columns: 9, height: 9) == ["Иван Пет"])
    #expect(rows([("log", "record a contact")], columns: 12, height: 9) == ["log  record"])
  }

  @Test func `a list that is too long says how much it leaves out`() {
    let labels = (1...9).map { ("name \($0)", "") }
    #expect(rows(labels, columns: 13, height: 3) == ["name 1", "name 2", "… and 7 more"])
  }
}
