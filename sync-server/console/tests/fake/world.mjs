// A small world of real keys, real lines and a real log: a root, an administrator, inspectors, sites, a checklist,
// photos and records in every state. Knobs in `faults` make the server forget, lie, or lose an answer.
import { readFileSync } from 'node:fs'
import { detached, makeAuthor, makeKey, sha256, write } from './keys.mjs'
import { makeLog } from './log.mjs'

const kChecklist = readFileSync(new URL('./checklist.json', import.meta.url))

export function makeWorld({ origin = 'plumb.example/log', now = () => new Date() } = {}) {
  const log = makeLog(origin, now)
  const root = makeAuthor(makeKey('EdDSA'))
  const world = { log, root, files: new Map(), records: new Map(), sites: new Map(), publications: [], trust: [], members: new Map(), invites: new Map(), faults: {}, now }

  world.append = (made) => {
    made.index = log.append(made.line)
    return made
  }
  world.seen = () => ({ size: log.lines.length, root: log.root().toString('base64') })
  world.file = (bytes, type, role, item) => {
    const hash = sha256(bytes).toString('hex')
    world.files.set(hash, { bytes, type })
    return { sha256: hash, size: bytes.length, type, role, ...(item && { item }) }
  }
  const people = new Map()
  /** One id for a name, as an administrator would look it up. */
  world.personOf = (name) => people.get(name) ?? people.set(name, crypto.randomUUID()).get(name)
  world.invite = (issuer, name, grants, at, alg = 'ES256') => {
    const key = makeKey(alg)
    const body = { key: key.jwk, person: { id: world.personOf(name), name }, grants, expires: '2027-12-31T00:00:00.000+08:00', ...(issuer === root && { root: root.key.jwk }) }
    const made = world.append(write(issuer, 'invite.issued', at, {}, body))
    world.trust.push(made.line)
    world.invites.set(key.kid, { key, body, line: made.line, issuer: issuer.key.kid, used: null })
    return key
  }
  /** A trust line that changes what a key may: key.revoked, role.granted, role.withdrawn. */
  world.change = (author, type, key, at, more = {}) => {
    const made = world.append(write(author, type, at, {}, { key: key.key.kid, ...more }))
    world.trust.push(made.line)
    return made
  }
  world.enrolLine = (inviteKey, own, device, at) => {
    const proof = detached(own, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${inviteKey.kid}\n${own.kid}`))
    return write(makeAuthor(inviteKey), 'key.enrolled', at, {}, { key: own.jwk, device, proof })
  }
  world.takeEnrolment = (made, own) => {
    const invite = world.invites.get(JSON.parse(Buffer.from(made.line.split('.')[0], 'base64url')).kid)
    invite.used = made.hash
    world.append(made)
    world.trust.push(made.line)
    world.members.set(own.kid, { jwk: own.jwk, person: invite.body.person, grants: invite.body.grants, chain: { size: 0, prev: '' } })
    return made
  }
  world.enrol = (issuer, name, grants, at, device = '平板', alg = 'EdDSA') => {
    const inviteKey = world.invite(issuer, name, grants, at)
    const own = makeKey(alg)
    world.takeEnrolment(world.enrolLine(inviteKey, own, device, at), own)
    return Object.assign(makeAuthor(own), { name })
  }
  world.uri = (inviteKey, server) =>
    `plumb://enrol?s=${encodeURIComponent(server)}&l=${encodeURIComponent(log.key)}&r=${root.key.kid}&a=${inviteKey.alg}&k=${inviteKey.secret}`
  world.publishSite = (author, site, at) => {
    const made = world.append(write(author, 'site.published', at, { site: site.id, region: site.region }, site))
    world.sites.set(site.id, site)
    world.publications.push({ id: site.id, ...made })
    return made
  }
  world.proposedAbout = new Set()
  /** A site.proposed or site.declined, kept among what is handed out about sites. */
  world.sayOfSite = (author, type, site, region, body, at) => {
    const made = world.append(write(author, type, at, { site, region }, body))
    if (type === 'site.proposed') world.proposedAbout.add(site)
    world.publications.push({ id: site, ...made })
    return made
  }
  world.publishCalendar = (author, years, at, region = '62') => {
    const body = { id: 'working_days', years }
    const made = world.append(write(author, 'calendar.published', at, { region }, body))
    world.publications.push({ id: body.id, ...made })
    return made
  }
  world.publishRegister = (author, body, at, region = '62') => {
    const made = world.append(write(author, 'register.published', at, { region }, body))
    world.publications.push({ id: body.id, ...made })
    return made
  }
  world.publishChecklist = (author, at) => {
    const doc = JSON.parse(kChecklist)
    const file = world.file(kChecklist, 'application/json', 'checklist')
    const body = { id: doc.id, version: doc.version, title: doc.title, sha256: file.sha256 }
    const made = world.append(write(author, 'checklist.published', at, { files: [file] }, body))
    world.publications.push({ id: body.id, ...made })
    world.checklist = body
    return made
  }
  world.submit = (author, site, at, { files = [], ...body }) => {
    const whole = { kind: 'supervision', checklist: pick(world.checklist), started: at, finished: at, zone: at.slice(-6), day: at.slice(0, 10), team: [{ name: author.name }], answers: {}, na: {}, notes: {}, findings: [], ...body }
    const made = world.append(write(author, 'inspection.submitted', at, { site, region: world.sites.get(site).region, files }, whole, world.seen()))
    world.records.set(made.payload.id, { id: made.payload.id, versions: [made], reviews: [], acts: [], author: author.key.kid })
    return made
  }
  world.amend = (author, id, at, { files = [], ...body }) => {
    const first = world.records.get(id).versions[0].payload
    const made = world.append(write(author, 'inspection.amended', at, { site: first.site, region: first.region, files }, { ...first.body, ...body, of: id }, world.seen()))
    world.records.get(id).versions.push(made)
    return made
  }
  world.review = (author, id, verb, at, comment, items = []) => {
    const r = world.records.get(id)
    const newest = r.versions.at(-1)
    const { site, region } = newest.payload
    const made = world.append(write(author, `review.${verb}`, at, { site, region }, { of: id, hash: newest.hash, comment, items }, world.seen()))
    r.reviews.push(made)
    return made
  }
  /** An act about the findings of an inspection; `hash` or `order` are the caller's to say. */
  world.act = (author, id, kind, at, body, files = []) => {
    const r = world.records.get(id)
    const { site, region } = r.versions[0].payload
    const made = world.append(write(author, `rectification.${kind}`, at, { site, region, files }, { of: id, ...body }, world.seen()))
    r.acts.push(made)
    return made
  }
  return world
}

export function statusOf(r) {
  const last = r.reviews.filter((v) => v.payload.body.hash === r.versions.at(-1).hash).at(-1)
  return last ? last.payload.type.replace('review.', '') : 'submitted'
}

const pick = ({ id, version, sha256 }) => ({ id, version, sha256 })
