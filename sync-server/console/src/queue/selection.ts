/** Which of the listed records were chosen for one act on many; none unless somebody asked to choose. */
import { reactive } from 'vue'
import type { queue } from './queue'

type Listed = (typeof queue.items)[number]

export const selection = reactive({
  choosing: false,
  /** By id, as the list showed them when they were chosen. */
  chosen: new Map<string, Listed>(),
})

export function toggleChoosing(): void {
  selection.choosing = !selection.choosing
  if (!selection.choosing) selection.chosen.clear()
}

export function toggleChosen(item: Listed): void {
  selection.choosing = true
  if (!selection.chosen.delete(item.id)) selection.chosen.set(item.id, item)
}

/** All that are listed; where all are chosen already, none. */
export function chooseAll(items: Listed[]): void {
  const all = items.every((i) => selection.chosen.has(i.id))
  for (const item of items) {
    if (all) selection.chosen.delete(item.id)
    else selection.chosen.set(item.id, item)
  }
}
