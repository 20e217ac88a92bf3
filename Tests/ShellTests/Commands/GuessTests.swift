import CypherSyntax
import Testing

@testable import Shell

/// What people type who have not read the manual: it is understood, or they are told how it is said.
struct GuessTests {
  private static func shell(answers: String? = nil) -> TestShell {
    let shell = TestShell(answers: answers)
    shell.run(
      "add client Северсталь", "add client Уралмаш", "add person Иван Петров at Северсталь",
      "add person Мария Ким-Орлова at Уралмаш")
    _ = shell.errors
    return shell
  }

  @Test func `Guessed words are no verbs, and what they may have meant is said with one`() {
    let registry = CommandRegistry.standard
    let words = registry.commands.flatMap { $0.guesses.keys }
    #expect(Set(words).count == words.count)
    for command in registry.commands {
      for (word, meant) in command.guesses {
        #expect(registry.command(word) == nil, "\(word)")
        #expect(!FirstWord.beginsQuery(Array(word.utf8)[...]), "\(word)")
        #expect(meant == command.name || meant.hasPrefix(command.name + " "), "\(word): \(meant)")
      }
    }
  }

  @Test(arguments: [
    ("met with Иван Петров", "did you mean 'log meeting with PERSON'?"),
    ("visit Иван", "did you mean 'log visit'?"),
    ("clients", "did you mean 'list clients'?"),
    ("note Северсталь", "did you mean 'edit NAME note=\"TEXT\"'?"),
    ("rename Северсталь", "did you mean 'edit NAME name=NEW'?"),
    ("briefing Северсталь", "did you mean 'brief'?"),
    ("lapse", "did you mean 'report lapse'?"),
    ("task x", "did you mean 'promise by PERSON due DATE \"WHAT\"'?"),
    ("decider Иван", "did you mean 'role decider'?"), ("done x", "did you mean 'keep \"WHAT\"'?"),
    (
      "competitor Timken", "did you mean 'rival COMPETITOR at CLIENT', 'add competitor' or 'edit competitor'?"
    ),
    ("lost Северсталь", "did you mean 'lose CLIENT'?"),
    ("customer Азот", "did you mean 'add client'?"), ("help call", "did you mean 'log call'?"),
    ("call Иван Петров\n", "as a command it is 'log call with PERSON'"),
    ("SHOW clients;", "PROCEDURES; as a command it is 'list clients'"),
    ("show Северсталь\n", "PROCEDURES; as a command it is 'card NAME'"),
    ("add client Азот since 2020", "it takes since=DATE; a name that holds 'since' is put in quotes"),
    ("log call with Иван Петров yesterday", "a day stands behind 'on' or 'due': 'on yesterday'"),
    ("log call 20.11.2026", "a day stands behind 'on' or 'due': 'on 20.11.2026'"),
    ("promise by Иван Петров friday \"x\"", "a day stands behind 'on' or 'due': 'on friday'"),
    ("log call with Ким", "did you mean 'Мария Ким-Орлова'?"),
    ("card орлова", "did you mean 'Мария Ким-Орлова'?"),
    ("promise by me \"x\"", "let me = \"Olga Petrova\"; in the start-up script it is said for good"),
  ])
  func `What is not understood is told as it is said`(_ line: String, _ hint: String) {
    let shell = Self.shell()
    shell.run(line)
    let errors = shell.errors
    #expect(errors.hasSuffix(hint), "\(errors)")
  }

  @Test func `A query that is wrong is not taken for a command`() {
    let shell = Self.shell()
    for line in [
      "MATCH (n RETURN n;", "CALL kam.profit() YIELD x RETURN x;", "CALL { RETURN 1 };", "SHOW FUNCTIONS x;",
    ] {
      shell.run(line)
      #expect(!shell.errors.contains("PERSON"), "\(line)")
    }
  }

  @Test(arguments: [
    ("log call Иван Петров \"цены\"", "logged call with Иван Петров at Северсталь"),
    ("log call \"цены\" with Иван Петров", "logged call with Иван Петров at Северсталь"),
    (
      "log call Иван Петров with Мария at Северсталь",
      "logged call with Иван Петров, Мария Ким-Орлова at Северсталь"
    ),
    ("log call \"цены\" at Уралмаш", "logged call at Уралмаш"),
    ("add customer Азот", "added client Азот"),
    ("log call about цена: скидка at Северсталь", "logged call at Северсталь"),
    ("promise Иван Петров \"ответ\" due 2026-12-01", "promised: ответ, due 2026-12-01"),
    ("promise \"ответ\" by Иван Петров", "promised: ответ"),
    ("promise by Иван Петров due monday \"ответ\"", "promised: ответ, due 2026-11-23"),
    ("concede price 5% to Северсталь", "granted Северсталь price 5%"),
    ("path Мария", "no way leads to Мария Ким-Орлова"),
    ("add person Нина Белова at Уралмаш title=Директор", "added person Нина Белова at Уралмаш"),
  ])
  func `What can only mean one thing is understood`(_ line: String, _ said: String) {
    let shell = Self.shell()
    #expect(shell.run(line) == said)
    #expect(shell.errors == "")
  }

  @Test func `A title is the same as a key and behind 'as', which goes before`() {
    let shell = Self.shell()
    shell.run(
      "add person A at Уралмаш title=Buyer", "add person B at Уралмаш title=x as Director", "format csv")
    #expect(
      shell.run(
        "MATCH (p:Person)-[w:WORKS_AT]->() WHERE w.title IS NOT NULL RETURN p.name AS p, w.title AS t ORDER BY p;"
      )
        == "p,t\nA,Buyer\nB,Director")
  }

  @Test func `A family name is taken once somebody confirms it`() {
    let shell = Self.shell(answers: "1\n\n")
    #expect(
      shell.run("log call with ким")
        == "1  Мария Ким-Орлова (Уралмаш)\nlogged call with Мария Ким-Орлова at Уралмаш")
    shell.run("log call with ким")
    #expect(shell.errors.contains("did you mean 'Мария Ким-Орлова'?"))
  }

  @Test func `'me' is the person whom the variable names, or somebody of that name`() {
    let shell = Self.shell()
    shell.run("let me = 'Иван Петров'")
    #expect(shell.run("promise by me \"образцы\" due 2026-12-01") == "promised: образцы, due 2026-12-01")
    shell.run("let me = 'Нет Такого'", "promise by me \"x\"")
    #expect(shell.errors.contains("no such person: 'Нет Такого'"))
    shell.run("let me = 'me'", "promise by me \"x\"")
    #expect(shell.errors.contains("nobody has said who 'me' is"))
    // Melissa begins with the word, and is not meant by it.
    shell.run("add person Melissa at Уралмаш", "let me = 'Иван Петров'")
    #expect(shell.run("who knows me").contains("(0 rows)"))
    #expect(shell.run("who is me").contains("Иван Петров"))
    shell.run("add person Me at Уралмаш")
    #expect(shell.run("who is me").contains("Me\n"))
  }

  @Test func `Nothing due is said in words, and in formats for programs by no rows`() {
    let shell = Self.shell()
    #expect(shell.run("agenda") == "nothing is due until 2026-12-04")
    #expect(shell.run("format csv\nagenda") == "due,state,what,client,person,text,number")
  }

  @Test func `Kinds that go on in one way share a line of help, and its paragraphs fit the terminal`() {
    #expect(
      TestShell().run("help log").contains(
        "\n  log call|visit|meeting|email|message|event [PERSON] [with PERSON]..."))
    let narrow = TestShell(width: 60).run("help log").split(separator: "\n")
    let start = narrow.firstIndex { $0.hasPrefix("Without 'at'") } ?? 0
    let end = narrow.firstIndex { $0.hasPrefix("direction=in") } ?? 0
    // All lines of a paragraph but its last are full.
    for line in narrow[start..<max(start, end - 1)] { #expect(line.count > 45, "\(line)") }
    #expect(end - start > 3)
  }

  @Test func `A hint is broken between words at a terminal`() {
    let shell = TestShell(width: 60)
    shell.run("report sales")
    let lines = shell.errors.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines.suffix(2).joined(separator: " ").hasSuffix("wallet, pressure, winback"))
  }
}
