/** A table of terms is signed as the library takes it, and says what it lacks before. */
import { expect, it } from 'vitest'
import { bodyOf, draftOf, emptyRetention, lacksOf } from '../../src/retention/retention_draft'
import { bodyFault } from '../../src/verify/body'
import { example } from '../support'

it('lacks everything at first', () => {
  expect(lacksOf(emptyRetention())).toEqual(['region', 'title', 'id', 'source', 'where', 'from', 'terms'])
})

it('a new version is as the one before, but for its document and its day', () => {
  const table = { ...(example('retention.published') as never as Parameters<typeof draftOf>[0]), region: '620321' }
  const draft = draftOf(table, '2027-01-01')
  expect(lacksOf(draft)).toEqual(['source'])
  draft.source = '永市监发〔2027〕1号'
  expect(lacksOf(draft)).toEqual([])
  const body = bodyOf(draft)
  expect(bodyFault('retention.published', body)).toBeFalsy()
  expect(body.terms).toEqual([{ kind: 'supervision', term: '30' }, { kind: 'enforcement', term: 'permanent' }, { kind: 'patrol', term: '10' }])
  expect(body.from).toBe('2027-01-01')
  expect(bodyOf(draftOf({ ...table, title: { zh: '期限表', en: 'Terms' } }, '2027-01-01')).title, 'in both languages').toEqual({ zh: '期限表', en: 'Terms' })
  expect(bodyOf(draftOf({ ...table, title: { zh: '期限表' } }, '2027-01-01')).title).toEqual({ zh: '期限表' })
})
