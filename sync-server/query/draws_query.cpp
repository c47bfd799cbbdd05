#include "sync-server/query/draws_query.h"

#include "shared/base/encoding.h"
#include "shared/domain/record_types.h"

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
        if (const auto line = sources.reader.firstOfRecord(row.reveal)) out["reveal_index"] = line->index;
        out["revealed"] = records::toBody(*row.revealed);
    }
    return out;
}

}  // namespace

json::object listDraws(const PageAsked& asked, const Principal& caller, const QuerySources& sources) {
    Page page(asked.limit);
    DrawRows(sources.reader).each(asked.before(), [&](const PlacedDraw& found) {
        return page.take(mayRead(caller, found.row), std::to_string(found.index), [&] { return told(found, sources); });
    });
    return std::move(page).answer();
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
