/** Publication of results, in Chinese. */
export const publishingZh = {
  publishing: {
    title: '结果公示', lead: '检查结果在 20 个工作日内公示。公示、更正和撤回都是签名记录；内容由本浏览器从验证过的记录得出，不含个人信息。', none: '没有这样的结果。',
    checkedOn: '{day} 检查', findings: '问题 {n} 项', noGrade: '无等级', due: '{day} 前公示', dueCalendar: '{day} 前公示（当年工作日历未公布，按自然日算）', by: '{name} 于 {at} 公示', withdrawnBy: '{name} 于 {at} 撤回', stale: '公示之后对象的名称变了：要更正或撤回。',
    publicPage: '公示页', waits: '审核接受后才能公示', open: '看记录', make: '公示', again: '重新公示', correct: '更正', withdraw: '撤回', name: '检查对象', checked: '检查日期', checklist: '检查表', result: '结果',
    state: { pending: '待公示', overdue: '逾期未公示', published: '已公示', stale: '要更正', withdrawn: '已撤回' },
    form: { make: '公示结果', correct: '更正公示', withdraw: '撤回公示', verifying: '正在验证记录…', unready: '记录没有通过验证，或者还没有审核接受，不能公示。', where: '公示的位置（可不填）', reason: '理由', personal: '这里有个人信息：{text}', nobody: '公示的内容里没有任何人的姓名和联系方式。', makeYes: '签名公示', correctYes: '签名更正', withdrawYes: '签名撤回' },
  },
}
