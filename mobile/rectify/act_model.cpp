#include "mobile/rectify/act_model.h"

#include "mobile/rectify/act_writing.h"
#include "mobile/rectify/case_words.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
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
    m_text.clear();
    m_to.clear();
    m_day = m_kind == ActKind::extended && finding->asked ? qs(dayText(*finding->asked)) : QString();
    m_delivery.reset();
    // An enterprise that says "received" has it in hand by the network.
    if (m_kind == ActKind::delivered && m_case.enterprise()) {
        m_delivery.emplace();
        m_delivery->way = records::DeliveryWay::electronic;
    }
    clearProblem();
    emit changed();
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
    m_text = text;
    emit changed();
}
void ActModel::setDay(const QString& day) {
    m_day = day;
    emit changed();
}
void ActModel::setTo(const QString& to) {
    m_to = to;
    emit changed();
}
void ActModel::setWhy(const QString& why) {
    m_why = why;
    emit changed();
}

void ActModel::setDelivery(const QString& way, const QString& name, const QString& witness, const QString& reason,
                           const QString& tracking) {
    m_delivery = deliveryFrom(way, name, witness, reason, tracking);
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

std::optional<records::Act> ActModel::act() const {
    const auto* finding = m_case.openFinding();
    if (!finding || qs(finding->item) != m_item) return std::nullopt;
    auto out = actAbout(*m_case.info(), m_kind, *finding);
    auto& entry = out.entries.front();
    entry.text = ss(m_text.trimmed());
    if (!dayLabel().isEmpty()) entry.day = parseDay(ss(m_day));
    if (m_kind == ActKind::handedOver) out.to = ss(m_to.trimmed());
    if (m_kind == ActKind::ended) out.why = ss(m_why);
    if (m_kind == ActKind::delivered) {
        out.delivery = m_delivery;
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
    const auto composed = act();
    if (busy() || !composed) return;
    if (const QString problem = lack(); !problem.isEmpty()) return say(problem);
    began();
    store().ask(
        this, [pin, act = *composed, drawn](LocalStore& local) { return signAct(local, act, drawn, pin); },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            done();
            emit store().storeChanged();
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
