extension Command {
  /// `if EXPRESSION … else if EXPRESSION … else … end`.
  static let `if` = Command(
    "if", "run statements when a condition holds", in: .script,
    forms: [Form(subject: Slot(.raw, "EXPRESSION"))],
    details: "The block goes on over 'else if EXPRESSION' and 'else' to 'end'. Null counts as false.",
    examples: [
      Example(
        """
        if $n > 1
          print "several"
        else
          print "one at most"
        end
        """, "one of two", after: ["let n = 2"], prints: "several")
    ], action: stray)

  /// `else` and `else if`.
  static let `else` = Command(
    "else", "begin the other branch of 'if'", in: .script,
    forms: [Form(subject: Slot(.raw, "if EXPRESSION", optional: true))], action: stray)

  /// `end`.
  static let end = Command("end", "end a block of 'if', 'for' or 'what-if'", in: .script, action: stray)

  /// `for NAME in QUERY; … end`.
  static let `for` = Command(
    "for", "run statements for each row of a query or each element of a list", in: .script,
    forms: [Form(subject: Slot(.raw, "NAME in QUERY;"))], query: .after("in"),
    details: "A row is a map of its columns: $row.name. The variable has its old value after 'end'.",
    examples: [
      Example(
        """
        for row in MATCH (c:Client) RETURN c.name AS name ORDER BY name;
          print "visit " + $row.name
        end
        """, "the rows of a query", after: ["add client Acme", "add client Северсталь"],
        prints: """
          visit Acme
          visit Северсталь
          """),
      Example(
        """
        for n in range(1, 3)
          print $n
        end
        """, "the elements of a list",
        prints: """
          1
          2
          3
          """),
    ], action: stray)

  /// Blocks are read as wholes, so that none of their words runs by itself.
  private static let stray: Action = { call, _ throws(ShellError) in
    throw ShellError(.strayBlockWord(call.command.name), at: call.span)
  }
}
