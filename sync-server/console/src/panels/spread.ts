/**
 * Mean, median and spread of scores, the twin of shared/records/panel/spread.h: integers in thousandths, whole sums, one
 * rounding half up. The cases that both are held to stand in tests/unit/records/cases/panels.json. Pure.
 */
const rounded = (num: bigint, den: bigint) => Number((2n * num + den) / (2n * den))
const sum = (values: bigint[]) => values.reduce((a, b) => a + b, 0n)
const byValue = (a: number, b: number) => a - b

export const meanOf = (values: readonly number[]): number => rounded(sum(values.map(BigInt)), BigInt(values.length))

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort(byValue)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : meanOf([sorted[middle - 1]!, sorted[middle]!])
}

export const rangeOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/** The largest whole r with (2r − 1)² ≤ 4·num ÷ den: the root, rounded half up. */
function rootOfRatio(num: bigint, den: bigint): number {
  let low = 0n
  let high = 1_000_000_001n
  while (high - low > 1n) {
    const middle = low + (high - low) / 2n
    const twice = 2n * middle - 1n
    if (twice * twice <= (4n * num) / den) low = middle
    else high = middle
  }
  return Number(low)
}

/** Of a sample; 0 of one value. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0
  const n = BigInt(values.length)
  const wide = values.map(BigInt)
  const total = sum(wide)
  return rootOfRatio(n * sum(wide.map((v) => v * v)) - total * total, n * (n - 1n))
}
