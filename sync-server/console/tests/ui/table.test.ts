import { describe, expect, it } from 'vitest'
import { nextSorting, readSorting, sorted, writeSorting, type Column } from '../../src/ui/table'

interface Row { name: string; n: number }
const columns: Column<Row>[] = [{ key: 'name', head: 'Name', by: (r) => r.name }, { key: 'n', head: 'N', by: (r) => r.n }, { key: 'none', head: '' }]
const rows: Row[] = [{ name: 'B10', n: 2 }, { name: 'a2', n: 10 }, { name: 'B2', n: 2 }]
const names = (key: string, down = false) => sorted(rows, columns, { key, down }, 'en').map((r) => r.name)

describe('a table', () => {
  it('is sorted by figures as figures and by words as people read them', () => {
    expect(names('name')).toEqual(['a2', 'B2', 'B10'])
    expect(names('n')).toEqual(['B10', 'B2', 'a2'])
    expect(names('n', true)).toEqual(['a2', 'B10', 'B2'])
  })
  it('stays as it came where nothing is sorted by, and is not changed itself', () => {
    expect(names('none')).toEqual(['B10', 'a2', 'B2'])
    expect(sorted(rows, columns, null, 'en')).toEqual(rows)
    expect(sorted(rows, columns, null, 'en')).not.toBe(rows)
  })
  it('says in the address by what it is sorted, and reads nothing of another table', () => {
    expect(readSorting('-closing.days', 'closing')).toEqual({ key: 'days', down: true })
    expect(readSorting('name', '')).toEqual({ key: 'name', down: false })
    for (const [said, table] of [['closing.days', ''], ['days', 'closing'], ['', ''], ['-', ''], ['closing.', 'closing']] as const) expect(readSorting(said, table)).toBeNull()
    for (const said of ['name', '-name']) expect(writeSorting(readSorting(said, ''), '')).toBe(said)
    expect(writeSorting({ key: 'n', down: true }, 'cells')).toBe('-cells.n')
    expect(writeSorting(null, 'cells')).toBe('')
  })
  it('is sorted up, then down, then not', () => {
    let s = nextSorting(null, 'n')
    expect(s).toEqual({ key: 'n', down: false })
    s = nextSorting(s, 'n')
    expect(s).toEqual({ key: 'n', down: true })
    expect(nextSorting(s, 'n')).toBeNull()
    expect(nextSorting(s, 'name')).toEqual({ key: 'name', down: false })
  })
})
