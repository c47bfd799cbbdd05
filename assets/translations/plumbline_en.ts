<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">
    <context>
        <name>AreaField</name>
        <message>
            <source>去掉这些字符</source>
            <translation>Take these characters out</translation>
        </message>
    </context>
    <context>
        <name>Assess</name>
        <message numerus="yes">
            <source>%n 项填得不同</source>
            <translation>
                <numerusform>%n item differs</numerusform>
                <numerusform>%n items differ</numerusform>
            </translation>
        </message>
        <message>
            <source>填完</source>
            <translation>done</translation>
        </message>
        <message numerus="yes">
            <source>缺 %n 处</source>
            <translation>
                <numerusform>%n lacking</numerusform>
                <numerusform>%n lacking</numerusform>
            </translation>
        </message>
        <message>
            <source>未开始</source>
            <translation>not begun</translation>
        </message>
        <message numerus="yes">
            <source>停了 %n 天</source>
            <translation>
                <numerusform>stopped for %n day</numerusform>
                <numerusform>stopped for %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>正在填</source>
            <translation>being filled</translation>
        </message>
        <message>
            <source>%1 %2 24:00 截止</source>
            <translation>due %2 %1, 24:00</translation>
        </message>
        <message numerus="yes">
            <source>已过期 %n 天</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message>
            <source>今天截止</source>
            <translation>Due today</translation>
        </message>
        <message numerus="yes">
            <source>剩 %n 天</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>全部填完</source>
            <translation>All filled</translation>
        </message>
        <message>
            <source>与计划一致</source>
            <translation>As planned</translation>
        </message>
        <message>
            <source>比计划快 %1 项</source>
            <translation>ahead of plan by %1</translation>
        </message>
        <message>
            <source>比计划慢 %1 项</source>
            <translation>behind plan by %1</translation>
        </message>
        <message>
            <source>照此速度 %1 填完</source>
            <translation>At this pace done on %1</translation>
        </message>
        <message>
            <source>附件 %1 / %2</source>
            <translation>Files %1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%n 项</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 份附件</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 处</source>
            <translation>
                <numerusform>%n thing</numerusform>
                <numerusform>%n things</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 处说明</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 项要选定</source>
            <translation>
                <numerusform>%n choice to make</numerusform>
                <numerusform>%n choices to make</numerusform>
            </translation>
        </message>
        <message>
            <source>都填全了，可以提交</source>
            <translation>Everything is filled: it can be submitted</translation>
        </message>
        <message>
            <source>还差 %1才能提交</source>
            <translation>Still missing before submitting: %1</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 等</source>
            <translation>%1 and others</translation>
        </message>
        <message>
            <source>%1 缺 %2</source>
            <translation>%1, %2 missing</translation>
        </message>
        <message>
            <source>不需要</source>
            <translation>none needed</translation>
        </message>
        <message>
            <source>扣 %1</source>
            <translation>lost %1</translation>
        </message>
        <message>
            <source>未填</source>
            <translation>not filled</translation>
        </message>
        <message>
            <source>已填，符合</source>
            <translation>filled, conforms</translation>
        </message>
        <message>
            <source>已填，部分符合</source>
            <translation>filled, partly</translation>
        </message>
        <message>
            <source>已填，不符合</source>
            <translation>filled, fails</translation>
        </message>
        <message>
            <source>不适用</source>
            <translation>not applicable</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>同事</source>
            <translation>a colleague</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>不适用：%1</source>
            <translation>Not applicable: %1</translation>
        </message>
        <message>
            <source>情况说明：%1</source>
            <translation>Note: %1</translation>
        </message>
        <message numerus="yes">
            <source>附件 %n 份</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 份文件</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 另 %n 份</source>
            <translation>
                <numerusform>%1, %n more</numerusform>
                <numerusform>%1, %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>%1填过</source>
            <translation>filled by %1</translation>
        </message>
        <message>
            <source>%1（本人）</source>
            <translation>%1 (you)</translation>
        </message>
        <message>
            <source>已派：%1</source>
            <translation>has: %1</translation>
        </message>
        <message>
            <source>%1 %2 派给 %3</source>
            <translation>assigned to %3 by %1, %2</translation>
        </message>
    </context>
    <context>
        <name>AssessFoot</name>
        <message>
            <source>已通过审核</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>退回补正</source>
            <translation>Returned to be amended</translation>
        </message>
        <message>
            <source>已提交，等待审核</source>
            <translation>Submitted, waiting for review</translation>
        </message>
        <message>
            <source>看缺什么</source>
            <translation>See what lacks</translation>
        </message>
        <message>
            <source>看记录</source>
            <translation>See the record</translation>
        </message>
        <message>
            <source>核对并提交</source>
            <translation>Check and submit</translation>
        </message>
        <message>
            <source>去选定</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>去补正</source>
            <translation>Amend</translation>
        </message>
        <message>
            <source>更正自评</source>
            <translation>Correct it</translation>
        </message>
    </context>
    <context>
        <name>AssessPage</name>
        <message>
            <source>去导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>退回补正：“%1”</source>
            <translation>Returned: "%1"</translation>
        </message>
        <message>
            <source>退回补正，见审核意见。</source>
            <translation>Returned; see what the reviewer says.</translation>
        </message>
        <message numerus="yes">
            <source>%n 项在两台设备上填得不同，两边都留着，请选定。</source>
            <translation>
                <numerusform>%n item was filled differently on two devices. Both are kept: choose.</numerusform>
                <numerusform>%n items were filled differently on two devices. Both are kept: choose.</numerusform>
            </translation>
        </message>
        <message>
            <source>去选定</source>
            <translation>Choose</translation>
        </message>
        <message numerus="yes">
            <source>%n 项只在本机，同事还看不到。</source>
            <translation>
                <numerusform>%n item is on this device only; your colleagues cannot see it yet.</numerusform>
                <numerusform>%n items are on this device only; your colleagues cannot see them yet.</numerusform>
            </translation>
        </message>
        <message>
            <source>交给合并</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>检查表还没有取到本机，联网同步一次就能开始填。</source>
            <translation>The checklist is not on this device yet. Sync once, then it can be filled.</translation>
        </message>
        <message>
            <source>去同步</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>%1
也没有要办的整改。</source>
            <translation>%1
Nothing waits to be put right, either.</translation>
        </message>
        <message>
            <source>这次自评所用的检查表已撤回（%1）。已经开始填的可以填完并提交；还没有开始的，请等主管部门另发自评。</source>
            <translation>The checklist of this self-assessment was withdrawn (%1). What was begun can be finished and submitted; if you have not begun, wait for another one from the authority.</translation>
        </message>
        <message>
            <source>试填一遍（试用，不作数）</source>
            <translation>Try it out (a test, which does not count)</translation>
        </message>
    </context>
    <context>
        <name>AssessSectionButton</name>
        <message>
            <source>附件 %1</source>
            <translation>Files %1</translation>
        </message>
        <message>
            <source>自评分 %1 / %2</source>
            <translation>Own score %1 / %2</translation>
        </message>
        <message>
            <source>上次检查 %1</source>
            <translation>Inspected %1</translation>
        </message>
        <message>
            <source>&lt;b&gt;%1&lt;/b&gt; / %2</source>
            <translation>&lt;b&gt;%1&lt;/b&gt; / %2</translation>
        </message>
        <message>
            <source>自评 %1 / %2 · 上次 %3</source>
            <translation>Own %1 / %2 · inspected %3</translation>
        </message>
        <message>
            <source>自评 %1 / %2</source>
            <translation>Own %1 / %2</translation>
        </message>
        <message>
            <source>派给您</source>
            <translation>Yours</translation>
        </message>
    </context>
    <context>
        <name>AssessTable</name>
        <message>
            <source>章节</source>
            <translation>Section</translation>
        </message>
        <message>
            <source>进度</source>
            <translation>Progress</translation>
        </message>
        <message>
            <source>谁在填</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>附件</source>
            <translation>Files</translation>
        </message>
        <message>
            <source>自评分</source>
            <translation>Own score</translation>
        </message>
        <message>
            <source>上次检查</source>
            <translation>Inspected</translation>
        </message>
    </context>
    <context>
        <name>BesideCard</name>
        <message>
            <source>没有问到</source>
            <translation>not asked</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>"%1"</translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>自评</source>
            <translation>Self-assessment</translation>
        </message>
        <message>
            <source>%1：%2 %3</source>
            <translation>%1: %2 %3</translation>
        </message>
    </context>
    <context>
        <name>Brand</name>
        <message>
            <source>准绳</source>
            <translation>Plumbline</translation>
        </message>
        <message>
            <source>标准化现场监督检查</source>
            <translation>Inspections in the field</translation>
        </message>
    </context>
    <context>
        <name>CalendarSheet</name>
        <message>
            <source>上个月</source>
            <translation>Previous month</translation>
        </message>
        <message>
            <source>yyyy 年 M 月</source>
            <translation>MMMM yyyy</translation>
        </message>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>下个月</source>
            <translation>Next month</translation>
        </message>
    </context>
    <context>
        <name>ChangeList</name>
        <message>
            <source>原为：%1</source>
            <translation>Before: %1</translation>
        </message>
    </context>
    <context>
        <name>ChangePinSheet</name>
        <message>
            <source>两次输入的 PIN 不同，请重新设。</source>
            <translation>The two PINs differ. Choose one again.</translation>
        </message>
        <message>
            <source>现在的 PIN</source>
            <translation>Present PIN</translation>
        </message>
        <message>
            <source>新的 PIN</source>
            <translation>New PIN</translation>
        </message>
        <message>
            <source>再输一遍新的 PIN</source>
            <translation>New PIN again</translation>
        </message>
        <message>
            <source>%1 请等 %2 秒再试。</source>
            <translation>%1 Wait %2 s and try again.</translation>
        </message>
    </context>
    <context>
        <name>CheckBar</name>
        <message>
            <source>已答 %1 / %2</source>
            <translation>%1 / %2 answered</translation>
        </message>
        <message>
            <source>得分 %1 / %2</source>
            <translation>Score %1 / %2</translation>
        </message>
        <message>
            <source>否决 %1</source>
            <translation>Vetoes %1</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>没有存上</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>正在存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>已存 %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>%1 处没有存上</source>
            <translation>%1 not saved</translation>
        </message>
        <message>
            <source>章节</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>锁定，换人</source>
            <translation>Lock, or hand over</translation>
        </message>
    </context>
    <context>
        <name>CheckFields</name>
        <message>
            <source>组</source>
            <translation>Entry</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>添加%1</source>
            <translation>Add %1</translation>
        </message>
        <message>
            <source>缺 %1 处</source>
            <translation>%1 missing</translation>
        </message>
        <message>
            <source>限值 %1</source>
            <translation>Limit %1</translation>
        </message>
        <message>
            <source>✓ 在限值内（%1）</source>
            <translation>✓ Within the limit (%1)</translation>
        </message>
        <message>
            <source>▲ 超出限值（%1）</source>
            <translation>▲ Outside the limit (%1)</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>%1 · %2 件待传</source>
            <translation>%1 · %2 waiting to be sent</translation>
        </message>
        <message>
            <source>为什么不适用</source>
            <translation>Why it does not apply</translation>
        </message>
        <message>
            <source>理由（写进记录）</source>
            <translation>Reason (goes into the record)</translation>
        </message>
        <message>
            <source>这一项已有 %1 张 · 需要至少 %2 张</source>
            <translation>This item has %1 · needs at least %2</translation>
        </message>
        <message>
            <source>这一项已有 %1 张</source>
            <translation>This item has %1</translation>
        </message>
        <message>
            <source>返回检查</source>
            <translation>Back to the check</translation>
        </message>
        <message>
            <source>试用，不作数</source>
            <translation>Test, does not count</translation>
        </message>
        <message>
            <source>试用：这次填写的不是真正的检查，不作数。</source>
            <translation>Test: this is no real check and does not count.</translation>
        </message>
    </context>
    <context>
        <name>ChecklistCard</name>
        <message>
            <source>适用：%1</source>
            <translation>For: %1</translation>
        </message>
        <message>
            <source>第 %1 版</source>
            <translation>version %1</translation>
        </message>
        <message>
            <source>已在本机</source>
            <translation>on this tablet</translation>
        </message>
        <message>
            <source>待下载</source>
            <translation>to be fetched</translation>
        </message>
        <message>
            <source>第 %1 版 · 草案，只供试用</source>
            <translation>version %1 · draft, for tests only</translation>
        </message>
    </context>
    <context>
        <name>ChoiceQuestion</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>不适用</source>
            <translation>Not applicable</translation>
        </message>
        <message>
            <source>现在没有可选的，先回答前面的问题。</source>
            <translation>There is nothing to choose from yet: answer the questions before it.</translation>
        </message>
    </context>
    <context>
        <name>ConfirmSheet</name>
        <message>
            <source>不</source>
            <translation>No</translation>
        </message>
    </context>
    <context>
        <name>ConflictSheet</name>
        <message>
            <source>两边填得不同</source>
            <translation>Filled differently</translation>
        </message>
        <message>
            <source>选定一边。没有选上的一边仍留在日志里，谁、什么时候填的都查得到。</source>
            <translation>Choose one side. What is not chosen stays in the log: who filled it, and when.</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This device</translation>
        </message>
        <message>
            <source>用本机的</source>
            <translation>Keep mine</translation>
        </message>
        <message>
            <source>用对方的</source>
            <translation>Take theirs</translation>
        </message>
    </context>
    <context>
        <name>ContributorsCard</name>
        <message>
            <source>谁填了哪些项</source>
            <translation>Who filled which items</translation>
        </message>
    </context>
    <context>
        <name>CopyHead</name>
        <message>
            <source>照样添加一份：%1</source>
            <translation>Add a copy of %1</translation>
        </message>
        <message>
            <source>删除：%1</source>
            <translation>Remove %1</translation>
        </message>
    </context>
    <context>
        <name>CredentialBanner</name>
        <message>
            <source>检查前先向对方出示证件。</source>
            <translation>Show your credential before you begin.</translation>
        </message>
        <message>
            <source>已出示证件</source>
            <translation>Credential shown</translation>
        </message>
        <message>
            <source>亮证</source>
            <translation>Show credential</translation>
        </message>
    </context>
    <context>
        <name>CredentialCard</name>
        <message>
            <source>已出示证件</source>
            <translation>Credential shown</translation>
        </message>
        <message>
            <source>没有记下出示证件</source>
            <translation>Not noted that the credential was shown</translation>
        </message>
        <message>
            <source>出示后在此记下；确实没有出示的，签名页要写明理由。</source>
            <translation>Note it here once it was shown; if it was not, the signing page asks for the reason.</translation>
        </message>
        <message>
            <source>出示后在此记下；没有出示的，可在签名页写明理由。</source>
            <translation>Note it here once it was shown; if it was not, the reason can be given on the signing page.</translation>
        </message>
        <message>
            <source>撤回</source>
            <translation>Take back</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>年-月-日</source>
            <translation>YYYY-MM-DD</translation>
        </message>
        <message>
            <source>日期要写成 2026-11-22 的样子</source>
            <translation>Write the date like 2026-11-22</translation>
        </message>
        <message>
            <source>从日历选择：%1</source>
            <translation>Pick from the calendar: %1</translation>
        </message>
    </context>
    <context>
        <name>Distance</name>
        <message>
            <source>北</source>
            <translation>N</translation>
        </message>
        <message>
            <source>东北</source>
            <translation>NE</translation>
        </message>
        <message>
            <source>东</source>
            <translation>E</translation>
        </message>
        <message>
            <source>东南</source>
            <translation>SE</translation>
        </message>
        <message>
            <source>南</source>
            <translation>S</translation>
        </message>
        <message>
            <source>西南</source>
            <translation>SW</translation>
        </message>
        <message>
            <source>西</source>
            <translation>W</translation>
        </message>
        <message>
            <source>西北</source>
            <translation>NW</translation>
        </message>
        <message>
            <source>%1 亩 · %2 公顷</source>
            <translation>%1 mu · %2 ha</translation>
        </message>
    </context>
    <context>
        <name>EvidencePanel</name>
        <message>
            <source>证据</source>
            <translation>Evidence</translation>
        </message>
        <message>
            <source>需 ≥ %1 · 已 %2</source>
            <translation>needs ≥ %1 · has %2</translation>
        </message>
        <message>
            <source>已 %1 张</source>
            <translation>%1 so far</translation>
        </message>
        <message>
            <source>加入照片</source>
            <translation>Add a photo</translation>
        </message>
        <message>
            <source>加入 PDF、Word、Excel</source>
            <translation>Add PDF, Word, Excel</translation>
        </message>
        <message>
            <source>拍照</source>
            <translation>Take a photo</translation>
        </message>
        <message>
            <source>拍照（本机没有相机）</source>
            <translation>Take a photo (no camera here)</translation>
        </message>
        <message>
            <source>移除：%1</source>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>录一段话</source>
            <translation>Record a note</translation>
        </message>
    </context>
    <context>
        <name>FactsCard</name>
        <message>
            <source>现场情况</source>
            <translation>About the site</translation>
        </message>
        <message>
            <source>还差 %1 项，写明后才能签名</source>
            <translation>%1 still to be stated before you can sign</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>去掉这些字符</source>
            <translation>Take these characters out</translation>
        </message>
    </context>
    <context>
        <name>FileSheet</name>
        <message>
            <source>选择照片</source>
            <translation>Choose a photo</translation>
        </message>
        <message>
            <source>上一级文件夹</source>
            <translation>Up one folder</translation>
        </message>
        <message>
            <source>文件路径</source>
            <translation>Path of the file</translation>
        </message>
        <message>
            <source>使用这张</source>
            <translation>Use this one</translation>
        </message>
        <message>
            <source>这个文件夹里没有照片。</source>
            <translation>There are no photos in this folder.</translation>
        </message>
        <message>
            <source>选择文件</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>使用这个</source>
            <translation>Use this one</translation>
        </message>
        <message>
            <source>这个文件夹里没有文件。</source>
            <translation>There are no files in this folder.</translation>
        </message>
        <message numerus="yes">
            <source>使用选中的 %n 个</source>
            <translation>
                <numerusform>Use the one that is marked</numerusform>
                <numerusform>Use the %n that are marked</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilesField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>照片 %1 · 指纹 %2</source>
            <translation>Photo %1 · fingerprint %2</translation>
        </message>
        <message>
            <source>文件 %1 · 指纹 %2</source>
            <translation>File %1 · fingerprint %2</translation>
        </message>
        <message>
            <source>移除：%1</source>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>加入照片</source>
            <translation>Add photo</translation>
        </message>
        <message>
            <source>加入文件</source>
            <translation>Add file</translation>
        </message>
        <message>
            <source>录音 %1 · 指纹 %2</source>
            <translation>Recording %1 · fingerprint %2</translation>
        </message>
        <message>
            <source>录像 %1 · 指纹 %2</source>
            <translation>Video %1 · fingerprint %2</translation>
        </message>
        <message>
            <source>加入录音</source>
            <translation>Add a recording</translation>
        </message>
        <message>
            <source>加入录像</source>
            <translation>Add a video</translation>
        </message>
    </context>
    <context>
        <name>FilmBox</name>
        <message>
            <source>播放录像：%1</source>
            <translation>Play the video: %1</translation>
        </message>
    </context>
    <context>
        <name>FilmStage</name>
        <message>
            <source>关闭录像</source>
            <translation>Close the video</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>播放</source>
            <translation>Play</translation>
        </message>
        <message>
            <source>播放位置</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>FindingCard</name>
        <message>
            <source>严重</source>
            <translation>Critical</translation>
        </message>
        <message>
            <source>较重</source>
            <translation>Major</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Minor</translation>
        </message>
        <message>
            <source>问题：%1，%2，整改期限 %3</source>
            <translation>Finding: %1, %2, rectify by %3</translation>
        </message>
        <message>
            <source>已生成问题</source>
            <translation>Finding</translation>
        </message>
        <message>
            <source>位置 %1 · </source>
            <translation>At %1 · </translation>
        </message>
        <message>
            <source>整改期限 %1</source>
            <translation>Rectify by %1</translation>
        </message>
        <message>
            <source>当场改正</source>
            <translation>Corrected on the spot</translation>
        </message>
        <message>
            <source>点按可修改</source>
            <translation>Tap to edit</translation>
        </message>
        <message>
            <source>已当场改正</source>
            <translation>Corrected on the spot</translation>
        </message>
    </context>
    <context>
        <name>FindingSheet</name>
        <message>
            <source>问题 · 第 %1 项</source>
            <translation>Finding · item %1</translation>
        </message>
        <message>
            <source>问题（现场事实）</source>
            <translation>Finding (facts as seen)</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Minor</translation>
        </message>
        <message>
            <source>较重</source>
            <translation>Major</translation>
        </message>
        <message>
            <source>严重</source>
            <translation>Critical</translation>
        </message>
        <message>
            <source>整改期限</source>
            <translation>Rectify by</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>请写明现场事实。</source>
            <translation>State the facts.</translation>
        </message>
        <message>
            <source>请写明当场做了什么。</source>
            <translation>State what was done on the spot.</translation>
        </message>
        <message>
            <source>请加一张改正后的照片。</source>
            <translation>Add a photo of how it is now.</translation>
        </message>
        <message>
            <source>限期整改</source>
            <translation>By a day</translation>
        </message>
        <message>
            <source>当场改正</source>
            <translation>Corrected on the spot</translation>
        </message>
        <message>
            <source>当场做了什么</source>
            <translation>What was done on the spot</translation>
        </message>
        <message>
            <source>改正前</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>改正后</source>
            <translation>After</translation>
        </message>
        <message>
            <source>加入改正后的照片</source>
            <translation>Add a photo of how it is now</translation>
        </message>
        <message>
            <source>点照片可以改标“改正前”或“改正后”。</source>
            <translation>A tap on a photo marks it as before or after.</translation>
        </message>
    </context>
    <context>
        <name>FindingsCard</name>
        <message>
            <source>严重</source>
            <translation>Critical</translation>
        </message>
        <message>
            <source>较重</source>
            <translation>Major</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Minor</translation>
        </message>
        <message>
            <source>问题与整改期限</source>
            <translation>Findings and due dates</translation>
        </message>
        <message>
            <source>期限 %1</source>
            <translation>due %1</translation>
        </message>
        <message>
            <source>当场改正</source>
            <translation>Corrected on the spot</translation>
        </message>
    </context>
    <context>
        <name>Fingerprint</name>
        <message>
            <source>指纹 %1</source>
            <translation>Fingerprint %1</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>用邀请登记这台平板</source>
            <translation>Enrol this tablet with an invitation</translation>
        </message>
        <message>
            <source>设一个 PIN</source>
            <translation>Choose a PIN</translation>
        </message>
        <message>
            <source>再输一遍 PIN</source>
            <translation>The PIN again</translation>
        </message>
        <message>
            <source>登记没有完成</source>
            <translation>Enrolment was not completed</translation>
        </message>
        <message>
            <source>正在登记…</source>
            <translation>Enrolling…</translation>
        </message>
        <message>
            <source>PIN 只在这台平板上用，打开您的加密资料，至少 4 位。忘记了无法找回，只能重新登记。</source>
            <translation>The PIN is for this tablet only: it opens your encrypted data. At least 4 digits. A forgotten PIN cannot be recovered; you would have to enrol again.</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>登记</source>
            <translation>Enrol</translation>
        </message>
        <message>
            <source>换一份邀请</source>
            <translation>Another invitation</translation>
        </message>
        <message>
            <source>再试一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>两次输入的 PIN 不同，请重新设。</source>
            <translation>The two PINs differ. Choose one again.</translation>
        </message>
    </context>
    <context>
        <name>FirstSteps</name>
        <message>
            <source>可以开始第一次检查了</source>
            <translation>Ready for the first inspection</translation>
        </message>
        <message>
            <source>先联网同步一次</source>
            <translation>Synchronise once first</translation>
        </message>
        <message>
            <source>检查对象和检查表还没有取到本机</source>
            <translation>Sites and checklists are not on this device yet</translation>
        </message>
        <message>
            <source>没有网络也能检查；有网络时自己更新。</source>
            <translation>Inspections need no network; with one, these are kept up to date.</translation>
        </message>
        <message>
            <source>取得以后就可以离线检查。</source>
            <translation>Once they are here, inspections need no network.</translation>
        </message>
        <message>
            <source>看检查对象</source>
            <translation>See the sites</translation>
        </message>
        <message>
            <source>去同步</source>
            <translation>To sync</translation>
        </message>
        <message>
            <source>选检查对象和检查表，逐项作答、拍照</source>
            <translation>Choose a site and a checklist, answer item by item, take photos</translation>
        </message>
        <message>
            <source>每答一项都当即加密存在本机，随时可以放下再接着做。</source>
            <translation>Each answer is stored on this device at once, encrypted. Stop at any time and go on later.</translation>
        </message>
        <message>
            <source>签名后成为记录，有网络时自动上传</source>
            <translation>Signing makes it a record; with a network it is sent by itself</translation>
        </message>
        <message>
            <source>退回补正、未被收下的记录和没做完的草稿都会出现在这里。</source>
            <translation>Records that were returned or refused, and unfinished drafts, appear here.</translation>
        </message>
        <message>
            <source>本机有 %1、%2</source>
            <translation>On this device: %1 and %2</translation>
        </message>
        <message numerus="yes">
            <source>%n 个检查对象</source>
            <translation>
                <numerusform>%n site</numerusform>
                <numerusform>%n sites</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 份检查表</source>
            <translation>
                <numerusform>%n checklist</numerusform>
                <numerusform>%n checklists</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GalleryAnswers</name>
        <message>
            <source>答案</source>
            <translation>Answers</translation>
        </message>
        <message>
            <source>缺少或不足的内容</source>
            <translation>What is lacking</translation>
        </message>
        <message>
            <source>可以多选</source>
            <translation>Several may be chosen</translation>
        </message>
        <message>
            <source>农药使用记录要素齐全，保存不少于两年</source>
            <translation>Pesticide records are complete and kept for at least two years</translation>
        </message>
        <message>
            <source>采收日与末次施药日的间隔不少于标签规定的安全间隔期</source>
            <translation>The time from last spraying to harvest is at least the interval on the label</translation>
        </message>
        <message>
            <source>缺 1 张照片</source>
            <translation>1 photo is lacking</translation>
        </message>
        <message>
            <source>棚内温湿度有记录</source>
            <translation>Temperature and humidity in the shed are recorded</translation>
        </message>
    </context>
    <context>
        <name>GalleryButtons</name>
        <message>
            <source>按钮</source>
            <translation>Buttons</translation>
        </message>
        <message>
            <source>签名并封存</source>
            <translation>Sign and seal</translation>
        </message>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
        <message>
            <source>去签名</source>
            <translation>Go to signing</translation>
        </message>
        <message>
            <source>补充说明</source>
            <translation>Amend</translation>
        </message>
        <message>
            <source>签字前核对</source>
            <translation>Review before signing</translation>
        </message>
        <message>
            <source>删除草稿</source>
            <translation>Delete the draft</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>加入照片</source>
            <translation>Add a photo</translation>
        </message>
        <message>
            <source>签字</source>
            <translation>Signs</translation>
        </message>
        <message>
            <source>拒绝签字</source>
            <translation>Refuses</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>强制</source>
            <translation>Mandatory</translation>
        </message>
        <message>
            <source>推荐</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>关键项</source>
            <translation>Key item</translation>
        </message>
        <message>
            <source>否决项</source>
            <translation>Veto item</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 pts</translation>
        </message>
        <message>
            <source>已接受</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>待传</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message>
            <source>得分 %1 / %2</source>
            <translation>Score %1 / %2</translation>
        </message>
        <message>
            <source>服务器的日志不一致</source>
            <translation>The server's log is inconsistent</translation>
        </message>
        <message>
            <source>第 %1 项说明含结论性用语，建议改为现场事实描述。</source>
            <translation>The note on item %1 draws a conclusion; describe what was seen instead.</translation>
        </message>
        <message>
            <source>去修改</source>
            <translation>Edit it</translation>
        </message>
        <message>
            <source>各项都已填全，可以请被检查方阅读并签名。</source>
            <translation>Everything is filled in. The inspected party can now read and sign.</translation>
        </message>
        <message>
            <source>草稿只在本机，加密保存；签字后才会上传。</source>
            <translation>Drafts stay on this tablet, encrypted; only what is signed is sent.</translation>
        </message>
        <message>
            <source>试用：这次填写的不是真正的检查，不作数。</source>
            <translation>Test: this is no real check and does not count.</translation>
        </message>
    </context>
    <context>
        <name>GalleryCards</name>
        <message>
            <source>卡片</source>
            <translation>Cards</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>2 号棚安全间隔期不足 2 天</source>
            <translation>Shed 2: interval 2 days too short</translation>
        </message>
        <message>
            <source>2 号棚</source>
            <translation>Shed 2</translation>
        </message>
        <message>
            <source>快检阳性，待复检</source>
            <translation>Rapid test positive, retest due</translation>
        </message>
        <message>
            <source>照片与文件</source>
            <translation>Photos and files</translation>
        </message>
        <message>
            <source>%1 张照片 · 全部已传</source>
            <translation>%1 photos · all sent</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>检查记录</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>永昌县设施蔬菜标准化示范区</source>
            <translation>Yongchang demonstration zone for vegetables under cover</translation>
        </message>
        <message>
            <source>服务器算出的得分与记录写的不同，没有收下。</source>
            <translation>The server computes another score than the record states, and did not take it.</translation>
        </message>
        <message>
            <source>一 投入品管理</source>
            <translation>1 Inputs</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>二 用药与记录</source>
            <translation>2 Pesticide use and records</translation>
        </message>
        <message>
            <source>缺 2 处</source>
            <translation>2 lacking</translation>
        </message>
        <message>
            <source>三 产品质量</source>
            <translation>3 Product quality</translation>
        </message>
        <message>
            <source>1 项不符合</source>
            <translation>1 fails</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>对象</source>
            <translation>Sites</translation>
        </message>
        <message>
            <source>待传 %1</source>
            <translation>%1 to send</translation>
        </message>
        <message>
            <source>还没有记录</source>
            <translation>No records yet</translation>
        </message>
        <message>
            <source>检查签名后，记录会出现在这里，并显示它送到了哪一步。</source>
            <translation>Signed inspections appear here, with how far each has come.</translation>
        </message>
    </context>
    <context>
        <name>GalleryFields</name>
        <message>
            <source>填写</source>
            <translation>Fields</translation>
        </message>
        <message>
            <source>棚号与作物</source>
            <translation>Shed and crop</translation>
        </message>
        <message>
            <source>灌溉水温</source>
            <translation>Irrigation water temperature</translation>
        </message>
        <message>
            <source>✓ 在限值内（%1）</source>
            <translation>✓ Within the limit (%1)</translation>
        </message>
        <message>
            <source>▲ 超出限值（%1）</source>
            <translation>▲ Outside the limit (%1)</translation>
        </message>
        <message>
            <source>检测份数</source>
            <translation>Samples tested</translation>
        </message>
        <message>
            <source>这里要填数字。</source>
            <translation>This must be a number.</translation>
        </message>
        <message>
            <source>实际间隔</source>
            <translation>Actual interval</translation>
        </message>
        <message>
            <source>天</source>
            <translation>days</translation>
        </message>
        <message>
            <source>末次施药日</source>
            <translation>Last sprayed</translation>
        </message>
        <message>
            <source>采收日</source>
            <translation>Harvested</translation>
        </message>
        <message>
            <source>情况说明（现场事实，不下结论）</source>
            <translation>What was seen (facts, no conclusions)</translation>
        </message>
        <message>
            <source>2 号棚采收日与末次施药日间隔 5 天，标签规定 7 天；其余 3 棚间隔不少于 7 天。</source>
            <translation>Shed 2: 5 days from last spraying to harvest, the label asks for 7; the other 3 sheds: at least 7 days.</translation>
        </message>
        <message>
            <source>到场时刻</source>
            <translation>Time of arrival</translation>
        </message>
        <message>
            <source>采样时间</source>
            <translation>Sampled</translation>
        </message>
        <message>
            <source>长势</source>
            <translation>Growth</translation>
        </message>
        <message>
            <source>已向对方说明检查依据和程序</source>
            <translation>The basis and the course of the inspection were explained</translation>
        </message>
        <message>
            <source>村</source>
            <translation>Village</translation>
        </message>
        <message>
            <source>红光村</source>
            <translation>Hongguang village</translation>
        </message>
        <message>
            <source>先后次序</source>
            <translation>Order</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>地块 1</source>
            <translation>Plot 1</translation>
        </message>
        <message>
            <source>地块 2</source>
            <translation>Plot 2</translation>
        </message>
        <message>
            <source>4 亩 · 油菜</source>
            <translation>4 mu · rape</translation>
        </message>
        <message>
            <source>缺 1 处</source>
            <translation>1 missing</translation>
        </message>
    </context>
    <context>
        <name>GalleryMedia</name>
        <message>
            <source>声音与录像</source>
            <translation>Sound and video</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Explanation</translation>
        </message>
    </context>
    <context>
        <name>GalleryPads</name>
        <message>
            <source>输入</source>
            <translation>Input</translation>
        </message>
    </context>
    <context>
        <name>GalleryRecord</name>
        <message>
            <source>记录</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>责令改正</source>
            <translation>Order to rectify</translation>
        </message>
        <message>
            <source>折合 100 分：74.4 ÷ 86 × 100</source>
            <translation>Brought to 100: 74.4 ÷ 86 × 100</translation>
        </message>
        <message>
            <source>检查员签名</source>
            <translation>Inspector's signature</translation>
        </message>
        <message>
            <source>有效（%1）</source>
            <translation>good (%1)</translation>
        </message>
        <message>
            <source>前一条记录</source>
            <translation>Record before</translation>
        </message>
        <message>
            <source>接不上</source>
            <translation>not linked</translation>
        </message>
        <message>
            <source>%1 退回补正 · %2</source>
            <translation>%1 returned it · %2</translation>
        </message>
        <message>
            <source>审核员</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>第 5 项缺出栏记录照片</source>
            <translation>Item 5 lacks a photo of the sales record</translation>
        </message>
        <message>
            <source>%1 已接受 · %2</source>
            <translation>%1 accepted it · %2</translation>
        </message>
    </context>
    <context>
        <name>GalleryWindow</name>
        <message>
            <source>准绳 · 组件</source>
            <translation>Plumbline · components</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>阳光下</source>
            <translation>Sunlight</translation>
        </message>
    </context>
    <context>
        <name>Guidance</name>
        <message>
            <source>收起说明</source>
            <translation>Hide the explanation</translation>
        </message>
        <message>
            <source>怎样填</source>
            <translation>How to fill this in</translation>
        </message>
    </context>
    <context>
        <name>GuidanceSheet</name>
        <message>
            <source>条文与判定方法 · 第 %1 项</source>
            <translation>Clauses and how to judge · item %1</translation>
        </message>
        <message>
            <source>强制</source>
            <translation>Mandatory</translation>
        </message>
        <message>
            <source>推荐</source>
            <translation>Recommended</translation>
        </message>
    </context>
    <context>
        <name>HandOverSheet</name>
        <message>
            <source>交给合并</source>
            <translation>Hand over</translation>
        </message>
        <message numerus="yes">
            <source>下面 %n 项将以“%1”的名义签名，并入这份自评；联网后同事的设备上就能看到。之后还可以再改、再交。</source>
            <translation>
                <numerusform>The item below is signed in the name of "%1" and merged into this self-assessment; your colleagues see it once there is a network. You can change it and hand it over again.</numerusform>
                <numerusform>The %n items below are signed in the name of "%1" and merged into this self-assessment; your colleagues see them once there is a network. You can change them and hand them over again.</numerusform>
            </translation>
        </message>
        <message>
            <source>签名并交出</source>
            <translation>Sign and hand over</translation>
        </message>
        <message>
            <source>先不交</source>
            <translation>Not now</translation>
        </message>
    </context>
    <context>
        <name>HomeFrame</name>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
    </context>
    <context>
        <name>InspectedCard</name>
        <message numerus="yes">
            <source>上次失分最多的 %n 项，这次：</source>
            <translation>
                <numerusform>What lost most then, and now:</numerusform>
                <numerusform>The %n items that lost most then, and now:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InvitationForm</name>
        <message>
            <source>把管理员发来的邀请粘贴到这里：以 plumb://enrol 开头的一整行。本机会自己生成密钥，私钥不离开这台平板。</source>
            <translation>Paste the administrator's invitation here: the whole line that begins with plumb://enrol. This tablet makes its own key; the private key never leaves it.</translation>
        </message>
        <message>
            <source>邀请</source>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
    </context>
    <context>
        <name>ItemCard</name>
        <message>
            <source>条文与判定方法</source>
            <translation>Clauses and how to judge</translation>
        </message>
        <message>
            <source>情况说明（现场事实，不下结论）</source>
            <translation>What was seen (facts, no conclusions)</translation>
        </message>
        <message>
            <source>情况说明（写事实和依据）</source>
            <translation>Note (facts, and what they rest on)</translation>
        </message>
    </context>
    <context>
        <name>ItemHead</name>
        <message>
            <source>强制</source>
            <translation>Mandatory</translation>
        </message>
        <message>
            <source>推荐</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>关键项</source>
            <translation>Key item</translation>
        </message>
        <message>
            <source>否决项</source>
            <translation>Veto item</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 pts</translation>
        </message>
        <message>
            <source>参考项，不计分</source>
            <translation>For reference, no points</translation>
        </message>
        <message>
            <source>上次 %1</source>
            <translation>Last visit %1</translation>
        </message>
        <message>
            <source>必须改好</source>
            <translation>Must be put right</translation>
        </message>
    </context>
    <context>
        <name>ItemList</name>
        <message>
            <source>上一项 %1</source>
            <translation>Previous item %1</translation>
        </message>
        <message>
            <source>跳到漏项  %1</source>
            <translation>Next that lacks  %1</translation>
        </message>
        <message>
            <source>签字前核对</source>
            <translation>Review before signing</translation>
        </message>
        <message>
            <source>下一项 %1</source>
            <translation>Next %1</translation>
        </message>
        <message>
            <source>另行保留的答案 %1</source>
            <translation>Answers kept aside: %1</translation>
        </message>
        <message>
            <source>提交前核对</source>
            <translation>Before submitting</translation>
        </message>
    </context>
    <context>
        <name>LastTime</name>
        <message>
            <source>上次：%1</source>
            <translation>Last time: %1</translation>
        </message>
    </context>
    <context>
        <name>Lists</name>
        <message>
            <source>服务器没有收下</source>
            <translation>Not taken by the server</translation>
        </message>
        <message>
            <source>已接受</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>退回补正</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>待传</source>
            <translation>Waiting to be sent</translation>
        </message>
        <message>
            <source>已送达</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>已入日志</source>
            <translation>In the log</translation>
        </message>
        <message>
            <source>%1 / %2 分</source>
            <translation>%1 / %2 points</translation>
        </message>
        <message>
            <source>%1 分 · %2</source>
            <translation>%1 points · %2</translation>
        </message>
        <message>
            <source>审核 %1</source>
            <translation>reviewed %1</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>"%1"</translation>
        </message>
        <message>
            <source>去补正</source>
            <translation>Amend it</translation>
        </message>
        <message>
            <source>退回补正：%1</source>
            <translation>Returned: %1</translation>
        </message>
        <message>
            <source>未被收下：%1</source>
            <translation>Not taken: %1</translation>
        </message>
        <message>
            <source>查看原因</source>
            <translation>See why</translation>
        </message>
        <message>
            <source>%1 / %2 · 得分 %3</source>
            <translation>%1 / %2 · score %3</translation>
        </message>
        <message numerus="yes">
            <source>缺 %n 张照片</source>
            <translation>
                <numerusform>%n photo lacking</numerusform>
                <numerusform>%n photos lacking</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>还差 %n 处</source>
            <translation>
                <numerusform>%n lacking</numerusform>
                <numerusform>%n lacking</numerusform>
            </translation>
        </message>
        <message>
            <source>可以签名</source>
            <translation>Ready to sign</translation>
        </message>
        <message>
            <source>补正</source>
            <translation>Amendment</translation>
        </message>
        <message numerus="yes">
            <source>还有 %n 个整改问题</source>
            <translation>
                <numerusform>%n more finding</numerusform>
                <numerusform>%n more findings</numerusform>
            </translation>
        </message>
        <message>
            <source>看全部</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>自评 · </source>
            <translation>Self-assessment · </translation>
        </message>
        <message>
            <source>等第二名检查员签字</source>
            <translation>Second signature missing</translation>
        </message>
        <message>
            <source>等第二名检查员签字：%1</source>
            <translation>Second signature missing: %1</translation>
        </message>
        <message>
            <source>请您签字：%1</source>
            <translation>Your signature, please: %1</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>去签字</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>试用，不作数</source>
            <translation>Test, does not count</translation>
        </message>
        <message>
            <source>等第二名审核员</source>
            <translation>Waits for a second reviewer</translation>
        </message>
        <message numerus="yes">
            <source>问答 %n 处未解决</source>
            <translation>
                <numerusform>%n open thread</numerusform>
                <numerusform>%n open threads</numerusform>
            </translation>
        </message>
        <message>
            <source>等您回复：%1</source>
            <translation>Waits for your answer: %1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>去回复</source>
            <translation>Answer</translation>
        </message>
        <message numerus="yes">
            <source>还有 %n 处问答等您回复，在各自的记录里</source>
            <translation>
                <numerusform>%n more waits for your answer, in its record</numerusform>
                <numerusform>%n more wait for your answer, in their records</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LogCard</name>
        <message>
            <source>服务器的日志不一致</source>
            <translation>The server's log is inconsistent</translation>
        </message>
        <message>
            <source>全部记录已入日志</source>
            <translation>All records are in the log</translation>
        </message>
        <message>
            <source>本机签过 %1 条；核验到第 %2 号检查点。</source>
            <translation>%1 signed on this tablet; verified up to checkpoint %2.</translation>
        </message>
        <message>
            <source>本机签过 %1 条；还没有核验过日志。</source>
            <translation>%1 signed on this tablet; the log was not verified yet.</translation>
        </message>
        <message numerus="yes">
            <source>%n 条记录待传</source>
            <translation>
                <numerusform>%n record to send</numerusform>
                <numerusform>%n records to send</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Main</name>
        <message>
            <source>准绳 · %1</source>
            <translation>Plumbline · %1</translation>
        </message>
        <message>
            <source>准绳</source>
            <translation>Plumbline</translation>
        </message>
    </context>
    <context>
        <name>MapCard</name>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
        <message>
            <source>资料</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>导航</source>
            <translation>Navigate</translation>
        </message>
    </context>
    <context>
        <name>MapControls</name>
        <message>
            <source>放大</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <source>缩小</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <source>看全部对象</source>
            <translation>Show all sites</translation>
        </message>
        <message>
            <source>回到我的位置</source>
            <translation>Back to my position</translation>
        </message>
        <message>
            <source>地图包</source>
            <translation>Map file</translation>
        </message>
    </context>
    <context>
        <name>MapLegend</name>
        <message>
            <source>逾期</source>
            <translation>Overdue</translation>
        </message>
        <message>
            <source>今天到期</source>
            <translation>Due today</translation>
        </message>
        <message>
            <source>之后到期</source>
            <translation>Due later</translation>
        </message>
        <message>
            <source>无到期</source>
            <translation>Nothing due</translation>
        </message>
    </context>
    <context>
        <name>MapList</name>
        <message>
            <source>搜索名称、信用代码</source>
            <translation>Search by name or credit code</translation>
        </message>
        <message>
            <source>按到期 %1</source>
            <translation>Due %1</translation>
        </message>
        <message>
            <source>按距离</source>
            <translation>Nearest</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>没有到期的整改</source>
            <translation>Nothing is due</translation>
        </message>
        <message>
            <source>换一个词试试。</source>
            <translation>Try another word.</translation>
        </message>
        <message>
            <source>按距离或全部查看其他对象。</source>
            <translation>Other sites are under Nearest and All.</translation>
        </message>
    </context>
    <context>
        <name>MapPane</name>
        <message>
            <source>地图：%1 个对象。方向键移动，加减号缩放。</source>
            <translation>Map of %1 sites. Arrow keys move it, plus and minus zoom.</translation>
        </message>
        <message>
            <source>%1 个对象没有坐标</source>
            <translation>%1 sites have no position</translation>
        </message>
        <message>
            <source>本机没有能指路的地图程序，坐标已复制</source>
            <translation>No program here gives directions; the coordinates were copied</translation>
        </message>
    </context>
    <context>
        <name>MapSheet</name>
        <message>
            <source>地图包</source>
            <translation>Map file</translation>
        </message>
        <message>
            <source>可以用自己的离线地图（MBTiles，图片格式）。文件不会复制，就在原处打开；移走后回到示意图。公开使用的地图须有审图号，请核对地图提供者的说明。</source>
            <translation>You may use an offline map of your own (MBTiles with pictures). The file is not copied but opened where it lies; when it is gone, the sketch shows again. A map for public use needs its review number: see what its provider says.</translation>
        </message>
        <message>
            <source>换一个地图包</source>
            <translation>Choose another map file</translation>
        </message>
        <message>
            <source>选择地图包</source>
            <translation>Choose a map file</translation>
        </message>
        <message>
            <source>用示意图</source>
            <translation>Use the sketch</translation>
        </message>
    </context>
    <context>
        <name>Media</name>
        <message>
            <source>这个文件不在本机。</source>
            <translation>This file is not on this device.</translation>
        </message>
        <message>
            <source>这台设备不能播放声音和录像。</source>
            <translation>This device cannot play sound or video.</translation>
        </message>
        <message>
            <source>这台设备放不了这个文件：文件已损坏，或者没有这种格式的解码器。</source>
            <translation>This device cannot play this file: it is damaged, or nothing here decodes its format.</translation>
        </message>
        <message>
            <source>这台设备显示不了这段录像：没有它的画面格式的解码器。</source>
            <translation>This device cannot show this video: nothing here decodes its picture.</translation>
        </message>
        <message>
            <source>这台设备没有声音输出，听不到声音。</source>
            <translation>This device cannot play sound: it has no sound output.</translation>
        </message>
    </context>
    <context>
        <name>MediaButton</name>
        <message>
            <source>播放录像：%1</source>
            <translation>Play the video: %1</translation>
        </message>
        <message>
            <source>暂停：%1</source>
            <translation>Pause: %1</translation>
        </message>
        <message>
            <source>播放声音：%1</source>
            <translation>Play the sound: %1</translation>
        </message>
    </context>
    <context>
        <name>Moment</name>
        <message>
            <source>今天 %1</source>
            <translation>today %1</translation>
        </message>
        <message>
            <source>昨天 %1</source>
            <translation>yesterday %1</translation>
        </message>
        <message>
            <source>%1 个文件</source>
            <translation>Files: %1</translation>
        </message>
        <message>
            <source>已确认</source>
            <translation>Acknowledged</translation>
        </message>
        <message numerus="yes">
            <source>%n 分钟</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 小时</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 天</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>快 %1</source>
            <translation>%1 ahead</translation>
        </message>
        <message>
            <source>慢 %1</source>
            <translation>%1 behind</translation>
        </message>
        <message>
            <source>本机时钟%1：本机 %2，校正后 %3。签名时两个时间都写进记录，整改期限从校正后的日期算起。请到系统设置里把时钟调准。</source>
            <translation>This tablet's clock is %1: it says %2, corrected it is %3. Both times are signed, and due days count from the corrected day. Set the clock right in the system's settings.</translation>
        </message>
    </context>
    <context>
        <name>MomentField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>时刻</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>还要写日期</source>
            <translation>The day is missing</translation>
        </message>
        <message>
            <source>还要写时刻</source>
            <translation>The time is missing</translation>
        </message>
    </context>
    <context>
        <name>NavBar</name>
        <message>
            <source>导航</source>
            <translation>Navigation</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>对象</source>
            <translation>Sites</translation>
        </message>
        <message>
            <source>记录</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>待传 %1</source>
            <translation>%1 to send</translation>
        </message>
        <message>
            <source>离线</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>已同步</source>
            <translation>Synced</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>整改</source>
            <translation>Findings</translation>
        </message>
        <message>
            <source>自评</source>
            <translation>Assess</translation>
        </message>
        <message>
            <source>整改 %1</source>
            <translation>Findings %1</translation>
        </message>
        <message>
            <source>%1：锁定，换人</source>
            <translation>%1: lock, or hand over</translation>
        </message>
    </context>
    <context>
        <name>OutcomeCard</name>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>回复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>看问答</source>
            <translation>See the thread</translation>
        </message>
        <message>
            <source>提问</source>
            <translation>Ask</translation>
        </message>
    </context>
    <context>
        <name>PersonMark</name>
        <message>
            <source>还没有人</source>
            <translation>nobody yet</translation>
        </message>
        <message>
            <source>派给谁</source>
            <translation>Assign</translation>
        </message>
    </context>
    <context>
        <name>PhotoSheet</name>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>指纹 %1</source>
            <translation>Fingerprint %1</translation>
        </message>
        <message>
            <source>从草稿中移除</source>
            <translation>Take out of the draft</translation>
        </message>
        <message>
            <source>%1 文件</source>
            <translation>%1 file</translation>
        </message>
        <message>
            <source>%1 · 上面是第一页</source>
            <translation>%1 · the first page is shown</translation>
        </message>
    </context>
    <context>
        <name>PhotoTile</name>
        <message>
            <source>照片 %1</source>
            <translation>Photo %1</translation>
        </message>
        <message>
            <source>%1 文件 %2</source>
            <translation>%1 file %2</translation>
        </message>
    </context>
    <context>
        <name>PickField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>未选</source>
            <translation>nothing chosen</translation>
        </message>
        <message>
            <source>查找并选择</source>
            <translation>Search and choose</translation>
        </message>
    </context>
    <context>
        <name>PickSheet</name>
        <message>
            <source>查找</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>没有这样的选项。</source>
            <translation>No such choice.</translation>
        </message>
        <message>
            <source>还有 %1 个，多写几个字来查找。</source>
            <translation>%1 more: type more to find them.</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>确定</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>PIN，已输入 %1 位</source>
            <translation>PIN, %1 digits entered</translation>
        </message>
        <message>
            <source>删除一位</source>
            <translation>Delete one digit</translation>
        </message>
    </context>
    <context>
        <name>PinSheet</name>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>输入 PIN 签名</source>
            <translation>PIN to sign</translation>
        </message>
        <message>
            <source>%1 请等 %2 秒再试。</source>
            <translation>%1 Wait %2 s and try again.</translation>
        </message>
        <message>
            <source>签名</source>
            <translation>Sign</translation>
        </message>
    </context>
    <context>
        <name>PlaceLine</name>
        <message>
            <source>签名时没有位置：%1</source>
            <translation>Signed without a place: %1</translation>
        </message>
        <message>
            <source>签名时记下位置，±%1 m</source>
            <translation>Signed with the place, ±%1 m</translation>
        </message>
        <message>
            <source>在边界上</source>
            <translation>at the boundary</translation>
        </message>
        <message>
            <source>在示范区内</source>
            <translation>inside the site</translation>
        </message>
        <message>
            <source>界外 %1</source>
            <translation>%1 outside</translation>
        </message>
        <message>
            <source>对象没有坐标</source>
            <translation>the site has no position</translation>
        </message>
        <message>
            <source>距对象 %1</source>
            <translation>%1 from the site</translation>
        </message>
        <message>
            <source>未定位：%1</source>
            <translation>No position: %1</translation>
        </message>
        <message>
            <source>±%1 m · %2</source>
            <translation>±%1 m · %2</translation>
        </message>
        <message>
            <source> · 模拟位置</source>
            <translation> · mocked</translation>
        </message>
    </context>
    <context>
        <name>Position</name>
        <message>
            <source>±%1 m</source>
            <translation>±%1 m</translation>
        </message>
        <message>
            <source>%1 颗卫星</source>
            <translation>%1 satellites</translation>
        </message>
        <message>
            <source>%1 秒前</source>
            <translation>%1 s ago</translation>
        </message>
        <message>
            <source>系统称为模拟位置</source>
            <translation>mocked, says the system</translation>
        </message>
        <message>
            <source>定位已关闭</source>
            <translation>positions are off</translation>
        </message>
        <message>
            <source>系统不允许定位</source>
            <translation>the system does not allow positions</translation>
        </message>
        <message>
            <source>本机没有定位设备</source>
            <translation>this device has no receiver</translation>
        </message>
        <message>
            <source>正在搜索卫星</source>
            <translation>searching for satellites</translation>
        </message>
        <message>
            <source>一分钟内没有新的定位</source>
            <translation>no fix within the last minute</translation>
        </message>
        <message>
            <source>约 %1</source>
            <translation>about %1</translation>
        </message>
    </context>
    <context>
        <name>PreflightPage</name>
        <message>
            <source>签字前核对</source>
            <translation>Review before signing</translation>
        </message>
        <message>
            <source>去签名</source>
            <translation>Go to signing</translation>
        </message>
        <message>
            <source>还差 %1 处</source>
            <translation>%1 still lacking</translation>
        </message>
        <message>
            <source>没有漏项</source>
            <translation>Nothing is lacking</translation>
        </message>
        <message>
            <source>各项都已填全，可以请被检查方阅读并签名。</source>
            <translation>Everything is filled in. The inspected party can now read and sign.</translation>
        </message>
        <message>
            <source>删除这份草稿</source>
            <translation>Delete this draft</translation>
        </message>
        <message>
            <source>删除草稿</source>
            <translation>Delete the draft</translation>
        </message>
        <message>
            <source>这份草稿的 %1 项答案和照片会从本机删除，无法恢复。签过名的记录不受影响。</source>
            <translation>The answers to %1 items and the photos of this draft are deleted from this tablet and cannot be recovered. Signed records are not touched.</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>按第 %1 版填写，已有第 %2 版。</source>
            <translation>Filled under version %1; version %2 has been published.</translation>
        </message>
        <message>
            <source>改版时有 %1 个答案另行保留，会写进记录。</source>
            <translation>Answers kept aside when the version changed, and stated by the record: %1.</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>提交前核对</source>
            <translation>Before submitting</translation>
        </message>
        <message>
            <source>去签名提交</source>
            <translation>Sign and submit</translation>
        </message>
        <message>
            <source>各项都已填全，核对得分后就可以签名提交。</source>
            <translation>Everything is filled. Check the score, then sign and submit.</translation>
        </message>
        <message>
            <source>签字前再看一眼（不拦签字）</source>
            <translation>Look once more before signing (nothing is held back)</translation>
        </message>
        <message>
            <source>纸面预览</source>
            <translation>On paper</translation>
        </message>
        <message>
            <source>试用：这次填写的不是真正的检查，不作数。</source>
            <translation>Test: this is no real check and does not count.</translation>
        </message>
    </context>
    <context>
        <name>ProgressCard</name>
        <message>
            <source>已填</source>
            <translation>Filled</translation>
        </message>
        <message>
            <source>/ %1 项</source>
            <translation>/ %1 items</translation>
        </message>
    </context>
    <context>
        <name>ProgressLine</name>
        <message>
            <source>进度 %1%</source>
            <translation>%1% done</translation>
        </message>
    </context>
    <context>
        <name>ProofPanel</name>
        <message>
            <source>记录指纹</source>
            <translation>The record's fingerprint</translation>
        </message>
        <message>
            <source>时间区间：无论本机时钟如何</source>
            <translation>Time bracket, whatever this tablet's clock says</translation>
        </message>
        <message>
            <source>被检查方的手写签名</source>
            <translation>Signature of the inspected party, drawn on glass</translation>
        </message>
        <message>
            <source>见证人的手写签名</source>
            <translation>Signature of the witness, drawn on glass</translation>
        </message>
    </context>
    <context>
        <name>QuestionField</name>
        <message>
            <source>纬度 经度，后面可再写海拔和精度（米），用空格隔开</source>
            <translation>Latitude longitude, then altitude and accuracy in metres if known, with spaces between</translation>
        </message>
        <message>
            <source>每个点写“纬度 经度”，点与点之间用分号隔开</source>
            <translation>"Latitude longitude" of each point, with a semicolon between points</translation>
        </message>
        <message>
            <source>从照片读码：%1</source>
            <translation>Read a code from a photo: %1</translation>
        </message>
        <message>
            <source>扫码：%1</source>
            <translation>Scan: %1</translation>
        </message>
    </context>
    <context>
        <name>QuestionGrid</name>
        <message>
            <source>不适用</source>
            <translation>Not applicable</translation>
        </message>
        <message>
            <source>不适用的理由：%1</source>
            <translation>Not applicable because: %1</translation>
        </message>
    </context>
    <context>
        <name>RangeField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>减小：%1</source>
            <translation>Less: %1</translation>
        </message>
        <message>
            <source>增大：%1</source>
            <translation>More: %1</translation>
        </message>
    </context>
    <context>
        <name>RankField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>上移：%1</source>
            <translation>Move up: %1</translation>
        </message>
        <message>
            <source>下移：%1</source>
            <translation>Move down: %1</translation>
        </message>
        <message>
            <source>就按这个次序</source>
            <translation>Keep this order</translation>
        </message>
    </context>
    <context>
        <name>ReasonSheet</name>
        <message>
            <source>确定</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>RecordPage</name>
        <message>
            <source>文书</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>去补正</source>
            <translation>Amend it</translation>
        </message>
        <message>
            <source>补充说明</source>
            <translation>Amend</translation>
        </message>
        <message>
            <source>补正的理由：%1</source>
            <translation>Why it was amended: %1</translation>
        </message>
        <message>
            <source>得分</source>
            <translation>Score</translation>
        </message>
        <message>
            <source>各项</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>问题 %1</source>
            <translation>Findings %1</translation>
        </message>
        <message>
            <source>照片与文件</source>
            <translation>Photos and files</translation>
        </message>
        <message>
            <source>整改</source>
            <translation>Rectification</translation>
        </message>
        <message>
            <source>没有问题。</source>
            <translation>No findings.</translation>
        </message>
        <message>
            <source>现场情况</source>
            <translation>About the site</translation>
        </message>
        <message>
            <source>检查表版本</source>
            <translation>Checklist version</translation>
        </message>
        <message>
            <source>正在取…</source>
            <translation>Fetching…</translation>
        </message>
        <message>
            <source>取来看</source>
            <translation>Fetch and look</translation>
        </message>
        <message>
            <source>%1。%2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>更正后重签</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>看案卷</source>
            <translation>Open the case</translation>
        </message>
        <message>
            <source>按复查结论处理</source>
            <translation>Conclude by the re-check</translation>
        </message>
        <message>
            <source>下达整改</source>
            <translation>Order rectification</translation>
        </message>
        <message>
            <source>整改办理情况</source>
            <translation>How it is put right</translation>
        </message>
        <message>
            <source>对照 %1</source>
            <translation>Beside %1</translation>
        </message>
        <message numerus="yes">
            <source>%n 项不同，排在前面。</source>
            <translation>
                <numerusform>%n item differs; it stands first.</numerusform>
                <numerusform>%n items differ; they stand first.</numerusform>
            </translation>
        </message>
        <message>
            <source>各项都一致。</source>
            <translation>Both agree on every item.</translation>
        </message>
        <message>
            <source>看检查记录</source>
            <translation>See the inspection</translation>
        </message>
        <message>
            <source>看自评</source>
            <translation>See the self-assessment</translation>
        </message>
        <message>
            <source>位置</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>另一名检查员签字</source>
            <translation>Second inspector signs</translation>
        </message>
        <message>
            <source>去签字</source>
            <translation>Go and sign</translation>
        </message>
        <message>
            <source>检查程序</source>
            <translation>Conduct</translation>
        </message>
        <message>
            <source>证照上的名称与登记的不同</source>
            <translation>The licence has another name than was published</translation>
        </message>
        <message>
            <source>原因：%1</source>
            <translation>Why: %1</translation>
        </message>
        <message>
            <source>记录送达</source>
            <translation>Record the delivery</translation>
        </message>
        <message>
            <source>试用记录：只为试用检查表而作，不计入任何统计，不审核、不整改、不公示。</source>
            <translation>Test record: made to try a checklist. It is counted nowhere, not reviewed, and no order or publication follows.</translation>
        </message>
        <message>
            <source>各项（%1 待复）</source>
            <translation>Items (%1 to answer)</translation>
        </message>
        <message>
            <source>请对方评价</source>
            <translation>Ask for a rating</translation>
        </message>
        <message>
            <source>上次（%1 项变差）</source>
            <translation>Last time (%1 worse)</translation>
        </message>
        <message>
            <source>上次</source>
            <translation>Last time</translation>
        </message>
        <message>
            <source>看上次记录</source>
            <translation>See that record</translation>
        </message>
        <message>
            <source>这次</source>
            <translation>Now</translation>
        </message>
    </context>
    <context>
        <name>RecordsPage</name>
        <message>
            <source>记录</source>
            <translation>Records</translation>
        </message>
        <message>
            <source>签过名的记录不能更改；更正另作补正，两份都保留。</source>
            <translation>What is signed cannot be changed. Corrections are amendments; both are kept.</translation>
        </message>
        <message>
            <source>还没有记录</source>
            <translation>No records yet</translation>
        </message>
        <message>
            <source>检查签名后，记录会出现在这里，并显示它送到了哪一步。</source>
            <translation>Signed inspections appear here, with how far each has come.</translation>
        </message>
        <message>
            <source>搜索对象、被检查方、检查表、编号、指纹、人名</source>
            <translation>Search by site, party, checklist, number, fingerprint, person</translation>
        </message>
        <message>
            <source>找到 %1 条</source>
            <translation>%1 found</translation>
        </message>
        <message>
            <source>找到 %1 条，还在查找更早的记录…</source>
            <translation>%1 found, still looking through earlier ones…</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>换一个词试试。</source>
            <translation>Try another word.</translation>
        </message>
        <message>
            <source>提交的自评和对您单位的检查会出现在这里，并显示送到了哪一步。</source>
            <translation>Self-assessments that you submit and inspections of your site stand here, with how far each has come.</translation>
        </message>
        <message>
            <source>试用记录</source>
            <translation>Test records</translation>
        </message>
        <message>
            <source>试用记录：只为试用检查表而作，不计入任何统计，不审核、不整改、不公示。</source>
            <translation>Test records: made to try a checklist. They are counted nowhere, not reviewed, and no order or publication follows.</translation>
        </message>
        <message>
            <source>还没有试用记录</source>
            <translation>No test records yet</translation>
        </message>
        <message>
            <source>开始检查时选“试用模式”，签名后的记录会列在这里。</source>
            <translation>Choose test mode when you start a check; once signed, its record is listed here.</translation>
        </message>
    </context>
    <context>
        <name>RefusalForm</name>
        <message>
            <source>拒签要写明理由和见证人。</source>
            <translation>A refusal needs its reason and a witness.</translation>
        </message>
        <message>
            <source>请填见证人的姓名；没有见证人，要附录音或录像。</source>
            <translation>Enter the name of the witness; without a witness, attach a sound or film.</translation>
        </message>
        <message>
            <source>请写明为什么没有见证人。</source>
            <translation>Say why there is no witness.</translation>
        </message>
        <message>
            <source>没有见证人，请附上录音或录像。</source>
            <translation>Without a witness, attach a sound or film.</translation>
        </message>
        <message>
            <source>正在核对要签的内容…</source>
            <translation>Settling what is to be signed…</translation>
        </message>
        <message>
            <source>拒签的理由</source>
            <translation>Reason of the refusal</translation>
        </message>
        <message>
            <source>有见证人</source>
            <translation>Witness present</translation>
        </message>
        <message>
            <source>没有见证人</source>
            <translation>No witness</translation>
        </message>
        <message>
            <source>见证人</source>
            <translation>Witness</translation>
        </message>
        <message>
            <source>见证人身份</source>
            <translation>Position of the witness</translation>
        </message>
        <message>
            <source>见证人手写签名（可不签）</source>
            <translation>Witness signs here (optional)</translation>
        </message>
        <message>
            <source>为什么没有见证人</source>
            <translation>Why there is no witness</translation>
        </message>
        <message>
            <source>证明材料：录音、录像、照片或文档</source>
            <translation>Evidence: sounds, films, photos or documents</translation>
        </message>
        <message>
            <source>证明材料：没有见证人时要有录音或录像</source>
            <translation>Evidence: without a witness a sound or film is needed</translation>
        </message>
        <message>
            <source>移除：%1</source>
            <translation>Remove: %1</translation>
        </message>
        <message>
            <source>附上证明</source>
            <translation>Attach evidence</translation>
        </message>
        <message>
            <source>当场录音</source>
            <translation>Record a sound</translation>
        </message>
    </context>
    <context>
        <name>RemovedNote</name>
        <message>
            <source>已删除“%1”</source>
            <translation>Removed "%1"</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
    </context>
    <context>
        <name>ReportPaper</name>
        <message>
            <source>现场检查记录</source>
            <translation>Record of inspection</translation>
        </message>
        <message>
            <source>被检查对象</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>检查类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>起止时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>检查人员</source>
            <translation>Inspectors</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>陪同人</source>
            <translation>Accompanied by</translation>
        </message>
        <message>
            <source>检查情况</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>责令整改</source>
            <translation>To be rectified</translation>
        </message>
        <message>
            <source>%1（%2）</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>当场</source>
            <translation>on the spot</translation>
        </message>
        <message>
            <source>结论：%1</source>
            <translation>Conclusion: %1</translation>
        </message>
        <message>
            <source>现场情况</source>
            <translation>About the site</translation>
        </message>
        <message>
            <source>企业自评报告</source>
            <translation>Self-assessment</translation>
        </message>
        <message>
            <source>自评单位</source>
            <translation>Enterprise</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>负责人</source>
            <translation>Responsible</translation>
        </message>
        <message>
            <source>自评情况</source>
            <translation>What was assessed</translation>
        </message>
        <message>
            <source>证照上的名称</source>
            <translation>Name on licence</translation>
        </message>
    </context>
    <context>
        <name>ResultForm</name>
        <message>
            <source>检查结果怎么交给对方</source>
            <translation>How the result is left with the party</translation>
        </message>
        <message>
            <source>当场交纸质</source>
            <translation>On paper, now</translation>
        </message>
        <message>
            <source>电子送达</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>对方拒收</source>
            <translation>Not accepted</translation>
        </message>
        <message>
            <source>以后送达</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>邮箱</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>短信或微信</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>政务平台</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>只记送达方式，不记号码和地址。</source>
            <translation>Only the way is recorded, no number or address.</translation>
        </message>
    </context>
    <context>
        <name>SaveBanner</name>
        <message>
            <source>没有存上，会自动再试：%1</source>
            <translation>Not saved; it will be tried again: %1</translation>
        </message>
        <message>
            <source>有 %1 处没有存上，改好之前不能签名。%2</source>
            <translation>%1 not saved; nothing can be signed before that is mended. %2</translation>
        </message>
        <message>
            <source>现在再试</source>
            <translation>Try now</translation>
        </message>
        <message>
            <source>去改</source>
            <translation>Go there</translation>
        </message>
    </context>
    <context>
        <name>ScoreCard</name>
        <message>
            <source>得分 %1 / %2 %3</source>
            <translation>Score %1 / %2 %3</translation>
        </message>
        <message>
            <source>否决 %1</source>
            <translation>Vetoes %1</translation>
        </message>
        <message>
            <source>问题 %1</source>
            <translation>Findings %1</translation>
        </message>
    </context>
    <context>
        <name>SealedPanel</name>
        <message>
            <source>记录已签名并封存在本机</source>
            <translation>Signed and sealed on this tablet</translation>
        </message>
        <message>
            <source>有网络时自动上传。下面是记录的短指纹，双方可以抄下，日后核对。</source>
            <translation>It is sent when there is a network. This is its short fingerprint: both sides may note it down and compare later.</translation>
        </message>
        <message>
            <source>查看记录</source>
            <translation>Show the record</translation>
        </message>
        <message>
            <source>还要另一名检查员签字，签字之前不计入任何结果。下面是内容的短指纹，两名检查员签的是同一份。</source>
            <translation>A second inspector has to sign; until then it counts for nothing. Below is the short fingerprint of the content that both sign.</translation>
        </message>
        <message>
            <source>另一名检查员签字</source>
            <translation>Second inspector signs</translation>
        </message>
    </context>
    <context>
        <name>SectionRail</name>
        <message>
            <source>跳到漏项  %1</source>
            <translation>Next that lacks  %1</translation>
        </message>
        <message>
            <source>没有漏项</source>
            <translation>Nothing is lacking</translation>
        </message>
        <message>
            <source>签字前核对</source>
            <translation>Review before signing</translation>
        </message>
        <message>
            <source>提交前核对</source>
            <translation>Before submitting</translation>
        </message>
    </context>
    <context>
        <name>SelfSaid</name>
        <message>
            <source>自评：%1</source>
            <translation>Self-assessment: %1</translation>
        </message>
    </context>
    <context>
        <name>SelfStrip</name>
        <message>
            <source>企业自评</source>
            <translation>Self-assessment of the enterprise</translation>
        </message>
        <message>
            <source>自评</source>
            <translation>Self-assessment</translation>
        </message>
        <message>
            <source>企业自评已隐藏</source>
            <translation>The self-assessment is hidden</translation>
        </message>
        <message>
            <source>“%1”</source>
            <translation>"%1"</translation>
        </message>
        <message>
            <source>隐藏</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>显示</source>
            <translation>Show</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>本机还没有日志的状态可以核对。请先同步一次。</source>
            <translation>This device has no state of the log to compare yet. Sync first.</translation>
        </message>
        <message>
            <source>对方的平板属于另一个系统，不是同一份日志，没有可核对的。</source>
            <translation>The other device belongs to another deployment, with a log of its own; there is nothing to compare.</translation>
        </message>
        <message>
            <source>这里面没有另一台设备的日志状态。请选对方写出的文件，或者拍下对方屏幕上的码。</source>
            <translation>This holds no state of another device&apos;s log. Choose the file that it wrote, or take a photo of the code on its screen.</translation>
        </message>
        <message>
            <source>这份文书的签名不是本系统信任的机构所认证的，不能认可。</source>
            <translation>The authority that certified this signature is not one that this system trusts.</translation>
        </message>
        <message>
            <source>服务器还没有认证文书签名的机构，现在不能签发文书。请联系管理员。</source>
            <translation>The server has no authority yet that certifies signatures of papers, so none can be issued. Ask the administrator.</translation>
        </message>
        <message>
            <source>这份 PDF 与本机记录生成的文书不一致。请先同步，再重新签名。</source>
            <translation>This PDF is not the paper that follows from the record on this device. Sync, and have it signed anew.</translation>
        </message>
        <message>
            <source>这份 PDF 里已经有您的签名。</source>
            <translation>Your signature is in this PDF already.</translation>
        </message>
        <message>
            <source>文书所依据的不是这份记录的最新版本。请先同步，再重新签发。</source>
            <translation>The paper is not of the newest version of this record. Sync, and issue it anew.</translation>
        </message>
        <message>
            <source>服务器说这个密钥没有注销。请再同步一次。</source>
            <translation>The server says that this key was not revoked. Sync once more.</translation>
        </message>
        <message>
            <source>服务器不提供这项功能。</source>
            <translation>The server does not offer that.</translation>
        </message>
        <message>
            <source>这条记录没有文书可打。</source>
            <translation>There is no paper of this record.</translation>
        </message>
        <message>
        <source>她的密钥在您上次同步之后才登记，本机上您的资料还不认识。先同步一次，再请她签字。</source>
        <translation>Her key was registered after your last sync, so your data on this tablet does not know it yet. Sync once, then ask her to sign.</translation>
    </message>
        <message>
            <source>没有这个文件夹，没有保存。请另选一个。</source>
            <translation>There is no such folder; nothing was saved. Pick another one.</translation>
        </message>
        <message>
            <source>复查里出现了原来没有的问题：新问题请另做一次检查来记，不能记在复查里。</source>
            <translation>The re-check states a finding that the inspection did not. Record what is new in a new inspection, not in the re-check.</translation>
        </message>
        <message>
            <source>这不是完整的邀请。请复制以 plumb://enrol 开头的整行文字，一个字也不要少。</source>
            <translation>This is not a complete invitation. Copy the whole line that begins with plumb://enrol, every character of it.</translation>
        </message>
        <message>
            <source>服务器不认识这份邀请。请核对是不是这个单位发出的，或请管理员重发一份。</source>
            <translation>The server does not know this invitation. Check that it comes from this organization, or ask the administrator for a new one.</translation>
        </message>
        <message>
            <source>这份邀请已经用过了。每份邀请只能登记一台设备，请管理员再发一份。</source>
            <translation>This invitation was used already. Each enrols one device; ask the administrator for another.</translation>
        </message>
        <message>
            <source>这份邀请已过期。请管理员再发一份。</source>
            <translation>This invitation has expired. Ask the administrator for a new one.</translation>
        </message>
        <message>
            <source>服务器没有认可本机的签名，登记没有完成。请再试一次。</source>
            <translation>The server did not accept this tablet's signature; enrolment was not completed. Try again.</translation>
        </message>
        <message>
            <source>PIN 不对。</source>
            <translation>Wrong PIN.</translation>
        </message>
        <message>
            <source>输错的次数太多，请稍等再试。</source>
            <translation>Too many wrong PINs.</translation>
        </message>
        <message>
            <source>存储空间已满，记不下这次尝试，所以没有核对 PIN。请先清理空间再试，已存的内容没有丢。</source>
            <translation>Storage is full and this attempt could not be counted, so the PIN was not checked. Free some space and try again; nothing that was stored is lost.</translation>
        </message>
        <message>
            <source>另一个程序正在使用这个密码库。请关掉它，或者稍等再试。</source>
            <translation>Another program is using this vault. Close it, or try again in a moment.</translation>
        </message>
        <message>
            <source>这个人的文件夹已经不在本机上了。</source>
            <translation>This person's folder is no longer on this device.</translation>
        </message>
        <message>
            <source>PIN 至少要 4 位数字。</source>
            <translation>A PIN has at least 4 digits.</translation>
        </message>
        <message>
            <source>没有这个文件。请核对路径。</source>
            <translation>There is no such file. Check the path.</translation>
        </message>
        <message>
            <source>文件超过 64 MB，没有加入。</source>
            <translation>The file is larger than 64 MB and was not added.</translation>
        </message>
        <message>
            <source>读不出这个文件，没有加入。</source>
            <translation>The file cannot be read and was not added.</translation>
        </message>
        <message>
            <source>存储空间已满，刚才的内容没有存上。请先清理空间，已存的内容没有丢。</source>
            <translation>The storage is full: what you just entered was not saved. Free some space first; what was saved before is safe.</translation>
        </message>
        <message>
            <source>应答的不是登记时的那台服务器（密钥不符）。什么也没有发出，请告知管理员。</source>
            <translation>Another server answered than the one this tablet enrolled with (its key differs). Nothing was sent; tell the administrator.</translation>
        </message>
        <message>
            <source>还有漏项，不能签名。请先补全。</source>
            <translation>Something is still lacking; complete it before signing.</translation>
        </message>
        <message>
            <source>请被检查方签名；如果拒签，请写明理由和见证人。</source>
            <translation>The inspected party must sign; if it refuses, give the reason and a witness.</translation>
        </message>
        <message>
            <source>请写明补正的理由。</source>
            <translation>Say why the record is amended.</translation>
        </message>
        <message>
            <source>本机数据由更新版本的程序写成，请先升级。数据没有改动。</source>
            <translation>The data here was written by a newer version of this app. Update first; nothing was changed.</translation>
        </message>
        <message>
            <source>密码库已损坏。没有删除任何内容，请从备份恢复。</source>
            <translation>The vault is damaged. Nothing was deleted; restore it from a backup.</translation>
        </message>
        <message>
            <source>本机没有这条记录。</source>
            <translation>This record is not on this tablet.</translation>
        </message>
        <message>
            <source>这份草稿已经签名或删除了。</source>
            <translation>This draft was signed or deleted.</translation>
        </message>
        <message>
            <source>这一版检查表已经撤回，不能再用它开始。请换一份检查表，或询问管理员。</source>
            <translation>This version of the checklist was withdrawn, and nothing begins on it any more. Take another checklist, or ask the administrator.</translation>
        </message>
        <message>
            <source>检查表的正文还没有下载到本机。请先联网同步一次。</source>
            <translation>The checklist's document is not on this tablet yet. Sync once with a network.</translation>
        </message>
        <message>
            <source>本机没有这个检查对象。请先联网同步一次。</source>
            <translation>This site is not on this tablet. Sync once with a network.</translation>
        </message>
        <message>
            <source>日期要写成 2026-11-22 的样子。</source>
            <translation>Write the date like 2026-11-22.</translation>
        </message>
        <message>
            <source>不适用要写明理由。</source>
            <translation>Say why it does not apply.</translation>
        </message>
        <message>
            <source>服务器的日志比本机核验过的还要短：它丢失过记录。本机的内容一条没少，会重新提交；请告知管理员。</source>
            <translation>The server's log is shorter than what this tablet verified before: it has lost records. Nothing is lost here and it will be offered again; tell the administrator.</translation>
        </message>
        <message>
            <source>服务器的日志与本机核验过的不一致：它丢失或改动过记录。本机的内容一条没少，等管理员重新打开日志后会自动提交；请告知管理员。</source>
            <translation>The server's log is not the one that this tablet verified before: it has lost or changed records. Nothing is lost here; it is sent again once an administrator has opened the log anew. Tell the administrator.</translation>
        </message>
        <message>
            <source>服务器给出的信任链到不了邀请中的根密钥，登记没有完成。请告知管理员。</source>
            <translation>The server's chain of trust does not lead to the root key in the invitation; enrolment was not completed. Tell the administrator.</translation>
        </message>
        <message>
            <source>服务器日志的签名核验不通过。什么也没有改动，请告知管理员。</source>
            <translation>The signature of the server's log is not good. Nothing was changed; tell the administrator.</translation>
        </message>
        <message>
            <source>同步已停下，下次从断开的地方继续。</source>
            <translation>The sync was stopped; it goes on where it was.</translation>
        </message>
        <message>
            <source>本机存储的内容有损坏。没有删除任何内容，请从备份恢复。</source>
            <translation>What is stored here is damaged. Nothing was deleted; restore it from a backup.</translation>
        </message>
        <message>
            <source>本机还没有登记，请先输入邀请。</source>
            <translation>This tablet is not enrolled yet. Enter an invitation first.</translation>
        </message>
        <message>
            <source>本机的密钥已被管理员注销，不能再提交。</source>
            <translation>An administrator has revoked this tablet's key; it can send nothing more.</translation>
        </message>
        <message>
            <source>服务器不认识本机的密钥。请告知管理员。</source>
            <translation>The server does not know this tablet's key. Tell the administrator.</translation>
        </message>
        <message>
            <source>您的角色不能签这类记录。</source>
            <translation>Your role may not sign this kind of record.</translation>
        </message>
        <message>
            <source>这个对象不在您的辖区内。</source>
            <translation>This site is outside of your region.</translation>
        </message>
        <message>
            <source>服务器算出的得分与记录写的不同，没有收下。</source>
            <translation>The server computes another score than the record states, and did not take it.</translation>
        </message>
        <message>
            <source>服务器还没有这份检查表，稍后会自动再试。</source>
            <translation>The server does not have this checklist yet; it will be tried again.</translation>
        </message>
        <message>
            <source>文件还没封存时平板锁定了，没有加入。请再加一次，原文件没有动过。</source>
            <translation>The tablet was locked before the file was sealed, so it was not added. Add it once more; the original was not touched.</translation>
        </message>
        <message>
            <source>已锁定，请先输入 PIN。</source>
            <translation>Locked. Enter the PIN first.</translation>
        </message>
        <message>
            <source>内容的格式不对：%1</source>
            <translation>The form is wrong: %1</translation>
        </message>
        <message>
            <source>找不到：%1</source>
            <translation>Not found: %1</translation>
        </message>
        <message>
            <source>与已有的内容冲突：%1</source>
            <translation>In conflict with what is there: %1</translation>
        </message>
        <message>
            <source>签名或封存核验不通过：%1</source>
            <translation>A signature or seal is not good: %1</translation>
        </message>
        <message>
            <source>没有权限：%1</source>
            <translation>Not allowed: %1</translation>
        </message>
        <message>
            <source>已过期：%1</source>
            <translation>Expired: %1</translation>
        </message>
        <message>
            <source>太大了：%1</source>
            <translation>Too large: %1</translation>
        </message>
        <message>
            <source>连不上服务器。可以照常工作，有网络时会自动上传。</source>
            <translation>The server cannot be reached. Work goes on as usual; everything is sent when there is a network.</translation>
        </message>
        <message>
            <source>空间已满：%1</source>
            <translation>No space left: %1</translation>
        </message>
        <message>
            <source>这个版本还不支持：%1</source>
            <translation>This version cannot do that yet: %1</translation>
        </message>
        <message>
            <source>没有被接受：%1</source>
            <translation>Refused: %1</translation>
        </message>
        <message>
            <source>本机出了故障，刚才的操作没有完成：%1</source>
            <translation>Something broke on this tablet; what you just did was not completed: %1</translation>
        </message>
        <message>
            <source>这里不能这样填。数字只写数字，选项从表中选。</source>
            <translation>This cannot stand here: a number takes digits only, a choice comes from its list.</translation>
        </message>
        <message>
            <source>草稿已经在这一版上了。</source>
            <translation>The draft stands on this version already.</translation>
        </message>
        <message>
            <source>这是另一份检查表，草稿不能改用它。</source>
            <translation>This is another checklist; the draft cannot move to it.</translation>
        </message>
        <message>
            <source>补正沿用原记录的检查表版本，不能改用新版。</source>
            <translation>An amendment stays on the version of the record that it amends.</translation>
        </message>
        <message>
            <source>时刻要写成 07:30 的样子。</source>
            <translation>Write the time like 07:30.</translation>
        </message>
        <message>
            <source>要写成 2026-11-22 07:30 的样子。</source>
            <translation>Write it like 2026-11-22 07:30.</translation>
        </message>
        <message>
            <source>位置要写成“纬度 经度 海拔 精度”，用空格隔开，如 38.2471 101.9683 1980 4。</source>
            <translation>Write the place as latitude, longitude, altitude and accuracy with spaces between, like 38.2471 101.9683 1980 4.</translation>
        </message>
        <message>
            <source>每个点写“纬度 经度”，点与点之间用分号隔开；线至少要有两个点。</source>
            <translation>Write "latitude longitude" of each point, with a semicolon between points; a line has two points or more.</translation>
        </message>
        <message>
            <source>每个点写“纬度 经度”，点与点之间用分号隔开；最后一点与第一点相同。</source>
            <translation>Write "latitude longitude" of each point, with a semicolon between points; the last point is the first again.</translation>
        </message>
        <message>
            <source>这个选项现在不能选，请从表中选。</source>
            <translation>This cannot be chosen now. Choose from the list.</translation>
        </message>
        <message>
            <source>份数是算出来的，不能添加，也不能删除。</source>
            <translation>How many there are is calculated: none can be added or removed.</translation>
        </message>
        <message>
            <source>份数已经到上限，不能再添加。</source>
            <translation>There are as many as there can be: no more can be added.</translation>
        </message>
        <message>
            <source>这里只供查看，不能填写。</source>
            <translation>This is only shown and cannot be filled in.</translation>
        </message>
        <message>
            <source>答案中的一个文件不在本机，不能签名。请删去后重新加入。</source>
            <translation>A file of an answer is not on this device, so this cannot be signed. Remove it and add it again.</translation>
        </message>
        <message>
            <source>这里不能这样填：内容太长，或者有看不见的控制字符。请改好后再试。</source>
            <translation>This cannot be entered: it is too long, or holds control characters that are not seen. Mend it and try again.</translation>
        </message>
        <message>
            <source>文字合起来太长，一条记录装不下，没有签名。请把情况说明或理由改短。</source>
            <translation>The texts together are too long for one record; nothing was signed. Shorten the notes or reasons.</translation>
        </message>
        <message>
            <source>这里要填数字，最多 15 位。</source>
            <translation>A number of at most 15 digits is wanted here.</translation>
        </message>
        <message>
            <source>这张照片的尺寸太大，没有加入。请用小一些的照片。</source>
            <translation>This picture has too many pixels and was not added. Take a smaller one.</translation>
        </message>
        <message>
            <source>服务器给出的记录与它的日志对不上，一条也没有采用。本机的内容一条没少；请告知管理员。</source>
            <translation>What the server handed out does not match its log; none of it was used. Nothing on this tablet is lost. Tell the administrator.</translation>
        </message>
        <message>
            <source>服务器刚从备份恢复，要等管理员重新打开日志才收记录。本机的内容一条没少，之后会自动提交。</source>
            <translation>The server was restored from a backup and takes records once an administrator has opened its log again. Nothing on this tablet is lost; it is sent then.</translation>
        </message>
        <message>
            <source>服务器的时钟不对，暂时不收记录。本机的内容一条没少，之后会自动提交。</source>
            <translation>The server's clock is wrong; it takes no records for now. Nothing on this tablet is lost; it is sent later.</translation>
        </message>
        <message>
            <source>本机的时钟比服务器快。请校准后再试。</source>
            <translation>This tablet's clock is ahead of the server's. Set it right and try again.</translation>
        </message>
        <message>
            <source>服务器没有在等待恢复日志，没有签名。</source>
            <translation>The server does not wait for its log to be opened again; nothing was signed.</translation>
        </message>
        <message>
            <source>这份检查表已经发布了新版，请用新版开始。</source>
            <translation>A newer version of this checklist was published. Begin on that one.</translation>
        </message>
        <message>
            <source>服务器说收下了这条记录，却拿不出证明。记录仍在本机，会再提交一次。</source>
            <translation>The server said that it took this record and cannot prove it. The record stays here and is sent again.</translation>
        </message>
        <message>
            <source>服务器没有给出全部密钥和注销记录，新内容暂不采用。本机的内容一条没少；请告知管理员。</source>
            <translation>The server did not hand out all keys and revocations; nothing newer is used until it does. Nothing on this tablet is lost. Tell the administrator.</translation>
        </message>
        <message>
            <source>这个对象没有发布，或者它的发布还没有同步到本机。先同步，或请管理员发布。</source>
            <translation>This site is not published, or this device has not pulled its publication yet. Sync first, or ask the administrator to publish it.</translation>
        </message>
        <message>
            <source>所指的记录不在本机，先同步一次。</source>
            <translation>The record that this speaks of is not on this device; sync first.</translation>
        </message>
        <message>
            <source>已有同名的人：是同一人就沿用原来的人员编号，不是就注明“同名不同人”。</source>
            <translation>A person of this name is known already: use the same person id, or say that this is a namesake.</translation>
        </message>
        <message>
            <source>服务器上已有用这个编号的另一条记录，没有收下。可以更正后重签。</source>
            <translation>Another record with this id is in the log; it was not taken. Correct it and sign anew.</translation>
        </message>
        <message>
            <source>服务器上等候记录的文件已满，这个文件稍后再传。</source>
            <translation>The server holds too many files that wait for their records; this one is sent later.</translation>
        </message>
        <message>
            <source>服务器发现它的日志中有内容被改动，没有给出。本机的内容一条没少；请告知管理员。</source>
            <translation>The server found that a line of its log was changed, and gave nothing out. Everything is still on this device; tell the administrator.</translation>
        </message>
        <message>
            <source>服务器正忙，稍后会自动再试。</source>
            <translation>The server is busy; this is tried again by itself.</translation>
        </message>
        <message>
            <source>服务器暂时连不上存放文件的地方。本机的文件一个没少，稍后会自动再传。</source>
            <translation>The server cannot reach the store of its files just now. Every file is still on this device and is sent again by itself.</translation>
        </message>
        <message>
            <source>这里收照片、PDF、Word、Excel 和 PPT 文件，别的格式没有加入。</source>
            <translation>Photos, PDF, Word, Excel and PowerPoint files are taken here; this one was not added.</translation>
        </message>
        <message>
            <source>这个文件是空的，没有加入。</source>
            <translation>This file is empty and was not added.</translation>
        </message>
        <message>
            <source>这一轮自评已经截止收取，或已经提交，不能再交。</source>
            <translation>This round is closed or was submitted: nothing more is taken.</translation>
        </message>
        <message>
            <source>这一轮自评已经提交过了；要改请在记录里补正。</source>
            <translation>This round was submitted already; amend the record to change it.</translation>
        </message>
        <message>
            <source>本机没有这一轮自评的通知。请先联网同步一次。</source>
            <translation>This device does not know of this round yet. Sync once.</translation>
        </message>
        <message>
            <source>有的项两台设备填得不同，请先选定再提交。</source>
            <translation>Some items were filled differently on two devices. Choose before submitting.</translation>
        </message>
        <message>
            <source>这不是证书，或者证书损坏了。</source>
            <translation>This is no certificate, or it is damaged.</translation>
        </message>
        <message>
            <source>单位名称要有 1 到 60 个字，证书里放不下更长的。</source>
            <translation>The office's name must have 1 to 60 characters; a certificate holds no more.</translation>
        </message>
        <message>
            <source>文书里的电子签名读不出来，不予采信。</source>
            <translation>The signature in the paper cannot be read; it does not count.</translation>
        </message>
        <message>
            <source>文书的签名人没有得到可信机构的证明，不予采信。</source>
            <translation>No authority that is trusted vouches for who signed the paper; it does not count.</translation>
        </message>
        <message>
            <source>文书签名之后被改动过，或签名不是这份文书的。</source>
            <translation>The paper was changed after it was signed, or the signature is of another one.</translation>
        </message>
        <message>
            <source>文件不是 PDF，或者不完整、已损坏。</source>
            <translation>The file is no PDF, cut short or damaged.</translation>
        </message>
        <message>
            <source>这份 PDF 没有电子签名。</source>
            <translation>This PDF has no signature.</translation>
        </message>
        <message>
            <source>电子签名所说的范围与文件对不上：文件被截断或被拼接过。</source>
            <translation>What the signature says it covers does not fit the file: it was cut short or put together.</translation>
        </message>
        <message>
            <source>电子签名不是本系统采用的格式（PAdES），无法核验。</source>
            <translation>The signature is of another form than PAdES and cannot be checked here.</translation>
        </message>
        <message>
            <source>电子签名太长，PDF 里放不下。</source>
            <translation>The signature is too large for its place in the PDF.</translation>
        </message>
        <message>
            <source>文书签名之后，文件又被加了内容。</source>
            <translation>Something was added to the file after the paper was signed.</translation>
        </message>
        <message>
            <source>这不是能用的交换包，或者已经损坏。请换一个文件，或重新写一次。</source>
            <translation>This is no exchange file that can be used, or it is damaged. Choose another, or write it again.</translation>
        </message>
        <message>
            <source>交换包不完整，只拷了一部分。请重新拷贝整个文件。</source>
            <translation>The exchange file is cut short. Copy the whole file again.</translation>
        </message>
        <message>
            <source>交换包被改动过或已损坏，没有采用其中的任何内容。请重新写一次。</source>
            <translation>The exchange file was changed or damaged; nothing of it was taken. Write it again.</translation>
        </message>
        <message>
            <source>交换包不是给这台服务器或这台设备的，或者被改动过，没有采用。</source>
            <translation>The exchange file is for another server or device, or was changed; nothing of it was taken.</translation>
        </message>
        <message>
            <source>这份回执是给另一台设备或另一个人的，没有采用。请选择本机交换包的回执。</source>
            <translation>This answer is for another device or person; nothing of it was taken. Choose the answer to a file from this device.</translation>
        </message>
        <message>
            <source>写出交换包以后，本机又得到了更新的内容，这份回执已经过时，没有采用。请重新写一次。</source>
            <translation>This device learnt more since the file was written; this answer is out of date, and nothing of it was taken. Write another.</translation>
        </message>
        <message>
            <source>写不进这个文件夹。请换一个，或检查 U 盘是否写保护。</source>
            <translation>This folder cannot be written to. Choose another, or see whether the stick is write-protected.</translation>
        </message>
        <message>
            <source>服务器一次收不下这么多。请分几次写。</source>
            <translation>The server does not take so much at once. Write it in parts.</translation>
        </message>
        <message>
            <source>服务器的应答太大，没有采用。请告知管理员。</source>
            <translation>The server's answer is too large and was not taken. Tell the administrator.</translation>
        </message>
        <message>
            <source>服务器的应答不成形，没有采用。请稍后再试；总这样就告知管理员。</source>
            <translation>The server's answer cannot be read and was not taken. Try later; if it stays so, tell the administrator.</translation>
        </message>
        <message>
            <source>一段编码的内容损坏了，没有采用。</source>
            <translation>A piece of encoded content is damaged and was not taken.</translation>
        </message>
        <message>
            <source>网址或编码的文字损坏了，没有采用。</source>
            <translation>An address or an encoded text is damaged and was not taken.</translation>
        </message>
        <message>
            <source>一个指纹写得不对，应是 64 位十六进制数字。</source>
            <translation>A fingerprint is wrong: it must have 64 hexadecimal digits.</translation>
        </message>
        <message>
            <source>内容不成形（JSON 有错），没有采用。</source>
            <translation>The content is malformed (its JSON is wrong) and was not taken.</translation>
        </message>
        <message>
            <source>内容里有一项缺失或不对，没有采用。</source>
            <translation>A member of the content is missing or wrong; it was not taken.</translation>
        </message>
        <message>
            <source>文字不是 UTF-8 编码，没有采用。请另存为 UTF-8 再试。</source>
            <translation>The text is not UTF-8 and was not taken. Save it as UTF-8 and try again.</translation>
        </message>
        <message>
            <source>这段文字里有不能用的字符。</source>
            <translation>The text has characters that cannot be used.</translation>
        </message>
        <message>
            <source>登录凭据损坏了，会自动再取一次。</source>
            <translation>The access token is damaged; another one is asked for.</translation>
        </message>
        <message>
            <source>密钥不对，没有采用。请告知管理员。</source>
            <translation>The key is wrong and was not taken. Tell the administrator.</translation>
        </message>
        <message>
            <source>邀请里的日志密钥不对。请管理员再发一份邀请。</source>
            <translation>The log's key in the invitation is wrong. Ask the administrator for another invitation.</translation>
        </message>
        <message>
            <source>签名方式不认识，没有采用。</source>
            <translation>The kind of signature is unknown; it was not taken.</translation>
        </message>
        <message>
            <source>这一行不是签名记录，没有采用。</source>
            <translation>This line is no signed record and was not taken.</translation>
        </message>
        <message>
            <source>记录里有一项缺失或不对，没有采用。</source>
            <translation>A member of the record is missing or wrong; it was not taken.</translation>
        </message>
        <message>
            <source>服务器的回执核验不通过，没有采用。</source>
            <translation>The server's receipt does not verify and was not taken.</translation>
        </message>
        <message>
            <source>签名核验不通过，没有采用。</source>
            <translation>The signature does not verify; it was not taken.</translation>
        </message>
        <message>
            <source>这不是完整的档案盒文件，或者已经损坏。</source>
            <translation>This is not a complete archive box, or it is damaged.</translation>
        </message>
        <message>
            <source>接收方不能这样登记。</source>
            <translation>The receiver cannot be registered like this.</translation>
        </message>
        <message>
            <source>这不是完整的证明包，或者已经损坏。</source>
            <translation>This is not a complete bundle, or it is damaged.</translation>
        </message>
        <message>
            <source>填写轨迹与答案对不上。</source>
            <translation>The trail of answers does not lead to the answers.</translation>
        </message>
        <message>
            <source>日志里没有这条记录。</source>
            <translation>The log does not have this record.</translation>
        </message>
        <message>
            <source>封存的内容被改动过或已损坏，打不开。没有删除任何内容，请从备份恢复。</source>
            <translation>Sealed content was changed or damaged and cannot be opened. Nothing was deleted; restore it from a backup.</translation>
        </message>
        <message>
            <source>收到的文件与指纹不符，没有留下，会再取一次。</source>
            <translation>The file that came has another fingerprint; it was not kept and is fetched again.</translation>
        </message>
        <message>
            <source>服务器说的上传位置不对，这个文件会重新上传。</source>
            <translation>The server named an impossible place in the upload; the file is sent again.</translation>
        </message>
        <message>
            <source>边界不成形：至少三个点，首尾相接，不能自己相交。</source>
            <translation>The boundary is none: it needs three points or more, must close, and must not cross itself.</translation>
        </message>
        <message>
            <source>工作日历不对，没有采用。</source>
            <translation>The calendar of working days is wrong and was not taken.</translation>
        </message>
        <message>
            <source>标准目录不对，没有采用。</source>
            <translation>The catalogue of standards is wrong and was not taken.</translation>
        </message>
        <message>
            <source>行政区划代码不对。</source>
            <translation>The region's code is wrong.</translation>
        </message>
        <message>
            <source>角色不对。</source>
            <translation>The role is wrong.</translation>
        </message>
        <message>
            <source>检查对象的内容不对，没有采用。</source>
            <translation>The site's data is wrong and was not taken.</translation>
        </message>
        <message>
            <source>时区不认识。</source>
            <translation>The time zone is unknown.</translation>
        </message>
        <message>
            <source>统一社会信用代码不对：应是 18 位，而且校验位要相符。</source>
            <translation>The unified social credit code is wrong: 18 characters, the last a check character.</translation>
        </message>
        <message>
            <source>耳标号不对：应是 15 位数字，以 1、2 或 3 开头。</source>
            <translation>The ear tag is wrong: 15 digits, the first 1, 2 or 3.</translation>
        </message>
        <message>
            <source>标准编号不对，应写成 GB/T 2763-2021 的样子。</source>
            <translation>The standard's number is wrong; write it like GB/T 2763-2021.</translation>
        </message>
        <message>
            <source>编号太长。</source>
            <translation>The code is too long.</translation>
        </message>
        <message>
            <source>这把密钥已经登记过了。</source>
            <translation>This key is enrolled already.</translation>
        </message>
        <message>
            <source>检查表附带的文件与发布的不同，没有采用。</source>
            <translation>An attached file of the checklist differs from what was published; it was not taken.</translation>
        </message>
        <message>
            <source>检查表附带的文件太大。</source>
            <translation>The checklist's attached files are too large.</translation>
        </message>
        <message>
            <source>检查表缺少一个附带的文件。请先联网同步一次。</source>
            <translation>The checklist lacks an attached file. Sync once.</translation>
        </message>
        <message>
            <source>答案的内容不对，没有采用。</source>
            <translation>The answers are wrong and were not taken.</translation>
        </message>
        <message>
            <source>份数不对。</source>
            <translation>The number of copies is wrong.</translation>
        </message>
        <message>
            <source>CSV 表不对，没有采用。</source>
            <translation>The CSV table is wrong and was not taken.</translation>
        </message>
        <message>
            <source>CSV 表太大。</source>
            <translation>The CSV table is too large.</translation>
        </message>
        <message>
            <source>检查表里有一处算式不对。请告知管理员。</source>
            <translation>An expression of the checklist is wrong. Tell the administrator.</translation>
        </message>
        <message>
            <source>检查表里有一处算式算不出来。请告知管理员。</source>
            <translation>An expression of the checklist cannot be evaluated. Tell the administrator.</translation>
        </message>
        <message>
            <source>这道题的内容不对。请告知管理员。</source>
            <translation>The question's definition is wrong. Tell the administrator.</translation>
        </message>
        <message>
            <source>这个 Excel 文件损坏了，读不出来。</source>
            <translation>This workbook is damaged and cannot be read.</translation>
        </message>
        <message>
            <source>这不是 Excel 文件（.xlsx）。</source>
            <translation>This is no workbook (.xlsx).</translation>
        </message>
        <message>
            <source>这个 Excel 文件太大。</source>
            <translation>This workbook is too large.</translation>
        </message>
        <message>
            <source>这份检查表写不成 Excel 表。</source>
            <translation>This checklist cannot be written as a workbook.</translation>
        </message>
        <message>
            <source>这里的内容是算出来的，不能填写。</source>
            <translation>This is computed and cannot be filled in.</translation>
        </message>
        <message>
            <source>这一项不能选“不适用”。</source>
            <translation>This item cannot be marked not applicable.</translation>
        </message>
        <message>
            <source>这里还没有内容。</source>
            <translation>There is nothing here yet.</translation>
        </message>
        <message>
            <source>这道题现在不用填。</source>
            <translation>This question is not asked now.</translation>
        </message>
        <message>
            <source>检查表里没有这一项事实。</source>
            <translation>The checklist has no such fact.</translation>
        </message>
        <message>
            <source>检查表里没有这一项。</source>
            <translation>The checklist has no such item.</translation>
        </message>
        <message>
            <source>表单里没有这道题。</source>
            <translation>The form has no such question.</translation>
        </message>
        <message>
            <source>检查表里没有这道题。</source>
            <translation>The checklist has no such question.</translation>
        </message>
        <message>
            <source>这份检查表没有这种语言。</source>
            <translation>The checklist does not have this language.</translation>
        </message>
        <message>
            <source>这条记录已经通过了。</source>
            <translation>This record is accepted already.</translation>
        </message>
        <message>
            <source>自己签的记录不能由自己审核。</source>
            <translation>Nobody reviews a record of her own.</translation>
        </message>
        <message>
            <source>请写明退回的理由。</source>
            <translation>Say why it is returned.</translation>
        </message>
        <message>
            <source>这一项没有分歧，不用选定。</source>
            <translation>There is nothing to settle in this item.</translation>
        </message>
        <message>
            <source>文书的版式文件不对。请告知管理员。</source>
            <translation>A paper's layout is wrong. Tell the administrator.</translation>
        </message>
        <message>
            <source>文书里有一张图打不开。</source>
            <translation>A picture of the paper cannot be opened.</translation>
        </message>
        <message>
            <source>缺少排文书要用的字体，请管理员安装。</source>
            <translation>The typefaces for papers are missing; ask the administrator to install them.</translation>
        </message>
        <message>
            <source>文书没有排成。请再试一次；总这样就告知管理员。</source>
            <translation>The paper could not be set. Try again; if it stays so, tell the administrator.</translation>
        </message>
        <message>
            <source>本机的时钟与服务器差得太多，登录没有成功。会按服务器的时间再试。</source>
            <translation>This device's clock is too far off for the server; it tries again by the server's time.</translation>
        </message>
        <message>
            <source>登录凭据已经用过，会自动再试。</source>
            <translation>The login was used already; another is tried.</translation>
        </message>
        <message>
            <source>服务器读不懂本机的登录凭据。请升级程序或告知管理员。</source>
            <translation>The server cannot read this device's login. Bring the program up to date, or tell the administrator.</translation>
        </message>
        <message>
            <source>上传的校验不对，这个文件会重新上传。</source>
            <translation>The upload's checksum is wrong; the file is sent again.</translation>
        </message>
        <message>
            <source>上传的内容在路上变了，这一段会重新上传。</source>
            <translation>The upload was changed on its way; this part is sent again.</translation>
        </message>
        <message>
            <source>传输的压缩内容损坏了，会再试。</source>
            <translation>The compressed content was damaged on its way; it is tried again.</translation>
        </message>
        <message>
            <source>服务器不认识这种压缩方式。请告知管理员。</source>
            <translation>The server does not know this compression. Tell the administrator.</translation>
        </message>
        <message>
            <source>文件长度不对，没有上传。</source>
            <translation>The file's length is wrong; it was not sent.</translation>
        </message>
        <message>
            <source>文件的说明不对，没有上传。</source>
            <translation>The upload's metadata is wrong; it was not sent.</translation>
        </message>
        <message>
            <source>一起上传的小文件没能分开，会逐个重新上传。</source>
            <translation>The small files that went up together could not be told apart. Each is sent again by itself.</translation>
        </message>
        <message>
            <source>这种类型的内容服务器不收。</source>
            <translation>The server does not take this type of content.</translation>
        </message>
        <message>
            <source>请求里有一项不对。请升级程序或告知管理员。</source>
            <translation>A parameter of the request is wrong. Bring the program up to date, or tell the administrator.</translation>
        </message>
        <message>
            <source>请求的范围不对。</source>
            <translation>The requested range is wrong.</translation>
        </message>
        <message>
            <source>服务器读不懂这个请求。请升级程序或告知管理员。</source>
            <translation>The server cannot read the request. Bring the program up to date, or tell the administrator.</translation>
        </message>
        <message>
            <source>这次上传不成形，会重新上传。</source>
            <translation>The upload is malformed; it begins anew.</translation>
        </message>
        <message>
            <source>这次上传隔得太久，已经作废，会重新上传。</source>
            <translation>The upload waited too long; it begins anew.</translation>
        </message>
        <message>
            <source>上传的内容比说好的长，会重新上传。</source>
            <translation>The upload is longer than was said; it begins anew.</translation>
        </message>
        <message>
            <source>服务器上没有这次上传，会重新上传。</source>
            <translation>The server does not know this upload; it begins anew.</translation>
        </message>
        <message>
            <source>这个文件服务器上已经完整存有，不用再传。</source>
            <translation>The server holds this file whole already; nothing is to be sent.</translation>
        </message>
        <message>
            <source>有一条记录太长，放不进公开的日志分页。</source>
            <translation>An entry is too long for the public pages of the log.</translation>
        </message>
        <message>
            <source>见证方的签名不对，不作数。</source>
            <translation>A witness&apos;s signature does not hold and counts for nothing.</translation>
        </message>
        <message>
            <source>送给见证方的内容不完整，见证方没有签。</source>
            <translation>What was sent to the witness is not complete; it signed nothing.</translation>
        </message>
        <message>
            <source>见证方名单写得不对。请核对每行的名称和公钥。</source>
            <translation>The list of witnesses is not right. Check the name and the key of each line.</translation>
        </message>
        <message>
            <source>这不是日志两种说法的证据文件，或文件已损坏。</source>
            <translation>This is no file of evidence of two histories of a log, or it is damaged.</translation>
        </message>
        <message>
            <source>这份文件里没有能说明日志分叉的内容。</source>
            <translation>Nothing in this file shows that the log was forked.</translation>
        </message>
        <message>
            <source>以前看到的日志状态文件已损坏。请换用一个新的。</source>
            <translation>The file that keeps what was seen of the log is damaged. Begin a new one.</translation>
        </message>
        <message>
            <source>这个文件里没有见证方的密钥。</source>
            <translation>This file holds no witness&apos;s key.</translation>
        </message>
        <message>
            <source>这里已有见证方的密钥，没有覆盖。</source>
            <translation>A witness&apos;s key is here already; it was not overwritten.</translation>
        </message>
        <message>
            <source>日志有两种说法：与以前看到的对不上，分叉了。请保留证据，告诉管理员。</source>
            <translation>The log has two histories: it does not agree with what was seen before. Keep the evidence and tell the administrator.</translation>
        </message>
        <message>
            <source>日志变短了：以前看到的末尾几条不见了。请告诉管理员。</source>
            <translation>The log became shorter: lines at its end that were seen before are gone. Tell the administrator.</translation>
        </message>
        <message>
            <source>这本日志已经登记过。</source>
            <translation>This log is registered already.</translation>
        </message>
        <message>
            <source>这里没有登记过这本日志。</source>
            <translation>This log is not registered here.</translation>
        </message>
        <message>
            <source>这个网址没有公开的日志。请核对网址。</source>
            <translation>There is no public log at this address. Check the address.</translation>
        </message>
        <message>
            <source>日志缺了一页，没法核对到底。请稍后再试。</source>
            <translation>A page of the log is missing, so that it cannot be walked to its end. Try again later.</translation>
        </message>
        <message>
            <source>日志有一页与签过名的根对不上：被改过或已损坏。</source>
            <translation>A page of the log does not agree with its signed root: it was changed or is damaged.</translation>
        </message>
        <message>
            <source>同时上传的文件太多，稍后自动再试。</source>
            <translation>Too many uploads at once; it is tried again later.</translation>
        </message>
        <message>
            <source>服务器的上传方式版本不同。请升级程序。</source>
            <translation>The server speaks another version of uploads. Bring the program up to date.</translation>
        </message>
        <message>
            <source>一次送得太多，会分开再送。</source>
            <translation>Too much was sent at once; it is sent in parts.</translation>
        </message>
        <message>
            <source>请求太长，服务器没有收。</source>
            <translation>The request is too long for the server.</translation>
        </message>
        <message>
            <source>请求太密，请稍等再试。</source>
            <translation>Too many calls; wait a little and try again.</translation>
        </message>
        <message>
            <source>表格的列太多，请分几次取。</source>
            <translation>The table has too many columns; take it in parts.</translation>
        </message>
        <message>
            <source>服务器还缺这条记录要用的文件，会先传文件再提交。</source>
            <translation>The server lacks a file that this record needs; it is sent first.</translation>
        </message>
        <message>
            <source>服务器存放文件的地方设置不对。请告知管理员。</source>
            <translation>The place where the server keeps files is set up wrongly. Tell the administrator.</translation>
        </message>
        <message>
            <source>这台服务器暂时跟不上日志，请稍后再试。</source>
            <translation>This server does not keep up with the log for now. Try again later.</translation>
        </message>
        <message>
            <source>这个文件没有小图，请取原文件。</source>
            <translation>There is no small picture of this file. Take the file itself.</translation>
        </message>
        <message>
            <source>服务器上没有这个文件。</source>
            <translation>The server does not have this file.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这条记录。</source>
            <translation>The server's log does not have this record.</translation>
        </message>
        <message>
            <source>服务器没有这一段日志。</source>
            <translation>The server does not have this part of the log.</translation>
        </message>
        <message>
            <source>服务器上没有这个地址。可能要升级程序。</source>
            <translation>The server has no such address. The program may have to be brought up to date.</translation>
        </message>
        <message>
            <source>服务器不接受这种请求。可能要升级程序。</source>
            <translation>The server does not take such a request. The program may have to be brought up to date.</translation>
        </message>
        <message>
            <source>这一页只能在服务器那台机器上看。</source>
            <translation>This page is for the server's own machine.</translation>
        </message>
        <message>
            <source>登录已过期，会自动再登录。</source>
            <translation>The login ended; it is renewed.</translation>
        </message>
        <message>
            <source>没有登录，会自动登录后再试。</source>
            <translation>There is no login; it is made and tried again.</translation>
        </message>
        <message>
            <source>服务器出了故障，刚才的请求没有完成。会自动再试；请告知管理员。</source>
            <translation>The server failed at this call. It is tried again; tell the administrator.</translation>
        </message>
        <message>
            <source>本机出了故障，刚才的操作没有完成。已存的内容没有丢，请再试一次。</source>
            <translation>Something failed on this device. What was saved is there; try again.</translation>
        </message>
        <message>
            <source>这个文件不是照片，或者已损坏、不完整，打不开，没有加入。可用的有 JPEG、PNG、WebP 和 HEIC。</source>
            <translation>This file is no photo, or is damaged or not whole, so that it cannot be opened; it was not added. JPEG, PNG, WebP and HEIC are taken.</translation>
        </message>
        <message>
            <source>检查表的正文不对，服务器没有收下。请管理员改好再发布。</source>
            <translation>The checklist's document is wrong; the server did not take it. Ask the administrator to mend and publish it.</translation>
        </message>
        <message>
            <source>服务器没有这个名字的派生表。</source>
            <translation>The server has no derived table of this name.</translation>
        </message>
        <message>
            <source>走过的边界没有围拢，或者自己相交。请走完，或清除它。</source>
            <translation>The boundary that was walked is not closed, or crosses itself. Finish it, or clear it.</translation>
        </message>
        <message>
            <source>与已发布的没有不同，没有要更正的。</source>
            <translation>Nothing differs from what is published; there is nothing to correct.</translation>
        </message>
        <message>
            <source>请写明为什么要更正。</source>
            <translation>Say why it has to be corrected.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这份更正，或者它是别的对象的。</source>
            <translation>The server's log holds no such correction, or it is about another site.</translation>
        </message>
        <message>
            <source>这份更正已经有人答复过了。</source>
            <translation>Somebody has answered this correction already.</translation>
        </message>
        <message>
            <source>手写签名不是为这份记录签的：签的是另一份内容，或者签后内容改过。没有收下。</source>
            <translation>A signature drawn on glass is not over this record: it was drawn for another content, or the content changed after it. It was not accepted.</translation>
        </message>
        <message>
            <source>手写签名之后内容有变化（比如过了零点，得分重算）。请返回再看一遍，请对方重新签名。</source>
            <translation>The content has changed since it was signed on glass (midnight passed and the score was computed anew, say). Go back, read it again, and have it signed anew.</translation>
        </message>
        <message>
            <source>这个文件不能作拒签的证明：请附录音、录像、照片或文档。</source>
            <translation>This file cannot show a refusal: attach a sound, a film, a photo or a document.</translation>
        </message>
        <message>
            <source>还没有写要说的话。</source>
            <translation>Nothing was written yet.</translation>
        </message>
        <message>
            <source>服务器说本机的密钥已注销，却拿不出证明，不予采信。本机照常可用，内容一条没少；请告知管理员。</source>
            <translation>The server says that this tablet's key was revoked and cannot prove it: that is not believed. The tablet works as before, and nothing was lost. Tell the administrator.</translation>
        </message>
        <message>
            <source>这段录音写不成文件。请再录一次；总这样就告知管理员。</source>
            <translation>This recording cannot be written as a file. Record it again; if that goes on, tell the administrator.</translation>
        </message>
        <message>
            <source>还有一张照片没有封存。请在相机页按“再存”，或放弃这一张。</source>
            <translation>One photo is not sealed yet. Press "Save again" on the camera page, or give it up.</translation>
        </message>
        <message>
            <source>地图包不在原来的位置了。请接上存储设备，或重新选择。</source>
            <translation>The map file is not where it was. Connect the storage that holds it, or choose another.</translation>
        </message>
        <message>
            <source>这个文件不是 MBTiles 地图包，或者已经损坏。</source>
            <translation>This file is no MBTiles map, or it is damaged.</translation>
        </message>
        <message>
            <source>这个地图包里没有图块。</source>
            <translation>This map file has no tiles.</translation>
        </message>
        <message>
            <source>这是矢量地图包；请选择图片（栅格）格式的地图包。</source>
            <translation>This map has vector tiles; choose one with pictures (raster).</translation>
        </message>
        <message>
            <source>这个地图包的范围或级别写错了，不能使用。</source>
            <translation>The bounds or levels of this map are wrong; it cannot be used.</translation>
        </message>
        <message>
            <source>地图包里有图块不是图片，或者已经损坏；该处显示示意图。</source>
            <translation>Some tiles of the map are no pictures, or damaged; the sketch shows there.</translation>
        </message>
        <message>
            <source>地图包读不到了，现在显示示意图。请检查存储设备，或重新选择。</source>
            <translation>The map cannot be read any more, so the sketch shows. Check the storage, or choose another.</translation>
        </message>
        <message>
            <source>这层标记读不出来，没有显示，也没有印出。</source>
            <translation>These marks cannot be read; they are neither shown nor printed.</translation>
        </message>
        <message>
            <source>副本没有写成：存储空间已满，或者文件夹不能写。原图没有变。</source>
            <translation>The copy was not written: the storage is full, or the folder cannot be written to. The original is as it was.</translation>
        </message>
        <message>
            <source>这个人不是本企业登记过的人员。请先联网同步一次。</source>
            <translation>This person is not enrolled for this enterprise. Sync once, and try again.</translation>
        </message>
        <message>
            <source>这份自评已经通过审核，不能再改。</source>
            <translation>This self-assessment was accepted and can be changed no more.</translation>
        </message>
        <message>
            <source>这次检查已有更新的版本，请先看新版本。</source>
            <translation>This inspection has a newer version. Read that one first.</translation>
        </message>
        <message>
            <source>这次检查已退回补正，问题还可能变，现在不能下达整改。</source>
            <translation>This inspection was returned to its author; its findings may still change, so nothing can be ordered now.</translation>
        </message>
        <message>
            <source>这次检查没有记录这个问题。</source>
            <translation>The inspection states no such finding.</translation>
        </message>
        <message>
            <source>按现在的办理状态，还轮不到这一步。可能别人已经办过，请看办理经过。</source>
            <translation>As it stands, it is not the turn of this step. Perhaps somebody did it already: see the history.</translation>
        </message>
        <message>
            <source>这个问题不在这份整改通知里。</source>
            <translation>This finding is not in that order.</translation>
        </message>
        <message>
            <source>日期不对：期限不能早于今天，延期要晚于原来的期限。</source>
            <translation>The day is wrong: what is due cannot be before today, and an extension must be later than what is due already.</translation>
        </message>
        <message>
            <source>自己上报的整改不能由自己复查。</source>
            <translation>Nobody judges what they reported themselves.</translation>
        </message>
        <message>
            <source>所依据的现场复查不在日志里，或者不是这份整改通知的复查。</source>
            <translation>The re-check on site that this rests on is not in the log, or is not one for this order.</translation>
        </message>
        <message>
            <source>要答复的不是现在这份延期申请，请先刷新。</source>
            <translation>It is another request that waits for an answer. Look again first.</translation>
        </message>
        <message>
            <source>还有问题没有关闭，或者检查还没有接受，不能归档。</source>
            <translation>A finding is still open or the inspection was not accepted: it cannot be archived yet.</translation>
        </message>
        <message>
            <source>这不是您单位的检查对象。</source>
            <translation>This is not a site of yours.</translation>
        </message>
        <message>
            <source>这份记录还等第二名检查员签字，签字之前不能审核，也不能下达整改。</source>
            <translation>The record waits for the second inspector's signature; before it nothing can be reviewed or ordered.</translation>
        </message>
        <message>
            <source>第二名检查员已经签过字了。</source>
            <translation>A second inspector has signed already.</translation>
        </message>
        <message>
            <source>这份记录已经审核过，不能再加签字。</source>
            <translation>The record was reviewed; no signature can be added.</translation>
        </message>
        <message>
            <source>两名检查员签的内容不一样，没有收下。</source>
            <translation>The two inspectors signed different contents; it was not taken.</translation>
        </message>
        <message>
            <source>第二个签名要由另一个人来签。</source>
            <translation>The second signature has to be another person's.</translation>
        </message>
        <message>
            <source>记录里的位置写法不对。</source>
            <translation>A position in the record is not written as one.</translation>
        </message>
        <message>
            <source>县界示意图的文件不能使用。</source>
            <translation>The file with the sketch of counties cannot be used.</translation>
        </message>
        <message>
            <source>地图包里没有这一块。</source>
            <translation>The map has no such tile.</translation>
        </message>
        <message>
            <source>本机或服务器没有这项任务，或者它是别的对象的。请联网同步一次。</source>
            <translation>There is no such task here or on the server, or it is of another site. Sync once.</translation>
        </message>
        <message>
            <source>这项任务已经另行指派，请同步后看最新的一份。</source>
            <translation>The task was assigned anew. Sync, and look at its newest version.</translation>
        </message>
        <message>
            <source>这项任务已经完成或取消。</source>
            <translation>The task was done or cancelled already.</translation>
        </message>
        <message>
            <source>这项任务不是派给您的。</source>
            <translation>The task is not assigned to you.</translation>
        </message>
        <message>
            <source>要指派审核的人不是审核员，或者管辖区域不含这个对象。</source>
            <translation>The one to review it is no supervisor, or their regions do not cover this site.</translation>
        </message>
        <message>
            <source>要保存的视图写得不对。</source>
            <translation>The views to save are not as they have to be.</translation>
        </message>
        <message>
            <source>保存的视图在别处改过了，请刷新后再存。</source>
            <translation>The saved views were changed elsewhere; look again, and save anew.</translation>
        </message>
        <message>
            <source>这份记录的审核已经是这样指派的。</source>
            <translation>The review of this record is assigned so already.</translation>
        </message>
        <message>
            <source>这份记录现在不等待审核。</source>
            <translation>This record waits for no review now.</translation>
        </message>
        <message>
            <source>记录里有问题项，不能批量通过，要逐条审核。</source>
            <translation>The record has findings; it is not accepted together with others, but reviewed by itself.</translation>
        </message>
        <message>
            <source>指派的人里有人不是检查员，或者管辖区域不含这个对象。请换人，或请管理员先授权。</source>
            <translation>One of the persons is no inspector, or her regions do not cover this site. Choose somebody else, or have an administrator grant it first.</translation>
        </message>
        <message>
            <source>只能由本人答复、提出或审批。</source>
            <translation>Only the person herself answers, proposes or decides.</translation>
        </message>
        <message>
            <source>抽查名录写得不对：每行应是对象或检查员，按字节升序，不重复。</source>
            <translation>The pool is not right: each line a site or an inspector, ascending by bytes, each once.</translation>
        </message>
        <message>
            <source>抽查的比例或分层不对。</source>
            <translation>The ratios or strata of the draw are not right.</translation>
        </message>
        <message>
            <source>抽查名录与承诺的不是同一份。</source>
            <translation>The pool is not the one that was committed.</translation>
        </message>
        <message>
            <source>说抽中的与名录、检查点和排除算出来的不同，没有收下。</source>
            <translation>What is stated as drawn is not what pool, checkpoint and exclusions give; it was not taken.</translation>
        </message>
        <message>
            <source>剩下的对象或检查员不够抽。</source>
            <translation>Too few sites or inspectors are left to be drawn.</translation>
        </message>
        <message>
            <source>排除的不在抽查名录里。</source>
            <translation>Who is excluded is not in the pool.</translation>
        </message>
        <message>
            <source>这里没有这次抽查的承诺，请先同步。</source>
            <translation>There is no such draw here; sync first.</translation>
        </message>
        <message>
            <source>这次抽查已经揭示过了。</source>
            <translation>The draw was revealed already.</translation>
        </message>
        <message>
            <source>这个检查点在承诺时就有了，不能用来抽。</source>
            <translation>The checkpoint stood when the pool was committed; it cannot decide the draw.</translation>
        </message>
        <message>
            <source>这不是决定这次抽查的检查点。</source>
            <translation>This is not the checkpoint that decides the draw.</translation>
        </message>
        <message>
            <source>这次抽查还没有揭示。</source>
            <translation>The draw is not revealed yet.</translation>
        </message>
        <message>
            <source>承诺之后还没有别人的记录入日志；下一条别人的记录决定抽查结果。</source>
            <translation>Nobody else has written to the log since the commitment; the next line by another person decides the draw.</translation>
        </message>
        <message>
            <source>整改完成的日期不能晚于报告签名的那一天。请改正日期后再签。</source>
            <translation>The day of having put it right cannot be later than the day on which the report is signed. Correct the day, then sign.</translation>
        </message>
        <message>
            <source>企业自评没有要送达的检查结果。</source>
            <translation>A self-assessment has no result that is delivered.</translation>
        </message>
        <message>
            <source>证照上的名称和登记的名称不同：请改正，或写明原因</source>
            <translation>The name on the licence is not the published one: correct it, or say why</translation>
        </message>
        <message>
            <source>检查员的执法证在那一天已过有效期。换了新证的，请管理员重新邀请。</source>
            <translation>The inspector&apos;s certificate is over by that day. Whoever has a new one is invited again by an administrator.</translation>
        </message>
        <message>
            <source>这里没有这份检查审批，或者它是别的对象的。请先同步。</source>
            <translation>There is no such check here, or it is of another site. Sync first.</translation>
        </message>
        <message>
            <source>这项检查已经审批过了。</source>
            <translation>The check was decided about already.</translation>
        </message>
        <message>
            <source>这次抽查在这个序号上抽中的是别的对象。</source>
            <translation>The draw chose another site at this place of its list.</translation>
        </message>
        <message>
            <source>抽查结果的这个序号已经有任务了，请刷新后再看。</source>
            <translation>There is a task for this place of the draw already; look again.</translation>
        </message>
        <message>
            <source>这家单位本年度的检查已到公布的上限。确需再查的，先提出检查、写明理由，经负责人批准后派发。</source>
            <translation>The enterprise was checked as often this year as the published cap allows. Where another check is needed, propose it with its reason; it is assigned once its head has approved it.</translation>
        </message>
        <message>
            <source>这类检查的案卷，公布的保管期限比这更长。</source>
            <translation>Cases of this kind of check are kept for longer by the published terms.</translation>
        </message>
        <message>
            <source>案卷的保管期限还没有满。</source>
            <translation>The term of keeping of a case has not passed.</translation>
        </message>
        <message>
            <source>案卷还没有归档，不能列入销毁清册。</source>
            <translation>A case is not archived, and cannot be on a list of disposal.</translation>
        </message>
        <message>
            <source>永久保管的案卷不得销毁。</source>
            <translation>What is kept for ever is never disposed of.</translation>
        </message>
        <message>
            <source>清册里有案卷不在清册的地区内。</source>
            <translation>A case lies outside the region of the list.</translation>
        </message>
        <message>
            <source>清册所写的归档记录、期限或期满日与日志不符。</source>
            <translation>Archiving, term or last day of a case are not what the log says.</translation>
        </message>
        <message>
            <source>清册里有案卷已列入另一份待批准的清册。</source>
            <translation>A case is on another list that waits for approval.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这份销毁清册，或者内容不同。</source>
            <translation>The server has no such list of disposal, or one with another content.</translation>
        </message>
        <message>
            <source>这份销毁清册已经有人决定过。</source>
            <translation>This list of disposal was decided about already.</translation>
        </message>
        <message>
            <source>提出人不能批准自己提出的销毁清册，须由另一人决定。</source>
            <translation>Whoever proposed a list of disposal does not decide about it.</translation>
        </message>
        <message>
            <source>这件案卷已经销毁，不能再有后续。</source>
            <translation>This case was disposed of; nothing can follow.</translation>
        </message>
        <message>
            <source>这个文件已随案卷销毁，不再提供，也不再接收。</source>
            <translation>This file was disposed of with its case; it is neither given out nor taken.</translation>
        </message>
        <message>
            <source>案卷的四种监督去向还没有办结。</source>
            <translation>A follow-up of the case is not concluded yet.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这件四种监督去向。</source>
            <translation>The server has no such follow-up.</translation>
        </message>
        <message>
            <source>这件去向已经办结或不予受理，不能再答复。</source>
            <translation>It was concluded or declined already; nothing more is answered.</translation>
        </message>
        <message>
            <source>有项目已经登记过四种监督去向。</source>
            <translation>An item was followed up already.</translation>
        </message>
        <message>
            <source>去向的日期不对：还没有到，或者早于检查、早于所答复的文书。</source>
            <translation>The day has not come, or is before the check or before what is answered.</translation>
        </message>
        <message>
            <source>所引标准的类别决定了监督方式，与所写的不同。</source>
            <translation>The class of the standards that are cited gives another kind of supervision.</translation>
        </message>
        <message>
            <source>这里公布了检查事项清单，检查要写明是哪些事项。</source>
            <translation>A register of inspection items is published here; the check has to name its items.</translation>
        </message>
        <message>
            <source>所写的检查事项不在当日有效的清单里，没有公布的事项不得检查。</source>
            <translation>The check names an item that is in no register that holds on that day. What is not published may not be inspected.</translation>
        </message>
        <message>
            <source>按照清单，这个事项不能用这种方式检查。</source>
            <translation>By the register, this item is not inspected in that way.</translation>
        </message>
        <message>
            <source>提出检查的人和去检查的人不能自己审批，请由别的负责人审批。</source>
            <translation>Who proposed a check, or goes there, does not decide about it; another head has to.</translation>
        </message>
        <message>
            <source>这项检查还没有批准，不能派发。</source>
            <translation>The check is not approved yet, so that nobody is sent.</translation>
        </message>
        <message>
            <source>这项检查没有获准，不能派发。</source>
            <translation>The check was refused; nobody is sent.</translation>
        </message>
        <message>
            <source>这里没有这份年度计划，或者它不是最新的一版。请先同步。</source>
            <translation>There is no such annual plan here, or this is not its newest version. Please sync first.</translation>
        </message>
        <message>
            <source>这份计划的上一版还没有审批，不能再提出新的一版。</source>
            <translation>The version before is not decided about yet; a new one cannot be proposed.</translation>
        </message>
        <message>
            <source>这一版计划已经审批过了。</source>
            <translation>This version of the plan was decided about already.</translation>
        </message>
        <message>
            <source>该对象所属的项目没有公布专家评分的规则，或者规则与公布的不同。</source>
            <translation>The programme of the site states no rule for experts, or a different one.</translation>
        </message>
        <message>
            <source>检查人员不能评自己签的检查。</source>
            <translation>Nobody scores an inspection that she signed herself.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这个专家评审组。</source>
            <translation>The server's log has no such panel of experts.</translation>
        </message>
        <message>
            <source>这个评审组的评分已经收齐，或者已经结束。</source>
            <translation>All sheets of this panel are in, or it was closed.</translation>
        </message>
        <message>
            <source>您不是这个评审组的专家。</source>
            <translation>You are no expert of this panel.</translation>
        </message>
        <message>
            <source>这位专家已经交过评分，交了不能改。</source>
            <translation>This expert handed in her sheet already; it cannot be changed.</translation>
        </message>
        <message>
            <source>评分要逐项给分，每项不超过满分。</source>
            <translation>A sheet gives points for each criterion, and no more than it has.</translation>
        </message>
        <message>
            <source>评审组里有人没有覆盖这个地区的审计员、检查员或审核员身份。</source>
            <translation>Somebody of the panel holds no right of an auditor, inspector or supervisor that covers this region.</translation>
        </message>
        <message>
            <source>服务器的日志里没有这件投诉举报。</source>
            <translation>The server&apos;s log holds no such complaint.</translation>
        </message>
        <message>
            <source>不能受理、答复关于自己的投诉举报。</source>
            <translation>Nobody takes up or answers a complaint about herself.</translation>
        </message>
        <message>
            <source>关于人员和机关的投诉举报，要由其上级机关受理。</source>
            <translation>A complaint about a person or an office is answered above them.</translation>
        </message>
        <message>
            <source>这件投诉举报还没有受理。</source>
            <translation>The complaint was not taken up yet.</translation>
        </message>
        <message>
            <source>这件投诉举报已经答复过了。</source>
            <translation>The complaint was answered already.</translation>
        </message>
        <message>
            <source>这项任务已经关联过了。</source>
            <translation>That task was named already.</translation>
        </message>
        <message>
            <source>任务的要求里写了投诉人的联系方式，不能关联。</source>
            <translation>The task&apos;s instructions hold the complainer&apos;s contact.</translation>
        </message>
        <message>
            <source>网上来的投诉举报，只能由服务器的受理密钥记录。</source>
            <translation>What came through the public page is said by the server&apos;s intake alone.</translation>
        </message>
        <message>
            <source>没有登记过被投诉的这个人。</source>
            <translation>The person who is complained of is not enrolled.</translation>
        </message>
        <message>
            <source>这里没有开通网上投诉举报。</source>
            <translation>No complaints are taken here by the public page.</translation>
        </message>
        <message>
            <source>这里没有要投诉的这个对象。</source>
            <translation>There is nothing here by that name that one could complain of.</translation>
        </message>
        <message>
            <source>没有这个查询码。</source>
            <translation>No complaint was taken under this code.</translation>
        </message>
        <message>
            <source>提出计划的人不能自己审批，请由别的负责人审批。</source>
            <translation>Who proposed a plan does not decide about it; somebody else has to.</translation>
        </message>
        <message>
            <source>计划还没有批准或公布，现在不能做这一步。</source>
            <translation>The plan is not approved or published yet; this cannot be done now.</translation>
        </message>
        <message>
            <source>这一版计划已经公布过了。</source>
            <translation>This version of the plan was published already.</translation>
        </message>
        <message>
            <source>抽取的分层、比例或每组人数与已公布的计划不同。</source>
            <translation>The draw&apos;s strata, shares or team are others than those of the published plan.</translation>
        </message>
        <message>
            <source>这个区域这一年的计划是另一份。要用这一份，另提一版，写明它替代那一份。</source>
            <translation>Another plan is the one of this region for the year. To use this one, propose a version that says that it takes its place.</translation>
        </message>
        <message>
            <source>这家单位本年度这个事项的检查已到清单的次数。确需再查的，写明理由。</source>
            <translation>This enterprise was inspected for this item as often this year as its register allows. Say why it is inspected again.</translation>
        </message>
        <message>
            <source>封存名录以后的排除，要写明原因是哪一天发生的；封存以前就知道的，不能再排除。</source>
            <translation>An exclusion after the pool was frozen needs a reason that arose later: state the day. A reason known before no longer excludes anybody.</translation>
        </message>
        <message>
            <source>这项检查已经有任务了。</source>
            <translation>There is a task for this check already.</translation>
        </message>
        <message>
            <source>任务的种类、检查表或人员与批准的不同。请照批准的派发，或重新报批。</source>
            <translation>The task&apos;s kind, checklist or team is another than was approved. Assign it as approved, or propose anew.</translation>
        </message>
        <message>
            <source>这份文书属于内部记录，不能用对象能看到的方式出具。</source>
            <translation>The paper is of a record that is the bureau&apos;s own; it is not issued in a way that the enterprise reads.</translation>
        </message>
        <message>
            <source>这次检查的结果已经公示了，只能更正或撤回。</source>
            <translation>The result is published already; correct or withdraw it.</translation>
        </message>
        <message>
            <source>这次检查没有公示过的结果。</source>
            <translation>No result of this inspection is published.</translation>
        </message>
        <message>
            <source>公示已经另行更改，请同步后再看。</source>
            <translation>The publication was changed meanwhile. Sync, and look again.</translation>
        </message>
        <message>
            <source>这次检查现在没有可以公示的结果：已退回、待会签，或不是检查。</source>
            <translation>The inspection has no result to publish: it was returned, waits for a signature, or is none.</translation>
        </message>
        <message>
            <source>检查记录有更新的版本，要公示最新的结果。</source>
            <translation>The inspection has a newer version; its result is what is published.</translation>
        </message>
        <message>
            <source>要公示的与日志里的检查结果不同。</source>
            <translation>What is said is not the result as the log has it.</translation>
        </message>
        <message>
            <source>公示的文字里有个人信息（姓名、手机号或身份证号），请去掉。</source>
            <translation>The text names a person, or has a telephone or identity number; take it out.</translation>
        </message>
        <message>
            <source>这不是同事交出的自评文件。请选择同事存下的那个文件。</source>
            <translation>This is no part of a self-assessment. Choose the file that a colleague saved.</translation>
        </message>
        <message>
            <source>连附件超过 128 MB，存成文件别人取不进去。请联网后交给合并。</source>
            <translation>With its attachments this is more than 128 MB, which nobody takes in as a file. Hand it over by the network.</translation>
        </message>
        <message>
            <source>这个文件超过 128 MB。请同事少附一些照片，分几次交。</source>
            <translation>This file is larger than 128 MB. Have your colleague attach fewer photos, and hand over in several parts.</translation>
        </message>
        <message>
            <source>这个文件不完整，多半是没有拷贝完。请重新拷贝一次。</source>
            <translation>This file ends in the middle: most likely it was not copied whole. Copy it once more.</translation>
        </message>
        <message>
            <source>这个文件损坏了，或者存下之后被改动过。请同事重新存一份。</source>
            <translation>This file is damaged, or was changed after it was saved. Have your colleague save it again.</translation>
        </message>
        <message>
            <source>文件里的一个附件与签名时的不一样。请同事重新存一份。</source>
            <translation>An attached file in it is not the one that was signed. Have your colleague save it again.</translation>
        </message>
        <message>
            <source>这个文件属于另一个系统，不是这里的自评。</source>
            <translation>This file is of another system, not of a self-assessment here.</translation>
        </message>
        <message>
            <source>这是本机交出的那一份。请交给同事取入。</source>
            <translation>This is the part that was given away from this device. A colleague takes it in.</translation>
        </message>
        <message>
            <source>这个文件是另一个单位的自评。请打开那份自评再取入。</source>
            <translation>This file is of another site's self-assessment. Open that one and take it in there.</translation>
        </message>
        <message>
            <source>这个文件属于另一轮自评。请打开那一轮再取入。</source>
            <translation>This file is of another round. Open that one and take it in there.</translation>
        </message>
        <message>
            <source>这个文件填写的是另一张检查表，不能并到这里。</source>
            <translation>This file answers another checklist and cannot be taken in here.</translation>
        </message>
        <message>
            <source>本机还不认识签这个文件的同事。请先联网同步一次，再取入。</source>
            <translation>This device does not know the colleague yet who signed this file. Sync once, then take it in.</translation>
        </message>
        <message>
            <source>本机还没有交出过这份自评的内容。请先“交给合并”，再存成文件。</source>
            <translation>Nothing of this self-assessment was handed over from this device. Hand over first, then save it as a file.</translation>
        </message>
        <message>
            <source>这是试用记录，不作数：不能审核、补正、会签、整改、签发文书或公示。请另做一次正式检查。</source>
            <translation>This record was made in test mode and counts for nothing: it is not reviewed, amended or co-signed, and no order, document or publication follows. Make a real check instead.</translation>
        </message>
        <message>
            <source>这一版检查表是草案，只能在试用模式里用。请选试用模式，或换一份检查表。</source>
            <translation>This version of the checklist is a draft, for test mode alone. Choose test mode, or take another checklist.</translation>
        </message>
        <message>
            <source>这份检查表不用于这类检查。请换一份检查表，或询问派发人。</source>
            <translation>This checklist is not for checks of that kind. Take another checklist, or ask whoever assigned it.</translation>
        </message>
        <message>
            <source>这份检查表是为别的项目或行业制定的，不适用于这个对象。请换一份。</source>
            <translation>This checklist is for another programme or sector than the site's. Take another one.</translation>
        </message>
        <message>
            <source>这一版检查表已经正式发布，不能再作草案。请另给一个版本号。</source>
            <translation>This version is published for checks that count and cannot become a draft. Give the draft a version of its own.</translation>
        </message>
        <message>
            <source>这份记录有一票否决项不合格，要两人审核通过，审核里要写明是谁。</source>
            <translation>A veto item failed, so two persons have to accept this record, and an acceptance has to say by whom.</translation>
        </message>
        <message>
            <source>您已经同意过了。有一票否决项不合格，还要另一名审核员同意。</source>
            <translation>You accepted it already. A veto item failed, so another reviewer has to agree.</translation>
        </message>
        <message>
            <source>记录的最新版本里没有这一项。</source>
            <translation>No such item in the newest version.</translation>
        </message>
        <message>
            <source>没有找到要回复的那一条，请同步后再试。</source>
            <translation>What this answers was not found. Please sync, then try again.</translation>
        </message>
        <message>
            <source>记录已经通过审核，不再提新的问题。</source>
            <translation>The record was accepted; nothing new is asked about it.</translation>
        </message>
        <message>
            <source>这一条已经标为解决了。</source>
            <translation>This was marked as resolved already.</translation>
        </message>
        <message>
            <source>检查的人只能回复；由提问的人或其他审核员标为解决。</source>
            <translation>Whoever made the visit answers; who asked, or another reviewer, marks it as resolved.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>准绳 %1</source>
            <translation>Plumbline %1</translation>
        </message>
        <message>
            <source>锁定</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>外观</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>阳光下</source>
            <translation>Sunlight</translation>
        </message>
        <message>
            <source>字号</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>辖区</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This tablet</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>本机密钥</source>
            <translation>This tablet's key</translation>
        </message>
        <message>
            <source>核对字</source>
            <translation>To compare</translation>
        </message>
        <message>
            <source>资料存放</source>
            <translation>Data folder</translation>
        </message>
        <message>
            <source>更改 PIN</source>
            <translation>Change the PIN</translation>
        </message>
        <message>
            <source>登记另一个人</source>
            <translation>Enrol another person</translation>
        </message>
        <message>
            <source>照片原样封存，一个字节也不改：相机写在照片里的拍摄位置（GPS）、时间和机型会随照片一起上传，审核员看得到。不想带上位置，请在拍照前关掉相机的定位。</source>
            <translation>Photos are sealed as they are, byte for byte: the place (GPS), time and model that a camera wrote into them travel with them, and the reviewer sees them. If you do not want the place in them, turn off the camera's positions before taking them.</translation>
        </message>
        <message>
            <source>检查时旁边显示企业自评</source>
            <translation>Self-assessment beside the check</translation>
        </message>
        <message>
            <source>显示</source>
            <translation>Shown</translation>
        </message>
        <message>
            <source>不显示</source>
            <translation>Hidden</translation>
        </message>
        <message>
            <source>多久不碰就锁定</source>
            <translation>Lock when untouched for</translation>
        </message>
        <message>
            <source>2 分钟</source>
            <translation>2 min</translation>
        </message>
        <message>
            <source>5 分钟</source>
            <translation>5 min</translation>
        </message>
        <message>
            <source>15 分钟</source>
            <translation>15 min</translation>
        </message>
        <message>
            <source>照片副本的长边（原图总是原样保存）</source>
            <translation>Longer side of photo copies (originals are always kept as they are)</translation>
        </message>
        <message>
            <source>原大</source>
            <translation>Full size</translation>
        </message>
        <message>
            <source>界面和纸面的说明。检查表的内容按它自己的语言。</source>
            <translation>Of the app and its explanations. A checklist speaks its own languages.</translation>
        </message>
        <message>
            <source>“阳光下”只用黑白和粗线，户外看得清。</source>
            <translation>"Sunlight" is black and white with heavy lines, for outdoors.</translation>
        </message>
        <message>
            <source>整个界面一起放大，文字不会被截断。</source>
            <translation>Everything grows together; no text is cut.</translation>
        </message>
        <message>
            <source>锁定前先存好正在填的内容，解锁后回到原处。</source>
            <translation>What is being filled is saved first; after unlocking you are back where you were.</translation>
        </message>
        <message>
            <source>提醒</source>
            <translation>Remind</translation>
        </message>
        <message>
            <source>在“今日”里提醒：今天到期的、三天没动的草稿、签了一天还没传出的记录。</source>
            <translation>On Today: what is due today, drafts not touched for three days, records not sent for a day.</translation>
        </message>
        <message>
            <source>不提醒</source>
            <translation>Do not remind</translation>
        </message>
        <message>
            <source>照片用什么网络传</source>
            <translation>Networks for photos</translation>
        </message>
        <message>
            <source>记录只有几 KB，什么网络都马上传；照片和附件可以等无线网络。认不出的网络按移动数据对待。</source>
            <translation>Records are a few KB and go at once over any network; photos and attachments may wait for Wi-Fi. A network that is not recognised counts as mobile data.</translation>
        </message>
        <message>
            <source>什么网络都传</source>
            <translation>Any network</translation>
        </message>
        <message>
            <source>只用无线网络</source>
            <translation>Wi-Fi only</translation>
        </message>
        <message>
            <source>只显示，不会替您填答案。</source>
            <translation>Shown only; it fills in no answer.</translation>
        </message>
        <message>
            <source>带标记和水印另存的副本有多大，像素。</source>
            <translation>Pixels of the copies that are saved with marks and watermark.</translation>
        </message>
        <message>
            <source>查标准</source>
            <translation>Standards</translation>
        </message>
        <message>
            <source>亮证</source>
            <translation>Show credential</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>草稿留在第 %1 版。</source>
            <translation>The draft stays on version %1.</translation>
        </message>
        <message>
            <source>已改用第 %1 版，%2 个答案另行保留。</source>
            <translation>Now on version %1; answers kept aside: %2.</translation>
        </message>
        <message>
            <source>已改用第 %1 版。</source>
            <translation>Now on version %1.</translation>
        </message>
        <message numerus="yes">
            <source>%n 项已签名，联网后交给同事。</source>
            <translation>
                <numerusform>%n item is signed; your colleagues get it once there is a network.</numerusform>
                <numerusform>%n items are signed; your colleagues get them once there is a network.</numerusform>
            </translation>
        </message>
        <message>
            <source>已派给 %1，联网后同事看得到。</source>
            <translation>Assigned to %1; colleagues see it once there is a network.</translation>
        </message>
        <message>
            <source>已改为不派给谁。</source>
            <translation>Assigned to nobody now.</translation>
        </message>
        <message>
            <source>更正已签名，联网后交主管部门核对。</source>
            <translation>The correction is signed and goes to the office with the next network.</translation>
        </message>
        <message>
            <source>已签发，联网后送达。</source>
            <translation>Issued; delivered when there is a network.</translation>
        </message>
    </context>
    <context>
        <name>SignForm</name>
        <message>
            <source>请写明补正的理由。</source>
            <translation>Say why the record is amended.</translation>
        </message>
        <message>
            <source>请填陪同人的姓名。</source>
            <translation>Enter the name of the person who accompanies you.</translation>
        </message>
        <message>
            <source>请陪同人在框内手写签名。</source>
            <translation>Let that person sign in the frame.</translation>
        </message>
        <message>
            <source>检查员 · 用本机密钥签名，最后输入 PIN</source>
            <translation>Inspector · signs with this tablet's key; the PIN comes last</translation>
        </message>
        <message>
            <source>同行检查员</source>
            <translation>Second inspector</translation>
        </message>
        <message>
            <source>补正的理由</source>
            <translation>Why it is amended</translation>
        </message>
        <message>
            <source>被检查方</source>
            <translation>Inspected party</translation>
        </message>
        <message>
            <source>签字</source>
            <translation>Signs</translation>
        </message>
        <message>
            <source>拒绝签字</source>
            <translation>Refuses</translation>
        </message>
        <message>
            <source>陪同人姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>签名后封存于本机；有网络时自动上传</source>
            <translation>Sealed on this tablet; sent when there is a network</translation>
        </message>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>签名并封存</source>
            <translation>Sign and seal</translation>
        </message>
        <message>
            <source>有一处填写的内容不能这样签，请看红框。</source>
            <translation>One of the fields cannot be signed like this; see the red frame.</translation>
        </message>
        <message>
            <source>自评负责人 · 用本机密钥签名，最后输入 PIN</source>
            <translation>Responsible for the self-assessment · signs with this device's key, by PIN</translation>
        </message>
        <message>
            <source>本机的密钥已注销，不能再签名。</source>
            <translation>This device's key was revoked; it cannot sign any more.</translation>
        </message>
        <message>
            <source>这份检查表要两名检查员签字，请填同行检查员的姓名。</source>
            <translation>This checklist wants two inspectors: enter the colleague's name.</translation>
        </message>
        <message>
            <source>%1不能再签名：请联系管理员，重新登记后再签。草稿还在，一个字也没有丢。</source>
            <translation>%1 It cannot sign any more: ask the administrator, and sign once it is enrolled again. The draft is still here, word for word.</translation>
        </message>
        <message>
            <source>没有出示证件要写明理由，或者返回记下已出示。</source>
            <translation>Say why the credential was not shown, or go back and note that it was.</translation>
        </message>
        <message>
            <source>正在核对要签的内容…</source>
            <translation>Settling what is to be signed…</translation>
        </message>
        <message>
            <source>没有出示证件的理由</source>
            <translation>Why the credential was not shown</translation>
        </message>
        <message>
            <source>没有出示证件的理由（可不填）</source>
            <translation>Why the credential was not shown (optional)</translation>
        </message>
        <message>
            <source>正在录音：请先存下，或者不要。</source>
            <translation>A sound is being recorded: keep it or throw it away first.</translation>
        </message>
        <message>
            <source>证照上的名称和登记的不同，请返回改正或写明原因。</source>
            <translation>The licence has another name than was published: go back and correct it, or say why.</translation>
        </message>
    </context>
    <context>
        <name>SignPage</name>
        <message>
            <source>已签名封存</source>
            <translation>Signed and sealed</translation>
        </message>
        <message>
            <source>确认与签名</source>
            <translation>Confirm and sign</translation>
        </message>
        <message>
            <source>请被检查方阅读全文；签名后内容不可更改，更正须另作补充说明</source>
            <translation>The inspected party reads all of it. Once signed it cannot be changed; corrections are amendments</translation>
        </message>
        <message>
            <source>请通读全文；签名后内容不可更改，更正须另作补充说明</source>
            <translation>Read it all: once signed it cannot be changed, corrections are amendments</translation>
        </message>
        <message>
            <source>试用记录：列在“试用记录”里，不计入任何统计，不送审。</source>
            <translation>Test record: it is listed under test records, counted nowhere and not reviewed.</translation>
        </message>
        <message>
            <source>试用：签名只为试用检查表，记录不作数，也不送审。</source>
            <translation>Test: this signature only tries the checklist; the record does not count and is not reviewed.</translation>
        </message>
    </context>
    <context>
        <name>SignatureArea</name>
        <message>
            <source>在此手写签名</source>
            <translation>Sign here</translation>
        </message>
        <message>
            <source>重写</source>
            <translation>Sign anew</translation>
        </message>
        <message>
            <source>%1，空白</source>
            <translation>%1, blank</translation>
        </message>
        <message>
            <source>%1，已写</source>
            <translation>%1, drawn</translation>
        </message>
    </context>
    <context>
        <name>SitesPage</name>
        <message>
            <source>检查对象</source>
            <translation>Sites</translation>
        </message>
        <message>
            <source>共 %1 个，均由管理员签名发布</source>
            <translation>%1 in all, each published under an administrator's signature</translation>
        </message>
        <message>
            <source>搜索名称、信用代码、地址</source>
            <translation>Search by name, credit code or address</translation>
        </message>
        <message>
            <source>还没有检查对象</source>
            <translation>No sites yet</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>联网同步后，您辖区内已发布的对象会出现在这里。</source>
            <translation>After a sync, the published sites of your region appear here.</translation>
        </message>
        <message>
            <source>换一个词试试。</source>
            <translation>Try another word.</translation>
        </message>
        <message>
            <source>列表</source>
            <translation>List</translation>
        </message>
        <message>
            <source>地图</source>
            <translation>Map</translation>
        </message>
        <message>
            <source>去同步</source>
            <translation>Sync</translation>
        </message>
    </context>
    <context>
        <name>SoundBar</name>
        <message>
            <source>暂停：%1</source>
            <translation>Pause: %1</translation>
        </message>
        <message>
            <source>播放声音：%1</source>
            <translation>Play the sound: %1</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>StartChecklists</name>
        <message>
            <source>换一个检查对象</source>
            <translation>Choose another site</translation>
        </message>
        <message>
            <source>收起为其他对象制定的检查表</source>
            <translation>Hide those for other sites</translation>
        </message>
        <message numerus="yes">
            <source>全部检查表：另有 %n 份为其他对象制定</source>
            <translation>
                <numerusform>All checklists: %n more, for other sites</numerusform>
                <numerusform>All checklists: %n more, for other sites</numerusform>
            </translation>
        </message>
        <message>
            <source>检查表</source>
            <translation>Checklist</translation>
        </message>
        <message>
            <source>还没有检查表。联网同步后，已发布的检查表会出现在这里。</source>
            <translation>No checklists yet. After a sync, the published ones appear here.</translation>
        </message>
        <message>
            <source>试用模式</source>
            <translation>Test mode</translation>
        </message>
        <message>
            <source>只为试用检查表：可用草案版本；记录另列，不计入任何统计，不送审、不整改。</source>
            <translation>To try a checklist, drafts too: its records are listed apart, counted nowhere, not reviewed, and nothing is ordered.</translation>
        </message>
        <message>
            <source>试用：这次填写的不是真正的检查，不作数。</source>
            <translation>Test: this is no real check and does not count.</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
        <message>
            <source>选检查对象和检查表。草稿保存在本机，随时可以中断。</source>
            <translation>Choose a site and a checklist. The draft is kept here; you can break off at any time.</translation>
        </message>
        <message>
            <source>第 2 步：选检查表。</source>
            <translation>Step 2: choose a checklist.</translation>
        </message>
        <message>
            <source>第 1 步：选检查对象。</source>
            <translation>Step 1: choose a site.</translation>
        </message>
        <message>
            <source>开始试用</source>
            <translation>Start test</translation>
        </message>
    </context>
    <context>
        <name>StartSites</name>
        <message>
            <source>搜索名称、代码、地址</source>
            <translation>Search name, code or address</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>联网同步后，您辖区内已发布的对象会出现在这里。</source>
            <translation>After a sync, the published sites of your region appear here.</translation>
        </message>
        <message>
            <source>换一个词试试。</source>
            <translation>Try another word.</translation>
        </message>
        <message>
            <source>还没有检查对象</source>
            <translation>No sites yet</translation>
        </message>
        <message>
            <source>去同步</source>
            <translation>Sync</translation>
        </message>
    </context>
    <context>
        <name>StepLine</name>
        <message>
            <source>尚未</source>
            <translation>not yet</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>检查记录</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>补正记录</source>
            <translation>Amendment</translation>
        </message>
        <message>
            <source>设备登记</source>
            <translation>Enrolment</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>检查表文件</source>
            <translation>Checklist file</translation>
        </message>
        <message>
            <source>填写轨迹</source>
            <translation>Trail of answers</translation>
        </message>
        <message>
            <source>密钥注销</source>
            <translation>Key revoked</translation>
        </message>
        <message>
            <source>邀请</source>
            <translation>Invitation</translation>
        </message>
        <message>
            <source>通过</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>退回</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>对象发布</source>
            <translation>Site published</translation>
        </message>
        <message>
            <source>对象更正</source>
            <translation>Correction of a site</translation>
        </message>
        <message>
            <source>更正未采纳</source>
            <translation>Correction declined</translation>
        </message>
        <message>
            <source>边界轨迹</source>
            <translation>Track of a boundary</translation>
        </message>
        <message>
            <source>检查表发布</source>
            <translation>Checklist published</translation>
        </message>
        <message>
            <source>签名不对</source>
            <translation>the signature is wrong</translation>
        </message>
        <message>
            <source>签名的密钥没有登记</source>
            <translation>the key that signed is not enrolled</translation>
        </message>
        <message>
            <source>签名的密钥此前已注销</source>
            <translation>the key that signed had been revoked before</translation>
        </message>
        <message>
            <source>签名人的角色不能写这类记录</source>
            <translation>the signer's role may not write such records</translation>
        </message>
        <message>
            <source>不在签名人的辖区内，或与对象所在地不符</source>
            <translation>outside the signer's regions, or not where the site lies</translation>
        </message>
        <message>
            <source>所写的对象没有发布</source>
            <translation>the site that it names is not published</translation>
        </message>
        <message>
            <source>所指的记录不在日志中</source>
            <translation>the record that it speaks of is not in the log</translation>
        </message>
        <message>
            <source>不能证明</source>
            <translation>it cannot be proved</translation>
        </message>
        <message>
            <source>标准意见</source>
            <translation>Feedback on a standard</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>和同事核对日志</source>
            <translation>Compare logs with a colleague</translation>
        </message>
        <message>
            <source>同步</source>
            <translation>Sync</translation>
        </message>
        <message>
            <source>上次同步 %1 · %2</source>
            <translation>Last sync %1 · %2</translation>
        </message>
        <message>
            <source>还没有同步过</source>
            <translation>Not synced yet</translation>
        </message>
        <message>
            <source>正在同步</source>
            <translation>Syncing</translation>
        </message>
        <message>
            <source>现在同步</source>
            <translation>Sync now</translation>
        </message>
        <message>
            <source>%1 · 待传 %2 件，%3</source>
            <translation>%1 · %2 to send, %3</translation>
        </message>
        <message>
            <source>没有待传的内容</source>
            <translation>Nothing waits</translation>
        </message>
        <message>
            <source>签名后的记录和照片会排在这里，有网络时自动上传：先记录，后照片。</source>
            <translation>Signed records and photos line up here and are sent when there is a network: records first, then photos.</translation>
        </message>
        <message>
            <source>日志的状况</source>
            <translation>The log's health</translation>
        </message>
        <message>
            <source>本机对服务器的日志逐次核验：每条记录都在其中，而且以前的内容没有改动。服务器自己也改不了。</source>
            <translation>This tablet verifies the server's log each time: that every record is in it, and that nothing before was changed. Not even the server can change it.</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Write out</translation>
        </message>
        <message>
            <source>导出诊断信息</source>
            <translation>Export diagnostics</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>继续同步</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>同步已暂停，重新启动后也不会自动开始。签过的内容都留在本机，排着队。</source>
            <translation>Sync is paused and stays so after a restart. What was signed is kept on this tablet, in its order.</translation>
        </message>
        <message>
            <source>这次用移动数据传</source>
            <translation>Send over mobile data this once</translation>
        </message>
        <message>
            <source>存储</source>
            <translation>Storage</translation>
        </message>
    </context>
    <context>
        <name>TaskPage</name>
        <message>
            <source>检查任务</source>
            <translation>Task</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>导航</source>
            <translation>Navigate</translation>
        </message>
        <message>
            <source>本机没有能指路的地图程序，坐标已复制：%1</source>
            <translation>No map program on this tablet can show the way; the coordinates were copied: %1</translation>
        </message>
        <message>
            <source>要求</source>
            <translation>Instructions</translation>
        </message>
        <message>
            <source>派发人没有另外写要求。</source>
            <translation>Whoever assigned it wrote no further instructions.</translation>
        </message>
        <message>
            <source>任务只定了项目：选一张检查表开始</source>
            <translation>The task names a programme only: choose a checklist to start</translation>
        </message>
        <message>
            <source>继续检查</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>开始检查</source>
            <translation>Start the check</translation>
        </message>
        <message>
            <source>接受任务</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>不能接受</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>不能接受这项任务</source>
            <translation>Decline this task</translation>
        </message>
        <message>
            <source>写明原因：例如需要回避、当日另有安排。派发人会另行指派。</source>
            <translation>Say why: a conflict of interest, say, or another engagement that day. It will be assigned to somebody else.</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>签名谢绝</source>
            <translation>Sign and decline</translation>
        </message>
        <message>
            <source>已签名接受，联网后派发人看得到。</source>
            <translation>Accepted and signed. Whoever assigned it sees this once there is a network.</translation>
        </message>
        <message>
            <source>已签名谢绝，联网后派发人看得到。</source>
            <translation>Declined and signed. Whoever assigned it sees this once there is a network.</translation>
        </message>
        <message>
            <source>任务单</source>
            <translation>Task letter</translation>
        </message>
        <message>
            <source>通知书和审批表</source>
            <translation>Notice and approval</translation>
        </message>
        <message>
            <source>任务所用的检查表已撤回（%1）。已经开始的检查可以填完并签名。</source>
            <translation>The task's checklist was withdrawn (%1). A check that was begun can be finished and signed.</translation>
        </message>
        <message>
            <source>任务所用的检查表已撤回（%1）。不能再开始；请派发人改派别的检查表，或取消任务。</source>
            <translation>The task's checklist was withdrawn (%1). Nothing begins on it any more; ask whoever assigned the task for another checklist, or to cancel it.</translation>
        </message>
    </context>
    <context>
        <name>Tasks</name>
        <message>
            <source>日常检查</source>
            <translation>Routine check</translation>
        </message>
        <message>
            <source>个案检查</source>
            <translation>Individual check</translation>
        </message>
        <message>
            <source>专项检查</source>
            <translation>Special check</translation>
        </message>
        <message>
            <source>等您答复</source>
            <translation>Waits for your answer</translation>
        </message>
        <message>
            <source>您已接受，等另一名检查员答复</source>
            <translation>You accepted; the other inspector has not answered</translation>
        </message>
        <message>
            <source>已接受</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>您已谢绝：%1</source>
            <translation>You declined: %1</translation>
        </message>
        <message>
            <source>另一名检查员已谢绝：%1</source>
            <translation>The other inspector declined: %1</translation>
        </message>
        <message>
            <source>已取消：%1</source>
            <translation>Cancelled: %1</translation>
        </message>
        <message>
            <source>已完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>检查表</source>
            <translation>Checklist</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>检查员</source>
            <translation>Inspectors</translation>
        </message>
        <message>
            <source>派发人</source>
            <translation>Assigned by</translation>
        </message>
        <message>
            <source>回避询问</source>
            <translation>Asked for conflicts of interest</translation>
        </message>
        <message>
            <source>回避</source>
            <translation>Stepped back</translation>
        </message>
        <message>
            <source>来源</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>随机抽取，名单第 %1 号</source>
            <translation>Random draw, number %1 on the list</translation>
        </message>
        <message>
            <source>人工指派</source>
            <translation>By hand</translation>
        </message>
        <message>
            <source>第 %1 次指派</source>
            <translation>assignment %1</translation>
        </message>
        <message>
            <source>去答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>去检查</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>继续检查</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>已有的检查</source>
            <translation>Checks so far</translation>
        </message>
    </context>
    <context>
        <name>TextRule</name>
        <message>
            <source>第 %1 个字符（%2）只有一半，存不了。请去掉后重新输入。</source>
            <translation>Character %1 (%2) is half of one and cannot be kept. Take it out and type it again.</translation>
        </message>
        <message>
            <source>第 %1 个字符（%2）是看不见的控制字符，存不了。请去掉。</source>
            <translation>Character %1 (%2) is a control character that is not seen and cannot be kept. Take it out.</translation>
        </message>
        <message>
            <source>第 %1 个字符（%2）会改变后面文字的方向，签名的内容就和看到的不同。请去掉。</source>
            <translation>Character %1 (%2) turns the direction of the text after it: what is signed would not read as it is seen. Take it out.</translation>
        </message>
        <message>
            <source>3</source>
            <translation>1</translation>
        </message>
        <message>
            <source>还可写约 %1 个字</source>
            <translation>about %1 more letters fit</translation>
        </message>
        <message>
            <source>太长：最多约 %1 个字，请删去约 %2 个字。</source>
            <translation>Too long: at most about %1 letters; delete about %2.</translation>
        </message>
    </context>
    <context>
        <name>Theme</name>
        <message>
            <source>符合</source>
            <translation>Conforms</translation>
        </message>
        <message>
            <source>部分符合</source>
            <translation>Conforms in part</translation>
        </message>
        <message>
            <source>不符合</source>
            <translation>Does not conform</translation>
        </message>
        <message>
            <source>否决</source>
            <translation>Veto</translation>
        </message>
        <message>
            <source>不适用</source>
            <translation>Not applicable</translation>
        </message>
        <message>
            <source>未答</source>
            <translation>Unanswered</translation>
        </message>
    </context>
    <context>
        <name>ThreadPage</name>
        <message>
            <source>问答</source>
            <translation>Questions and answers</translation>
        </message>
        <message>
            <source>看记录</source>
            <translation>See the record</translation>
        </message>
        <message>
            <source>这一项还没有问答。检查员和审核员都可以提问，被检查方看不到。</source>
            <translation>Nothing has been asked at this item. Inspectors and reviewers may ask; the inspected party does not see it.</translation>
        </message>
        <message>
            <source>这一项没有问答。</source>
            <translation>Nothing has been asked at this item.</translation>
        </message>
        <message>
            <source>回复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>标为解决</source>
            <translation>Mark as resolved</translation>
        </message>
        <message>
            <source>要问什么</source>
            <translation>Your question</translation>
        </message>
        <message>
            <source>回复什么</source>
            <translation>Your answer</translation>
        </message>
        <message>
            <source>会以您的名义签名，能看这条记录的检查员和审核员看得到，被检查方看不到；签名后不能再改。</source>
            <translation>It is signed in your name. Inspectors and reviewers who may see this record read it, the inspected party does not; it cannot be changed once signed.</translation>
        </message>
        <message>
            <source>签名并提问</source>
            <translation>Sign and ask</translation>
        </message>
        <message>
            <source>签名并回复</source>
            <translation>Sign the answer</translation>
        </message>
        <message>
            <source>不写了</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>提一个问题</source>
            <translation>Ask a question</translation>
        </message>
    </context>
    <context>
        <name>TickField</name>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
    </context>
    <context>
        <name>TimeBracket</name>
        <message>
            <source>时间区间：%1 之后，%2 之前；签名 %3</source>
            <translation>Time bracket: after %1, before %2; signed %3</translation>
        </message>
        <message>
            <source>签名 %1</source>
            <translation>signed %1</translation>
        </message>
        <message>
            <source>%1 检查点</source>
            <translation>checkpoint %1</translation>
        </message>
        <message>
            <source>此前没有检查点</source>
            <translation>no checkpoint before</translation>
        </message>
        <message>
            <source>尚未入日志</source>
            <translation>not in the log yet</translation>
        </message>
        <message>
            <source>%1；校正后 %2</source>
            <translation>%1; corrected %2</translation>
        </message>
    </context>
    <context>
        <name>TimeField</name>
        <message>
            <source>时:分</source>
            <translation>hh:mm</translation>
        </message>
        <message>
            <source>时刻要写成 07:30 的样子</source>
            <translation>Write the time like 07:30</translation>
        </message>
        <message>
            <source>填现在的时刻：%1</source>
            <translation>Set to now: %1</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>%1 · 离线可用 · 上次同步 %2</source>
            <translation>%1 · works offline · last sync %2</translation>
        </message>
        <message>
            <source>%1 · 离线可用</source>
            <translation>%1 · works offline</translation>
        </message>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
        <message>
            <source>草稿</source>
            <translation>Drafts</translation>
        </message>
        <message>
            <source>没有没做完的检查。</source>
            <translation>No check is under way.</translation>
        </message>
        <message>
            <source>先联网同步一次，取得检查对象和检查表，之后就可以离线检查。</source>
            <translation>Sync once with a network to get sites and checklists; after that, checks work offline.</translation>
        </message>
        <message>
            <source>草稿只在本机，加密保存；签字后才会上传。</source>
            <translation>Drafts stay on this tablet, encrypted; only what is signed is sent.</translation>
        </message>
        <message>
            <source>需要处理</source>
            <translation>Needs you</translation>
        </message>
        <message>
            <source>最近签名</source>
            <translation>Recently signed</translation>
        </message>
        <message>
            <source>还没有签过记录。</source>
            <translation>Nothing was signed yet.</translation>
        </message>
        <message>
            <source>去导出</source>
            <translation>Export them</translation>
        </message>
        <message>
            <source>没有退回或未收下的记录，也没有要处理的整改。</source>
            <translation>Nothing was returned or refused, and no rectification waits for you.</translation>
        </message>
        <message>
            <source>查标准</source>
            <translation>Standards</translation>
        </message>
        <message>
            <source>去看看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>任务</source>
            <translation>Tasks</translation>
        </message>
        <message numerus="yes">
            <source>任务（%n 项到期或逾期）</source>
            <translation>
                <numerusform>Tasks (%n due or overdue)</numerusform>
                <numerusform>Tasks (%n due or overdue)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>还有 %n 项，期限更晚。</source>
            <translation>
                <numerusform>%n more, due later.</numerusform>
                <numerusform>%n more, due later.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>收起题目</source>
            <translation>Fold the title</translation>
        </message>
        <message>
            <source>看完整题目</source>
            <translation>Show the whole title</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>在这台平板上登记另一个人</source>
            <translation>Enrol another person on this tablet</translation>
        </message>
        <message>
            <source>正在打开…</source>
            <translation>Opening…</translation>
        </message>
        <message>
            <source>输入 PIN</source>
            <translation>Enter the PIN</translation>
        </message>
        <message>
            <source>%1 请等 %2 秒再试。</source>
            <translation>%1 Wait %2 s and try again.</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>待传的内容加密存在本机，本人解锁后才会上传。</source>
            <translation>What waits is sealed on this tablet and is sent once its owner unlocks.</translation>
        </message>
    </context>
    <context>
        <name>UnsavedSheet</name>
        <message>
            <source>正在存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>还有内容没有存上</source>
            <translation>Something is not saved</translation>
        </message>
        <message>
            <source>现在离开，这些内容就没有了。已经存上的不受影响。</source>
            <translation>If you leave now, this is lost. What was saved stays.</translation>
        </message>
        <message>
            <source>留下来</source>
            <translation>Stay</translation>
        </message>
        <message>
            <source>不要了，离开</source>
            <translation>Give it up and leave</translation>
        </message>
    </context>
    <context>
        <name>VersionBanner</name>
        <message>
            <source>这份检查表已有第 %1 版；草稿仍按第 %2 版填写，不会自己改变。</source>
            <translation>Version %1 of this checklist has been published. Your draft stays on version %2 unless you move it.</translation>
        </message>
        <message>
            <source>看看差别</source>
            <translation>See what changed</translation>
        </message>
        <message>
            <source>检查表已有第 %1 版</source>
            <translation>Version %1 is out</translation>
        </message>
        <message>
            <source>这一版检查表已撤回（%1）。已经开始的检查可以填完并签名。</source>
            <translation>This version of the checklist was withdrawn (%1). A check that was begun can be finished and signed.</translation>
        </message>
    </context>
    <context>
        <name>VersionPage</name>
        <message>
            <source>检查表有新版：第 %1 版 → 第 %2 版</source>
            <translation>Newer checklist: version %1 → %2</translation>
        </message>
        <message>
            <source>另行保留的答案</source>
            <translation>Answers kept aside</translation>
        </message>
        <message>
            <source>您的答案</source>
            <translation>Your answers</translation>
        </message>
        <message>
            <source>%1 个照旧，%2 个带过去要再看，%3 个新版放不下。放不下的另行保留，写进记录，不会丢。</source>
            <translation>Unchanged: %1. Carried over, to be looked at again: %2. No place in the newer version: %3; these are kept aside and stated by the record, never lost.</translation>
        </message>
        <message>
            <source>%1 个照旧，%2 个带过去要再看，没有放不下的。</source>
            <translation>Unchanged: %1. Carried over, to be looked at again: %2. Every answer has its place.</translation>
        </message>
        <message>
            <source>检查表的改动</source>
            <translation>What changed in the checklist</translation>
        </message>
        <message>
            <source>检查项没有增减，文字和分值也没有改动。</source>
            <translation>No item was added or removed, and neither wording nor points have changed.</translation>
        </message>
        <message>
            <source>改版时现版放不下的答案。它们留在草稿里，签名时写进记录。</source>
            <translation>Answers for which the present version has no place. They stay with the draft, and the signed record states them.</translation>
        </message>
        <message>
            <source>改用第 %1 版</source>
            <translation>Move to version %1</translation>
        </message>
        <message>
            <source>留在第 %1 版</source>
            <translation>Stay on version %1</translation>
        </message>
    </context>
    <context>
        <name>Waiting</name>
        <message>
            <source>请稍候</source>
            <translation>Please wait</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::AssessModel</name>
        <message>
            <source>自评</source>
            <translation>Self-assessment</translation>
        </message>
        <message>
            <source>%1 第 %2 版</source>
            <translation>%1, version %2</translation>
        </message>
        <message>
            <source>%1 项 %2 分</source>
            <translation>items: %1, points: %2</translation>
        </message>
        <message>
            <source>%1 项</source>
            <translation>%1 items</translation>
        </message>
        <message>
            <source>自评分 %1</source>
            <translation>Own score %1</translation>
        </message>
        <message>
            <source>今天 %1</source>
            <translation>Today %1</translation>
        </message>
        <message>
            <source>进度：到 %1 已填 %2 项，计划 %3 项，%4 共 %5 项</source>
            <translation>Progress: by %1 %2 items are filled, %3 were planned, %5 by %4</translation>
        </message>
        <message>
            <source>上次检查 %1 · %2</source>
            <translation>Inspected %1 · %2</translation>
        </message>
        <message>
            <source>/ %1</source>
            <translation>/ %1</translation>
        </message>
        <message>
            <source>/ %1 %2</source>
            <translation>/ %1 %2</translation>
        </message>
        <message>
            <source>没有问题</source>
            <translation>No findings</translation>
        </message>
        <message>
            <source>问题 %1 已关闭</source>
            <translation>findings: %1, all closed</translation>
        </message>
        <message>
            <source>问题 %1，未关闭 %2</source>
            <translation>findings: %1, open: %2</translation>
        </message>
        <message>
            <source>还没有人填</source>
            <translation>Nobody has filled anything yet</translation>
        </message>
        <message>
            <source>只有您在填</source>
            <translation>Only you fill it</translation>
        </message>
        <message numerus="yes">
            <source>%n 人同填</source>
            <translation>
                <numerusform>%n person fills it</numerusform>
                <numerusform>%n people fill it</numerusform>
            </translation>
        </message>
        <message>
            <source>%1，同事最近填于 %2，%3 项填得不同</source>
            <translation>%1, others last at %2, %3 items differ</translation>
        </message>
        <message>
            <source>%1，同事最近填于 %2，已合并</source>
            <translation>%1, others last at %2, merged</translation>
        </message>
        <message>
            <source>继续填 %1</source>
            <translation>Go on with %1</translation>
        </message>
        <message>
            <source>开始填 %1</source>
            <translation>Begin with %1</translation>
        </message>
        <message>
            <source>现在没有要填的自评</source>
            <translation>No self-assessment is open</translation>
        </message>
        <message>
            <source>主管部门开了新的一轮，联网同步后会出现在这里。</source>
            <translation>Once the bureau opens a round, it appears here after the next sync.</translation>
        </message>
        <message>
            <source>下一轮：%1，%2 开始，%3 截止。</source>
            <translation>Next: %1, from %2 to %3.</translation>
        </message>
        <message>
            <source>上一轮：%1，%2 截止。</source>
            <translation>Last: %1, until %2.</translation>
        </message>
        <message>
            <source>%1 提交 · 指纹 %2</source>
            <translation>Submitted %1 · fingerprint %2</translation>
        </message>
        <message>
            <source>%1（收回）</source>
            <translation>%1 (taken back)</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckConduct</name>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>这个文件已经附上了。</source>
            <translation>This file is attached already.</translation>
        </message>
        <message>
            <source>录音</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>录像</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>录音 %1</source>
            <translation>Sound %1</translation>
        </message>
        <message>
            <source>上次没录完的拒签录音取回来了：%1。</source>
            <translation>The sound of the refusal that was cut off is back: %1.</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckEvidence</name>
        <message>
            <source>这张照片已经在这一项里了。</source>
            <translation>This photo is already with this item.</translation>
        </message>
        <message>
            <source>这个文件已经在这里了。</source>
            <translation>This file is here already.</translation>
        </message>
        <message>
            <source>这个文件已经在这一项里了。</source>
            <translation>This file is at this item already.</translation>
        </message>
        <message>
            <source>已加入。第 %1 项也用了这同一张照片。</source>
            <translation>Added. Item %1 has this very photo, too.</translation>
        </message>
        <message>
            <source>图中没有能读出的条码或二维码。请靠近些、对准再拍一张。</source>
            <translation>No barcode or QR code in this picture can be read. Come closer, aim at it, and take another one.</translation>
        </message>
        <message>
            <source>录音 %1</source>
            <translation>Recording %1</translation>
        </message>
        <message>
            <source>上次没录完的录音取回来了：%1。</source>
            <translation>The recording that was cut off last time is back: %1.</translation>
        </message>
        <message numerus="yes">
            <source>其中有 %n 秒读不出来。</source>
            <translation>
                <numerusform>%n second of it cannot be read.</numerusform>
                <numerusform>%n seconds of it cannot be read.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckFacts</name>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckModel</name>
        <message>
            <source>%1 · 第 %2 版</source>
            <translation>%1 · version %2</translation>
        </message>
        <message>
            <source>补正 · %1</source>
            <translation>Amendment · %1</translation>
        </message>
        <message>
            <source>有内容没有存上，请先改好再换版本。</source>
            <translation>Something is not saved; mend it before changing the version.</translation>
        </message>
        <message>
            <source>复查 · %1</source>
            <translation>Re-check · %1</translation>
        </message>
        <message>
            <source>自评补正 · %1</source>
            <translation>Amending the self-assessment · %1</translation>
        </message>
        <message>
            <source>自评 · %1</source>
            <translation>Self-assessment · %1</translation>
        </message>
        <message>
            <source>试用 · %1</source>
            <translation>Test · %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckOutline</name>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>未填</source>
            <translation>Not begun</translation>
        </message>
        <message numerus="yes">
            <source>%n 项不符合</source>
            <translation>
                <numerusform>%n item fails</numerusform>
                <numerusform>%n items fail</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 项部分符合</source>
            <translation>
                <numerusform>%n item in part</numerusform>
                <numerusform>%n items in part</numerusform>
            </translation>
        </message>
        <message>
            <source>没有不符合</source>
            <translation>Nothing fails</translation>
        </message>
        <message numerus="yes">
            <source>缺 %n 处</source>
            <translation>
                <numerusform>%n lacking</numerusform>
                <numerusform>%n lacking</numerusform>
            </translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>+%1</source>
            <translation>+%1</translation>
        </message>
        <message>
            <source>有加分</source>
            <translation>Adds points</translation>
        </message>
        <message>
            <source>没有加分</source>
            <translation>Adds nothing</translation>
        </message>
        <message>
            <source>不计分</source>
            <translation>no points</translation>
        </message>
        <message>
            <source>%1 分</source>
            <translation>%1 pts</translation>
        </message>
        <message>
            <source>不适用</source>
            <translation>Not applicable</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckSaving</name>
        <message>
            <source>第 %1 项：%2</source>
            <translation>Item %1: %2</translation>
        </message>
        <message>
            <source>现场情况：%1</source>
            <translation>Facts of the site: %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckTotals</name>
        <message>
            <source>现场情况，检查开始前要写明</source>
            <translation>About the site: to be stated before the check</translation>
        </message>
        <message>
            <source>没有存上：%1</source>
            <translation>Not saved: %1</translation>
        </message>
        <message>
            <source>最长的情况说明：%1</source>
            <translation>The longest note: %1</translation>
        </message>
        <message>
            <source>文字太多，一条记录装不下：各处合起来请删去约 %1 个字。</source>
            <translation>Too much text for one record: delete about %1 letters in all.</translation>
        </message>
        <message>
            <source>“%1”是结论：%2</source>
            <translation>"%1" is a conclusion: %2</translation>
        </message>
        <message>
            <source>这个问题没有写明事实</source>
            <translation>This finding states no facts</translation>
        </message>
        <message>
            <source>信用代码 %1 的校验位不对，请与营业执照核对名称和代码</source>
            <translation>The check character of credit code %1 is wrong; compare name and code with the licence</translation>
        </message>
        <message>
            <source>对象没有公布信用代码，请与营业执照核对名称</source>
            <translation>The site was published without a credit code; compare its name with the licence</translation>
        </message>
        <message>
            <source>检查开始到现在超过一天，请确认起止时间</source>
            <translation>The check began more than a day ago; confirm its times</translation>
        </message>
        <message>
            <source>检查开始到现在不到 5 分钟，请确认起止时间</source>
            <translation>The check began less than 5 minutes ago; confirm its times</translation>
        </message>
        <message>
            <source>检查的开始时间晚于现在，请核对时钟</source>
            <translation>The check begins after now; look at the clock</translation>
        </message>
        <message>
            <source>检查任务</source>
            <translation>Task</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckVersions</name>
        <message>
            <source>新增的检查项</source>
            <translation>Added items</translation>
        </message>
        <message>
            <source>有改动的检查项</source>
            <translation>Changed items</translation>
        </message>
        <message>
            <source>分值 %1 → %2</source>
            <translation>Points %1 → %2</translation>
        </message>
        <message>
            <source>删去的检查项</source>
            <translation>Removed items</translation>
        </message>
        <message>
            <source>新版放不下，另行保留</source>
            <translation>No place in the newer version: kept aside</translation>
        </message>
        <message>
            <source>照样带过去，请再看一眼</source>
            <translation>Carried over: please look at them again</translation>
        </message>
        <message>
            <source>第 %1 版的答案，现版放不下</source>
            <translation>Answers under version %1 that have no place now</translation>
        </message>
        <message>
            <source>您的答案：%1</source>
            <translation>Your answer: %1</translation>
        </message>
        <message>
            <source>情况说明：%1</source>
            <translation>What was seen: %1</translation>
        </message>
        <message>
            <source>不适用的理由：%1</source>
            <translation>Why it was not applicable: %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::GallerySamples</name>
        <message>
            <source>已签名</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>%1 本机</source>
            <translation>%1 here</translation>
        </message>
        <message>
            <source>已送达</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>已入日志</source>
            <translation>In the log</translation>
        </message>
        <message>
            <source>可证明</source>
            <translation>provable</translation>
        </message>
        <message>
            <source>待审核</source>
            <translation>To be reviewed</translation>
        </message>
        <message>
            <source>未收下</source>
            <translation>Not taken</translation>
        </message>
        <message>
            <source>原因见下</source>
            <translation>the reason stands below</translation>
        </message>
        <message>
            <source>待入日志</source>
            <translation>Not in the log yet</translation>
        </message>
        <message>
            <source>一 投入品管理</source>
            <translation>1 Inputs</translation>
        </message>
        <message>
            <source>全部符合</source>
            <translation>All conform</translation>
        </message>
        <message>
            <source>二 用药与记录</source>
            <translation>2 Pesticide use and records</translation>
        </message>
        <message>
            <source>部分符合</source>
            <translation>Conforms in part</translation>
        </message>
        <message>
            <source>三 产品质量</source>
            <translation>3 Product quality</translation>
        </message>
        <message>
            <source>不符合</source>
            <translation>Does not conform</translation>
        </message>
        <message>
            <source>四 追溯与人员</source>
            <translation>4 Traceability and people</translation>
        </message>
        <message>
            <source>不适用</source>
            <translation>Not applicable</translation>
        </message>
        <message>
            <source>2 号棚采收日与末次施药日间隔不足 2 天</source>
            <translation>Shed 2: interval from spraying to harvest 2 days too short</translation>
        </message>
        <message>
            <source>2 号棚</source>
            <translation>Shed 2</translation>
        </message>
        <message>
            <source>快检阳性，待复检</source>
            <translation>Rapid test positive, retest due</translation>
        </message>
        <message>
            <source>符合</source>
            <translation>Conforms</translation>
        </message>
        <message>
            <source>农药名称与登记证号</source>
            <translation>Product and registration number</translation>
        </message>
        <message>
            <source>购买来源</source>
            <translation>Where it was bought</translation>
        </message>
        <message>
            <source>施药日期</source>
            <translation>Date of use</translation>
        </message>
        <message>
            <source>安全间隔期</source>
            <translation>Pre-harvest interval</translation>
        </message>
        <message>
            <source>永昌县设施蔬菜标准化示范区</source>
            <translation>Yongchang demonstration zone for vegetables under cover</translation>
        </message>
        <message>
            <source>监督抽查</source>
            <translation>Supervision check</translation>
        </message>
        <message>
            <source>缺 2 张照片</source>
            <translation>2 photos lacking</translation>
        </message>
        <message>
            <source>高台县草食畜标准化示范区</source>
            <translation>Gaotai demonstration zone for grazing livestock</translation>
        </message>
        <message>
            <source>第 5 项缺出栏记录照片</source>
            <translation>Item 5 lacks a photo of the sales record</translation>
        </message>
        <message>
            <source>去补正</source>
            <translation>Amend it</translation>
        </message>
        <message>
            <source>临泽县制种基地</source>
            <translation>Linze seed production base</translation>
        </message>
        <message>
            <source>服务器没有收下</source>
            <translation>Not taken by the server</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::MapModel</name>
        <message>
            <source>您在示范区内</source>
            <translation>you are inside</translation>
        </message>
        <message>
            <source>离线地图</source>
            <translation>Offline map</translation>
        </message>
        <message>
            <source>离线地图 %1</source>
            <translation>Offline map %1</translation>
        </message>
        <message>
            <source>%1 · 界线示意</source>
            <translation>%1 · boundaries are a sketch</translation>
        </message>
        <message>
            <source>示意图，非测绘地图 · 界线示意</source>
            <translation>A sketch, no survey map · boundaries are a sketch</translation>
        </message>
        <message>
            <source>我 ±%1 m · %2 秒</source>
            <translation>Me ±%1 m · %2 s</translation>
        </message>
        <message>
            <source>我 %1 在这里</source>
            <translation>Here at %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::RecordModel</name>
        <message>
            <source>这是对整改通知 %1 的复查，不另立案卷，每个问题的结论记在原来那次检查的案卷里</source>
            <translation>A re-check for order %1. It opens no case of its own: what came of each finding is kept in the case of the first inspection</translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <translation>%1 · %2 · %3</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source> · 第 %1 次签名</source>
            <translation> · version %1</translation>
        </message>
        <message>
            <source>签名核验不通过</source>
            <translation>The signature is not good</translation>
        </message>
        <message>
            <source>与前一条记录接不上</source>
            <translation>Not linked to the record before</translation>
        </message>
        <message>
            <source>服务器没有收下</source>
            <translation>Not taken by the server</translation>
        </message>
        <message>
            <source>记录真实、完整、可证明</source>
            <translation>Genuine, whole and provable</translation>
        </message>
        <message>
            <source>记录真实、完整，待入日志</source>
            <translation>Genuine and whole; not in the log yet</translation>
        </message>
        <message numerus="yes">
            <source>%n 张照片</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 个文件待传（共 %3）</source>
            <translation>%1 · %2 files to send (%3 in all)</translation>
        </message>
        <message>
            <source>%1 · 全部已传（%2）</source>
            <translation>%1 · all sent (%2)</translation>
        </message>
        <message>
            <source>没有问题</source>
            <translation>No findings</translation>
        </message>
        <message numerus="yes">
            <source>%n 个问题</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · 最早 %2 到期</source>
            <translation>%1 · first due %2</translation>
        </message>
        <message>
            <source>服务器没有收下这条记录：%1 记录仍完整保存在本机。</source>
            <translation>The server did not take this record: %1 It is still whole on this tablet.</translation>
        </message>
        <message>
            <source>第 %1 项：%2</source>
            <translation>Item %1: %2</translation>
        </message>
        <message>
            <source>审核员</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>%1 已接受 · %2</source>
            <translation>%1 accepted it · %2</translation>
        </message>
        <message>
            <source>%1 退回补正 · %2</source>
            <translation>%1 returned it · %2</translation>
        </message>
        <message>
            <source>已签名</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>未收下</source>
            <translation>Not taken</translation>
        </message>
        <message>
            <source>已送达</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>待送达</source>
            <translation>To be sent</translation>
        </message>
        <message>
            <source>原因见下</source>
            <translation>the reason stands below</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>有网络时自动上传</source>
            <translation>goes by itself when there is a network</translation>
        </message>
        <message>
            <source>已入日志</source>
            <translation>In the log</translation>
        </message>
        <message>
            <source>待入日志</source>
            <translation>Not in the log yet</translation>
        </message>
        <message>
            <source>%1 可证明</source>
            <translation>%1 provable</translation>
        </message>
        <message>
            <source>可证明</source>
            <translation>provable</translation>
        </message>
        <message>
            <source>已接受</source>
            <translation>Accepted</translation>
        </message>
        <message>
            <source>退回补正</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>待审核</source>
            <translation>To be reviewed</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%n 项不符合</source>
            <translation>
                <numerusform>%n item fails</numerusform>
                <numerusform>%n items fail</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 项部分符合</source>
            <translation>
                <numerusform>%n item in part</numerusform>
                <numerusform>%n items in part</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 项不适用</source>
            <translation>
                <numerusform>%n not applicable</numerusform>
                <numerusform>%n not applicable</numerusform>
            </translation>
        </message>
        <message>
            <source>全部符合</source>
            <translation>All conform</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>不适用：%1</source>
            <translation>Not applicable: %1</translation>
        </message>
        <message>
            <source>情况说明：%1</source>
            <translation>Seen: %1</translation>
        </message>
        <message>
            <source>检查员签名</source>
            <translation>Inspector's signature</translation>
        </message>
        <message>
            <source>有效（%1）</source>
            <translation>good (%1)</translation>
        </message>
        <message>
            <source>无效</source>
            <translation>not good</translation>
        </message>
        <message>
            <source>被检查方</source>
            <translation>Inspected party</translation>
        </message>
        <message>
            <source>拒签：%1（见证人 %2）</source>
            <translation>refused: %1 (witness %2)</translation>
        </message>
        <message>
            <source>%1 手写签名已绑定</source>
            <translation>%1, drawn signature bound in</translation>
        </message>
        <message>
            <source>手写签名缺失或已改动</source>
            <translation>drawn signature missing or changed</translation>
        </message>
        <message>
            <source>前一条记录</source>
            <translation>Record before</translation>
        </message>
        <message>
            <source>相连（第 %1 条）</source>
            <translation>linked (no. %1)</translation>
        </message>
        <message>
            <source>本机第一条</source>
            <translation>first of this tablet</translation>
        </message>
        <message>
            <source>接不上</source>
            <translation>not linked</translation>
        </message>
        <message>
            <source>日志</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>第 %1 / %2 条</source>
            <translation>entry %1 of %2</translation>
        </message>
        <message>
            <source>尚未送达</source>
            <translation>not sent yet</translation>
        </message>
        <message>
            <source>未填</source>
            <translation>Not begun</translation>
        </message>
        <message>
            <source>第 %1 版开始，按第 %2 版签名</source>
            <translation>Begun under version %1, signed under version %2</translation>
        </message>
        <message>
            <source>+%1</source>
            <translation>+%1</translation>
        </message>
        <message>
            <source>有加分</source>
            <translation>Adds points</translation>
        </message>
        <message>
            <source>没有加分</source>
            <translation>Adds nothing</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1（共 %2）</source>
            <translation>%1 (%2 in all)</translation>
        </message>
        <message>
            <source>签名时本机时钟%1，记录里已写明</source>
            <translation>The tablet's clock was %1 at signing, and the record says so</translation>
        </message>
        <message>
            <source>签名时本机时钟%1，校正后的时间仍在区间外</source>
            <translation>The tablet's clock was %1 at signing; the corrected time lies outside the bracket, too</translation>
        </message>
        <message>
            <source>签名时间早于区间：本机时钟至少%1</source>
            <translation>Signed before the bracket: the clock was at least %1</translation>
        </message>
        <message>
            <source>签名时间晚于区间：本机时钟至少%1</source>
            <translation>Signed after the bracket: the clock was at least %1</translation>
        </message>
        <message>
            <source>%1 张照片中 %2 张不在服务器上</source>
            <translation>Of %1 photos, %2 are not at the server</translation>
        </message>
        <message>
            <source>记录已入日志，文件还没有到齐</source>
            <translation>In the log; its files have not all arrived</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>签名时间</source>
            <translation>Time of signing</translation>
        </message>
        <message>
            <source>文件还没有到齐</source>
            <translation>files still lacking</translation>
        </message>
        <message>
            <source>距检查对象 %1 m</source>
            <translation>%1 m from the site</translation>
        </message>
        <message>
            <source>距检查对象 %1 km</source>
            <translation>%1 km from the site</translation>
        </message>
        <message>
            <source>相机时间 %1</source>
            <translation>camera time %1</translation>
        </message>
        <message>
            <source>照片 %1：%2</source>
            <translation>Photo %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>照片在服务器上，%n 张</source>
            <translation>
                <numerusform>%n photo is on the server</numerusform>
                <numerusform>%n photos are on the server</numerusform>
            </translation>
        </message>
        <message>
            <source>手写签名的图像在服务器上</source>
            <translation>The image of the signature is on the server</translation>
        </message>
        <message>
            <source>现在没有网络，连上以后再取。</source>
            <translation>There is no network now. Fetch it once there is one.</translation>
        </message>
        <message>
            <source>记录真实、完整；服务器说它已入日志</source>
            <translation>Genuine and whole; in the log, so the server says</translation>
        </message>
        <message>
            <source>%1 · 共 %2</source>
            <translation>%1 · %2 in all</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>here</translation>
        </message>
        <message>
            <source>其他设备</source>
            <translation>another device</translation>
        </message>
        <message>
            <source>服务器所说，本机未核验</source>
            <translation>by the server, not proved here</translation>
        </message>
        <message numerus="yes">
            <source>照片 %n 张，不在本机</source>
            <translation>
                <numerusform>%n photo, not on this device</numerusform>
                <numerusform>%n photos, not on this device</numerusform>
            </translation>
        </message>
        <message>
            <source>不在本机，无从核对</source>
            <translation>Not on this device, cannot be checked</translation>
        </message>
        <message>
            <source>该设备的第一条</source>
            <translation>The first of that device</translation>
        </message>
        <message>
            <source>没有在本机核验过上限</source>
            <translation>No later end was proved here</translation>
        </message>
        <message>
            <source>尚未入日志</source>
            <translation>not in the log yet</translation>
        </message>
        <message>
            <source>服务器上还没有收到这些文件，请稍后再取。</source>
            <translation>The server does not hold these files yet. Try again later.</translation>
        </message>
        <message numerus="yes">
            <source>录音录像在服务器上，%n 个</source>
            <translation>
                <numerusform>%n recording is on the server</numerusform>
                <numerusform>%n recordings are on the server</numerusform>
            </translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message numerus="yes">
            <source>录音录像 %n 个，不在本机</source>
            <translation>
                <numerusform>%n recording, not on this device</numerusform>
                <numerusform>%n recordings, not on this device</numerusform>
            </translation>
        </message>
        <message>
            <source>自评 · %1</source>
            <translation>Self-assessment · %1</translation>
        </message>
        <message>
            <source>%1 文件 · %2</source>
            <translation>%1 file · %2</translation>
        </message>
        <message>
            <source>检查 %1（%2 / %3）· 自评 %4（%5 / %6）</source>
            <translation>Inspection %1 (%2 / %3) · self-assessment %4 (%5 / %6)</translation>
        </message>
        <message>
            <source>检查按第 %1 版，自评按第 %2 版。</source>
            <translation>The inspection is by version %1, the self-assessment by version %2.</translation>
        </message>
        <message>
            <source>企业签名</source>
            <translation>The enterprise's signature</translation>
        </message>
        <message>
            <source>开始：%1</source>
            <translation>Begun: %1</translation>
        </message>
        <message>
            <source>签名：%1</source>
            <translation>Signed: %1</translation>
        </message>
        <message>
            <source>照片：%1 / %2 张有位置</source>
            <translation>Photos: %1 of %2 with a position</translation>
        </message>
        <message>
            <source>等第二名检查员签字：签字之前，这份记录不计入任何结果，也不能审核。</source>
            <translation>A second inspector's signature is missing: until then the record counts for nothing and cannot be reviewed.</translation>
        </message>
        <message>
            <source>请您签字：这份记录要两名检查员签字，第一名已经签好。</source>
            <translation>Your signature, please: two inspectors have to sign this record, and the first one has.</translation>
        </message>
        <message>
            <source>等第二名检查员签字</source>
            <translation>Second signature missing</translation>
        </message>
        <message>
            <source>签字之后才能审核</source>
            <translation>reviewed once it is there</translation>
        </message>
        <message>
            <source>第二名检查员</source>
            <translation>Second inspector</translation>
        </message>
        <message>
            <source>%1，签的是同一份内容</source>
            <translation>%1, over the same content</translation>
        </message>
        <message>
            <source>%1 的签名核对不上</source>
            <translation>the signature of %1 does not match</translation>
        </message>
        <message>
            <source>%1，%2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>拒签：%1（没有见证人：%2）</source>
            <translation>Refused: %1 (no witness: %2)</translation>
        </message>
        <message>
            <source>，见证人已手写签名</source>
            <translation>, the witness signed on glass</translation>
        </message>
        <message numerus="yes">
            <source>，证明材料 %n 件</source>
            <translation>
                <numerusform>, %n piece of evidence</numerusform>
                <numerusform>, %n pieces of evidence</numerusform>
            </translation>
        </message>
        <message>
            <source>出示证件：%1 %2</source>
            <translation>Credential shown: %1 %2</translation>
        </message>
        <message>
            <source> · </source>
            <translation> · </translation>
        </message>
        <message>
            <source>没有出示证件：%1</source>
            <translation>Credential not shown: %1</translation>
        </message>
        <message>
            <source>邮箱</source>
            <translation>e-mail</translation>
        </message>
        <message>
            <source>短信或微信</source>
            <translation>message</translation>
        </message>
        <message>
            <source>政务平台</source>
            <translation>platform</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>other</translation>
        </message>
        <message>
            <source>电子送达</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>电子送达（%1）</source>
            <translation>sent (%1)</translation>
        </message>
        <message>
            <source>检查结果：%1</source>
            <translation>Result: %1</translation>
        </message>
        <message>
            <source>当场交纸质</source>
            <translation>left on paper</translation>
        </message>
        <message>
            <source>对方拒收</source>
            <translation>not accepted</translation>
        </message>
        <message>
            <source>以后送达</source>
            <translation>to be delivered</translation>
        </message>
        <message numerus="yes">
            <source>拒签的证明材料在服务器上，%n 件</source>
            <translation>
                <numerusform>%n file that shows the refusal is on the server</numerusform>
                <numerusform>%n files that show the refusal are on the server</numerusform>
            </translation>
        </message>
        <message>
            <source>交纸质</source>
            <translation>handed over on paper</translation>
        </message>
        <message>
            <source>留置送达</source>
            <translation>left at the place</translation>
        </message>
        <message>
            <source>寄送（%1）</source>
            <translation>sent (%1)</translation>
        </message>
        <message>
            <source>%1 记录</source>
            <translation>said by %1</translation>
        </message>
        <message>
            <source>送的是补正前的一版</source>
            <translation>of an earlier version</translation>
        </message>
        <message numerus="yes">
            <source>证明材料 %n 件，不在本机</source>
            <translation>
                <numerusform>%n file is not on this device</numerusform>
                <numerusform>%n files are not on this device</numerusform>
            </translation>
        </message>
        <message>
            <source>邮寄</source>
            <translation>post</translation>
        </message>
        <message>
            <source>名称与证照一致</source>
            <translation>Name: as on the licence</translation>
        </message>
        <message>
            <source>录音</source>
            <translation>Sound</translation>
        </message>
        <message>
            <source>录像</source>
            <translation>Film</translation>
        </message>
        <message>
            <source>不在场：%1</source>
            <translation>nobody was there: %1</translation>
        </message>
        <message>
            <source>%1 手写签名已绑定（答案、问题和得分；不含照片）</source>
            <translation>signed by %1; bound to answers, findings and score (not to photos)</translation>
        </message>
        <message>
            <source>执法证号</source>
            <translation>Credential no.</translation>
        </message>
        <message numerus="yes">
            <source>附照片或回执 %n 件</source>
            <translation>
                <numerusform>%n photo or receipt</numerusform>
                <numerusform>%n photos or receipts</numerusform>
            </translation>
        </message>
        <message>
            <source>照片 %1</source>
            <translation>Photo %1</translation>
        </message>
        <message>
            <source>第一页</source>
            <translation>First page</translation>
        </message>
        <message numerus="yes">
            <source>还有 %n 件不在本机</source>
            <translation>
                <numerusform>%n more is not here yet</numerusform>
                <numerusform>%n more are not here yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>送达的照片或回执在服务器上，%n 件</source>
            <translation>
                <numerusform>%n photo or receipt of a delivery is on the server</numerusform>
                <numerusform>%n photos or receipts of a delivery are on the server</numerusform>
            </translation>
        </message>
        <message>
            <source>%1，检查当天已过有效期（至 %2）</source>
            <translation>%1, over on the day of the check (until %2)</translation>
        </message>
        <message>
            <source>%1，有效期至 %2</source>
            <translation>%1, valid until %2</translation>
        </message>
        <message>
            <source>检查任务</source>
            <translation>Task</translation>
        </message>
        <message>
            <source>因这次检查结束</source>
            <translation>ended by this check</translation>
        </message>
        <message>
            <source>已由另一次检查结束</source>
            <translation>ended by another check</translation>
        </message>
        <message>
            <source>不审核</source>
            <translation>Not reviewed</translation>
        </message>
        <message>
            <source>试用记录</source>
            <translation>test record</translation>
        </message>
        <message>
            <source>%1 已同意（两人中的第一人）· %2</source>
            <translation>%1 agreed (the first of two) · %2</translation>
        </message>
        <message>
            <source>等第二名审核员</source>
            <translation>Waits for a second reviewer</translation>
        </message>
        <message>
            <source>一名已同意</source>
            <translation>One has agreed</translation>
        </message>
        <message>
            <source>我</source>
            <translation>Me</translation>
        </message>
        <message>
            <source>标为解决</source>
            <translation>Marked as resolved</translation>
        </message>
        <message numerus="yes">
            <source>问答 %n 条，等您回复</source>
            <translation>
                <numerusform>%n remark, waiting for your answer</numerusform>
                <numerusform>%n remarks, waiting for your answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>问答 %n 条，等对方回复</source>
            <translation>
                <numerusform>%n remark, waiting for the other side</numerusform>
                <numerusform>%n remarks, waiting for the other side</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>问答 %n 条，已解决</source>
            <translation>
                <numerusform>%n remark, resolved</numerusform>
                <numerusform>%n remarks, resolved</numerusform>
            </translation>
        </message>
        <message>
            <source>上次检查 %1（%2 / %3）</source>
            <translation>Previous check: %1 (%2 / %3)</translation>
        </message>
        <message numerus="yes">
            <source>%n 项变差</source>
            <translation>
                <numerusform>%n item worse</numerusform>
                <numerusform>%n items worse</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 项变好</source>
            <translation>
                <numerusform>%n item better</numerusform>
                <numerusform>%n items better</numerusform>
            </translation>
        </message>
        <message>
            <source>上次按第 %1 版，这次按第 %2 版，按得分比例比较。</source>
            <translation>Version %1 then, version %2 now: shares of points are compared.</translation>
        </message>
        <message>
            <source>变差</source>
            <translation>Worse</translation>
        </message>
        <message>
            <source>变好</source>
            <translation>Better</translation>
        </message>
        <message>
            <source>判定方式不同</source>
            <translation>Judged otherwise</translation>
        </message>
        <message>
            <source>上次没有此项</source>
            <translation>Not asked then</translation>
        </message>
        <message>
            <source>这次没有此项</source>
            <translation>Not asked now</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::AccountModel</name>
        <message>
            <source>检查员</source>
            <translation>Inspector</translation>
        </message>
        <message>
            <source>企业</source>
            <translation>Enterprise</translation>
        </message>
        <message>
            <source>审核员</source>
            <translation>Supervisor</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>Administrator</translation>
        </message>
        <message>
            <source>审计员</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>平板</source>
            <translation>Tablet</translation>
        </message>
        <message>
            <source>连不上服务器，登记没有完成。有网络后用同一份邀请和同一个 PIN 再试，会接着登记。</source>
            <translation>The server cannot be reached; enrolment was not completed. With a network, use the same invitation and the same PIN: it goes on where it was.</translation>
        </message>
        <message>
            <source>密钥 %1</source>
            <translation>key %1</translation>
        </message>
        <message>
            <source>上次用：%1</source>
            <translation>last used %1</translation>
        </message>
        <message>
            <source>还没有用过</source>
            <translation>not used yet</translation>
        </message>
        <message numerus="yes">
            <source>%n 件待传</source>
            <translation>
                <numerusform>%n waiting to be sent</numerusform>
                <numerusform>%n waiting to be sent</numerusform>
            </translation>
        </message>
        <message>
            <source>密钥已注销，已锁定；资料仍加密存着</source>
            <translation>Key revoked and locked; everything is still here, encrypted</translation>
        </message>
        <message>
            <source>密钥已于 %1 注销，已锁定；资料仍加密存着</source>
            <translation>Key revoked %1 and locked; everything is still here, encrypted</translation>
        </message>
        <message>
            <source>密钥已由 %1 于 %2 注销，已锁定；资料仍加密存着</source>
            <translation>Key revoked by %1, %2, and locked; everything is still here, encrypted</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::SignModel</name>
        <message>
            <source>监督抽查（补正）</source>
            <translation>Supervision check (amendment)</translation>
        </message>
        <message>
            <source>监督抽查</source>
            <translation>Supervision check</translation>
        </message>
        <message>
            <source>%1 %2 至 %3</source>
            <translation>%1, %2 to %3</translation>
        </message>
        <message>
            <source>依据检查表“%1”第 %2 版，共 %3 项，得分 %4 / %5</source>
            <translation>By the checklist "%1", version %2, %3 items; score %4 / %5</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message numerus="yes">
            <source>否决 %n 项</source>
            <translation>
                <numerusform>%n veto</numerusform>
                <numerusform>%n vetoes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>附照片 %n 张</source>
            <translation>
                <numerusform>%n photo attached</numerusform>
                <numerusform>%n photos attached</numerusform>
            </translation>
        </message>
        <message>
            <source>不适用，理由：%1</source>
            <translation>Not applicable, because: %1</translation>
        </message>
        <message>
            <source>第 %1 项：%2</source>
            <translation>Item %1: %2</translation>
        </message>
        <message numerus="yes">
            <source>（照片 %n 张）</source>
            <translation>
                <numerusform> (%n photo)</numerusform>
                <numerusform> (%n photos)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>其余 %n 项符合，见评分表。</source>
            <translation>
                <numerusform>%n other item conforms; see the table of scores.</numerusform>
                <numerusform>%n other items conform; see the table of scores.</numerusform>
            </translation>
        </message>
        <message>
            <source>有内容没有存上，不能签名。请先改好：%1</source>
            <translation>Something is not saved, so nothing can be signed. Mend it first: %1</translation>
        </message>
        <message>
            <source>复查</source>
            <translation>Re-check</translation>
        </message>
        <message>
            <source>企业自评（补正）</source>
            <translation>Self-assessment (amended)</translation>
        </message>
        <message>
            <source>企业自评</source>
            <translation>Self-assessment</translation>
        </message>
        <message numerus="yes">
            <source>%n 项：%1</source>
            <translation>
                <numerusform>%n item: %1</numerusform>
                <numerusform>%n items: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1、文件 %n 份</source>
            <translation>
                <numerusform>%1, %n file</numerusform>
                <numerusform>%1, %n files</numerusform>
            </translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1（%2）</source>
            <translation>%1 (%2)</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::SyncModel</name>
        <message>
            <source>%1，剩 %2</source>
            <translation>%1, %2 left</translation>
        </message>
        <message>
            <source>核验过的日志</source>
            <translation>Verified log</translation>
        </message>
        <message>
            <source>%1 条</source>
            <translation>%1 entries</translation>
        </message>
        <message>
            <source>还没有</source>
            <translation>none yet</translation>
        </message>
        <message>
            <source>检查点时间</source>
            <translation>Time of the checkpoint</translation>
        </message>
        <message>
            <source>与以前一致</source>
            <translation>Consistent with before</translation>
        </message>
        <message>
            <source>不一致</source>
            <translation>no</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>本机记录已证明</source>
            <translation>Records of this tablet, proved</translation>
        </message>
        <message numerus="yes">
            <source>%n 条</source>
            <translation>
                <numerusform>%n</numerusform>
                <numerusform>%n</numerusform>
            </translation>
        </message>
        <message>
            <source>已送达，待证明</source>
            <translation>Sent, not proved yet</translation>
        </message>
        <message>
            <source>服务器没有收下</source>
            <translation>Not taken by the server</translation>
        </message>
        <message>
            <source>从服务器取得</source>
            <translation>Fetched from the server</translation>
        </message>
        <message>
            <source>服务器</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>未开始</source>
            <translation>Not started</translation>
        </message>
        <message>
            <source>正在连接</source>
            <translation>Connecting</translation>
        </message>
        <message>
            <source>正在传记录</source>
            <translation>Sending records</translation>
        </message>
        <message>
            <source>正在传文件，剩 %1</source>
            <translation>Sending files, %1 left</translation>
        </message>
        <message>
            <source>正在取新内容</source>
            <translation>Fetching what is new</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Complete</translation>
        </message>
        <message>
            <source>全部已同步</source>
            <translation>All synced</translation>
        </message>
        <message>
            <source>在线</source>
            <translation>Online</translation>
        </message>
        <message>
            <source>离线</source>
            <translation>Offline</translation>
        </message>
        <message>
            <source>同步没有完成</source>
            <translation>The sync was not completed</translation>
        </message>
        <message>
            <source>本次 ↑ %1 ↓ %2</source>
            <translation>this time ↑ %1 ↓ %2</translation>
        </message>
        <message>
            <source>%1，等服务器确认</source>
            <translation>%1, to be confirmed by the server</translation>
        </message>
        <message>
            <source>%1 个文件中 %2 个不在服务器上。服务器确认收到以前，本机都留着。</source>
            <translation>Of %1 files, %2 are not at the server. They stay here until the server says that it holds them.</translation>
        </message>
        <message>
            <source>这里还有 %1、%2没有送达，都完整留在本机，可以导出后交给管理员。</source>
            <translation>Not sent: %1 and %2. They are whole on this device; write them out and hand them to the administrator.</translation>
        </message>
        <message numerus="yes">
            <source>%n 条记录</source>
            <translation>
                <numerusform>%n record</numerusform>
                <numerusform>%n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 个文件</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message>
            <source>已导出 %1 条记录到 %2。</source>
            <translation>Records written out: %1, to %2.</translation>
        </message>
        <message>
            <source>密钥已注销，未送达</source>
            <translation>Key revoked, not sent</translation>
        </message>
        <message>
            <source>%1 张照片中 %2 张不在服务器上。服务器确认收到以前，本机都留着。</source>
            <translation>Of %1 photos, %2 are not at the server. They stay here until the server says that it holds them.</translation>
        </message>
        <message numerus="yes">
            <source>服务器日志中有 %n 条记录不予采信，已留存，不计入任何结果。请告知管理员。</source>
            <translation>
                <numerusform>%n line of the server's log is not believed; it is kept and counts for nothing. Tell the administrator.</numerusform>
                <numerusform>%n lines of the server's log are not believed; they are kept and count for nothing. Tell the administrator.</numerusform>
            </translation>
        </message>
        <message>
            <source>第 %1 条 %2：%3</source>
            <translation>Line %1, %2: %3</translation>
        </message>
        <message numerus="yes">
            <source>另有 %n 条</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>诊断信息在 %1。里面没有姓名、对象和记录内容。</source>
            <translation>The diagnostics are in %1. They hold no names, no sites and nothing of any record.</translation>
        </message>
        <message>
            <source>服务器没有收下，隔几次同步会再提交一次</source>
            <translation>Refused by the server; offered again every few syncs</translation>
        </message>
        <message>
            <source>已传完，等服务器确认</source>
            <translation>Sent; waits for the server to confirm it</translation>
        </message>
        <message>
            <source>同步已暂停</source>
            <translation>Sync is paused</translation>
        </message>
        <message>
            <source>等无线网络：认不出现在的网络，按移动数据对待</source>
            <translation>Waits for Wi-Fi: this network is not recognised and counts as mobile data</translation>
        </message>
        <message>
            <source>等无线网络</source>
            <translation>Waits for Wi-Fi</translation>
        </message>
        <message>
            <source>正在传</source>
            <translation>Being sent</translation>
        </message>
        <message>
            <source>记录先传，然后轮到它</source>
            <translation>Records go first, then this</translation>
        </message>
        <message>
            <source>正在传，小的先传</source>
            <translation>Being sent, small ones first</translation>
        </message>
        <message>
            <source>服务器忙，请求 %1 再传</source>
            <translation>The server is busy and asked to try again %1</translation>
        </message>
        <message>
            <source>没有网络</source>
            <translation>No network</translation>
        </message>
        <message>
            <source>连不上服务器，会自动再试</source>
            <translation>The server cannot be reached; tried again by itself</translation>
        </message>
        <message>
            <source>上次同步没有完成，会自动再试</source>
            <translation>The last sync did not finish; tried again by itself</translation>
        </message>
        <message>
            <source>排队中，记录在先</source>
            <translation>Queued, records first</translation>
        </message>
        <message>
            <source>排队中</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>同步从 %1 起暂停，还有 %2 件没有传。</source>
            <translation>Sync has been paused since %1; %2 things have not been sent.</translation>
        </message>
        <message>
            <source>无线或有线网络</source>
            <translation>Wi-Fi or cable</translation>
        </message>
        <message>
            <source>移动数据</source>
            <translation>mobile data</translation>
        </message>
        <message>
            <source>认不出的网络，按移动数据对待</source>
            <translation>not recognised, so it counts as mobile data</translation>
        </message>
        <message numerus="yes">
            <source>%n 个照片和附件等无线网络，共 %1。</source>
            <translation>
                <numerusform>%n photo or attachment waits for Wi-Fi, %1.</numerusform>
                <numerusform>%n photos and attachments wait for Wi-Fi, %1 together.</numerusform>
            </translation>
        </message>
        <message>
            <source>已暂停</source>
            <translation>Paused</translation>
        </message>
        <message>
            <source>本机的密钥已于 %1 注销</source>
            <translation>This tablet's key was revoked %1</translation>
        </message>
        <message>
            <source>本机的密钥已由 %1 于 %2 注销</source>
            <translation>This tablet's key was revoked by %1, %2</translation>
        </message>
        <message>
            <source>（日志第 %1 条，已核验）。</source>
            <translation> (entry %1 of the log, verified). </translation>
        </message>
        <message>
            <source>原因：%1。</source>
            <translation>Reason: %1. </translation>
        </message>
        <message>
            <source>服务器不再收下它签的内容。</source>
            <translation>The server takes nothing more that it signs. </translation>
        </message>
    </context>
    <context>
        <name>CaseFindings</name>
        <message>
            <source>打印或保存通知书</source>
            <translation>Print or save the order</translation>
        </message>
        <message>
            <source>先到期在前</source>
            <translation>First due on top</translation>
        </message>
        <message>
            <source>下达整改 %1</source>
            <translation>Order rectification: %1</translation>
        </message>
        <message>
            <source>现场复查</source>
            <translation>Re-check on site</translation>
        </message>
        <message>
            <source>整改通知书原文</source>
            <translation>The order as signed</translation>
        </message>
    </context>
    <context>
        <name>FindingFoot</name>
        <message>
            <source>签收整改通知</source>
            <translation>Confirm receipt</translation>
        </message>
        <message>
            <source>登记送达</source>
            <translation>Record delivery</translation>
        </message>
        <message>
            <source>申请延期</source>
            <translation>Ask for more time</translation>
        </message>
        <message>
            <source>陈述申辩</source>
            <translation>Objection</translation>
        </message>
        <message>
            <source>同意延期</source>
            <translation>Grant more time</translation>
        </message>
        <message>
            <source>不同意</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>通过</source>
            <translation>Pass</translation>
        </message>
        <message>
            <source>不通过</source>
            <translation>Reject</translation>
        </message>
        <message>
            <source>撤回整改</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>移送</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>终止</source>
            <translation>End</translation>
        </message>
        <message>
            <source>还差 %1 项：%2</source>
            <translation>%1 lacking: %2</translation>
        </message>
        <message>
            <source>可以提交</source>
            <translation>Ready to be submitted</translation>
        </message>
        <message>
            <source>提交后有网络时自动送达检查员</source>
            <translation>goes to the inspector by itself when there is a network</translation>
        </message>
        <message>
            <source>正在提交…</source>
            <translation>Submitting…</translation>
        </message>
        <message>
            <source>提交复查</source>
            <translation>Submit</translation>
        </message>
        <message>
            <source>下达整改</source>
            <translation>Order rectification</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>其他处理</source>
            <translation>Other steps</translation>
        </message>
        <message>
            <source>补充上报</source>
            <translation>Report again</translation>
        </message>
    </context>
    <context>
        <name>FindingHead</name>
        <message>
            <source>期限 %1</source>
            <translation>due %1</translation>
        </message>
    </context>
    <context>
        <name>FindingPane</name>
        <message>
            <source>%1。%2</source>
            <translation>%1. %2</translation>
        </message>
        <message>
            <source>正在取…</source>
            <translation>Fetching…</translation>
        </message>
        <message>
            <source>取来看</source>
            <translation>Fetch and look</translation>
        </message>
        <message>
            <source>申请延至 %1：%2</source>
            <translation>More time wanted, until %1: %2</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>现场事实 · 检查员记录</source>
            <translation>Facts · by the inspector</translation>
        </message>
        <message>
            <source>整改要求</source>
            <translation>What is required</translation>
        </message>
        <message>
            <source>还没有下达整改要求</source>
            <translation>Nothing was ordered yet</translation>
        </message>
        <message>
            <source>逾期原因</source>
            <translation>why it is late</translation>
        </message>
        <message>
            <source>逾期原因（必填）</source>
            <translation>Why it is late (required)</translation>
        </message>
        <message>
            <source>整改前</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>检查时没有拍照</source>
            <translation>No photo was taken at the check</translation>
        </message>
        <message>
            <source>整改后</source>
            <translation>After</translation>
        </message>
        <message>
            <source>加入整改后的照片，站在同一个位置拍最好</source>
            <translation>Add a photo of how it is now, best from the same place</translation>
        </message>
        <message>
            <source>还没有整改后的照片</source>
            <translation>No photo of how it is now yet</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>写事实和日期，附照片或票据</source>
            <translation>State facts and days; attach photos or receipts</translation>
        </message>
        <message>
            <source>加照片</source>
            <translation>Add photo</translation>
        </message>
        <message>
            <source>附文件</source>
            <translation>Attach file</translation>
        </message>
        <message>
            <source>照片在服务器上，可以取来看</source>
            <translation>The photo is on the server; fetch it to look at it</translation>
        </message>
        <message>
            <source>再存</source>
            <translation>Save again</translation>
        </message>
        <message>
            <source>拍照</source>
            <translation>Take a photo</translation>
        </message>
    </context>
    <context>
        <name>OrderFindingCard</name>
        <message>
            <source>下达</source>
            <translation>Order it</translation>
        </message>
        <message>
            <source>不下达</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <source>现场事实</source>
            <translation>Facts</translation>
        </message>
        <message>
            <source>依据：%1</source>
            <translation>By: %1</translation>
        </message>
        <message>
            <source>状态未核对</source>
            <translation>Status not checked</translation>
        </message>
        <message>
            <source>现行</source>
            <translation>In force</translation>
        </message>
        <message>
            <source>即将实施</source>
            <translation>To come into force</translation>
        </message>
        <message>
            <source>被代替</source>
            <translation>Superseded</translation>
        </message>
        <message>
            <source>废止</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>整改要求</source>
            <translation>What is required</translation>
        </message>
        <message>
            <source>%1 个工作日</source>
            <translation>%1 working days</translation>
        </message>
        <message>
            <source>整改期限</source>
            <translation>Rectify by</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>第 %1 项的依据今天不是现行有效，请核对后再签。</source>
            <translation>What item %1 cites is not in force today; check it before you sign.</translation>
        </message>
        <message>
            <source>下达整改 · %1</source>
            <translation>Order rectification · %1</translation>
        </message>
        <message>
            <source>下达整改</source>
            <translation>Order rectification</translation>
        </message>
        <message>
            <source>预览</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>没有待下达的问题。</source>
            <translation>No finding waits for an order</translation>
        </message>
        <message>
            <source>下达机关</source>
            <translation>Office</translation>
        </message>
        <message>
            <source>联系人和电话</source>
            <translation>Contact and telephone</translation>
        </message>
        <message>
            <source>救济途径（怎样申请复议或提起诉讼）</source>
            <translation>Remedies (how to have it reviewed, or go to court)</translation>
        </message>
        <message>
            <source>送达</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>请签收人在框内手写签名。</source>
            <translation>Let whoever receives it sign in the box.</translation>
        </message>
        <message>
            <source>%1 个问题，签名后生效；有网络时自动上传</source>
            <translation>Findings: %1. Takes effect once signed; sent when there is a network</translation>
        </message>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>签名下达</source>
            <translation>Sign the order</translation>
        </message>
        <message>
            <source>检查记录已有新版，上次没写完的整改通知不再适用，已删去。</source>
            <translation>The inspection has a newer version: the order that was half written no longer applies and was removed.</translation>
        </message>
        <message>
            <source>接着上次没写完的整改通知。</source>
            <translation>Going on with the order that was half written.</translation>
        </message>
        <message>
            <source>清空重写</source>
            <translation>Clear and begin anew</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::OrderPaperText</name>
        <message>
            <source>%1 对你单位进行检查，发现下列问题，责令按期改正。</source>
            <translation>Your site was checked on %1. The findings below are to be put right by the days stated.</translation>
        </message>
        <message>
            <source>期限按工作日计算。</source>
            <translation>Terms are counted in working days.</translation>
        </message>
        <message>
            <source>期限按自然日计算。</source>
            <translation>Terms are counted in calendar days.</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CasesModel</name>
        <message>
            <source>待下达</source>
            <translation>To order</translation>
        </message>
        <message>
            <source>要整改</source>
            <translation>To put right</translation>
        </message>
        <message>
            <source>整改中</source>
            <translation>Being put right</translation>
        </message>
        <message>
            <source>待复查</source>
            <translation>To verify</translation>
        </message>
        <message>
            <source>已关闭</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>没有要整改的问题</source>
            <translation>Nothing is to be put right</translation>
        </message>
        <message>
            <source>没有正在整改的问题</source>
            <translation>Nothing is being put right</translation>
        </message>
        <message>
            <source>没有等待复查的问题</source>
            <translation>Nothing waits for a re-check</translation>
        </message>
        <message>
            <source>没有等待下达整改的问题</source>
            <translation>No finding waits for an order.</translation>
        </message>
        <message>
            <source>还没有关闭的问题</source>
            <translation>No finding is closed yet</translation>
        </message>
        <message>
            <source>检查机关下达整改通知并同步后，问题会列在这里，先到期的在前。</source>
            <translation>Once an office orders something to be put right and this tablet has synced, it stands here, what is due first at the top.</translation>
        </message>
        <message>
            <source>下达整改通知后，问题会列在这里，逾期的在最前。</source>
            <translation>Once it is ordered to be put right, a finding stands here, what is overdue at the top.</translation>
        </message>
        <message>
            <source>提交整改报告后，问题在这里等检查机关复查。</source>
            <translation>Once you report that it was put right, a finding waits here for the office to look again.</translation>
        </message>
        <message>
            <source>对象提交整改报告并同步后，问题在这里等您复查。</source>
            <translation>Once the site reports that it was put right and this tablet has synced, a finding waits here for you to look again.</translation>
        </message>
        <message>
            <source>检查记录审核通过后，其中不符合的项会列在这里。</source>
            <translation>Once a record is accepted, the items in it that fail stand here.</translation>
        </message>
        <message>
            <source>整改经复查通过、被撤回或移送的问题会留在这里备查。</source>
            <translation>Findings that were put right, withdrawn or handed over stay here to be looked up.</translation>
        </message>
    </context>
    <context>
        <name>ActLog</name>
        <message>
            <source>办理经过</source>
            <translation>History</translation>
        </message>
    </context>
    <context>
        <name>RectifyPage</name>
        <message>
            <source>整改</source>
            <translation>Rectification</translation>
        </message>
        <message>
            <source>逾期 %1 个 · 先到期在前</source>
            <translation>%1 overdue · first due on top</translation>
        </message>
        <message>
            <source>先到期在前</source>
            <translation>First due on top</translation>
        </message>
        <message>
            <source>还在整理记录，列表可能不全。</source>
            <translation>Records are still being read: the list may lack some.</translation>
        </message>
        <message>
            <source>再显示一些</source>
            <translation>Show more</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ActModel</name>
        <message>
            <source>签收整改通知</source>
            <translation>Confirm receipt</translation>
        </message>
        <message>
            <source>%1 · 第 %2 项</source>
            <translation>%1 · item %2</translation>
        </message>
        <message>
            <source>确认已收到整改通知。签收不等于同意；有异议可以陈述申辩。</source>
            <translation>Confirms that the order was received. To receive is not to agree: you may object to it.</translation>
        </message>
        <message>
            <source>写明通知书怎样送到被检查方手里。</source>
            <translation>State how the order came into the hands of the inspected party.</translation>
        </message>
        <message>
            <source>写明原因和需要的时间；答复以前，原来的期限仍然有效。</source>
            <translation>State the reason and the time needed; until it is answered the day that is due stands.</translation>
        </message>
        <message>
            <source>写明事实和理由；检查机关会答复维持或撤回。</source>
            <translation>State facts and reasons; the office answers whether the order stands or is withdrawn.</translation>
        </message>
        <message>
            <source>写明还差什么，并给一个新的期限。</source>
            <translation>State what lacks, and give a new day.</translation>
        </message>
        <message>
            <source>签名后这个问题关闭。</source>
            <translation>The finding is closed once this is signed.</translation>
        </message>
        <message>
            <source>撤回后这个问题关闭，记录里仍看得到。</source>
            <translation>The finding is closed then; it still stands in the record.</translation>
        </message>
        <message>
            <source>移送后由接收机关处理，这里不再跟踪。</source>
            <translation>The other authority deals with it then; it is not followed here any more.</translation>
        </message>
        <message>
            <source>对象已注销，或者联系不上，这个问题无法再整改。</source>
            <translation>The site has closed down or cannot be reached: nothing more can be put right.</translation>
        </message>
        <message>
            <source>陈述和申辩</source>
            <translation>Statement and defence</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>希望延至</source>
            <translation>Wanted until</translation>
        </message>
        <message>
            <source>延至</source>
            <translation>Extended to</translation>
        </message>
        <message>
            <source>新期限</source>
            <translation>New due day</translation>
        </message>
        <message>
            <source>这个问题已经变了，请重新打开。</source>
            <translation>This finding has changed. Open it again.</translation>
        </message>
        <message>
            <source>请填写%1。</source>
            <translation>Please fill in: %1.</translation>
        </message>
        <message>
            <source>请选一个日期。</source>
            <translation>Please pick a day.</translation>
        </message>
        <message>
            <source>请写明移送给哪个机关。</source>
            <translation>State to which authority.</translation>
        </message>
        <message>
            <source>已存 %1</source>
            <translation>Saved %1</translation>
        </message>
    </context>
    <context>
        <name>OrderSheet</name>
        <message>
            <source>整改通知书</source>
            <translation>Order to rectify</translation>
        </message>
    </context>
    <context>
        <name>DueDays</name>
        <message numerus="yes">
            <source>逾期 %n 天</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message>
            <source>今天到期</source>
            <translation>due today</translation>
        </message>
        <message numerus="yes">
            <source>剩 %n 天</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>按工作日计算，依据：%1</source>
            <translation>Counted in working days, by: %1</translation>
        </message>
        <message>
            <source>%1 年的节假日安排还没有收录，已改按自然日计算</source>
            <translation>The holidays of %1 are not known yet: counted in calendar days</translation>
        </message>
        <message>
            <source>按自然日计算</source>
            <translation>Counted in calendar days</translation>
        </message>
    </context>
    <context>
        <name>ShotSheet</name>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>指纹 %1</source>
            <translation>Fingerprint %1</translation>
        </message>
        <message>
            <source>从草稿中移除</source>
            <translation>Take out of the draft</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ReportModel</name>
        <message>
            <source>正在保存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>已存 %1</source>
            <translation>Saved %1</translation>
        </message>
        <message>
            <source>这个文件已经在这里了。</source>
            <translation>This file is here already.</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>整改后的照片或文件</source>
            <translation>a photo or file of how it is now</translation>
        </message>
        <message>
            <source>逾期原因</source>
            <translation>why it is late</translation>
        </message>
        <message>
            <source>改好红框里的内容</source>
            <translation>what stands in the red frame</translation>
        </message>
        <message>
            <source>还差：%1</source>
            <translation>Lacking: %1</translation>
        </message>
        <message>
            <source>还在保存，请稍等再签。</source>
            <translation>Still saving; sign in a moment.</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>ActSheet</name>
        <message>
            <source>已注销</source>
            <translation>Closed down</translation>
        </message>
        <message>
            <source>联系不上</source>
            <translation>Unreachable</translation>
        </message>
        <message>
            <source>移送给</source>
            <translation>Handed over to</translation>
        </message>
        <message>
            <source>%1（可不填）</source>
            <translation>%1 (optional)</translation>
        </message>
        <message>
            <source>请签收人在框内手写签名。</source>
            <translation>Let whoever receives it sign in the box.</translation>
        </message>
        <message>
            <source>签名后封存于本机；有网络时自动上传</source>
            <translation>Sealed on this tablet; sent when there is a network</translation>
        </message>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>签名</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>清空重写</source>
            <translation>Clear and begin anew</translation>
        </message>
    </context>
    <context>
        <name>OrderPaper</name>
        <message>
            <source>责令整改通知书</source>
            <translation>Order to rectify</translation>
        </message>
        <message>
            <source>编号 %1</source>
            <translation>No. %1</translation>
        </message>
        <message>
            <source>编号在签名时产生</source>
            <translation>The number comes with the signature</translation>
        </message>
        <message>
            <source>被检查对象</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>第 %1 项　期限 %2</source>
            <translation>Item %1, due %2</translation>
        </message>
        <message>
            <source>事实</source>
            <translation>Facts</translation>
        </message>
        <message>
            <source>依据</source>
            <translation>Clause</translation>
        </message>
        <message>
            <source>要求</source>
            <translation>Required</translation>
        </message>
        <message>
            <source>救济途径</source>
            <translation>Remedies</translation>
        </message>
        <message>
            <source>联系人</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>送达</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>签收人的手写签名</source>
            <translation>Signature of who took it</translation>
        </message>
        <message>
            <source>指纹 %1</source>
            <translation>Fingerprint %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::OrderModel</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>（%1）</source>
            <translation> (%1)</translation>
        </message>
        <message>
            <source>检查记录中的期限</source>
            <translation>As the inspection states it</translation>
        </message>
        <message>
            <source>请选一个日期。</source>
            <translation>Please pick a day.</translation>
        </message>
        <message>
            <source>期限不能早于今天。</source>
            <translation>The day cannot be before today.</translation>
        </message>
        <message>
            <source>选定的日期</source>
            <translation>A day that was picked</translation>
        </message>
        <message>
            <source>%1 检查 · 签名后内容不可更改</source>
            <translation>checked %1 · cannot be changed once signed</translation>
        </message>
        <message>
            <source>正在读取…</source>
            <translation>Reading…</translation>
        </message>
        <message>
            <source>没有待下达的问题。</source>
            <translation>No finding waits for an order.</translation>
        </message>
        <message>
            <source>请至少选一个问题。</source>
            <translation>Take in one finding at least.</translation>
        </message>
        <message>
            <source>第 %1 项：请写明事实。</source>
            <translation>Item %1: state the facts.</translation>
        </message>
        <message>
            <source>第 %1 项：请写明整改要求。</source>
            <translation>Item %1: state what is required.</translation>
        </message>
        <message>
            <source>第 %1 项：%2</source>
            <translation>Item %1: %2</translation>
        </message>
        <message>
            <source>请填写下达机关。</source>
            <translation>State the office that orders it.</translation>
        </message>
        <message>
            <source>请填写联系人和电话。</source>
            <translation>State whom to contact, and the telephone.</translation>
        </message>
        <message>
            <source>请写明救济途径。</source>
            <translation>State the remedies.</translation>
        </message>
        <message>
            <source>已存 %1</source>
            <translation>Saved %1</translation>
        </message>
    </context>
    <context>
        <name>Rectify</name>
        <message>
            <source>移送执法</source>
            <translation>Referred to enforcement</translation>
        </message>
        <message>
            <source>改进建议</source>
            <translation>Advice to improve</translation>
        </message>
        <message>
            <source>函告社会团体</source>
            <translation>Letter to the association</translation>
        </message>
        <message>
            <source>企业自我声明监督</source>
            <translation>Note to the declaration</translation>
        </message>
        <message>
            <source>已发出</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>已收到</source>
            <translation>received</translation>
        </message>
        <message>
            <source>不予受理</source>
            <translation>declined</translation>
        </message>
        <message>
            <source>%1：%2 致 %3，文号 %4</source>
            <translation>%1: %2 to %3, paper %4</translation>
        </message>
        <message>
            <source>；%1 %2</source>
            <translation>; %1 %2</translation>
        </message>
        <message>
            <source>：%1</source>
            <translation>: %1</translation>
        </message>
        <message>
            <source>请选送达方式。</source>
            <translation>State how it is delivered.</translation>
        </message>
        <message>
            <source>请填签收人的姓名。</source>
            <translation>State who took it.</translation>
        </message>
        <message>
            <source>拒收要写明理由和见证人。</source>
            <translation>Of a refusal state the reason and a witness.</translation>
        </message>
        <message>
            <source>申请延期，待答复</source>
            <translation>More time asked for</translation>
        </message>
        <message>
            <source>当场改正</source>
            <translation>Corrected on the spot</translation>
        </message>
        <message>
            <source>待下达整改</source>
            <translation>No order yet</translation>
        </message>
        <message>
            <source>已下达，未签收</source>
            <translation>Ordered, not received yet</translation>
        </message>
        <message>
            <source>整改中（已延期）</source>
            <translation>Being put right (extended)</translation>
        </message>
        <message>
            <source>整改中</source>
            <translation>Being put right</translation>
        </message>
        <message>
            <source>已上报（逾期），待复查</source>
            <translation>Reported late, to be verified</translation>
        </message>
        <message>
            <source>已上报，待复查</source>
            <translation>Reported, to be verified</translation>
        </message>
        <message>
            <source>有申辩，待答复</source>
            <translation>Objected to, to be answered</translation>
        </message>
        <message>
            <source>退回，请补充</source>
            <translation>Rejected, to be put right again</translation>
        </message>
        <message>
            <source>复查通过，已关闭</source>
            <translation>Passed, closed</translation>
        </message>
        <message>
            <source>已撤回，已关闭</source>
            <translation>Withdrawn, closed</translation>
        </message>
        <message>
            <source>已移送</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>已终止</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>待审核</source>
            <translation>To be reviewed</translation>
        </message>
        <message>
            <source>退回补正</source>
            <translation>Returned</translation>
        </message>
        <message>
            <source>已办结</source>
            <translation>Case closed</translation>
        </message>
        <message>
            <source>已归档</source>
            <translation>Archived</translation>
        </message>
        <message>
            <source>下达整改</source>
            <translation>Ordered</translation>
        </message>
        <message>
            <source>送达</source>
            <translation>Delivered</translation>
        </message>
        <message>
            <source>上报整改</source>
            <translation>Reported</translation>
        </message>
        <message>
            <source>陈述申辩</source>
            <translation>Objected</translation>
        </message>
        <message>
            <source>申请延期</source>
            <translation>More time asked for</translation>
        </message>
        <message>
            <source>同意延期</source>
            <translation>More time granted</translation>
        </message>
        <message>
            <source>不同意延期</source>
            <translation>More time refused</translation>
        </message>
        <message>
            <source>复查通过</source>
            <translation>Passed</translation>
        </message>
        <message>
            <source>复查不通过</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>撤回整改</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>移送</source>
            <translation>Handed over</translation>
        </message>
        <message>
            <source>终止</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>归档</source>
            <translation>Archived</translation>
        </message>
        <message>
            <source>严重</source>
            <translation>Critical</translation>
        </message>
        <message>
            <source>较重</source>
            <translation>Major</translation>
        </message>
        <message>
            <source>一般</source>
            <translation>Minor</translation>
        </message>
        <message>
            <source>当面签收</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>拒收</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>邮寄</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>电子送达</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>当面送达，%1 签收</source>
            <translation>In person, taken by %1</translation>
        </message>
        <message>
            <source>拒收：%1；见证人 %2</source>
            <translation>Refused: %1; witness %2</translation>
        </message>
        <message>
            <source>邮寄送达</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>邮寄送达，单号 %1</source>
            <translation>By post, tracking number %1</translation>
        </message>
        <message>
            <source>强制</source>
            <translation>Mandatory</translation>
        </message>
        <message>
            <source>推荐</source>
            <translation>Recommended</translation>
        </message>
        <message>
            <source>现行</source>
            <translation>In force</translation>
        </message>
        <message>
            <source>即将实施</source>
            <translation>To come into force</translation>
        </message>
        <message>
            <source>被代替</source>
            <translation>Superseded</translation>
        </message>
        <message>
            <source>废止</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>整改被退回：%1</source>
            <translation>Rejected: %1</translation>
        </message>
        <message>
            <source>整改逾期：%1</source>
            <translation>Overdue: %1</translation>
        </message>
        <message>
            <source>整改要到期：%1</source>
            <translation>Due soon: %1</translation>
        </message>
        <message>
            <source>整改通知待签收：%1</source>
            <translation>Order to be received: %1</translation>
        </message>
        <message>
            <source>申请延期：%1</source>
            <translation>More time asked for: %1</translation>
        </message>
        <message>
            <source>陈述申辩：%1</source>
            <translation>Objection: %1</translation>
        </message>
        <message>
            <source>待复查：%1</source>
            <translation>To verify: %1</translation>
        </message>
        <message>
            <source>去整改</source>
            <translation>Put it right</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>去签收</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>去答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>去复查</source>
            <translation>Verify</translation>
        </message>
        <message>
            <source>希望延至 %1</source>
            <translation>wanted until %1</translation>
        </message>
        <message>
            <source>待整改：%1</source>
            <translation>To put right: %1</translation>
        </message>
        <message>
            <source>延期已答复：%1</source>
            <translation>Answer about more time: %1</translation>
        </message>
        <message>
            <source>自评退回补正：%1</source>
            <translation>Self-assessment returned: %1</translation>
        </message>
        <message>
            <source>去补正</source>
            <translation>Amend</translation>
        </message>
        <message>
            <source>同意延至 %1</source>
            <translation>granted until %1</translation>
        </message>
        <message>
            <source>没有同意，仍为 %1</source>
            <translation>not granted: still %1</translation>
        </message>
        <message>
            <source>%1（%2）</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>等第二名检查员签字</source>
            <translation>second signature missing</translation>
        </message>
    </context>
    <context>
        <name>SelfBeside</name>
        <message>
            <source>自评与检查</source>
            <translation>Self-assessment and check</translation>
        </message>
        <message>
            <source>自评 %1</source>
            <translation>Self %1</translation>
        </message>
        <message>
            <source>检查 %1</source>
            <translation>Check %1</translation>
        </message>
        <message>
            <source>自评写的是：“%1”</source>
            <translation>The self-assessment says: "%1"</translation>
        </message>
        <message>
            <source>检查员写的是：“%1”</source>
            <translation>The inspector wrote: "%1"</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CaseFinding</name>
        <message>
            <source>%1 / %2 分</source>
            <translation>%1 / %2 points</translation>
        </message>
        <message>
            <source>陈述申辩</source>
            <translation>Objection</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>%1 %2：%3</source>
            <translation>%1, %2: %3</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>得分相同</source>
            <translation>same points</translation>
        </message>
        <message>
            <source>相差 %1 分</source>
            <translation>%1 points apart</translation>
        </message>
        <message>
            <source>现场复查 %1</source>
            <translation>Re-checked on site %1</translation>
        </message>
        <message>
            <source>期限 %1</source>
            <translation>due %1</translation>
        </message>
        <message>
            <source>逾期原因：%1</source>
            <translation>Why late: %1</translation>
        </message>
        <message>
            <source>延至 %1</source>
            <translation>until %1</translation>
        </message>
        <message>
            <source>新期限 %1</source>
            <translation>new due day %1</translation>
        </message>
        <message>
            <source>移送至 %1</source>
            <translation>to %1</translation>
        </message>
        <message>
            <source>依据现场复查</source>
            <translation>by a re-check on site</translation>
        </message>
        <message>
            <source>其他设备</source>
            <translation>another device</translation>
        </message>
        <message>
            <source>不合程序，不起作用</source>
            <translation>Out of turn, without effect</translation>
        </message>
        <message>
            <source>已签名，待传</source>
            <translation>Signed, to be sent</translation>
        </message>
        <message>
            <source>当场做了什么</source>
            <translation>What was done on the spot</translation>
        </message>
    </context>
    <context>
        <name>CasePage</name>
        <message>
            <source>整改 · %1</source>
            <translation>Rectification · %1</translation>
        </message>
        <message>
            <source>逾期 %1</source>
            <translation>Overdue %1</translation>
        </message>
        <message>
            <source>已关闭 %1 / %2</source>
            <translation>Closed %1 / %2</translation>
        </message>
        <message>
            <source>离线，可照常填写</source>
            <translation>Offline; go on as usual</translation>
        </message>
        <message>
            <source>这次检查没有问题。</source>
            <translation>This check has no findings.</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>I see</translation>
        </message>
        <message>
            <source>整改后的照片，已有 %1 张</source>
            <translation>Photos of it put right, %1 so far</translation>
        </message>
        <message>
            <source>返回整改</source>
            <translation>Back to the finding</translation>
        </message>
    </context>
    <context>
        <name>PaperList</name>
        <message>
            <source>移除 %1</source>
            <translation>Remove %1</translation>
        </message>
    </context>
    <context>
        <name>DeliveryForm</name>
        <message>
            <source>当面签收</source>
            <translation>In person</translation>
        </message>
        <message>
            <source>拒收</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>邮寄</source>
            <translation>By post</translation>
        </message>
        <message>
            <source>电子送达</source>
            <translation>Electronic</translation>
        </message>
        <message>
            <source>签收人姓名</source>
            <translation>Who took it</translation>
        </message>
        <message>
            <source>拒收的理由</source>
            <translation>Why it was refused</translation>
        </message>
        <message>
            <source>见证人</source>
            <translation>Witness</translation>
        </message>
        <message>
            <source>邮寄单号</source>
            <translation>Tracking number</translation>
        </message>
        <message>
            <source>对方确认签收后，整改才算送达。</source>
            <translation>It counts as delivered once the other side confirms it.</translation>
        </message>
    </context>
    <context>
        <name>Shots</name>
        <message>
            <source>%1，照片 %2</source>
            <translation>%1, photo %2</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CaseModel</name>
        <message>
            <source>责令整改通知 %1</source>
            <translation>Order %1</translation>
        </message>
        <message>
            <source>%1 检查</source>
            <translation>checked %1</translation>
        </message>
        <message numerus="yes">
            <source>共 %n 个问题</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 %n 个文件在服务器上</source>
            <translation>
                <numerusform>%n file is on the server</numerusform>
                <numerusform>%n files are on the server</numerusform>
            </translation>
        </message>
        <message>
            <source>现在没有网络，连上以后再取。</source>
            <translation>There is no network now. Fetch it once there is one.</translation>
        </message>
        <message>
            <source>情况已有变化，没写完的%1不再适用，已删去。</source>
            <translation>The case has moved on: what was half written no longer applies and was removed: %1.</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>AssignSheet</name>
        <message>
            <source>派给谁 · %1</source>
            <translation>Assign · %1</translation>
        </message>
        <message>
            <source>点一个名字，就以“%1”的名义签名，联网后同事看得到。派给谁都不妨碍别人填。</source>
            <translation>A tap on a name signs it as "%1"; colleagues see it once there is a network. It keeps nobody from filling anything.</translation>
        </message>
        <message>
            <source>本企业只有您一个人登记了设备。请管理员给同事发邀请，登记并同步以后就能派给他们。</source>
            <translation>You alone have a device enrolled for this enterprise. Ask the administrator to invite your colleagues; once they have enrolled and this device has synced, you can assign sections to them.</translation>
        </message>
        <message>
            <source>不再派给谁</source>
            <translation>Assign to nobody</translation>
        </message>
    </context>
    <context>
        <name>WhoButton</name>
        <message>
            <source>谁在填：%1，改派</source>
            <translation>Filled by %1; assign to another</translation>
        </message>
        <message>
            <source>派给谁</source>
            <translation>Assign</translation>
        </message>
    </context>
    <context>
        <name>PersonChoice</name>
        <message>
            <source>已选</source>
            <translation>chosen</translation>
        </message>
    </context>
    <context>
        <name>NeedsCard</name>
        <message>
            <source>要办的事</source>
            <translation>To do</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::NeedsModel</name>
        <message numerus="yes">
            <source>%n 个问题要整改，都还有时间</source>
            <translation>
                <numerusform>%n finding to put right; there is time</numerusform>
                <numerusform>%n findings to put right; there is time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>还有 %n 个问题要整改</source>
            <translation>
                <numerusform>%n more finding to put right</numerusform>
                <numerusform>%n more findings to put right</numerusform>
            </translation>
        </message>
        <message>
            <source>看全部</source>
            <translation>See all</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPage</name>
        <message>
            <source>登记完成</source>
            <translation>Enrolled</translation>
        </message>
        <message>
            <source>读给管理员核对</source>
            <translation>Read these to the administrator</translation>
        </message>
        <message>
            <source>打电话或当面读给发邀请的管理员：他那里应是同样的四个字。不同，就是别的设备用了您的邀请，请他立即撤销。</source>
            <translation>Read them, by telephone or in person, to the administrator who invited you: the same four must stand there. If they differ, another device has used your invitation: have it revoked at once.</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>角色</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>本机</source>
            <translation>This tablet</translation>
        </message>
        <message>
            <source>进入准绳</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>以后在“设置”里也能看到这四个字。</source>
            <translation>You find these four under Settings later.</translation>
        </message>
    </context>
    <context>
        <name>SectionSheet</name>
        <message>
            <source>章节</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>跳到漏项  %1</source>
            <translation>Next that lacks  %1</translation>
        </message>
        <message>
            <source>没有漏项</source>
            <translation>Nothing lacks</translation>
        </message>
        <message>
            <source>提交前核对</source>
            <translation>Review before submitting</translation>
        </message>
        <message>
            <source>签字前核对</source>
            <translation>Review before signing</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::PapersModel</name>
        <message>
            <source>已送到打印机 %1。</source>
            <translation>Sent to the printer %1.</translation>
        </message>
        <message>
            <source>已保存：%1</source>
            <translation>Saved: %1</translation>
        </message>
        <message>
            <source>现场检查记录</source>
            <translation>On-site inspection record</translation>
        </message>
        <message>
            <source>评分表</source>
            <translation>Score sheet</translation>
        </message>
        <message>
            <source>证据页</source>
            <translation>Evidence sheet</translation>
        </message>
        <message>
            <source>责令整改通知书</source>
            <translation>Order to rectify</translation>
        </message>
        <message>
            <source>送达回证</source>
            <translation>Proof of delivery</translation>
        </message>
        <message>
            <source>整改报告</source>
            <translation>Rectification report</translation>
        </message>
        <message>
            <source>复查意见书</source>
            <translation>Re-check opinion</translation>
        </message>
        <message>
            <source>卷内目录</source>
            <translation>Index of the file</translation>
        </message>
        <message>
            <source>全部（合订）</source>
            <translation>All, bound as one</translation>
        </message>
        <message>
            <source>没有打印出来：%1。可以先保存，再从别处打印。</source>
            <translation>It was not printed: %1. Save it and print it elsewhere.</translation>
        </message>
        <message numerus="yes">
            <source>%n 页 · %1</source>
            <translation>
                <numerusform>%n page · %1</numerusform>
                <numerusform>%n pages · %1</numerusform>
            </translation>
        </message>
        <message>
            <source>编号 %1，%2 签发</source>
            <translation>no. %1, issued %2</translation>
        </message>
        <message>
            <source>这就是签发的那一份（%1），带签名。</source>
            <translation>This is the very paper that was issued (%1), with its signatures.</translation>
        </message>
        <message>
            <source>签发过一份（%1）。下面这份比它新：签发以后又有记录，或者单位、版式不同。它没有签名，不能代替签发的那份。</source>
            <translation>A paper was issued (%1). The one below is newer: more was recorded since, or office or layout differ. It is not signed and does not take the place of the issued one.</translation>
        </message>
        <message>
            <source>签发过一份（%1），文件不在本机，不知道与下面这份是否相同。</source>
            <translation>A paper was issued (%1); its file is not on this device, so whether the one below is the same is not known.</translation>
        </message>
        <message>
            <source>行政检查审批表</source>
            <translation>Approval of an inspection</translation>
        </message>
        <message>
            <source>行政检查通知书</source>
            <translation>Notice of an inspection</translation>
        </message>
        <message>
            <source>检查任务单</source>
            <translation>Inspection task</translation>
        </message>
        <message>
            <source>随机抽查抽取结果</source>
            <translation>Result of a random draw</translation>
        </message>
        <message>
            <source>企业评价告知单</source>
            <translation>How to rate this visit</translation>
        </message>
        <message>
            <source>检查结果公示表</source>
            <translation>Published result</translation>
        </message>
    </context>
    <context>
        <name>PapersPage</name>
        <message>
            <source>文书</source>
            <translation>Papers</translation>
        </message>
        <message>
            <source>正在打印…</source>
            <translation>Printing…</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>保存 PDF</source>
            <translation>Save PDF</translation>
        </message>
        <message>
            <source>抬头单位</source>
            <translation>Issuing office</translation>
        </message>
        <message>
            <source>印在第一行；下次不用再填。</source>
            <translation>Heads the paper; remembered for the next one.</translation>
        </message>
        <message>
            <source>由这台平板按已签名的记录制作，不用网络；同一份记录每次都一样。</source>
            <translation>Made on this tablet from the signed record, without a network; the same record gives the same paper each time.</translation>
        </message>
        <message>
            <source>字库里没有这些字，纸上是方框：%1</source>
            <translation>No font here has these characters; a box stands in their place: %1</translation>
        </message>
        <message>
            <source>第 %1 页，共 %2 页</source>
            <translation>Page %1 of %2</translation>
        </message>
        <message>
            <source>纸面预览</source>
            <translation>On paper</translation>
        </message>
        <message>
            <source>草稿还没有签名：每页有水印，没有编号、指纹和二维码。</source>
            <translation>The draft is not signed: every page has a watermark, and no number, fingerprint or code.</translation>
        </message>
        <message>
            <source>签发</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>签发：用您的文书密钥签名，另签一条记录写明这份 PDF 的指纹。要有网络，记录要已入日志。</source>
            <translation>Issuing signs the PDF with your document key, and a record of yours names its fingerprint. It needs the network, and the record must be in the log.</translation>
        </message>
        <message>
            <source>签发要选其中一份文书，不能合订。</source>
            <translation>One paper at a time is issued, not the bound set.</translation>
        </message>
    </context>
    <context>
        <name>FolderSheet</name>
        <message>
            <source>这个文件夹里没有别的文件夹。</source>
            <translation>There are no folders in this one.</translation>
        </message>
        <message>
            <source>保存到哪个文件夹</source>
            <translation>Save to which folder</translation>
        </message>
        <message>
            <source>上一级文件夹</source>
            <translation>Folder above</translation>
        </message>
        <message>
            <source>文件夹路径</source>
            <translation>Path of the folder</translation>
        </message>
        <message>
            <source>保存在这里</source>
            <translation>Save here</translation>
        </message>
    </context>
    <context>
        <name>PrintersSheet</name>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>这台平板没有连着打印机。可以把文书存到 U 盘或别的文件夹，拿到有打印机的电脑上打印：内容一模一样。</source>
            <translation>No printer is connected to this tablet. Save the paper to a USB stick or another folder and print it from a computer that has one: it is the same paper.</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
    </context>
    <context>
        <name>OwnFeedbackSheet</name>
        <message>
            <source>我对标准的意见</source>
            <translation>What I said of standards</translation>
        </message>
        <message>
            <source>看这部标准</source>
            <translation>See the standard</translation>
        </message>
    </context>
    <context>
        <name>PartsCard</name>
        <message>
            <source>没有网络：用文件交接</source>
            <translation>No network: hand over by file</translation>
        </message>
        <message>
            <source>把交给合并的内容存成文件，用 U 盘等交给同事；同事在平板或浏览器里取入，不用网络。先连上网的一方会一并上传。</source>
            <translation>Save what was handed over as a file and carry it to a colleague, on a stick for instance, who takes it in on a tablet or in a browser without a network. Whoever of you meets a network first uploads it.</translation>
        </message>
        <message numerus="yes">
            <source>有 %n 项还没有交给合并，不会在文件里。</source>
            <translation>
                <numerusform>%n item was not handed over yet and is not in the file.</numerusform>
                <numerusform>%n items were not handed over yet and are not in the file.</numerusform>
            </translation>
        </message>
        <message>
            <source>请稍等</source>
            <translation>Please wait</translation>
        </message>
        <message>
            <source>把我填的部分存成文件</source>
            <translation>Save my part as a file</translation>
        </message>
        <message>
            <source>取入同事的文件</source>
            <translation>Take in a colleague's file</translation>
        </message>
        <message>
            <source>去选定</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>选择同事的文件</source>
            <translation>Choose your colleagues' files</translation>
        </message>
        <message>
            <source>%1：%2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::PartsModel</name>
        <message>
            <source>已存成文件 %1。请交给同事取入。</source>
            <translation>Saved as %1. Give it to a colleague to take in.</translation>
        </message>
        <message numerus="yes">
            <source>已存成 %n 个文件，在 %1。请一起交给同事，每个都要取入。</source>
            <translation>
                <numerusform>Saved as %n file in %1. Give it to a colleague to take in.</numerusform>
                <numerusform>Saved as %n files in %1. Give them to a colleague together: each has to be taken in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 的这一份（%n 项）早已在这里。</source>
            <translation>
                <numerusform>This part by %1 (%n item) was here before.</numerusform>
                <numerusform>This part by %1 (%n items) was here before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>已取入 %1 填写的 %n 项。</source>
            <translation>
                <numerusform>%n item that %1 filled was taken in.</numerusform>
                <numerusform>%n items that %1 filled were taken in.</numerusform>
            </translation>
        </message>
        <message>
            <source>它是按检查表第 %1 版填写的，本版没有的题目不会并入。</source>
            <translation>It was filled on version %1 of the checklist; questions that this version does not have are left out.</translation>
        </message>
        <message numerus="yes">
            <source>其中 %n 个附件不在文件里，联网后会取到。</source>
            <translation>
                <numerusform>%n of its files is not in it; it comes once there is a network.</numerusform>
                <numerusform>%n of its files are not in it; they come once there is a network.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 %n 项与本机填的不同，请选定。</source>
            <translation>
                <numerusform>%n item differs from what was filled here: choose.</numerusform>
                <numerusform>%n items differ from what was filled here: choose.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PackCard</name>
        <message>
            <source>没有网络：用文件同步</source>
            <translation>No network: sync by file</translation>
        </message>
        <message>
            <source>把待传内容写进一个加密的交换包，由任何人带到有网络的地方转交；服务器的回执带回来，本机照样逐条核验。</source>
            <translation>What waits is written into a sealed exchange file. Anybody carries it to where there is a network; the server's answer comes back, and this device verifies it entry by entry all the same.</translation>
        </message>
        <message>
            <source>请稍等</source>
            <translation>Please wait</translation>
        </message>
        <message>
            <source>写交换包</source>
            <translation>Write a file</translation>
        </message>
        <message>
            <source>取回执</source>
            <translation>Take an answer</translation>
        </message>
        <message>
            <source>替同事转交</source>
            <translation>Carry for a colleague</translation>
        </message>
        <message>
            <source>选择回执</source>
            <translation>Choose the answer</translation>
        </message>
        <message>
            <source>选择同事的交换包</source>
            <translation>Choose your colleague's file</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::PackModel</name>
        <message>
            <source>已写好 %1：%2 条记录、%3 个文件，共 %4。请带到有网络的设备或服务器上转交，再取回回执。</source>
            <translation>Written: %1 (records: %2, files: %3, %4). Have it carried to a device with a network or to the server, and take the answer.</translation>
        </message>
        <message>
            <source>还有 %1 个文件放不下，取回回执后再写一次。</source>
            <translation>%1 files did not fit; write another once this one was answered.</translation>
        </message>
        <message>
            <source>已转交服务器。回执在 %1，请带回写出交换包的那台设备。</source>
            <translation>Handed to the server. Its answer is %1; bring it back to the device that wrote the file.</translation>
        </message>
        <message>
            <source>回执已核验：%1 条记录已入日志并证明，%2 个文件已到，取回 %3 条新内容。</source>
            <translation>The answer was verified: %1 records are in the log and proved, %2 files are there, %3 new entries came.</translation>
        </message>
        <message>
            <source>有 %1 条没有收下，原因见下面的列表。</source>
            <translation>%1 were refused; the list below says why.</translation>
        </message>
    </context>
    <context>
        <name>Reminders</name>
        <message numerus="yes">
            <source>%n 天没动了</source>
            <translation>
                <numerusform>untouched for %n day</numerusform>
                <numerusform>untouched for %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n 条记录签了一天还没有传出</source>
            <translation>
                <numerusform>%n record was signed a day ago and has not gone</numerusform>
                <numerusform>%n records were signed a day ago and have not gone</numerusform>
            </translation>
        </message>
        <message>
            <source>没有网络时可以用文件同步；传到之前本机都留着。</source>
            <translation>Without a network, sync by file; all of it stays here until it has arrived.</translation>
        </message>
        <message>
            <source>去同步</source>
            <translation>Sync</translation>
        </message>
        <message numerus="yes">
            <source>今天到期 %n 项整改</source>
            <translation>
                <numerusform>%n finding is due today</numerusform>
                <numerusform>%n findings are due today</numerusform>
            </translation>
        </message>
        <message>
            <source>去看看</source>
            <translation>Look</translation>
        </message>
    </context>
    <context>
        <name>CosignPage</name>
        <message>
            <source>另一名检查员签字</source>
            <translation>Second inspector signs</translation>
        </message>
        <message>
            <source>请您签字</source>
            <translation>Your signature, please</translation>
        </message>
        <message>
            <source>检查对象</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>检查</source>
            <translation>Inspection</translation>
        </message>
        <message>
            <source>第一名检查员</source>
            <translation>First inspector</translation>
        </message>
        <message>
            <source>内容指纹</source>
            <translation>Fingerprint of the content</translation>
        </message>
        <message>
            <source>%1 已签字，两个签名签的是同一份内容。有网络时一起上传。</source>
            <translation>%1 has signed; both signatures are over the same content. They are sent together once there is a network.</translation>
        </message>
        <message>
            <source>查看记录</source>
            <translation>Show the record</translation>
        </message>
        <message>
            <source>请另一名检查员读完这份内容，再用自己的 PIN 签字。她的资料只为这一次签字打开，签完就锁上。</source>
            <translation>The second inspector reads all of it and signs with her own PIN. Her data opens for this one signature and is locked again.</translation>
        </message>
        <message>
            <source>读完这份内容再签。签的是和第一名检查员逐字节相同的内容。</source>
            <translation>Read all of it, then sign: it is the same content as the first inspector's, byte for byte.</translation>
        </message>
        <message>
            <source>这台平板上没有另一名检查员。记录上传以后，她在自己平板的“今日”里会看到“请您签字”。签字之前，这份记录不计入任何结果。</source>
            <translation>There is no other inspector on this tablet. Once the record is sent, she finds "Your signature, please" on Today of her own tablet. Until she signs, the record counts for nothing.</translation>
        </message>
        <message>
            <source>%1 请等 %2 秒再试。</source>
            <translation>%1 Wait %2 seconds and try again.</translation>
        </message>
        <message>
            <source>正在签字…</source>
            <translation>Signing…</translation>
        </message>
        <message>
            <source>%1 的 PIN</source>
            <translation>PIN of %1</translation>
        </message>
        <message>
            <source>输入 PIN 签名</source>
            <translation>Enter the PIN to sign</translation>
        </message>
        <message>
            <source>签字</source>
            <translation>Sign</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CosignModel</name>
        <message>
            <source>检查员</source>
            <translation>Inspector</translation>
        </message>
    </context>
    <context>
        <name>PhotoStage</name>
        <message>
            <source>长按标记可改颜色或删除</source>
            <translation>Hold a mark to change its colour or delete it</translation>
        </message>
        <message>
            <source>从草稿中移除</source>
            <translation>Take out of the draft</translation>
        </message>
        <message>
            <source>用这张</source>
            <translation>Use this one</translation>
        </message>
        <message>
            <source>写在照片上的字</source>
            <translation>Words on the photo</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>写上</source>
            <translation>Put it there</translation>
        </message>
        <message>
            <source>这处标记</source>
            <translation>This mark</translation>
        </message>
        <message>
            <source>红色</source>
            <translation>Red</translation>
        </message>
        <message>
            <source>黄色</source>
            <translation>Yellow</translation>
        </message>
        <message>
            <source>蓝色</source>
            <translation>Blue</translation>
        </message>
        <message>
            <source>删除标记</source>
            <translation>Delete the mark</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>PhotoFacts</name>
        <message>
            <source>照片说明</source>
            <translation>Caption</translation>
        </message>
        <message>
            <source>时间与地点核对</source>
            <translation>Time and place</translation>
        </message>
        <message>
            <source>照片自带时间</source>
            <translation>Camera time</translation>
        </message>
        <message>
            <source>加入时的平板时间</source>
            <translation>Tablet time when added</translation>
        </message>
        <message>
            <source>照片自带位置</source>
            <translation>Camera place</translation>
        </message>
        <message>
            <source>平板位置</source>
            <translation>Tablet place</translation>
        </message>
        <message>
            <source>照片与平板相距</source>
            <translation>Between the two</translation>
        </message>
        <message>
            <source>对象边界</source>
            <translation>Site boundary</translation>
        </message>
        <message>
            <source>说明差异的原因</source>
            <translation>Say why they differ</translation>
        </message>
        <message>
            <source>大小</source>
            <translation>Size</translation>
        </message>
        <message>
            <source>原图（签名并保存）</source>
            <translation>Original (signed and kept)</translation>
        </message>
        <message>
            <source>副本（用于发送）</source>
            <translation>Copy (for sending)</translation>
        </message>
        <message>
            <source>已打码 %1 处</source>
            <translation>%1 hidden</translation>
        </message>
        <message>
            <source>副本加水印：时间、地点、对象、检查员</source>
            <translation>Watermark on the copy: time, place, site, inspector</translation>
        </message>
        <message>
            <source>存一张副本</source>
            <translation>Save a copy</translation>
        </message>
        <message>
            <source>原图指纹（保留） %1</source>
            <translation>Fingerprint of the original (kept) %1</translation>
        </message>
    </context>
    <context>
        <name>MarkTools</name>
        <message>
            <source>箭头</source>
            <translation>Arrow</translation>
        </message>
        <message>
            <source>圆圈</source>
            <translation>Circle</translation>
        </message>
        <message>
            <source>文字</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>打码</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>手绘</source>
            <translation>Draw</translation>
        </message>
        <message>
            <source>撤销</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>重做</source>
            <translation>Redo</translation>
        </message>
    </context>
    <context>
        <name>MarkStage</name>
        <message>
            <source>正在打开…</source>
            <translation>Opening…</translation>
        </message>
        <message numerus="yes">
            <source>照片，%n 处标记</source>
            <translation>
                <numerusform>Photo, %n mark</numerusform>
                <numerusform>Photo, %n marks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CodesSheet</name>
        <message numerus="yes">
            <source>图中有 %n 个码，用哪一个？</source>
            <translation>
                <numerusform>There is %n code in the picture. Which one is meant?</numerusform>
                <numerusform>There are %n codes in the picture. Which one is meant?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::PhotoInHand</name>
        <message>
            <source>这张照片不在本机。</source>
            <translation>This photo is not on this tablet.</translation>
        </message>
        <message>
            <source>位置未记</source>
            <translation>no place recorded</translation>
        </message>
        <message>
            <source>准绳 · 原图指纹 %1</source>
            <translation>Plumbline · original %1</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>none</translation>
        </message>
        <message>
            <source>差 %1</source>
            <translation>%1 apart</translation>
        </message>
        <message>
            <source>没有定位</source>
            <translation>no fix</translation>
        </message>
        <message>
            <source>在界内</source>
            <translation>inside</translation>
        </message>
        <message>
            <source>在界外</source>
            <translation>outside</translation>
        </message>
        <message>
            <source>省 %1 %</source>
            <translation>saves %1 %</translation>
        </message>
        <message>
            <source>副本已存到 %1</source>
            <translation>The copy is in %1</translation>
        </message>
    </context>
    <context>
        <name>PhotoWords</name>
        <message>
            <source>有差异</source>
            <translation>They differ</translation>
        </message>
        <message>
            <source>无从核对</source>
            <translation>Nothing to compare</translation>
        </message>
        <message>
            <source>一致</source>
            <translation>They agree</translation>
        </message>
        <message>
            <source>照片没有自带拍摄信息（EXIF），时间和地点只有平板的。</source>
            <translation>The photo says nothing of itself (no EXIF): time and place are the tablet's alone.</translation>
        </message>
        <message>
            <source>照片没有写明拍摄时间。</source>
            <translation>The photo does not say when it was taken.</translation>
        </message>
        <message>
            <source>相机的时钟与平板相差 %1。</source>
            <translation>The camera's clock and the tablet's are %1 apart.</translation>
        </message>
        <message>
            <source>照片自带时间比加入时还晚 %1，相机的时钟不对。</source>
            <translation>The camera says that the photo was taken %1 after it was added: its clock is wrong.</translation>
        </message>
        <message>
            <source>照片拍于这次检查开始之前，比加入时早 %1。</source>
            <translation>The photo was taken before this check began, %1 before it was added.</translation>
        </message>
        <message>
            <source>拍摄地点在检查对象的边界之外。</source>
            <translation>The photo was taken outside the site's boundary.</translation>
        </message>
        <message>
            <source>拍摄地点与平板相距 %1。</source>
            <translation>The photo was taken %1 from where the tablet was.</translation>
        </message>
        <message>
            <source>%1 秒</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 分钟</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 小时 %2 分</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 天</source>
            <translation>%1 days</translation>
        </message>
    </context>
    <context>
        <name>SitePage</name>
        <message>
            <source>检查对象</source>
            <translation>Site</translation>
        </message>
        <message>
            <source>已发布的资料</source>
            <translation>As it is published</translation>
        </message>
        <message>
            <source>导航</source>
            <translation>Navigate</translation>
        </message>
        <message>
            <source>本机没有能指路的地图程序，坐标已复制：%1</source>
            <translation>No map program on this tablet can show the way; the coordinates were copied: %1</translation>
        </message>
        <message>
            <source>提过的更正</source>
            <translation>Corrections that were proposed</translation>
        </message>
        <message>
            <source>还没有人提过更正。名称、坐标或边界与现场不符时，可以在这里提出，由主管部门核对后发布。</source>
            <translation>Nobody has proposed a correction yet. Where name, coordinates or boundary are otherwise on the ground, propose it here; the office checks and publishes it.</translation>
        </message>
        <message>
            <source>继续更正</source>
            <translation>Go on with the correction</translation>
        </message>
        <message>
            <source>更正资料、走边界</source>
            <translation>Correct, walk the boundary</translation>
        </message>
        <message>
            <source>开始检查</source>
            <translation>Start a check</translation>
        </message>
    </context>
    <context>
        <name>ProposePage</name>
        <message>
            <source>更正 · %1</source>
            <translation>Correction · %1</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>接着上次没写完的更正。</source>
            <translation>This goes on with the correction that was not finished.</translation>
        </message>
        <message>
            <source>清空重写</source>
            <translation>Clear and begin anew</translation>
        </message>
        <message>
            <source>只改与现场不符的，其余不动</source>
            <translation>Change only what is otherwise on the ground</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>联系人</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>为什么要更正</source>
            <translation>Why it has to be corrected</translation>
        </message>
        <message>
            <source>坐标：到达的地点</source>
            <translation>Coordinates: where one arrives</translation>
        </message>
        <message>
            <source>已发布</source>
            <translation>Published</translation>
        </message>
        <message>
            <source>改为</source>
            <translation>New</translation>
        </message>
        <message>
            <source>现在：%1</source>
            <translation>Now: %1</translation>
        </message>
        <message>
            <source>用我现在的位置</source>
            <translation>Use where I am now</translation>
        </message>
        <message>
            <source>不改坐标</source>
            <translation>Keep the coordinates</translation>
        </message>
        <message>
            <source>边界</source>
            <translation>Boundary</translation>
        </message>
        <message>
            <source>没有围拢</source>
            <translation>Not closed</translation>
        </message>
        <message>
            <source>%1 · %2 个角点</source>
            <translation>%1 · corners: %2</translation>
        </message>
        <message>
            <source>%1 个角点</source>
            <translation>corners: %1</translation>
        </message>
        <message>
            <source>边界草图：%1 个角点</source>
            <translation>Sketch of the boundary, corners: %1</translation>
        </message>
        <message>
            <source>走一圈边界</source>
            <translation>Walk the boundary</translation>
        </message>
        <message>
            <source>看边界、接着走</source>
            <translation>See the boundary, go on</translation>
        </message>
        <message>
            <source>签名后交主管部门核对；对方发布新版之前，检查对象不变。</source>
            <translation>Once signed, the office checks it. The site stays as it is until they publish a new version.</translation>
        </message>
        <message>
            <source>签名并提出</source>
            <translation>Sign and propose</translation>
        </message>
        <message>
            <source>清空这份更正？</source>
            <translation>Clear this correction?</translation>
        </message>
        <message>
            <source>写过的文字、坐标和走过的边界都会删除，不能恢复。</source>
            <translation>What was written, the coordinates and the boundary that was walked are deleted for good.</translation>
        </message>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>WalkPage</name>
        <message>
            <source>走一圈边界</source>
            <translation>Walk the boundary</translation>
        </message>
        <message>
            <source>边界草图：%1 个角点，%2</source>
            <translation>Sketch of the boundary, corners: %1, %2</translation>
        </message>
        <message>
            <source>记录走过的路</source>
            <translation>Record the way</translation>
        </message>
        <message>
            <source>只记角点</source>
            <translation>Corners only</translation>
        </message>
        <message>
            <source>%1 个角点</source>
            <translation>corners: %1</translation>
        </message>
        <message>
            <source>边长共 %1</source>
            <translation>%1 along the sides</translation>
        </message>
        <message>
            <source>已围拢</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>%1：边界不能自己相交，请撤销或走回去。</source>
            <translation>%1: a boundary must not cross itself. Undo, or walk back.</translation>
        </message>
        <message>
            <source>站在边界的一个角上，按“开始走”。</source>
            <translation>Stand at a corner of the boundary and press "Begin".</translation>
        </message>
        <message>
            <source>站在边界的一个角上，按“在这里设角点”。</source>
            <translation>Stand at a corner of the boundary and press "Set a corner here".</translation>
        </message>
        <message>
            <source>现在：%1</source>
            <translation>Now: %1</translation>
        </message>
        <message>
            <source>没有用的定位：%1</source>
            <translation>Fixes that were left out: %1</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>开始走</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>继续走</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>在这里设角点</source>
            <translation>Set a corner here</translation>
        </message>
        <message>
            <source>围拢</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>接着走</source>
            <translation>Go on walking</translation>
        </message>
        <message>
            <source>撤销一个角</source>
            <translation>Undo a corner</translation>
        </message>
        <message>
            <source>清除边界</source>
            <translation>Clear the boundary</translation>
        </message>
        <message>
            <source>用这条边界</source>
            <translation>Use this boundary</translation>
        </message>
        <message>
            <source>清除走过的边界？</source>
            <translation>Clear the boundary that was walked?</translation>
        </message>
        <message>
            <source>%1 个角点都会删除，不能恢复。</source>
            <translation>All corners (%1) are deleted for good.</translation>
        </message>
        <message>
            <source>清除</source>
            <translation>Clear</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ThreadsModel</name>
        <message>
            <source>第 %1 项</source>
            <translation>Item %1</translation>
        </message>
        <message>
            <source>待传</source>
            <translation>To be sent</translation>
        </message>
        <message>
            <source>已解决</source>
            <translation>Resolved</translation>
        </message>
        <message>
            <source>等您回复</source>
            <translation>Waits for your answer</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>我</source>
            <translation>Me</translation>
        </message>
        <message>
            <source>（没有再写）</source>
            <translation>(nothing more written)</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::WalkModel</name>
        <message>
            <source>没有定位，没有设角点：%1</source>
            <translation>No position, no corner was set: %1</translation>
        </message>
        <message>
            <source>最近一次定位在 %1 秒前，没有设角点。请站住，等新的定位。</source>
            <translation>The last fix is %1 seconds old; no corner was set. Stand still and wait for a new one.</translation>
        </message>
        <message>
            <source>精度 ±%1 m，没有设角点：要在 ±%2 m 以内。请到开阔处等一会儿。</source>
            <translation>±%1 m: no corner was set, it has to be within ±%2 m. Wait a little in the open.</translation>
        </message>
        <message>
            <source>还在上一个角点，没有再设。</source>
            <translation>Still at the last corner; none was added.</translation>
        </message>
        <message>
            <source>角点已到上限，没有再设。</source>
            <translation>There are as many corners as there may be.</translation>
        </message>
        <message>
            <source>没有设角点：到这里的边会与第 %1 条边相交。</source>
            <translation>No corner was set: the side to here would cross side %1.</translation>
        </message>
        <message>
            <source>已设第 %1 个角点，±%2 m。</source>
            <translation>Corner %1 is set, ±%2 m.</translation>
        </message>
        <message>
            <source>正在记录。沿边界走，走回起点后按“围拢”。</source>
            <translation>Recording. Walk along the boundary; back at the start press "Close".</translation>
        </message>
        <message>
            <source>已暂停，走过的都已存。</source>
            <translation>Paused. What was walked is saved.</translation>
        </message>
        <message>
            <source>正在记录，±%1 m。</source>
            <translation>Recording, ±%1 m.</translation>
        </message>
        <message>
            <source>精度 ±%1 m，这一点没有用：要在 ±%2 m 以内。</source>
            <translation>±%1 m: this fix was left out, it has to be within ±%2 m.</translation>
        </message>
        <message>
            <source>定位跳动，这一点没有用。</source>
            <translation>The receiver jumped; this fix was left out.</translation>
        </message>
        <message>
            <source>轨迹已到上限，停止记录。请围拢，或清除后重走。</source>
            <translation>The track is as long as it may be and recording stopped. Close it, or clear it and walk again.</translation>
        </message>
        <message>
            <source>已撤销一个角点，还有 %1 个。</source>
            <translation>A corner was undone; corners left: %1.</translation>
        </message>
        <message>
            <source>至少要三个角点才能围拢。</source>
            <translation>It takes three corners to close.</translation>
        </message>
        <message>
            <source>没有围拢：%1。</source>
            <translation>Not closed: %1.</translation>
        </message>
        <message>
            <source>已围拢：%1。</source>
            <translation>Closed: %1.</translation>
        </message>
        <message>
            <source>可以接着走。</source>
            <translation>Go on walking.</translation>
        </message>
        <message>
            <source>第 %1 条边与第 %2 条边相交</source>
            <translation>Sides %1 and %2 cross</translation>
        </message>
        <message>
            <source>精度不够 %1 次</source>
            <translation>inexact: %1</translation>
        </message>
        <message>
            <source>定位跳动 %1 次</source>
            <translation>jumps: %1</translation>
        </message>
        <message>
            <source>由 %1 个定位点简化，误差不超过 %2 m</source>
            <translation>Simplified from %1 fixes, within %2 m</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::SiteModel</name>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>信用代码</source>
            <translation>Credit code</translation>
        </message>
        <message>
            <source>项目</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>行业</source>
            <translation>Sector</translation>
        </message>
        <message>
            <source>产品</source>
            <translation>Products</translation>
        </message>
        <message>
            <source>规模</source>
            <translation>Scale</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>联系人</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>坐标</source>
            <translation>Coordinates</translation>
        </message>
        <message>
            <source>没有坐标</source>
            <translation>No coordinates</translation>
        </message>
        <message>
            <source>边界</source>
            <translation>Boundary</translation>
        </message>
        <message>
            <source>没有边界</source>
            <translation>No boundary</translation>
        </message>
        <message>
            <source>更正：%1</source>
            <translation>Correction: %1</translation>
        </message>
        <message>
            <source>待上传</source>
            <translation>Waits to be sent</translation>
        </message>
        <message>
            <source>待答复</source>
            <translation>Waits for an answer</translation>
        </message>
        <message>
            <source>已采纳并发布</source>
            <translation>Taken up and published</translation>
        </message>
        <message>
            <source>未采纳</source>
            <translation>Declined</translation>
        </message>
        <message>
            <source>%1 的答复：%2</source>
            <translation>Answer by %1: %2</translation>
        </message>
        <message>
            <source>名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ProposeModel</name>
        <message>
            <source>没有定位，坐标没有变：%1</source>
            <translation>No position, the coordinates stay: %1</translation>
        </message>
        <message>
            <source>最近一次定位在 %1 秒前，坐标没有变。请站住，等新的定位。</source>
            <translation>The last fix is %1 seconds old; the coordinates stay. Stand still and wait for a new one.</translation>
        </message>
        <message>
            <source>精度 ±%1 m，坐标没有变：要在 ±%2 m 以内。请到开阔处等一会儿。</source>
            <translation>±%1 m: the coordinates stay, it has to be within ±%2 m. Wait a little in the open.</translation>
        </message>
        <message>
            <source>离原坐标 %1</source>
            <translation>%1 from the old ones</translation>
        </message>
        <message>
            <source>没有坐标</source>
            <translation>No coordinates</translation>
        </message>
        <message>
            <source>没有边界</source>
            <translation>No boundary</translation>
        </message>
        <message>
            <source>边界还没有围拢：接着走，或清除它。</source>
            <translation>The boundary is not closed: go on walking, or clear it.</translation>
        </message>
        <message>
            <source>还没有写出与已发布的不同之处。</source>
            <translation>Nothing differs yet from what is published.</translation>
        </message>
        <message>
            <source>请写明为什么要更正。</source>
            <translation>Say why it has to be corrected.</translation>
        </message>
        <message>
            <source>已存 %1</source>
            <translation>Saved %1</translation>
        </message>
    </context>
    <context>
        <name>MapRows</name>
        <message numerus="yes">
            <source>整改 %n 个问题</source>
            <translation>
                <numerusform>%n finding to put right</numerusform>
                <numerusform>%n findings to put right</numerusform>
            </translation>
        </message>
        <message>
            <source>有草稿 · %1</source>
            <translation>draft · %1</translation>
        </message>
        <message numerus="yes">
            <source>逾期 %n 天</source>
            <translation>
                <numerusform>%n day overdue</numerusform>
                <numerusform>%n days overdue</numerusform>
            </translation>
        </message>
        <message>
            <source>今天到期</source>
            <translation>due today</translation>
        </message>
        <message numerus="yes">
            <source>剩 %n 天</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>没有坐标</source>
            <translation>no position</translation>
        </message>
    </context>
    <context>
        <name>CardColumn</name>
        <message>
            <source>去 %1</source>
            <translation>To %1</translation>
        </message>
    </context>
    <context>
        <name>StandardPage</name>
        <message>
            <source>反馈意见</source>
            <translation>Give feedback</translation>
        </message>
        <message>
            <source>按哪一天的状态</source>
            <translation>Status on the day</translation>
        </message>
        <message>
            <source>代替它的</source>
            <translation>Replaced by</translation>
        </message>
        <message>
            <source>引用它的检查项 %1</source>
            <translation>Items that cite it: %1</translation>
        </message>
        <message>
            <source>本机的检查表没有引用它</source>
            <translation>No checklist on this tablet cites it</translation>
        </message>
        <message>
            <source>强制</source>
            <translation>mandatory</translation>
        </message>
        <message>
            <source>推荐</source>
            <translation>recommended</translation>
        </message>
        <message>
            <source>对这一条提意见</source>
            <translation>Feedback on this clause</translation>
        </message>
        <message>
            <source>意见已签名，联网后上传。</source>
            <translation>Your feedback is signed and goes out with the next network.</translation>
        </message>
    </context>
    <context>
        <name>Standards</name>
        <message>
            <source>有关部门</source>
            <translation>The office</translation>
        </message>
        <message>
            <source>即将实施</source>
            <translation>not yet in force</translation>
        </message>
        <message>
            <source>现行</source>
            <translation>in force</translation>
        </message>
        <message>
            <source>部分代替</source>
            <translation>replaced in part</translation>
        </message>
        <message>
            <source>被代替</source>
            <translation>replaced</translation>
        </message>
        <message>
            <source>废止</source>
            <translation>withdrawn</translation>
        </message>
        <message>
            <source>目录中没有</source>
            <translation>not in the catalogue</translation>
        </message>
        <message>
            <source>本机的标准目录中没有它，%1 是否现行不知道。</source>
            <translation>It is not in this tablet's catalogue: whether it was in force on %1 is not known.</translation>
        </message>
        <message>
            <source>%1 还没有实施，%2 起实施。</source>
            <translation>Not yet in force on %1; it will be from %2.</translation>
        </message>
        <message>
            <source>%1 还没有实施。</source>
            <translation>Not yet in force on %1.</translation>
        </message>
        <message>
            <source>%1 现行有效。</source>
            <translation>In force on %1.</translation>
        </message>
        <message>
            <source>%1 部分内容已被代替。</source>
            <translation>On %1 part of it was replaced.</translation>
        </message>
        <message>
            <source>%1 已被代替，%2 起不再有效。</source>
            <translation>On %1 it is replaced: no longer in force since %2.</translation>
        </message>
        <message>
            <source>%1 已被代替。</source>
            <translation>On %1 it is replaced.</translation>
        </message>
        <message>
            <source>%1 已废止，%2 起不再有效。</source>
            <translation>On %1 it is withdrawn: no longer in force since %2.</translation>
        </message>
        <message>
            <source>%1 已废止。</source>
            <translation>On %1 it is withdrawn.</translation>
        </message>
        <message>
            <source>日期不全，这是目录编制时的状态。</source>
            <translation>Its dates are not all known; this is the status when the catalogue was made.</translation>
        </message>
        <message numerus="yes">
            <source>%n 个检查项引用</source>
            <translation>
                <numerusform>cited by %n item</numerusform>
                <numerusform>cited by %n items</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 第 %2 版 · 第 %3 项</source>
            <translation>%1, version %2 · item %3</translation>
        </message>
        <message>
            <source>实施</source>
            <translation>In force from</translation>
        </message>
        <message>
            <source>失效</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>发布</source>
            <translation>Published</translation>
        </message>
        <message>
            <source>出处</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>已在公开来源核对</source>
            <translation>checked against a public source</translation>
        </message>
        <message>
            <source>本局自编</source>
            <translation>the bureau's own</translation>
        </message>
        <message>
            <source>待核对，不写日期</source>
            <translation>to be confirmed, so without dates</translation>
        </message>
        <message>
            <source>条文不清楚</source>
            <translation>the clause is unclear</translation>
        </message>
        <message>
            <source>做不到</source>
            <translation>it cannot be done</translation>
        </message>
        <message>
            <source>已经过时</source>
            <translation>it is outdated</translation>
        </message>
        <message>
            <source>引用有误</source>
            <translation>it cites the wrong thing</translation>
        </message>
        <message>
            <source>互相矛盾</source>
            <translation>it contradicts others</translation>
        </message>
        <message>
            <source>有遗漏</source>
            <translation>something is missing</translation>
        </message>
        <message>
            <source>条文没有问题</source>
            <translation>nothing is wrong with the clause</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>other</translation>
        </message>
        <message>
            <source>您 %1 的意见：%2</source>
            <translation>You said on %1: %2</translation>
        </message>
        <message>
            <source>%1 %2 答复（%3）：%4</source>
            <translation>%1 answered on %2 (%3): %4</translation>
        </message>
        <message>
            <source>已答复</source>
            <translation>answered</translation>
        </message>
        <message>
            <source>服务器没有收下</source>
            <translation>not taken by the server</translation>
        </message>
        <message>
            <source>还没有答复</source>
            <translation>no answer yet</translation>
        </message>
    </context>
    <context>
        <name>StandardsPage</name>
        <message>
            <source>标准与条文</source>
            <translation>Standards and clauses</translation>
        </message>
        <message>
            <source>本机 %1 部，来自标准目录（%2）和 %3 份检查表，离线可查</source>
            <translation>%1 on this tablet, from the catalogue (%2) and %3 checklists, searched offline</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>搜索编号、名称、条文、拼音首字母</source>
            <translation>Search number, title, clause or pinyin initials</translation>
        </message>
        <message>
            <source>按哪一天的状态</source>
            <translation>Status on the day</translation>
        </message>
        <message>
            <source>没有完全一样的，下面 %1 部是相近的</source>
            <translation>Nothing is quite so; these %1 are like it</translation>
        </message>
        <message>
            <source>%1 部</source>
            <translation>%1 found</translation>
        </message>
        <message>
            <source>没有找到</source>
            <translation>Nothing found</translation>
        </message>
        <message>
            <source>换一个词试试：编号可以不写空格，名称可以只写拼音首字母。本机没有的标准，联网同步检查表后会多出来。</source>
            <translation>Try another word: numbers need no blanks, titles may be typed as pinyin initials. Standards that this tablet lacks come with the checklists that cite them.</translation>
        </message>
        <message>
            <source>我的意见 %1，已答复 %2</source>
            <translation>My feedback %1, answered %2</translation>
        </message>
    </context>
    <context>
        <name>WifiCard</name>
        <message>
            <source>照片和附件只用无线网络传</source>
            <translation>Send photos and attachments over Wi-Fi only</translation>
        </message>
        <message>
            <source>现在：%1。记录只有几 KB，什么网络都马上传。</source>
            <translation>Now: %1. Records are a few KB and go at once over any network.</translation>
        </message>
    </context>
    <context>
        <name>EndedPage</name>
        <message>
            <source>%1：这台平板的密钥已注销</source>
            <translation>%1: this tablet's key was revoked</translation>
        </message>
        <message>
            <source>本机已锁定，记录、照片和草稿都加密存着，没有删除。要继续工作，请管理员重新发一份邀请，登记后再签。</source>
            <translation>The tablet is locked. Records, photos and drafts are kept, encrypted; nothing was deleted. To go on working, ask an administrator for a new invitation and enrol again.</translation>
        </message>
        <message>
            <source>签过还没送达的记录可以导出，连同照片一起交给管理员：注销以前签的内容，它的签名仍可核验；是否采用由管理员决定。</source>
            <translation>Records that were signed and not sent can be exported with their photos and given to an administrator: what was signed before the revocation can still be verified; whether it counts is for the administrator to decide.</translation>
        </message>
        <message>
            <source>导出没有送达的记录</source>
            <translation>Export what was not sent</translation>
        </message>
        <message>
            <source>锁定</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>用新的邀请登记</source>
            <translation>Enrol with a new invitation</translation>
        </message>
    </context>
    <context>
        <name>FeedbackSheet</name>
        <message>
            <source>对 %1 的意见</source>
            <translation>Feedback on %1</translation>
        </message>
        <message>
            <source>对这一条的意见</source>
            <translation>Feedback on this clause</translation>
        </message>
        <message>
            <source>条文在实际中怎么样：哪里不清楚、做不到或互相矛盾</source>
            <translation>How it works in practice: what is unclear, cannot be done or contradicts itself</translation>
        </message>
        <message>
            <source>会以您的名义签名，管理员和审核员看得到；签名后不能再改。</source>
            <translation>It is signed in your name and read by administrators and supervisors; it cannot be changed afterwards.</translation>
        </message>
        <message>
            <source>签名提交</source>
            <translation>Sign and send</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::StorageModel</name>
        <message numerus="yes">
            <source>腾出 %1，%n 个原件已放开；缩略图留着，需要时再从服务器取回并核对。</source>
            <translation>
                <numerusform>%1 freed: %n original was let go of. Its small picture stays; it is fetched from the server and verified when needed.</numerusform>
                <numerusform>%1 freed: %n originals were let go of. Their small pictures stay; they are fetched from the server and verified when needed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 %n 个服务器说已经没有，本机留着，会重新上传。</source>
            <translation>
                <numerusform>The server says that it no longer has %n; it stays here and is sent again.</numerusform>
                <numerusform>The server says that it no longer has %n; they stay here and are sent again.</numerusform>
            </translation>
        </message>
        <message>
            <source>没有放开任何文件：%1</source>
            <translation>Nothing was let go of: %1</translation>
        </message>
        <message>
            <source>记录和草稿</source>
            <translation>Records and drafts</translation>
        </message>
        <message>
            <source>照片和附件</source>
            <translation>Photos and attachments</translation>
        </message>
        <message numerus="yes">
            <source>%1，%n 个</source>
            <translation>
                <numerusform>%1, %n file</numerusform>
                <numerusform>%1, %n files</numerusform>
            </translation>
        </message>
        <message>
            <source>查找用的索引</source>
            <translation>Index for searches</translation>
        </message>
        <message>
            <source>平板上还剩</source>
            <translation>Left on the tablet</translation>
        </message>
        <message>
            <source>%1，共 %2</source>
            <translation>%1 of %2</translation>
        </message>
        <message>
            <source>离线地图</source>
            <translation>Offline map</translation>
        </message>
        <message numerus="yes">
            <source>%n 个原件服务器已确认收到、所属记录已通过审核，可以腾出 %1。</source>
            <translation>
                <numerusform>%n original, confirmed by the server and of an accepted record, could be let go of: %1.</numerusform>
                <numerusform>%n originals, confirmed by the server and of accepted records, could be let go of: %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>平板只剩 %1，可能装不下这次检查的照片。先到“同步”页腾出空间，或删去别的文件。</source>
            <translation>Only %1 is left on the tablet, which may not hold the photos of this check. Free some room on the Sync page, or delete other files.</translation>
        </message>
    </context>
    <context>
        <name>StorageCard</name>
        <message>
            <source>正在问服务器…</source>
            <translation>Asking the server…</translation>
        </message>
        <message>
            <source>腾出空间</source>
            <translation>Free room</translation>
        </message>
        <message>
            <source>会先再问一次服务器，它确认还有的才放开。缩略图和指纹留在本机，要看原件时联网取回并核对。</source>
            <translation>The server is asked again first; only what it confirms to hold is let go of. Small pictures and fingerprints stay; an original is fetched and verified when it is looked at.</translation>
        </message>
        <message>
            <source>放开原件</source>
            <translation>Let originals go</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CameraModel</name>
        <message>
            <source>相机没有交出这一张，没有存下照片。请再按一次。</source>
            <translation>The camera gave no photo, and none was kept. Press again.</translation>
        </message>
        <message>
            <source>相机断开了，最后按的这一张没有拍到；之前的都已封存。</source>
            <translation>The camera was disconnected: the last press took no photo. All before it are sealed.</translation>
        </message>
        <message>
            <source>本机没有相机。可以从文件加入照片。</source>
            <translation>This device has no camera. Photos can be added from files.</translation>
        </message>
        <message>
            <source>系统不允许准绳使用相机。请在系统设置里允许，再按“再试”；也可以从文件加入照片。</source>
            <translation>The system does not let Plumbline use the camera. Allow it in the system settings and press "Try again", or add photos from files.</translation>
        </message>
        <message>
            <source>相机打不开，可能别的程序正在用。关掉它再按“再试”；也可以从文件加入照片。</source>
            <translation>The camera does not open; another program may be using it. Close that and press "Try again", or add photos from files.</translation>
        </message>
        <message>
            <source>相机断开了。已拍的照片都已封存。接好后按“再试”。</source>
            <translation>The camera was disconnected. All photos taken are sealed. Connect it and press "Try again".</translation>
        </message>
        <message>
            <source>准绳不在前台，相机已停下；回来时自己接着用。</source>
            <translation>Plumbline is not in front, so the camera rests; it goes on by itself when you come back.</translation>
        </message>
        <message>
            <source>正在打开相机…</source>
            <translation>Opening the camera…</translation>
        </message>
        <message>
            <source>这一张还没有封存：%1照片还在，不会丢；处理好以后按“再存”。</source>
            <translation>This photo is not sealed yet: %1 It is still here and will not be lost; once that is mended, press "Save again".</translation>
        </message>
    </context>
    <context>
        <name>CameraStage</name>
        <message>
            <source>拍照：%1</source>
            <translation>Photo: %1</translation>
        </message>
        <message numerus="yes">
            <source>连拍中，已封存 %n 张</source>
            <translation>
                <numerusform>Burst: %n photo sealed</numerusform>
                <numerusform>Burst: %n photos sealed</numerusform>
            </translation>
        </message>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>再存</source>
            <translation>Save again</translation>
        </message>
        <message>
            <source>关灯</source>
            <translation>Light off</translation>
        </message>
        <message>
            <source>开灯</source>
            <translation>Light on</translation>
        </message>
        <message>
            <source>看刚拍的这一张</source>
            <translation>Look at the last photo</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckCodes</name>
        <message>
            <source>耳标号，15 位数字</source>
            <translation>Ear tag, 15 digits</translation>
        </message>
        <message>
            <source>统一社会信用代码，18 位</source>
            <translation>Unified social credit code, 18 characters</translation>
        </message>
        <message>
            <source>追溯码</source>
            <translation>Trace code</translation>
        </message>
        <message>
            <source>已填入 %1</source>
            <translation>Entered: %1</translation>
        </message>
        <message>
            <source>已填入 %1，但是：%2</source>
            <translation>Entered: %1. However: %2</translation>
        </message>
        <message>
            <source>这个码刚才已经扫过，就填在这里。</source>
            <translation>This code was scanned already; it stands in this very field.</translation>
        </message>
        <message>
            <source>同一个码已经填在第 %1 项“%2”里。</source>
            <translation>The same code already stands in item %1, "%2".</translation>
        </message>
    </context>
    <context>
        <name>Codes</name>
        <message>
            <source>这不像追溯码：太长，或者有印不出来的字符。</source>
            <translation>This does not look like a trace code: it is too long, or has characters that cannot be printed.</translation>
        </message>
    </context>
    <context>
        <name>ScanStage</name>
        <message>
            <source>扫码：%1</source>
            <translation>Scan: %1</translation>
        </message>
        <message>
            <source>返回检查</source>
            <translation>Back to the check</translation>
        </message>
        <message>
            <source>关灯</source>
            <translation>Light off</translation>
        </message>
        <message>
            <source>开灯</source>
            <translation>Light on</translation>
        </message>
        <message>
            <source>从照片读码：%1</source>
            <translation>Read a code from a photo: %1</translation>
        </message>
        <message>
            <source>把码放进框里，读出来会自己填上</source>
            <translation>Hold the code inside the frame; it is entered as soon as it is read</translation>
        </message>
        <message numerus="yes">
            <source>画面里有 %n 个码，用哪一个？</source>
            <translation>
                <numerusform>%n code is seen. Which one?</numerusform>
                <numerusform>%n codes are seen. Which one?</numerusform>
            </translation>
        </message>
        <message>
            <source>再扫一次</source>
            <translation>Scan again</translation>
        </message>
        <message>
            <source>仍然填入</source>
            <translation>Enter it all the same</translation>
        </message>
    </context>
    <context>
        <name>ShutterButton</name>
        <message>
            <source>拍照</source>
            <translation>Take a photo</translation>
        </message>
        <message>
            <source>按住连拍，最多 20 张</source>
            <translation>Hold for a burst of up to 20</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::SoundNote</name>
        <message>
            <source>录音没有开始：%1</source>
            <translation>The recording did not begin: %1</translation>
        </message>
        <message>
            <source>已录满 %1，录音停下并存好了。要接着说，请再录一段。</source>
            <translation>%1 is the most, so the recording ended and is being saved. To say more, record another.</translation>
        </message>
        <message>
            <source>录音停在 %1：%2已录的还在；处理好以后可以接着录，或者现在存下。</source>
            <translation>The recording stopped at %1: %2 What was recorded is still here; go on once that is mended, or save it now.</translation>
        </message>
        <message>
            <source>本机没有麦克风。可以从文件加入录音。</source>
            <translation>This device has no microphone. Recordings can be added from files.</translation>
        </message>
        <message>
            <source>系统不允许准绳使用麦克风。请在系统设置里允许，再录。</source>
            <translation>The system does not let Plumbline use the microphone. Allow it in the system settings, then record.</translation>
        </message>
        <message>
            <source>麦克风打不开，可能别的程序正在用。关掉它再录。</source>
            <translation>The microphone does not open; another program may be using it. Close that, then record.</translation>
        </message>
        <message>
            <source>麦克风断开了，录音停在 %1；已录的还在，可以接着录或者存下。</source>
            <translation>The microphone was disconnected and the recording stopped at %1. What was recorded is still here: go on, or save it.</translation>
        </message>
        <message>
            <source>这段录音还没有存成文件：%1录音还在，不会丢；处理好以后按“再存”。</source>
            <translation>This recording is not a file yet: %1 It is still here and will not be lost; once that is mended, press "Save again".</translation>
        </message>
        <message>
            <source>上次没录完的录音还没有取回：%1录音还在本机，下次打开再取。</source>
            <translation>The recording that was cut off last time is not back yet: %1 It is still on this device; it is tried again when the draft is opened.</translation>
        </message>
    </context>
    <context>
        <name>SoundRecorder</name>
        <message>
            <source>录音</source>
            <translation>Record</translation>
        </message>
        <message>
            <source>%1（本机没有麦克风）</source>
            <translation>%1 (no microphone here)</translation>
        </message>
        <message>
            <source>%1（别处正在录）</source>
            <translation>%1 (recording elsewhere)</translation>
        </message>
        <message>
            <source>● 正在录音</source>
            <translation>● Recording</translation>
        </message>
        <message>
            <source>❚❚ 已暂停</source>
            <translation>❚❚ Paused</translation>
        </message>
        <message>
            <source>正在存…</source>
            <translation>Saving…</translation>
        </message>
        <message>
            <source>▲ 还没有存成</source>
            <translation>▲ Not saved yet</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>音量</source>
            <translation>Level</translation>
        </message>
        <message>
            <source>再存</source>
            <translation>Save again</translation>
        </message>
        <message>
            <source>存下</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>接着录</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>不要</source>
            <translation>Discard</translation>
        </message>
    </context>
    <context>
        <name>Viewfinder</name>
        <message>
            <source>取景画面</source>
            <translation>What the camera sees</translation>
        </message>
        <message>
            <source>再试</source>
            <translation>Try again</translation>
        </message>
    </context>
    <context>
        <name>ZoomControl</name>
        <message>
            <source>拉近</source>
            <translation>Nearer</translation>
        </message>
        <message>
            <source>%1 ×</source>
            <translation>%1 ×</translation>
        </message>
        <message>
            <source>拉远，现在 %1 倍</source>
            <translation>Further, now %1 times</translation>
        </message>
    </context>
    <context>
        <name>CredentialPage</name>
        <message>
            <source>亮证</source>
            <translation>Credential</translation>
        </message>
        <message>
            <source>请对方用手机扫码核对</source>
            <translation>Let the other person scan the code with a phone</translation>
        </message>
        <message>
            <source>已出示证件</source>
            <translation>Credential shown</translation>
        </message>
        <message>
            <source>证件码，%1 生成</source>
            <translation>Code of the credential, made at %1</translation>
        </message>
        <message>
            <source>可检查的地区：%1</source>
            <translation>Regions: %1</translation>
        </message>
        <message>
            <source>设备：%1 · 核对字 %2</source>
            <translation>Device: %1 · characters %2</translation>
        </message>
        <message>
            <source>生成于 %1，每分钟换一次；超过 5 分钟的截图，核对时会说出来。</source>
            <translation>Made at %1 and anew every minute; of a picture older than 5 minutes the check says so.</translation>
        </message>
        <message>
            <source>执法证号：%1</source>
            <translation>Credential no. %1</translation>
        </message>
        <message>
            <source>本机不用联网。对方的手机联网后可以核对：码由登记的设备签名，登记在公开日志里，没有注销。%1</source>
            <translation>This tablet needs no network. A phone with one can check: the code is signed by an enrolled device, the enrolment stands in the public log, and the key was not revoked. %1</translation>
        </message>
        <message>
            <source>执法证件号码请出示纸质证件。</source>
            <translation>Show the paper credential for its number.</translation>
        </message>
        <message>
            <source>执法证号由管理员在邀请里签过。</source>
            <translation>The number was signed by an administrator in the invitation.</translation>
        </message>
    </context>
    <context>
        <name>DeliverPage</name>
        <message>
            <source>查看和标记 %1</source>
            <translation>Look at %1 and mark it</translation>
        </message>
        <message>
            <source>有一处填写的内容不能这样签，请看红框。</source>
            <translation>Something typed cannot be signed like this; see the red frame.</translation>
        </message>
        <message>
            <source>请填签收人的姓名。</source>
            <translation>Please name who took it.</translation>
        </message>
        <message>
            <source>请写明留在哪里、谁在场。</source>
            <translation>Please say where it was left, and who was there.</translation>
        </message>
        <message>
            <source>记录送达</source>
            <translation>Record the delivery</translation>
        </message>
        <message>
            <source>送达另签一条记录，原来的检查记录不改动。可以记多次。</source>
            <translation>The delivery is signed as a record of its own; the inspection's stays as it is. It may be said more than once.</translation>
        </message>
        <message>
            <source>交纸质</source>
            <translation>On paper</translation>
        </message>
        <message>
            <source>留置送达</source>
            <translation>Left there</translation>
        </message>
        <message>
            <source>寄送</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>邮寄</source>
            <translation>Post</translation>
        </message>
        <message>
            <source>邮箱</source>
            <translation>E-mail</translation>
        </message>
        <message>
            <source>短信或微信</source>
            <translation>Message</translation>
        </message>
        <message>
            <source>政务平台</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>见证人</source>
            <translation>Witness</translation>
        </message>
        <message>
            <source>收件人</source>
            <translation>Addressee</translation>
        </message>
        <message>
            <source>签收人</source>
            <translation>Taken by</translation>
        </message>
        <message>
            <source>留在哪里、谁在场</source>
            <translation>Where it was left, and who was there</translation>
        </message>
        <message>
            <source>单号等说明（可不填）</source>
            <translation>Number of the consignment (optional)</translation>
        </message>
        <message>
            <source>说明（可不填）</source>
            <translation>Remark (optional)</translation>
        </message>
        <message>
            <source>只记送达方式，不记电话和地址。</source>
            <translation>Only the kind of address is recorded, never the address.</translation>
        </message>
        <message>
            <source>签名后封存于本机；有网络时自动上传</source>
            <translation>Sealed on this device once signed; sent when there is a network</translation>
        </message>
        <message>
            <source>正在封存…</source>
            <translation>Sealing…</translation>
        </message>
        <message>
            <source>签名</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>移除 %1</source>
            <translation>Remove %1</translation>
        </message>
        <message>
            <source>附照片或回执</source>
            <translation>Add a photo or receipt</translation>
        </message>
        <message>
            <source>已附 %1 件</source>
            <translation>%1 attached</translation>
        </message>
        <message>
            <source>拍照</source>
            <translation>Take a photo</translation>
        </message>
        <message>
            <source>返回送达</source>
            <translation>Back to the delivery</translation>
        </message>
        <message>
            <source>送达的照片或回执</source>
            <translation>Photo or receipt of the delivery</translation>
        </message>
    </context>
    <context>
        <name>LicenceCard</name>
        <message>
            <source>还没有核对证照上的名称</source>
            <translation>The name on the licence has not been compared</translation>
        </message>
        <message>
            <source>名称与证照一致</source>
            <translation>The name is the licence's</translation>
        </message>
        <message>
            <source>名称与证照不同，已写明原因</source>
            <translation>The licence has another name; the reason is said</translation>
        </message>
        <message>
            <source>名称与证照不同</source>
            <translation>The licence has another name</translation>
        </message>
        <message>
            <source>登记的名称：%1</source>
            <translation>Published name: %1</translation>
        </message>
        <message>
            <source>证照上也是这个名称</source>
            <translation>The licence says the same</translation>
        </message>
        <message>
            <source>不一样</source>
            <translation>Not the same</translation>
        </message>
        <message>
            <source>改正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>证照上的名称</source>
            <translation>Name on the licence</translation>
        </message>
        <message>
            <source>划掉的只在登记里，加线的只在证照上。</source>
            <translation>Struck through: published only. Underlined: on the licence only.</translation>
        </message>
        <message>
            <source>为什么不同（写进记录）</source>
            <translation>Why they differ (goes into the record)</translation>
        </message>
    </context>
    <context>
        <name>NameDifference</name>
        <message>
            <source>登记的名称：%1；证照上的名称：%2</source>
            <translation>Published name: %1; name on the licence: %2</translation>
        </message>
    </context>
    <context>
        <name>DeliveryCard</name>
        <message>
            <source>事后送达</source>
            <translation>Delivered later</translation>
        </message>
        <message>
            <source>送达的录音</source>
            <translation>Sound of the delivery</translation>
        </message>
        <message>
            <source>送达的录像</source>
            <translation>Film of the delivery</translation>
        </message>
        <message>
            <source>送达的照片或回执</source>
            <translation>Photo or receipt of the delivery</translation>
        </message>
    </context>
    <context>
        <name>ComparePage</name>
        <message>
            <source>和同事核对日志</source>
            <translation>Compare logs with a colleague</translation>
        </message>
        <message>
            <source>请同事用他的平板扫这个码</source>
            <translation>Have your colleague scan this code with their tablet</translation>
        </message>
        <message>
            <source>本机日志状态的二维码</source>
            <translation>Code of this device&apos;s state of the log</translation>
        </message>
        <message>
            <source>写成文件</source>
            <translation>Write a file</translation>
        </message>
        <message>
            <source>把镜头对准同事平板上的码</source>
            <translation>Point the camera at the code on your colleague&apos;s tablet</translation>
        </message>
        <message>
            <source>读同事的码</source>
            <translation>Read your colleague&apos;s code</translation>
        </message>
        <message>
            <source>选择文件或码的照片</source>
            <translation>Choose a file or a photo of the code</translation>
        </message>
        <message>
            <source>服务器自己改不了已经入日志的内容，但可能给两个人看两份不同的日志。两台设备一核对就知道。码里只有条数和校验值，没有记录内容。</source>
            <translation>A server cannot change what is in its log, but it could show two people two different logs. Two devices that compare find out. The code holds a count and a checksum, and nothing of any record.</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CompareModel</name>
        <message>
            <source>本机看到的日志有 %1 条</source>
            <translation>The log that this device was shown has %1 lines</translation>
        </message>
        <message>
            <source>正在核对</source>
            <translation>Comparing</translation>
        </message>
        <message>
            <source>已写好 %1。请在同事的设备上选这个文件核对。</source>
            <translation>Wrote %1. Choose this file on your colleague&apos;s device to compare.</translation>
        </message>
        <message>
            <source>一致：两台设备看到的是同一份日志，都是 %1 条。</source>
            <translation>They agree: both devices were shown the same log of %1 lines.</translation>
        </message>
        <message>
            <source>一致：两台设备看到的是同一份日志，本机 %1 条，对方 %2 条，少的是多的开头一段。</source>
            <translation>They agree: both devices were shown one log, %1 lines here and %2 there, and the shorter one is the beginning of the longer.</translation>
        </message>
        <message>
            <source>对不上：服务器给两台设备看了两份不同的日志，本机 %1 条，对方 %2 条。证据没能存下来，请先清理存储空间，再核对一次；先不要再向这台服务器同步。</source>
            <translation>They do not agree: the server showed the two devices two different logs, %1 lines here and %2 there. The proof could not be kept: free some space and compare again. Do not sync with this server for now.</translation>
        </message>
        <message>
            <source>对不上：服务器给两台设备看了两份不同的日志，本机 %1 条，对方 %2 条。证据在 %3，请交给上级机关，先不要再向这台服务器同步。</source>
            <translation>They do not agree: the server showed the two devices two different logs, %1 lines here and %2 there. The proof is in %3; hand it to the office above yours, and do not sync with this server for now.</translation>
        </message>
        <message>
            <source>还不能断定：本机 %1 条，对方 %2 条，服务器没有给出能对上的证明。请再试一次；总是这样就告诉管理员。</source>
            <translation>Not decided: %1 lines here and %2 there, and the server did not prove that they belong together. Try again; if it stays so, tell the administrator.</translation>
        </message>
        <message>
            <source>还不能断定：本机 %1 条，对方 %2 条，条数不同要问服务器，现在连不上。两台设备都同步以后再核对一次。</source>
            <translation>Not decided: %1 lines here and %2 there; where they differ the server has to be asked, and it cannot be reached. Sync both devices and compare again.</translation>
        </message>
    </context>
    <context>
        <name>RatePage</name>
        <message>
            <source>请对方评价</source>
            <translation>Ask for a rating</translation>
        </message>
        <message>
            <source>打印告知单</source>
            <translation>Print the notice</translation>
        </message>
        <message>
            <source>评价码 %1</source>
            <translation>Code %1</translation>
        </message>
        <message>
            <source>请用自己的手机扫码，评价这次检查</source>
            <translation>Please scan with your own phone and rate this visit</translation>
        </message>
        <message>
            <source>或者打开 %1，输入：</source>
            <translation>Or open %1 and type:</translation>
        </message>
        <message>
            <source>不用登录，不留姓名，90 天内评一次。记录上传以后才能评，没有网络时请对方过几天再扫。</source>
            <translation>No account, no name; once, within 90 days. It works when the record has reached the server: without a network, please scan some days later.</translation>
        </message>
        <message>
            <source>检查机关和检查人员看不到评了什么：满 10 份才公布每一档各有几份，写的话只给上一级机关看，不带单位和日期。</source>
            <translation>Neither office nor inspector sees what was said: with ten ratings, how often each mark was given is told; words are read by the office above alone, without business and day.</translation>
        </message>
        <message>
            <source>码在这台平板上，用过没有查得到。请交给对方自己填。</source>
            <translation>This tablet knows the code, and can find out whether it was used. Let the other side fill it in.</translation>
        </message>
    </context>
    <context>
        <name>RefusalCard</name>
        <message>
            <source>拒签的证明材料</source>
            <translation>What shows the refusal</translation>
        </message>
        <message>
            <source>拒签录音</source>
            <translation>Sound of the refusal</translation>
        </message>
        <message>
            <source>拒签录像</source>
            <translation>Film of the refusal</translation>
        </message>
        <message>
            <source>证明材料</source>
            <translation>What shows it</translation>
        </message>
    </context>
    <context>
        <name>Regions</name>
        <message>
            <source>全部地区</source>
            <translation>all regions</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CredentialModel</name>
        <message>
            <source>%1（有效期至 %2）</source>
            <translation>%1 (until %2)</translation>
        </message>
    </context>
    <context>
        <name>Visits</name>
        <message>
            <source>本机没有它写明的任务，不知道是否因这次检查结束</source>
            <translation>The task that it names is not on this device; whether the check ends it is not known</translation>
        </message>
        <message>
            <source>它写明的任务是别的检查对象的，不因这次检查结束</source>
            <translation>The task that it names is of another site; this check does not end it</translation>
        </message>
        <message>
            <source>记录没有写明签字的是谁，任务不因这次检查结束</source>
            <translation>The record does not say whose it is; this check does not end the task</translation>
        </message>
        <message>
            <source>签字人不是任务指派的检查员，任务不因这次检查结束</source>
            <translation>Who signs is not of the task&apos;s team; this check does not end it</translation>
        </message>
        <message>
            <source>第二名检查员签字后，任务才结束</source>
            <translation>The task ends when the second inspector has signed</translation>
        </message>
        <message>
            <source>第二名签字人不是任务指派的检查员，任务不因这次检查结束</source>
            <translation>Who signed second is not of the task&apos;s team; this check does not end it</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::DeliverModel</name>
        <message>
            <source>这个文件已经附上了。</source>
            <translation>This file is attached already.</translation>
        </message>
        <message>
            <source>照片 %1</source>
            <translation>Photo %1</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::CheckPhoto</name>
        <message>
            <source>第 %1 张，共 %2 张 · 标记是单独图层，原图不变</source>
            <translation>%1 of %2 · marks are a layer of their own, the original stays as it is</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ReportPhoto</name>
        <message>
            <source>第 %1 张，共 %2 张 · 标记是单独图层，原图不变</source>
            <translation>%1 of %2 · marks are a layer of their own, the original stays as it is</translation>
        </message>
        <message>
            <source>整改后 · %1</source>
            <translation>After · %1</translation>
        </message>
    </context>
    <context>
        <name>ClauseStanding</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>%1 还没有实施</source>
            <translation>%1 is not in force yet</translation>
        </message>
        <message>
            <source>%1 还没有实施，%2 起实施</source>
            <translation>%1 is not in force yet; from %2 on it is</translation>
        </message>
        <message>
            <source>%1 已被代替</source>
            <translation>%1 was superseded</translation>
        </message>
        <message>
            <source>%1 已被代替，后续标准是 %2</source>
            <translation>%1 was superseded; its successor is %2</translation>
        </message>
        <message>
            <source>%1 已于 %3 被代替，后续标准是 %2</source>
            <translation>%1 was superseded on %3; its successor is %2</translation>
        </message>
        <message>
            <source>%1 已废止</source>
            <translation>%1 was withdrawn</translation>
        </message>
        <message>
            <source>%1 已于 %2 废止</source>
            <translation>%1 was withdrawn on %2</translation>
        </message>
    </context>
    <context>
        <name>plumb::mobile::ReceiptPhoto</name>
        <message>
            <source>送达</source>
            <translation>Delivery</translation>
        </message>
        <message>
            <source>送达的照片或回执</source>
            <translation>Photo or receipt of the delivery</translation>
        </message>
        <message>
            <source>第 %1 张，共 %2 张 · 标记是单独图层，原图不变</source>
            <translation>%1 of %2 · marks are a layer of their own, the original stays as it is</translation>
        </message>
    </context>
    <context>
        <name>StageTitle</name>
        <message>
            <source>收起题目</source>
            <translation>Fold the title</translation>
        </message>
        <message>
            <source>看完整题目</source>
            <translation>Show the whole title</translation>
        </message>
    </context>
</TS>
