/** The programmes that the log publishes, as this browser believes them. */
import { computed } from 'vue'
import { keepPublished, type Published } from '../verify/published'
import type { Programme } from './programme'

export type PublishedProgramme = Published<Programme>

const { state, versions, refresh } = keepPublished<Programme>('programme.published', (api) => (after, size) => api.programmes(after, size))
export { refresh as refreshProgrammes, state as programmes }

/** Of each id the newest version, whatever place it names: sites and panels know a programme by its id alone. The newest first. */
export const publishedProgrammes = computed(() => [...new Map(versions.value.map((one) => [one.id, one])).values()].sort((a, b) => b.index - a.index))
