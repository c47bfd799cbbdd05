#include "sync-server/query/cases_query.h"

#include <charconv>
#include <map>
#include <tuple>

#include "shared/records/assessment/assessment_json.h"
#include "shared/records/rectification/case_json.h"
#include "shared/records/rectification/item_supervision.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/sites/site_rows.h"
#include "sync-server/query/told.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

constexpr records::FindingColumn kColumns[] = {records::FindingColumn::toOrder, records::FindingColumn::withEnterprise,
                                               records::FindingColumn::reported, records::FindingColumn::closed};
constexpr std::uint64_t kFromTheEnd = std::uint64_t{1} << 62;

// Cards of one page: what many of them share is read once.
class CardTeller {
  public:
    // Both outlive this.
    CardTeller(const QuerySources& sources, const DocumentOf& documentOf)
        : m_sources(sources), m_documentOf(documentOf) {}

    // None where the case has gone since.
    std::optional<json::object> tell(const BoardKey& card) {
        const auto* of = caseAt(card.index);
        if (!of) return std::nullopt;
        const auto& row = of->row;
        const auto* finding = row.finding(card.item);
        json::object out = finding ? records::toJson(*finding) : json::object{{"item", card.item}};
        out["case"] = row.standing.id;
        out["index"] = of->index;
        out["case_state"] = records::stateName(records::stateOf(row));
        for (const auto& order : row.orders) {
            if (finding && order.id == finding->order) out["number"] = order.number;
        }
        out["site"] = row.site;
        const auto& site = siteOf(row.site);
        out["site_name"] = site.name;
        if (!site.programme.empty()) out["programme"] = site.programme;
        out["region"] = row.region;
        out["kind"] = row.kind;
        const auto author = m_sources.trust.personName(row.standing.kid);
        out["inspector"] = author.empty() ? row.standing.kid : author;
        out["inspector_kid"] = row.standing.kid;
        out["at"] = formatInstant(row.at);
        out["checklist"] = checklistOf(row.checklist);
        const auto document = m_documentOf(row.checklist.sha256);
        if (const auto* item = document ? document->item(card.item) : nullptr)
            out["supervision"] = domain::supervisionName(records::supervisionOf(*item));
        return out;
    }

  private:
    // Findings of one case are mostly due on one day, and so stand together.
    const PlacedCase* caseAt(std::uint64_t index) {
        if (!m_case || m_case->index != index) m_case = CaseRows(m_sources.reader).at(index);
        return m_case ? &*m_case : nullptr;
    }
    const KnownSite& siteOf(const std::string& id) {
        const auto [known, fresh] = m_sites.try_emplace(id);
        if (fresh) known->second = SiteRows(m_sources.reader).find(id).value_or(KnownSite{});
        return known->second;
    }
    const json::object& checklistOf(const records::ChecklistRef& used) {
        const auto [known, fresh] = m_checklists.try_emplace({used.sha256, used.id, used.version});
        if (fresh) known->second = tellChecklist(used, m_sources.reader);
        return known->second;
    }

    const QuerySources& m_sources;
    const DocumentOf& m_documentOf;
    std::optional<PlacedCase> m_case;
    std::map<std::string, KnownSite> m_sites;
    std::map<std::tuple<Sha256, std::string, std::string>, json::object> m_checklists;
};

json::object supervisionsOf(const BoardPage& page) {
    json::object out;
    for (std::size_t i = 0; i < page.supervisions.size(); ++i)
        out[domain::supervisionName(static_cast<domain::Supervision>(i))] = page.supervisions[i];
    return out;
}

json::object countsOf(const BoardPage& page) {
    json::object out;
    for (const auto column : kColumns) {
        const auto& [all, overdue] = page.counts[static_cast<std::size_t>(column)];
        out[records::columnName(column)] = {{"all", all}, {"overdue", overdue}};
    }
    return out;
}

std::string keyText(const BoardKey& row) {
    return std::to_string(row.rank) + "." + std::to_string(row.index) + "." + row.item;
}

}  // namespace

std::optional<records::FindingColumn> boardColumn(std::string_view name) {
    const auto column = records::columnNamed(name);
    return column == records::FindingColumn::waits ? std::nullopt : column;
}

Result<BoardKey> readBoardKey(std::string_view text) {
    const auto bad = [] { return fail(ErrorKind::malformed, "bad_query", "\"after\" must be a page's \"next\""); };
    BoardKey out;
    const char* end = text.data() + text.size();
    const auto rank = std::from_chars(text.data(), end, out.rank);
    if (rank.ec != std::errc() || rank.ptr == end || *rank.ptr != '.') return bad();
    const auto index = std::from_chars(rank.ptr + 1, end, out.index);
    if (index.ec != std::errc() || index.ptr == end || *index.ptr != '.' || out.index >= kFromTheEnd) return bad();
    out.item.assign(index.ptr + 1, end);
    return out;
}

json::object listFindings(const BoardQuestion& question, const Principal& caller, Board& board,
                          const QuerySources& sources) {
    const auto page = board.ask(question, caller, sources.reader);
    CardTeller teller(sources, board.documents());
    json::array items;
    for (const auto& card : page.cards) {
        if (auto told = teller.tell(card)) items.push_back(std::move(*told));
    }
    json::object out{{"items", std::move(items)},
                     {"next", nullptr},
                     {"counts", countsOf(page)},
                     {"supervisions", supervisionsOf(page)}};
    if (page.more) out["next"] = keyText(page.cards.back());
    return out;
}

json::object listCases(const CasesQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    CaseRows(sources.reader).each(question.state, question.before.value_or(kFromTheEnd), [&](const PlacedCase& found) {
        const auto& row = found.row;
        const bool wanted = mayReadVisit(caller, row.region, row.site, row.standing.kid) &&
                            row.region.starts_with(question.region) &&
                            (question.site.empty() || question.site == row.site);
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) {
            auto one = records::toJson(row);
            one["id"] = row.standing.id;
            one["index"] = found.index;
            one["site_name"] = SiteRows(sources.reader).name(row.site);
            const auto author = sources.trust.personName(row.standing.kid);
            one["author"] = author.empty() ? row.standing.kid : author;
            one["checklist"] = tellChecklist(row.checklist, sources.reader);
            items.push_back(std::move(one));
        }
        last = found.index;
        ++looked;
        return true;
    });
    out["items"] = std::move(items);
    return out;
}

json::object listAssessments(const AssessmentsQuestion& question, const Principal& caller,
                             const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    const auto take = [&](const PlacedAssessment& found) {
        const auto& row = found.row;
        const bool wanted = mayReadVisit(caller, row.region, row.site, {});
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) {
            auto one = records::toJson(row);
            one["answered"] = row.items.size();
            one.erase("items");
            one["index"] = found.first;
            one["site_name"] = SiteRows(sources.reader).name(row.site);
            items.push_back(std::move(one));
        }
        last = found.first;
        ++looked;
        return true;
    };
    AssessmentRows(sources.reader).each(question.round, question.site, question.before.value_or(kFromTheEnd), take);
    out["items"] = std::move(items);
    return out;
}

json::object listRounds(const QuerySources& sources) {
    json::array items;
    for (const auto& published : RoundRows(sources.reader).all()) {
        auto one = records::toBody(published.round);
        one["region"] = published.region;
        one["index"] = published.index;
        items.push_back(std::move(one));
    }
    json::array checklists;
    for (const auto& row : ChecklistRows(sources.reader).all()) checklists.push_back(tellChecklist(row));
    return {{"items", std::move(items)}, {"checklists", std::move(checklists)}};
}

}  // namespace plumb::server
