import CypherSyntax
import PropertyGraph

/// Scripts in files.
extension Session {
  /// Runs a script as a part of the statement at hand.
  ///
  /// - Throws: the first failure, in the script's own text; a file that can't be read; arguments that it doesn't take.
  func runScript(
    _ path: String, arguments: [(key: String, value: String)], at span: Span? = nil
  ) throws(ShellError) {
    if rules.isSafe { throw ShellError(.unsafe("reading '\(path)'"), at: span) }
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try FileText.read(path)
    } catch {
      throw ShellError(.file(path: path, reason: error.reason), at: span)
    }
    try runScript(bytes, named: path, arguments: arguments, at: span)
  }

  /// Runs the text of a script as a part of the statement at hand.
  ///
  /// - Parameter isBuiltIn: whether it is part of the program, so that warnings about its queries help nobody.
  func runScript(
    _ bytes: [UInt8], named path: String, arguments: [(key: String, value: String)], isBuiltIn: Bool = false,
    at span: Span? = nil
  ) throws(ShellError) {
    guard calls.count < ScriptCall.depthLimit else {
      throw ShellError(.tooDeep(ScriptCall.depthLimit), at: span)
    }
    let parameters = ScriptHeader(bytes).parameters
    for argument in arguments where !parameters.contains(where: { $0.name == argument.key }) {
      throw ShellError(Self.unknownArgument(argument.key, of: path, parameters), at: span)
    }
    calls.append(ScriptCall(file: path, arguments: arguments, isBuiltIn: isBuiltIn))
    defer { calls.removeLast() }
    var blocks = BlockReader(StatementReader(ByteLines(bytes: bytes), registry: registry, file: path))
    while case .node(let node) = try blocks.next() { try run(node) }
  }

  static func unknownArgument(
    _ key: String, of file: String, _ parameters: [ScriptHeader.Parameter]
  ) -> ShellError.Fact {
    let names = parameters.map(\.name)
    return .unknownKey(verb: file, key, allowed: names, near: NearNames.of(key, among: names))
  }

  /// The command that a script in the user's folder makes; nil where there is none.
  func userCommand(_ verb: String) -> Command? {
    guard !rules.isSafe, let folder = folders.commands, !verb.isEmpty, !verb.contains("/"),
      let bytes = try? FileText.read("\(folder)/\(verb).kam")
    else { return nil }
    return UserCommand.command(verb, script: ScriptHeader(bytes), path: "\(folder)/\(verb).kam")
  }
}
