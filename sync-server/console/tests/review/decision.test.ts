/** A veto is accepted by two: why this browser may return such a record and not accept it. */
import { expect, it, vi } from 'vitest'
import { session } from '../../src/people/session'
import { record } from '../../src/record/open_record'
import { whyNotAccept } from '../../src/review/decision'
import type { VerifiedLine, VerifiedRecord } from '../../src/verify/record'

// Nothing is typed here, and nobody is enrolled whose words could be kept.
vi.mock('../../src/people/typing', () => ({ useTyping: () => ({ begin: async () => {}, end: () => {}, signing: () => null }) }))

const by = (person: string) => ({ author: { person: { id: person, name: person } } }) as unknown as VerifiedLine
const open = (over: Partial<VerifiedRecord>) => Object.assign(record, { verified: { current: { line: { hash: 'f'.repeat(64) } }, veto: true, status: 'submitted', agreed: null, cosigned: null, ...over } as unknown as VerifiedRecord })

it('whoever agreed already, or made the visit, does not accept a veto', () => {
  Object.assign(session, { person: { id: 'li', name: 'li' } })
  open({})
  expect(whyNotAccept()).toBeNull()
  open({ agreed: by('li') })
  expect(whyNotAccept()).toBe('agreed_already')
  open({ agreed: by('sun') })
  expect(whyNotAccept()).toBeNull()
  open({ cosigned: by('li') })
  expect(whyNotAccept()).toBe('own_visit')
  open({ veto: false, cosigned: by('li'), agreed: by('li') })
  expect(whyNotAccept()).toBeNull()
})
