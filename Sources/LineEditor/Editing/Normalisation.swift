@_spi(_Unicode) internal import Swift

extension String {
  /// The text in the composed form (NFC), in which the graph keeps names.
  ///
  /// The toolchain's own composition is not public without the whole of Foundation, hence the import above.
  var composed: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: _nfc)
    return String(view)
  }
}
