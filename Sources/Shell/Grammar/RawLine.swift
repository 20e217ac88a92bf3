import CypherSyntax

/// Lines whose verb takes the rest as it stands: an expression or a query.
enum RawLine {
  /// Takes the rest of the line as the subject, without its comment.
  static func parse(
    _ source: String, command: Command, form: Form, verb: Span
  ) throws(ShellError) -> ParsedCommand {
    let bytes = Array(source.utf8)
    var start = verb.end
    while start < bytes.count, isBlank(bytes[start]) { start += 1 }
    var end = max(start, endBeforeComment(bytes, from: start))
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    var result = ParsedCommand(command: command, form: form, kind: form.kind, verbSpan: verb)
    if end > start {
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      result.subject = .init(text: text, span: Span(start, end), isQuoted: false)
    } else if form.subject?.isOptional != true {
      let what = form.subject?.label ?? "more"
      throw ShellError(
        .missing(verb: command.name, what: what, usage: Usage.line(command, form)),
        at: Span(bytes.count, bytes.count))
    }
    return result
  }

  /// Where a `#` outside of quotes begins, or the end.
  static func endBeforeComment(_ bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open != UInt8(ascii: "`") { index += 1 }
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "#") {
        return index
      } else if byte == 0x22 || byte == 0x27 || byte == 0x60 {
        quote = byte
      }
      index += 1
    }
    return bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
