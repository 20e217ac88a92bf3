internal import CLibedit
internal import Glibc

/// The user's `~/.editrc`.
enum EditorConfiguration {
  /// Carries its lines out, one by one: choosing an editor resets every key, so ours are bound again after that.
  static func load(into buffer: EditBuffer) {
    guard let path, let text = contents(of: path), let tokenizer = tok_init(nil) else { return }
    defer { tok_end(tokenizer) }
    for line in text.split(separator: "\n") {
      let line = line.drop(while: \.isWhitespace)
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      var count: Int32 = 0
      var words: UnsafeMutablePointer<UnsafePointer<CChar>?>?
      tok_reset(tokenizer)
      guard tok_str(tokenizer, String(line), &count, &words) == 0, count > 0, let words else { continue }
      let arguments = (0..<Int(count)).compactMap { words[$0].map { String(cString: $0) } }
      _ = el_parse(buffer.handle, count, words)
      guard arguments[0] == "bind" || arguments[0].hasSuffix(":bind") else { continue }
      if arguments.contains("-e") { LineEditor.bindKeys(of: buffer) }
      if arguments.contains("-v") { LineEditor.bindViKeys(of: buffer) }
    }
  }

  private static var path: String? {
    if let path = getenv("EDITRC") { return String(cString: path) }
    return getenv("HOME").map { String(cString: $0) + "/.editrc" }
  }

  private static func contents(of path: String) -> String? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 1 << 20 {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
