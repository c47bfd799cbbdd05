import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import type { Services } from '../../src/people/session'
import { gradeWords, nameGrades } from '../../src/publishing/grades'

const held = vi.hoisted(() => ({ services: null as unknown }))
vi.mock('../../src/people/session', async (original) => ({ ...(await original<object>()), services: () => held.services as Services }))

const text = readFileSync(new URL('../fake/checklist.json', import.meta.url), 'utf8')
let asked: string[]
beforeEach(async () => {
  asked = []
  const sha256 = await sha256Hex(utf8(text))
  const listed = (version: string, hash = sha256) => ({ id: '6a', version, sha256: hash, title: {} })
  held.services = { api: {
    rounds: async () => (asked.push('list'), { rounds: [], checklists: [listed('1'), listed('2'), listed('3', 'f'.repeat(64))] }),
    file: async (hash: string) => (asked.push(hash), utf8(text)),
  } }
})

describe('a grade', () => {
  it('is called as its checklist calls it, once that was read', async () => {
    const result = { checklist: '6a', version: '1', grade: 'handover' }
    expect(gradeWords(result)).toBe('handover')
    await nameGrades([result, result])
    expect(gradeWords(result)).toBe('移送查处')
    expect(gradeWords({ ...result, version: '2' }), 'of another version').toBe('handover')
    const before = asked.length
    await nameGrades([result])
    expect(asked.length).toBe(before)
  })
  it('stays what was signed where there is no document, another one, or no such grade', async () => {
    const results = [{ checklist: '6a', version: '9', grade: 'good' }, { checklist: '6a', version: '3', grade: 'good' }, { checklist: '6a', version: '1', grade: 'other' }, { checklist: '6a', version: '1' }]
    await nameGrades(results)
    expect(results.map(gradeWords)).toEqual(['good', 'good', 'other', ''])
    held.services = { api: { rounds: () => Promise.reject(new Error('offline')) } }
    await nameGrades([{ checklist: 'x', version: '1', grade: 'good' }])
  })
})
