import { describe, expect, test } from 'vitest'
import { kOrders, readFilter, readOrder, withFacet, writeFilter, writeQuery } from '../../src/queue/filter'

describe('what the queue is narrowed down to', () => {
  test('is written and read again as it was, in one order', () => {
    const query = writeFilter({ veto: '1', programme: '示范区 & 服务业', region: '6203', days: '7', assigned: 'me' })
    expect(readFilter(query)).toEqual({ programme: '示范区 & 服务业', region: '6203', veto: '1', days: '7', assigned: 'me' })
    expect(writeFilter(readFilter('assigned=me&days=7&veto=1'))).toBe(writeFilter(readFilter('veto=1&assigned=me&days=7')))
  })
  test('an empty programme or grade is one; anything else that is empty is none', () => {
    expect(readFilter('programme=&grade=&kind=&assigned=')).toEqual({ programme: '', grade: '' })
    expect(writeFilter({ programme: '' })).toBe('programme=')
  })
  test('takes nothing from an address that a filter cannot be', () => {
    expect(readFilter('veto=yes&findings=2&days=-1&region=62032&limit=9&after=0-1&after=x')).toEqual({})
    expect(readFilter('days=1000')).toEqual({})
  })
  test('has an order beside it, which is written where it is not the usual one', () => {
    for (const order of kOrders) expect(readOrder(writeQuery({ veto: '1' }, order))).toBe(order)
    expect(writeQuery({ veto: '1' }, 'waits')).toBe('veto=1')
    expect(writeQuery({}, 'risk')).toBe('order=risk')
    expect(readFilter('order=risk&veto=1')).toEqual({ veto: '1' })
    expect(readOrder('order=points')).toBe('waits')
  })
  test('one facet is set and taken back beside the others', () => {
    const one = withFacet({ veto: '1' }, 'programme', '')
    expect(one).toEqual({ veto: '1', programme: '' })
    expect(withFacet(one, 'veto', undefined)).toEqual({ programme: '' })
  })
})
