/** Terms of keeping: the cases are the library's too. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newestOn } from '../../src/folds/versions'
import { isShort, statedTerm, type Retention, type Term } from '../../src/retention/retained'

const file = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/retention.json', import.meta.url), 'utf8')) as {
  tables: Retention[]
  cases: { day: string; kind: string; holding: string[]; stated: Term | null; term: Term; short: boolean }[]
}

describe('terms of keeping', () => {
  it.each(file.cases)('on $day of $kind', ({ day, kind, holding, stated, term, short }) => {
    const tables = newestOn(day, file.tables)
    expect(tables.map((one) => one.title.zh)).toEqual(holding)
    expect(statedTerm(kind, tables)?.term ?? null).toBe(stated)
    expect(isShort(kind, term, tables)).toBe(short)
  })
})
