// What the fold of shared/records/document makes of each walk, this one makes of it.
import { describe, expect, it } from 'vitest'
import { foldIssued, type IssuedDocument } from '../../src/folds/document'
import type { RecordFile } from '../../src/line/line'
import { lineOf, readWalks, type Step } from '../walks'

const walks = readWalks('documents.json') as (Step & { files: RecordFile[] })[][]

describe('papers of a record', () => {
  it.each(walks.map((steps, i) => ({ i, steps })))('stand as walk $i says', ({ steps }) => {
    let documents: IssuedDocument[] = []
    for (const step of steps) {
      const line = lineOf(step)
      const next = foldIssued(documents, { ...line, payload: { ...line.payload, files: step.files } })
      expect(next !== documents).toBe(step.took)
      documents = next
      expect({ documents }).toEqual(step.row)
    }
  })
})
