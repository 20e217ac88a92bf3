import TestSupport
import Testing

/// Books on disk, seen from outside.
struct BookTests {
  private let kamsh = Kamsh()

  @Test func `A book is made by the first change and is there the next time`() throws {
    #expect(try kamsh.run("kamsh a.json -c 'RETURN 1'").status == 0)
    #expect(kamsh.folder.text(of: "a.json") == nil)
    #expect(try kamsh.run("kamsh a.json -c 'add client Северсталь'").status == 0)
    #expect(
      try kamsh.run("kamsh a.json --format csv -c 'MATCH (c:Client) RETURN c.name AS name'").output
        == "name\nСеверсталь\n")
  }

  @Test func `What was done before a failure is kept, and the failure is told`() throws {
    #expect(try kamsh.run("kamsh a.json", input: "CREATE (:A);\nRETURN x;\nCREATE (:B);\n").status == 1)
    #expect(
      try kamsh.run("kamsh a.json --format csv -c 'MATCH (n) RETURN labels(n)[0] AS l'").output == "l\nA\n")
  }

  @Test func `All statements or none, where that is asked for`() throws {
    #expect(try kamsh.run("kamsh a.json --atomic", input: "CREATE (:A);\nRETURN x;\n").status == 1)
    #expect(kamsh.folder.text(of: "a.json") == nil)
    #expect(try kamsh.run("kamsh a.json --atomic", input: "CREATE (:A);\nCREATE (:B);\n").status == 0)
    #expect(try kamsh.run("kamsh a.json --format csv -c 'MATCH (n) RETURN count(n) AS n'").output == "n\n2\n")
  }

  @Test func `Reading leaves the file as it is`() throws {
    _ = try kamsh.run("kamsh a.json -c 'CREATE (:A)'")
    let before = kamsh.folder.text(of: "a.json")
    #expect(try kamsh.run("kamsh a.json -c 'MATCH (n) RETURN n'").status == 0)
    #expect(try kamsh.run("kamsh --read-only a.json -c 'CREATE (:B)'").status == 1)
    #expect(kamsh.folder.text(of: "a.json") == before)
  }

  @Test func `A file that somebody else changed meanwhile is not overwritten`() throws {
    _ = try kamsh.run("kamsh a.json -c 'CREATE (:A)'")
    let result = try kamsh.run("kamsh a.json -c 'CREATE (:B)' -c 'run change.kam'", input: "")
    #expect(result.status == 1)
    try kamsh.folder.write(
      "(sleep 0.3; kamsh a.json -c 'CREATE (:C)') & { echo 'CREATE (:D);'; sleep 1; } | kamsh a.json",
      to: "race.sh")
    let race = try kamsh.run(". ./race.sh")
    #expect(race.status == 3)
    #expect(race.errors.contains("another program has changed it"))
  }

  @Test func `A book is saved elsewhere and opened again within one run`() throws {
    let input = """
      CREATE (:A);
      save as b.json
      CREATE (:B);
      open a.json
      MATCH (n) RETURN count(n) AS n;
      """
    let result = try kamsh.run("kamsh --format csv", input: input)
    #expect(result.errors == "")
    #expect(result.output == "n\n0\n")
    #expect(try kamsh.run("kamsh b.json --format csv -c 'MATCH (n) RETURN count(n) AS n'").output == "n\n2\n")
  }

  @Test func `A file is exported whole or not at all`() throws {
    let line = "kamsh -c 'export csv a.csv from UNWIND [1, null, \"=x\"] AS v RETURN v;'"
    #expect(try kamsh.run(line).status == 0)
    #expect(kamsh.folder.text(of: "a.csv") == "v\n1\n\"\"\n'=x\n")
    #expect(try kamsh.run("kamsh -c 'export csv no/a.csv from RETURN 1;'").status == 1)
    #expect(try kamsh.run("kamsh -c 'RETURN 1 AS n' -c 'export jsonl a.jsonl'").status == 0)
    #expect(kamsh.folder.text(of: "a.jsonl") == "{\"n\":1}\n")
  }
}
