#include "sync-server/projections/documents/document_rows.h"

namespace plumb::server {
namespace {

Entry entryAt(std::uint64_t index, StoreReader& reader) {
    auto entry = reader.entry(index);
    if (!entry) throw std::runtime_error("line " + std::to_string(index) + " has no entry");
    return std::move(*entry);
}

}  // namespace

std::vector<Entry> DocumentRows::of(std::string_view record, std::uint64_t size, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT idx FROM documents WHERE record = ?1 AND idx < ?2 ORDER BY idx LIMIT ?3";
    std::vector<std::uint64_t> places;
    {
        auto row = m_reader.connection().use(kSql);
        row.with(record, size, limit);
        while (row.step()) places.push_back(row.count(0));
    }
    std::vector<Entry> out;
    for (const auto place : places) out.push_back(entryAt(place, m_reader));
    return out;
}

std::optional<Entry> DocumentRows::byPdf(const Sha256& pdf, std::uint64_t size) {
    static constexpr const char* kSql = "SELECT idx FROM documents WHERE pdf = ?1 AND idx < ?2 ORDER BY idx LIMIT 1";
    std::optional<std::uint64_t> place;
    const auto hex = pdf.hex();
    {
        auto row = m_reader.connection().use(kSql);
        if (row.with(hex, size).step()) place = row.count(0);
    }
    if (!place) return std::nullopt;
    return entryAt(*place, m_reader);
}

}  // namespace plumb::server
