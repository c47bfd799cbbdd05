import { describe, expect, it } from 'vitest'
import { leadingTo, nextRun, replayed, TrailRun, trailText, type Answered, type TrailEntry } from '../../src/assess/trail'

let ms = 0
const clock = () => new Date(Date.UTC(2026, 10, 22, 0, 0, 0) + ms)
const open = (trail: TrailEntry[] = []) => new TrailRun(trail, clock, () => ms)
const step = (by: number) => (ms += by)

describe('the trail of a self-assessment', () => {
  it('tells what was entered, and what stood there before', () => {
    const run = open()
    step(1500)
    let trail = run.changed([], {}, { answers: { days: '7' } }, true)
    step(5000)
    trail = run.changed(trail, { answers: { days: '7' } }, { answers: { days: '10' }, notes: { 2: '缺一页' } }, true)
    expect(trail.map(({ kind, id, old, new: after, run: r, mono }) => [r, mono, kind, id, old, after])).toEqual([
      [1, 1500, 'answer', 'days', '', '7'],
      [1, 6500, 'answer', 'days', '7', '10'],
      [1, 6500, 'note', '2', '', '缺一页'],
    ])
  })

  it('has one entry for what is typed in one go', () => {
    const run = open()
    let trail = run.changed([], {}, { notes: { 2: '缺' } }, true)
    step(400)
    trail = run.changed(trail, { notes: { 2: '缺' } }, { notes: { 2: '缺一' } }, true)
    step(400)
    trail = run.changed(trail, { notes: { 2: '缺一' } }, { notes: { 2: '缺一页' } }, true)
    expect(trail.map((e) => [e.old, e.new])).toEqual([['', '缺一页']])
    expect(run.changed(trail, { notes: { 2: '缺一页' } }, { notes: { 2: '缺' } }, false), 'a choice is an entry each time').toHaveLength(2)
    step(9000)
    trail = run.changed(trail, { notes: { 2: '缺一页' } }, { notes: { 2: '缺一页。' } }, true)
    expect(trail).toHaveLength(2)
  })

  it('counts how often the form was opened, and never goes back within a run', () => {
    const first = open()
    step(2500)
    const trail = first.changed([], {}, { answers: { a: '1' } }, false)
    const again = open(trail)
    expect(nextRun(trail)).toBe(2)
    const next = again.changed(trail, { answers: { a: '1' } }, { answers: { a: '2' } }, false)
    expect(next.at(-1)).toMatchObject({ run: 2, mono: 0 })
    ms -= 1000
    expect(again.changed(next, {}, { answers: { b: '1' } }, false).at(-1)!.mono).toBeGreaterThanOrEqual(0)
  })

  it('counts photos from none and to none', () => {
    const run = open()
    let trail = run.photographed([], {}, { 1: 2 })
    trail = run.photographed(trail, { 1: 2 }, {})
    expect(trail.map((e) => [e.kind, e.id, e.old, e.new])).toEqual([['photos', '1', '0', '2'], ['photos', '1', '2', '0']])
    expect(replayed(trail).photos).toEqual({})
  })

  it('leads to what is signed, whatever was entered on the way', () => {
    const signed: Answered[] = [{}, { answers: { a: '1', 'plots[2]/area': '4' } }, { na: { 3: '无冷库' }, facts: { product: 'veg' } }, { answers: { a: '2' }, notes: { 1: 'x' } }]
    for (const from of signed) {
      for (const to of signed) {
        const trail = leadingTo(open().changed([], {}, from, false), to, { 2: 1 }, clock())
        expect(replayed(trail)).toEqual({ answers: to.answers ?? {}, na: to.na ?? {}, notes: to.notes ?? {}, facts: to.facts ?? {}, photos: { 2: '1' } })
        expect(leadingTo(trail, to, { 2: 1 }, clock())).toEqual(trail)
      }
    }
  })

  it('has the text of RECORDS.md', () => {
    const trail: TrailEntry[] = [{ run: 1, at: '2026-11-22T08:15:30.123+08:00', mono: 5210, kind: 'fact', id: 'product', old: '', new: 'vegetable' }]
    expect(trailText(trail)).toBe('plumb-trail-v1\n{"n":1,"run":1,"at":"2026-11-22T08:15:30.123+08:00","mono":5210,"kind":"fact","id":"product","old":"","new":"vegetable"}\n')
    expect(trailText([])).toBe('plumb-trail-v1\n')
  })
})
