/// What is known of one text while it is being edited, beside the text itself.
struct EditState {
  var prompt = ""
  /// Whether Enter asks first if the text is whole.
  var isStatement = false
  /// The history that Up and Down go through.
  var recall = Recall(entries: [])
  /// The search that is under way.
  var search: HistorySearch?
  /// The list of completions that is shown, and for which text and cursor.
  var menu: [Completion] = []
  /// The text and the cursor after the last TAB.
  var completed: (text: String, cursor: Int)?
  /// The texts before the last changes.
  var undo = UndoStack()
  /// What comes of it; the terminal's end unless something else happened.
  var outcome = LineEditor.Input.end
  /// The status of the text that was inspected last.
  var inspected: (text: String, status: TextStatus)?

  init() {}

  init(prompt: String, isStatement: Bool, entries: [String]) {
    self.prompt = prompt
    self.isStatement = isStatement
    recall = Recall(entries: entries)
  }
}
