import Testing

@testable import LineEditor

struct RecallTests {
  @Test func `an empty history has nothing before and nothing after`() {
    var recall = Recall(entries: [])
    let answers = [recall.older(leaving: "x"), recall.newer(leaving: "x")]
    #expect(answers == [nil, nil])
  }

  @Test func `the way back ends at what was being typed, and keeps what was changed`() {
    var recall = Recall(entries: ["one", "two"])
    let back = [
      recall.older(leaving: "draft"), recall.older(leaving: "two"), recall.older(leaving: "one"),
    ]
    #expect(back == ["two", "one", nil])
    let forth = [
      recall.newer(leaving: "one!"), recall.newer(leaving: "two"), recall.newer(leaving: "draft"),
    ]
    #expect(forth == ["two", "draft", nil])
    let again = [recall.older(leaving: "draft"), recall.older(leaving: "two")]
    #expect(again == ["two", "one!"])
  }
}

struct UndoStackTests {
  private func undone(_ states: [(String, Int)]) -> [String] {
    var undo = UndoStack()
    for (text, cursor) in states { undo.note(text, cursor: cursor) }
    var texts: [String] = []
    while let before = undo.undo() { texts.append(before.text) }
    return texts
  }

  @Test func `there is nothing to undo at the beginning`() {
    #expect(undone([("", 0)]) == [])
  }

  @Test func `letters in a row are one change, anything else is one of its own`() {
    #expect(undone([("", 0), ("a", 1), ("ab", 2), ("abc", 3), ("abc", 0), ("xabc", 1)]) == ["abc", ""])
    #expect(undone([("", 0), ("a", 1), ("", 0), ("pasted text", 11)]) == ["", "a", ""])
  }
}

struct HistorySearchTests {
  @Test func `the newest entry that holds the pattern is found, whatever the case`() {
    var search = HistorySearch(entries: ["Позвонить Ивану", "list", "позвонить Ирине"])
    #expect(search.match == nil)
    search.look(for: "ПОЗВ")
    #expect(search.match == "позвонить Ирине")
    let older = [search.goOlder(), search.goOlder()]
    #expect(older == [true, false])
    #expect(search.match == "Позвонить Ивану")
    let newer = [search.goNewer(), search.goNewer()]
    #expect(newer == [true, false])
    #expect(search.match == "позвонить Ирине")
  }

  @Test func `a longer pattern stays where it is while it fits`() {
    var search = HistorySearch(entries: ["abc", "abd", "ab"])
    let found = ["a", "ab", "abc", "abcx", "abc", ""].map {
      search.look(for: $0)
      return search.match
    }
    #expect(found == ["ab", "ab", "abc", nil, "abc", nil])
  }
}
