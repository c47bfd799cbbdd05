// What the fold of shared/records/assessment makes of each walk, this one makes of it.
import { describe, expect, it } from 'vitest'
import { assessmentOf, foldAssessment, type AssessmentRow } from '../../src/folds/assessment'
import { lineOf, readWalks } from '../walks'

const walks = readWalks('assessment.json')

describe('a self-assessment', () => {
  it.each(walks.map((steps, i) => ({ i, steps })))('goes walk $i as it is written', ({ steps }) => {
    let row: AssessmentRow | null = null
    for (const step of steps) {
      row = foldAssessment(row, lineOf(step))
      if (step.row) expect(row).toEqual(step.row)
    }
  })
  it('is nothing where nobody contributed or submitted', () => {
    expect(assessmentOf([])).toBe(null)
  })
})
