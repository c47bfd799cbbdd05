#include "mobile/map/map_list.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "mobile/position/place_line.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kListed = 200, kNumbered = 99;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MapRows)
  public:
    static QString findings(int count) { return tr("整改 %n 个问题", nullptr, count); }
    static QString drafted(const QString& facts) { return tr("有草稿 · %1").arg(facts); }
    static QString due(int days) {
        return days < 0 ? tr("逾期 %n 天", nullptr, -days) : days == 0 ? tr("今天到期") : tr("剩 %n 天", nullptr, days);
    }
    static QString placeless() { return tr("没有坐标"); }
};

bool says(const MapSite& site, const QString& words) {
    for (const auto& word : words.split(u' ', Qt::SkipEmptyParts))
        if (!site.name.contains(word, Qt::CaseInsensitive) && !site.code.contains(word, Qt::CaseInsensitive) &&
            !site.facts.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

MapRow rowOf(const MapSite& site, Day today, const PositionSource& position) {
    MapRow row;
    row.id = site.id;
    row.name = site.name;
    row.facts = site.findings > 0 ? Words::findings(site.findings) : site.facts;
    if (!site.draft.isEmpty()) row.facts = Words::drafted(row.facts);
    row.urgency = stateName(stateOf(site, today));
    if (site.due) row.due = Words::due(static_cast<int>((*site.due - today).count()));
    row.away = site.point ? awayText(position, *site.point) : Words::placeless();
    return row;
}

}  // namespace

bool moreUrgent(const MapSite& a, const MapSite& b, Day today) {
    const auto first = stateOf(a, today), second = stateOf(b, today);
    if (first != second) return first < second;
    return a.due && b.due && *a.due < *b.due;
}

MapList listSites(const MapSites& sites, ListedBy order, const QString& filter, const PositionSource& position) {
    const auto& last = position.last();
    std::vector<std::pair<double, std::size_t>> found;  // what it is sorted by, and the site
    const double narrow = last ? std::cos(last->latitude * 0.017453292519943295) : 1;
    for (std::size_t i = 0; i < sites.sites.size(); ++i) {
        const auto& site = sites.sites[i];
        if (!says(site, filter) || (order == ListedBy::due && !site.due)) continue;
        if (order == ListedBy::distance && !site.point) continue;
        double key = 0;
        if (order == ListedBy::due) key = static_cast<double>(site.due->time_since_epoch().count());
        // Good enough for an order; what is shown is measured.
        if (order == ListedBy::distance && last)
            key = std::hypot(site.point->latitude - last->latitude, (site.point->longitude - last->longitude) * narrow);
        found.emplace_back(key, i);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (found.size() > kListed) found.resize(kListed);

    MapList out;
    out.numbers.resize(sites.sites.size());
    for (const auto& [key, at] : found) {
        auto row = rowOf(sites.sites[at], sites.today, position);
        if (out.rows.size() < kNumbered && sites.sites[at].point) row.number = QString::number(out.rows.size() + 1);
        out.numbers[at] = row.number;
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace plumb::mobile
