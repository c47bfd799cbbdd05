import { describe, expect, it } from 'vitest'
import { marksOver, readMarks } from '../../src/record/marks'

const layer = (mark: string) => `{"v":1,"of":"${'a'.repeat(64)}","marks":[${mark}]}`

describe('a layer of marks', () => {
  it('is read whole', () => {
    expect(readMarks(layer('{"kind":"text","color":"blue","points":[[5,6]],"text":"未上锁"}'))!.marks).toEqual([{ kind: 'text', color: 'blue', points: [[5, 6]], text: '未上锁' }])
    expect(readMarks(layer(''))!.marks).toEqual([])
  })
  it.each([
    '', '[]', '{"v":2}', layer('5'), layer('{"kind":"skull","points":[[0,0],[1,1]]}'), layer('{"kind":"arrow","color":"pink","points":[[0,0],[1,1]]}'),
    layer('{"kind":"arrow","points":[[0,0]]}'), layer('{"kind":"arrow","points":[[7,7],[7,7]]}'), layer('{"kind":"arrow","points":[[0,0],[1,10001]]}'), layer('{"kind":"arrow","points":[[0,0],[1,1.5]]}'),
    layer('{"kind":"ellipse","points":[[5,5],[5,9]]}'), layer('{"kind":"text","points":[[9,9]]}'), layer('{"kind":"text","points":[[9,9]],"text":"a\\u0007"}'), layer('{"kind":"arrow","points":[[0,0],[1,1]],"text":"x"}'),
    layer(Array(101).fill('{"kind":"arrow","points":[[0,0],[1,1]]}').join(',')),
  ])('that is none is refused: %s', (text) => expect(readMarks(text)).toBeNull())
})

describe('over a photo lies', () => {
  const f = (sha256: string, item: string | undefined, role: string, of?: string) => ({ sha256, size: 1, type: 'image/png', role, ...(item ? { item } : {}), ...(of ? { of } : {}) })
  it('the first layer of the same item that names it', () => {
    const files = [f('a', '2', 'evidence'), f('b', '2', 'evidence'), f('m', '2', 'marks', 'a'), f('n', '3', 'marks', 'b'), f('o', '2', 'marks', 'a')]
    expect(marksOver(files, files[0]!)?.sha256).toBe('m')
    expect(marksOver(files, files[1]!)).toBeNull()
    expect(marksOver(files, f('b', '3', 'evidence'))?.sha256).toBe('n')
  })
  it('nothing that is no layer, or belongs to none', () => {
    expect(marksOver([f('m', '2', 'shown', 'a'), f('n', '2', 'marks')], f('a', '2', 'evidence'))).toBeNull()
  })
  it('a receipt’s own, which belong to no item', () => {
    expect(marksOver([f('m', undefined, 'marks', 'a'), f('n', undefined, 'marks', 'a')], f('a', undefined, 'receipt'))?.sha256).toBe('m')
  })
})
