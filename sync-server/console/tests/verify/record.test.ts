import { beforeEach, describe, expect, it } from 'vitest'
import { parseVerifierKey } from '../../src/log/checkpoint'
import { LogWatch } from '../../src/log/watch'
import { base64, fromBase64, type Bytes } from '../../src/base/bytes'
import type { CheckId } from '../../src/verify/check'
import { makeKey, signLine, write } from '../fake/keys.mjs'
import { makeLog } from '../fake/log.mjs'
import { makeBrowser } from '../support'

type Browser = Awaited<ReturnType<typeof makeBrowser>>
let b: Browser
beforeEach(async () => {
  b = await makeBrowser()
})

async function faults(id: string): Promise<string[]> {
  return (await b.verify(id)).checks.filter((c) => c.state !== 'ok').map((c) => `${c.id}:${c.state}:${c.say}`)
}

describe('a record that is as it should be', () => {
  it('passes every check, by an Ed25519 author and through versions and reviews', async () => {
    for (const id of Object.values(b.ids) as string[]) {
      const v = await b.verify(id)
      expect(v.checks.map((c) => [c.id, c.state])).toEqual((['signature', 'chain', 'rights', 'inclusion', 'checkpoint', 'consistency', 'clock', 'local_day'] as CheckId[]).map((c) => [c, 'ok']))
      expect([...v.versions, ...v.reviews].every((x) => x.good)).toBe(true)
    }
  })
  it('has the status that its lines give', async () => {
    expect((await b.verify(b.ids.veto)).status).toBe('submitted')
    expect((await b.verify(b.ids.returned)).status).toBe('returned')
    expect((await b.verify(b.ids.amended)).status).toBe('submitted')
    expect((await b.verify(b.ids.accepted)).status).toBe('accepted')
  })
})

describe('a record with a very long history', () => {
  it('is verified from what was read, and says how much was not', async () => {
    const answer = await b.api.record(b.ids.amended)
    const [first, ...rest] = answer.versions
    expect(rest.length).toBeGreaterThan(0)
    b.api.record = async () => ({ ...answer, version: 12, earlier: 3, versions: [first!, { index: first!.index + 1, hash: 'ab' }, ...rest] })
    const v = await b.verify(b.ids.amended)
    expect(v.unread).toBe(4)
    expect(v.version).toBe(12)
    expect(v.versions.every((x) => x.good)).toBe(true)
    expect(v.checks.every((c) => c.state === 'ok')).toBe(true)
  })
})

describe('a record that is not', () => {
  const tamper = (f: (line: string) => string) => (b.world.faults.tamper = f)

  it('one changed byte fails signature and inclusion', async () => {
    tamper((l) => l.replace('移送', '移送').replace('2 号棚番茄间隔 5 天', '2 号棚番茄间隔 9 天'))
    expect(await faults(b.ids.veto)).toEqual(['signature:bad:signature.bad', 'inclusion:bad:inclusion.bad'])
  })

  it('white space that changes nothing for a JSON reader is a changed byte', async () => {
    tamper((l) => l.replace('"v":1,', '"v":1, '))
    expect(await faults(b.ids.veto)).toEqual(['signature:bad:signature.bad', 'inclusion:bad:inclusion.bad'])
  })

  it('a line signed anew by a key that nobody invited has no author', async () => {
    tamper((l) => signLine(makeKey(), l.slice(l.indexOf(' ') + 1)))
    const found = await faults(b.ids.veto)
    expect(found).toContain('chain:bad:chain.unknown_author')
    expect(found.map((f) => f.split(':')[0])).toEqual(['signature', 'chain', 'rights', 'inclusion'])
  })

  it('a true line with a false proof is not in the log', async () => {
    const answer = await b.api.record(b.ids.veto)
    const twisted = { ...answer, inclusion: { ...answer.inclusion, hashes: answer.inclusion.hashes.map((h, i) => (i === 0 ? base64(fromBase64(h).map((x) => x ^ 1) as Bytes) : h)) } }
    b.api.record = async () => twisted
    expect(await faults(b.ids.veto)).toEqual(['inclusion:bad:inclusion.bad'])
    b.api.record = async () => ({ ...answer, inclusion: { ...answer.inclusion, size: answer.inclusion.size - 1 } })
    expect(await faults(b.ids.veto)).toEqual(['inclusion:bad:inclusion.other_size'])
  })

  it('a checkpoint of another key proves nothing, and raises the alarm', async () => {
    const answer = await b.api.record(b.ids.veto)
    const impostor = makeLog('plumb.example/log')
    for (const l of b.world.log.lines) impostor.append(l)
    b.api.record = async () => ({ ...answer, checkpoint: impostor.checkpoint() })
    expect(await faults(b.ids.veto)).toEqual(['inclusion:bad:inclusion.no_checkpoint', 'checkpoint:bad:checkpoint.bad', 'consistency:bad:consistency.no_checkpoint'])
    expect(b.alarms.at(-1)).toBe('unsigned')
  })

  it('an inspector of another region has no right to it', async () => {
    const far = b.world.enrol(b.admin, '青海检查员', [{ role: 'inspector', regions: ['63'], sites: [] }], '2026-11-22T08:00:00.000+08:00')
    const made = b.world.submit(far, 'yongchang-veg', '2026-11-22T09:00:00.000+08:00', { score: { points: 0, max: 0, grade: '', vetoes: [], sections: [] } })
    expect(await faults(made.payload.id)).toEqual(['rights:bad:rights.region'])
  })

  it('a supervisor has no right to submit', async () => {
    const made = b.world.submit(b.reviewer, 'yongchang-veg', '2026-11-22T09:00:00.000+08:00', { score: { points: 0, max: 0, grade: '', vetoes: [], sections: [] } })
    expect(await faults(made.payload.id)).toEqual(['rights:bad:rights.role'])
  })

  it('a key revoked before the record is refused, one revoked after it is remarked', async () => {
    const revoke = (kid: string) => b.world.trust.push(b.world.append(write(b.admin, 'key.revoked', '2026-11-22T09:00:00.000+08:00', {}, { key: kid, reason: '丢失' })).line)
    revoke(b.wang.key.kid)
    const v = await b.verify(b.ids.veto)
    expect(v.checks.find((c) => c.id === 'chain')).toMatchObject({ state: 'ok', say: 'chain.revoked_later' })
    const late = b.world.submit(b.wang, 'yongchang-veg', '2026-11-22T09:30:00.000+08:00', { score: { points: 0, max: 0, grade: '', vetoes: [], sections: [] } })
    expect(await faults(late.payload.id)).toEqual(['chain:bad:chain.revoked'])
    b.api.inclusion = async () => ({ index: 1e6, size: 1, hashes: [] })
    expect(await faults(b.ids.veto)).toEqual(['chain:unknown:chain.revocation_unplaced'])
  })

  it('a review by one who may not review does not count, nor one for another version, nor one’s own', async () => {
    b.world.review(b.li, b.ids.veto, 'accepted', '2026-11-22T09:40:00.000+08:00', '我来通过')
    let v = await b.verify(b.ids.veto)
    expect(v.status).toBe('submitted')
    expect(v.reviews[0]).toMatchObject({ good: false })
    expect(v.reviews[0]!.faults.map((f) => f.say)).toEqual(['rights.role'])
    b.world.review(b.reviewer, b.ids.veto, 'returned', '2026-11-22T09:41:00.000+08:00', '请补充')
    b.world.amend(b.wang, b.ids.veto, '2026-11-22T09:50:00.000+08:00', { reason: '补充' })
    v = await b.verify(b.ids.veto)
    expect([v.versions.length, v.status]).toEqual([2, 'submitted'])
    expect(v.current.line.payload.type).toBe('inspection.amended')
  })
})

describe('the log watched over time', () => {
  it('a log that only grew stays believed, whatever the order of answers', async () => {
    const early = b.world.log.checkpoint(20)
    await b.watch.refresh()
    const size = b.watch.seen!.size
    b.world.review(b.reviewer, b.ids.lacking, 'accepted', '2026-11-22T09:40:00.000+08:00', '')
    await b.watch.refresh()
    expect(b.watch.seen!.size).toBe(size + 1)
    await b.watch.take(early)
    expect(b.watch.seen!.size).toBe(size + 1)
    expect(b.alarms.filter(Boolean)).toEqual([])
  })

  it('a log that forgot is told plainly, and what was verified is kept', async () => {
    await b.watch.refresh()
    const seen = b.watch.seen!
    b.world.log.forget(2)
    await expect(b.watch.refresh()).rejects.toMatchObject({ alarm: 'smaller' })
    expect(b.watch.seen).toEqual(seen)
    expect(await faults(b.ids.veto)).toContain('consistency:bad:consistency.smaller')
    expect(b.alarms.at(-1)).toBe('smaller')
  })

  it('a log that was rewritten is told plainly, even when it has grown since', async () => {
    await b.watch.refresh()
    b.world.log.rewrite(3, 'another line')
    await expect(b.watch.refresh()).rejects.toMatchObject({ alarm: 'inconsistent' })
    b.world.log.append('one more')
    await expect(b.watch.refresh()).rejects.toMatchObject({ alarm: 'inconsistent' })
    expect((await b.verify(b.ids.veto)).checks.find((c) => c.id === 'consistency')).toMatchObject({ state: 'bad', say: 'consistency.inconsistent' })
  })

  it('two tabs hold the log to the newest that either has verified', async () => {
    await b.watch.refresh()
    const other = new LogWatch(await parseVerifierKey(b.identity.log), b.api, b.store, () => undefined)
    await other.open()
    const between = () => b.world.review(b.reviewer, b.ids.lacking, 'accepted', '2026-11-22T09:40:00.000+08:00', '')
    between()
    const older = b.world.log.checkpoint()
    between()
    await other.refresh()
    const newest = other.seen!.size
    await b.watch.take(older)
    expect(b.watch.seen!.size).toBe(newest)
    expect(((await b.store.get('seen')) as { size: number }).size).toBe(newest)
  })

  it('no network is no alarm', async () => {
    b.world.faults.offline = true
    await expect(b.watch.refresh()).rejects.toMatchObject({ code: 'offline' })
    expect(b.alarms.filter(Boolean)).toEqual([])
  })
})
