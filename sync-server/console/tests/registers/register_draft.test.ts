/** A register is signed as the library takes it, and says what it lacks before. */
import { expect, it } from 'vitest'
import { bodyOf, draftOf, emptyRegister, lacksOf } from '../../src/registers/register_draft'
import { bodyFault } from '../../src/verify/body'
import { example } from '../support'

it('lacks everything at first', () => {
  expect(lacksOf(emptyRegister(), 0)).toEqual(['region', 'title', 'id', 'source', 'where', 'from', 'items'])
})

it('a new version is as the one before, but for its document, its days and its items', () => {
  const register = { ...(example('register.published') as never as Parameters<typeof draftOf>[0]), region: '620321' }
  const draft = draftOf({ ...register, title: { zh: '清单', en: 'Register' } }, '2027-01-01')
  expect(lacksOf(draft, 0)).toEqual(['source', 'items'])
  Object.assign(draft, { source: '永市监发〔2027〕1号', items: register.items })
  expect(lacksOf(draft, 0)).toEqual([])
  expect(lacksOf({ ...draft, until: '2026-12-31' }, 2)).toEqual(['until', 'faults'])
  const body = bodyOf(draft)
  expect(bodyFault('register.published', body)).toBeFalsy()
  expect(body.title, 'in both languages').toEqual({ zh: '清单', en: 'Register' })
  expect(bodyOf({ ...draft, english: ' ' }).title).toEqual({ zh: '清单' })
})
