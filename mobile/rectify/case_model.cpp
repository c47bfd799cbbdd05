#include "mobile/rectify/case_model.h"

#include <algorithm>

#include "mobile/rectify/case_words.h"
#include "mobile/rectify/kept_act.h"
#include "mobile/rectify/next_acts.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

QString language() {
    return Settings::instance().language();
}

struct ReadCase {
    CaseInfo info;
    QStringList overtaken;
};

Result<ReadCase> readAndTidy(LocalStore& store, const QString& id) {
    auto info = readCase(store, id);
    if (!info) return fail(info.error());
    auto overtaken = dropOvertaken(store, *info);
    if (!overtaken) return fail(overtaken.error());
    return ReadCase{std::move(*info), std::move(*overtaken)};
}

// Open ones before closed ones, by the day that is due; what has no day yet comes after what has.
bool comesBefore(const records::FindingRow& a, const records::FindingRow& b) {
    const bool openA = records::isOpen(a.state), openB = records::isOpen(b.state);
    if (openA != openB) return openA;
    if (!openA) return false;
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    return a.due && *a.due < *b.due;
}

}  // namespace

CaseModel::CaseModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&store, &StoreThread::storeChanged, this, &CaseModel::refresh);
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (!m_info) return;
        fill();
        if (!m_paper.isEmpty()) showPaper();
    });
}

void CaseModel::show(const QString& id, const QString& item) {
    if (id != m_id) {
        m_info.reset();
        m_findings.set({});
        m_finding.clear();
        m_fetching = false;
        m_fetchProblem.clear();
        m_overtaken.clear();
    }
    m_id = id;
    m_item = item;
    m_problem.clear();
    if (m_info) fill();
    emit changed();
    emit picked();
    refresh();
}

void CaseModel::forget() {
    m_id.clear();
    m_item.clear();
    m_info.reset();
    m_findings.set({});
    m_finding.clear();
    m_paper.forget();
    m_problem.clear();
    m_fetchProblem.clear();
    m_fetching = false;
    m_overtaken.clear();
    emit changed();
}

void CaseModel::pick(const QString& item) {
    if (item == m_item) return;
    m_item = item;
    showFinding();
    emit changed();
    emit picked();
}

void CaseModel::refresh() {
    if (m_id.isEmpty()) return;
    m_store.ask(
        this, [id = m_id](LocalStore& store) { return readAndTidy(store, id); },
        [this, id = m_id](Result<ReadCase> read) {
            if (id != m_id) return;
            if (!read) {
                if (read.error().code == "locked") return;
                m_problem = read.error();
                emit changed();
                return;
            }
            const bool first = !m_info;
            m_problem.clear();
            m_overtaken.append(read->overtaken);
            m_info = std::make_unique<CaseInfo>(std::move(read->info));
            fill();
            emit changed();
            if (first) emit picked();
        });
}

QString CaseModel::overtaken() const {
    return m_overtaken.isEmpty() ? QString()
                                 : tr("情况已有变化，没写完的%1不再适用，已删去。").arg(m_overtaken.join(tr("、")));
}

void CaseModel::forgetOvertaken() {
    m_overtaken.clear();
    emit changed();
}

QString CaseModel::siteName() const {
    return m_info ? qs(m_info->record.site.name) : QString();
}

QString CaseModel::subtitle() const {
    if (!m_info) return {};
    QStringList parts;
    if (const auto* act = m_info->act(ss(order()))) parts.append(tr("责令整改通知 %1").arg(act->number));
    parts.append(tr("%1 检查").arg(mobile::dayText(m_info->record.signedMs)));
    parts.append(tr("共 %n 个问题", nullptr, total()));
    return parts.join(QStringLiteral(" · "));
}

QString CaseModel::state() const {
    return m_info ? caseStateWord(records::stateOf(m_info->row)) : QString();
}

QString CaseModel::today() const {
    return dayWithWeekday(dayOf(now()));
}

int CaseModel::closed() const {
    return static_cast<int>(std::ranges::count_if(m_findings.rows(), &CaseFindingRow::closed));
}

int CaseModel::overdue() const {
    if (!m_info) return 0;
    const Day today = dayOf(now());
    return static_cast<int>(std::ranges::count_if(
        m_info->row.findings, [&](const auto& finding) { return records::isOverdue(finding, today); }));
}

int CaseModel::found() const {
    if (!m_info) return 0;
    return static_cast<int>(std::ranges::count_if(m_info->row.findings, [](const auto& finding) {
        return finding.state == records::FindingState::found && finding.stated;
    }));
}

QString CaseModel::order() const {
    if (!m_info) return {};
    if (const auto* finding = openFinding(); finding && !finding->order.empty()) return qs(finding->order);
    return m_info->row.orders.empty() ? QString() : qs(m_info->row.orders.back().id);
}

QString CaseModel::followed() const {
    const auto* finding = openFinding();
    if (!m_info || !finding) return {};
    QStringList lines;
    for (const auto& referral : m_info->referrals) {
        const auto& items = referral.says.items;
        if (std::find(items.begin(), items.end(), finding->item) != items.end()) lines.append(referralText(referral));
    }
    return lines.join(u'\n');
}

void CaseModel::showPaper() {
    const auto* act = m_info ? m_info->act(ss(order())) : nullptr;
    if (!act) return;
    const QString& hash = act->hash;
    const QString print = hash.left(4) + u' ' + hash.mid(4, 4) + u' ' + hash.mid(8, 4) + u' ' + hash.mid(12, 4);
    m_paper.show({*m_info, act->act, act->number, print, act->who, act->atMs});
}

bool CaseModel::recheckable() const {
    if (!m_info || !m_info->side.officer) return false;
    return std::ranges::any_of(m_info->row.findings, [](const auto& finding) {
        return !finding.order.empty() && records::isOpen(finding.state);
    });
}

const records::FindingRow* CaseModel::openFinding() const {
    return m_info ? m_info->row.finding(ss(m_item)) : nullptr;
}

QString CaseModel::away() const {
    if (!m_info || m_info->away.empty()) return {};
    return tr("有 %n 个文件在服务器上", nullptr, static_cast<int>(m_info->away.size()));
}

void CaseModel::fetch() {
    if (!m_info || m_info->away.empty() || m_fetching) return;
    m_fetching = true;
    m_fetchProblem.clear();
    emit changed();
    emit filesWanted(m_info->away);
}

void CaseModel::fetched() {
    m_fetching = false;
    emit changed();
    refresh();
}

void CaseModel::fetchFailed(const Error& error) {
    if (!m_fetching) return;
    m_fetching = false;
    m_fetchProblem = [error] {
        return error.kind == ErrorKind::offline ? tr("现在没有网络，连上以后再取。") : sentenceFor(error);
    };
    emit changed();
    refresh();
}

void CaseModel::fill() {
    auto findings = m_info->row.findings;
    std::ranges::stable_sort(findings, comesBefore);
    const Day today = dayOf(now());
    std::vector<CaseFindingRow> rows;
    for (const auto& finding : findings) {
        const auto* item = m_info->document ? m_info->document->item(finding.item) : nullptr;
        CaseFindingRow row;
        row.id = qs(finding.item);
        row.no = item ? qs(item->no) : row.id;
        row.title = qs(finding.text);
        row.stateWord = mobile::stateWord(finding);
        row.tone = stateTone(finding);
        row.closed = !records::isOpen(finding.state);
        if (finding.due && records::isWithEnterprise(finding.state)) {
            row.due = leftText(*finding.due, today);
            row.dueTone = leftTone(*finding.due, today);
            if (row.dueTone.isEmpty()) row.due += QStringLiteral(" · ") + qs(plumb::dayText(*finding.due)).mid(5);
        }
        rows.push_back(std::move(row));
    }
    if (!m_info->row.finding(ss(m_item))) m_item = rows.empty() ? QString() : rows.front().id;
    m_findings.set(std::move(rows));
    showFinding();
}

void CaseModel::showFinding() {
    const auto* finding = openFinding();
    if (!finding) return m_finding.clear();
    m_finding.show({*m_info, *finding, language(), now()});
}

}  // namespace plumb::mobile
