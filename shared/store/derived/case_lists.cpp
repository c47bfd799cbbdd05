// The lists of cases and findings. Which rows are asked for is found in the narrow table; only a page's cases are read.
#include "shared/store/derived/case_lists.h"

#include <algorithm>
#include <map>

#include "shared/records/rectification/case_json.h"
#include "shared/store/derived/case_fold.h"
#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/inspection_columns.h"
#include "shared/store/derived/keys.h"
#include "shared/store/derived/schema.h"

namespace plumb::store {
namespace {

std::int64_t numberOf(Day day) {
    return day.time_since_epoch().count();
}

// Conditions with the values that they wait for.
class Conditions {
  public:
    // `text` waits for its value in one place, or in two.
    void add(const std::string& text, std::int64_t value) { m_numbers.emplace_back(addNumbered(text), value); }
    void add(const std::string& text, const std::string& value) { m_texts.emplace_back(addNumbered(text), value); }
    void addText(const std::string& text) {
        m_where += m_where.empty() ? " WHERE " : " AND ";
        m_where += text;
    }
    [[nodiscard]] const std::string& where() const { return m_where; }
    // Binds all; the next parameter's number.
    int bind(SQLite::Statement& to) const {
        for (const auto& [at, value] : m_numbers) to.bind(at, value);
        for (const auto& [at, value] : m_texts) to.bind(at, value);
        return m_count + 1;
    }

  private:
    int addNumbered(std::string text) {
        const std::string number = "?" + std::to_string(++m_count);
        for (std::size_t at = 0; (at = text.find('?', at)) != std::string::npos; at += number.size())
            text.replace(at, 1, number);
        addText(text);
        return m_count;
    }

    std::string m_where;
    int m_count = 0;
    std::vector<std::pair<int, std::int64_t>> m_numbers;
    std::vector<std::pair<int, std::string>> m_texts;
};

Conditions conditionsOf(const FindingFilter& filter) {
    Conditions out;
    // Overdue is only what the enterprise still has to do.
    const auto column = filter.overdueOn ? records::FindingColumn::withEnterprise : filter.column;
    if (column) out.add("list = ?", static_cast<std::int64_t>(*column));
    if (filter.overdueOn && filter.column && *filter.column != records::FindingColumn::withEnterprise) out.addText("0");
    if (filter.overdueOn) out.add("due < ?", numberOf(*filter.overdueOn));
    if (filter.dueBefore) out.add("due < ?", numberOf(*filter.dueBefore));
    if (filter.asked) out.addText("asked = 1");
    if (filter.own) out.add("own = ?", *filter.own ? 1 : 0);
    if (!filter.site.empty()) out.add("site = (SELECT key FROM site WHERE id = ?)", filter.site);
    if (!filter.severity.empty()) out.add("severity = ?", filter.severity);
    if (!filter.region.empty()) out.add("substr(region, 1, length(?)) = ?", filter.region);
    return out;
}

Conditions conditionsOf(const CaseFilter& filter) {
    Conditions out;
    if (filter.state) out.add("state = ?", static_cast<std::int64_t>(*filter.state));
    if (filter.own) out.add("own = ?", *filter.own ? 1 : 0);
    if (filter.dueBefore) out.add("due < ?", numberOf(*filter.dueBefore));
    if (filter.withFindings) out.addText("row <> ''");
    if (!filter.site.empty()) out.add("site = (SELECT key FROM site WHERE id = ?)", filter.site);
    if (!filter.region.empty()) out.add("substr(region, 1, length(?)) = ?", filter.region);
    return out;
}

std::size_t countOf(SQLite::Database& sql, const std::string& text, const Conditions& conditions) {
    SQLite::Statement get(sql, text + conditions.where());
    (void)conditions.bind(get);
    get.executeStep();
    return static_cast<std::size_t>(get.getColumn(0).getInt64());
}

std::size_t countOf(SQLite::Database& sql, const FindingFilter& filter) {
    return countOf(sql, "SELECT count(*) FROM finding", conditionsOf(filter));
}

void bindPage(SQLite::Statement& get, int at, std::size_t offset, std::size_t limit) {
    get.bind(at, static_cast<std::int64_t>(limit));
    get.bind(at + 1, static_cast<std::int64_t>(offset));
}

std::string siteName(Database& tables, const std::string& id) {
    const auto get = tables.kept("SELECT name FROM site WHERE id = ?");
    get->bind(1, id);
    return get->executeStep() ? get->getColumn(0).getString() : std::string();
}

records::CaseRow rowOf(Database& tables, const std::string& id, const std::string& text) {
    if (!text.empty()) return records::caseFromJson(parseJson(text).value().as_object());
    static const std::string select = std::string(kInspectionSelect) + " WHERE inspection.id = ?";
    const auto get = tables.kept(select);
    bindId(*get, 1, id);
    return get->executeStep() ? caseWithoutFindings(inspectionOf(*get).row) : records::CaseRow{};
}

std::string numberOf(const records::CaseRow& row, const records::FindingRow& finding) {
    for (const auto& order : row.orders) {
        if (order.id == finding.order) return order.number;
    }
    return {};
}

ListedFinding listed(const records::CaseRow& row, const records::FindingRow& finding) {
    ListedFinding out;
    out.inspection = row.standing.id;
    out.site = row.site;
    out.region = row.region;
    out.kind = row.kind;
    out.checklist = row.checklist;
    out.at = row.at;
    out.number = numberOf(row, finding);
    out.caseState = records::stateOf(row);
    out.finding = finding;
    return out;
}

}  // namespace

FindingPage DerivedTables::findings(const FindingFilter& filter, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto conditions = conditionsOf(filter);
    FindingPage out;
    out.complete = m_complete;
    out.total = countOf(m_tables->sql(), filter);
    struct Wanted {
        std::int64_t rectification;
        std::size_t number;
        bool own;
    };
    std::vector<Wanted> wanted;
    {
        SQLite::Statement get(m_tables->sql(), "SELECT rectification, number, own FROM finding" + conditions.where() +
                                                   " ORDER BY due, rectification, number LIMIT ? OFFSET ?");
        bindPage(get, conditions.bind(get), offset, limit);
        while (get.executeStep()) {
            wanted.push_back({get.getColumn(0).getInt64(), static_cast<std::size_t>(get.getColumn(1).getInt64()),
                              get.getColumn(2).getInt() != 0});
        }
    }
    std::map<std::int64_t, records::CaseRow> cases;
    for (const auto& one : wanted) {
        auto known = cases.find(one.rectification);
        if (known == cases.end()) {
            const auto get = m_tables->kept("SELECT row FROM rectification WHERE key = ?");
            get->bind(1, one.rectification);
            if (!get->executeStep()) continue;
            auto row = records::caseFromJson(parseJson(get->getColumn(0).getString()).value().as_object());
            known = cases.emplace(one.rectification, std::move(row)).first;
        }
        out.rows.push_back(listed(known->second, known->second.findings.at(one.number)));
        out.rows.back().own = one.own;
        out.rows.back().siteName = siteName(*m_tables, out.rows.back().site);
    }
    return out;
}

CasePage DerivedTables::cases(const CaseFilter& filter, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto conditions = conditionsOf(filter);
    CasePage out;
    out.complete = m_complete;
    out.total = countOf(m_tables->sql(), "SELECT count(*) FROM rectification", conditions);
    SQLite::Statement get(m_tables->sql(), "SELECT id, row, own, due FROM rectification" + conditions.where() +
                                               " ORDER BY rank DESC LIMIT ? OFFSET ?");
    bindPage(get, conditions.bind(get), offset, limit);
    while (get.executeStep()) {
        ListedCase one;
        one.row = rowOf(*m_tables, idOf(get.getColumn(0)), get.getColumn(1).getString());
        one.siteName = siteName(*m_tables, one.row.site);
        one.own = get.getColumn(2).getInt() != 0;
        if (const auto due = get.getColumn(3).getInt64(); due != kNoDay)
            one.due = Day{std::chrono::days(static_cast<int>(due))};
        out.rows.push_back(std::move(one));
    }
    return out;
}

std::optional<records::CaseRow> DerivedTables::caseOf(const std::string& inspection) const {
    const std::lock_guard guard(m_mutex);
    std::string text;
    {
        const auto get = m_tables->kept("SELECT row FROM rectification WHERE id = ?");
        bindId(*get, 1, inspection);
        if (!get->executeStep()) return std::nullopt;
        text = get->getColumn(0).getString();
    }
    return rowOf(*m_tables, inspection, text);
}

Attention DerivedTables::attention(Day today, Day soon, std::optional<bool> own) const {
    const std::lock_guard guard(m_mutex);
    auto& sql = m_tables->sql();
    const auto in = [&](records::FindingColumn column) {
        FindingFilter filter;
        filter.column = column;
        filter.own = own;
        return filter;
    };
    const auto standing = [&](records::FindingColumn column, records::FindingState state) {
        auto conditions = conditionsOf(in(column));
        conditions.add("state = ?", static_cast<std::int64_t>(state));
        return countOf(sql, "SELECT count(*) FROM finding", conditions);
    };
    Attention out;
    auto enterprise = in(records::FindingColumn::withEnterprise);
    enterprise.overdueOn = today;
    out.overdue = countOf(sql, enterprise);
    enterprise.overdueOn.reset();
    enterprise.dueBefore = soon;
    // Overdue is due before `soon`, too.
    const auto due = countOf(sql, enterprise);
    out.dueSoon = due - std::min(due, out.overdue);
    out.rejected = standing(records::FindingColumn::withEnterprise, records::FindingState::rejected);
    out.reported = standing(records::FindingColumn::reported, records::FindingState::reported);
    out.objected = standing(records::FindingColumn::reported, records::FindingState::objected);
    out.toOrder = countOf(sql, in(records::FindingColumn::toOrder));
    FindingFilter asked;
    asked.own = own;
    asked.asked = true;
    out.asked = countOf(sql, asked);
    out.returned = countOf(sql, "SELECT count(*) FROM inspection WHERE own = 1 AND status = 1", Conditions{});
    return out;
}

}  // namespace plumb::store
