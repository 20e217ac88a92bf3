import CypherSyntax
import PropertyGraph

extension ShellError {
  /// One sentence for the person who typed it, without a full stop.
  var message: String {
    switch fact {
    case .query(let error): error.message
    case .unknownVerb(let word, _): "no command or query begins with '\(word)'"
    case .unknownKind(let verb, let word, _, _): "'\(verb)' takes no '\(word)'"
    case .missingKind(let verb, _): "'\(verb)' what?"
    case .unexpectedPreposition(let verb, let word, _): "'\(verb)' takes no '\(word)'"
    case .repeated(let word): "'\(word)' stands twice"
    case .unexpected(let verb, let text, _): "'\(verb)' does not know what to do with '\(text)'"
    case .valueNeedsQuotes(_, _, let text): "'\(text)' is in no place of its own"
    case .missing(let verb, let what, _): "'\(verb)' needs \(what)"
    case .unknownKey(let verb, let key, _, _): "'\(verb)' has no key '\(key)'"
    case .badValue(let place, let text, let expected): "\(place): '\(text)' is not \(expected)"
    case .notAllowed(let place, let text, _, _): "\(place): '\(text)' is not one of its values"
    case .unclosedQuote: "the quote is not closed"
    case .unknownName(let noun, let name, _, _): "no such \(noun): '\(name)'"
    case .ambiguousName(let noun, let name, _): "'\(name)' can be more than one \(noun)"
    case .unknownVariable(let name, _): "no variable '$\(name)'"
    case .missingSemicolon(let word): "missing ';' before the command '\(word)'"
    case .unfinished(let what, let closing): "\(what) is not finished: \(closing) is missing"
    case .strayBlockWord(let word): "'\(word)' without an 'if', 'for' or 'what-if' before it"
    case .assertion(let expression, let message, _):
      message.map { "assertion failed: \($0)" } ?? "assertion failed: \(expression)"
    case .failed(let message): message
    case .file(let path, let reason): "\(path): \(reason)"
    case .data(let error): error.message
    case .bookChanged(let path): "\(path): another program has changed it since it was opened"
    case .readOnly(let what): "the book is open for reading only: \(what) is refused"
    case .unsafe(let what): "--safe forbids \(what)"
    case .tooDeep(let depth): "scripts run each other more than \(depth) deep"
    case .interrupted: "interrupted: what the statement changed is taken back"
    case .other(let message, _): message
    }
  }

  /// What would help, or nil.
  var hint: String? {
    switch fact {
    case .query(let error): error.hint
    case .unknownVerb(_, let near):
      didYouMean(near) ?? "'help' lists the commands; queries begin with MATCH, CREATE, RETURN …"
    case .unknownKind(_, _, let allowed, let near): didYouMean(near) ?? oneOf(allowed)
    case .missingKind(_, let allowed): oneOf(allowed)
    case .unexpectedPreposition(_, let word, let allowed):
      (allowed.isEmpty ? "it takes no preposition" : "it takes \(allowed.joined(separator: ", "))")
        + "; a name that holds '\(word)' is put in quotes"
    case .unexpected(_, _, let usage), .missing(_, _, let usage): "usage: \(usage)"
    case .valueNeedsQuotes(let key, let value, let text):
      "a value of several words is put in quotes: \(key)=\"\(value) \(text)\""
    case .unknownKey(_, _, let allowed, let near):
      didYouMean(near)
        ?? (allowed.isEmpty ? "it takes no keys" : "its keys: \(allowed.joined(separator: ", "))")
    case .notAllowed(_, _, let allowed, let near):
      (didYouMean(near).map { $0 + " " } ?? "") + "allowed: \(allowed.joined(separator: ", "))"
    case .unclosedQuote: "end it with the same quote; \\\" stands for a quote inside"
    case .unknownName(_, let name, let near, let add):
      dayMeant(name) ?? didYouMean(near)
        ?? (name.contains(", ") ? "several are named one by one, as in 'with A with B'" : nil)
        ?? add.map { "'\($0) \(name)' makes it; nothing is made by a typo" }
    case .ambiguousName(_, _, let candidates): "it can be \(candidates.joined(separator: ", "))"
    case .unknownVariable(_, let near): didYouMean(near.map { "$" + $0 }) ?? "'let NAME = VALUE' makes one"
    case .missingSemicolon: "a query ends with ';', a command with its line"
    case .readOnly: "start without --read-only, or 'save as' another file"
    case .other(_, let hint): hint
    case .assertion(_, _, let found): found
    case .data(let error): error.hint
    case .bookChanged: "'save as' keeps your changes in another file"
    case .badValue, .repeated, .unfinished, .strayBlockWord, .failed, .file,
      .unsafe, .tooDeep, .interrupted:
      nil
    }
  }

  /// The error as openCypher's triple, for programs.
  var triple: (type: String, phase: String, detail: String) {
    let compile = CypherError.Phase.compileTime.rawValue
    let runtime = CypherError.Phase.runtime.rawValue
    return switch fact {
    case .query(let error): (error.kind.rawValue, error.phase.rawValue, error.detail)
    case .unknownVerb: ("CommandError", compile, "UnknownVerb")
    case .unknownKind, .missingKind: ("CommandError", compile, "UnknownKind")
    case .unexpectedPreposition: ("CommandError", compile, "UnexpectedPreposition")
    case .repeated: ("CommandError", compile, "Repeated")
    case .unexpected, .valueNeedsQuotes: ("CommandError", compile, "UnexpectedText")
    case .missing: ("CommandError", compile, "MissingArgument")
    case .unknownKey: ("CommandError", compile, "UnknownKey")
    case .badValue: ("CommandError", compile, "InvalidValue")
    case .notAllowed: ("CommandError", compile, "ValueNotAllowed")
    case .unclosedQuote: ("CommandError", compile, "UnclosedQuote")
    case .unknownName: ("CommandError", runtime, "UnknownName")
    case .ambiguousName: ("CommandError", runtime, "AmbiguousName")
    case .unknownVariable: ("CommandError", runtime, "UnknownVariable")
    case .missingSemicolon: ("SyntaxError", compile, "MissingSemicolon")
    case .unfinished: ("SyntaxError", compile, "Unfinished")
    case .strayBlockWord: ("SyntaxError", compile, "StrayBlockWord")
    case .assertion: ("ScriptError", runtime, "AssertionFailed")
    case .failed: ("ScriptError", runtime, "Failed")
    case .tooDeep: ("ScriptError", runtime, "TooDeep")
    case .file: ("FileError", runtime, "FileFailed")
    case .data: ("FileError", runtime, "DataFailed")
    case .bookChanged: ("FileError", runtime, "BookChanged")
    case .readOnly: ("AccessError", runtime, "ReadOnly")
    case .unsafe: ("AccessError", runtime, "Safe")
    case .interrupted: ("Interrupted", runtime, "Interrupted")
    case .other: ("CommandError", runtime, "Failed")
    }
  }

  /// Names do not end in days: `with Ivan yesterday`.
  private func dayMeant(_ name: String) -> String? {
    guard let word = name.split(separator: " ").last.map(String.init),
      (try? DateReader(today: CalendarDate(daysSinceEpoch: 0)).read(word)) != nil
    else { return nil }
    return "a day stands behind 'on' or 'due': 'on \(word)'"
  }

  private func didYouMean(_ near: [String]) -> String? {
    guard let last = near.last else { return nil }
    if near.count == 1 { return "did you mean '\(last)'?" }
    return "did you mean \(near.dropLast().map { "'\($0)'" }.joined(separator: ", ")) or '\(last)'?"
  }

  private func oneOf(_ allowed: [String]) -> String {
    "one of \(allowed.joined(separator: ", "))"
  }
}
