/** Receivers: families stand for their kinds, a draft is judged before the server is asked, and a secret is told once. */
import { describe, expect, it, vi } from 'vitest'
import { actHook, askedOf, hookFaults, hooks, kFamilies, toldOf, type HookDraft } from '../../src/hooks/hooks'
import { hooksEn } from '../../src/i18n/hooks.en'
import { hooksZh } from '../../src/i18n/hooks.zh'
import type { Services } from '../../src/people/session'
import { kRecordTypes } from '../../src/trust/record_types'

const held = vi.hoisted(() => ({ services: null as unknown }))
vi.mock('../../src/people/session', async (original) => ({ ...(await original<object>()), services: () => held.services as Services }))

const draft = (change: Partial<HookDraft> = {}): HookDraft => ({ name: '市平台', url: 'https://example.org/hook', regions: ['62'], families: [], from: '', ...change })

describe('kinds', () => {
  it('each kind is of one family, and each family has its word', () => {
    expect(kFamilies.flatMap(([, types]) => types).sort()).toEqual([...kRecordTypes.keys()].sort())
    for (const [family] of kFamilies) for (const words of [hooksZh, hooksEn]) expect(words.hooks.family).toHaveProperty(family)
  })
  it('are told as families where they are whole', () => {
    const review = kFamilies.find(([family]) => family === 'review')![1]
    expect(toldOf([...review, 'site.published'])).toEqual({ families: ['review'], types: ['site.published'] })
    expect(toldOf(review.slice(1)).families).toEqual([])
  })
})

describe('a draft', () => {
  it('is sent as the server takes it', () => {
    expect(askedOf(draft({ name: ' 市平台 ', families: ['review'], from: 0 }))).toEqual({ name: '市平台', url: 'https://example.org/hook', region: '62', types: kFamilies.find(([family]) => family === 'review')![1], from: 0 })
    expect(askedOf(draft({ regions: [] }))).toEqual({ name: '市平台', url: 'https://example.org/hook', region: '', types: [] })
  })
  it('says what it lacks', () => {
    expect(hookFaults(draft(), false)).toEqual([])
    expect(hookFaults(draft({ name: ' ', url: 'http://example.org', regions: [], from: -1 }), false)).toEqual(['name', 'url', 'region', 'from'])
    expect(hookFaults(draft({ regions: [] }), true)).toEqual([])
    for (const url of ['', 'https://', 'ftp://x', 'example.org', 'https:// x']) expect(hookFaults(draft({ url }), true)).toEqual(['url'])
    expect(hookFaults(draft({ from: 1.5 }), true)).toEqual(['from'])
  })
})

describe('a secret', () => {
  it('is shown where the page is looked at, and not kept for later where it arrives behind the person’s back', async () => {
    held.services = { api: { addHook: async () => ({ hook: { id: 'h', name: '市平台' }, secret: 'whsec_x' }), hooks: async () => ({ items: [], log_size: 0, may_register: true }) } }
    hooks.looked = true
    expect(await actHook(null, {})).toBe(true)
    expect(hooks.secret).toEqual({ name: '市平台', text: 'whsec_x' })
    Object.assign(hooks, { looked: false, secret: null })
    expect(await actHook(null, {})).toBe(true)
    expect(hooks.secret).toBeNull()
  })
})
