// A device of its own making, with keys and lines by node:crypto alone: it enrols over the network, signs lines of any type
// and pushes them, and uploads their files. What the server and the console make of its lines is judged by other code.
import { createECDH, createPrivateKey } from 'node:crypto'
import { request } from 'node:https'
import { b64u, detached, keyFromPem, makeAuthor, makeKey, sha256, write } from '../../sync-server/console/tests/fake/keys.mjs'

// Of an Ed25519 seed, the fixed part of its PKCS #8 (RFC 8410).
const kEd25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

// The invitation's one-time key, of the suite that it names.
function inviteKey(uri) {
  const said = new URL(uri.replace('plumb://', 'http://x/')).searchParams
  const [alg, secret] = [said.get('a') ?? 'EdDSA', Buffer.from(said.get('k'), 'base64url')]
  const pem = (key) => key.export({ type: 'pkcs8', format: 'pem' })
  if (alg === 'EdDSA') return keyFromPem(alg, pem(createPrivateKey({ key: Buffer.concat([kEd25519, secret]), format: 'der', type: 'pkcs8' })))
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(secret)
  const point = curve.getPublicKey()
  const jwk = { kty: 'EC', crv: 'P-256', x: b64u(point.subarray(1, 33)), y: b64u(point.subarray(33)), d: b64u(secret) }
  return keyFromPem(alg, pem(createPrivateKey({ key: jwk, format: 'jwk' })))
}

export class LineAuthor {
  constructor(url) {
    this.url = url
  }

  call(method, path, { body, headers = {} } = {}) {
    const all = { ...headers, ...(this.token && { Authorization: `Bearer ${this.token}` }), ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }) }
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.url), { method, headers: all, rejectUnauthorized: false }, (answer) => {
        const parts = []
        answer.on('data', (c) => parts.push(c))
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), text: Buffer.concat(parts).toString() }))
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  async json(method, path, options) {
    let answer = await this.call(method, path, options)
    // A server that was restarted knows no token of before.
    if (answer.status === 401 && answer.text.includes('token_expired')) {
      await this.login()
      answer = await this.call(method, path, options)
    }
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return JSON.parse(answer.text)
  }

  async enrol(uri, device = '测试设备') {
    const invite = inviteKey(uri)
    const own = makeKey('EdDSA')
    const proof = detached(own, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${invite.kid}\n${own.kid}`))
    const made = write(makeAuthor(invite), 'key.enrolled', new Date().toISOString(), {}, { key: own.jwk, device, proof })
    await this.json('POST', '/v1/enrol', { body: made.line, headers: { 'Content-Type': 'text/plain' } })
    this.author = makeAuthor(own)
    await this.login()
  }

  async login() {
    delete this.token
    const { origin } = await this.json('GET', '/v1/server')
    const { key } = this.author
    const now = Math.floor(Date.now() / 1000)
    const head = b64u(JSON.stringify({ alg: key.alg, kid: key.kid, typ: 'JWT' }))
    const claims = b64u(JSON.stringify({ iss: key.kid, sub: key.kid, aud: origin, iat: now, exp: now + 60, jti: crypto.randomUUID() }))
    const assertion = `${head}.${claims}.${b64u(key.sign(Buffer.from(`${head}.${claims}`)))}`
    const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString()
    this.token = (await this.json('POST', '/v1/token', { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).access_token
  }

  // Signs, pushes, uploads. `files`: [{bytes, type, role, item}]. Gives {id, hash, status, code?, index?}.
  async say(type, { site, region, names = [] }, body, files = [], at = new Date()) {
    // `names`: entries of files that the server has already.
    const named = files.map(({ bytes, type: kind, role, item }) => ({ sha256: sha256(bytes).toString('hex'), size: bytes.length, type: kind, role, item }))
    const before = { ...this.author }
    const made = write(this.author, type, at.toISOString(), { site, region, ...(named.length + names.length > 0 && { files: [...names, ...named] }) }, body)
    const answer = await this.json('POST', '/v1/records', { body: `${made.line}\n`, headers: { 'Content-Type': 'application/plumb-lines' } })
    const [result] = answer.results
    // A refused line keeps no number here: the next one takes its place.
    if (result.status === 'refused') Object.assign(this.author, before)
    else for (let i = 0; i < files.length; ++i) await this.upload(named[i], files[i].bytes)
    return { id: made.payload.id, hash: made.hash, ...result }
  }

  async upload({ sha256: hash, type }, bytes) {
    const told = (text) => Buffer.from(text).toString('base64')
    const begun = await this.call('POST', '/v1/uploads', { headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': bytes.length, 'Upload-Metadata': `sha256 ${told(hash)},type ${told(type)}` } })
    if (begun.status !== 201) throw new Error(`upload: ${begun.status} ${begun.text}`)
    if (Number(begun.headers['upload-offset'] ?? 0) === bytes.length) return
    const done = await this.call('PATCH', begun.headers.location, { body: bytes, headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' } })
    if (done.status !== 204) throw new Error(`upload: ${done.status} ${done.text}`)
  }
}
