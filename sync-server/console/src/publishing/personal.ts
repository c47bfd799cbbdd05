/**
 * Whether a text that is to be public reads as if it told of a person: a mobile number, an identity number, one of the
 * names that the record holds. The rule of shared/records/publication/personal.h, told before somebody signs; both are
 * held to tests/unit/records/cases/personal.json.
 */
interface Seen {
  /** Half width, small. */
  one: string
  from: number
  to: number
}

const kInvisible = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]/
const kSpace = /[\s\x85\u2000-\u200a\u202f\u205f]/
const kParting = ' -.·•_/()–—―‐‑‒−'
const kWidestGap = 3
const kChinese = '零一二三四五六七八九'

function seenIn(text: string): Seen[] {
  const out: Seen[] = []
  let at = 0
  for (const one of text) {
    const from = at
    at += one.length
    if (kInvisible.test(one)) continue
    const code = one.codePointAt(0) ?? 0
    const plain = kSpace.test(one) ? ' ' : code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : one
    out.push({ one: /[A-Z]/.test(plain) ? plain.toLowerCase() : plain, from, to: at })
  }
  return out
}

/** '' for what is no digit. */
function digitOf(one: string): string {
  if (/^[0-9]$/.test(one)) return one
  if (kChinese.includes(one)) return String(kChinese.indexOf(one))
  return one === '幺' ? '1' : one === '〇' || one === '○' ? '0' : ''
}

interface Group {
  digits: string
  from: number
  to: number
}

/** The number that begins at `at`, in its groups; where it ends, and whether an X ends it. */
function chainAt(seen: Seen[], start: number): { groups: Group[]; end: number; check: boolean } {
  const groups: Group[] = []
  let at = start
  for (;;) {
    const group = { digits: '', from: seen[at].from, to: seen[at].from }
    for (; at < seen.length && digitOf(seen[at].one) !== ''; ++at) {
      group.digits += digitOf(seen[at].one)
      group.to = seen[at].to
    }
    groups.push(group)
    let next = at
    while (next < seen.length && next - at < kWidestGap && kParting.includes(seen[next].one)) ++next
    if (next === at || next === seen.length || digitOf(seen[next].one) === '') break
    at = next
  }
  return { groups, end: at, check: seen[at]?.one === 'x' }
}

/** GB 11643: a region's six digits, the day of birth, three digits and a check digit, which may be X. */
const isIdentity = (digits: string, check: boolean): boolean =>
  digits.length === (check ? 17 : 18) && /^[1-9]\d{5}(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(digits)
const isMobile = (digits: string): boolean => /^(0|86|086|0086)?1[3-9]\d{9}$/.test(digits)

function numberIn(text: string): string {
  const seen = seenIn(text)
  for (let at = 0; at < seen.length; ++at) {
    if (digitOf(seen[at].one) === '') continue
    const { groups, end, check } = chainAt(seen, at)
    for (const [first, { from }] of groups.entries()) {
      let digits = ''
      for (let last = first; last < groups.length && digits.length <= 17; ++last) {
        digits += groups[last].digits
        const checked = check && last + 1 === groups.length
        if (isIdentity(digits, false) || (checked && isIdentity(digits, true)) || isMobile(digits)) return text.slice(from, groups[last].to)
      }
    }
    at = end - 1
  }
  return ''
}

const squeezed = (text: string): string => seenIn(text).map(({ one }) => one).filter((one) => !kParting.includes(one)).join('')
const worded = (text: string): string => seenIn(text).map(({ one }) => one).join('').replace(/ {2,}/g, ' ')
const isWord = (one: string | undefined): boolean => one !== undefined && /[0-9a-z]/.test(one)

/** In Latin letters a name is words; in others it is found wherever its characters follow each other. */
function names(text: string, name: string): boolean {
  const words = worded(name)
  if (!/^[\x00-\x7f]*$/.test(words)) {
    const sought = squeezed(name)
    return sought !== '' && squeezed(text).includes(sought)
  }
  if (words === '' || words === ' ') return false
  const all = worded(text)
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) {
    if (!isWord(all[at - 1]) && !isWord(all[at + words.length])) return true
  }
  return false
}

/** What was found, as it stands there (a name as the record has it); '': nothing. */
export function personalIn(text: string, people: string[]): string {
  return people.find((name) => names(text, name)) ?? numberIn(text)
}
