/**
 * The page without a network: its service worker is registered, and a newer build is told of and taken only when the person says
 * so. Other tabs go on with the build that they have until they are opened anew.
 */
import { reactive } from 'vue'

export const offline = reactive({
  /** none: this browser has no service worker, or refuses it here (a certificate that it does not trust). */
  state: 'none' as 'none' | 'preparing' | 'ready',
  /** A newer build is here, whole, and waits. */
  update: false,
})

let waiting: ServiceWorker | null = null
const kEveryMs = 60 * 60_000

export async function startOffline(container: ServiceWorkerContainer | undefined = navigator.serviceWorker, built = import.meta.env.PROD): Promise<void> {
  if (!container || !built) return
  try {
    offline.state = 'preparing'
    const registration = await container.register('/sw.js', { scope: '/', updateViaCache: 'none' })
    follow(registration, container)
    void container.ready.then(() => (offline.state = 'ready'))
    const look = () => void registration.update().catch(() => undefined)
    setInterval(look, kEveryMs)
    addEventListener('online', look)
  } catch {
    offline.state = 'none'
  }
}

function follow(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  const take = (worker: ServiceWorker | null) => {
    // The first build of all replaces nothing.
    if (!worker || !container.controller) return
    waiting = worker
    offline.update = true
  }
  take(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => worker.state === 'installed' && take(worker))
  })
}

/** What was filled in is on disk by then: each change is written as it is made. */
export function takeUpdate(container: ServiceWorkerContainer = navigator.serviceWorker, reload: () => void = () => location.reload()): void {
  container.addEventListener('controllerchange', reload, { once: true })
  waiting?.postMessage('take-over')
}
