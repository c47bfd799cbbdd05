#include "mobile/rectify/cases_model.h"

#include "mobile/rectify/case_info.h"
#include "mobile/rectify/finding_card.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

using records::FindingColumn;

constexpr std::size_t kPage = 60;

struct Column {
    FindingColumn column;
    const char* name;
};

// What is whose: an enterprise has nothing to order.
const std::vector<Column>& columnsOf(bool enterprise) {
    static const std::vector<Column> own{{FindingColumn::withEnterprise, "casesToDo"},
                                         {FindingColumn::reported, "casesReported"},
                                         {FindingColumn::closed, "casesClosed"}};
    static const std::vector<Column> office{{FindingColumn::withEnterprise, "casesToDo"},
                                            {FindingColumn::reported, "casesReported"},
                                            {FindingColumn::toOrder, "casesToOrder"},
                                            {FindingColumn::closed, "casesClosed"}};
    return enterprise ? own : office;
}

}  // namespace

CasesModel::CasesModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store), m_limit(kPage) {
    connect(&store, &StoreThread::storeChanged, this, [this] {
        if (m_watched) refresh();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, &CasesModel::show);
}

Result<CasesModel::Page> CasesModel::read(LocalStore& store, int column, std::size_t limit) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto side = sideOf(**tablet);
    if (!side) return fail(side.error());
    const auto& columns = columnsOf(side->enterprise && !side->officer);
    auto& derived = store.derived();
    store::FindingFilter filter;
    filter.column =
        columns[static_cast<std::size_t>(column) < columns.size() ? static_cast<std::size_t>(column) : 0].column;
    Page out;
    static_cast<store::FindingPage&>(out) = derived.findings(filter, 0, limit);
    out.enterprise = side->enterprise && !side->officer;
    for (const auto& one : columns) {
        filter.column = one.column;
        out.counts.push_back(derived.findings(filter, 0, 0).total);
    }
    const Day today = dayOf((*tablet)->now());
    out.overdue = derived.attention(today, today).overdue;
    for (const auto& row : out.rows) {
        const auto document = store.published().document(row.checklist.sha256);
        const auto* item = document ? (*document)->item(row.finding.item) : nullptr;
        out.numbers[row.inspection + '/' + row.finding.item] = item ? qs(item->no) : qs(row.finding.item);
    }
    return out;
}

void CasesModel::refresh() {
    m_store.ask(
        this, [column = m_column, limit = m_limit](LocalStore& store) { return read(store, column, limit); },
        [this, column = m_column](Result<Page> page) {
            if (column != m_column) return;
            if (!page) {
                if (page.error().code == "locked") return;
                m_problem = page.error();
                emit changed();
                return;
            }
            m_problem.clear();
            m_page = std::move(*page);
            m_overdue = static_cast<int>(m_page.overdue);
            m_wasRead = true;
            show();
        });
}

void CasesModel::setColumn(int column) {
    if (column == m_column) return;
    m_column = column;
    m_limit = kPage;
    emit changed();
    refresh();
}

void CasesModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void CasesModel::refreshIfWatched() {
    if (m_watched) refresh();
}

void CasesModel::showMore() {
    m_limit += kPage;
    refresh();
}

void CasesModel::forget() {
    m_page = {};
    m_rows.set({});
    m_column = m_overdue = 0;
    m_problem.clear();
    m_limit = kPage;
    m_wasRead = false;
    emit changed();
}

QStringList CasesModel::columns() const {
    QStringList out;
    const auto& columns = columnsOf(m_page.enterprise);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto count = i < m_page.counts.size() ? m_page.counts[i] : 0;
        QString word;
        switch (columns[i].column) {
            case FindingColumn::waits:
            case FindingColumn::toOrder:
                word = tr("待下达");
                break;
            case FindingColumn::withEnterprise:
                word = m_page.enterprise ? tr("要整改") : tr("整改中");
                break;
            case FindingColumn::reported:
                word = tr("待复查");
                break;
            case FindingColumn::closed:
                word = tr("已关闭");
                break;
        }
        out.append(word + u' ' + QString::number(count));
    }
    return out;
}

QStringList CasesModel::names() const {
    QStringList out;
    for (const auto& column : columnsOf(m_page.enterprise)) out.append(QLatin1String(column.name));
    return out;
}

records::FindingColumn CasesModel::shownColumn() const {
    const auto& columns = columnsOf(m_page.enterprise);
    const auto at = static_cast<std::size_t>(m_column);
    return columns[at < columns.size() ? at : 0].column;
}

QString CasesModel::emptyTitle() const {
    switch (shownColumn()) {
        case FindingColumn::withEnterprise:
            return m_page.enterprise ? tr("没有要整改的问题") : tr("没有正在整改的问题");
        case FindingColumn::reported:
            return tr("没有等待复查的问题");
        case FindingColumn::toOrder:
        case FindingColumn::waits:
            return tr("没有等待下达整改的问题");
        case FindingColumn::closed:
            return tr("还没有关闭的问题");
    }
    return {};
}

QString CasesModel::emptyText() const {
    switch (shownColumn()) {
        case FindingColumn::withEnterprise:
            return m_page.enterprise ? tr("检查机关下达整改通知并同步后，问题会列在这里，先到期的在前。")
                                     : tr("下达整改通知后，问题会列在这里，逾期的在最前。");
        case FindingColumn::reported:
            return m_page.enterprise ? tr("提交整改报告后，问题在这里等检查机关复查。")
                                     : tr("对象提交整改报告并同步后，问题在这里等您复查。");
        case FindingColumn::toOrder:
        case FindingColumn::waits:
            return tr("检查记录审核通过后，其中不符合的项会列在这里。");
        case FindingColumn::closed:
            return tr("整改经复查通过、被撤回或移送的问题会留在这里备查。");
    }
    return {};
}

void CasesModel::show() {
    const Day today = dayOf(m_store.clock()());
    std::vector<CardRow> rows;
    for (const auto& finding : m_page.rows)
        rows.push_back(mobile::cardOf(finding, m_page.numbers[finding.inspection + '/' + finding.finding.item], today));
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
