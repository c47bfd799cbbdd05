/** The archive's index, in Chinese. */
export const archiveZh = {
  archive: {
    title: '档案', lead: '已归档的案卷目录，按年度、检查类别和编号排列。保管期限由归档时的签名记录写明。', none: '没有这样的案卷。', noneDue: '没有保管期满的案卷。', year: '年度', allYears: '全部年度', kind: '检查类别', allKinds: '全部类别', number: '编号', noNumber: '未下达整改', site: '检查对象', archived: '归档', term: '保管期限', allTerms: '全部期限', papers: '文书', until: '至 {day}', wasUntil: '{day} 已满', onlyDue: '只看期满', onlyDisposed: '只看已销毁', noneDisposed: '没有已销毁的案卷。', nothingGoes: '期满只作提示：不经两人提出和批准，系统不销毁任何文件。',
  },
}
