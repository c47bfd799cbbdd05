/** Self-assessment in the browser, in Chinese. */
export const assessZh = {
  assess: {
    title: '自评', lead: '没有平板也能自评：在这里填写、附上文件、签名提交。断网时照样可以填写和签名，联网后自动发送。', noEngine: '这个控制台构建时没有带上计算引擎，不能在浏览器里自评。请用平板，或请管理员按 README 重新构建。',
    none: '现在没有需要您自评的轮次。', loading: '正在读取', opening: '正在打开', offline: '现在没有网络。您可以照常填写和签名，联网后自动发送。', waits: '有一份签好的记录在等待发送。', filesWait: '记录已送达，还有文件在等待发送。',
    closed: '本轮已关闭', late: '已过截止日 {day}（超过 {n} 天）', dueToday: '今天截止', dueIn: '{day} 截止（还有 {n} 天）', closes: '{day} 截止',
    step: { not_begun: '未开始', filling: '填写中', submitted: '已提交，待审核', returned: '已退回', accepted: '已通过' },
    begin: '开始填写', goOn: '继续填写', amend: '补充修改', read: '查看', draftHere: '本浏览器有草稿', signedWaits: '已签名，待发送', broken: '草稿无法打开', brokenSay: '这份草稿解不开：浏览器里的数据损坏，或密钥已被清除。', here: '可离线填写', notHere: '还没有下载完，离线时不能填写', notHereSay: '这份检查表还没有下载到本浏览器，请联网后再打开。',
    refused: '服务器没有接受：{say} 您的填写都还在，改好后可以再次签名。', back: '全部自评', standing: '填写情况',
    otherTab: '这份自评正在另一个标签页里填写，这里只能看。', takeOver: '改在这里填写', signedSay: '已签名，正在等待发送。发送之前不能再改。',
    saved: { saved: '已保存', saving: '正在保存', full: '浏览器的存储空间已满，最近的修改没有保存。请清理空间后重试，不要关闭本页。', failed: '最近的修改没有保存，请重试，不要关闭本页。' },
    byColleague: '{name} 已经提交了这份自评。退回后您可以继续填写并交给同事。', taken: '已并入同事填写的 {n} 项。', given: '已交给同事。',
    conflict: '与 {name} 填写的不同', conflictSay: '{name} 在 {at} 也改了这一项，与您填写的不同。请选择以哪个为准。', keepMine: '以我填写的为准', keepTheirs: '采用 {name} 填写的',
    lacks: '还缺 {n} 处，补齐后才能签名提交：', complete: '已填写完整，可以签名提交。', handOver: '交给同事合并（{n} 项）', toSign: '核对并签名',
    mark: { button: '标注', edit: '改标注', title: '在 {name} 上标注', tools: '画什么', colors: '颜色', arrow: '箭头', ellipse: '圈', line: '线', text: '文字', mosaic: '马赛克', red: '红', yellow: '黄', blue: '蓝', words: '要写的字', wordless: '请先写要标的字，再点照片。', stage: '照片，已有 {n} 处标注', how: '在照片上拖动画出；原照片不变。用键盘：回车放下，方向键移动，Shift+方向键改变大小，Delete 去掉最后一处。', undo: '去掉最后一处', keep: '保存标注', failed: '标注没有保存。' },
    assign: '“{section}”由谁填写', assignNobody: '未指派', assignSelf: '{name}（我）', assignedTo: '由 {name} 填写', assignedMe: '由我填写', assignedBy: '{name} 指派于 {at}',
    signTitle: '核对后签名提交', signSay: '下面就是将要签名的内容，服务器会重新计算，一字不差才会接受。', findings: '不符合项 {n} 个', noFindings: '没有不符合项。', findingDue: '整改期限 {day}', signFiles: '附件 {n} 个', signedBy: '{name} · {at}', signLate: '截止日已过，提交后会注明逾期。', signOffline: '现在没有网络：签名后先保存在本浏览器，联网后自动发送。', reason: '为什么修改', sign: '签名提交',
    addFile: '添加文件', removeFile: '删除文件 {name}', addNote: '写备注', note: '备注', na: '不适用', naReason: '为什么不适用', naSet: '设为不适用', naBecause: '不适用：{reason}', naNot: '改为适用', photo: '照片', byOthers: '同事添加的文件', mediaLacks: '{name}（这里没有这个文件）',
    fault: { of: '{name}：{why}', empty: '文件是空的。', too_large: '文件超过 64 MB。', unknown_kind: '不能附这种文件。可以附 JPEG、PNG、WebP、HEIC 照片和 PDF、Word、Excel、PowerPoint、文本文件。', no_picture: '图片已损坏，打不开。', doubled: '这个文件已经在这一项里了。', too_many: '这一项的文件太多了。', full: '浏览器的存储空间不够，这个文件没有保存；已有的内容都还在。', failed: '这个文件没有保存，请再试。' },
    parts: {
      title: '没有网络时用文件交接', giveFirst: '先点“交给同事合并”签名，签好的这一份就能在这里存成文件，用 U 盘等交给同事。同事在平板或浏览器里收下，不用网络。', giveSay: '把下面每一份都存成文件，用 U 盘等交给同事；同事在平板或浏览器里收下，不用网络。',
      own: '{n} 项，{at} 签名', waits: '还没有送到服务器', logged: '服务器已收到', save: '存成文件', drop: '把同事给的文件拖到这里，可以一次放几个；或者', take: '选择同事的文件',
      took: '已收下 {name} 填写的 {n} 项。', known: '{name} 的这一份（{n} 项）早已在这里。', missing: '其中 {n} 个附件不在文件里，联网后会取到。', otherVersion: '它是按检查表第 {v} 版填写的，本版没有的题目不会并入。', refused: '服务器没有接受 {name} 的那一份：{say}',
      fault: {
        no_part: '这不是同事交出的自评文件，请选择同事用“存成文件”存下的那个。', part_too_heavy: '连附件超过 128 MB，存成文件别人取不进去。请联网后交给合并。', part_too_large: '这个文件超过 128 MB，请同事少附一些照片，分几次交。', part_cut: '这个文件不完整，多半是没有拷贝完，请重新拷贝一次。', part_changed: '这个文件损坏了，或者存下之后被改动过，请同事重新存一份。', part_file_changed: '文件里的附件 {file} 与签名时的不一样，请同事重新存一份。',
        part_other_log: '这个文件属于另一个系统，不是这里的自评。', own_part: '这是您自己交出的那一份，请交给同事去收。', part_other_site: '这个文件是另一个单位（{site}）的自评，请打开那份自评再收。', part_other_round: '这个文件属于另一轮自评（{round}），请打开那一轮再收。', part_other_checklist: '这个文件填写的是另一张检查表（{checklist}），不能并到这里。',
        part_author_unknown: '本浏览器还不认识签这个文件的同事，请联网打开一次自评页，再来收。', bad_signature: '签名对不上：内容在签名之后被改动过。请同事重新存一份。', key_revoked: '签这个文件的设备已被停用，它的内容不能再收。', wrong_role: '签这个文件的人没有填写企业自评的权限。', wrong_region: '签这个文件的人不是本单位的。', site_unknown: '本浏览器还不知道这个单位，请联网打开一次自评页，再来收。', bad_payload: '这个文件的内容不符合格式，不能收下。', round_closed: '这份自评已经提交，或者这一轮已经关闭，不能再收。', full: '浏览器的存储空间不够，这个文件没有收下；已有的内容都还在。',
      },
    },
    test: { chip: '试填', begin: '试填一次', goOn: '继续试填', draftHere: '有试填草稿', waits: '试填已签名，待发送', say: '这是试填：用来试这张检查表。签名提交后标明“试用”，不计入自评进度、统计和名单，也不与同事交接。', complete: '已填写完整，可以签名提交这次试填。', toSign: '核对试填并签名', signTitle: '核对试填后签名提交', sign: '签名提交试填', done: '试填已提交，已标明“试用”，不作数。', refused: '服务器没有接受这次试填：{say} 您的填写都还在。' },
    forgetDrafts: '这里还有 {n} 份没有提交的自评，清除后无法找回。', handedIn: '已提交', update: '新版本已就绪。', updateNow: '保存并更新', updateLater: '以后再说',
  },
}
