internal import Persistence
internal import PropertyGraph

extension ExportFormat {
  /// The people with what an address book keeps, and where they work now.
  ///
  /// Source: RFC 6350.
  static let vCard = ExportFormat(
    name: "vcard", summary: "the people as vCards, for an address book", fileExtension: "vcf",
    needsLabel: false
  ) { (graph, options, output) throws(DataError) in
    var options = options
    options.label = options.label ?? "Person"
    for node in graph.nodes(options) {
      guard let name = graph.text("name", of: node) else { continue }
      var lines = ["BEGIN:VCARD", "VERSION:4.0", "FN:" + name.vCardEscaped]
      if let email = graph.text("email", of: node) { lines.append("EMAIL:" + email.vCardEscaped) }
      if let phone = graph.text("phone", of: node) { lines.append("TEL:" + phone.vCardEscaped) }
      if case .date(let birthday)? = graph.key("birthday").map({ graph.value($0, of: node) }) {
        lines.append("BDAY:" + birthday.text.filter { $0 != "-" })
      }
      lines += graph.workLines(of: node)
      if let note = graph.text("note", of: node) { lines.append("NOTE:" + note.vCardEscaped) }
      lines.append("END:VCARD")
      try output.write(lines.map { $0.vCardFolded + "\r\n" }.joined())
    }
  }
}

extension Graph {
  /// A property that is a text and not empty.
  fileprivate func text(_ key: String, of node: NodeID) -> String? {
    guard let key = self.key(key), case .string(let text) = value(key, of: node), !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The company, department and title of each job that has not ended.
  fileprivate func workLines(of person: NodeID) -> [String] {
    guard let type = type("WORKS_AT") else { return [] }
    var companies: [UInt32] = []
    var jobs: [UInt32] = []
    appendNeighbours(of: person.rawValue, type, .outgoing, nodes: &companies, relationships: &jobs)
    var lines: [String] = []
    for (company, job) in zip(companies, jobs) {
      let job = RelationshipID(job)
      if let end = key("to"), !value(end, of: job).isNull { continue }
      guard let name = text("name", of: NodeID(company)) else { continue }
      let department = text("department", of: job).map { ";" + $0.vCardEscaped } ?? ""
      lines.append("ORG:" + name.vCardEscaped + department)
      if let title = text("title", of: job) { lines.append("TITLE:" + title.vCardEscaped) }
    }
    return lines
  }

  private func text(_ key: String, of relationship: RelationshipID) -> String? {
    guard let key = self.key(key), case .string(let text) = value(key, of: relationship), !text.isEmpty else {
      return nil
    }
    return text
  }
}

extension String {
  /// The text with the characters escaped that part or end a value.
  fileprivate var vCardEscaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", ",", ";": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The line in pieces of at most 75 bytes, each further one after a space, no character cut.
  fileprivate var vCardFolded: String {
    var result = ""
    var room = 75
    for scalar in unicodeScalars {
      let size = UTF8.width(scalar)
      if size > room {
        result += "\r\n "
        room = 74
      }
      result.unicodeScalars.append(scalar)
      room -= size
    }
    return result
  }
}
