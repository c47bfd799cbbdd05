/** The published checklists, the newest version of each, for whoever chooses one: the server's word, as the lists of rounds are. */
import { reactive } from 'vue'
import { newestOf, type Published } from '../checklist/published'
import { services } from '../people/session'

export const checklists = reactive({ items: [] as Published[] })

/** Once. Throws a Problem. */
export async function loadChecklists(): Promise<void> {
  if (checklists.items.length > 0) return
  checklists.items = newestOf((await services().api.rounds()).checklists)
}
