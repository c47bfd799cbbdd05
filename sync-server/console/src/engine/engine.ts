/**
 * The checklist engine of tablet and server, in this browser (shared/engine/ENGINE.md): loaded when it is first needed.
 * A request is answered at once; what is refused throws an EngineError with the engine's own code and sentence.
 */
import type { Module, ModuleMaker } from './module'

export class EngineError extends Error {
  constructor(
    readonly code: string,
    detail: string,
  ) {
    super(detail)
  }
}

export type Request = { do: string } & Record<string, unknown>

export class Engine {
  constructor(private readonly module: Module) {}

  /** `attached`: the bytes that the request speaks of. */
  ask<Answer>(request: Request, attached: Uint8Array = new Uint8Array()): Answer {
    const text = new TextEncoder().encode(JSON.stringify(request))
    const at = this.module._engine_room(text.length + attached.length)
    this.module.HEAPU8.set(text, at)
    this.module.HEAPU8.set(attached, at + text.length)
    const begun = this.module._engine_call(text.length)
    const bytes = this.module.HEAPU8.slice(begun, begun + this.module._engine_answer_size())
    const answer = JSON.parse(new TextDecoder().decode(bytes)) as Answer & { error?: { code: string; detail: string } }
    if (answer.error) throw new EngineError(answer.error.code, answer.error.detail)
    return answer
  }
}

// A console that was built without the engine has none here, and says so where it would be used.
const built = import.meta.glob<{ default: ModuleMaker }>('../../engine/engine.js')

export const hasEngine = Object.keys(built).length > 0

let loading: Promise<Engine> | null = null

export function loadEngine(): Promise<Engine> {
  loading ??= start().catch((e: unknown) => {
    // A line that broke is asked again the next time.
    loading = null
    throw e
  })
  return loading
}

async function start(): Promise<Engine> {
  const [module] = Object.values(built)
  if (!module) throw new EngineError('no_engine', 'this console was built without the engine')
  const [{ default: make }, { digest }] = await Promise.all([module(), import('./host')])
  return new Engine(await make({ digest }))
}
