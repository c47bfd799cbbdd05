/** Solves a challenge in a worker, so that the page stays usable. */
import type { Challenge } from './work'

export const solveBeside = (challenge: Challenge, content: Uint8Array) =>
  new Promise<string>((done, failed) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const end = (then: () => void) => {
      worker.terminate()
      then()
    }
    worker.onmessage = ({ data }: MessageEvent<string>) => end(() => done(data))
    worker.onerror = () => end(() => failed(new Error('the worker ended')))
    worker.postMessage({ challenge, content })
  })
