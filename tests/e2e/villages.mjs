// A checklist that needs files beside itself: a list of villages, a table of their areas, a picture.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { writeJson } from '../../tools/stage/stage.mjs'

const document = {
  format: 1, id: 'villages', version: '1', kind: 'supervision', languages: ['zh'], title: '种植面积核查',
  grades: [{ id: 'done', tone: 'pass', label: '完成' }],
  sections: [{ id: 's', title: '村', items: [{
    id: '1', points: 10, text: '种植面积不少于 30 亩', rule: { kind: 'within', of: 'area', min: 30 },
    questions: [
      { id: 'village', type: 'select_one', file: 'villages.csv', label: '在图上找到所在的村', media: { image: 'map.png' } },
      { id: 'area', type: 'calculate', label: '登记面积', unit: '亩', calculation: "pulldata('areas', 'area', 'village', ${village})" }] }] }] }

// The document alone in a folder of its own; its path.
export function writeVillages(folder) {
  mkdirSync(folder)
  return writeJson(join(folder, 'villages.json'), document)
}

export const writeList = (folder, text = 'name,label\ndongwan,东湾村\nxiwan,西湾村\n') => writeFileSync(join(folder, 'villages.csv'), text)

export function writeTableAndPicture(folder) {
  writeFileSync(join(folder, 'areas.csv'), 'village,area\ndongwan,42\nxiwan,12.5\n')
  writePhoto(join(folder, 'map.png'), 'greenhouse', 3)
}
