import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256'
import { recompute, type Document } from '../../src/record/recompute'
import { builtEngine } from '../built_engine'

const textOf = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8')
const none = () => Promise.reject(new Error('nothing is fetched'))

async function documentOf(text: string, attachments = new Map<string, string>()): Promise<Document> {
  return { sha256: await sha256Hex(new TextEncoder().encode(text)), text, attachments }
}

describe('a record’s score, reckoned again', () => {
  it('stands where the answers give it, and is told where they give another', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const text = textOf('assets/checklists/6a.json')
    const answers = JSON.parse(textOf('tests/unit/checklist/fixtures/6a-veto.json')) as Record<string, unknown>
    const { checklist } = engine.ask<{ checklist: number }>({ do: 'open', document: text })
    const { stated } = engine.ask<{ stated: { points: number } }>({ do: 'score', checklist, answers })
    const document = await documentOf(text)
    const load = async () => engine

    const same = await recompute(document, { ...answers, score: stated }, none, load)
    expect(same.check).toMatchObject({ id: 'score', state: 'ok' })
    expect(same.items.size).toBeGreaterThan(10)
    const other = await recompute(document, { ...answers, score: { ...stated, points: stated.points + 1 } }, none, load)
    expect(other.check).toMatchObject({ state: 'bad', say: 'score.bad' })
    // An answer that the checklist cannot take is no reason to say nothing.
    const strange = await recompute(document, { ...answers, answers: { nothing: 'of the kind' }, score: stated }, none, load)
    expect(strange.check).toMatchObject({ state: 'bad', say: 'score.refused' })
  })

  it('reads the lists of choices that answers were taken from, held to their hashes', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const list = new TextEncoder().encode('name,label\nv1,一村\nv2,二村\n')
    const hash = await sha256Hex(list)
    const text = JSON.stringify({
      id: 'L', version: '1', kind: 'test', languages: ['zh'], title: 'L', attachments: { 'villages.csv': hash }, scoring: {}, grades: [{ id: 'g', label: 'G', tone: 'pass' }],
      sections: [{ id: 's', title: 'S', items: [{ id: '1', text: 'A', points: 5, questions: [{ id: 'village', type: 'select_one', file: 'villages.csv', label: 'V' }, { id: 'c', type: 'select_one', label: 'C', choices: [{ name: 'ok', label: 'O', verdict: 'pass' }, { name: 'no', label: 'N', verdict: 'fail' }] }] }] }],
    })
    const document = await documentOf(text, new Map([['villages.csv', hash]]))
    const load = async () => engine
    const swapped = await recompute(document, { answers: { village: 'v1' }, score: {} }, async () => new TextEncoder().encode('name\nv9\n'), load)
    expect(swapped.check).toMatchObject({ state: 'bad' })
    expect(swapped.check.args?.detail).toMatch(/villages\.csv/)
    const away = await recompute(document, { answers: { village: 'v1' }, score: {} }, none, load)
    expect(away.check.state).toBe('unknown')
    const read = await recompute(document, { answers: { village: 'v1' }, score: {} }, async () => list, load)
    expect(JSON.stringify(read.check)).toContain('score.bad')
    const stranger = await recompute(document, { answers: { village: 'v9' }, score: {} }, async () => list, load)
    expect(stranger.check.say).toBe('score.refused')
  })
})
