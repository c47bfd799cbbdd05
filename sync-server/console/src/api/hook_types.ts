/** Receivers of new lines as PROTOCOL.md (Webhooks) describes them. */
export interface Hook {
  id: string
  name: string
  url: string
  /** A prefix; '' : everywhere. */
  region: string
  /** Kinds of record; none: all. */
  types: string[]
  owner: string
  owner_name: string
  state: 'sending' | 'stopped' | 'off'
  /** Of `off`. */
  reason: '' | 'failing' | 'gone' | 'owner_revoked' | 'owner_rights' | 'log_replaced'
  error: string
  status: number
  made: string
  delivered: string | null
  /** The first line that it was not told of. */
  next: number
  pending: { id: string; from: number; to: number; attempts: number; failing: string | null } | null
  due: string | null
}

export interface HookDelivery {
  id: string
  from: number
  /** Not included. */
  to: number
  records: number
  made: string
  tried: string
  attempts: number
  status: number
  milliseconds: number
  error: string
  delivered: boolean
  again: boolean
}

export interface HookAct {
  at: string
  key: string
  person: string
  act: string
  detail: string
}

export interface HooksAnswer {
  items: Hook[]
  log_size: number
  may_register: boolean
}

export interface HookAnswer {
  hook: Hook
  log_size: number
  deliveries: HookDelivery[]
  acts: HookAct[]
}

export interface HookDone {
  hook: Hook | null
  /** Told once: of a receiver that was registered, or whose secret was replaced. */
  secret?: string
}
