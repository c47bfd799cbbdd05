import { expect, it } from 'vitest'
import { kWords } from '../../src/public_page/words'

const kinds = ['inspection', 'assessment', 'order', 'act'] as const
const says = { at: '', after: null, signers: 2, waits: false, test: false, checklist: { title: { zh: '设施蔬菜', en: 'Vegetables' }, version: '3', items: 16 }, photos: 14, files: 2, findings: 3 }

it('every kind of record and every event has a sentence in both languages', () => {
  for (const words of Object.values(kWords)) {
    for (const kind of kinds) expect(words.says({ ...says, kind })).toMatch(/2|two/)
    for (const what of ['amended', 'withdrawn', 'extended'] as const) expect(words.since({ what, at: '', fingerprint: '' }, '2026-11-22 18:03')).toContain('2026-11-22 18:03')
    for (const why of ['empty', 'character', 'short', 'long'] as const) expect(words.fault({ why, said: '7' }).length).toBeGreaterThan(3)
  }
  expect(kWords.en.says({ ...says, kind: 'inspection' })).not.toMatch(/[\u4e00-\u9fff]/)
  expect(kWords.zh.says({ ...says, kind: 'inspection' })).toBe('设施蔬菜 第 3 版，16 项；2 人签名，收录时核过资格；照片 14 张、文件 2 份。')
  expect(kWords.zh.says({ ...says, kind: 'inspection', test: true })).toContain('试用记录，无效')
  expect(kWords.en.says({ ...says, kind: 'inspection', test: true })).toContain('Test, not valid')
  expect(kWords.zh.says({ ...says, kind: 'inspection', waits: true })).toContain('还等第二名检查员签字')
  expect(kWords.en.says({ ...says, kind: 'inspection', waits: true })).toContain('counts for nothing')
})
