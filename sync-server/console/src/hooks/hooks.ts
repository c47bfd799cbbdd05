/** Receivers that the server tells of new lines: the list, one that is open, and what administrators do with them. */
import { reactive } from 'vue'
import type { Hook, HookAnswer } from '../api/hook_types'
import type { Said } from '../i18n/said'
import { sayProblem, services, session } from '../people/session'
import { kRecordTypes } from '../trust/record_types'

export const hooks = reactive({
  items: [] as Hook[],
  size: 0,
  mayRegister: false,
  loading: true,
  said: null as Said | null,
  /** The one whose messages are shown. */
  open: null as HookAnswer | null,
  /** A secret that was just told, and of whom: it is kept nowhere. */
  secret: null as { name: string; text: string } | null,
  /** The page stands open: a secret that arrives after it was left is not kept. */
  looked: false,
  busy: false,
})

/** The server tells of receivers to these alone; nobody else is to ask. */
const mayLook = () => session.grants.some(({ role }) => role === 'administrator' || role === 'auditor')

export async function loadHooks(): Promise<void> {
  if (!mayLook()) return void Object.assign(hooks, { items: [], loading: false, said: { key: 'problem.wrong_role' } })
  hooks.loading = true
  try {
    const { items, log_size, may_register } = await services().api.hooks()
    Object.assign(hooks, { items, size: log_size, mayRegister: may_register, said: null })
    if (hooks.open) await openHook(hooks.open.hook.id)
  } catch (e) {
    hooks.said = sayProblem(e)
  } finally {
    hooks.loading = false
  }
}

export async function openHook(id: string | null): Promise<void> {
  if (id === null || !hooks.items.some((one) => one.id === id)) return void (hooks.open = null)
  try {
    hooks.open = await services().api.hook(id)
  } catch (e) {
    hooks.said = sayProblem(e)
  }
}

/** What is asked of the server; false: it was not done, and `hooks.said` tells why. */
export async function actHook(hook: { id: string; name: string } | null, asked: Record<string, unknown>): Promise<boolean> {
  if (hooks.busy) return false
  hooks.busy = true
  hooks.said = null
  try {
    const done = await (hook ? services().api.changeHook(hook.id, asked) : services().api.addHook(asked))
    if (done.secret && hooks.looked) hooks.secret = { name: done.hook?.name ?? '', text: done.secret }
    if (done.hook === null) hooks.open = null
    await loadHooks()
    return true
  } catch (e) {
    hooks.said = sayProblem(e)
    return false
  } finally {
    hooks.busy = false
  }
}

/** Families of records in the table's order, each with its kinds. */
export const kFamilies: [string, string[]][] = [...new Set([...kRecordTypes.values()].map((one) => one.family))].map((family) => [family, [...kRecordTypes].filter(([, one]) => one.family === family).map(([type]) => type)])

/** What a receiver is told of: families that it has whole, and kinds beside them. */
export function toldOf(types: string[]): { families: string[]; types: string[] } {
  const whole = kFamilies.filter(([, all]) => all.every((type) => types.includes(type)))
  return { families: whole.map(([family]) => family), types: types.filter((type) => !whole.some(([, all]) => all.includes(type))) }
}

export interface HookDraft {
  name: string
  url: string
  regions: string[]
  families: string[]
  from: '' | number
}

/** What the draft lacks, before the server is asked. */
export function hookFaults(draft: HookDraft, everywhere: boolean): ('name' | 'url' | 'region' | 'from')[] {
  const faults: ('name' | 'url' | 'region' | 'from')[] = []
  if (draft.name.trim() === '') faults.push('name')
  if (!/^https:\/\/[^\s/]+/i.test(draft.url.trim())) faults.push('url')
  if (draft.regions.length === 0 && !everywhere) faults.push('region')
  if (draft.from !== '' && !(Number.isInteger(draft.from) && draft.from >= 0)) faults.push('from')
  return faults
}

export function askedOf(draft: HookDraft): Record<string, unknown> {
  const types = kFamilies.filter(([family]) => draft.families.includes(family)).flatMap(([, all]) => all)
  return { name: draft.name.trim(), url: draft.url.trim(), region: draft.regions[0] ?? '', types, ...(draft.from !== '' && { from: draft.from }) }
}
