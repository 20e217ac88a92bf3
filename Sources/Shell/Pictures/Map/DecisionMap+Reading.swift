import KeyAccounts
import PropertyGraph

extension DecisionMap {
  /// Reads the map of a company.
  init(of client: NodeReference, session: Session) throws(ShellError) {
    self.init(client: client.name, day: session.today)
    let company = ["id": client.idValue]
    var places: [Int64: Int] = [:]
    var found: [(id: Int64, person: Person)] = []
    for row in try session.answer(Question.mapPeople, company).rows {
      guard case .integer(let id) = row[0] else { continue }
      let works = if case .boolean(false) = row[3] { false } else { true }
      found.append((id, Person(name: row[1].word ?? "", title: row[2].word, works: works)))
    }
    var roles: [Int64: [Role]] = [:]
    for row in try session.answer(Question.mapRoles, company).rows {
      guard case .integer(let id) = row[0], let role = row[1].word else { continue }
      roles[id, default: []].append(
        Role(role: role, product: row[2].word, influence: row[3].whole, support: row[4].whole))
    }
    for index in found.indices { found[index].person.roles = roles[found[index].id] ?? [] }
    found.sort {
      ($1.person.influence, $0.person.name, $0.id) < ($0.person.influence, $1.person.name, $1.id)
    }
    for (place, one) in found.enumerated() { places[one.id] = place }
    people = found.map(\.person)
    let ids: [String: Value] = ["people": .list(found.map { .integer($0.id) })]
    func place(_ value: Value) -> Int? { if case .integer(let id) = value { places[id] } else { nil } }
    for row in try session.answer(Question.mapLines, ids).rows {
      guard let from = place(row[0]), let kind = row[1].word.flatMap(Line.Kind.init), let to = place(row[2])
      else { continue }
      lines.append(Line(kind: kind, from: from, to: to, weight: row[3].number))
    }
    for row in try session.answer(Question.mapKnown, ids).rows {
      guard let place = place(row[0]), let name = row[1].word else { continue }
      people[place].knownTo.append(Acquaintance(name: name, strength: row[2].whole))
    }
    for row in try session.answer(Question.mapContacts, ids).rows {
      guard let place = place(row[0]), case .date(let day) = row[1] else { continue }
      people[place].lastContact = day
    }
    rivals = try session.answer(Question.mapRivals, company).rows.map { row in
      var rival = Rival(name: row[0].word ?? "", level: row[1].word, share: row[2].number)
      if case .list(let products) = row[3] { rival.products = products.compactMap(\.word) }
      if case .date(let since) = row[4] { rival.since = since }
      return rival
    }
  }

  /// The map as tables: the people, then the competitors.
  var answers: [Answer] {
    var people = Answer(title: "\(client): the deciding collective")
    people.columns = [
      "person", "title", "reportsTo", "roles", "influence", "support", "knownTo", "lastContact", "relations",
    ]
    people.styles = ["reportsTo", "roles", "knownTo", "relations"].reduce(into: [:]) {
      $0[$1] = ColumnStyle(unit: .words)
    }
    people.rows = self.people.enumerated().map { place, person in
      let superiors = lines.filter { $0.kind == .reportsTo && $0.from == place }.map {
        self.people[$0.to].name
      }
      return [
        .string(person.name), person.title.map(Value.string) ?? .null, .texts(superiors),
        .texts(person.roles.map { $0.role + ($0.product.map { " for \($0)" } ?? "") }),
        person.influence < 0 ? .null : .integer(Int64(person.influence)),
        person.support.map { .integer(Int64($0)) } ?? .null,
        .texts(person.knownTo.map { $0.name + ($0.strength.map { " (\($0))" } ?? "") }),
        person.lastContact.map(Value.date) ?? .null, .texts(relations(of: place)),
      ]
    }
    var rivals = Answer(title: "Competitors", columns: ["competitor", "level", "share", "products", "since"])
    rivals.styles = ["share": ColumnStyle(unit: .percent), "products": ColumnStyle(unit: .words)]
    rivals.rows = self.rivals.map { rival in
      [
        .string(rival.name), rival.level.map(Value.string) ?? .null, rival.share.map(Value.float) ?? .null,
        .texts(rival.products), rival.since.map(Value.date) ?? .null,
      ]
    }
    return rivals.rows.isEmpty ? [people] : [people, rivals]
  }
}

extension Value {
  /// The text that a value is.
  var word: String? { if case .string(let text) = self { text } else { nil } }

  /// The small whole number that a value is; a float is cut.
  var whole: Int? {
    switch self {
    case .integer(let number): Int(exactly: number)
    case .float(let number): Int(exactly: number.rounded(.towardZero))
    default: nil
    }
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}
