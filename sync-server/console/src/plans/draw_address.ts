/** Where a draw of a plan's batch begins: an address that names both. */
import { hrefOf } from '../ui/router'

const kNew = 'new:'

export const hrefOfNew = (plan: string, batch: string) => hrefOf('draws', `${kNew}${plan}:${batch}`)

/** Null where the address is of a draw that stands. */
export function newOf(id: string | null): { plan: string; batch: string } | null {
  const m = /^new:([^:]+):(.+)$/s.exec(id ?? '')
  return m ? { plan: m[1]!, batch: m[2]! } : null
}
