/** The named values in the database, and their shapes. */
import type { Bytes } from '../base/bytes'
import type { PublicJwk } from '../crypto/jwk'

/** A value under the browser's key (sealed.ts). */
export interface Sealed {
  iv: Bytes
  data: Bytes
}

export interface Identity {
  kid: string
  jwk: PublicJwk
  /** Not extractable: it can sign, and cannot be read. */
  privateKey: CryptoKey
  server: string
  /** Of the server's certificate, as the invitation told it; older browsers kept none. */
  pin?: string | null
  origin: string
  log: string
  root: string
  device: string
  /** The enrolment line; sent again, byte for byte, until the server has answered. */
  line: string
  /** Empty until the enrolment is in the log and the chain has been checked. */
  trust: string[]
  rootKey: PublicJwk | null
}

export interface Chain {
  seq: number
  prev: string
}

export interface Outbox {
  line: string
  seq: number
  hash: string
  /** The record that the line decides upon. */
  of: string
  type: string
  /** Under which name what became of the line is kept, in the transaction that ends its wait. */
  mark?: string
  /** What was typed for it, should the server refuse it. */
  typed?: KeptTyping
}

/** The text of a form that is not in the log yet, under the name by which its form asks for it (people/typing.ts). */
export interface KeptTyping {
  name: string
  sealed: SealedTyping
}

export interface SealedTyping extends Sealed {
  /** When it was kept, in ms; builds before this one did not say it. */
  at?: number
}

/** A file of a line that was signed here: it goes after its line, and stays until the server has all of it. */
export interface WaitingFile {
  sha256: string
  type: string
  /** The bytes; or, of a file that lies sealed already, under which name. */
  bytes?: Bytes
  kept?: string
  /** Nobody needs it here once it was brought. */
  release?: boolean
  /** The hash of the line. */
  of: string
}

/** A line that somebody else signed and gave to this browser: it goes to the log before its own (Author.bringCarried). */
export interface Carried {
  /** The name under which its text lies sealed. */
  kept: string
  refused?: { code: string; detail: string }
}

/** What became of a line. */
export type Outcome = { status: 'accepted'; index: number } | { status: 'refused'; code: string; detail: string }

/** An invitation made in this browser whose private half must reach its person: until it is claimed, ended or put away. */
export interface KeptInvitation {
  uri: string
  kid: string
  expires: string
}

export interface Seen {
  size: number
  root: string
  note: string
}

/** A trust line of the log, proved to stand at its index; the digest over it and all before it; what was found of it there. */
export interface KeptTrustLine {
  index: number
  text: string
  digest: Bytes
  good: boolean
}

/** KeptTyping lies under this and the name of its form. */
export const kTyped = 'typed/'
export const kIdentity = 'identity'
export const kChain = 'chain'
export const kOutbox = 'outbox'
/** Before the hash of a line that is carried for somebody else: Carried */
export const kCarried = 'carried/'
/** WaitingFile[] */
export const kFiles = 'files'
/** KeptInvitation[] */
export const kInvitations = 'invitations'
/** The kids of devices whose characters were compared here: string[] */
export const kCompared = 'compared'
export const kSeen = 'seen'
/** Verifier keys of the witnesses that this browser's person trusts: string[] */
export const kWitnesses = 'witnesses'
/** The log's trust lines, all of them, in log order. */
export const kTrust = 'trust'
/** CryptoKey, AES-GCM, not extractable: what is not signed yet is sealed under it (sealed.ts). */
export const kSealKey = 'seal'
/** Names of the drafts of self-assessments that are here: string[] */
export const kDrafts = 'drafts'
/** What this browser took of the log for its person's self-assessments (assess/own_feed.ts). */
export const kOwnFeed = 'feed'
