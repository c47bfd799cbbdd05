import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/checklist/document'
import { filledLabel, questionsById } from '../../src/record/filled_label'

const question = (id: string, more: Partial<Question> = {}): Question => ({ id, type: 'text', label: { zh: id, en: id }, unit: {}, choices: [], lower: null, upper: null, calculation: '', ...more }) as Question

const area = question('area')
const crop = question('crop', { choices: [{ name: 'rape', label: { zh: '油菜', en: 'Rape' }, verdict: 'none', overrules: false }] })
const sum = question('sum', { calculation: '${area} * 2' })
const byId = questionsById([{ questions: [question('plots', { type: 'repeat', questions: [area, crop] }), sum] }])

describe('a label with places', () => {
  it('says what was answered there, choices in words, in the language of the page', () => {
    const near = { area: '4', crop: 'rape' }
    expect(filledLabel({ zh: '${area} 亩${crop}的产量', en: 'Yield of ${area} mu of ${crop}' }, near, byId, 'zh')).toBe('4 亩油菜的产量')
    expect(filledLabel({ zh: 'x', en: 'Yield of ${area} mu of ${crop}' }, near, byId, 'en')).toBe('Yield of 4 mu of Rape')
  })
  it('leaves nothing where nothing was answered or no question is named, and says that a computed answer is not known here', () => {
    expect(filledLabel({ zh: 'A${area}B${nobody}C${sum}D' }, {}, byId, 'zh')).toBe('ABC…D')
  })
  it('obeys nothing that an answer says', () => {
    expect(filledLabel({ zh: '${area}$&' }, { area: '${crop} $1', crop: 'rape' }, byId, 'zh')).toBe('${crop} $1$&')
  })
})
