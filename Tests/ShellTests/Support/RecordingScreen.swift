import PropertyGraph

@testable import Shell

/// A screen that keeps what it is given.
final class RecordingScreen: Screen {
  var answers: [Answer] = []
  var texts: [String] = []
  var notes: [String] = []

  func show(_ answer: Answer) { answers.append(answer) }
  func say(_ text: String) { texts.append(text) }
  func note(_ text: String) { notes.append(text) }
}
