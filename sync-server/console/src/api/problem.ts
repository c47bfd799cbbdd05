/** An RFC 9457 problem document as an Error; `offline` stands for no answer at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** The server's clock, where a problem tells it. */
    readonly time: string | null = null,
  ) {
    super(detail || code)
  }
}

export async function readProblem(response: Response): Promise<Problem> {
  try {
    const p = (await response.json()) as Record<string, unknown>
    const text = (v: unknown) => (typeof v === 'string' ? v : '')
    return new Problem(response.status, text(p.code) || `http_${response.status}`, text(p.detail) || text(p.title), text(p.time) || null)
  } catch {
    return new Problem(response.status, `http_${response.status}`, response.statusText)
  }
}

export function asProblem(e: unknown): Problem {
  return e instanceof Problem ? e : new Problem(0, 'internal', e instanceof Error ? e.message : String(e))
}
