// Queries of the projection of sites. For the thread of the reader.
#pragma once

#include "sync-server/store/store.h"

namespace plumb::server {

struct SiteAt {
    std::string site;
    std::uint64_t index = 0;  // of the line that published it last
};

struct KnownSite {
    std::string site, name, region, programme;
    std::uint64_t index = 0;  // of the line that published it last
};

class SiteRows {
  public:
    // `reader` outlives this.
    explicit SiteRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // "" for one that is not published.
    std::string name(std::string_view site);
    // Where the line stands that published it last.
    std::optional<std::uint64_t> publishedAt(std::string_view site);
    // In the order of their ids, those after `after`; "": from the first.
    std::vector<SiteAt> page(std::string_view after, std::size_t limit);
    // The other way, those before `before`; none: from the last.
    std::vector<SiteAt> pageBack(const std::optional<std::string>& before, std::size_t limit);
    // In the order of their newest lines, behind the one at `after` (none: from the first), or the other way before it.
    std::vector<SiteAt> byLine(std::optional<std::uint64_t> after, bool descending, std::size_t limit);
    // The region of each site and its id, by an index that holds nothing else; for counting.
    void regions(const std::function<void(std::string_view region, std::string_view site)>& take);
    // "" for one that is not published, or of no programme.
    std::string programme(std::string_view site);

    // All sites with this one's credit code, itself among them; itself alone where it has none. In the order of their
    // ids.
    std::vector<std::string> ofEnterprise(std::string_view site);

    std::optional<KnownSite> find(std::string_view site);
    // Every site whose newest line stands at `from` or behind it, in the order of these lines.
    void publishedFrom(std::uint64_t from, const std::function<void(const KnownSite&)>& take);

    // Places of sites' newest lines in [from, below), ascending, at most `limit`.
    std::vector<std::uint64_t> newestLines(std::uint64_t from, std::uint64_t below, std::size_t limit);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
