/** 各页共用的部件。 */
export const uiZh = {
  ui: {
    day: { example: '例如 2026-11-30', none: '这不是一个日期，请写成 2026-11-30 这样。', early: '不能早于{day}。', late: '不能晚于{day}。', open: '选日期：{label}', days: '日历', today: '今天', yearBack: '上一年', monthBack: '上个月', monthOn: '下个月', yearOn: '下一年' },
    table: { order: '排序', asItComes: '默认次序' },
    choice: { search: '输入可查找', none: '没有找到', open: '展开：{label}', picked: '已选：{label}', drop: '去掉{name}', more: '还有 {n} 个，请再输入几个字' },
  },
}
