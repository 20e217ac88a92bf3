import Testing

@testable import Shell

/// Who is meant by the people of a line, and which promise by its words.
struct PeopleOfALineTests {
  private static func shell() -> TestShell {
    let shell = TestShell()
    shell.run(
      "add own Мы", "add client Завод", "add person Ольга at Мы", "add person Павел at Мы",
      "add person Иван at Завод", "add person Анна at Завод")
    return shell
  }

  @Test func `Colleagues after 'with' took part on our side, and the client is the others' employer`() {
    let shell = Self.shell()
    #expect(
      shell.run("log visit with Иван with Ольга with Анна by Павел on 2026-11-02")
        == "logged visit with Иван, Анна at Завод")
    shell.run("format csv")
    #expect(
      shell.run(
        "MATCH (i:Interaction)-[r:WITH|BY]->(p) RETURN type(r) AS side, p.name AS name ORDER BY side, name;")
        == "side,name\nBY,Ольга\nBY,Павел\nWITH,Анна\nWITH,Иван")
    #expect(shell.errors == "")
  }

  @Test func `With colleagues alone the client must be named, and a colleague named twice is one`() {
    let shell = Self.shell()
    shell.run("log call with Ольга")
    #expect(shell.errors.contains("'log call' needs 'at CLIENT'"))
    #expect(shell.run("log call at Завод with Ольга by Ольга") == "logged call at Завод")
    #expect(shell.run("MATCH (:Interaction)-[r:BY]->() RETURN count(r);").contains("\n        1\n"))
  }

  @Test func `Names with commas between them are no name, and how several are written is told`() {
    let shell = Self.shell()
    shell.run("log call with Иван, Анна")
    let errors = shell.errors
    #expect(errors.contains("no such person: 'Иван, Анна'"))
    #expect(errors.contains("several are named one by one, as in 'with A with B'"))
    #expect(!errors.contains("add person"))
  }

  @Test func `A job and a manager that begin on a later day are not there yet`() {
    let shell = Self.shell()
    shell.run(
      "add client Комбинат", "manage Завод by Ольга since 2024-01-01", "move Иван to Комбинат on 2026-12-01",
      "handover Ольга to Павел for Завод on 2026-11-23")
    #expect(shell.run("log call with Иван") == "logged call with Иван at Завод")
    shell.run("format csv")
    #expect(shell.run("who works at Комбинат") == "person,title,department")
    #expect(shell.run("list clients").contains("Завод,,,\"[\"\"Ольга\"\"]\","))
    shell.run("let today = date('2026-12-01')")
    #expect(shell.run("who works at Комбинат").contains("Иван"))
    #expect(shell.run("list clients").contains("Завод,,,\"[\"\"Павел\"\"]\","))
    shell.run("log call with Иван")
    #expect(shell.run("list contacts").contains("2026-12-01,call,Комбинат,\"[\"\"Иван\"\"]\""))
    #expect(shell.errors == "")
  }

  @Test func `A report that is none is told from those that are`() {
    let shell = Self.shell()
    shell.run("report laps")
    #expect(shell.errors.contains("'report' takes no 'laps'\n  report laps\n         ^^^^"))
    #expect(shell.run("report").contains(" lapse "))
  }

  @Test func `A promise is settled by a part of its words alone`() {
    let shell = Self.shell()
    shell.run(
      "promise by Ольга at Завод due 2026-11-30 \"прислать расчёт\"",
      "promise by Иван at Завод due 2026-11-30 \"решение комиссии\"")
    #expect(shell.run("keep \"РАСЧЁТ\"") == "kept: прислать расчёт")
    #expect(shell.run("break at Завод \"решение\"") == "broken: решение комиссии")
    shell.run("keep \"нет такого\"")
    #expect(shell.errors.contains("no open promise fits"))
    shell.run("keep Иван")
    #expect(shell.errors.contains("'Иван' is not a whole number"))
  }
}
