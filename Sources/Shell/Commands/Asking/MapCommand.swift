import PropertyGraph

extension Command {
  /// `map CLIENT [to FILE]`: the deciding collective.
  static let map = Command(
    "map", "draw the deciding collective of a client: who reports to whom, who decides, who knows them",
    in: .ask,
    forms: [Form(subject: Slot(.thing(.company), "CLIENT"), [Preposition(.to, .file)])],
    details: """
      A tree by reporting lines, with parts by product, influence, support from -2 to +2, who of us knows whom and how well,
      the last contact, whom they influence, and the competitors. 'to FILE' writes a drawing instead: .svg, .html, or .dot
      for Graphviz; a file of the name is replaced. Formats for programs get tables.
      """,
    examples: [
      Example(
        "map Acme", "a small collective",
        after: [
          "add own Us", "add client Acme", "add competitor Timken", "add product seals",
          "add person Olga at Us",
          "add person Ivan at Acme as Buyer", "add person Mary at Acme as Director",
          "reports-to Ivan to Mary",
          "knows Olga with Ivan strength=4", "role decider Mary at Acme for seals influence=9 support=-1",
          "role buyer Ivan at Acme influence=5 support=2", "influences Ivan on Mary weight=80%",
          "log call with Ivan by Olga on 2026-11-02", "rival Timken at Acme for seals level=bidding",
        ],
        prints: """
          Acme: the deciding collective on 2026-11-20

          Mary · Director
          │  decider for seals, influence 9, support -1
          │  known to nobody of us; never met
          └─ Ivan · Buyer
                buyer, influence 5, support +2
                known to Olga (4); last met 2026-11-02
                influences Mary (80%)

          Competitors
            Timken: bidding, for seals, since 2026-11-20
          """)
    ]
  ) { call, session throws(ShellError) in
    let map = try DecisionMap(of: try call.node(), session: session)
    if let path = call.text(.to) {
      guard let file = MapFile(path: path) else {
        throw .other("a map is written to a file .svg, .html or .dot", at: call.span(.to))
      }
      try FileSink.write(file.text(map), to: path, rules: session.rules, at: call.span(.to))
      session.note("wrote \(path)")
    } else if session.screen.format.name == ResultFormat.table.name {
      session.say(MapTree.text(map, glyphs: session.rules.glyphs, columns: session.screen.columns))
    } else {
      for answer in map.answers { session.show(answer) }
    }
  }
}
