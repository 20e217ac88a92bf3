import Testing

@testable import LineEditor

struct CommonInsertionTests {
  private func insertion(_ typed: String, _ texts: [String], from start: Int = 0) -> String? {
    let candidates = texts.map { Completion(text: $0, start: start, label: $0, summary: "", suffix: " ") }
    return CommonInsertion(candidates, text: typed, cursor: typed.utf8.count).map(\.text)
  }

  @Test func `nothing fits, nothing is put in`() { #expect(insertion("x", []) == nil) }

  @Test func `the only candidate is put in with what follows it`() {
    #expect(insertion("ив", ["Иван Петров"]) == "Иван Петров ")
  }

  @Test func `several give what they have in common`() {
    #expect(insertion("ив", ["Иван Петров", "Иван Сидоров"]) == "Иван ")
    #expect(insertion("Иван ", ["Иван Петров", "Иван Сидоров"]) == nil)
  }

  @Test func `what was typed is never shortened`() {
    #expect(insertion("ив", ["Иван", "ИВА"]) == nil)
  }

  @Test func `candidates that replace more of the text count whole`() {
    let one = Completion(text: "for", start: 5, label: "for", summary: "", suffix: " ")
    let two = Completion(text: "Acme Foods", start: 0, label: "Acme Foods", summary: "", suffix: " ")
    let both = CommonInsertion([one, two], text: "acme fo", cursor: 7)
    #expect(both == nil)
    #expect(CommonInsertion([one], text: "acme fo", cursor: 7)?.start == 5)
  }
}
