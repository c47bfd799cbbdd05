import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256'
import { utf8 } from '../../src/base/bytes'
import { checkCosigned } from '../../src/verify/cosigned'
import type { Line } from '../../src/line/line'

const line = (text: string, body: Record<string, unknown> = {}) => ({ payloadBytes: utf8(text), payload: { body } }) as unknown as Line
const by = (content: string) => ({ line: line('{}', { content }), author: { person: { name: '检查员乙' } } })

describe('the second signature', () => {
  it('is over exactly the bytes of the first', async () => {
    const first = line('{"v":1}')
    const good = by(await sha256Hex(utf8('{"v":1}')))
    expect(await checkCosigned(first, { status: 'submitted', cosigned: good })).toEqual([{ id: 'cosigned', state: 'ok', say: 'cosigned.ok', args: { name: '检查员乙' } }])
    expect(await checkCosigned(line('{"v":2}'), { status: 'submitted', cosigned: good })).toMatchObject([{ state: 'bad' }])
  })
  it('is missed only where two have to sign', async () => {
    expect(await checkCosigned(line('{}'), { status: 'incomplete', cosigned: null })).toMatchObject([{ state: 'unknown', say: 'cosigned.missing' }])
    expect(await checkCosigned(line('{}'), { status: 'submitted', cosigned: null })).toEqual([])
  })
})
