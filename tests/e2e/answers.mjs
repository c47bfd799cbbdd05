// What the inspector of the end-to-end test finds at the site: the checklist's veto fixture (5 days instead of 7).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiled, top } from '../../tools/stage/stage.mjs'

const fixture = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-veto.json'), 'utf8'))
export const document = JSON.parse(readFileSync(compiled('6a'), 'utf8'))
export const found = { answers: fixture.answers, na: fixture.na, notes: fixture.notes }
// Items that need a photo in this case: the key items, and the one that is met in part.
export const photoItems = ['1', '2', '3', '10', '6']
