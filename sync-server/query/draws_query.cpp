#include "sync-server/query/draws_query.h"

#include "shared/base/encoding.h"
#include "shared/domain/record_types.h"
#include "sync-server/query/tuning.h"

namespace plumb::server {
namespace {

bool mayRead(const Principal& caller, const records::DrawRow& row) {
    return domain::mayRead(caller.grants, records::kDrawCommitted, row.region, "", row.kid == caller.kid);
}

json::object told(const PlacedDraw& found, const QuerySources& sources) {
    const auto& row = found.row;
    const auto author = sources.trust.personName(row.kid);
    json::object out{{"id", row.id},
                     {"index", found.index},
                     {"region", row.region},
                     {"at", formatInstant(row.at)},
                     {"author", author.empty() ? row.kid : author},
                     {"state", row.revealed ? "revealed" : "committed"},
                     {"committed", records::toBody(row.says)}};
    if (row.revealed) {
        out["reveal"] = row.reveal;
        out["revealed"] = records::toBody(*row.revealed);
    }
    return out;
}

}  // namespace

json::object listDraws(const DrawsQuestion& question, const Principal& caller, const QuerySources& sources) {
    json::array items;
    json::object out{{"next", nullptr}};
    std::size_t looked = 0;
    std::uint64_t last = 0;
    DrawRows(sources.reader).each(question.before.value_or(std::uint64_t{1} << 62), [&](const PlacedDraw& found) {
        const bool wanted = mayRead(caller, found.row);
        if (looked == kMaxRowsLookedAt || (wanted && items.size() == question.limit)) {
            out["next"] = std::to_string(last);
            return false;
        }
        if (wanted) items.push_back(told(found, sources));
        last = found.index;
        ++looked;
        return true;
    });
    out["items"] = std::move(items);
    return out;
}

Result<json::object> describeDraw(const std::string& id, const Principal& caller, const QuerySources& sources) {
    DrawRows rows(sources.reader);
    const auto found = rows.find(id);
    if (!found || !mayRead(caller, found->row))
        return fail(ErrorKind::notFound, "draw_unknown", "no draw " + id.substr(0, 40) + " is committed in this log");
    auto out = told(*found, sources);
    out["deciding"] = nullptr;
    if (const auto size =
            rows.decidingSize(*found, [&](const std::string& kid) { return sources.trust.personId(kid); }))
        out["deciding"] = {{"size", *size}, {"root", toBase64(crypto::rootOf(*size, nodesOf(sources.reader)).view())}};
    return out;
}

}  // namespace plumb::server
