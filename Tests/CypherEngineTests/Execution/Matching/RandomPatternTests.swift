import PropertyGraph
import TestSupport
import Testing

@testable import CypherEngine

@Suite("Random patterns over random graphs")
struct RandomPatternTests {
  @Test(arguments: 0..<4) func `single clauses match what a naive search finds`(_ seed: UInt64) throws {
    var random = Seeded(seed)
    var rows = 0
    for _ in 0..<Rounds.times(60) {
      let small = SmallGraph(nodes: 5, edges: 8, &random)
      var maker = PatternMaker(known: [])
      rows += try check([maker.clause(&random)], small, &random)
    }
    #expect(rows > 50)
  }

  @Test(arguments: 20..<24) func `clauses one after the other match what a naive search finds`(
    _ seed: UInt64
  ) throws {
    var random = Seeded(seed)
    var rows = 0
    for _ in 0..<Rounds.times(60) {
      let small = SmallGraph(nodes: 4, edges: 6, &random)
      var maker = PatternMaker(known: [])
      var clauses = [maker.clause(&random)]
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        var clause = maker.clause(&random)
        clause.isOptional = Bool.random(using: &random)
        clauses.append(clause)
      }
      rows += try check(clauses, small, &random)
    }
    #expect(rows > 50)
  }

  @Test(arguments: 60..<64) func `matches are counted as they are found, all and by node`(_ seed: UInt64)
    throws
  {
    var random = Seeded(seed)
    var sum = 0
    var plans: Set<String> = []
    for _ in 0..<Rounds.times(60) {
      let small = SmallGraph(nodes: 5, edges: 8, &random)
      var maker = PatternMaker(known: [], isFixed: true)
      let clause = maker.clause(&random)
      let rows = NaiveMatcher(small: small).rows(of: clause, over: [[:]])
      let name = clause.names.filter { $0.hasPrefix("n") }.randomElement(using: &random)!
      let engine = Engine(graph: small.graph)
      let all = clause.text(keeping: clause.used) + " RETURN count(*)"
      #expect(try engine.run(all).rows.plain == ["\(rows.count)"], "\(all)\n\(small.nodes)\n\(small.edges)")
      let grouped = clause.text(keeping: clause.used.union([name])) + " RETURN \(name), count(*)"
      let groups = Dictionary(grouping: rows) { $0[name]?.text ?? "?" }.map { "\($0), \($1.count)" }
      let found = try engine.run(grouped).rows.plain
      #expect(found == groups.sorted(), "\(grouped)\n\(small.nodes)\n\(small.edges)")
      sum += rows.count
      plans.formUnion(try engine.run("EXPLAIN " + all).plan?.names ?? [])
      plans.formUnion(try engine.run("EXPLAIN " + grouped).plan?.names ?? [])
    }
    #expect(sum > 50)
    #expect(plans.isSuperset(of: ["PatternCount", "CountExpand", "Expand"]), "\(plans.sorted())")
  }

  /// Runs the clauses in the engine, returning some of the variables, and compares with the naive matcher.
  ///
  /// - Returns: the number of rows.
  private func check(
    _ clauses: [TestPattern], _ small: SmallGraph, _ random: inout Seeded
  ) throws -> Int {
    var used: Set<String> = []
    var counts: [String: Int] = [:]
    for clause in clauses {
      used.formUnion(clause.used)
      for name in clause.names { counts[name, default: 0] += 1 }
    }
    used.formUnion(counts.filter { $0.value > 1 }.keys)
    let returned = counts.keys.sorted().filter { _ in Bool.random(using: &random) }
    let kept = used.union(returned)
    let texts = clauses.map { $0.text(keeping: kept) }
    let columns = returned.isEmpty ? "1 AS one" : returned.joined(separator: ", ")
    let query = texts.joined(separator: " ") + " RETURN " + columns
    let naive = NaiveMatcher(small: small)
    let wanted = clauses.reduce([[:]]) { naive.rows(of: $1, over: $0) }
    let expected = wanted.map { row in
      returned.isEmpty ? "1" : returned.map { row[$0]?.text ?? "?" }.joined(separator: ", ")
    }
    let found = try Engine(graph: small.graph).run(query).rows.map { $0.map(\.plain).joined(separator: ", ") }
    #expect(found.sorted() == expected.sorted(), "\(query)\n\(small.nodes)\n\(small.edges)")
    return found.count
  }
}

/// Makes random clauses that share variables.
struct PatternMaker {
  /// The nodes that a clause may name again.
  private(set) var known: [String]
  private var single: [String] = []
  private var long: [String] = []
  private var count = 0
  /// Whether no chains and no named paths are made.
  private let isFixed: Bool

  init(known: [String], isFixed: Bool = false) {
    self.known = known
    self.isFixed = isFixed
  }

  mutating func clause(_ random: inout some RandomNumberGenerator) -> TestPattern {
    let before = (single, long)
    var pattern = TestPattern(parts: [])
    var taken: Set<String> = []
    for _ in 0..<[1, 1, 2].randomElement(using: &random)! {
      pattern.parts.append(part(before, &taken, &random))
    }
    let nodes = Set(pattern.parts.flatMap { $0.nodes.map(\.name) }).sorted()
    for _ in 0..<[0, 0, 0, 1, 1, 2].randomElement(using: &random)! {
      let a = nodes.randomElement(using: &random)!
      let b = nodes.randomElement(using: &random)!
      let choices: [TestPattern.Predicate] = [
        .equals(a, .random(in: 0...2, using: &random)), .equal(a, b), .differ(a, b), .label(a, "B"),
        .connected(a, b, isNegated: Bool.random(using: &random)),
      ]
      pattern.predicates.append(choices.randomElement(using: &random)!)
    }
    return pattern
  }

  private mutating func part(
    _ bound: (single: [String], long: [String]), _ taken: inout Set<String>,
    _ random: inout some RandomNumberGenerator
  ) -> TestPattern.Part {
    var part = TestPattern.Part(nodes: [node(&random)])
    for _ in 0..<[0, 1, 1, 2, 3].randomElement(using: &random)! {
      part.links.append(link(bound, &taken, &random))
      part.nodes.append(node(&random))
    }
    if !isFixed, Int.random(in: 0..<3, using: &random) == 0 { part.path = fresh("p") }
    return part
  }

  private mutating func node(_ random: inout some RandomNumberGenerator) -> TestPattern.Node {
    var name = fresh("n")
    if let old = known.randomElement(using: &random), Int.random(in: 0..<4, using: &random) == 0 {
      name = old
    } else {
      known.append(name)
    }
    return TestPattern.Node(
      name: name, labels: [[], [], [], [], ["A"], ["B"], ["A", "B"]].randomElement(using: &random)!,
      p: [nil, nil, nil, nil, nil, nil, nil, 0, 1].randomElement(using: &random)!)
  }

  private mutating func link(
    _ bound: (single: [String], long: [String]), _ taken: inout Set<String>,
    _ random: inout some RandomNumberGenerator
  ) -> TestPattern.Link {
    var link = TestPattern.Link(
      name: fresh("r"), types: [[], [], ["X"], ["X"], ["Y"], ["X", "Y"]].randomElement(using: &random)!,
      direction: [1, 1, -1, 0, 0].randomElement(using: &random)!,
      length: isFixed
        ? nil : [nil, nil, nil, nil, 0...1, 1...2, 0...0, 2...3, 0...3].randomElement(using: &random)!,
      p: [nil, nil, nil, nil, nil, nil, nil, 0].randomElement(using: &random)!)
    let candidates = link.length == nil ? bound.single : bound.long
    if let old = candidates.randomElement(using: &random), !taken.contains(old),
      Int.random(in: 0..<4, using: &random) == 0
    {
      link = TestPattern.Link(
        name: old, types: link.types, direction: link.direction, length: link.length, p: link.p)
      taken.insert(old)
    } else if link.length == nil {
      single.append(link.name)
    } else {
      long.append(link.name)
    }
    return link
  }

  private mutating func fresh(_ letter: String) -> String {
    count += 1
    return "\(letter)\(count)"
  }
}

extension Value {
  /// The form in which the naive matcher writes its items.
  var plain: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .node(let node): "n\(node.rawValue)"
    case .relationship(let relationship): "r\(relationship.rawValue)"
    case .list(let elements): "[" + elements.map(\.plain).joined(separator: " ") + "]"
    case .path(let path):
      "<\(path.nodes.map { Int($0.rawValue) }) \(path.relationships.map { Int($0.rawValue) })>"
    default: "?"
    }
  }
}

extension PlanDescription {
  /// All steps, one a line, each indented below the one that it feeds.
  var lines: [String] {
    [details.isEmpty ? name : "\(name) \(details)"] + inputs.flatMap { $0.lines.map { "  " + $0 } }
  }
}
