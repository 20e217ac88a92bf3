extension CommandRegistry {
  /// The verbs that kamsh brings along; one line each, in the order in which help is to think of them.
  static let standard = CommandRegistry([
    // Recording
    .add, .edit, .delete, .combine, .works, .move, .reportsTo, .knows, .influences, .conflicts, .belongs,
    .buys, .role, .manage, .handover, .rival, .log, .promise, .keep, .breakPromise, .order, .payment,
    .demand, .concede, .refusal, .offer, .intel, .lose, .winBack, .plan, .objective,

    // Asking
    .list, .card, .history, .who, .path, .find, .brief, .map, .dossier, .agenda, .check,

    // Reporting
    .report,

    // Scripting
    .let, .print, .remark, .columns, .if, .else, .for, .end, .assert, .fail, .param, .run,

    // Undo and compare
    .undo, .redo, .begin, .commit, .rollback, .snapshot, .diff, .restore, .whatIf,

    // Book and files
    .open, .save, .import, .export,

    // Session
    .help, .quit, .format, .timer, .timeit, .limits, .cypher, .schema,
  ])
}
