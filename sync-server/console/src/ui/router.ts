/**
 * Routes in the hash, so that any path of the server is the same page: #/queue[/<id>[/proof]][?<filters>], #/returned…, #/accepted…, #/incomplete…, #/tests…,
 * #/assess[/<site>/<round>], #/board[/<id>/<item>], #/referrals, #/assessments…, #/rounds, #/plans[/programmes], #/checks, #/tasks, #/publishing, #/archive, #/hooks, #/draws, #/complaints, #/panels[/<inspection>], #/checklists, #/people[/<kid>|invite|import],
 * #/sites[/<id>|new|import], #/calendar, #/standards, #/statistics[/<filters>], #/about, #/enrol?i=….
 * `?sort=name`, `?sort=-closing.days`: by what a table of the page is put in order (table.ts); it goes with the place.
 */
import { reactive, readonly } from 'vue'
import type { Status } from '../api/types'

export type Place = 'assess' | 'queue' | 'returned' | 'accepted' | 'incomplete' | 'tests' | 'board' | 'referrals' | 'rounds' | 'plans' | 'checks' | 'tasks' | 'publishing' | 'archive' | 'hooks' | 'draws' | 'complaints' | 'panels' | 'checklists' | 'people' | 'sites' | 'calendar' | 'standards' | 'statistics' | 'about' | 'enrol'

interface Route {
  place: Place
  id: string | null
  /** The open record's authenticity, which is a page of its own where there is room for one column only. */
  proof: boolean
  /** The item of the finding that is open on the board. */
  item: string | null
  invitation: string | null
  /** What the queue is narrowed down to, as its address writes it; '' elsewhere. */
  query: string
  /** By what a table is put in order; '': as it comes. */
  sort: string
}

export const kStatusOf: Record<'queue' | 'returned' | 'accepted' | 'incomplete' | 'tests', Status> = { queue: 'submitted', returned: 'returned', accepted: 'accepted', incomplete: 'incomplete', tests: 'test' }
export const kPlaces: Place[] = ['assess', 'queue', 'returned', 'accepted', 'incomplete', 'tests', 'board', 'referrals', 'rounds', 'plans', 'checks', 'tasks', 'publishing', 'archive', 'hooks', 'draws', 'complaints', 'panels', 'checklists', 'people', 'sites', 'calendar', 'standards', 'statistics', 'about', 'enrol']

const current = reactive<Route>({ place: 'queue', id: null, proof: false, item: null, invitation: null, query: '', sort: '' })
export const route = readonly(current)

export function go(place: Place, id: string | null = null): void {
  location.hash = hrefOf(place, id)
}

/** In place of this address: whoever goes back does not come here again. */
export function goInstead(place: Place, id: string): void {
  location.replace(hrefOf(place, id))
}

export function hrefOf(place: Place, id: string | null = null, proof = false): string {
  const query = place !== current.place ? '' : place === 'queue' && current.query ? `?${current.query}` : current.sort ? `?sort=${current.sort}` : ''
  return (id ? `#/${place}/${encodeURIComponent(id)}${proof ? '/proof' : ''}` : `#/${place}`) + query
}

/** The queue under other filters; what is open stays open. */
export function narrowQueue(query: string): void {
  current.query = query
  location.hash = hrefOf('queue', current.id, current.proof)
}

/** A table of this page in another order; what is open stays open. */
export function sortBy(sort: string): void {
  current.sort = sort
  location.hash = location.hash.replace(/\?.*$/s, '') + (sort === '' ? '' : `?sort=${sort}`)
}

/** A finding on the board has an address of its own. */
export function hrefOfFinding(id: string, item: string): string {
  return `#/board/${encodeURIComponent(id)}/${encodeURIComponent(item)}`
}

export function startRouter(): void {
  read()
  addEventListener('hashchange', read)
}

function read(): void {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const [name, id, part] = path.split('/')
  current.place = kPlaces.find((p) => p === name) ?? 'queue'
  current.id = id ? safeDecode(id) : null
  current.proof = current.id !== null && current.place !== 'board' && part === 'proof'
  current.item = current.id !== null && current.place === 'board' && part ? safeDecode(part) : null
  current.query = current.place === 'queue' ? query : ''
  current.sort = (current.place !== 'queue' && /^sort=(-?[\w.]+)$/.exec(query)?.[1]) || ''
  const m = /^i=([^&]+)/.exec(query)
  if (current.place !== 'enrol' || !m) return
  current.invitation = safeDecode(m[1]!)
  // The link carries a private key: it leaves the address bar and the history at once.
  history.replaceState(null, '', '#/enrol')
}

function safeDecode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
