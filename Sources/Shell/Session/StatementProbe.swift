/// Tells how far a text goes, seen as statements: what the line editor needs to know.
public struct StatementProbe {
  /// What is missing at the end of each line, nil where a statement ends there.
  public let missing: [String?]

  /// Reads a text as the prompt would.
  public init(_ text: String, session: Session) {
    let lines = ProbedLines(text)
    var blocks = BlockReader(
      StatementReader(lines, registry: session.registry, file: nil, blankLineEnds: true))
    var isReading = true
    while isReading {
      do throws(ShellError) {
        if try blocks.next() == .end { isReading = false }
      } catch {
        // A word out of place ends its statement; what is wrong is said when it runs. An unfinished block ends the text.
        isReading = !lines.isAtEnd
      }
    }
    missing = Array(lines.missing.dropFirst().prefix(lines.count))
  }

  /// What would end the statement, in words; nil where it is whole.
  public var hint: String? {
    guard let last = missing.last, let last else { return nil }
    switch last {
    case ";": return "';' or an empty line ends the query"
    case "end": return "'end' ends the block"
    default: return "\(last) is missing"
    }
  }
}

/// Lines of a text that note what they are asked for: before each line that is what was missing after the one before.
private final class ProbedLines: LineSource {
  private var rest: [Substring]
  let count: Int
  private(set) var missing: [String?] = []
  var isAtEnd: Bool { rest.isEmpty }

  init(_ text: String) {
    rest = text.split(separator: "\n", omittingEmptySubsequences: false).reversed()
    count = rest.count
  }

  func nextLine(_ prompt: LinePrompt) -> LineInput {
    if case .continuation(let what) = prompt { missing.append(what) } else { missing.append(nil) }
    return rest.popLast().map { .line(String($0)) } ?? .end
  }
}
