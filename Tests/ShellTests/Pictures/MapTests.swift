import PropertyGraph
import TestSupport
import Testing

@testable import Shell

/// Maps of the deciding collective: as a tree, as a drawing, as a graph.
struct MapTests {
  private static let day = CalendarDate(daysSinceEpoch: 20_000)

  private func map(_ names: [String], _ superiors: [(Int, Int)] = []) -> DecisionMap {
    var map = DecisionMap(client: "Завод", day: Self.day)
    map.people = names.map { DecisionMap.Person(name: $0) }
    map.lines = superiors.map { DecisionMap.Line(kind: .reportsTo, from: $0.0, to: $0.1) }
    return map
  }

  /// Reporting lines at random: forests, circles, second superiors, people alone.
  private func random(_ count: Int, seed: UInt64) -> DecisionMap {
    var random = Seeded(seed)
    var lines: [(Int, Int)] = []
    for person in 0..<count where Int.random(in: 0..<4, using: &random) > 0 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let other = Int.random(in: 0..<count, using: &random)
        if other != person { lines.append((person, other)) }
      }
    }
    return map((0..<count).map { "Person \($0) " + String(repeating: "Щ", count: $0 % 40) }, lines)
  }

  @Test(arguments: [0, 1, 2, 7, 60, 300], [1, 2, 3] as [UInt64])
  func `Everybody stands in the drawing once, and nobody on another`(_ count: Int, _ seed: UInt64) {
    let layout = MapLayout(random(count, seed: seed))
    for (index, a) in layout.boxes.enumerated() {
      #expect(
        a.x >= 0 && a.y >= 0 && a.x + MapLayout.boxWidth <= layout.width && a.y + a.height <= layout.height)
      for b in layout.boxes.dropFirst(index + 1) {
        let isApart =
          a.x + MapLayout.boxWidth <= b.x || b.x + MapLayout.boxWidth <= a.x || a.y + a.height <= b.y
          || b.y + b.height <= a.y
        #expect(isApart, "\(a) and \(b)")
      }
    }
  }

  @Test func `Those below stand lower than their superior, to the right of the trunk`() {
    let map = random(60, seed: 9)
    let layout = MapLayout(map)
    for (superior, below) in layout.forest.below.enumerated() {
      for person in below {
        #expect(layout.boxes[person].y > layout.boxes[superior].y + layout.boxes[superior].height)
        #expect(layout.boxes[person].x >= layout.boxes[superior].x + MapLayout.indent)
      }
    }
  }

  @Test func `A circle of superiors is opened, and a chain of 300 is no trouble`() {
    let circle = MapTree.text(map(["A", "B", "C"], [(0, 1), (1, 2), (2, 0)]), glyphs: .plain, columns: nil)
    #expect(
      circle == """
        Завод: the deciding collective on 2024-10-04

        C
        |  known to nobody of us; never met
        |  reports to A as well
        `- B
           |  known to nobody of us; never met
           `- A
                 known to nobody of us; never met
        """)
    let long = map((0..<300).map(String.init), (1..<300).map { ($0, $0 - 1) })
    #expect(MapLayout(long).boxes.last?.x == 16 + 299 * MapLayout.indent)
    #expect(MapTree.text(long, glyphs: .blocks, columns: 80).split(separator: "\n").count > 600)
  }

  @Test func `A client without people, and one with a single person`() {
    #expect(MapTree.text(map([]), glyphs: .blocks, columns: 80).hasSuffix("\n  nobody is known there"))
    for people in [[], ["Анна"]] {
      for file in MapFile.allCases where file != .dot {
        #expect(MarkupCheck.problem(file.text(map(people))) == nil)
      }
    }
    #expect(MapFile.svg.text(map(["Анна"])).contains("<text class=\"name\" x=\"14\" y=\"20\">Анна</text>"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a & b \"c\" 'd'", "\u{1B}[31mred\u{202E}", "]]>", "漢字 и 🏭 e\u{301}",
    "&amp;",
  ])
  func `No name breaks out of the markup or of the graph`(_ name: String) {
    var map = map([name, "x"], [(1, 0)])
    map.client = name
    map.people[0].title = name
    map.people[0].roles = [.init(role: "decider", product: name, influence: 9, support: -7)]
    map.people[1].knownTo = [.init(name: name, strength: 3)]
    map.lines.append(.init(kind: .influences, from: 0, to: 1, weight: 7))
    map.lines.append(.init(kind: .conflicts, from: 1, to: 0, weight: nil))
    map.rivals = [.init(name: name, level: name, share: .nan, products: [name], since: nil)]
    for file in [MapFile.svg, .html] {
      let text = file.text(map)
      #expect(MarkupCheck.problem(text) == nil)
      #expect(!text.contains("<script"))
    }
    let dot = MapFile.dot.text(map)
    #expect(dot.replacing("\\\\", with: "").replacing("\\\"", with: "").count(where: { $0 == "\"" }) % 2 == 0)
    #expect(!dot.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `A line between boxes one above the other goes around them, one beside the other goes across`()
    throws
  {
    var map = map(["Director", "Left", "Right"], [(1, 0), (2, 0)])
    map.lines.append(.init(kind: .conflicts, from: 1, to: 0, weight: nil))
    map.lines.append(.init(kind: .conflicts, from: 1, to: 2, weight: nil))
    let layout = MapLayout(map)
    let right = layout.boxes.map { $0.x + MapLayout.boxWidth }
    let paths = MapFile.svg.text(map).split(separator: "<path class=\"conflicts\"").dropFirst().compactMap {
      part in
      part.split(separator: "d=\"M").dropFirst().first?.prefix { $0 != "\"" }
    }
    func numbers(_ path: Substring) -> [Int] { path.split { !$0.isNumber }.compactMap { Int($0) } }
    let around = numbers(try #require(paths.first))
    #expect(around[0] == right[1] && around[6] == right[0])
    #expect(around[2] == max(right[0], right[1]) + 14 && around[4] == around[2])
    let across = numbers(try #require(paths.dropFirst().first))
    #expect(across[0] == right[1] && across[6] == layout.boxes[2].x)
  }

  @Test(arguments: [30, 40, 80])
  func `A tree fits the terminal`(_ width: Int) {
    let shallow = map(["Константин Константинопольский-Щербаков", "Б", "В"], [(1, 0), (2, 0)])
    for line in MapTree.text(shallow, glyphs: .blocks, columns: width).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `The parts of the map come from the book, as of today`() {
    let shell = TestShell()
    shell.run(
      "add own Мы", "add client Завод", "add product bearings", "add person Olga at Мы",
      "add person Иван at Завод",
      "add person Gone at Завод", "add person Адвокат", "knows Иван with Olga strength=5",
      "role decider Иван at Завод for bearings influence=9 support=-2",
      "role gatekeeper Адвокат at Завод support=0", "works Gone at Завод to 2026-01-01",
      "log call with Иван by Olga on 2026-11-01", "log call with Иван by Olga on 2026-10-01")
    #expect(shell.errors == "")
    shell.run("format tsv")
    #expect(
      shell.run("map Завод").split(separator: "\n").dropFirst() == [
        "Иван\t\t[]\t['decider for bearings']\t9\t-2\t['Olga (5)']\t2026-11-01\t[]",
        "Адвокат\t\t[]\t['gatekeeper']\t\t0\t[]\t\t[]",
      ])
  }

  @Test func `A map is written to the file of its kind, whole or not at all`() throws {
    let folder = TemporaryFolder()
    let shell = TestShell()
    shell.run("add client Завод")
    for kind in MapFile.allCases {
      try folder.write("old", to: "map.\(kind.rawValue)")
      #expect(shell.run("map Завод to \(folder.path)/map.\(kind.rawValue)").hasPrefix("wrote "))
      #expect(folder.text(of: "map.\(kind.rawValue)")?.contains("Завод") == true)
    }
    for (path, message) in [
      ("\(folder.path)/map.png", "a map is written to a file .svg, .html or .dot"),
      ("\(folder.path)/none/map.svg", "No such file or directory"),
      ("\(folder.path)/.svg/x.svg", "No such file"),
    ] {
      shell.run("map Завод to \(path)")
      #expect(shell.errors.contains(message), "\(path)")
    }
    let safe = TestShell(rules: SessionRules(isSafe: true))
    safe.run("add client Завод", "map Завод to \(folder.path)/safe.svg")
    #expect(safe.errors.contains("--safe forbids writing"))
    #expect(folder.text(of: "safe.svg") == nil)
  }
}
