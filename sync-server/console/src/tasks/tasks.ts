/** The tasks of the caller's regions by the day that is due, a page at a time: the server's word, as the lists of rounds are. */
import { reactive } from 'vue'
import type { KnownTask, TaskState } from '../api/planning_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'
import { checklists, loadChecklists } from '../rounds/checklists'

const kPage = 50

export type TaskOrder = '' | 'due_down'

export const tasks = reactive({
  items: [] as KnownTask[],
  next: null as string | null,
  state: '' as TaskState | '',
  /** Which day that is due comes first; '': the earliest. */
  order: '' as TaskOrder,
  /** For whoever shows or chooses one. */
  get checklists() {
    return checklists.items
  },
  loading: true,
  said: null as Said | null,
})

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  tasks.loading = true
  try {
    const answer = await services().api.tasks({ state: tasks.state, order: tasks.order }, fresh ? null : tasks.next, kPage)
    if (mine !== turn) return
    Object.assign(tasks, { items: fresh ? answer.items : [...tasks.items, ...answer.items], next: answer.next, said: null })
  } catch (e) {
    if (mine === turn) tasks.said = sayProblem(e)
  } finally {
    if (mine === turn) tasks.loading = false
  }
}

export async function loadTasks(): Promise<void> {
  await page(true)
  try {
    await loadChecklists()
  } catch (e) {
    tasks.said = sayProblem(e)
  }
}

export const moreTasks = () => page(false)

export async function filterTasks(state: TaskState | ''): Promise<void> {
  Object.assign(tasks, { state, items: [], next: null })
  await page(true)
}

export async function orderTasks(order: TaskOrder): Promise<void> {
  Object.assign(tasks, { order, items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (type.startsWith('task.')) await page(true)
})
