/** This person's saved views of the queue. They lie on the server, so that she finds them on another machine. */
import { reactive } from 'vue'
import { Problem } from '../api/problem'
import type { SavedViews } from '../api/types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { readFilter, readOrder, writeQuery } from './filter'

export const views = reactive({ kept: null as SavedViews | null, said: null as Said | null, saving: false })

export async function readViews(): Promise<void> {
  try {
    views.kept = await services().api.savedViews()
    views.said = null
  } catch (e) {
    views.said = sayProblem(e)
  }
}

/** Under a name that there is already: instead of that one. False: nothing was saved, `views.said` tells why. */
export function keepView(name: string, query: string): Promise<boolean> {
  const view = { name: name.trim(), query: writeQuery(readFilter(query), readOrder(query)) }
  return change((all) => (all.some((v) => v.name === view.name) ? all.map((v) => (v.name === view.name ? view : v)) : [...all, view]))
}

export function removeView(name: string): Promise<boolean> {
  return change((all) => all.filter((v) => v.name !== name))
}

type Views = SavedViews['reviews']

async function change(to: (all: Views) => Views): Promise<boolean> {
  if (!views.kept || views.saving) return false
  views.saving = true
  views.said = null
  try {
    views.kept = await services().api.saveViews({ version: views.kept.version, reviews: to(views.kept.reviews) })
    return true
  } catch (e) {
    if (e instanceof Problem && e.code === 'views_newer') {
      await readViews()
      views.said = { key: 'views.newer', detail: '' }
    } else views.said = sayProblem(e)
    return false
  } finally {
    views.saving = false
  }
}
