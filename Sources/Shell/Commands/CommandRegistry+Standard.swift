extension CommandRegistry {
  /// The verbs that kamsh brings along; one line each, in the order in which help is to think of them.
  static let standard = CommandRegistry([
    // Recording

    // Asking
    .list

    // Scripting

    // Undo and compare

    // Book and files

    // Session
  ])
}
