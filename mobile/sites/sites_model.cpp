#include "mobile/sites/sites_model.h"

#include <QLocale>
#include <algorithm>

#include "mobile/sites/reading.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kPage = 100;

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
    QStringList grows;
    for (const auto& product : site.products) grows.append(qs(product));
    row.grows = grows.join(QStringLiteral("、"));
    if (site.scale) {
        const auto scale = QLocale::c().toString(site.scale->value, 'g', 12) + QLatin1Char(' ') + qs(site.scale->unit);
        row.grows += (row.grows.isEmpty() ? QString() : QStringLiteral(" · ")) + scale;
    }
    if (site.latitude && site.longitude)
        row.point = QStringLiteral("%1, %2").arg(*site.latitude, 0, 'f', 4).arg(*site.longitude, 0, 'f', 4);
    return row;
}

}  // namespace

SitesModel::SitesModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {}

void SitesModel::refresh() {
    m_names.clear();  // a site that was unknown, or had another name, may be published since
    read(0, std::max(kPage, m_read.size()));
}

void SitesModel::forget() {
    ++m_asked;
    m_read.clear();
    m_names.clear();
    m_filter.clear();
    m_problem.clear();
    m_total = 0;
    m_found = 0;
    m_reading = false;
    m_rows.set({});
    emit filterChanged();
    emit changed();
}

void SitesModel::readOn() {
    if (!m_reading && m_read.size() < m_found) read(m_read.size(), kPage);
}

void SitesModel::read(std::size_t offset, std::size_t limit) {
    m_reading = true;
    m_store.ask(
        this,
        [query = ss(m_filter), offset, limit](LocalStore& store) { return readSites(store, query, offset, limit); },
        [this, offset, asked = ++m_asked](Result<SitesPage> page) {
            if (asked != m_asked) return;
            m_reading = false;
            m_problem = page ? Sentence() : Sentence(page.error());
            if (!page) page = SitesPage{};
            m_found = page->found;
            m_total = static_cast<int>(page->total);
            m_read.resize(std::min(offset, m_read.size()));
            for (const auto& site : page->sites) {
                m_read.push_back(rowOf(site));
                m_names[m_read.back().id] = m_read.back().name;
            }
            m_rows.set(m_read);
            emit changed();
        });
}

QString SitesModel::nameOf(const QString& site) {
    if (const auto known = m_names.constFind(site); known != m_names.constEnd()) return *known;
    m_names[site] = QString();  // asked for once
    m_store.ask(
        this, [id = ss(site)](LocalStore& store) { return readSiteName(store, id); },
        [this, site](Result<std::string> name) {
            if (!name || name->empty()) return;
            m_names[site] = qs(*name);
            emit changed();
        });
    return {};
}

void SitesModel::setFilter(const QString& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    emit filterChanged();
    read(0, kPage);
}

}  // namespace plumb::mobile
