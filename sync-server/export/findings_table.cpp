#include "sync-server/export/findings_table.h"

#include <algorithm>

#include "shared/domain/record_types.h"
#include "shared/records/rectification/item_supervision.h"
#include "sync-server/export/tuning.h"
#include "sync-server/projections/sites/site_rows.h"

namespace plumb::server {
namespace {

constexpr records::FindingColumn kBoards[] = {records::FindingColumn::toOrder, records::FindingColumn::withEnterprise,
                                              records::FindingColumn::reported, records::FindingColumn::closed};

std::string textOf(const std::optional<Day>& day) {
    return day ? dayText(*day) : std::string();
}

// Whatever the filter says of columns and days, as the board asks for it.
BoardFilter boardFilter(const FindingFilter& filter, records::FindingColumn column) {
    BoardFilter out{column, filter.region, filter.site, filter.author, filter.severity, filter.dueBefore};
    if (filter.overdue) out.dueBefore = std::min(out.dueBefore.value_or(filter.today), filter.today);
    return out;
}

}  // namespace

FindingsTable::FindingsTable(const ExportSetting& setting, FindingFilter filter)
    : m_setting(setting), m_filter(std::move(filter)), m_names(setting) {
    for (const auto* key :
         {"case",         "item",         "severity",    "supervision", "finding",         "finding_state",
          "board",        "order_number", "requirement", "due",         "overdue",         "extended",
          "failed_again", "late",         "site",        "site_name",   "region",          "region_name",
          "programme",    "inspector",    "kind",        "checklist",   "checklist_title", "checklist_version"})
        m_columns.push_back(wordColumn(key, setting.language));
    m_columns.push_back(momentColumn("inspected", setting));
    m_columns.push_back(wordColumn("case_state", setting.language));
    m_columns.push_back(wordColumn("log_index", setting.language));
    for (const auto board : kBoards) {
        const bool late = !m_filter.overdue || board == records::FindingColumn::withEnterprise;
        if (late && (!m_filter.column || *m_filter.column == board)) m_boards.push_back(board);
    }
}

std::string FindingsTable::title() const {
    return exportWord("file.findings", m_setting.language);
}

bool FindingsTable::readPage(StoreReader& reader) {
    m_page.clear();
    m_at = 0;
    while (!m_boards.empty()) {
        std::size_t looked = 0;
        bool more = false;
        CaseRows(reader).board(boardFilter(m_filter, m_boards.front()), m_after, [&](const BoardRow& card) {
            more = looked++ == kExportPage;
            if (more) return false;
            m_after = BoardKey{card.rank, card.index, card.item};
            const bool own = card.author == m_setting.caller.kid;
            if (card.index < m_setting.size &&
                domain::mayRead(m_setting.caller.grants, "inspection.submitted", card.region, card.site, own))
                m_page.push_back(card);
            return true;
        });
        if (!more) {
            m_boards.erase(m_boards.begin());
            m_after.reset();
        }
        if (!m_page.empty()) return true;
    }
    return false;
}

bool FindingsTable::next(StoreReader& reader, ExportRow& row) {
    for (;;) {
        if (m_at == m_page.size() && !readPage(reader)) return false;
        row.clear();
        if (fill(reader, m_page[m_at++], row)) return true;
    }
}

bool FindingsTable::fill(StoreReader& reader, const BoardRow& card, ExportRow& row) {
    const auto programme = SiteRows(reader).programme(card.site);
    if (!m_filter.programme.empty() && programme != m_filter.programme) return false;
    const auto placed = CaseRows(reader).at(card.index);
    const auto* finding = placed ? placed->row.finding(card.item) : nullptr;
    if (!finding) return false;
    const auto& of = placed->row;
    const auto document = m_setting.checklists.find(of.checklist.sha256);
    const auto* item = document ? (*document)->item(finding->item) : nullptr;
    const auto supervision = item ? std::optional(records::supervisionOf(*item)) : std::nullopt;
    if (m_filter.supervision && supervision != m_filter.supervision) return false;
    const auto& site = m_sites.find(reader, of.site);
    const auto yes = [&](bool is) { row.text(m_names.word("answer", is ? "yes" : "no")); };
    row.text(of.standing.id);
    row.text(finding->item);
    row.text(m_names.word("severity", finding->severity));
    row.text(m_names.word("supervision", supervision ? domain::supervisionName(*supervision) : std::string_view()));
    row.text(finding->text);
    row.text(m_names.word("finding", records::stateName(finding->state)));
    row.text(m_names.word("board", records::columnName(records::columnOf(of, *finding))));
    const auto order =
        std::find_if(of.orders.begin(), of.orders.end(), [&](const auto& one) { return one.id == finding->order; });
    row.text(order == of.orders.end() ? std::string_view() : std::string_view(order->number));
    row.text(finding->requirement);
    row.moment(textOf(finding->due));
    yes(records::isOverdue(*finding, m_filter.today));
    yes(finding->extended);
    row.count(static_cast<std::uint64_t>(finding->rounds));
    yes(finding->late);
    row.text(of.site);
    row.text(site.name);
    row.text(of.region);
    row.text(m_names.region(of.region));
    row.text(programme);
    row.text(m_names.person(of.standing.kid));
    row.text(m_names.word("kind", of.kind));
    row.text(of.checklist.id);
    row.text(m_names.checklist(of.checklist.sha256));
    row.text(of.checklist.version);
    row.moment(m_setting.zone.text(of.at.utc));
    row.text(m_names.word("case", records::stateName(records::stateOf(of))));
    row.count(placed->index);
    if (site.latitude && site.longitude) row.position = Position{*site.latitude, *site.longitude};
    return true;
}

}  // namespace plumb::server
