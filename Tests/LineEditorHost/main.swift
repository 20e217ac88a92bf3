// A program around the editor alone, for tests in a pseudo-terminal: it echoes what it reads.
// A text is whole when it ends with ';' or doesn't begin with 'match'. 'wait' waits for Ctrl-C.
import Glibc
import LineEditor

let history = History(path: getenv("HISTORY").map { String(cString: $0) })
let editor = LineEditor(history: history, colour: CommandLine.arguments.contains("--colour"))
let names = ["Иван Петров", "Иван Сидоров", "Ирина Котова"]

editor.inspect = { text in
  guard text.hasPrefix("match") else { return TextStatus() }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  var missing: [String?] = lines.map { _ in ";" }
  if text.hasSuffix(";") { missing[missing.count - 1] = nil }
  return TextStatus(missing: missing, hint: text.hasSuffix(";") ? nil : "';' ends the query")
}
editor.complete = { text, cursor in
  let before = String(decoding: Array(text.utf8)[..<cursor], as: UTF8.self)
  let word = before.hasPrefix("call ") ? String(before.dropFirst(5)) : before
  return names.filter { $0.lowercased().hasPrefix(word.lowercased()) }.map {
    Completion(text: $0, start: cursor - word.utf8.count, label: $0, summary: "person", suffix: " ")
  }
}
nonisolated(unsafe) var isCancelled = false
signal(SIGINT) { _ in isCancelled = true }

if let problem = history.problem { print("history: \(problem)") }
while true {
  switch editor.readStatement(prompt: "host> ") {
  case .end:
    print("bye")
    exit(0)
  case .interrupted: print("interrupted")
  case .line("wait"):
    print("waiting")
    while !isCancelled { usleep(1000) }
    print("cancelled")
  case .line(let text):
    let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: " ")
    print("read: " + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " / "))
    if text.hasPrefix("codes") { print(scalars) }
  }
}
