import { describe, expect, it } from 'vitest'
import { bodyOf, emptyDraft, kQuestions, lacksOf, readAddress } from '../../src/rate_page/draft'

const full = () => ({ marks: Object.fromEntries(kQuestions.map((q) => [q, 4])), text: '' })

describe('a rating', () => {
  it('lacks a mark until each question has one', () => {
    expect(lacksOf(emptyDraft())).toEqual(['marks'])
    const { light: _, ...four } = full().marks as Record<string, number>
    expect(lacksOf({ marks: four, text: '' })).toEqual(['marks'])
    expect(lacksOf(full())).toEqual([])
  })
  it('is short, counted as the server counts', () => {
    expect(lacksOf({ ...full(), text: '中'.repeat(300) })).toEqual([])
    expect(lacksOf({ ...full(), text: '中'.repeat(301) })).toEqual(['long'])
  })
  it('is sent with its text where there is one to read', () => {
    expect(JSON.parse(bodyOf('C', { ...full(), text: ' \u202e讲得清楚 ' }))).toEqual({ code: 'C', answers: full().marks, text: '讲得清楚' })
    expect(JSON.parse(bodyOf('C', { ...full(), text: ' \n' }))).not.toHaveProperty('text')
  })
  it('finds its code in the address, and nothing else', () => {
    expect(readAddress('#7F3K-0000-1111-2222-ABCD')).toBe('7F3K-0000-1111-2222-ABCD')
    for (const none of ['', '#', '#code', '#<script>alert(1)</script>', `#${'A'.repeat(99)}`]) expect(readAddress(none)).toBe('')
  })
})
