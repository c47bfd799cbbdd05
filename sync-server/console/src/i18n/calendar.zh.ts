/** The calendar of working days, and drawing a signature, in Chinese. */
export const calendarZh = {
  calendar: {
    title: '工作日历', lead: '整改期限按工作日计算时，以这里的放假和调休为准。没有公布的年份不作推测，跨入的期限按自然日计算并写明。', publish: '公布一年', year: '{year} 年', counted: '放假 {off} 天 · 调休上班 {worked} 天', builtin: '随程序附带', proved: '已验证：日志第 {index} 条，{author} 于 {at} 公布', show: '看全年', hide: '收起', done: '已公布 · 日志第 {n} 条', lacking: '{year} 年的放假安排还没有公布：跨入该年的期限按自然日计算。', unbelieved: '有 {n} 行公布不予采信，没有使用。', kind: { off: '放假', worked: '上班' },
    form: { title: '公布一年的放假安排', say: '粘贴国务院办公厅的通知原文，或者逐行写日期。签名后写入日志，审核台和平板同步后即按此计算。', text: '通知原文或日期', like: '一、元旦：1月1日至3日放假调休，共3天。1月4日上班。\n也可以逐行写：2027-01-01/2027-01-03　　2027-01-04 上班', file: '打开文件（TXT、CSV、JSON）', year: '年份', source: '来源（通知名称和文号）', preview: '{year} 年，读出的结果', replaces: '将代替已有的 {year} 年', sign: '签名并公布' },
    lacks: { year: '年份要在 2000 到 2100 之间。', source: '要写明来源。' },
    fault: { unread: '读不出这一句里的日期：“{text}”。', no_day: '没有这一天：{text}。', other_year: '{text} 不在 {year} 年。', backwards: '{text}：止于起始之前。', not_weekend: '{text} 写作上班，但它本来就是工作日。', both: '{text} 既写了放假又写了上班。', none: '没有读到放假的日期。', json: '这份 JSON 里没有 off 和 worked 两个列表。' },
  },
  pad: { here: '在此手写签名', blank: '手写签名，空白', written: '手写签名，已写', again: '重写' },
  ticks: { label: '对象', ticked: '已选 {n}', all: '全选列出的 {n} 个', none: '取消列出的 {n} 个', only: '只看已选', noneTicked: '还没有选对象。', strays: '不在所选地区的：' },
}
