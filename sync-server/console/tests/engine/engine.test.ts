import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Engine, EngineError } from '../../src/engine/engine'
import type { Module } from '../../src/engine/module'
import { builtEngine } from '../built_engine'

/** A module that answers what it is told to, and moves its memory as a real one does when it grows. */
function moduleAnswering(answer: string): Module & { given: string } {
  let heap = new Uint8Array(64)
  const out = {
    given: '',
    get HEAPU8() {
      return heap
    },
    _engine_room(size: number) {
      heap = new Uint8Array(size + 1024)
      return 8
    },
    _engine_call(size: number) {
      out.given = new TextDecoder().decode(heap.subarray(8, 8 + size))
      const bytes = new TextEncoder().encode(answer)
      const grown = new Uint8Array(heap.length + bytes.length)
      grown.set(bytes, heap.length)
      const at = heap.length
      heap = grown
      return at
    },
    _engine_answer_size: () => new TextEncoder().encode(answer).length,
  }
  return out
}

describe('the engine in the page', () => {
  it('asks in UTF-8 and reads the answer wherever memory has moved to', () => {
    const module = moduleAnswering('{"名":"好"}')
    expect(new Engine(module).ask({ do: 'x', text: '是' })).toEqual({ 名: '好' })
    expect(JSON.parse(module.given)).toEqual({ do: 'x', text: '是' })
  })

  it('throws what the engine refuses, with its code and its sentence', () => {
    const engine = new Engine(moduleAnswering('{"error":{"code":"not_open","detail":"checklist: 7 is not open"}}'))
    expect(() => engine.ask({ do: 'score', checklist: 7 })).toThrowError(expect.objectContaining({ code: 'not_open', message: 'checklist: 7 is not open' }) as EngineError)
  })

  it('hashes with the page’s own hashes, and reads documents of Chinese', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const attached = engine.ask<{ sha256: string }>({ do: 'attach' }, new TextEncoder().encode('abc'))
    expect(attached.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(() => engine.ask({ do: 'nothing' })).toThrow(/none of/)
  })

  it('takes the checklist of the fake server: what tests look at is what pages show', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const document = readFileSync(new URL('../fake/checklist.json', import.meta.url), 'utf8')
    expect(engine.ask<{ checklist?: number; problems: unknown[] }>({ do: 'open', document })).toMatchObject({ id: '6a-test', problems: [] })
  })
})
