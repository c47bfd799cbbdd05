/** The calls of PROTOCOL.md that a browser makes. Each either answers or throws a Problem; none retries on its own. */
import type { Bytes } from '../base/bytes'
import { Problem, readProblem } from './problem'
import type { TokenSource } from './token'
import type { ChainAnswer, EnrolAnswer, ExportCounts, PushAnswer, RecordAnswer, ServerInfo, Status, SummaryPage } from './types'

export interface CheckpointAnswer {
  checkpoint: string
  consistency?: string[]
}

type Send = typeof fetch

export class OpenApi {
  constructor(protected readonly send: Send = (...a) => fetch(...a)) {}

  server(): Promise<ServerInfo> {
    return this.json('/v1/server')
  }

  enrol(line: string): Promise<EnrolAnswer> {
    return this.json('/v1/enrol', { method: 'POST', body: line, headers: { 'Content-Type': 'text/plain' } })
  }

  protected async json<T>(path: string, init?: RequestInit): Promise<T> {
    const response = await this.ask(path, init)
    return (await response.json()) as T
  }

  protected async ask(path: string, init?: RequestInit): Promise<Response> {
    let response: Response
    try {
      response = await this.send(path, init)
    } catch (e) {
      if (e instanceof DOMException && e.name === 'AbortError') throw e
      throw new Problem(0, 'offline', e instanceof Error ? e.message : String(e))
    }
    if (!response.ok) throw await readProblem(response)
    return response
  }
}

export class Api extends OpenApi {
  constructor(
    private readonly tokens: TokenSource,
    send?: Send,
  ) {
    super(send)
  }

  push(line: string, have: number): Promise<PushAnswer> {
    const headers = { 'Content-Type': 'application/plumb-lines' }
    return this.json(`/v1/records?have=${have}`, { method: 'POST', body: line + '\n', headers })
  }

  inspections(status: Status, after: string | null, limit: number): Promise<SummaryPage> {
    const more = after ? `&after=${encodeURIComponent(after)}` : ''
    return this.json(`/v1/query/inspections?status=${status}&limit=${limit}${more}`)
  }

  record(id: string): Promise<RecordAnswer> {
    return this.json(`/v1/query/records/${encodeURIComponent(id)}`)
  }

  /** How much a list has that is to be taken away; `name`: "inspections", "sites". */
  exportCounts(name: string, query: string): Promise<ExportCounts> {
    return this.json(`/v1/export/${name}?${query}`)
  }

  /** A list as a file, on its way; `name`: "inspections.csv". */
  exported(name: string, query: string, signal?: AbortSignal): Promise<Response> {
    return this.ask(`/v1/export/${name}?${query}`, { signal })
  }

  chain(): Promise<ChainAnswer> {
    return this.json('/v1/query/chain')
  }

  checkpoint(have: number): Promise<CheckpointAnswer> {
    return this.json(`/v1/checkpoint?have=${have}`)
  }

  consistency(from: number, to: number): Promise<{ hashes: string[] }> {
    return this.json(`/v1/proof/consistency?from=${from}&to=${to}`)
  }

  /** A page of the feed, as text: the log's trust lines from the index `after` on, below `size`. */
  async trust(after: number, size: number): Promise<string> {
    return (await this.ask(`/v1/trust?after=${after}&size=${size}&limit=5000`)).text()
  }

  async file(sha256: string, signal?: AbortSignal): Promise<Bytes> {
    const response = await this.ask(`/v1/files/${sha256}`, { signal })
    return new Uint8Array(await response.arrayBuffer())
  }

  /** A token that ended between two calls is renewed once, unseen. */
  protected override async ask(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await super.ask(path, await this.signed(init))
    } catch (e) {
      if (!(e instanceof Problem) || (e.code !== 'token_expired' && e.code !== 'token_missing')) throw e
      this.tokens.forget()
      return super.ask(path, await this.signed(init))
    }
  }

  private async signed(init?: RequestInit): Promise<RequestInit> {
    const headers = { ...(init?.headers as Record<string, string>), Authorization: `Bearer ${await this.tokens.get()}` }
    return { ...init, headers }
  }
}
