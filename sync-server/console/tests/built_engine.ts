/** The engine as it was built for the page, in Node; null where this machine could not build it (tools/setup). */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Engine } from '../src/engine/engine'
import { digest } from '../src/engine/host'
import type { ModuleMaker } from '../src/engine/module'

const script = fileURLToPath(new URL('../engine/engine.js', import.meta.url))

export async function builtEngine(): Promise<Engine | null> {
  if (!existsSync(script)) return null
  const { default: make } = (await import(/* @vite-ignore */ pathToFileURL(script).href)) as { default: ModuleMaker }
  const wasm = readFileSync(script.replace(/\.js$/, '.wasm'))
  return new Engine(await make({ digest, wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer }))
}
