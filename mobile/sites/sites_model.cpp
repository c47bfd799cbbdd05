#include "mobile/sites/sites_model.h"

#include <algorithm>

#include "mobile/sites/reading.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "shared/store/derived/words.h"

namespace plumb::mobile {

namespace {

SiteRow rowOf(const store::Site& site) {
    SiteRow row;
    row.id = qs(site.id);
    row.name = qs(site.name);
    row.code = qs(site.code);
    row.region = qs(site.region);
    row.address = qs(site.address);
    row.programme = qs(site.programme);
    row.sector = qs(site.sector);
    row.contact = qs(site.contact);
    if (site.latitude && site.longitude)
        row.point = QStringLiteral("%1, %2").arg(*site.latitude, 0, 'f', 4).arg(*site.longitude, 0, 'f', 4);
    return row;
}

}  // namespace

SitesModel::SitesModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {}

void SitesModel::refresh() {
    m_store.ask(
        this, [](LocalStore& store) { return readSites(store); },
        [this](Result<std::vector<store::Site>> sites) {
            m_problem = sites ? QString() : sentenceFor(sites.error());
            m_sites = sites ? std::move(*sites) : std::vector<store::Site>{};
            show();
        });
}

QString SitesModel::nameOf(const QString& site) const {
    for (const auto& one : m_sites)
        if (qs(one.id) == site) return qs(one.name);
    return {};
}

void SitesModel::setFilter(const QString& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    emit filterChanged();
    show();
}

void SitesModel::show() {
    const auto words = store::wordsOf(ss(m_filter));
    std::vector<SiteRow> rows;
    for (const auto& site : m_sites) {
        if (std::ranges::all_of(words, [&](const auto& word) { return store::siteHolds(site, word); }))
            rows.push_back(rowOf(site));
    }
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
