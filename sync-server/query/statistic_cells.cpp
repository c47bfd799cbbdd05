#include "sync-server/query/statistic_cells.h"

#include <algorithm>

namespace plumb::server {

void Cell::add(const Cell& other) {
    n += other.n;
    judged += other.judged;
    passed += other.passed;
    scored += other.scored;
    shares += other.shares;
}

const checklist::Checklist* Judge::document(const Sha256& sha256) {
    const auto [at, fresh] = m_documents.try_emplace(sha256);
    if (fresh) at->second = m_documentOf(sha256);
    return at->second.get();
}

Cell Judge::operator()(const VisitCount& row) {
    const auto passed = isPassed(document(row.sha256), row.grade, row.failed);
    return {row.n, passed ? row.n : 0, passed.value_or(false) ? row.n : 0, row.scored, row.shares};
}

std::optional<bool> isPassed(const checklist::Checklist* document, std::string_view grade, bool failedAny) {
    if (!document) return std::nullopt;
    const auto* found = document->grade(grade);
    if (found) return found->tone == checklist::Verdict::pass;
    if (!document->grades.empty()) return false;  // it reached none of them
    return !failedAny;
}

json::object tellCell(const Cell& cell, Shown shown) {
    json::object out{{"n", cell.n}, {"shown", shownName(shown)}};
    if (shown != Shown::yes) return out;
    out["judged"] = cell.judged;
    out["passed"] = cell.passed;
    out["share"] =
        cell.scored == 0 ? json::value(nullptr) : json::value((2 * cell.shares + cell.scored) / (2 * cell.scored));
    return out;
}

std::map<std::string, Shown> guarded(const Cells& cells) {
    std::vector<std::int64_t> counts;
    for (const auto& [value, cell] : cells) counts.push_back(cell.n);
    const auto shown = guardCells(counts);
    std::map<std::string, Shown> out;
    std::size_t i = 0;
    for (const auto& [value, cell] : cells) out[value] = shown[i++];
    return out;
}

json::array tellCells(const Cells& cells, Shown total) {
    const auto shown = guarded(cells);
    json::array out;
    for (const auto& [value, cell] : cells) {
        auto one = tellCell(cell, total == Shown::yes ? shown.at(value) : total);
        one["value"] = value;
        out.push_back(std::move(one));
    }
    return out;
}

Shown shownOf(const Cell& total) {
    return total.n > 0 && total.n < kFewest ? Shown::few : Shown::yes;
}

std::vector<std::string> readableRegions(const Principal& caller, std::string_view region) {
    std::vector<std::string> all;
    for (const auto& grant : caller.grants) {
        if (grant.role == domain::Role::enterprise) continue;
        for (const auto& prefix : grant.regions) {
            if (region.starts_with(prefix)) return {std::string(region)};
            if (prefix.starts_with(region)) all.push_back(prefix);
        }
    }
    std::sort(all.begin(), all.end());
    // A prefix stands before whatever lies in it.
    std::vector<std::string> out;
    for (const auto& prefix : all) {
        if (out.empty() || !prefix.starts_with(out.back())) out.push_back(prefix);
    }
    return out;
}

}  // namespace plumb::server
