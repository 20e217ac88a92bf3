/// How far a text at the prompt goes as statements.
public struct TextProgress: Sendable, Equatable {
  /// What is missing at the end of each line: nil where a new statement may begin.
  public var missing: [String?]
  /// What would end the statement, for the person who types it; nil where nothing is missing.
  public var hint: String?

  /// Reads a text as the prompt would, line by line, and notes what each line is asked for.
  ///
  /// - Complexity: O(n).
  init(of text: String, registry: CommandRegistry) {
    let lines = ProbedLines(text)
    var blocks = BlockReader(
      StatementReader(lines, registry: registry, file: nil, blankLineEnds: true))
    reading: while true {
      do throws(ShellError) {
        switch try blocks.next() {
        case .node: continue
        case .end, .interrupted: break reading
        }
      } catch {
        // A mistake ends its line here as well, and is reported when the text is run.
        blocks.dropLine()
      }
    }
    missing = lines.missing
    // A blank line that ends a query is no sign that somebody wants it ended: the cursor stands there first.
    let isBlank = lines.last.utf8.allSatisfy(FirstWord.isBlank)
    hint = Self.hint(for: isBlank ? missing.dropLast().last ?? nil : missing.last ?? nil)
  }

  private static func hint(for missing: String?) -> String? {
    switch missing {
    case nil: nil
    case ";": "';' or an empty line ends the query"
    case "end": "'end' closes the block"
    case "'", "\"", "`", "*/": missing.map { "\($0) is still missing" }
    case .some(let what): "\(what) is expected"
    }
  }
}

/// The lines of a text, which notes what each is asked for.
private final class ProbedLines: LineSource {
  private let lines: [String]
  private var asked: [LinePrompt] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  var last: String { lines.last ?? "" }

  /// What was missing at the end of each line: what the next one was asked for.
  var missing: [String?] {
    asked.dropFirst().prefix(lines.count).map {
      if case .continuation(let missing) = $0 { missing } else { nil }
    }
  }

  func nextLine(_ prompt: LinePrompt) -> LineInput {
    asked.append(prompt)
    return asked.count <= lines.count ? .line(lines[asked.count - 1]) : .interrupted
  }
}
