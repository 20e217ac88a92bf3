extension CommandRegistry {
  /// The verbs that kamsh brings along; one line each, in the order in which help is to think of them.
  static let standard = CommandRegistry([
    // Recording
    .add, .edit, .delete, .combine, .works, .move, .reportsTo, .knows, .influences, .conflicts, .belongs,
    .buys,
    .role, .manage, .handover, .rival, .log, .promise, .keep, .breakPromise, .order, .payment, .demand,
    .concede,
    .refusal, .offer, .intel, .lose, .winBack, .plan, .objective,

    // Asking
    .list, .card, .history, .who, .path, .find, .brief, .agenda, .check,

    // Scripting

    // Undo and compare

    // Book and files

    // Session
  ])
}
