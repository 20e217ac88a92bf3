import KeyAccounts
import PropertyGraph

extension Command {
  /// `edit [KIND] NAME key=value…`: an empty value takes the property away.
  static let edit = Command(
    "edit",
    guesses: [
      "rename": "edit NAME name=NEW", "change": "edit NAME KEY=VALUE", "update": "edit NAME KEY=VALUE",
      "correct": "edit NAME KEY=VALUE", "set": "edit NAME KEY=VALUE", "birthday": "edit PERSON birthday=DATE",
      "note": "edit NAME note=\"TEXT\"",
    ],
    "change what is known of a thing", in: .record, .writes,
    forms: [Form(subject: Slot(.thing(.anything)), keys: allKeys)]
      + [
        (ThingKind.client, "Company"), (.competitor, "Company"), (.prospect, "Company"),
        (.partner, "Company"),
        (.company, "Company"), (.person, "Person"), (.product, "Product"), (.segment, "Segment"),
        (.area, "Area"),
      ].map { kind, label in
        Form(kind.rawValue, subject: Slot(.thing(kind)), keys: KeyDefinition.of(label))
      },
    details: "An empty value takes a property away: note=",
    examples: [
      Example(
        "edit Северсталь region=Вологда tier=A", "change two properties", after: ["add client Северсталь"],
        prints: "edited Северсталь: region, tier"),
      Example(
        "edit Северсталь tier=", "take a property away", after: ["add client Северсталь tier=A"],
        prints: "edited Северсталь: tier"),
    ]
  ) { call, session throws(ShellError) in
    let node = try call.node()
    guard !call.properties.isEmpty else { throw call.missing("KEY=VALUE") }
    if let entity = KeyAccountModel.entity(node.label) {
      for (index, property) in call.properties.enumerated() where entity.property(property.key) == nil {
        let allowed = entity.properties.map(\.name)
        throw ShellError(
          .unknownKey(
            verb: "edit", property.key, allowed: allowed, near: NearNames.of(property.key, among: allowed)),
          at: call.propertySpans[index])
      }
    }
    _ = try session.run(Recording.edit(node, properties: call.properties))
    session.note("edited \(node.name): \(call.properties.map(\.key).joined(separator: ", "))")
  }

  /// The properties of all things, each name once.
  private static let allKeys: [KeyDefinition] = KeyAccountModel.things.reduce(into: []) { keys, thing in
    for key in KeyDefinition.of(thing.label) where !keys.contains(where: { $0.name == key.name }) {
      keys.append(key)
    }
  }
}
