#include "shared/domain/standards.h"

#include <unordered_set>

namespace plumb::domain {

std::string_view statusName(StandardStatus status) {
    switch (status) {
        case StandardStatus::upcoming:
            return "upcoming";
        case StandardStatus::inForce:
            return "in_force";
        case StandardStatus::partlyReplaced:
            return "partly_replaced";
        case StandardStatus::replaced:
            return "replaced";
        case StandardStatus::withdrawn:
            return "withdrawn";
        case StandardStatus::unknown:
            return "unknown";
    }
    return "";
}

std::string_view statusLabel(StandardStatus status, bool chinese) {
    switch (status) {
        case StandardStatus::upcoming:
            return chinese ? "即将实施" : "upcoming";
        case StandardStatus::inForce:
            return chinese ? "现行" : "in force";
        case StandardStatus::partlyReplaced:
            return chinese ? "部分代替" : "replaced in part";
        case StandardStatus::replaced:
            return chinese ? "被代替" : "replaced";
        case StandardStatus::withdrawn:
            return chinese ? "废止" : "withdrawn";
        case StandardStatus::unknown:
            return chinese ? "目录未收录" : "not in the catalogue";
    }
    return "";
}

const CatalogueEntry* StandardsCatalogue::find(std::string_view cited) const {
    const auto number = parseStandardNumber(cited);
    const auto found = m_names.find(number ? number->text() : std::string(cited));
    return found == m_names.end() ? nullptr : &m_entries[found->second];
}

StandardStatus StandardsCatalogue::statusOn(const CatalogueEntry& entry, Day day, bool* certain) {
    const auto say = [&](StandardStatus status, bool sure) {
        if (certain) *certain = sure;
        return status;
    };
    const auto ended = entry.replacedBy.empty() ? StandardStatus::withdrawn : StandardStatus::replaced;
    const auto good = entry.partlyReplacedBy.empty() ? StandardStatus::inForce : StandardStatus::partlyReplaced;
    if (entry.until && day >= *entry.until) return say(ended, true);
    if (entry.from && day < *entry.from) return say(StandardStatus::upcoming, true);
    if (entry.until) return say(good, entry.from.has_value());
    // Nothing dated ends it: what the catalogue states holds for its own day and is the best guess for others.
    if (entry.stated == StandardStatus::upcoming && entry.from) return say(good, true);
    return say(entry.stated, false);
}

// The ends of the chains that begin at `entry`; a standard that two lead to is visited once.
std::vector<const CatalogueEntry*> StandardsCatalogue::successorsOf(const CatalogueEntry& entry, Day day) const {
    std::vector<const CatalogueEntry*> out, open{&entry};
    std::unordered_set<const CatalogueEntry*> seen{&entry};
    for (std::size_t done = 0; done < open.size(); ++done) {
        for (const auto& name : open[done]->replacedBy) {
            const auto* next = &m_entries[m_names.at(name)];
            if (!seen.insert(next).second) continue;
            (statusOn(*next, day) == StandardStatus::replaced ? open : out).push_back(next);
        }
    }
    return out;
}

Citation StandardsCatalogue::judge(std::string_view cited, Day day) const {
    Citation out;
    out.entry = find(cited);
    if (const auto number = parseStandardNumber(cited); !out.entry && number && number->year.empty()) {
        // Editions stand in order of their years: the last that is in force on the day, else the last of all.
        const auto editions = m_editions.find(number->undated());
        if (editions != m_editions.end()) {
            for (const auto place : editions->second) {
                const auto status = statusOn(m_entries[place], day);
                if (!out.entry || status == StandardStatus::inForce || status == StandardStatus::partlyReplaced)
                    out.entry = &m_entries[place];
            }
            const auto status = statusOn(*out.entry, day);
            if (status != StandardStatus::inForce && status != StandardStatus::partlyReplaced)
                out.entry = &m_entries[editions->second.back()];
        }
    }
    if (!out.entry) return out;
    out.status = statusOn(*out.entry, day, &out.certain);
    if (out.status == StandardStatus::replaced) out.successors = successorsOf(*out.entry, day);
    return out;
}

}  // namespace plumb::domain
