/// Whether markup is well-formed: every element ends where it must, every attribute is quoted, nothing is bare.
enum MarkupCheck {
  private static let endless: Set<String> = ["meta", "!doctype"]

  /// What is wrong, or nil.
  static func problem(_ text: String) -> String? {
    var open: [String] = []
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "<") {
      if let wrong = problemOfText(rest[..<mark], isStyle: open.last == "style") { return wrong }
      guard let end = rest[mark...].firstIndex(of: ">") else { return "'<' without '>'" }
      let tag = rest[rest.index(after: mark)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag.dropFirst())> ends nothing" }
        continue
      }
      if tag.contains("<") { return "'<' inside of <\(tag)>" }
      let quotes = tag.count(where: { $0 == "\"" })
      if quotes % 2 != 0 { return "a quote is missing in <\(tag)>" }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      if !tag.hasSuffix("/"), !endless.contains(name) { open.append(name) }
    }
    if let wrong = problemOfText(rest, isStyle: false) { return wrong }
    return open.isEmpty ? nil : "<\(open.joined(separator: "><"))> not ended"
  }

  private static func problemOfText(_ text: Substring, isStyle: Bool) -> String? {
    if !isStyle, text.contains(">") { return "a bare '>' in \(text)" }
    for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" {
      return "a control character in \(text)"
    }
    var rest = text
    while let mark = rest.firstIndex(of: "&") {
      let name = rest[mark...].prefix { $0 != ";" }
      guard ["&amp", "&lt", "&gt", "&quot", "&#39"].contains(String(name)) else {
        return "a bare '&' in \(text)"
      }
      rest = rest[rest.index(after: mark)...]
    }
    return nil
  }
}
