import CypherSyntax
import PropertyGraph

extension Command {
  /// `param NAME [= DEFAULT]`.
  static let param = Command(
    "param", "take an argument that the script was called with", in: .script,
    forms: [Form(subject: Slot(.raw, "NAME [= DEFAULT]"))],
    details: """
      kamsh report.kam month=11 and 'run report.kam month=11' give it its value. An argument has the type of the
      default: a number, a date, true or false, else text. Without a default the argument must be given; numbers are numbers then.
      """,
    examples: [
      Example(
        "param month = 11", "with a default", prints: "")
    ]
  ) { call, session throws(ShellError) in
    let bytes = Array(call.source.utf8)
    let start = call.subject?.span.start ?? bytes.count
    let equals = bytes[start...].firstIndex(of: UInt8(ascii: "="))
    let end = equals ?? call.subject?.span.end ?? bytes.count
    let name = try VariableName.read(bytes, Span(start, end))
    let standard = try equals.map { at throws(ShellError) in
      try Rest(bytes, from: at + 1, needs: "DEFAULT").evaluated(by: session)
    }
    guard let argument = session.calls.last?.arguments.last(where: { $0.key == name }) else {
      guard let standard else {
        let usage = "\(session.calls.last?.file ?? "SCRIPT") \(name)=VALUE"
        throw ShellError(.missing(verb: "param", what: "\(name)=VALUE", usage: usage), at: call.subject?.span)
      }
      return try session.bind(name, to: standard, at: call.subject?.span)
    }
    let value = try ScriptArgument.value(
      argument.value, like: standard, name: name, today: session.today, at: call.subject?.span)
    try session.bind(name, to: value, at: call.subject?.span)
  }
}
