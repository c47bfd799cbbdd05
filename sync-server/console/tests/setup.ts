// Node 18 has WebCrypto, but not as a global.
import { webcrypto } from 'node:crypto'
if (!globalThis.crypto) Object.defineProperty(globalThis, 'crypto', { value: webcrypto })
