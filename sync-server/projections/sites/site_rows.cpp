#include "sync-server/projections/sites/site_rows.h"

#include <limits>

namespace plumb::server {

std::string SiteRows::name(std::string_view site) {
    static constexpr const char* kSql = "SELECT name FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

std::vector<std::uint64_t> SiteRows::newestLines(std::uint64_t from, std::uint64_t below, std::size_t limit) {
    static constexpr const char* kSql = "SELECT idx FROM sites WHERE idx >= ?1 AND idx < ?2 ORDER BY idx LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(from, below, limit);
    std::vector<std::uint64_t> out;
    while (row.step()) out.push_back(row.count(0));
    return out;
}

std::optional<std::uint64_t> SiteRows::publishedAt(std::string_view site) {
    static constexpr const char* kSql = "SELECT idx FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(site).step()) return std::nullopt;
    return row.count(0);
}

namespace {

std::vector<SiteAt> placesOf(sql::Use& row) {
    std::vector<SiteAt> out;
    while (row.step()) out.push_back({row.text(0), row.count(1)});
    return out;
}

}  // namespace

std::vector<SiteAt> SiteRows::page(std::string_view after, std::size_t limit) {
    static constexpr const char* kSql = "SELECT site, idx FROM sites WHERE site > ?1 ORDER BY site LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(after, limit);
    return placesOf(row);
}

std::vector<SiteAt> SiteRows::pageBack(const std::optional<std::string>& before, std::size_t limit) {
    static constexpr const char* kLast = "SELECT site, idx FROM sites ORDER BY site DESC LIMIT ?1";
    static constexpr const char* kBefore = "SELECT site, idx FROM sites WHERE site < ?1 ORDER BY site DESC LIMIT ?2";
    auto row = m_sql.use(before ? kBefore : kLast);
    before ? row.with(*before, limit) : row.with(limit);
    return placesOf(row);
}

std::vector<SiteAt> SiteRows::byLine(std::optional<std::uint64_t> after, bool descending, std::size_t limit) {
    static constexpr const char* kUp = "SELECT site, idx FROM sites WHERE idx > ?1 ORDER BY idx LIMIT ?2";
    static constexpr const char* kDown = "SELECT site, idx FROM sites WHERE idx < ?1 ORDER BY idx DESC LIMIT ?2";
    const auto none = descending ? std::numeric_limits<std::int64_t>::max() : std::int64_t{-1};
    auto row = m_sql.use(descending ? kDown : kUp);
    row.with(after ? static_cast<std::int64_t>(*after) : none, limit);
    return placesOf(row);
}

void SiteRows::regions(const std::function<void(std::string_view region, std::string_view site)>& take) {
    static constexpr const char* kSql = "SELECT region, site FROM sites ORDER BY region, site";
    auto row = m_sql.use(kSql);
    while (row.step()) take(row.view(0), row.view(1));
}

std::string SiteRows::programme(std::string_view site) {
    static constexpr const char* kSql = "SELECT programme FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    return row.with(site).step() ? row.text(0) : std::string();
}

std::vector<std::string> SiteRows::ofEnterprise(std::string_view site) {
    static constexpr const char* kSql =
        "SELECT o.site FROM sites s JOIN sites o ON o.code = s.code WHERE s.site = ?1 AND s.code <> '' AND o.code <> "
        "'' ORDER BY o.site";
    auto row = m_sql.use(kSql);
    row.with(site);
    std::vector<std::string> out;
    while (row.step()) out.push_back(row.text(0));
    if (out.empty()) out.emplace_back(site);
    return out;
}

namespace {

KnownSite siteAt(sql::Use& row) {
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.count(4)};
}

}  // namespace

std::optional<KnownSite> SiteRows::find(std::string_view site) {
    static constexpr const char* kSql = "SELECT site, name, region, programme, idx FROM sites WHERE site = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(site).step()) return std::nullopt;
    return siteAt(row);
}

void SiteRows::publishedFrom(std::uint64_t from, const std::function<void(const KnownSite&)>& take) {
    static constexpr const char* kSql =
        "SELECT site, name, region, programme, idx FROM sites WHERE idx >= ?1 ORDER BY idx";
    auto row = m_sql.use(kSql);
    row.with(from);
    while (row.step()) take(siteAt(row));
}

}  // namespace plumb::server
