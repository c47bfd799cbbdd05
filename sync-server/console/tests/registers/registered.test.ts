import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { holdingOn, registeredFault, type ItemRegister } from '../../src/registers/registered'

const file = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/registers.json', import.meta.url), 'utf8')) as {
  registers: ItemRegister[]
  cases: { day: string; items: string[]; mode: string; holding: string[]; code: string }[]
}

describe('what may be inspected, as the library judges it', () => {
  for (const one of file.cases)
    it(`${one.day} ${one.items.join(', ') || 'nothing'} ${one.mode}: ${one.code || 'may be'}`, () => {
      const holding = holdingOn(one.day, file.registers)
      expect(holding.map((r) => r.title.zh)).toEqual(one.holding)
      expect(registeredFault(one.items, one.mode, holding).code).toBe(one.code)
    })
})
