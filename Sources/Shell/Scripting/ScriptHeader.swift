/// What a script says of itself: its first comment, and the arguments that it takes.
struct ScriptHeader: Sendable, Equatable {
  /// An argument that a `param` line takes.
  struct Parameter: Sendable, Equatable {
    let name: String
    /// The expression of its default, as it is written; nil where it must be given.
    let standard: String?
  }

  /// The lines of the comment before the first statement, without the line `#!`.
  private(set) var comment: [String] = []
  /// The arguments, in order.
  private(set) var parameters: [Parameter] = []

  /// Reads a script's lines.
  init(_ bytes: [UInt8]) {
    let lines = ByteLines(bytes: bytes)
    var line: [UInt8] = []
    var isBefore = true
    while lines.readLine(.statement, into: &line) == .line {
      // A script may be long: a text is made of the lines that matter only.
      let text = line.drop(while: FirstWord.isBlank)
      if text.first == UInt8(ascii: "#") {
        let isMark = text.dropFirst().first == UInt8(ascii: "!")
        if isBefore, !isMark {
          comment.append(Self.trimmed(Self.text(text.drop { $0 == UInt8(ascii: "#") })))
        }
      } else if text.first == UInt8(ascii: "p") {
        isBefore = false
        parameter(Self.text(text))
      } else if !text.isEmpty || !comment.isEmpty {
        isBefore = false
      }
    }
  }

  /// The first line of the comment, without a full stop.
  var summary: String? {
    comment.first.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The other lines of the comment.
  var details: String { comment.dropFirst().joined(separator: "\n") }

  private mutating func parameter(_ line: Substring) {
    guard line.hasPrefix("param"), line.dropFirst(5).first?.isWhitespace == true else { return }
    let parts = line.dropFirst(5).split(separator: "=", maxSplits: 1)
    guard let name = parts.first.map(Self.trimmed), VariableName.isValid(name) else { return }
    parameters.append(Parameter(name: name, standard: parts.count == 2 ? Self.trimmed(parts[1]) : nil))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> Substring {
    Substring(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
