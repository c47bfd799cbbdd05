// A year out of what a person pastes: the announcement's words, days, or JSON; and what cannot be read is said.
import { describe, expect, it } from 'vitest'
import table from '../../../../assets/calendar/working_days.json'
import { announcementIn, rangesOf, readHolidays } from '../../src/calendar/read_holidays'
import { bodyFault } from '../../src/verify/body'

const announced = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`
const said = (text: string, year = 2027) => readHolidays(text, year).faults.map((f) => f.say)

describe('days off', () => {
  it('are read out of the announcement as the file of the program has them', () => {
    const { off, worked, faults } = readHolidays(announced, 2026)
    expect(faults).toEqual([])
    const known = table.years['2026']
    expect(rangesOf(off)).toEqual(known.off)
    expect(rangesOf(worked)).toEqual(known.worked)
    expect(announcementIn(announced)).toEqual({ year: 2026, source: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）' })
    expect(bodyFault('calendar.published', { id: 'working_days', years: { 2026: { source: '通知', off: rangesOf(off), worked: rangesOf(worked) } } })).toBe(null)
  })
  it('are read out of days, one a line, and out of JSON', () => {
    const lines = readHolidays('2027-01-01/2027-01-03\n放假：2027-02-05 至 2027-02-11\n2027-01-30 上班\nworked 2027-02-20', 2027)
    expect(lines.faults).toEqual([])
    expect([rangesOf(lines.off), rangesOf(lines.worked)]).toEqual([['2027-01-01/2027-01-03', '2027-02-05/2027-02-11'], ['2027-01-30', '2027-02-20']])
    for (const year of ['2025', '2026'] as const) {
      const known = table.years[year]
      for (const json of [table, { years: { [year]: known } }, known]) {
        const read = readHolidays(JSON.stringify(json), Number(year))
        expect([read.faults, rangesOf(read.off), rangesOf(read.worked)]).toEqual([[], known.off, known.worked])
      }
    }
  })
  it('may reach over the end of a month, and never over the end of the year', () => {
    expect(rangesOf(readHolidays('1月30日至2月2日放假', 2027).off)).toEqual(['2027-01-30/2027-02-02'])
    expect(said('2026年12月31日至2027年1月2日放假')).toEqual(['other_year'])
  })
  it('that cannot be read are said, and not guessed', () => {
    expect(said('')).toEqual(['none'])
    expect(said('春节放假')).toEqual(['none'])
    expect(said('2月30日放假')).toEqual(['no_day'])
    expect(said('1月3日至1日放假')).toEqual(['backwards'])
    expect(said('1月1日放假\n2/3 放假')).toEqual(['unread'])
    expect(said('2027-01-01\n2027-01-04 上班')).toEqual(['not_weekend'])
    expect(said('2027-01-01/2027-01-03\n2027-01-02 上班')).toEqual(['both'])
    expect(said('{"off": 1}')).toEqual(['json'])
    expect(said('{')).toEqual(['json'])
  })
})
