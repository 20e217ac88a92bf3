import PropertyGraph
import TestSupport
import Testing

@testable import Shell

/// Dossiers as pages.
struct DossierTests {
  private func page(_ lines: String..., client: String) throws -> String {
    let folder = TemporaryFolder()
    let shell = TestShell()
    for line in lines { shell.run(line) }
    #expect(shell.errors == "")
    let before = shell.session.lastAnswer?.columns
    #expect(shell.run("dossier \(client) to \(folder.path)/d.html") == "wrote \(folder.path)/d.html")
    #expect(shell.errors == "")
    #expect(shell.session.lastAnswer?.columns == before)
    return try #require(folder.text(of: "d.html"))
  }

  @Test func `A client of whom nothing is known has a page`() throws {
    let page = try page("add client Пусто", client: "Пусто")
    #expect(MarkupCheck.problem(page) == nil)
    #expect(page.contains("<h1>Пусто</h1>"))
    #expect(page.contains("nobody is known there"))
    #expect(!page.contains("Orders by month"))
  }

  @Test func `A page has the brief, the map and the charts, and needs nothing beside itself`() throws {
    let page = try page(
      "add own Мы", "add client Завод", "add client Other", "add product bearings listPrice=100 unitCost=60",
      "add person Иван at Завод as Director", "role decider Иван at Завод for bearings influence=9",
      "order Завод for bearings 10 @90 on 2026-10-02", "order Other for bearings 30 @90 on 2026-10-03",
      "concede price 5% at Завод from 2026-01-01",
      "refusal complaint at Завод for bearings on 2026-10-05 reason=price",
      "promise by Иван at Завод due 2026-11-30 \"an answer\"", client: "Завод")
    #expect(MarkupCheck.problem(page) == nil)
    for text in [
      "<html lang=\"en\">", "name=\"viewport\"", "@media print", "prefers-color-scheme:dark",
      "Share of profit",
      "<strong>Завод</strong></td><td class=\"number\">25.00 %", "Orders by month",
      "2026-10: 900.00 in 1 order",
      "The deciding collective", "aria-labelledby", "price waterfall of bearings", "Refusals", "an answer",
    ] { #expect(page.contains(text), "\(text)") }
    for outside in ["<script", "<img", "<link", "src=", "url(", "@import"] {
      #expect(!page.replacing("url(#arrow)", with: "").contains(outside), "\(outside)")
    }
    #expect(page.replacing("http://www.w3.org/2000/svg", with: "").contains("http://") == false)
    #expect(page.contains("https://") == false)
  }

  @Test func `Markup and control characters in the data are only text`() throws {
    let page = try page(
      "CREATE (:Company:Client {name: 'Evil', note: '<script>alert(1)</script> & \"\\u0007\\u202e'});",
      "CREATE (p:Person {name: '<img src=x onerror=alert(1)>'}) WITH p MATCH (c:Client) CREATE (p)-[:WORKS_AT {title: '\\'\"</svg>'}]->(c);",
      client: "Evil")
    #expect(MarkupCheck.problem(page) == nil)
    #expect(!page.contains("<script") && !page.contains("<img"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;\\u0007\\u202e"))
  }

  @Test func `A wrong file is an error that names it`() {
    let shell = TestShell()
    shell.run("add client Завод", "dossier Завод")
    #expect(shell.errors.contains("'dossier' needs 'to FILE.html'"))
    shell.run("dossier Завод to d.pdf")
    #expect(shell.errors.contains("a dossier is written to a file .html\n  dossier Завод to d.pdf\n"))
    shell.run("dossier Завод to /nowhere/at/all/d.html")
    #expect(shell.errors.contains("/nowhere/at/all/d.html: No such file or directory"))
    shell.session.rules.isSafe = true
    shell.run("dossier Завод to d.html")
    #expect(shell.errors.contains("--safe forbids writing 'd.html'"))
  }
}
