/// A number with its thousands apart: "13,062".
public func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset).isMultiple(of: 3) { result += "," }
    result.append(digit)
  }
  return (number < 0 ? "-" : "") + result
}
