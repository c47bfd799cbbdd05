/**
 * What JSON.parse lets pass and a signed text must not leave open (RECORDS.md): a member that stands twice, and escapes
 * in the names of the common members and in `type`. Throws an Error with a sentence. `text` has been parsed to `value`.
 */
export function checkPayloadForm(text: string, value: unknown): void {
  let members = 0
  let depth = 0
  let name = '' // the common member whose value comes
  for (const [token, string] of tokensOf(text)) {
    if (token === '{' || token === '[') depth++
    if (token === '}' || token === ']') depth--
    if (string === undefined) continue
    const isName = token.endsWith(':')
    if (isName) members++
    if (depth !== 1) continue
    const escaped = string.includes('\\')
    if (escaped && isName) throw new Error('the names of the common members are written without escapes')
    if (escaped && name === 'type') throw new Error('the type is written without escapes')
    name = isName ? string : ''
  }
  if (members !== membersOf(value)) throw new Error('a member stands twice in one object')
}

/** Brackets, and strings with what stands between their quotes; a name's token ends with its colon. */
function* tokensOf(text: string): Generator<[string, string | undefined]> {
  for (const m of text.matchAll(/[{}[\]]|"([^"\\]*(?:\\.[^"\\]*)*)"(?:\s*:)?/gs)) yield [m[0], m[1]]
}

function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside = Object.values(value)
  return (Array.isArray(value) ? 0 : inside.length) + inside.reduce<number>((sum, v) => sum + membersOf(v), 0)
}
