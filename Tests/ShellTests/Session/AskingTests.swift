import PropertyGraph
import Testing

@testable import Shell

/// What a line lacks is asked for where somebody is there.
struct AskingTests {
  private func shell(_ answers: String?) -> TestShell {
    let shell = TestShell(answers: answers)
    shell.session.questioned = nil
    shell.run(
      "add own Мы", "add client Завод", "add client \"Back to Basics\"", "add product seals",
      "add person Olga at Мы", "add person Иван at Завод")
    #expect(shell.errors == "")
    shell.session.questioned = answers.map { ByteLines($0) }
    return shell
  }

  @Test(arguments: [
    ("lose", "Завод\n", "lost Завод"), ("lose to Timken", "Завод\nx\n", ""),
    ("lose", "Back to Basics\n", "lost Back to Basics"),
    ("lose", "\"Back to Basics\"\n", "lost Back to Basics"), ("manage Завод", "Olga\n", "Olga manages Завод"),
    ("manage Завод by", "Olga\n", "Olga manages Завод"),
    ("manage Завод", "by Olga\n", "Olga manages Завод"),
    ("manage Завод by", "by Olga\n", "Olga manages Завод"),
    ("promise \"образцы\"", "by Иван\n", "promised: образцы"), ("path", "Иван\n", "no way leads to Иван"),
    ("manage", "Завод\nOlga\n", "Olga manages Завод"),
    ("knows Olga # a comment", "Иван\n", "Olga"), ("role decider Иван", "Завод\n", "Иван"),
    ("promise by Иван at Завод due 2026-12-01", "an answer # 7\n", "an answer # 7"),
  ])
  func `An answer completes the line`(_ line: String, _ answers: String, _ printed: String) {
    let shell = shell(answers)
    shell.run("add competitor Timken")
    let text = shell.run(line)
    if printed.isEmpty { return }
    #expect(shell.errors == "", "\(line)")
    #expect(text.contains(printed), "\(text)")
  }

  @Test func `The line that is kept for undo is the whole one`() {
    let shell = shell("Завод\nOlga\n")
    shell.run("manage")
    #expect(shell.run("undo").hasPrefix("undone: manage Завод by Olga ("))
  }

  @Test(arguments: ["", "\n", "   \n"])
  func `No answer gives up and says what was missing`(_ answers: String) {
    let shell = shell(answers)
    let before = shell.session.graph.sequence
    shell.run("manage Завод")
    #expect(shell.errors.hasPrefix("error: 'manage' needs 'by PERSON'\n  manage Завод\n"))
    #expect(shell.session.graph.sequence == before)
  }

  @Test func `A kind, a key and a wrong answer`() {
    let shell = shell("client\nНовый\n")
    shell.run("add")
    #expect(shell.errors == "")
    #expect(shell.run("list clients").contains("Новый"))
    let wrong = self.shell("Nobody\n")
    wrong.run("manage Завод")
    #expect(wrong.errors.contains("no such person: 'Nobody'\n  manage Завод by Nobody\n"))
  }

  @Test func `In scripts and pipes it stays an error`() {
    let shell = shell(nil)
    shell.run("lose")
    #expect(shell.errors.contains("'lose' needs CLIENT"))
  }
}
