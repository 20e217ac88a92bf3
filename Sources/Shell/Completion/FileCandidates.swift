import Glibc

/// The files that a path may be about to name.
enum FileCandidates {
  /// The paths that begin with a text, sorted: folders end in a slash, hidden ones come only after a dot.
  static func names(beginning text: String) -> [(path: String, isFolder: Bool)] {
    let slash = text.lastIndex(of: "/")
    let folder = slash.map { String(text[...$0]) } ?? ""
    let begun = slash.map { String(text[text.index(after: $0)...]) } ?? text
    let read = folder.isEmpty ? "." : folder
    return FileText.names(in: read).sorted().compactMap { name in
      guard name.hasPrefix(begun), name != ".", name != "..", begun.hasPrefix(".") || !name.hasPrefix(".")
      else { return nil }
      var status = stat()
      let isFolder = stat("\(read)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return (folder + name + (isFolder ? "/" : ""), isFolder)
    }
  }
}
