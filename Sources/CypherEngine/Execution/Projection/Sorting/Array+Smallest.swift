extension [UInt64] {
  /// The number that would stand at a place, counted from 1, if the numbers were sorted.
  ///
  /// - Complexity: O(n) as a rule.
  /// - Precondition: the place is between 1 and the count.
  func smallest(_ place: Int) -> UInt64 {
    var numbers = self
    var low = 0
    var high = count - 1
    let wanted = place - 1
    while low < high {
      let pivot = numbers[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if wanted <= right {
        high = right
      } else if wanted >= left {
        low = left
      } else {
        break
      }
    }
    return numbers[wanted]
  }
}
