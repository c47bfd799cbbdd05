import { describe, expect, it } from 'vitest'
import { readMarks } from '../../src/record/marks'

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
