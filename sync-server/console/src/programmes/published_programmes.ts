/** The programmes that the log publishes, of each the newest version, as this browser believes them. */
import { reactive, shallowRef } from 'vue'
import type { Said } from '../i18n/said'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import { ProvedLines } from '../verify/proved_lines'
import type { Programme } from './programme'

export interface PublishedProgramme {
  says: Programme
  /** "62": the place that its line names; "": all. */
  region: string
  index: number
  author: string
  at: string
}

export const programmes = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const publishedProgrammes = shallowRef<readonly PublishedProgramme[]>([])
let held: { of: unknown; lines: ProvedLines; byId: Map<string, PublishedProgramme> } | null = null

export async function refreshProgrammes(): Promise<void> {
  programmes.loading = true
  programmes.said = null
  try {
    const { api } = services()
    if (held?.of !== api) {
      const byId = new Map<string, PublishedProgramme>()
      const lines = new ProvedLines('programme.published', (after, size) => api.programmes(after, size), ({ line: { payload }, index, author }) => {
        const says = payload.body as unknown as Programme
        byId.set(says.id, { says, region: payload.region ?? '', index, author, at: payload.at })
      })
      held = { of: api, lines, byId }
    }
    const trust = await trustNow()
    await held.lines.refresh(trust.checkpoint, trust.book)
    programmes.unbelieved = held.lines.unbelieved
    publishedProgrammes.value = [...held.byId.values()].sort((a, b) => b.index - a.index)
  } catch (e) {
    programmes.said = sayFault(e)
  } finally {
    programmes.loading = false
  }
}
