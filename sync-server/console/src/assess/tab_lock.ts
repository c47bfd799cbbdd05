/**
 * One tab writes a draft: whoever holds the browser's lock of its name. Another tab is told, and may take it over; then the first
 * one is told and writes no more. A tab that was closed or killed holds nothing.
 */
export interface TabLock {
  release(): void
}

/** Null where another tab holds it. `lost` runs once, when another tab took it over. */
export function holdTab(name: string, lost: () => void, takeOver = false): Promise<TabLock | null> {
  if (typeof navigator === 'undefined' || !navigator.locks) return Promise.resolve({ release: () => undefined })
  return new Promise((resolve, reject) => {
    let held = false
    let released = false
    navigator.locks
      .request(name, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null)
        held = true
        return new Promise<void>((done) =>
          resolve({
            release: () => {
              released = true
              done()
            },
          }),
        )
      })
      .catch((e: unknown) => (held ? !released && lost() : reject(e)))
  })
}
