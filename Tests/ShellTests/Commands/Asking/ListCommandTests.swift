import PropertyGraph
import Testing

@testable import Shell

struct ListCommandTests {
  @Test func `A list runs the question of its kind as of today and shows the answer`() throws {
    let screen = RecordingScreen()
    let queries = CannedQueries()
    queries.answer = Answer(columns: ["name"], rows: [[.string("Сегмент")]])
    let session = Session(
      engine: queries, registry: .standard, screen: screen, today: CalendarDate(daysSinceEpoch: 20_777))
    let parsed = try CommandParser.parse("list segments", registry: .standard)
    let invocation = try InvocationReader.read(parsed, source: "list segments", session: session)
    try invocation.command.action(invocation, session)
    #expect(queries.asked.first?.text.contains("MATCH (s:Segment)") == true)
    #expect(screen.answers.first?.columns == ["name"])
    #expect(session.lastStatements.count == 1)
  }
}
