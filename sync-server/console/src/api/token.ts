/**
 * The right to call, by RFC 7523: this browser's key signs an assertion of 60 seconds, the server answers with a bearer token.
 * Renewed before it ends, so that nobody is asked anything. A wrong clock is mended by the time that the server tells,
 * for the assertion and for nothing else.
 */
import { SignJWT } from 'jose'
import { Problem, readProblem } from './problem'

export interface Signer {
  kid: string
  privateKey: CryptoKey
}

const kLifetime = 60
const kMargin = 60_000

export function makeAssertion(signer: Signer, audience: string, nowMs: number): Promise<string> {
  const now = Math.floor(nowMs / 1000)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: signer.kid, typ: 'JWT' })
    .setIssuer(signer.kid)
    .setSubject(signer.kid)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + kLifetime)
    .setJti(crypto.randomUUID())
    .sign(signer.privateKey)
}

export class TokenSource {
  private token = ''
  private until = 0
  private skew = 0
  private running: Promise<string> | null = null

  constructor(
    private readonly signer: Signer,
    private readonly audience: string,
    private readonly send: typeof fetch = (...a) => fetch(...a),
    private readonly clock: () => number = Date.now,
  ) {}

  /** The token in hand, or a new one; calls at the same time share one request. */
  get(): Promise<string> {
    if (this.token && this.clock() < this.until - kMargin) return Promise.resolve(this.token)
    this.running ??= this.renew(true).finally(() => (this.running = null))
    return this.running
  }

  forget(): void {
    this.token = ''
  }

  private async renew(mayMendClock: boolean): Promise<string> {
    const assertion = await makeAssertion(this.signer, this.audience, this.clock() + this.skew)
    const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion })
    const response = await this.send('/v1/token', { method: 'POST', body }).catch((e: Error) => {
      throw new Problem(0, 'offline', e.message)
    })
    if (!response.ok) {
      const problem = await readProblem(response)
      if (problem.code === 'assertion_expired' && problem.time && mayMendClock) {
        this.skew = Date.parse(problem.time) - this.clock()
        return this.renew(false)
      }
      throw problem
    }
    const answer = (await response.json()) as { access_token: string; expires_in: number }
    this.token = answer.access_token
    this.until = this.clock() + answer.expires_in * 1000
    return this.token
  }
}
