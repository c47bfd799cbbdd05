#include "sync-server/query/told.h"

#include <algorithm>

namespace plumb::server {

bool mayReadVisit(const Principal& caller, const std::string& region, const std::string& site,
                  const std::string& author) {
    return domain::mayRead(caller.grants, "inspection.submitted", region, site, author == caller.kid);
}

std::string authorName(const QuerySources& sources, const std::string& kid) {
    auto name = sources.trust.personName(kid);
    return name.empty() ? kid : name;
}

bool isStaffOf(const Principal& caller, std::string_view region) {
    return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const domain::Grant& grant) {
        return grant.role != domain::Role::enterprise && grant.covers(region);
    });
}

json::object tellChecklist(const records::ChecklistRef& used, StoreReader& reader) {
    const auto row = ChecklistRows(reader).byHash(used.sha256);
    return tellChecklist({used.id, used.version, used.sha256, row ? row->titleJson : "{}", 0, {}, {}});
}

json::object tellChecklist(const ChecklistRow& row) {
    const auto title = parseJson(row.titleJson);
    json::object out{{"id", row.id},
                     {"version", row.version},
                     {"sha256", row.sha256.hex()},
                     {"title", title && title->is_object() ? *title : json::value(json::object{})}};
    if (!row.withdrawn.empty()) out["withdrawn"] = row.withdrawn;
    if (row.says.test) out["test"] = true;
    for (const auto& [name, texts] : {std::pair{"programmes", &row.says.programmes},
                                      std::pair{"sectors", &row.says.sectors}, std::pair{"kinds", &row.says.kinds}}) {
        if (!texts->empty()) out[name] = json::array(texts->begin(), texts->end());
    }
    return out;
}

}  // namespace plumb::server
