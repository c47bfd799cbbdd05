/** Where two short texts differ, character by character, for names that people compare by eye: shared/base/text_difference.h. */
export interface TextRun {
  in: 'both' | 'first' | 'second'
  text: string
}

const kMostCompared = 1000

export function textDifference(first: string, second: string): TextRun[] {
  const [a, b] = [Array.from(first), Array.from(second)]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [rows, columns] = [a.length - head - tail, b.length - head - tail]
  const out: TextRun[] = []
  const put = (kind: TextRun['in'], text: string) => {
    const last = out.at(-1)
    if (last?.in === kind) last.text += text
    else if (text !== '') out.push({ in: kind, text })
  }
  put('both', a.slice(0, head).join(''))
  // Of the two middles, the length of what they have in common from (i, j) on.
  const looked = rows <= kMostCompared && columns <= kMostCompared
  const common = looked ? Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1)) : []
  if (looked)
    for (let i = rows - 1; i >= 0; i--)
      for (let j = columns - 1; j >= 0; j--) common[i]![j] = a[head + i] === b[head + j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  let [i, j] = [0, 0]
  let [onlyFirst, onlySecond] = ['', '']
  const flush = () => {
    put('first', onlyFirst)
    put('second', onlySecond)
    onlyFirst = onlySecond = ''
  }
  while (i < rows || j < columns) {
    if (looked && i < rows && j < columns && a[head + i] === b[head + j]) {
      flush()
      put('both', a[head + i++]!)
      j++
    } else if (i < rows && (j === columns || !looked || common[i + 1]![j]! >= common[i]![j + 1]!)) onlyFirst += a[head + i++]!
    else onlySecond += b[head + j++]!
  }
  flush()
  put('both', a.slice(a.length - tail).join(''))
  return out
}
