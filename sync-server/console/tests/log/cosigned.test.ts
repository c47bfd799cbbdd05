import { describe, expect, it } from 'vitest'
import { parseVerifierKey } from '../../src/log/checkpoint'
import { cosignedBy } from '../../src/log/cosigned'

// The same vectors as tests/unit/crypto/cosignature_test.cpp: made by Python's cryptography from the specification's example.
const body = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const logLine = '— example.com/behind-the-sofa be1zqQx8hYrJJIfiWfY39ShElJ74dPrOjXSgJJ2qG3vny2U7JyHN2kKCWb5H5e2MfxP7My2OyDRrDvCH/RbVubiZ8AE=\n'
const witnessLine = '— witness.example.com/w1 dF+16AAAAABkGFDLUwBLV8e4tjvb6qEHiNTQjDZIX+7tvd038taw9A7W/cQ7ZhSah0uJMOI6CTPez5qwHtE49MrkWhU349mtYmi3Dw==\n'
const witnessKey = 'witness.example.com/w1+745fb5e8+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU'
const note = body + '\n' + logLine + witnessLine
const witness = await parseVerifierKey(witnessKey, 4)

describe('a witness’s key', () => {
  it('is none of a log, and the other way round', async () => {
    await expect(parseVerifierKey(witnessKey)).rejects.toThrow()
    await expect(parseVerifierKey('example.com/behind-the-sofa+6ded73a9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c', 4)).rejects.toThrow()
  })
})

describe('cosignatures', () => {
  it('are those of the witnesses that were named, with their time', async () => {
    expect(await cosignedBy(note, [witness])).toEqual({ by: [{ name: 'witness.example.com/w1', at: new Date(1679315147000) }], bad: [] })
    expect(await cosignedBy(note, [])).toEqual({ by: [], bad: [] })
    expect(await cosignedBy(body + '\n' + logLine, [witness])).toEqual({ by: [], bad: [] })
  })
  it('of another text, another time or another key are told as what they are', async () => {
    expect(await cosignedBy(note.replace('20852163', '20852164'), [witness])).toEqual({ by: [], bad: ['witness.example.com/w1'] })
    expect(await cosignedBy(note.replace('dF+16AAAAABkGFDL', 'dF+16AAAAABkGFDM'), [witness])).toEqual({ by: [], bad: ['witness.example.com/w1'] })
    expect(await cosignedBy(note.replace('w1 dF+16', 'w1 dF+26'), [witness])).toEqual({ by: [], bad: [] })
    expect(await cosignedBy(note + '— witness.example.com/w1 dF+16AAAAAA=\n', [witness])).toEqual({ by: [], bad: ['witness.example.com/w1'] })
  })
})
