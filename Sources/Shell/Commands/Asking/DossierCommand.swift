import PropertyGraph

extension Command {
  /// `dossier CLIENT to FILE.html`.
  static let dossier = Command(
    "dossier", "write all that counts about a client as one page, for a phone or for paper", in: .ask,
    forms: [
      Form(subject: Slot(.thing(.company), "CLIENT"), [Preposition(.to, .file, "FILE.html", required: true)])
    ],
    details: """
      The brief with the map of the deciding collective and charts of shares, orders, refusals and the price waterfall. The
      page needs nothing beside itself. A file of the name is replaced, whole or not at all.
      """
  ) { call, session throws(ShellError) in
    let client = try call.node()
    guard let path = call.text(.to) else { throw call.missing("'to FILE.html'") }
    guard path.lowercased().hasSuffix(".html") else {
      throw .other("a dossier is written to a file .html", at: call.span(.to))
    }
    let page = DossierPage.html(try Dossier(of: client, session: session), session.valueText)
    try FileSink.write(page, to: path, rules: session.rules, at: call.span(.to))
    session.note("wrote \(path)")
  }
}
