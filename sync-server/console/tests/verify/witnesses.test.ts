import { describe, expect, it } from 'vitest'
import { LogFault } from '../../src/log/watch'
import type { KeyValue } from '../../src/storage/database'
import { checkWitnesses, namedWitnesses, nameWitnesses } from '../../src/verify/witnesses'

const key = 'witness.example.com/w1+745fb5e8+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU'
const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const log = '— example.com/behind-the-sofa be1zqQx8hYrJJIfiWfY39ShElJ74dPrOjXSgJJ2qG3vny2U7JyHN2kKCWb5H5e2MfxP7My2OyDRrDvCH/RbVubiZ8AE=\n'
const line = '— witness.example.com/w1 dF+16AAAAABkGFDLUwBLV8e4tjvb6qEHiNTQjDZIX+7tvd038taw9A7W/cQ7ZhSah0uJMOI6CTPez5qwHtE49MrkWhU349mtYmi3Dw==\n'

function place(note: string | Error, take: () => Promise<{ size: number }> = () => Promise.resolve({ size: 20852163 })) {
  const kept = new Map<string, unknown>()
  const store: KeyValue = {
    get: <T>(name: string) => Promise.resolve(kept.get(name) as T | undefined),
    write: (changes) => Promise.resolve(Object.entries(changes).forEach(([name, value]) => (value === undefined ? kept.delete(name) : kept.set(name, value)))),
    names: () => Promise.resolve([]),
    clear: () => Promise.resolve(),
  }
  const api = { shownCheckpoint: () => (note instanceof Error ? Promise.reject(note) : Promise.resolve(note)) }
  return { store, api, watch: { take, seen: null } as never }
}

describe('the witnesses that a person names', () => {
  it('are kept by their keys, and what is none is told by its line', async () => {
    const { store } = place('')
    expect(await nameWitnesses(`\n${key}\n\n`, store)).toBeNull()
    expect(await namedWitnesses(store)).toEqual([key])
    expect(await nameWitnesses(`${key}\nwords`, store)).toEqual({ key: 'bad', line: 2 })
    expect(await nameWitnesses(`${key}\n ${key} `, store)).toEqual({ key: 'twice', line: 2 })
    expect(await namedWitnesses(store)).toEqual([key])
    expect(await nameWitnesses('  ', store)).toBeNull()
    expect(await namedWitnesses(store)).toEqual([])
  })
})

describe('what they say of a record', () => {
  const judged = async (p: ReturnType<typeof place>, index = 5) => {
    await nameWitnesses(key, p.store)
    return checkWitnesses(index, p)
  }
  it('is nothing where none is named', async () => expect(await checkWitnesses(5, place(''))).toBeNull())
  it('is that they signed a state that holds it', async () => {
    expect(await judged(place(body + '\n' + log + line))).toMatchObject({ id: 'witnesses', state: 'ok', say: 'witnesses.some', args: { by: 1, named: 1, size: 20852163 } })
  })
  it('is neither where they did not, or not yet', async () => {
    expect(await judged(place(body + '\n' + log))).toMatchObject({ state: 'unknown', say: 'witnesses.none' })
    expect(await judged(place(body + '\n' + log + line), 20852163)).toMatchObject({ state: 'unknown', say: 'witnesses.early' })
    expect(await judged(place(new TypeError('no network')))).toMatchObject({ state: 'unknown', say: 'witnesses.unread' })
  })
  it('is bad where a line is not theirs, or the state is of another log', async () => {
    expect(await judged(place(body.replace('163', '164') + '\n' + log + line))).toMatchObject({ state: 'bad', say: 'witnesses.bad' })
    expect(await judged(place(body + '\n' + log + line, () => Promise.reject(new LogFault('inconsistent', ''))))).toMatchObject({ state: 'bad', say: 'consistency.inconsistent' })
  })
})
