#include "mobile/map/map_sites.h"

#include <QHash>
#include <QLocale>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kAll = 1'000'000;

domain::GeoPoint middleOf(const domain::Ring& ring) {
    domain::GeoPoint low = ring[0], high = ring[0];
    for (const auto& at : ring) {
        low = {std::min(low.latitude, at.latitude), std::min(low.longitude, at.longitude)};
        high = {std::max(high.latitude, at.latitude), std::max(high.longitude, at.longitude)};
    }
    return {(low.latitude + high.latitude) / 2, (low.longitude + high.longitude) / 2};
}

MapSite siteFrom(const store::Site& site) {
    MapSite out;
    out.id = qs(site.id);
    out.name = qs(site.name);
    out.region = qs(site.region);
    out.code = qs(site.code);
    QStringList facts;
    for (const auto* part : {&site.programme, &site.level})
        if (!part->empty()) facts.append(qs(*part));
    out.facts = facts.join(QStringLiteral(" · "));
    if (site.scale)
        out.scale = QLocale::c().toString(site.scale->value, 'g', 12) + QLatin1Char(' ') + qs(site.scale->unit);
    out.boundary = site.boundary;
    if (site.latitude && site.longitude)
        out.point = domain::GeoPoint{*site.latitude, *site.longitude};
    else if (!site.boundary.empty())
        out.point = middleOf(site.boundary);
    return out;
}

}  // namespace

SiteState stateOf(const MapSite& site, Day today) {
    if (!site.due) return SiteState::none;
    return *site.due < today ? SiteState::overdue : *site.due == today ? SiteState::today : SiteState::later;
}

QString stateName(SiteState state) {
    switch (state) {
        case SiteState::overdue:
            return QStringLiteral("overdue");
        case SiteState::today:
            return QStringLiteral("today");
        case SiteState::later:
            return QStringLiteral("later");
        case SiteState::none:
            break;
    }
    return QStringLiteral("none");
}

Result<MapSites> readMapSites(LocalStore& store) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    MapSites out;
    out.today = dayOf(store.now());
    const auto published = store.published().sites("", 0, kAll);
    QHash<QString, std::size_t> known;
    out.sites.reserve(published.sites.size());
    for (const auto& site : published.sites) {
        known[qs(site.id)] = out.sites.size();
        out.sites.push_back(siteFrom(site));
        out.placeless += !out.sites.back().point;
    }
    for (const auto column : {records::FindingColumn::withEnterprise, records::FindingColumn::reported}) {
        store::FindingFilter filter;
        filter.column = column;
        for (const auto& row : store.derived().findings(filter, 0, kAll).rows) {
            const auto at = known.constFind(qs(row.site));
            if (at == known.constEnd()) continue;
            auto& site = out.sites[*at];
            ++site.findings;
            if (row.finding.due && (!site.due || *row.finding.due < *site.due)) site.due = row.finding.due;
        }
    }
    for (const auto& draft : (*tablet)->drafts()) {
        if (!draft.act.empty()) continue;
        if (const auto at = known.constFind(qs(draft.site)); at != known.constEnd())
            out.sites[*at].draft = qs(draft.id);
    }
    return out;
}

}  // namespace plumb::mobile
