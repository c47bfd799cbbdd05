/**
 * What may be inspected (register.published; RECORDS.md): the twin of shared/records/reference/item_register.h, both tested by
 * tests/unit/records/cases/registers.json.
 */
import type { LocalText } from '../checklist/document'
import { newestOn } from '../folds/versions'

export interface RegisterItem {
  code: string
  name: LocalText
  basis: LocalText
  object?: LocalText
  most?: number
  modes?: string[]
  checklists?: string[]
}

export interface ItemRegister {
  id: string
  title: LocalText
  source: LocalText
  where: string
  from: string
  until?: string
  items: RegisterItem[]
}

/** What holds on a day: of each id the newest version that has begun, unless it has ended. `versions`: in log order. */
export function holdingOn<T extends ItemRegister>(day: string, versions: readonly T[]): T[] {
  return newestOn(day, versions).filter((v) => v.until === undefined || day <= v.until)
}

const isCalled = (item: RegisterItem, words: string) => item.code === words || Object.values(item.name).includes(words)

export interface RegisterFault {
  code: '' | 'items_unnamed' | 'item_unpublished' | 'item_mode'
  /** That is wrong; '': none in particular. */
  item: string
}

/** Whether what a check is for is published. No registers: nothing is said. */
export function registeredFault(items: readonly string[], mode: string, registers: readonly ItemRegister[]): RegisterFault {
  if (registers.length === 0) return { code: '', item: '' }
  if (items.length === 0) return { code: 'items_unnamed', item: '' }
  for (const words of items) {
    const called = registers.flatMap((r) => r.items).filter((item) => isCalled(item, words))
    if (called.length === 0) return { code: 'item_unpublished', item: words }
    if (!called.some((item) => !item.modes?.length || item.modes.includes(mode))) return { code: 'item_mode', item: words }
  }
  return { code: '', item: '' }
}
