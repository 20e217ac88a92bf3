import FoundationEssentials
import PropertyGraph
import TestSupport
import Testing

@testable import Exchange
@testable import Persistence

struct ExportFormatTests {
  private let folder = TemporaryFolder()

  @Test func `the registry is sorted, and its names are found`() {
    let names = ExportFormat.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
    for format in ExportFormat.all {
      #expect(ExportFormat.find(format.name)?.summary == format.summary)
      #expect(!format.summary.isEmpty && !format.fileExtension.isEmpty)
    }
    #expect(ExportFormat.find("docx") == nil)
  }

  @Test func `graph JSON reads back as the same graph`() throws {
    let graph = example()
    try ExportFormat.graphJSON.write(graph, to: folder.file("out.json"))
    let back = Graph()
    let report = try GraphJSON.read(folder.file("out.json"), into: back)
    #expect(report.ignored == [] && report.nodes == 3 && report.relationships == 2)
    #expect(back.description.count == 5)
    #expect(back.description[0] == graph.description[0].replacing(" email", with: " email"))
    #expect(folder.names == ["out.json"])
    #expect(try ExportFormat.graphJSON.text(Graph()) == "{\"nodes\":[\n],\"relationships\":[\n]}\n")
  }

  @Test func `CSV has the nodes of a label and a column for each of their properties`() throws {
    let text = try ExportFormat.csv.text(example(), ExportOptions(label: "Person"))
    #expect(
      text == """
        birthday,email,id,name,note,phone
        1980-02-29,ivan@example.com,1,Иван Петров,"line one
        =1+1; a, b",'+7 900
        ,,2,'=cmd(),,

        """)
    let raw = try ExportFormat.tsv.text(example(), ExportOptions(label: "Person", guardsFormulas: false))
    #expect(raw.contains("\t=cmd()\t"))
    #expect(try ExportFormat.csv.text(example(), ExportOptions(label: "Nobody")) == "\n")
  }

  @Test func `GraphML declares what it uses and writes markup as entities`() throws {
    let text = try ExportFormat.graphML.text(example())
    #expect(text.contains("<node id=\"n2\"><data key=\"labels\">:Company</data>"))
    #expect(text.contains("A &amp; &lt;B&gt; &quot;C&quot;"))
    #expect(text.contains("<edge id=\"e0\" source=\"n0\" target=\"n2\"><data key=\"label\">WORKS_AT</data>"))
    #expect(text.contains("attr.name=\"id\" attr.type=\"long\""))
    #expect(text.contains("attr.name=\"birthday\" attr.type=\"string\""))
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `vCards fold long lines, escape, and name the job that goes on`() throws {
    let text = try ExportFormat.vCard.text(example())
    #expect(
      text.hasPrefix(
        """
        BEGIN:VCARD\r
        VERSION:4.0\r
        FN:Иван Петров\r
        EMAIL:ivan@example.com\r
        TEL:+7 900\r
        BDAY:19800229\r
        ORG:A & <B> "C"\\; "D";Закупки\r
        TITLE:Buyer\r
        NOTE:line one\\n=1+1\\; a\\, b\r
        END:VCARD\r

        """))
    for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
  }

  private func example() -> Graph {
    let graph = Graph()
    graph.begin(statement: "")
    func make(_ label: String, _ properties: KeyValuePairs<String, Value>) -> NodeID {
      graph.createNode(
        labels: [graph.intern(label: label)],
        properties: properties.map { (key: graph.intern(key: $0.key), value: $0.value) })
    }
    let birthday = CalendarDate(year: 1980, month: 2, day: 29).map { Value.date($0) } ?? .null
    let ivan = make(
      "Person",
      [
        "id": .integer(1), "name": .string("Иван Петров"), "email": .string("ivan@example.com"),
        "phone": .string("+7 900"), "birthday": birthday, "note": .string("line one\n=1+1; a, b"),
      ])
    let other = make("Person", ["id": .integer(2), "name": .string("=cmd()")])
    let company = make("Company", ["name": .string("A & <B> \"C\"; \"D\"")])
    let type = graph.intern(type: "WORKS_AT")
    _ = graph.createRelationship(
      type, from: ivan, to: company,
      properties: [
        (key: graph.intern(key: "title"), value: .string("Buyer")),
        (key: graph.intern(key: "department"), value: .string("Закупки")),
      ])
    _ = graph.createRelationship(
      type, from: other, to: company, properties: [(key: graph.intern(key: "to"), value: birthday)])
    _ = graph.commit()
    return graph
  }
}
