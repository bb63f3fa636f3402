/// A certificate for `localhost` and its key, made for the tests and trusted by nobody else.
public enum LocalhostCertificate {
  /// The certificate as PEM text.
  public static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBdDCCARqgAwIBAgIUUzEUp5X9m5nCy2cCI50kn0idceUwCgYIKoZIzj0EAwIw
    FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAx
    MDAwMDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAATLRlXDTi2Vw93Ec4tC1R542CtSGO3s4ETpeNLbEAeg9P9s1jTRqbcD
    Hb3eF1rFNkZ8537BIbpogPs1g+Q0lxQ5o0gwRjAPBgNVHRMBAf8EBTADAQH/MBQG
    A1UdEQQNMAuCCWxvY2FsaG9zdDAdBgNVHQ4EFgQUbOs1WGPLa3qu8nAaawPzkyr9
    5J8wCgYIKoZIzj0EAwIDSAAwRQIhALuGdFQmvIBl+qDAPQrXKuI/0QuR0Qrawo87
    XZSxY+fsAiBC5il7Z/OfUleQv22moEvlmYW745nfDyGzHTHfgQUwgA==
    -----END CERTIFICATE-----
    """
  /// The private key as PEM text.
  public static let key = """
    -----BEGIN EC PRIVATE KEY-----
    MHcCAQEEIFDbkbzIYxMK5YonR03BmKNQkuDeBehMWWVB1K/xb7OsoAoGCCqGSM49
    AwEHoUQDQgAEy0ZVw04tlcPdxHOLQtUeeNgrUhjt7OBE6XjS2xAHoPT/bNY00am3
    Ax293hdaxTZGfOd+wSG6aID7NYPkNJcUOQ==
    -----END EC PRIVATE KEY-----
    """
}
