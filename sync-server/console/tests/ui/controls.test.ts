import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const kSources = fileURLToPath(new URL('../../src', import.meta.url))

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : /\.(vue|ts)$/.test(name) ? [path] : []
  })
}

/** Where src holds it outside src/ui: "tasks/TaskDialog.vue:12". */
function placesOf(pattern: RegExp): string[] {
  return filesIn(kSources)
    .map((path) => ({ name: relative(kSources, path).split(sep).join('/'), lines: readFileSync(path, 'utf8').split('\n') }))
    .filter(({ name }) => !name.startsWith('ui/'))
    .flatMap(({ name, lines }) => lines.flatMap((line, i) => (pattern.test(line) ? [`${name}:${i + 1}`] : [])))
}

describe('the parts of src/ui', () => {
  it('make every dialog (Sheet, Modal), so that the focus stays in it and comes back, and a click beside it loses nothing typed', () => {
    expect(placesOf(/<dialog\b|createElement\('dialog'|showModal\(/)).toEqual([])
  })
  it('make every day that is entered (DateField), so that it is in the page’s language and not the browser’s, and can be typed', () => {
    expect(placesOf(/type="date"|type="datetime-local"|type = 'date'/)).toEqual([])
  })
  it('make every table (DataTable), so that each has a caption, heads that are heard, cards on a phone, and prints', () => {
    expect(placesOf(/<table\b|createElement\('table'/)).toEqual([])
  })
  it('are where the library is known: no page asks Reka UI itself', () => {
    expect(placesOf(/from '(reka-ui|@internationalized\/date)'/)).toEqual([])
  })
})
