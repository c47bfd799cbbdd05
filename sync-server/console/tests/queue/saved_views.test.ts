import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem } from '../../src/api/problem'
import type { SavedViews } from '../../src/api/types'

/** What the server keeps of this person; `elsewhere` is another machine of hers. */
const server = { kept: { version: 0, reviews: [] } as SavedViews, fails: null as Problem | null }
const api = {
  savedViews: async () => structuredClone(server.kept),
  saveViews: async (views: SavedViews) => {
    if (server.fails) throw server.fails
    if (views.version !== server.kept.version) throw new Problem(409, 'views_newer', '')
    server.kept = { version: views.version + 1, reviews: JSON.parse(JSON.stringify(views.reviews)) }
    return structuredClone(server.kept)
  },
}
vi.mock('../../src/people/session', () => ({ services: () => ({ api }), sayProblem: (e: Problem) => ({ key: `problem.${e.code}`, detail: '' }) }))
const { keepView, readViews, removeView, views } = await import('../../src/queue/saved_views')

describe('saved views', () => {
  beforeEach(async () => {
    server.kept = { version: 0, reviews: [] }
    server.fails = null
    await readViews()
  })
  test('are kept as the address writes a filter, and under one name once', async () => {
    expect(await keepView(' 我的否决 ', 'assigned=me&veto=1&nonsense=1')).toBe(true)
    expect(await keepView('我的否决', 'veto=0')).toBe(true)
    expect(server.kept.reviews).toEqual([{ name: '我的否决', query: 'veto=0' }])
    expect(await removeView('我的否决')).toBe(true)
    expect(server.kept.reviews).toEqual([])
  })
  test('do not undo what another machine saved: they are read anew, and the person is told', async () => {
    server.kept = { version: 1, reviews: [{ name: '金昌', query: 'region=6203' }] }
    expect(await keepView('甲', 'veto=1')).toBe(false)
    expect(views.said?.key).toBe('views.newer')
    expect(views.kept).toEqual(server.kept)
    expect(await keepView('甲', 'veto=1')).toBe(true)
    expect(server.kept.reviews.map((v) => v.name)).toEqual(['金昌', '甲'])
  })
  test('that could not be saved stay as they were', async () => {
    await keepView('甲', 'veto=1')
    server.fails = new Problem(0, 'offline', '')
    expect(await removeView('甲')).toBe(false)
    expect(views.kept?.reviews).toHaveLength(1)
    expect(views.said?.key).toBe('problem.offline')
  })
})
