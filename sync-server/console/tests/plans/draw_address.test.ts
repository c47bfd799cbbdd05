/** The address under which a draw of a batch begins. */
import { expect, it } from 'vitest'
import { hrefOfNew, newOf } from '../../src/plans/draw_address'

it('is asked for by an address that names plan and batch', () => {
  const href = hrefOfNew('p1', '四季度:抽查')
  expect(newOf(decodeURIComponent(href.split('/')[2]!))).toEqual({ plan: 'p1', batch: '四季度:抽查' })
  expect(newOf('0198d2c4')).toBeNull()
  expect(newOf(null)).toBeNull()
})
