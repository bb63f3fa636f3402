import Testing

@testable import PeopleSearch

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Ada Lovelace", "ada lovelace"), ("Łukasz ŻAL", "lukasz zal"), ("Søren Đorđević", "soren dordevic"),
    ("İstanbul ışık", "istanbul isik"), ("Ærøskøbing", "aeroskobing"),
    ("STRASSE Straße STRAẞE", "strasse strasse strasse"),
    ("Þórður Guðmundsson", "thordur gudmundsson"), ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"), ("Ёлкин Йорк", "елкин иорк"),
    ("\u{FF21}\u{FF24}\u{FF21}", "ada"), ("O’Brien", "o'brien"), ("Jean‑Luc", "jean-luc"),
    ("مُحَمَّد", "محمد"), ("कमलेश", "कमलेश"), ("李明", "李明"),
  ])
  func caseAndDiacriticsGo(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  @Test func composedAndDecomposedTextAreTheSame() {
    #expect(
      folded("Zoë \u{C5} が 한글")
        == folded("Zoe\u{308} A\u{30A} か\u{3099} \u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"))
  }

  @Test func lettersThatDifferInOtherScriptsStayDifferent() {
    #expect(folded("が") != folded("か"))
    #expect(folded("कि") != folded("क"))
  }

  @Test(arguments: [
    ("  a \t\u{A0}\u{3000}b\n", "a b"), ("", ""), (" \u{2003} ", ""), ("a\u{200D}\u{FE0F}\u{AD}b", "ab"),
    ("\u{301}", ""),
    ("a \u{301} b", "a b"), ("\u{0}a\u{7F}", "a"),
  ])
  func whiteSpaceRunsAreOneSpaceAndInvisibleCharactersGo(text: String, expected: String) {
    #expect(folded(text) == expected)
  }

  /// Nothing traps, and folding again changes nothing.
  @Test func everyLetterFoldsForGood() {
    let unused: Set<Unicode.GeneralCategory> = [.unassigned, .privateUse]
    var folding = Folding()
    func fold(_ text: String) -> [UInt8] {
      var bytes: [UInt8] = []
      folding.fold(text) { byte, _ in bytes.append(byte) }
      return bytes
    }
    for scalar in (UInt32(0)...0x10_FFFF).lazy.compactMap(Unicode.Scalar.init)
    where !unused.contains(scalar.properties.generalCategory) && !scalar.properties.isUnifiedIdeograph {
      let once = fold("a\(scalar)b")
      if fold(String(decoding: once, as: UTF8.self)) != once { Issue.record("U+\(String(scalar.value, radix: 16))") }
    }
  }
}
