// The server's calls over a world, as one function from request to answer, and as an HTTP server that also gives out
// the built page under the strict policy of the real one. Tokens and lines are judged with `jose`.
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { flattenedVerify, importJWK, jwtVerify, decodeProtectedHeader } from 'jose'
import { b64u, sha256, thumbprint } from './keys.mjs'
import { statusOf } from './world.mjs'

const kPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'"

class Refusal extends Error {
  constructor(status, code, detail, more = {}) {
    super(detail)
    Object.assign(this, { status, code, more })
  }
}

export function makeServer(world) {
  const { log } = world
  const tokens = new Map()
  const uploads = new Map()
  const jtis = new Set()
  const calls = []
  const json = (body, status = 200) => ({ status, type: 'application/json', body: Buffer.from(JSON.stringify(body)) })

  async function verifyWith(jwk, line) {
    const [head, payload] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
    const [protectedPart, , signature] = head.split('.')
    const key = await importJWK(jwk, jwk.kty === 'OKP' ? 'EdDSA' : 'ES256')
    await flattenedVerify({ protected: protectedPart, payload: b64u(payload), signature }, key).catch(() => {
      throw new Refusal(400, 'bad_signature', 'the signature does not stand over the payload')
    })
    return { kid: decodeProtectedHeader(head.replace('..', '.e30.')).kid, payload: JSON.parse(payload), line, hash: sha256(line).toString('hex') }
  }
  const kidOf = (line) => JSON.parse(Buffer.from(line.split('.')[0], 'base64url')).kid

  async function enrol(text) {
    const invite = world.invites.get(kidOf(text))
    if (!invite) throw new Refusal(404, 'invite_unknown', 'no such invitation')
    const made = await verifyWith(invite.key.jwk, text)
    const known = invite.used === made.hash
    if (invite.used && !known) throw new Refusal(409, 'invite_used', 'another device has used this invitation')
    const jwk = made.payload.body.key
    const kid = thumbprint(jwk)
    if (!known) world.takeEnrolment(made, { kid, jwk })
    if (world.faults.loseEnrol) throw new Refusal(0, 'dropped', '')
    const index = log.indexOf(made.hash)
    return json({ status: known ? 'known' : 'accepted', index, checkpoint: log.checkpoint(), inclusion: log.inclusion(index), trust: world.trust })
  }

  async function token(form) {
    const assertion = new URLSearchParams(form).get('assertion')
    const { kid, alg } = decodeProtectedHeader(assertion)
    const member = world.members.get(kid)
    if (!member) throw new Refusal(401, 'key_unknown', 'this key is not enrolled')
    const { payload } = await jwtVerify(assertion, await importJWK(member.jwk, alg), { audience: log.origin, issuer: kid, subject: kid, currentDate: world.now() }).catch((e) => {
      throw new Refusal(401, e.code === 'ERR_JWT_EXPIRED' ? 'assertion_expired' : 'bad_signature', e.message, { time: world.now().toISOString() })
    })
    if (payload.exp - payload.iat > 60 || payload.exp < world.now() / 1000) throw new Refusal(401, 'assertion_expired', 'too long', { time: world.now().toISOString() })
    if (jtis.has(payload.jti)) throw new Refusal(401, 'assertion_replayed', 'this assertion was used')
    jtis.add(payload.jti)
    const access_token = `t${tokens.size}-${Math.random()}`
    tokens.set(access_token, kid)
    return json({ access_token, token_type: 'Bearer', expires_in: world.faults.tokenLife ?? 900 })
  }

  async function push(text, have) {
    const results = []
    const inclusion = {}
    for (const line of text.split('\n').filter(Boolean)) {
      const hash = sha256(line).toString('hex')
      try {
        if (world.faults.refuse) throw new Refusal(200, world.faults.refuse, 'refused by the test')
        const member = world.members.get(kidOf(line))
        if (!member) throw new Refusal(200, 'key_unknown', 'not enrolled')
        let index = log.indexOf(hash)
        const known = index >= 0
        if (!known) {
          const made = await verifyWith(member.jwk, line)
          const { type, body } = made.payload
          const r = world.records.get(body.of)
          if (type.startsWith('review.') && !r) throw new Refusal(200, 'of_unknown', 'no such record')
          if (type === 'checklist.published' && !world.files.has(body.sha256)) throw new Refusal(200, 'file_missing', 'its document is not here')
          index = world.append(made).index
          if (type === 'site.published') world.publications.push({ id: body.id, ...made })
          else if (r) (type.startsWith('review.') ? r.reviews : r.acts).push(made)
          member.chain = { size: made.payload.seq, prev: hash }
        }
        inclusion[index] = []
        results.push({ hash, id: JSON.parse(line.slice(line.indexOf(' '))).id, status: known ? 'known' : 'accepted', index })
      } catch (e) {
        if (!(e instanceof Refusal)) throw e
        results.push({ hash, status: 'refused', code: e.code, detail: e.message })
      }
    }
    for (const i of Object.keys(inclusion)) inclusion[i] = log.inclusion(Number(i))
    if (world.faults.losePush) throw new Refusal(0, 'dropped', '')
    return json({ results, checkpoint: log.checkpoint(), consistency: log.consistency(have), inclusion })
  }

  function summary(r) {
    const v = r.versions.at(-1)
    const { body, site, region, files = [], at } = v.payload
    const missing = files.filter((f) => !world.files.has(f.sha256)).length
    return { id: r.id, hash: v.hash, index: v.index, site, site_name: world.sites.get(site).name, region, checklist: world.checklist, kind: body.kind, at, author: world.members.get(r.author).person.name, points: body.score.points, max: body.score.max, grade: body.score.grade, vetoes: body.score.vetoes.length, findings: body.findings.length, files: files.length, files_missing: missing, status: statusOf(r), version: r.versions.length }
  }

  function list(query) {
    const all = [...world.records.values()].map(summary).sort((a, b) => a.index - b.index)
    const counts = { submitted: 0, returned: 0, accepted: 0 }
    for (const s of all) counts[s.status]++
    const of = all.filter((s) => s.status === query.get('status') && s.index > Number(query.get('after') ?? -1))
    const limit = Number(query.get('limit') ?? 50)
    const items = of.slice(0, limit)
    return json({ items, next: of.length > limit ? String(items.at(-1).index) : null, counts })
  }

  /** What waits for a review; nothing of it is narrowed down here. */
  function waiting(query) {
    const { items, ...page } = JSON.parse(list(new URLSearchParams({ status: 'submitted', limit: query.get('limit') ?? '50', after: query.get('after') ?? '-1' })).body)
    return json({ ...page, items: items.map((item) => ({ ...item, since: item.at })), total: page.counts.submitted, facets: {} })
  }

  /** A list taken away: its ids, or how many there are. */
  function taken(name, query) {
    if (world.faults.busy) throw new Refusal(503, 'busy', 'as many lists as this server makes at once are on their way')
    const rows = [...world.records.values()].map(summary).filter((s) => s.status === query.get('status'))
    const { id, version, sha256, title } = world.checklist
    if (!name.includes('.')) return json({ rows: rows.length, checklists: [{ id, version, sha256, title: title?.zh ?? '', rows: rows.length }] })
    return { status: 200, type: 'text/csv', body: Buffer.from(`\uFEFFid\r\n${rows.map((s) => `${s.id}\r\n`).join('')}`) }
  }

  /** A page with nothing on it, but a PDF. */
  function paper(path, query) {
    if (world.faults.busy) throw new Refusal(503, 'busy', 'as many papers as this server makes at once are being made')
    const name = `${path.split('/').at(-1)}-${query.get('language')}`
    const body = '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
    return { status: 200, type: 'application/pdf', headers: { 'Content-Disposition': `inline; filename="${name}.pdf"` }, body: Buffer.from(body) }
  }

  function record(id) {
    const r = world.records.get(id)
    if (!r) throw new Refusal(404, 'not_found', 'no such record, or not in your regions')
    const v = r.versions.at(-1)
    const line = world.faults.tamper ? world.faults.tamper(v.line) : v.line
    const each = (x) => ({ index: x.index, line: x === v ? line : x.line })
    const context = world.publications.filter((p) => p.id === v.payload.site || p.id === world.checklist.id).map(each)
    // A re-check is read with what it looks at again.
    const ordered = [...world.records.values()].flatMap((other) => other.acts.map((act) => ({ other, act }))).find(({ act }) => act.payload.id === v.payload.body.order)
    if (ordered) context.push(each(ordered.other.versions[0]), each(ordered.act))
    const [versions, reviews, acts, trust] = [r.versions.map(each), r.reviews.map(each), r.acts.map(each), log.trust()]
    const handed = [...context, ...versions, ...reviews, ...acts, ...trust].map((x) => x.index)
    return json({ index: v.index, line, version: r.versions.length, earlier: world.faults.earlier ?? 0, versions, reviews, acts, context, trust: trust.map((l) => l.text), trust_indexes: trust.map((l) => l.index), proof: { size: log.lines.length, hashes: log.multiProof(handed) }, checkpoint: log.checkpoint(), bracket: { after: v.payload.at, before: new Date(Date.parse(v.payload.at) + 36e5).toISOString() }, status: statusOf(r) })
  }

  /** A page of the feed; `withhold` leaves lines out of it. */
  function trust(after, size) {
    if (size > log.lines.length) throw new Refusal(409, 'log_smaller', `this log has ${log.lines.length} lines, not ${size}`)
    const page = log.trust(size).filter((l) => l.index >= after && !world.faults.withhold?.(l.text)).slice(0, world.faults.trustPage ?? 5000)
    const proof = page.length > 0 ? [`proof ${log.multiProof(page.map((l) => l.index), size).join(' ')}`.trimEnd()] : []
    return { status: 200, type: 'application/plumb-feed', body: Buffer.from([...page.map((l) => `${l.index} ${l.text}`), ...proof].map((row) => `${row}\n`).join('')) }
  }

  /** These publications, as a page of the feed. */
  function feed(all, after, size) {
    const page = all.filter((p) => p.index >= after && p.index < size).sort((a, b) => a.index - b.index)
    const rows = page.map((p) => `${p.index} ${world.faults.tamper ? world.faults.tamper(p.line) : p.line}`)
    if (page.length > 0) rows.push(`proof ${log.multiProof(page.map((p) => p.index), size).join(' ')}`.trimEnd())
    return { status: 200, type: 'application/plumb-feed', headers: { 'Plumb-Cursor': String(page.length > 0 ? page.at(-1).index + 1 : after) }, body: Buffer.from(rows.map((row) => `${row}\n`).join('')) }
  }
  /** The caller's own feed: all that was published, with the newest checkpoint where the caller has another. */
  function own(after, have) {
    const size = log.lines.length
    const page = feed(world.publications, after, size)
    if (have !== size) page.body = Buffer.concat([page.body, Buffer.from(`checkpoint ${Buffer.from(log.checkpoint()).toString('base64')}\nconsistency ${log.consistency(have).join(' ')}\n`)])
    return page
  }
  const published = (type) => world.publications.filter((p) => p.payload.type === type)

  /** The newest line of each site. */
  function sites(after, size) {
    return feed([...new Map(published('site.published').filter((p) => p.index < size).map((p) => [p.id, p])).values()], after, size)
  }

  /** tus, as far as the page speaks it; `cutUpload` keeps the first half of what is sent. */
  function upload(method, hash, headers, body) {
    if (headers['tus-resumable'] !== '1.0.0') throw new Refusal(412, 'tus_version', 'this server speaks tus 1.0.0')
    if (method === 'POST') {
      const meta = Object.fromEntries(headers['upload-metadata'].split(',').map((pair) => pair.split(' ')).map(([k, v]) => [k, Buffer.from(v, 'base64').toString()]))
      const known = uploads.get(meta.sha256) ?? { type: meta.type, length: Number(headers['upload-length']), bytes: Buffer.alloc(0) }
      uploads.set(meta.sha256, known)
      return { status: 201, type: 'text/plain', headers: { Location: `/v1/uploads/${meta.sha256}`, 'Upload-Offset': String(known.bytes.length) }, body: Buffer.alloc(0) }
    }
    const known = uploads.get(hash)
    if (!known || Number(headers['upload-offset']) !== known.bytes.length) throw new Refusal(409, 'wrong_offset', 'the upload stands elsewhere')
    const given = Buffer.from(body)
    known.bytes = Buffer.concat([known.bytes, world.faults.cutUpload ? given.subarray(0, given.length >> 1) : given])
    if (world.faults.cutUpload) throw new Refusal(0)
    if (createHash('sha256').update(known.bytes).digest('hex') !== hash) throw new Refusal(460, 'wrong_hash', 'these are other bytes')
    world.files.set(hash, { bytes: known.bytes, type: known.type })
    return { status: 200, type: 'text/plain', headers: { 'Upload-Offset': String(known.bytes.length) }, body: Buffer.alloc(0) }
  }

  function checkpoint(have) {
    if (have > log.lines.length) throw new Refusal(409, 'log_smaller', `this log has ${log.lines.length} lines, not ${have}`)
    return json({ checkpoint: log.checkpoint(), consistency: log.consistency(have) })
  }

  function proof(path, q) {
    if (path.endsWith('consistency')) {
      const [from, to] = [Number(q.get('from')), Number(q.get('to'))]
      if (to > log.lines.length) throw new Refusal(409, 'log_smaller', `this log has ${log.lines.length} lines, not ${to}`)
      return json({ from, to, hashes: log.consistency(from, to) })
    }
    throw new Refusal(404, 'not_found', 'no such proof')
  }

  function file(hash) {
    const f = world.files.get(hash)
    if (!f) throw new Refusal(404, 'not_found', 'this file has not been uploaded yet')
    return { status: 200, type: f.type, body: world.faults.file?.(hash, f.bytes) ?? f.bytes }
  }

  async function route(method, url, headers, body) {
    const path = url.pathname
    const q = url.searchParams
    if (path === '/v1/server') return json({ name: 'plumbserver', version: '0', origin: log.origin, log: log.key, root: world.root.key.kid, suites: ['EdDSA', 'ES256'], time: world.now().toISOString(), limits: {} })
    if (path === '/v1/enrol') return enrol(body)
    if (path === '/v1/token') return token(body)
    const kid = tokens.get((headers.authorization ?? '').replace('Bearer ', ''))
    if (!kid) throw new Refusal(401, 'token_expired', 'the token is past its time')
    if (path === '/v1/records' && method === 'POST') return push(body, Number(q.get('have') ?? 0))
    if (path === '/v1/records') return own(Number(q.get('after')), Number(q.get('have') ?? 0))
    if (path === '/v1/query/inspections') return list(q)
    if (path === '/v1/query/reviews') return waiting(q)
    if (path === '/v1/views') return json({ version: 0, reviews: [] })
    if (/^\/v1\/query\/records\/[^/]+\/previous$/.test(path)) return json({ previous: null })
    if (/^\/v1\/query\/records\/[^/]+\/papers\/\w+\.pdf$/.test(path)) return paper(path, q)
    if (path.startsWith('/v1/query/records/')) return record(decodeURIComponent(path.slice(18)))
    if (path.startsWith('/v1/export/')) return taken(path.slice(11), q)
    if (path === '/v1/query/chain') return json(world.members.get(kid).chain)
    if (path === '/v1/trust') return trust(Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/sites') return sites(Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/proposals') return feed(world.publications.filter((p) => /^site\./.test(p.payload.type) && world.proposedAbout.has(p.payload.site)), Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/feedback') return feed(world.publications.filter((p) => ['standard.feedback', 'feedback.answered'].includes(p.payload.type)), Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/retentions') return feed(published('retention.published'), Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/programmes') return feed(published('programme.published'), Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/registers') return feed(published('register.published'), Number(q.get('after')), Number(q.get('size')))
    if (path === '/v1/calendar') return feed(published('calendar.published'), Number(q.get('after')), Number(q.get('size')))
    if (path.startsWith('/v1/uploads')) return upload(method, path.slice(12), headers, body)
    if (path === '/v1/checkpoint') return checkpoint(Number(q.get('have') ?? 0))
    if (path.startsWith('/v1/proof/')) return proof(path, q)
    if (path.startsWith('/v1/files/')) return file(path.slice(10))
    throw new Refusal(404, 'not_found', `no call ${path}`)
  }

  async function handle(method, target, headers = {}, body = '') {
    calls.push({ method, target, body })
    if (world.faults.offline) return null
    try {
      return await route(method, new URL(target, 'http://x'), headers, body)
    } catch (e) {
      if (!(e instanceof Refusal)) throw e
      if (e.status === 0) return null
      const p = { type: `https://plumbline.invalid/problems/${e.code}`, title: e.code, status: e.status, code: e.code, detail: e.message, ...e.more }
      return { status: e.status, type: 'application/problem+json', body: Buffer.from(JSON.stringify(p)) }
    }
  }

  /** For tests without a socket: what `fetch` would answer. */
  async function asFetch(target, init = {}) {
    const headers = Object.fromEntries(Object.entries(init.headers ?? {}).map(([k, v]) => [k.toLowerCase(), v]))
    const answer = await handle(init.method ?? 'GET', target, headers, init.body === undefined ? '' : init.body instanceof Uint8Array ? Buffer.from(init.body) : String(init.body))
    if (!answer) throw new TypeError('the connection was lost')
    return new Response(answer.body, { status: answer.status, headers: { 'Content-Type': answer.type, ...answer.headers } })
  }

  function listen(dist, port = 0) {
    const server = createServer(async (request, response) => {
      const url = new URL(request.url, 'http://x')
      if (!url.pathname.startsWith('/v1/')) return page(dist, url.pathname, response)
      const parts = []
      for await (const c of request) parts.push(c)
      const answer = await handle(request.method, request.url, request.headers, request.method === 'PATCH' ? Buffer.concat(parts) : Buffer.concat(parts).toString())
      if (!answer) return request.socket.destroy()
      response.writeHead(answer.status, { 'Content-Type': answer.type, 'Cache-Control': 'no-store', ...answer.headers }).end(answer.body)
    })
    return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${server.address().port}` })))
  }

  return { handle, asFetch, listen, calls, trust, dropTokens: () => tokens.clear() }
}

const kTypes = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' }

function page(dist, path, response) {
  const wanted = join(dist, normalize(path))
  const found = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html')
  response.writeHead(200, { 'Content-Type': kTypes[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': kPolicy })
  createReadStream(found).pipe(response)
}
