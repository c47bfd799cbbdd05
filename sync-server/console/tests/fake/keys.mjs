// Keys, lines and detached signatures by node:crypto alone, so that the page's own code is judged by other code.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'

export const b64u = (b) => Buffer.from(b).toString('base64url')
export const sha256 = (b) => createHash('sha256').update(b).digest()

export function thumbprint(jwk) {
  const { crv, kty, x, y } = jwk
  return b64u(sha256(JSON.stringify(kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y })))
}

export function makeKey(alg = 'EdDSA') {
  const pair = alg === 'EdDSA' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return keyOf(alg, pair.privateKey)
}

function keyOf(alg, privateKey) {
  const full = privateKey.export({ format: 'jwk' })
  const { crv, kty, x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const jwk = kty === 'OKP' ? { crv, kty, x } : { crv, kty, x, y }
  const raw = (message) => (alg === 'EdDSA' ? sign(null, message, privateKey) : lowS(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })))
  return { alg, jwk, kid: thumbprint(jwk), secret: full.d, sign: raw, privateKey }
}

const kOrder = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')

/** The other of the two forms of an ES256 signature. */
export function otherForm(signature) {
  const s = kOrder - BigInt('0x' + signature.subarray(32).toString('hex'))
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
}

function lowS(signature) {
  return BigInt('0x' + signature.subarray(32).toString('hex')) > kOrder / 2n ? otherForm(signature) : signature
}

export function keyFromPem(alg, pem) {
  return keyOf(alg, createPrivateKey(pem))
}

export function detached(key, typ, payload) {
  const head = b64u(JSON.stringify({ alg: key.alg, kid: key.kid, typ }))
  return `${head}..${b64u(key.sign(Buffer.from(`${head}.${b64u(payload)}`)))}`
}

export function signLine(key, payload) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  return `${detached(key, 'plumb+json', Buffer.from(text))} ${text}`
}

/** One key's chain: numbers and hashes its own lines. */
export function makeAuthor(key) {
  return { key, seq: 0, prev: '' }
}

export function write(author, type, at, members, body, seen = null) {
  author.seq += 1
  const payload = { v: 1, id: uuid7(at), type, seq: author.seq, prev: author.prev, at: at.replace(/Z$/, '+00:00'), ...(seen && { seen }), ...members, body }
  const line = signLine(author.key, payload)
  author.prev = sha256(line).toString('hex')
  return { line, payload, hash: author.prev }
}

export function uuid7(at) {
  const ms = Date.parse(at).toString(16).padStart(12, '0')
  const r = randomUUID()
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${r.slice(15, 18)}-${r.slice(19)}`
}
