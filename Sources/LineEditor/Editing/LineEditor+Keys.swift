internal import CLibedit

/// The functions that keys are bound to, and the keys.
extension LineEditor {
  /// Makes a function of libedit out of a method.
  private static func function(
    _ name: String, _ help: String, _ body: @escaping kamsh_editor_function
  ) -> EditBuffer.Function {
    EditBuffer.Function(name: name, help: help, body: body)
  }

  static let functions = [
    function("kamsh-enter", "Run the statement, or go on in a new line while it isn't whole") { handle, _ in
      handle.flatMap(LineEditor.of)?.enter() ?? UInt8(CC_ERROR)
    },
    function("kamsh-new-line", "Go on in a new line") { handle, _ in
      act(handle) { $0.edit { $0.insert("\n") } }
    },
    function("kamsh-complete", "Complete what stands before the cursor, or list what could") { handle, _ in
      act(handle) { $0.completeAtCursor() }
    },
    function("kamsh-delete-or-end", "Delete the character at the cursor; leave on an empty line") {
      handle, _ in
      handle.flatMap(LineEditor.of)?.deleteOrEnd() ?? UInt8(CC_ERROR)
    },
    function("kamsh-up", "Go up a line, or to the entry before") { handle, _ in
      act(handle) { $0.goUp() }
    },
    function("kamsh-down", "Go down a line, or to the entry after") { handle, _ in
      act(handle) { $0.goDown() }
    },
    function("kamsh-left", "Go left by a character, with its marks") { handle, _ in
      act(handle) { editor in editor.edit { $0.cursor = $0.scalarBoundary(before: $0.cursor) } }
    },
    function("kamsh-right", "Go right by a character, with its marks") { handle, _ in
      act(handle) { editor in editor.edit { $0.cursor = $0.scalarBoundary(after: $0.cursor) } }
    },
    function("kamsh-backspace", "Delete the character before the cursor, with its marks") { handle, _ in
      act(handle) { editor in
        editor.edit { $0.replace($0.scalarBoundary(before: $0.cursor)..<$0.cursor, with: "") }
      }
    },
    function("kamsh-delete", "Delete the character at the cursor, with its marks") { handle, _ in
      act(handle) { editor in
        editor.edit { $0.replace($0.cursor..<$0.scalarBoundary(after: $0.cursor), with: "") }
      }
    },
    function("kamsh-home", "Go to the beginning of the line, then of the text") { handle, _ in
      act(handle) { editor in editor.edit { $0.cursor = $0.lineStart == $0.cursor ? 0 : $0.lineStart } }
    },
    function("kamsh-end", "Go to the end of the line, then of the text") { handle, _ in
      act(handle) { editor in
        editor.edit { $0.cursor = $0.lineEnd == $0.cursor ? $0.scalars.count : $0.lineEnd }
      }
    },
    function("kamsh-search", "Search the history backwards") { handle, _ in
      handle.flatMap(LineEditor.of)?.searchHistory() ?? UInt8(CC_ERROR)
    },
    function("kamsh-clear", "Clear the screen") { handle, _ in
      act(handle) { $0.display.clearScreen() }
    },
    function("kamsh-undo", "Take the last change back") { handle, _ in
      act(handle) { $0.undo() }
    },
    function("kamsh-nothing", "Do nothing") { _, _ in UInt8(CC_NORM) },
  ]

  private static func act(_ handle: OpaquePointer?, _ body: (LineEditor) -> Void) -> UInt8 {
    guard let editor = handle.flatMap(LineEditor.of) else { return UInt8(CC_ERROR) }
    body(editor)
    return UInt8(CC_REFRESH)
  }

  /// Changes the text or moves the cursor.
  func edit(_ body: (EditBuffer) -> Void) {
    if let buffer { body(buffer) }
  }

  /// The keys of control characters, good in any key map.
  private static let controlKeys = [
    ("kamsh-enter", ["^M", "^J"]), ("kamsh-complete", ["^I"]), ("kamsh-delete-or-end", ["^D"]),
    ("kamsh-up", ["^P"]), ("kamsh-down", ["^N"]), ("kamsh-backspace", ["^H", "^?"]),
    ("kamsh-search", ["^R"]), ("kamsh-clear", ["^L"]),
  ]

  /// The keys that only emacs' map has free.
  private static let emacsKeys = [
    ("kamsh-left", ["^B"]), ("kamsh-right", ["^F"]), ("kamsh-home", ["^A"]), ("kamsh-end", ["^E"]),
    ("kamsh-undo", ["^_", "^X^U"]), ("kamsh-new-line", ["\\e^M", "\\e^J"]),
  ]

  /// The keys that send sequences, without the escape that leads them.
  private static let sequences = [
    ("kamsh-up", ["[A", "OA"]), ("kamsh-down", ["[B", "OB"]),
    ("kamsh-right", ["[C", "OC"]), ("kamsh-left", ["[D", "OD"]),
    ("kamsh-home", ["[H", "OH", "[1~", "[7~"]), ("kamsh-end", ["[F", "OF", "[4~", "[8~"]),
    ("kamsh-delete", ["[3~"]),
    ("em-next-word", ["[1;5C", "[1;3C", "[5C", "OI"]), ("ed-prev-word", ["[1;5D", "[1;3D", "[5D"]),
    (
      "kamsh-nothing",
      [
        "[2~", "[5~", "[6~", "[Z", "[1;2A", "[1;2B", "[1;2C", "[1;2D", "[1;3A", "[1;3B", "[1;5A", "[1;5B",
        "[1;5H", "[1;5F", "[3;5~", "OP", "OQ", "OR", "OS", "[11~", "[12~", "[13~", "[14~", "[15~", "[17~",
        "[18~", "[19~", "[20~", "[21~", "[23~", "[24~",
      ]
    ),
  ]

  /// Binds the keys of emacs' map.
  static func bindKeys(of buffer: EditBuffer) {
    for (function, keys) in controlKeys + emacsKeys {
      for key in keys { buffer.bind(key, to: function) }
    }
    for (function, keys) in sequences {
      for key in keys { buffer.bind("\\e" + key, to: function) }
    }
  }

  /// Binds the keys of vi's maps, where an escape of its own must stay one.
  static func bindViKeys(of buffer: EditBuffer) {
    for (function, keys) in controlKeys {
      for key in keys {
        buffer.bind(key, to: function)
        buffer.bind(key, to: function, alternate: true)
      }
    }
    for (function, keys) in sequences where function.hasPrefix("kamsh") {
      for key in keys { buffer.bind(key, to: function, alternate: true) }
    }
    buffer.bind("k", to: "kamsh-up", alternate: true)
    buffer.bind("j", to: "kamsh-down", alternate: true)
  }
}
