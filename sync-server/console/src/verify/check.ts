/** One question that this page answered by itself: ✓, ✗, or honestly neither. `say` is a sentence's key with its values. */
export type CheckId = 'signature' | 'chain' | 'keys' | 'rights' | 'body' | 'inclusion' | 'checkpoint' | 'consistency' | 'witnesses' | 'clock' | 'local_day' | 'cosigned' | 'document' | 'score' | 'files'
export type CheckState = 'ok' | 'bad' | 'wait' | 'unknown'

export interface Check {
  id: CheckId
  state: CheckState
  say: string
  args?: Record<string, string | number>
}

export const ok = (id: CheckId, say: string, args?: Check['args']): Check => ({ id, state: 'ok', say, args })
export const bad = (id: CheckId, say: string, args?: Check['args']): Check => ({ id, state: 'bad', say, args })
export const unknown = (id: CheckId, say: string, args?: Check['args']): Check => ({ id, state: 'unknown', say, args })
