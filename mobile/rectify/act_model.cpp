#include "mobile/rectify/act_model.h"

#include "mobile/rectify/act_writing.h"
#include "mobile/rectify/case_words.h"
#include "mobile/rectify/kept_act.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/evaluate/value_text.h"

namespace plumb::mobile {

using records::ActKind;

ActModel::ActModel(StoreThread& store, CaseModel& rectification, QObject* parent)
    : PinSigning(store, parent), m_case(rectification) {}

void ActModel::begin(const QString& kind) {
    const auto known = records::actKindOf("rectification." + ss(kind));
    const auto* finding = m_case.openFinding();
    if (!known || !finding) return;
    m_kind = *known;
    m_item = qs(finding->item);
    clear();
    load();
}

void ActModel::clear() {
    const auto* finding = m_case.openFinding();
    ++m_opening;
    m_loaded = m_unsaved = false;
    m_savedMs = 0;
    m_text.clear();
    m_to.clear();
    m_why = QStringLiteral("closed_down");
    m_day = finding && m_kind == ActKind::extended && finding->asked ? qs(plumb::dayText(*finding->asked)) : QString();
    m_delivery.reset();
    // An enterprise that says "received" has it in hand by the network.
    if (m_kind == ActKind::delivered && m_case.enterprise()) {
        m_delivery.emplace();
        m_delivery->way = records::DeliveryWay::electronic;
    }
    clearProblem();
    emit changed();
}

void ActModel::forget() {
    m_item.clear();
    m_kind = ActKind::verified;
    clear();
}

void ActModel::load() {
    const auto basis = written();
    if (!basis) return;
    store().ask(
        this, [basis = *basis](LocalStore& local) { return loadKept(local, basis); },
        [this, opening = m_opening](Result<std::optional<KeptAct>> kept) {
            if (opening != m_opening) return;
            m_loaded = true;
            if (!kept) return say(kept.error());
            // Whoever was quicker than the disk goes on with what she typed.
            if (!*kept || !isBlank()) return save();
            const auto& act = (*kept)->act;
            const auto& entry = act.entries.front();
            m_text = qs(entry.text);
            m_day = entry.day ? qs(plumb::dayText(*entry.day)) : QString();
            m_to = qs(act.to);
            if (!act.why.empty()) m_why = qs(act.why);
            if (act.delivery) m_delivery = act.delivery;
            m_savedMs = (*kept)->savedMs;
            emit changed();
            emit restored();
        });
}

bool ActModel::isBlank() const {
    const auto* finding = m_case.openFinding();
    const QString offered =
        finding && m_kind == ActKind::extended && finding->asked ? qs(plumb::dayText(*finding->asked)) : QString();
    const bool delivered =
        m_delivery && (m_delivery->way != records::DeliveryWay::inPerson || !m_delivery->name.empty());
    return m_text.isEmpty() && m_to.isEmpty() && m_day == offered && m_why == QLatin1String("closed_down") &&
           (!delivered || m_case.enterprise());
}

void ActModel::save() {
    const auto act = written();
    if (!m_loaded || !act || (isBlank() && m_savedMs == 0)) return;
    const auto most = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    m_unsaved = !textProblem(m_text, most).isEmpty() || !textProblem(m_to, most).isEmpty();
    if (m_unsaved) return;  // the field says why
    // Each change goes on its way at once: whoever closes the sheet, or locks the tablet, leaves nothing behind.
    store().ask(
        this, [act = *act](LocalStore& local) { return keepAct(local, act); },
        [this, opening = m_opening](Result<qint64> saved) {
            if (opening != m_opening) return;
            if (!saved) return say(saved.error());
            m_savedMs = *saved;
            emit changed();
        });
}

QString ActModel::saved() const {
    return kept() && !m_unsaved ? tr("已存 %1").arg(secondsText(m_savedMs)) : QString();
}

void ActModel::discard() {
    const auto basis = written();
    if (busy() || !basis) return;
    clear();
    m_loaded = true;
    store().ask(
        this, [basis = *basis](LocalStore& local) { return dropKept(local, basis, basis.entries.front().item); },
        [this](Result<void> done) {
            if (!done) say(done.error());
        });
    emit restored();
}

QStringList ActModel::delivery() const {
    return m_delivery ? deliveryFields(*m_delivery) : QStringList();
}

QString ActModel::kind() const {
    const QString type = qs(records::typeOf(m_kind));
    return type.mid(type.indexOf(u'.') + 1);
}

QString ActModel::title() const {
    const auto* finding = m_case.openFinding();
    const QString no = finding ? m_case.finding()->property("no").toString() : QString();
    const QString word = m_kind == ActKind::delivered && m_case.enterprise() ? tr("签收整改通知") : actWord(m_kind);
    return tr("%1 · 第 %2 项").arg(word, no);
}

QString ActModel::hint() const {
    switch (m_kind) {
        case ActKind::delivered:
            return m_case.enterprise() ? tr("确认已收到整改通知。签收不等于同意；有异议可以陈述申辩。")
                                       : tr("写明通知书怎样送到被检查方手里。");
        case ActKind::extensionRequested:
            return tr("写明原因和需要的时间；答复以前，原来的期限仍然有效。");
        case ActKind::objected:
            return tr("写明事实和理由；检查机关会答复维持或撤回。");
        case ActKind::rejected:
            return tr("写明还差什么，并给一个新的期限。");
        case ActKind::verified:
            return tr("签名后这个问题关闭。");
        case ActKind::withdrawn:
            return tr("撤回后这个问题关闭，记录里仍看得到。");
        case ActKind::handedOver:
            return tr("移送后由接收机关处理，这里不再跟踪。");
        case ActKind::ended:
            return tr("对象已注销，或者联系不上，这个问题无法再整改。");
        default:
            return {};
    }
}

QString ActModel::textLabel() const {
    switch (m_kind) {
        case ActKind::objected:
            return tr("陈述和申辩");
        case ActKind::delivered:
        case ActKind::verified:
        case ActKind::extended:
            return tr("说明");
        default:
            return tr("理由");
    }
}

bool ActModel::textNeeded() const {
    return m_kind != ActKind::delivered && m_kind != ActKind::verified && m_kind != ActKind::extended;
}

QString ActModel::dayLabel() const {
    switch (m_kind) {
        case ActKind::extensionRequested:
            return tr("希望延至");
        case ActKind::extended:
            return tr("延至");
        case ActKind::rejected:
            return tr("新期限");
        default:
            return {};
    }
}

void ActModel::setText(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    save();
    emit changed();
}
void ActModel::setDay(const QString& day) {
    if (day == m_day) return;
    m_day = day;
    save();
    emit changed();
}
void ActModel::setTo(const QString& to) {
    if (to == m_to) return;
    m_to = to;
    save();
    emit changed();
}
void ActModel::setWhy(const QString& why) {
    if (why == m_why) return;
    m_why = why;
    save();
    emit changed();
}

void ActModel::setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                           const QString& tracking) {
    m_delivery = deliveryFrom(way, name, witness, reason, tracking);
    save();
    emit changed();
}

QString ActModel::lack() const {
    const auto* finding = m_case.openFinding();
    if (!finding || qs(finding->item) != m_item) return tr("这个问题已经变了，请重新打开。");
    if (const QString problem = textProblem(m_text, static_cast<qsizetype>(checklist::kMaxAnswerBytes));
        !problem.isEmpty())
        return problem;
    if (textNeeded() && m_text.trimmed().isEmpty()) return tr("请填写%1。").arg(textLabel());
    if (!dayLabel().isEmpty() && !parseDay(ss(m_day))) return tr("请选一个日期。");
    if (m_kind == ActKind::handedOver && m_to.trimmed().isEmpty()) return tr("请写明移送给哪个机关。");
    if (m_kind == ActKind::delivered) {
        if (const QString problem = deliveryLack(m_delivery); !problem.isEmpty()) return problem;
    }
    const auto composed = act();
    if (!composed) return {};
    const auto may = mayHappenNow(*m_case.info(), *composed, m_case.now());
    return may ? QString() : sentenceFor(may.error());
}

std::optional<records::Act> ActModel::written() const {
    const auto* finding = m_case.openFinding();
    if (!finding || qs(finding->item) != m_item) return std::nullopt;
    auto out = actAbout(*m_case.info(), m_kind, *finding);
    auto& entry = out.entries.front();
    entry.text = ss(m_text);
    if (!dayLabel().isEmpty()) entry.day = parseDay(ss(m_day));
    if (m_kind == ActKind::handedOver) out.to = ss(m_to);
    if (m_kind == ActKind::ended) out.why = ss(m_why);
    if (m_kind == ActKind::delivered) out.delivery = m_delivery;
    return out;
}

std::optional<records::Act> ActModel::act() const {
    auto composed = written();
    if (!composed) return composed;
    auto& out = *composed;
    auto& entry = out.entries.front();
    entry.text = ss(m_text.trimmed());
    out.to = ss(m_to.trimmed());
    if (m_kind != ActKind::handedOver) out.to.clear();
    if (m_kind == ActKind::delivered) {
        // An order is in the enterprise's hands as a whole.
        const std::string remark = entry.text;
        out.entries.clear();
        for (const auto& other : m_case.info()->row.findings) {
            if (other.order != out.order || other.state != records::FindingState::ordered) continue;
            out.entries.emplace_back().item = other.item;
            out.entries.back().text = remark;
        }
    }
    return out;
}

void ActModel::sign(const QString& pin, const QByteArray& drawn) {
    auto composed = act();
    if (busy() || !composed) return;
    composed->place = whereabouts();
    if (!lack().isEmpty()) return say([this] { return lack(); });
    began();
    store().ask(
        this,
        [pin, act = *composed, drawn, item = m_item](LocalStore& local) {
            return signAct(local, act, drawn, pin, item);
        },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            ++m_opening;  // what is still on its way comes too late
            m_savedMs = 0;
            done();
            emit store().storeChanged();
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
