/** Texts of people whom nobody knows (shared/records/plain_text.h). */
import { said, text } from '../body_reader'

// C0 and C1 but the line end, and what turns the direction of text.
const kControls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
export const plain = (most: number) => (v: unknown) => text(v) && !kControls.test(v as string) && new TextEncoder().encode(v as string).length <= most
export const plainSaid = (most: number) => (v: unknown) => said(v) && plain(most)(v)
export const isBlank = (v: string) => /^[ \n\u00a0\u3000\u200b\ufeff]*$/.test(v)
/** Plain, and something to read. */
export const plainRead = (most: number) => (v: unknown) => plain(most)(v) && !isBlank(v as string)
/** A region of GB/T 2260 as grants name it. */
export const region = (v: unknown) => text(v) && /^(\d\d){1,3}$/.test(v as string)
