internal import CLibedit
internal import Glibc

/// The text that libedit edits, and the handle of libedit itself.
///
/// libedit keeps the text, the cursor, the kill ring and the key maps. It draws into the void: `Display` shows the
/// text, since libedit knows neither continuation prompts nor marks that combine.
final class EditBuffer {
  /// A function that keys are bound to: what it is called in `.editrc`, what it does, and how.
  struct Function {
    let name: String
    let help: String
    let body: kamsh_editor_function
  }

  let handle: OpaquePointer
  private let void: UnsafeMutablePointer<FILE>
  private let history: OpaquePointer?
  /// The names of functions: libedit keeps the pointers.
  private var names: [UnsafeMutableBufferPointer<wchar_t>] = []

  /// Makes a buffer over a terminal; nil where libedit can't.
  ///
  /// - Parameter client: who is given to the functions and to the reader; it must outlive the buffer.
  init?(input: Int32, output: Int32, client: AnyObject, reader: @escaping el_rfunc_t) {
    guard let void = fopen("/dev/null", "w+e") else { return nil }
    guard let handle = el_init_fd("kamsh", void, void, void, input, output, output) else {
      fclose(void)
      return nil
    }
    self.handle = handle
    self.void = void
    history = history_winit()
    _ = kamsh_set_client(handle, Unmanaged.passUnretained(client).toOpaque())
    _ = kamsh_set_reader(handle, reader)
    _ = kamsh_set_signals(handle, 0)
    _ = "emacs".withWideString { kamsh_set_editor(handle, $0) }
  }

  deinit {
    el_end(handle)
    if let history { history_wend(history) }
    fclose(void)
    names.forEach { $0.deallocate() }
  }

  /// The characters, each a scalar.
  var scalars: [Unicode.Scalar] {
    guard let line = el_wline(handle), let start = line.pointee.buffer, let end = line.pointee.lastchar,
      end > start
    else { return [] }
    return UnsafeBufferPointer(start: start, count: end - start).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
  }

  /// Whether there is no text.
  var isEmpty: Bool { scalars.isEmpty }

  /// The text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where the cursor stands, in scalars.
  var cursor: Int {
    get { Int(el_cursor(handle, 0)) }
    set { _ = el_cursor(handle, Int32(clamping: newValue - cursor)) }
  }

  /// Puts a text where the cursor stands.
  func insert(_ text: String) {
    guard !text.isEmpty else { return }
    _ = text.withWideString { el_winsertstr(handle, $0) }
  }

  /// Puts a text in the place of a range of scalars; the cursor stands behind it.
  func replace(_ range: Range<Int>, with text: String) {
    cursor = range.upperBound
    el_deletestr(handle, Int32(clamping: range.count))
    insert(text)
  }

  /// Puts a text in the place of all; the cursor stands behind it.
  func replaceAll(with text: String) { replace(0..<scalars.count, with: text) }

  /// Lets libedit read a line by its key maps; the text is whatever the functions made of it.
  func edit() { _ = el_wgets(handle, nil) }

  /// Registers functions, so that keys can be bound to them.
  func add(_ functions: [Function]) {
    for function in functions {
      _ = kamsh_add_function(handle, kept(function.name), kept(function.help), function.body)
    }
  }

  private func kept(_ text: String) -> UnsafePointer<wchar_t>? {
    let wide = text.wide
    let name = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: wide.count)
    _ = name.initialize(from: wide)
    names.append(name)
    return UnsafePointer(name.baseAddress)
  }

  /// Binds keys to a function, in vi's command mode as well where `alternate`.
  func bind(_ keys: String, to function: String, alternate: Bool = false) {
    _ = keys.withWideString { keys in
      function.withWideString { function in
        alternate ? kamsh_bind_alternate(handle, keys, function) : kamsh_bind(handle, keys, function)
      }
    }
  }

  /// Gives libedit's own functions a history, oldest first.
  func setHistory(_ entries: some Sequence<String>, limit: Int) {
    guard let history else { return }
    _ = kamsh_history_limit(history, Int32(clamping: limit))
    for entry in entries { addToHistory(entry) }
    _ = kamsh_set_history(handle, history)
  }

  /// Adds one entry to that history.
  func addToHistory(_ entry: String) {
    guard let history else { return }
    _ = entry.withWideString { kamsh_history_enter(history, $0) }
  }
}

extension String {
  /// The text as C's wide characters, ended by zero.
  func withWideString<R>(_ body: (UnsafePointer<wchar_t>) -> R) -> R {
    wide.withUnsafeBufferPointer { body($0.baseAddress!) }
  }

  fileprivate var wide: [wchar_t] {
    unicodeScalars.map { wchar_t(bitPattern: $0.value) }.filter { $0 != 0 } + [0]
  }
}
