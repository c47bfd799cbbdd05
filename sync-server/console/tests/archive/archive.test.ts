/** The archive's years are those that a check may have been made in. */
import { expect, it } from 'vitest'
import { archiveYears } from '../../src/archive/archive'

it('offers ten years, the newest first', () => {
  expect(archiveYears('2026-11-29')).toEqual(['2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019', '2018', '2017'])
  expect(archiveYears('2026-01-01', 1)).toEqual(['2026'])
})
