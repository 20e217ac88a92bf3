import Glibc
import CypherSyntax
import KeyAccounts
import PropertyGraph

extension Command {
  /// `order CLIENT for PRODUCT QUANTITY [@PRICE] [-DISCOUNT%] [for …]… [by PERSON]`.
  static let order = Command(
    "order", "record a purchase with its lines", in: .record, .writes,
    forms: [
      Form(
        subject: Slot(.thing(.client)),
        [
          Preposition(
            .for, .text, "PRODUCT QUANTITY [@PRICE] [-DISCOUNT%]", required: true, repeatable: true,
            of: .names(label: "Product", key: "name")),
          Preposition(.by, .thing(.person), "OUR MANAGER", of: .colleagues), Preposition(.on, .date),
        ], keys: KeyDefinition.of("Order", except: ["date"]))
    ],
    details: """
      Without a price a line takes the list price of the product. The cost is that of the product on that day. A comma
      separates lines as 'for' does: order for Северсталь: bearings 100 @12.5, seals 40.
      """,
    examples: [
      Example(
        "order Северсталь for bearings 100 @12.5 -5% for seals 40 on 2026-11-02 number=A-17", "two lines",
        after: [
          "add client Северсталь", "add product bearings unitCost=8", "add product seals listPrice=3",
        ], prints: "order of Северсталь: 2 lines, 1307.50")
    ]
  ) { call, session throws(ShellError) in
    let client = try call.node()
    var fact = FactDraft("Order", call)
    fact.set("date", call.value(.on) ?? session.todayValue)
    if call.value("status") == nil { fact.set("status", .string("placed")) }
    fact.link("AT", client, as: "client")
    fact.link("BY", call.node(.by), as: "manager")
    var total = 0.0
    var count = 0
    for object in call.objects where object.word == .for {
      guard case .value(.string(let text)) = object.argument else { continue }
      for text in OrderLine.texts(of: text) {
        let line = try OrderLine(text, at: object.span, session)
        count += 1
        total += line.amount
        fact.link("FOR", line.product, as: "product\(count)", properties: line.properties)
      }
    }
    let sum = (total * 100).rounded() / 100
    let cents = Int64((sum.magnitude * 100).rounded())
    let amount = "\(sum < 0 ? "-" : "")\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    try session.record(fact, "order of \(client.name): \(count) line\(count == 1 ? "" : "s"), \(amount)")
  }
}

/// One line of an order: `bearings 100 @12.5 -5%`.
private struct OrderLine {
  let product: NodeReference
  let properties: Recording.Properties
  let amount: Double

  /// The lines between whose commas something ends that can be a line: names may hold commas, too.
  static func texts(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      line += (line.isEmpty ? "" : " ") + word
      guard word.last == ",", line.contains(" "), isFigure(word[...]) || isFigure(line[...]) else { continue }
      lines.append(String(line.dropLast()))
      line = ""
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Whether a quantity, a price or a discount begins.
  private static func isFigure(_ text: Substring) -> Bool {
    text.first.map { $0.isNumber || "@-".contains($0) } ?? false
  }

  /// Reads a line from its end, as the product's name may be several words.
  ///
  /// - Throws: a line without a quantity, a product that is not there, a price that is nowhere.
  init(_ text: String, at span: Span, _ session: Session) throws(ShellError) {
    func refused() -> ShellError {
      ShellError(
        .badValue(place: "for", text, expected: "a product, a quantity and perhaps @PRICE and -DISCOUNT%"),
        at: span)
    }
    var words = text.split(separator: " ").map(String.init)
    var discount = 0.0
    if let last = words.last, last.hasPrefix("-"), last.hasSuffix("%") {
      guard let fraction = ValueReader.fraction(String(last.dropFirst())), (0...1).contains(fraction) else {
        throw refused()
      }
      discount = fraction
      words.removeLast()
    }
    var price: Double?
    if let at = words.lastIndex(where: { $0.hasPrefix("@") }) {
      let digits = words[at...].joined().dropFirst()
      guard let amount = ValueReader.amount(String(digits), suffixes: true) else { throw refused() }
      price = amount
      words.removeSubrange(at...)
    }
    // People say `100 bearings` as well.
    if let first = words.first, let last = words.last, ValueReader.amount(last, suffixes: true) == nil,
      ValueReader.amount(first, suffixes: true) != nil
    {
      words.append(words.removeFirst())
    }
    guard words.count >= 2, let last = words.popLast(),
      let quantity = ValueReader.amount(last, suffixes: true)
    else { throw refused() }
    product = try session.find(words.joined(separator: " "), [.product], at: span)
    let known = try session.rows(
      "MATCH (p:Product) WHERE id(p) = $id RETURN toFloat(p.listPrice), p.unitCost", ["id": product.idValue])
    if price == nil, case .float(let list)? = known.first?.first { price = list }
    guard let price else {
      throw ShellError.other(
        "\(product.name) has no list price", hint: "give one: \(product.name) \(last) @PRICE", at: span)
    }
    var properties: Recording.Properties = [("quantity", .float(quantity)), ("price", .float(price))]
    if discount > 0 { properties.append(("discount", .float(discount))) }
    if let cost = known.first?.last, !cost.isNull { properties.append(("cost", cost)) }
    self.properties = properties
    amount = quantity * price * (1 - discount)
  }
}
