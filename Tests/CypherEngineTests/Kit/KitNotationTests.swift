import Testing

@testable import CypherEngine

@Suite("The kit's notation")
struct KitNotationTests {
  @Test func `scalars are read by type`() throws {
    #expect(try KitNotation.read("null") == .null)
    #expect(try KitNotation.read("true") == .boolean(true))
    #expect(try KitNotation.read("-9223372036854775808") == .integer(.min))
    #expect(try KitNotation.read("1.0") == .float(of: 1))
    #expect(try KitNotation.read("1.0") != .integer(1))
    #expect(try KitNotation.read("-1.5e-7") == .float(of: -1.5e-7))
    #expect(try KitNotation.read("NaN") == .float(of: .nan))
    #expect(try KitNotation.read("-0.0") == .float(of: 0))
    #expect(try KitNotation.read(#"'it\'s \\ Ж 🙂'"#) == .string(#"it's \ Ж 🙂"#))
  }

  @Test func `lists, maps and entities nest`() throws {
    #expect(try KitNotation.read("[]") == .list([]))
    #expect(
      try KitNotation.read("[1, ['a'], {k: null}]")
        == .list([.integer(1), .list([.string("a")]), .map(["k": .null])]))
    #expect(try KitNotation.read("()") == .node(KitNode(labels: [], properties: [:])))
    #expect(
      try KitNotation.read("(:B:A {n: 1})")
        == .node(KitNode(labels: ["A", "B"], properties: ["n": .integer(1)])))
    #expect(
      try KitNotation.read("[:T {n: 1}]")
        == .relationship(KitRelationship(type: "T", properties: ["n": .integer(1)])))
  }

  @Test func `a path keeps the direction of its steps`() throws {
    let forward = try KitNotation.read("<(:A)-[:T]->(:B)>")
    let backward = try KitNotation.read("<(:A)<-[:T]-(:B)>")
    #expect(forward != backward)
    #expect(forward.description == "<(:A)-[:T]->(:B)>")
    #expect(backward.description == "<(:A)<-[:T]-(:B)>")
  }

  @Test func `what is no value is refused`() {
    for text in ["", "[1", "1 2", "'a", "(:A", "<(:A)-[:T]->>", "{a}"] {
      #expect(throws: KitNotation.Malformed.self, "\(text)") { try KitNotation.read(text) }
    }
  }

  @Test func `without list order lists are bags at every depth`() throws {
    let a = try KitNotation.read("[[1, 2], {k: [3, 4]}]").withoutListOrder
    let b = try KitNotation.read("[{k: [4, 3]}, [2, 1]]").withoutListOrder
    #expect(a == b)
    #expect(try KitNotation.read("[1, 1]").withoutListOrder != KitNotation.read("[1]").withoutListOrder)
  }
}
