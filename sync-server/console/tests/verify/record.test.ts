import { beforeEach, describe, expect, it } from 'vitest'
import { parseVerifierKey } from '../../src/log/checkpoint'
import { LogWatch } from '../../src/log/watch'
import { base64, fromBase64, type Bytes } from '../../src/base/bytes'
import type { PlacedLine, RecordAnswer } from '../../src/api/types'
import type { CheckId } from '../../src/verify/check'
import { makeKey, signLine } from '../fake/keys.mjs'
import { makeLog } from '../fake/log.mjs'
import { makeBrowser, makeBrowserOn } from '../support'

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
      expect(v.checks.map((c) => [c.id, c.state])).toEqual((['signature', 'chain', 'keys', 'rights', 'body', 'inclusion', 'checkpoint', 'consistency', 'clock', 'local_day'] as CheckId[]).map((c) => [c, 'ok']))
      expect([...v.versions, ...v.reviews].every((x) => x.good)).toBe(true)
      expect([v.unbelieved, v.unreadable, v.site !== null, v.checklist !== null]).toEqual([[], [], true, true])
    }
  })
  it('has the status that its lines give', async () => {
    expect((await b.verify(b.ids.veto)).status).toBe('submitted')
    expect((await b.verify(b.ids.returned)).status).toBe('returned')
    expect((await b.verify(b.ids.amended)).status).toBe('submitted')
    expect((await b.verify(b.ids.accepted)).status).toBe('accepted')
  })
})

describe('a re-check', () => {
  const order = () => {
    const hash = b.world.records.get(b.ids.veto).versions.at(-1).hash
    const findings = [{ item: '2', facts: '安全间隔期不足', requirement: '改正', due: '2026-12-06' }]
    return b.world.act(b.reviewer, b.ids.veto, 'ordered', '2026-11-22T16:00:00.000+08:00', { hash, office: '县局', count: 'calendar', delivery: { how: 'electronic' }, findings }).payload.id as string
  }
  const recheck = (of: string, site = 'yongchang-veg') => b.world.submit(b.li, site, '2026-11-22T17:00:00.000+08:00', { kind: 'recheck', order: of, findings: [{ item: '2', severity: 'major', text: '仍不足', due: '2026-12-20' }], party: { absent: '复查' }, score: { points: 0, max: 0, grade: '', vetoes: [], sections: [] } }).payload.id as string

  it('names the inspection that was ordered, and opens no case', async () => {
    const v = await b.verify(recheck(order()))
    expect(v.checks.filter((c) => c.state === 'bad')).toEqual([])
    expect(v.case).toBe(null)
    expect(v.recheck).toEqual({ inspection: b.ids.veto, number: expect.stringMatching(/^620321-2026-[0-9A-Z]{6}-\d+$/) })
  })
  it('of another site, or for an order that is not there, names none', async () => {
    expect((await b.verify(recheck(order(), 'linze-veg'))).recheck).toBe(null)
    expect((await b.verify(recheck('0198d2c4-7a10-7c3e-8f21-000000000011'))).recheck).toBe(null)
  })
  it('is no part of any other record', async () => {
    order()
    const v = await b.verify(b.ids.veto)
    expect(v.recheck).toBe(null)
    expect(v.case!.orders).toHaveLength(1)
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
    const twisted = { ...answer, proof: { ...answer.proof, hashes: answer.proof.hashes.map((h, i) => (i === 0 ? base64(fromBase64(h).map((x) => x ^ 1) as Bytes) : h)) } }
    b.api.record = async () => twisted
    expect(await faults(b.ids.veto)).toEqual(['inclusion:bad:inclusion.bad'])
    b.api.record = async () => ({ ...answer, proof: { ...answer.proof, size: answer.proof.size - 1 } })
    expect(await faults(b.ids.veto)).toEqual(['inclusion:bad:inclusion.other_size'])
  })

  it('a checkpoint of another key proves nothing, and raises the alarm', async () => {
    const answer = await b.api.record(b.ids.veto)
    const impostor = makeLog('plumb.example/log')
    for (const l of b.world.log.lines) impostor.append(l)
    b.api.record = async () => ({ ...answer, checkpoint: impostor.checkpoint() })
    expect(await faults(b.ids.veto)).toEqual(['keys:bad:keys.no_checkpoint', 'inclusion:bad:inclusion.no_checkpoint', 'checkpoint:bad:checkpoint.bad', 'consistency:bad:consistency.no_checkpoint'])
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

  it('a record of another id is none', async () => {
    const answer = await b.api.record(b.ids.veto)
    b.api.record = async () => answer
    await expect(b.verify(b.ids.amended)).rejects.toThrow('another record')
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

const kAt = '2026-11-22T09:30:00.000+08:00'
const score = { points: 0, max: 0, grade: '', vetoes: [], sections: [] }

describe('a key that was revoked', () => {
  const chainOf = async (id: string) => (await b.verify(id)).checks.find((c) => c.id === 'chain')

  it('was valid before, which is told with when and where it ended', async () => {
    const made = b.world.change(b.admin, 'key.revoked', b.wang, kAt)
    expect(await chainOf(b.ids.veto)).toMatchObject({ state: 'ok', say: 'chain.revoked_later', args: { at: made.index + 1, time: kAt } })
    expect(await faults(b.ids.veto)).toEqual([])
  })

  it('signs nothing more that is believed', async () => {
    const made = b.world.change(b.admin, 'key.revoked', b.wang, kAt)
    const late = b.world.submit(b.wang, 'yongchang-veg', kAt, { score })
    expect(await faults(late.payload.id)).toEqual(['chain:bad:chain.revoked'])
    const v = await b.verify(late.payload.id)
    expect([v.current.good, v.unbelieved.map((u) => u.line.payload.type)]).toEqual([false, ['inspection.submitted']])
    expect(v.checks.find((c) => c.id === 'chain')!.args).toMatchObject({ at: made.index + 1, time: kAt })
  })

  it('of an administrator takes back neither sites nor checklists nor whom she invited', async () => {
    b.world.change(b.world.root, 'key.revoked', b.admin, kAt)
    for (const id of Object.values(b.ids) as string[]) expect(await faults(id)).toEqual([])
    const v = await b.verify(b.ids.accepted)
    expect([v.status, v.site !== null, v.checklist !== null, v.unbelieved]).toEqual(['accepted', true, true, []])
  })

  it('of a supervisor leaves the reviews before it and counts none after it', async () => {
    b.world.change(b.admin, 'key.revoked', b.reviewer, kAt)
    expect((await b.verify(b.ids.returned)).status).toBe('returned')
    b.world.review(b.reviewer, b.ids.veto, 'accepted', kAt, '')
    const v = await b.verify(b.ids.veto)
    expect([v.status, v.current.good]).toEqual(['submitted', true])
    expect(v.unbelieved.map((u) => [u.line.payload.type, u.faults.map((f) => f.say)])).toEqual([['review.accepted', ['chain.revoked']]])
    expect(v.checks.every((c) => c.state === 'ok')).toBe(true)
  })

  it('cannot be moved after a line, nor a line before it: the proof fails, and nothing is believed', async () => {
    b.world.change(b.admin, 'key.revoked', b.reviewer, kAt)
    b.world.review(b.reviewer, b.ids.veto, 'accepted', kAt, '')
    const answer = await b.api.record(b.ids.veto)
    const place = answer.reviews[0]!.index
    // The review and the revocation change places.
    b.api.record = async () => ({ ...answer, reviews: [{ ...answer.reviews[0]!, index: place - 1 }], trust_indexes: answer.trust_indexes.map((i) => (i === place - 1 ? place : i)) })
    const v = await b.verify(b.ids.veto)
    expect([v.status, v.current.good, v.reviews[0]!.good]).toEqual(['submitted', false, false])
    expect(v.checks.filter((c) => c.state === 'bad').map((c) => c.say)).toEqual(['inclusion.bad'])
    expect(v.reviews[0]!.faults.map((f) => f.say)).toContain('inclusion.bad')
  })

  it('has no before and after where the place of the line is not proved', async () => {
    b.world.change(b.admin, 'key.revoked', b.wang, kAt)
    const answer = await b.api.record(b.ids.veto)
    b.api.record = async () => ({ ...answer, proof: { ...answer.proof, hashes: [] } })
    expect(await chainOf(b.ids.veto)).toMatchObject({ state: 'unknown', say: 'chain.revocation_unplaced' })
  })
})

describe('the keys that a record is judged by', () => {
  it('are not believed where one of them, or a revocation, is withheld', async () => {
    await b.verify(b.ids.accepted)
    b.world.change(b.admin, 'key.revoked', b.reviewer, kAt)
    b.world.faults.withhold = (text: string) => text.includes('key.revoked')
    const v = await b.verify(b.ids.accepted)
    expect(v.checks.find((c) => c.id === 'keys')).toMatchObject({ state: 'bad', say: 'keys.fewer' })
    expect([v.status, v.current.good, v.site]).toEqual(['submitted', false, null])
    b.world.faults.withhold = undefined
    expect((await b.verify(b.ids.accepted)).status).toBe('accepted')
  })

  it('are those of the whole log, whatever comes with the record', async () => {
    b.world.change(b.admin, 'key.revoked', b.wang, kAt)
    const late = b.world.submit(b.wang, 'yongchang-veg', kAt, { score })
    const answer = await b.api.record(late.payload.id)
    const kept = answer.trust.map((text, i) => ({ text, index: answer.trust_indexes[i]! })).filter((l) => !l.text.includes('key.revoked'))
    const handed = [...answer.context, ...answer.versions, ...kept].map((l) => l.index)
    b.api.record = async () => ({ ...answer, trust: kept.map((l) => l.text), trust_indexes: kept.map((l) => l.index), proof: { ...answer.proof, hashes: b.world.log.multiProof(handed) } })
    expect(await faults(late.payload.id)).toEqual(['chain:bad:chain.revoked'])
  })

  it('are those that came with the record where the checkpoint counts none, and the page says what that leaves open', async () => {
    b.world.log.silent = true
    const v = await b.verify(b.ids.accepted)
    expect(v.checks.filter((c) => c.state !== 'ok').map((c) => c.say)).toEqual(['keys.unsaid'])
    expect([v.status, v.current.good]).toEqual(['accepted', true])
  })

  it('include what was granted since, and what was withdrawn', async () => {
    b.world.change(b.admin, 'role.granted', b.li, kAt, { grants: [{ role: 'supervisor', regions: ['62'], sites: [] }] })
    b.world.review(b.li, b.ids.veto, 'returned', kAt, '请补充')
    expect((await b.verify(b.ids.veto)).status).toBe('returned')
    b.world.change(b.admin, 'role.withdrawn', b.li, kAt, { grants: [{ role: 'supervisor', regions: ['62'], sites: [] }] })
    b.world.review(b.li, b.ids.lacking, 'returned', kAt, '请补充')
    expect((await b.verify(b.ids.veto)).status).toBe('returned')
    // Li signed this one himself, and has no right left to review any.
    expect((await b.verify(b.ids.lacking)).unbelieved.map((u) => u.faults.map((f) => f.say))).toEqual([['rights.role']])
  })
})

it('whatever is changed, moved, left out or doubled in an answer, nothing of it is believed', async () => {
  b.world.change(b.admin, 'key.revoked', b.wang, kAt)
  b.world.review(b.reviewer, b.ids.amended, 'returned', kAt, '再补充')
  const honest = await b.api.record(b.ids.amended)
  const placed = ['versions', 'reviews', 'context'] as const
  const hostile: { what: string; answer: RecordAnswer }[] = []
  const put = (what: string, change: (a: RecordAnswer) => void) => {
    const answer = structuredClone(honest)
    change(answer)
    hostile.push({ what, answer })
  }
  for (const list of placed) {
    for (const i of honest[list].keys()) {
      for (const by of [1, -1]) put(`${list} ${i} moved by ${by}`, (a) => (a[list][i]!.index += by))
      put(`${list} ${i} changed`, (a) => (a[list][i]!.line = a[list][i]!.line!.replace('2026', '2027')))
      put(`${list} ${i} doubled`, (a) => (a[list] as PlacedLine[]).push({ index: a[list][i]!.index + 1, line: a[list][i]!.line! }))
      if (list !== 'versions' || i > 0) put(`${list} ${i} left out`, (a) => a[list].splice(i, 1))
    }
  }
  for (const i of honest.trust.keys()) {
    for (const by of [1, -1]) put(`trust ${i} moved by ${by}`, (a) => (a.trust_indexes[i]! += by))
    put(`trust ${i} changed`, (a) => (a.trust[i] = a.trust[i]!.replace('2026', '2027')))
    put(`trust ${i} left out`, (a) => void (a.trust.splice(i, 1), a.trust_indexes.splice(i, 1)))
  }
  put('two lines in each other’s places', (a) => ([a.versions[0]!.index, a.reviews[0]!.index] = [a.reviews[0]!.index, a.versions[0]!.index]))
  put('indexes left out', (a) => a.trust_indexes.pop())
  for (const i of honest.proof.hashes.keys()) put(`proof ${i} left out`, (a) => a.proof.hashes.splice(i, 1))
  put('a hash too many', (a) => a.proof.hashes.push(a.proof.hashes[0]!))
  put('no base64', (a) => (a.proof.hashes[0] = '%'))
  expect(hostile.length).toBeGreaterThan(60)
  for (const { what, answer } of hostile) {
    b.api.record = async () => answer
    const v = await b.verify(b.ids.amended)
    expect([v.status, v.current.good, v.site, v.checklist, [...v.versions, ...v.reviews].some((x) => x.good)], what).toEqual(['submitted', false, null, null, false])
  }
})

describe('a line that is not believed', () => {
  it('counts for nothing though it is the newest version: the one before it stands', async () => {
    // In a log that holds the changed line the proof itself is good.
    const amendment = b.world.records.get(b.ids.amended).versions[1]
    amendment.line = amendment.line.replace('补拍', '补充')
    b.world.log.rewrite(amendment.index, amendment.line)
    const fresh = await makeBrowserOn(b)
    const v = await fresh.verify(b.ids.amended)
    expect([v.versions.length, v.version, v.status]).toEqual([2, 1, 'returned'])
    expect(v.current.line.payload.type).toBe('inspection.submitted')
    expect(v.checks.filter((c) => c.state !== 'ok')).toEqual([])
    expect(v.unbelieved.map((u) => [u.line.payload.type, u.faults.map((f) => f.say)])).toEqual([['inspection.amended', ['signature.bad']]])
    // What the server said of the newest version's time is not said of this one.
    expect(v.bracket).toEqual({ after: null, before: null })
  })

  it('is a review, or an amendment, whose body does not say what it has to', async () => {
    b.world.review(b.reviewer, b.ids.veto, 'accepted', kAt, '同意', 'all of them')
    b.world.amend(b.wang, b.ids.veto, kAt, { reason: '' })
    const v = await b.verify(b.ids.veto)
    expect([v.status, v.version]).toEqual(['submitted', 1])
    expect(v.unbelieved.map((u) => u.faults.map((f) => [f.say, f.args?.member]))).toEqual([[['body.bad', 'body.items']], [['body.bad', 'body.reason']]])
  })

  it('is a review by the person who signed the record, under another key', async () => {
    const again = b.world.enrol(b.admin, '王检查', [{ role: 'supervisor', regions: ['62'], sites: [] }], kAt, '第二块平板')
    b.world.review(again, b.ids.veto, 'accepted', kAt, '我自己通过')
    const v = await b.verify(b.ids.veto)
    expect([v.status, v.unbelieved.map((u) => u.faults.map((f) => f.say))]).toEqual(['submitted', [['rights.own_record']]])
  })

  it('is a site published for a region that its author does not administer, and then what is said of the site', async () => {
    const far = b.world.enrol(b.world.root, '青海管理员', [{ role: 'administrator', regions: ['63'], sites: [] }], kAt)
    b.world.publishSite(far, { id: 'stolen', name: '冒称的示范区', region: '620321' }, kAt)
    const made = b.world.submit(b.wang, 'stolen', kAt, { score })
    const v = await b.verify(made.payload.id)
    expect(v.unbelieved.map((u) => [u.line.payload.type, u.faults.map((f) => f.say)])).toEqual([['site.published', ['rights.region']], ['inspection.submitted', ['rights.site_unknown']]])
    expect(v.site).toBeNull()
  })

  it('is a site taken over by an administrator of another region: the first publication stands', async () => {
    const far = b.world.enrol(b.world.root, '青海管理员', [{ role: 'administrator', regions: ['63'], sites: [] }], kAt)
    b.world.publishSite(far, { id: 'yongchang-veg', name: '换了名字', region: '630106' }, kAt)
    const v = await b.verify(b.ids.veto)
    expect([v.current.good, v.site!.payload.body.name]).toEqual([true, '永昌县设施蔬菜标准化示范区'])
    expect(v.unbelieved.map((u) => u.faults.map((f) => f.say))).toEqual([['rights.published_elsewhere']])
  })

  it('is none of the older ones where a site is published anew, or moved by whom both regions are given', async () => {
    b.world.publishSite(b.admin, { id: 'yongchang-veg', name: '新名字', region: '620321' }, kAt)
    let v = await b.verify(b.ids.veto)
    expect([v.current.good, v.site!.payload.body.name, v.unbelieved]).toEqual([true, '新名字', []])
    b.world.publishSite(b.admin, { id: 'yongchang-veg', name: '迁到外省', region: '630106' }, kAt)
    b.world.review(b.reviewer, b.ids.veto, 'returned', kAt, '仍在原处审')
    v = await b.verify(b.ids.veto)
    expect([v.current.good, v.status, v.site!.payload.region, v.unbelieved]).toEqual([true, 'returned', '630106', []])
  })

  it('is an inspection that names another region than its site’s', async () => {
    const everywhere = b.world.enrol(b.world.root, '全域检查员', [{ role: 'inspector', regions: [''], sites: [] }], kAt)
    b.world.sites.set('yongchang-veg', { ...b.world.sites.get('yongchang-veg'), region: '630106' })
    const made = b.world.submit(everywhere, 'yongchang-veg', kAt, { score })
    expect(await faults(made.payload.id)).toEqual(['rights:bad:rights.site_region'])
  })

  it('is a checklist published after the record, or by nobody who may', async () => {
    b.world.publications = b.world.publications.filter((p: { id: string }) => p.id !== b.world.checklist.id)
    expect((await b.verify(b.ids.veto)).checklist).toBeNull()
    b.world.publishChecklist(b.admin, kAt)
    expect((await b.verify(b.ids.veto)).checklist).toBeNull()
    b.world.publishChecklist(b.wang, kAt)
    const v = await b.verify(b.ids.veto)
    expect([v.checklist, v.unbelieved.map((u) => u.faults.map((f) => f.say))]).toEqual([null, [['rights.role']]])
  })

  it('may be no line at all', async () => {
    const answer = await b.api.record(b.ids.amended)
    const { index } = answer.reviews[0]!
    b.world.log.rewrite(index, 'rubbish')
    const fresh = await makeBrowserOn(b)
    const told = await fresh.api.record(b.ids.amended)
    fresh.api.record = async () => ({ ...told, reviews: [{ index, line: 'rubbish' }] })
    const v = await fresh.verify(b.ids.amended)
    expect([v.unreadable, v.reviews, v.status, v.current.good]).toEqual([[index], [], 'submitted', true])
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
