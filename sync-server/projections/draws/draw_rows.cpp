#include "sync-server/projections/draws/draw_rows.h"

#include <stdexcept>

namespace plumb::server {
namespace {

record::Payload keptLine(std::string_view type, std::string id, sql::Use& row, int body) {
    const auto kept = parseJson(row.view(body));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept draw can not be read");
    record::Payload out;
    out.type = type;
    out.id = std::move(id);
    out.region = row.text(2);
    out.at = parseInstant(row.text(4)).value();
    out.body = kept->get_object();
    return out;
}

// Folded from what its two lines say.
PlacedDraw drawAt(sql::Use& row) {
    PlacedDraw out;
    out.index = row.count(0);
    std::optional<records::DrawRow> folded;
    const auto kid = row.text(3);
    const auto committed = keptLine(records::kDrawCommitted, row.text(1), row, 5);
    (void)records::foldDraw(folded, {committed, Sha256{}, kid, out.index});
    if (!row.isNull(7)) {
        const auto revealed = keptLine(records::kDrawRevealed, row.text(6), row, 7);
        (void)records::foldDraw(folded, {revealed, Sha256{}, kid, {}});
    }
    if (!folded) throw std::runtime_error("a kept draw can not be read");
    out.row = std::move(*folded);
    return out;
}

}  // namespace

std::optional<PlacedDraw> DrawRows::find(std::string_view id) {
    static constexpr const char* kSql =
        "SELECT idx, id, region, author, at, committed, reveal, revealed FROM draws WHERE id = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(id).step()) return std::nullopt;
    return drawAt(row);
}

void DrawRows::each(std::uint64_t before, const std::function<bool(const PlacedDraw&)>& take) {
    static constexpr const char* kSql =
        "SELECT idx, id, region, author, at, committed, reveal, revealed FROM draws WHERE idx < ?1 ORDER BY idx DESC";
    auto row = m_sql.use(kSql);
    row.with(before);
    while (row.step()) {
        if (!take(drawAt(row))) break;
    }
}

std::optional<std::uint64_t> DrawRows::decidingSize(const PlacedDraw& draw, const PersonOf& personOf) {
    const auto drawer = personOf(draw.row.kid);
    for (auto index = draw.index + 1;; ++index) {
        const auto entry = m_reader.entry(index);
        if (!entry) return std::nullopt;
        const auto person = personOf(entry->author);
        if (!person.empty() && person != drawer) return index + 1;
    }
}

}  // namespace plumb::server
