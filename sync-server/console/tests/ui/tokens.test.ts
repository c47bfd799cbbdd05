import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const kTop = join(__dirname, '../../src')
const css = readFileSync(join(kTop, 'ui/tokens.css'), 'utf8')

function tokensOf(begin: string): Record<string, string> {
  const block = css.slice(css.indexOf(begin)).split('}')[0]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map((m) => [m[1]!, m[2]!]))
}
const light = tokensOf(':root {')
const themes = { light, dark: { ...light, ...tokensOf(":root[data-theme='dark']") } }

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const whole = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c).join('') : hex.slice(1)
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(whole.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

const kGrounds = ['paper', 'card', 'tint', 'line2']
const kInks = ['ink', 'ink2', 'ink3', 'accent', 'accent-ink', 'pass', 'pass-ink', 'part', 'part-ink', 'fail', 'fail-ink', 'na', 'veto']
const kWords: [string, string][] = [
  ...kGrounds.flatMap((ground) => kInks.map((ink): [string, string] => [ink, ground])),
  ...['pass', 'part', 'fail', 'na', 'veto', 'accent'].flatMap((verdict) => [verdict, 'ink', 'ink2', 'ink3'].map((ink): [string, string] => [ink, `${verdict}-soft`])),
  ...['pass', 'part', 'fail', 'accent'].map((verdict): [string, string] => [`${verdict}-ink`, `${verdict}-soft`]),
  ...['accent', 'accent-ink', 'pass', 'part', 'fail', 'ink2'].map((ground): [string, string] => ['on-accent', ground]),
  ['on-fail', 'fail'], ['on-fail', 'fail-ink'], ['nav-ink', 'nav'], ['on-nav', 'nav'], ['ink', 'accent-line'], ['paper-ink', 'paper-white'],
]

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  it.each(kWords)('has words of %s on %s with 4.5 : 1', (ink, ground) => {
    expect(contrast(tokens[ink]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(kGrounds.filter((g) => g !== 'line2').flatMap((ground) => ['outline', 'accent'].map((edge) => [edge, ground])))('has an edge of %s on %s with 3 : 1', (edge, ground) => {
    expect(contrast(tokens[edge]!, tokens[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

/** What is the same in every theme: marks upon a photo, codes and cards on paper, what a hand drew. */
const kOfNoTheme = ['record/mark_shapes.ts', 'record/PhotoMarks.vue', 'ui/QrCode.vue', 'ui/signature.ts', 'members/PrintCards.vue', 'ui/tokens.css']

describe('colours', () => {
  it('are tokens everywhere', () => {
    const files = readdirSync(kTop, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(vue|css|ts)$/.test(f) && !kOfNoTheme.includes(f))
    const own = files.flatMap((f) => {
      const styles = f.endsWith('.vue') ? [...readFileSync(join(kTop, f), 'utf8').matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map((m) => m[1]!) : [readFileSync(join(kTop, f), 'utf8')]
      const colour = f.endsWith('.ts') ? /['"]#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})['"]|rgba?\(/g : /#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|rgba?\(|:\s*(?:white|black)\b/g
      return styles.flatMap((s) => [...s.matchAll(colour)].map((m) => `${f}: ${m[0]}`))
    })
    expect(own).toEqual([])
  })
  it('exist by the name by which they are asked for', () => {
    const files = readdirSync(kTop, { recursive: true, encoding: 'utf8' }).filter((f) => /\.(vue|css|ts)$/.test(f))
    const asked = new Set(files.flatMap((f) => [...readFileSync(join(kTop, f), 'utf8').matchAll(/var\(--([\w-]+)\)/g)].map((m) => m[1]!)))
    const known = new Set([...css.matchAll(/--([\w-]+):/g)].map((m) => m[1]!))
    // Reka UI says where there is room for what floats.
    expect([...asked].filter((name) => !known.has(name) && !name.startsWith('reka-'))).toEqual([])
  })
})
