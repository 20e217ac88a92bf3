import FoundationEssentials
import TestSupport
import Testing

@testable import Shell

/// The manual keeps up with the program.
struct ManualTests {
  @Test func `The manual has a line for every command, and reports.md one for every report`() throws {
    let manual = try text("manual.md")
    for command in CommandRegistry.standard.commands {
      #expect(manual.contains("| `\(command.name)` |"), "\(command.name) is missing in docs/manual.md")
    }
    let reports = try text("reports.md")
    for form in CommandRegistry.standard.command("report")?.forms ?? [] {
      guard let name = form.kind else { continue }
      #expect(reports.contains("| `\(name)` |"), "\(name) is missing in docs/reports.md")
    }
  }

  private func text(_ file: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: "\(SharedFolder.package)/docs/\(file)")), as: UTF8.self)
  }
}
