/** The rule of what reads like a person, held to the same cases as the library's. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { personalIn } from '../../src/publishing/personal'

const cases = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/personal.json', import.meta.url), 'utf8')) as { text: string; names?: string[]; found: string }[]

it.each(cases)('finds "$found" in "$text"', ({ text, names, found }) => {
  expect(personalIn(text, names ?? [])).toBe(found)
})
