import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

@Suite("Shortest paths")
struct ShortestPathTests {
  @Test(arguments: 40..<44) func `the shortest of all chains are found, and all of them`(_ seed: UInt64)
    throws
  {
    var random = Seeded(seed)
    var rows = 0
    for _ in 0..<40 {
      let small = SmallGraph(nodes: 5, edges: 8, &random)
      let minimum = [1, 1, 1, 0, 2].randomElement(using: &random)!
      let link = TestPattern.Link(
        name: "r", types: [[], ["X"], ["Y"]].randomElement(using: &random)!,
        direction: [1, 1, -1, 0].randomElement(using: &random)!,
        length: minimum...[8, 8, 2, 3].randomElement(using: &random)!,
        p: [nil, nil, nil, 0].randomElement(using: &random)!)
      let filter = [nil, nil, "length(p) <> 1", "all(x IN relationships(p) WHERE x.p = 1)"]
        .randomElement(using: &random)!
      rows += try check(link, filter, small)
    }
    #expect(rows > 50)
  }

  @Test func `ties: one path, or each of them, parallel relationships apart`() throws {
    let small = SmallGraph(
      nodes: [["A"], [], [], ["B"]], edges: [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3), (3, 0)])
    let one = try run("MATCH p = shortestPath((:A)-[*]->(:B)) RETURN length(p)", small)
    #expect(one == [[.integer(2)]].plain)
    let all = try run("MATCH p = allShortestPaths((:A)-[*]->(:B)) RETURN p", small)
    #expect(all == ["<[0, 1, 3] [0, 2]>", "<[0, 1, 3] [1, 2]>", "<[0, 2, 3] [3, 4]>"])
    #expect(try run("MATCH p = allShortestPaths((:A)-[*]-(:B)) RETURN p", small) == ["<[0, 3] [5]>"])
  }

  @Test func `from a node to itself: nothing, nothing but itself, or a cycle`() throws {
    let small = SmallGraph(nodes: [["A"], []], edges: [(0, 1), (1, 0), (1, 0)])
    #expect(try run("MATCH (a:A), p = shortestPath((a)-[*0..]->(a)) RETURN p", small) == ["<[0] []>"])
    #expect(try run("MATCH (a:A), p = shortestPath((a)-[*1..]->(a)) RETURN length(p)", small) == ["2"])
    #expect(
      try run("MATCH (a:A), p = allShortestPaths((a)-[*1..]->(a)) RETURN p", small)
        == ["<[0, 1, 0] [0, 1]>", "<[0, 1, 0] [0, 2]>"])
    let lone = SmallGraph(nodes: [["A"]], edges: [])
    #expect(try run("MATCH (a:A), p = shortestPath((a)-[*1..]->(a)) RETURN p", lone) == [])
  }

  @Test func `in an expression it is a path, a list of paths, or null`() throws {
    let small = SmallGraph(nodes: [["A"], ["B"], ["C"]], edges: [(0, 1), (0, 1)])
    #expect(try run("MATCH (a:A), (b:B) RETURN shortestPath((a)-[*]->(b)) IS NULL", small) == ["false"])
    #expect(try run("MATCH (a:A), (b:B) RETURN size(allShortestPaths((a)-[*]->(b)))", small) == ["2"])
    #expect(try run("MATCH (a:A), (c:C) RETURN shortestPath((a)-[*]->(c))", small) == ["null"])
  }

  @Test func `a long line is walked without recursion`() throws {
    let count = 20_000
    let small = SmallGraph(
      nodes: (0...count).map { $0 == 0 ? ["A"] : $0 == count ? ["B"] : [] },
      edges: (0..<count).map { ($0, $0 + 1) })
    #expect(
      try run("MATCH p = shortestPath((:A)-[*]->(:B)) RETURN length(p)", small) == ["\(count)"])
    #expect(
      try run("MATCH p = allShortestPaths((:A)-[*]-(:B)) RETURN length(p)", small) == ["\(count)"])
  }

  private func run(_ query: String, _ small: SmallGraph) throws -> [String] {
    try Engine(graph: small.graph).run(query).rows.plain
  }

  /// Compares all pairs of nodes with the naive matcher.
  ///
  /// - Returns: how many pairs have a path.
  private func check(
    _ link: TestPattern.Link, _ filter: String?, _ small: SmallGraph
  ) throws -> Int {
    let part = TestPattern.Part(
      path: "p", nodes: [TestPattern.Node(name: "a"), TestPattern.Node(name: "b")], links: [link])
    let chains = NaiveMatcher(small: small).rows(of: TestPattern(parts: [part]), over: [[:]])
    var shortest: [String: (length: Int, paths: [String])] = [:]
    for chain in chains {
      guard case .path(let nodes, let edges)? = chain["p"], let a = nodes.first, let b = nodes.last,
        holds(filter, edges, small)
      else { continue }
      let pair = "n\(a), n\(b)"
      let path = NaiveMatcher.Item.path(nodes: nodes, edges: edges).text
      let best = shortest[pair]
      if best.map({ edges.count < $0.length }) ?? true { shortest[pair] = (edges.count, [path]) }
      if let best, best.length == edges.count { shortest[pair]?.paths.append(path) }
    }
    let text = TestPattern(parts: [part]).text(keeping: []).dropFirst("MATCH ".count)
    let rest = (filter.map { " WHERE " + $0 } ?? "") + " RETURN a, b, p"
    let pattern = text.replacing("()", with: "(a)", maxReplacements: 1).replacing("()", with: "(b)")
    let all = try run("MATCH p = allShortestPaths(\(pattern))" + rest, small)
    let expected = shortest.flatMap { pair, best in best.paths.map { "\(pair), \($0)" } }
    #expect(all == expected.sorted(), "\(pattern)\(rest)\n\(small.edges)")
    let one = try run("MATCH p = shortestPath(\(pattern))" + rest, small)
    #expect(one.count == shortest.count && Set(one).isSubset(of: all), "\(pattern)\(rest)\n\(small.edges)")
    return shortest.count
  }

  private func holds(_ filter: String?, _ edges: [Int], _ small: SmallGraph) -> Bool {
    switch filter {
    case nil: true
    case "length(p) <> 1": edges.count != 1
    default: edges.allSatisfy { small.edges[$0].p == 1 }
    }
  }
}

extension [[Value]] {
  /// The rows as text, sorted.
  var plain: [String] { map { $0.map(\.plain).joined(separator: ", ") }.sorted() }
}
