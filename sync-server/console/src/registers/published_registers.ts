/** The registers of inspection items that the log publishes, in all versions, as this browser believes them. */
import { reactive, shallowRef } from 'vue'
import type { Said } from '../i18n/said'
import type { Checkpoint } from '../log/checkpoint'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import type { TrustBook } from '../trust/chain'
import { ProvedLines, type ProvedLine } from '../verify/proved_lines'
import { holdingOn, type ItemRegister } from './registered'

export interface PublishedRegister extends ItemRegister {
  /** "62": the places that it is for; "": all. */
  region: string
  index: number
  author: string
  at: string
}

export interface RegisterSource {
  registers(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

export class PublishedRegisters {
  /** In log order. */
  readonly versions: PublishedRegister[] = []
  private readonly lines: ProvedLines

  constructor(source: RegisterSource) {
    this.lines = new ProvedLines('register.published', (after, size) => source.registers(after, size), (one) => this.take(one))
  }

  get unbelieved(): number {
    return this.lines.unbelieved
  }

  /** As ProvedLines.refresh. */
  refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    return this.lines.refresh(checkpoint, book)
  }

  private take({ line: { payload }, index, author }: ProvedLine): void {
    this.versions.push({ ...(payload.body as unknown as ItemRegister), region: payload.region ?? '', index, author, at: payload.at })
  }
}

export const registers = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const registerVersions = shallowRef<readonly PublishedRegister[]>([])
let held: { of: unknown; all: PublishedRegisters } | null = null

/** Those for a place that hold on a day. */
export const registersFor = (region: string, day: string) => holdingOn(day, registerVersions.value.filter((r) => region.startsWith(r.region)))

export async function refreshRegisters(): Promise<void> {
  registers.loading = true
  registers.said = null
  try {
    const { api } = services()
    if (held?.of !== api) held = { of: api, all: new PublishedRegisters(api) }
    const trust = await trustNow()
    await held.all.refresh(trust.checkpoint, trust.book)
    registers.unbelieved = held.all.unbelieved
    registerVersions.value = [...held.all.versions]
  } catch (e) {
    registers.said = sayFault(e)
  } finally {
    registers.loading = false
  }
}
