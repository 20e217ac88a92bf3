import Testing

@testable import Shell

/// EXPLAIN and PROFILE as people and programs see them.
struct ExplainTests {
  @Test func `EXPLAIN draws the plan alone, PROFILE the rows above it`() {
    let shell = TestShell()
    let explained = shell.run("EXPLAIN UNWIND [1, 2] AS x RETURN x AS число;")
    #expect(explained.hasPrefix("step"))
    #expect(!explained.contains("rows"))
    let profiled = shell.run("PROFILE UNWIND [1, 2] AS x RETURN x AS число;")
    #expect(profiled.contains("число"))
    #expect(profiled.contains("(2 rows)"))
    #expect(profiled.contains("estimate  rows"))
  }

  @Test func `programs get the plan as a tree`() {
    let shell = TestShell(isMachine: true)
    let line = shell.run("EXPLAIN UNWIND [1, 2] AS x RETURN x;")
    #expect(line.contains("\"rows\":[]"))
    #expect(line.contains("\"plan\":{\"name\":"))
    #expect(line.contains("\"inputs\":["))
  }

  @Test func `programs get remarks with the near name`() {
    let shell = TestShell(isMachine: true)
    shell.run("CREATE (:Zebra {stripes: 1});")
    let line = shell.run("MATCH (n:Zebar) RETURN n.strpies;")
    #expect(
      line.contains(
        "\"warnings\":[\"no node has the label Zebar; did you mean Zebra?\",\"nothing has the property strpies; did you mean stripes?\"]"
      ))
  }
}
