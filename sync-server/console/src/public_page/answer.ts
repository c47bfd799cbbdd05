/** The server's answer about a fingerprint (PROTOCOL.md, "The public page"), read strictly: what is not as it has to be is no answer. */
import { fromBase64, type Bytes } from '../base/bytes'

const kKinds = ['inspection', 'assessment', 'order', 'act', 'check', 'task', 'draw', 'publication'] as const
const kChanges = ['amended', 'withdrawn', 'extended', 'cancelled', 'unpublished'] as const

export interface Says {
  kind: (typeof kKinds)[number]
  /** By the author's clock. */
  at: string
  /** The time of the newest checkpoint that the author knew when signing; null where there was none. */
  after: string | null
  signers: number
  /** A second inspector has to sign it still; until then it counts for nothing. */
  waits: boolean
  /** Made in test mode: of no effect. */
  test: boolean
  checklist: { title: { zh: string; en: string }; version: string; items: number } | null
  photos: number
  files: number
  /** Of an order. */
  findings: number
}

export interface Since {
  what: (typeof kChanges)[number]
  at: string
  fingerprint: string
}

/** A signed PDF of the record that was issued. */
export interface Issued {
  paper: string
  language: 'zh' | 'en'
  at: string
  /** SHA-256 of the file. */
  pdf: string
}

export interface Answer {
  hash: string
  index: number
  leaf: Bytes
  logKey: string
  first: { checkpoint: string; inclusion: Bytes[] }
  newest: { checkpoint: string; consistency: Bytes[] }
  /** null for a line of which the office states nothing. */
  says: Says | null
  since: Since[]
  issued: Issued[]
  office: string
  contact: string
}

type Json = Record<string, unknown>

class NoAnswer extends Error {}
const need = (good: boolean, what: string) => {
  if (!good) throw new NoAnswer(what)
}
const object = (v: unknown, what: string): Json => {
  need(typeof v === 'object' && v !== null && !Array.isArray(v), what)
  return v as Json
}
const text = (v: unknown, what: string, most = 4096): string => {
  need(typeof v === 'string' && v.length <= most, what)
  return v as string
}
const count = (v: unknown, what: string): number => {
  need(typeof v === 'number' && Number.isSafeInteger(v) && v >= 0, what)
  return v as number
}
const instant = (v: unknown, what: string): string => {
  const said = text(v, what, 40)
  need(!Number.isNaN(Date.parse(said)), what)
  return said
}
const hashes = (v: unknown, what: string): Bytes[] => {
  need(Array.isArray(v) && v.length <= 128, what)
  return (v as unknown[]).map((one) => fromBase64(text(one, what, 64)))
}
const oneOf = <T extends string>(v: unknown, all: readonly T[], what: string): T => {
  need(all.includes(v as T), what)
  return v as T
}

function readSays(v: unknown): Says {
  const o = object(v, 'says')
  const list = o.checklist === undefined ? null : object(o.checklist, 'checklist')
  const title = list && object(list.title, 'title')
  return {
    kind: oneOf(o.kind, kKinds, 'kind'),
    at: instant(o.at, 'at'),
    after: o.after === null ? null : instant(o.after, 'after'),
    signers: count(o.signers, 'signers'),
    waits: o.waits === true,
    test: o.test === true,
    checklist: list && title && { title: { zh: text(title.zh, 'zh'), en: text(title.en, 'en') }, version: text(list.version, 'version', 64), items: count(list.items, 'items') },
    photos: count(o.photos ?? 0, 'photos'),
    files: count(o.files ?? 0, 'files'),
    findings: count(o.findings ?? 0, 'findings'),
  }
}

function readSince(v: unknown): Since {
  const o = object(v, 'since')
  const fingerprint = text(o.fingerprint ?? '', 'fingerprint', 32)
  need(/^([0-9a-f]{32})?$/.test(fingerprint), 'fingerprint')
  return { what: oneOf(o.what, kChanges, 'what'), at: instant(o.at, 'at'), fingerprint }
}

function readIssued(v: unknown): Issued {
  const o = object(v, 'issued')
  const pdf = text(o.pdf, 'pdf', 64)
  need(/^[0-9a-f]{64}$/.test(pdf), 'pdf')
  return { paper: text(o.paper, 'paper', 64), language: oneOf(o.language, ['zh', 'en'] as const, 'language'), at: instant(o.at, 'at'), pdf }
}

/** Throws where it is none. */
export function readAnswer(body: string): Answer {
  const o = object(JSON.parse(body), 'answer')
  const [first, newest] = [object(o.first, 'first'), object(o.newest, 'newest')]
  const hash = text(o.hash, 'hash', 64)
  need(/^[0-9a-f]{64}$/.test(hash), 'hash')
  const leaf = fromBase64(text(o.leaf, 'leaf', 64))
  need(leaf.length === 32, 'leaf')
  need(o.since === undefined || Array.isArray(o.since), 'since')
  need(o.issued === undefined || Array.isArray(o.issued), 'issued')
  return {
    hash,
    index: count(o.index, 'index'),
    leaf,
    logKey: text(o.log_key, 'log_key'),
    first: { checkpoint: text(first.checkpoint, 'checkpoint'), inclusion: hashes(first.inclusion, 'inclusion') },
    newest: { checkpoint: text(newest.checkpoint, 'checkpoint'), consistency: hashes(newest.consistency, 'consistency') },
    says: o.says === undefined ? null : readSays(o.says),
    since: ((o.since as unknown[] | undefined) ?? []).map(readSince),
    issued: ((o.issued as unknown[] | undefined) ?? []).map(readIssued),
    office: text(o.office, 'office'),
    contact: text(o.contact, 'contact'),
  }
}
