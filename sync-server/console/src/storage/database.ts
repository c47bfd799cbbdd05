/**
 * What this browser keeps, in one IndexedDB object store of named values: its identity (with the CryptoKey), its author's
 * chain, the line that is on its way, the newest verified checkpoint. `write` is one transaction: after it settles all of
 * the changes are on disk, or none.
 */
export interface KeyValue {
  get<T>(key: string): Promise<T | undefined>
  /** Sets every named value; `undefined` removes it. */
  write(changes: Record<string, unknown>): Promise<void>
  /** The names of all values that begin so. */
  names(prefix: string): Promise<string[]>
  clear(): Promise<void>
}

const kName = 'plumbline-console'
const kStore = 'state'

export async function openDatabase(factory: IDBFactory = indexedDB): Promise<KeyValue> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const open = factory.open(kName, 1)
    open.onupgradeneeded = () => open.result.createObjectStore(kStore)
    open.onsuccess = () => resolve(open.result)
    open.onerror = () => reject(open.error)
    open.onblocked = () => reject(new Error('another tab holds an older version of this page’s store'))
  })
  db.onversionchange = () => db.close()

  function transact(run: (s: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      // "strict": the answer comes after the bytes are on disk, since a signed line must not be forgotten.
      const t = db.transaction(kStore, 'readwrite', { durability: 'strict' })
      t.oncomplete = () => resolve()
      t.onabort = t.onerror = () => reject(t.error ?? new Error('the browser refused to store'))
      run(t.objectStore(kStore))
    })
  }

  return {
    get: <T>(key: string) =>
      new Promise<T | undefined>((resolve, reject) => {
        const q = db.transaction(kStore, 'readonly').objectStore(kStore).get(key)
        q.onsuccess = () => resolve(q.result as T | undefined)
        q.onerror = () => reject(q.error)
      }),
    write: (changes) =>
      transact((s) => {
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined) s.delete(key)
          else s.put(value, key)
        }
      }),
    names: (prefix) =>
      new Promise<string[]>((resolve, reject) => {
        const q = db.transaction(kStore, 'readonly').objectStore(kStore).getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`))
        q.onsuccess = () => resolve(q.result as string[])
        q.onerror = () => reject(q.error)
      }),
    clear: () => transact((s) => s.clear()),
  }
}
