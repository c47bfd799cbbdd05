/** Routes in the hash, so that any path of the server is the same page: #/queue[/<id>], #/returned…, #/accepted…, #/about, #/enrol?i=…. */
import { reactive, readonly } from 'vue'
import type { Status } from '../api/types'

export type Place = 'queue' | 'returned' | 'accepted' | 'about' | 'enrol'

interface Route {
  place: Place
  id: string | null
  invitation: string | null
}

export const kStatusOf: Record<'queue' | 'returned' | 'accepted', Status> = { queue: 'submitted', returned: 'returned', accepted: 'accepted' }
const kPlaces: Place[] = ['queue', 'returned', 'accepted', 'about', 'enrol']

const current = reactive<Route>({ place: 'queue', id: null, invitation: null })
export const route = readonly(current)

export function go(place: Place, id: string | null = null): void {
  location.hash = id ? `#/${place}/${encodeURIComponent(id)}` : `#/${place}`
}

export function startRouter(): void {
  read()
  addEventListener('hashchange', read)
}

function read(): void {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s)
  const [name, id] = path.split('/')
  current.place = kPlaces.find((p) => p === name) ?? 'queue'
  current.id = id ? safeDecode(id) : null
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
