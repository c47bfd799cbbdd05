import { describe, expect, it } from 'vitest'
import { utf8, type Bytes } from '../../src/base/bytes'
import { judgeFile, kMostBytes } from '../../src/assess/file_kind'

const bytes = (...parts: (number[] | string)[]): Bytes => Uint8Array.from(parts.flatMap((p) => (typeof p === 'string' ? [...p].map((c) => c.charCodeAt(0)) : p)))

describe('a file', () => {
  it.each([
    ['a.bin', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg', 'evidence'],
    ['a.jpg', bytes([0x89], 'PNG\r\n\x1a\n'), 'image/png', 'evidence'],
    ['a', bytes('RIFF', [1, 0, 0, 0], 'WEBP'), 'image/webp', 'evidence'],
    ['a', bytes([0, 0, 0, 24], 'ftypheic'), 'image/heic', 'evidence'],
    ['报告.bin', bytes('%PDF-1.7'), 'application/pdf', 'document'],
    ['a.DOCX', bytes('PK\x03\x04'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'document'],
    ['a.txt', utf8('记录'), 'text/plain', 'document'],
  ])('called %s is what its first bytes say', (name, content, type, role) => {
    expect(judgeFile(content, name, true)).toEqual({ type, role })
  })
  it.each([
    ['empty.txt', bytes(), null, 'empty'],
    ['a.pdf', bytes('MZ\x90'), null, 'unknown_kind'],
    ['a.zip', bytes('PK\x03\x04'), null, 'unknown_kind'],
    ['a.txt', bytes([0xc3, 0x28]), null, 'unknown_kind'],
    ['a.wav', bytes('RIFF', [1, 0, 0, 0], 'WAVE'), null, 'unknown_kind'],
    ['cut.png', bytes([0x89], 'PNG\r\n\x1a\n'), false, 'no_picture'],
  ] as [string, Bytes, boolean | null, string][])('%s is refused with its reason', (name, content, decodes, fault) => {
    expect(judgeFile(content, name, decodes)).toEqual({ fault })
  })
  it('larger than the server takes is refused', () => {
    const large = new Uint8Array(kMostBytes + 1)
    large.set([0xff, 0xd8, 0xff])
    expect(judgeFile(large, 'a.jpg', true)).toEqual({ fault: 'too_large' })
  })
})
