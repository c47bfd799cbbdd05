#include "mobile/record/record_model.h"

#include <algorithm>
#include <map>

#include "mobile/position/place_line.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {
QString language() {
    return Settings::instance().language();
}
// As seen from now, whenever it was signed.
QString told(const StoreThread& store, qint64 ms) {
    return momentText(ms, msOf(store.clock()().utc));
}
}  // namespace

RecordModel::RecordModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&store, &StoreThread::storeChanged, this, &RecordModel::refresh);
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (m_detail) fill();
    });
}

void RecordModel::show(const QString& id) {
    if (id != m_id) {
        m_detail.reset();
        m_fetching = false;
        m_fetchProblem.clear();
    }
    m_id = id;
    m_problem.clear();
    emit changed();
    refresh();
}

void RecordModel::forget() {
    m_id.clear();
    m_problem.clear();
    m_fetchProblem.clear();
    m_fetching = false;
    m_detail.reset();
    m_reached = 0;
    m_steps.set({});
    m_sections.set({});
    m_items.set({});
    m_findings.set({});
    m_checks.set({});
    m_reviews.set({});
    m_beside.set({});
    m_previous.set({});
    m_deliveries.set({});
    m_nameRuns.set({});
    emit changed();
}

void RecordModel::refresh() {
    if (m_id.isEmpty()) return;
    m_store.ask(
        this, [id = m_id](LocalStore& store) { return readRecord(store, id); },
        [this, id = m_id](Result<RecordDetail> detail) {
            if (id != m_id) return;
            if (!detail) {
                if (detail.error().code == "locked") return;
                m_problem = detail.error();
                emit changed();
                return;
            }
            m_problem.clear();
            m_detail = std::make_unique<RecordDetail>(std::move(*detail));
            fill();
            emit changed();
        });
}

void RecordModel::fetch() {
    if (!m_detail || m_detail->away.empty() || m_fetching) return;
    m_fetching = true;
    m_fetchProblem.clear();
    emit changed();
    emit filesWanted(m_detail->away);
}

void RecordModel::fetched() {
    m_fetching = false;
    emit changed();
    refresh();
}

void RecordModel::fetchFailed(const Error& error) {
    if (!m_fetching) return;
    m_fetching = false;
    m_fetchProblem = [error] {
        return error.kind == ErrorKind::offline    ? tr("现在没有网络，连上以后再取。")
               : error.kind == ErrorKind::notFound ? tr("服务器上还没有收到这些文件，请稍后再取。")
                                                   : sentenceFor(error);
    };
    emit changed();
    refresh();  // some may have come
}

QString RecordModel::away() const {
    if (!m_detail || m_detail->away.empty()) return {};
    QStringList parts;
    if (m_detail->photosAway > 0) parts.append(tr("照片在服务器上，%n 张", nullptr, m_detail->photosAway));
    if (m_detail->recordingsAway > 0) parts.append(tr("录音录像在服务器上，%n 个", nullptr, m_detail->recordingsAway));
    if (const int files = refusalInfo().away; files > 0)
        parts.append(tr("拒签的证明材料在服务器上，%n 件", nullptr, files));
    int receipts = 0;
    for (const auto& one : m_detail->deliveries) receipts += one.files.away;
    if (receipts > 0) parts.append(tr("送达的照片或回执在服务器上，%n 件", nullptr, receipts));
    return parts.isEmpty() ? tr("手写签名的图像在服务器上") : parts.join(tr("；"));
}

bool RecordModel::inLog() const {
    return m_detail && (m_detail->provedSize || (m_detail->logIndex && !m_detail->fact.own));
}

QString RecordModel::siteName() const {
    return m_detail ? qs(m_detail->site.name) : QString();
}

QString RecordModel::subtitle() const {
    if (!m_detail) return {};
    const QString title = qs(m_detail->fact.title, language());
    QString text = tr("%1 · %2 · %3")
                       .arg(m_detail->assessment ? tr("自评 · %1").arg(title) : title, dayText(m_detail->signedMs),
                            m_detail->team.join(tr("、")));
    if (m_detail->fact.version > 1) text += tr(" · 第 %1 次签名").arg(m_detail->fact.version);
    return text;
}

QString RecordModel::points() const {
    return m_detail ? pointsText(m_detail->fact.points) : QString();
}
QString RecordModel::max() const {
    return m_detail ? pointsText(m_detail->fact.max) : QString();
}
QString RecordModel::grade() const {
    return m_detail ? qs(m_detail->fact.grade, language()) : QString();
}
QString RecordModel::gradeTone() const {
    return m_detail ? qs(checklist::verdictName(m_detail->fact.tone)) : QString();
}
QString RecordModel::facts() const {
    QStringList lines;
    if (m_detail) {
        for (const auto& [label, value] : m_detail->facts)
            lines.append(tr("%1：%2").arg(qs(label, language()), qs(value, language())));
    }
    return lines.join(u'\n');
}

QString RecordModel::refusalOthers() const {
    QStringList lines;
    for (const auto& [kind, bytes] : refusalInfo().documents)
        lines.append(tr("%1 文件 · %2").arg(kind, bytesText(bytes)));
    if (const int away = refusalInfo().away; away > 0) lines.append(tr("证明材料 %n 件，不在本机", nullptr, away));
    return lines.join(u'\n');
}

QString RecordModel::licenceName() const {
    return m_detail && m_detail->inspected && !m_detail->inspected->published.empty() ? qs(m_detail->inspected->name)
                                                                                      : QString();
}
QString RecordModel::publishedName() const {
    return licenceName().isEmpty() ? QString() : qs(m_detail->inspected->published);
}
QString RecordModel::nameReason() const {
    return licenceName().isEmpty() ? QString() : qs(m_detail->inspected->reason);
}

QString RecordModel::addressWord(const std::string& to) {
    const std::map<std::string, QString> words{{"post", tr("邮寄")},
                                               {"email", tr("邮箱")},
                                               {"message", tr("短信或微信")},
                                               {"platform", tr("政务平台")},
                                               {"other", tr("其他")}};
    const auto found = words.find(to);
    return found == words.end() ? QString() : found->second;
}

QString RecordModel::conduct() const {
    if (!m_detail) return {};
    QStringList lines;
    if (const auto& said = m_detail->inspected; said && said->published.empty()) lines.append(tr("名称与证照一致"));
    if (const auto& said = m_detail->credential; said && said->at) {
        const qint64 at = msOf(said->at->utc);
        QString text = tr("出示证件：%1 %2").arg(dayText(at), clockText(at));
        if (said->place) text += tr(" · ") + placeLine(*said->place, m_detail->site).text;
        lines.append(text);
    } else if (said) {
        lines.append(tr("没有出示证件：%1").arg(qs(said->none)));
    }
    if (const auto& left = m_detail->result) {
        using records::ResultWay;
        const QString address = addressWord(left->to);
        const QString sent = address.isEmpty() ? tr("电子送达") : tr("电子送达（%1）").arg(address);
        lines.append(tr("检查结果：%1")
                         .arg(left->way == ResultWay::paper     ? tr("当场交纸质")
                              : left->way == ResultWay::sent    ? sent
                              : left->way == ResultWay::refused ? tr("对方拒收")
                                                                : tr("以后送达")));
    }
    return lines.join(u'\n');
}

QString RecordModel::places() const {
    if (!m_detail) return {};
    QStringList lines;
    const auto& places = m_detail->places;
    if (places.begun) lines.append(tr("开始：%1").arg(placeLine(*places.begun, m_detail->site).text));
    if (places.signedAt) lines.append(tr("签名：%1").arg(placeLine(*places.signedAt, m_detail->site).text));
    if (!places.files.empty()) {
        int known = 0;
        for (const auto& [file, where] : places.files) known += std::holds_alternative<domain::Place>(where);
        lines.append(tr("照片：%1 / %2 张有位置").arg(known).arg(places.files.size()));
    }
    return lines.join(u'\n');
}

QString RecordModel::versions() const {
    if (!m_detail || m_detail->leftVersions.isEmpty()) return {};
    return tr("第 %1 版开始，按第 %2 版签名").arg(m_detail->leftVersions.join(tr("、")), m_detail->checklistVersion);
}

QString RecordModel::explanation() const {
    return m_detail ? qs(m_detail->explanation, language()) : QString();
}
QString RecordModel::status() const {
    return m_detail ? qs(records::statusName(m_detail->fact.status)) : QString();
}

QString RecordModel::fingerprint() const {
    if (!m_detail) return {};
    // The first half of the hash, as people compare it; the whole stands in the exported proof.
    QStringList groups;
    for (int at = 0; at < 32; at += 4) groups.append(m_detail->hash.mid(at, 4));
    return groups.mid(0, 4).join(u' ') + u'\n' + groups.mid(4).join(u' ');
}

bool RecordModel::trustworthy() const {
    return m_detail && m_detail->signatureGood && (m_detail->chainLinked || !m_detail->chainKnown);
}

QString RecordModel::verdict() const {
    if (!m_detail) return {};
    if (!m_detail->signatureGood) return tr("签名核验不通过");
    if (!trustworthy()) return tr("与前一条记录接不上");
    if (m_detail->fact.state == store::RecordState::refused) return tr("服务器没有收下");
    if (m_detail->provedSize && m_detail->filesWaiting > 0) return tr("记录已入日志，文件还没有到齐");
    if (m_detail->provedSize) return tr("记录真实、完整、可证明");
    return inLog() ? tr("记录真实、完整；服务器说它已入日志") : tr("记录真实、完整，待入日志");
}

QString RecordModel::files() const {
    if (!m_detail) return {};
    const QString photos = tr("%n 张照片", nullptr, m_detail->photos);
    const QString bytes = bytesText(m_detail->fileBytes);
    // Whether a colleague's files have all arrived is not known here.
    if (!m_detail->fact.own) return tr("%1 · 共 %2").arg(photos, bytes);
    if (m_detail->filesWaiting == 0) return tr("%1 · 全部已传（%2）").arg(photos, bytes);
    return m_detail->photosMissing > 0
               ? tr("%1（共 %2）").arg(notThere(), bytes)
               : tr("%1 · %2 个文件待传（共 %3）").arg(photos).arg(m_detail->filesWaiting).arg(bytes);
}

QString RecordModel::rectification() const {
    if (!m_detail) return {};
    if (m_detail->findings.empty()) return tr("没有问题");
    QString first;
    for (const auto& finding : m_detail->findings)
        if (!finding.due.isEmpty() && (first.isEmpty() || finding.due < first)) first = finding.due;
    const QString count = tr("%n 个问题", nullptr, static_cast<int>(m_detail->findings.size()));
    return first.isEmpty() ? count : tr("%1 · 最早 %2 到期").arg(count, first);
}

QString RecordModel::recheckWord() const {
    if (rechecks().isEmpty()) return {};
    return tr("这是对整改通知 %1 的复查，不另立案卷，每个问题的结论记在原来那次检查的案卷里")
        .arg(m_detail->recheckOrder);
}

QString RecordModel::cosignWord() const {
    if (!m_detail || m_detail->fact.status != records::InspectionStatus::incomplete) return {};
    if (m_detail->fact.own || !m_detail->cosignable)
        return tr("等第二名检查员签字：签字之前，这份记录不计入任何结果，也不能审核。");
    return tr("请您签字：这份记录要两名检查员签字，第一名已经签好。");
}

QString RecordModel::after() const {
    return m_detail && m_detail->afterMs ? told(m_store, m_detail->afterMs) : QString();
}
QString RecordModel::signedAt() const {
    return m_detail ? told(m_store, m_detail->signedMs) : QString();
}
QString RecordModel::before() const {
    return m_detail && m_detail->beforeMs ? told(m_store, m_detail->beforeMs) : QString();
}

QString RecordModel::bracketOpen() const {
    return inLog() ? tr("没有在本机核验过上限") : tr("尚未入日志");
}

int RecordModel::place() const {
    if (!m_detail) return 0;
    return m_detail->place == domain::InBracket::before ? -1 : m_detail->place == domain::InBracket::after ? 1 : 0;
}

QString RecordModel::corrected() const {
    return m_detail && m_detail->correctedMs ? told(m_store, *m_detail->correctedMs) : QString();
}

QString RecordModel::clockWord() const {
    if (!m_detail) return {};
    if (m_detail->correctedMs) {
        const std::chrono::milliseconds lacks(*m_detail->correctedMs - m_detail->signedMs);
        return m_detail->correctedPlace == domain::InBracket::inside
                   ? tr("签名时本机时钟%1，记录里已写明").arg(clockErrorText(lacks))
                   : tr("签名时本机时钟%1，校正后的时间仍在区间外").arg(clockErrorText(lacks));
    }
    switch (m_detail->place) {
        case domain::InBracket::inside:
            return {};
        case domain::InBracket::before:
            return tr("签名时间早于区间：本机时钟至少%1")
                .arg(clockErrorText(std::chrono::milliseconds(m_detail->afterMs - m_detail->signedMs)));
        case domain::InBracket::after:
            return tr("签名时间晚于区间：本机时钟至少%1")
                .arg(clockErrorText(std::chrono::milliseconds(m_detail->beforeMs - m_detail->signedMs)));
    }
    return {};
}

QString RecordModel::notThere() const {
    if (!m_detail || m_detail->photosMissing == 0) return {};
    return tr("%1 张照片中 %2 张不在服务器上").arg(m_detail->photos).arg(m_detail->photosMissing);
}

QString RecordModel::refusal() const {
    if (!m_detail || m_detail->fact.state != store::RecordState::refused) return {};
    return tr("服务器没有收下这条记录：%1 记录仍完整保存在本机。").arg(sentenceForProblem(m_detail->fact.problem));
}

QString RecordModel::signatureSource() const {
    return m_detail && !m_detail->signatureImage.isEmpty()
               ? QStringLiteral("image://sealed/") + m_detail->signatureImage
               : QString();
}

void RecordModel::fill() {
    fillSteps();
    fillSections();
    fillChecks();
    fillBeside();
    fillPrevious();
    fillDeliveries();
    m_nameRuns.set(licenceName().isEmpty() ? std::vector<NameRunRow>() : nameRunsOf(publishedName(), licenceName()));
    std::vector<FindingRow> findings;
    for (const auto& finding : m_detail->findings)
        findings.push_back({finding.item, finding.no, finding.text, finding.severity, finding.where, finding.due});
    m_findings.set(std::move(findings));

    const qint64 now = msOf(m_store.clock()().utc);
    std::vector<ReviewRow> reviews;
    for (const auto& review : m_detail->reviews) {
        QStringList items;
        for (const auto& [no, comment] : review.items) items.append(tr("第 %1 项：%2").arg(no, comment));
        const QString who = review.reviewer.isEmpty() ? tr("审核员") : review.reviewer;
        reviews.push_back({QString::number(reviews.size()),
                           review.half ? tr("%1 已同意（两人中的第一人）· %2").arg(who, momentText(review.atMs, now))
                           : review.accepted ? tr("%1 已接受 · %2").arg(who, momentText(review.atMs, now))
                                             : tr("%1 退回补正 · %2").arg(who, momentText(review.atMs, now)),
                           review.comment, items.join(u'\n'),
                           review.accepted && !review.half ? QStringLiteral("pass") : QStringLiteral("part")});
    }
    // The newest decision is the one that counts: it comes first.
    std::reverse(reviews.begin(), reviews.end());
    m_reviews.set(std::move(reviews));
}

}  // namespace plumb::mobile
