#include "mobile/map/map_model.h"

#include <QDateTime>
#include <QFile>
#include <algorithm>
#include <cmath>

#include "mobile/map/map_list.h"
#include "mobile/position/hand_over.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/distance_text.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr int kRelistMs = 2000;

QString pathFrom(const QString& typed) {
    const QString path = typed.trimmed();
    return path.startsWith(QLatin1String("file://")) ? QUrl(path).toLocalFile() : path;
}

}  // namespace

MapModel::MapModel(StoreThread& store, PositionSource& position, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_position(position),
      m_file(store.home() + QStringLiteral("/app.ini"), QSettings::IniFormat) {
    m_pool.setMaxThreadCount(1);
    m_relist.setSingleShot(true);
    m_relist.setInterval(kRelistMs);
    connect(&m_relist, &QTimer::timeout, this, [this] {
        chooseOrder();
        list();
    });
    connect(&m_position, &PositionSource::moved, this, [this] {
        if (!m_relist.isActive()) m_relist.start();
        emit chosenChanged();
    });
    connect(&m_position, &PositionSource::changed, this, &MapModel::shown);
    connect(&m_ground, &Ground::painted, this, &MapModel::shown);
    connect(&m_ground, &Ground::failed, this, [this](const Error& problem) {
        if (sentenceFor(problem) == m_mapProblem.text()) return;
        m_mapProblem = problem;
        emit groundChanged();
    });
}

MapModel::~MapModel() {
    m_pool.waitForDone();
}

void MapModel::refresh() {
    if (!m_ground.plan()) plan();
    m_store.ask(
        this, [](LocalStore& store) { return readMapSites(store); },
        [this](Result<MapSites> sites) {
            m_problem = sites ? Sentence() : Sentence(sites.error());
            take(sites ? std::move(*sites) : MapSites{});
        });
}

void MapModel::take(MapSites sites) {
    m_sites = std::move(sites);
    m_points.clear();
    for (std::size_t i = 0; i < m_sites.sites.size(); ++i) {
        const auto& site = m_sites.sites[i];
        if (site.point) m_points.push_back({worldOf(*site.point), i, stateOf(site, m_sites.today), {}});
    }
    std::stable_sort(m_points.begin(), m_points.end(), [this](const Point& a, const Point& b) {
        return moreUrgent(m_sites.sites[a.site], m_sites.sites[b.site], m_sites.today);
    });
    m_clusters.clear();
    ++m_generation;
    m_making = -1;
    chooseOrder();
    list();
    if (m_ground.plan() || !m_sites.sites.empty()) plan();
    emit chosenChanged();
}

int MapModel::dueCount() const {
    return static_cast<int>(
        std::ranges::count_if(m_sites.sites, [](const auto& site) { return site.due.has_value(); }));
}

void MapModel::chooseOrder() {
    if (m_orderChosen) return;
    m_order = dueCount() > 0 ? ByDue : m_position.wasKnown() ? ByDistance : All;
}

void MapModel::forget() {
    m_orderChosen = false;
    m_filter.clear();
    choose({});
    take({});
}

void MapModel::setOrder(Order order) {
    m_orderChosen = true;
    if (order == m_order) return;
    m_order = order;
    list();
}

void MapModel::setFilter(const QString& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    list();
}

void MapModel::list() {
    const auto order = m_order == ByDue ? ListedBy::due : m_order == ByDistance ? ListedBy::distance : ListedBy::all;
    auto listed = listSites(m_sites, order, m_filter, m_position);
    for (auto& point : m_points) point.number = listed.numbers[point.site];
    m_rows.set(std::move(listed.rows));
    emit changed();
    emit shown();
}

const MapSite* MapModel::chosenSite() const {
    const auto found = std::ranges::find(m_sites.sites, m_chosen, &MapSite::id);
    return m_chosen.isEmpty() || found == m_sites.sites.end() ? nullptr : &*found;
}

void MapModel::choose(const QString& site) {
    if (site == m_chosen) return;
    m_chosen = site;
    emit chosenChanged();
    emit shown();
}

QString MapModel::chosenName() const {
    const auto* site = chosenSite();
    return site ? site->name : QString();
}

QString MapModel::chosenFacts() const {
    const auto* site = chosenSite();
    if (!site) return {};
    QStringList parts;
    if (!site->facts.isEmpty()) parts.append(site->facts);
    if (!site->boundary.empty())
        parts.append(areaText(domain::areaOf(site->boundary)));
    else if (!site->scale.isEmpty())
        parts.append(site->scale);
    return parts.join(QStringLiteral(" · "));
}

QString MapModel::chosenAway() const {
    const auto* site = chosenSite();
    if (!site || !site->point) return {};
    if (m_position.isKnown() && !site->boundary.empty() && domain::contains(site->boundary, m_position.last()->point()))
        return tr("您在示范区内");
    return awayText(m_position, *site->point);
}

QString MapModel::chosenPoint() const {
    const auto* site = chosenSite();
    if (!site || !site->point) return {};
    return pointText(*site->point);
}

std::optional<QPointF> MapModel::chosenWorld() const {
    const auto* site = chosenSite();
    return site && site->point ? std::optional(worldOf(*site->point)) : std::nullopt;
}

bool MapModel::handOver() {
    const auto* site = chosenSite();
    return site && site->point && mobile::handOver(*site->point, site->name);
}

std::shared_ptr<const std::vector<Cluster>> MapModel::clustersAt(int level) {
    if (const auto known = m_clusters.find(level); known != m_clusters.end()) return known->second;
    if (m_making < 0) {
        m_making = level;
        std::vector<QPointF> points;
        points.reserve(m_points.size());
        for (const auto& point : m_points) points.push_back(point.world);
        m_pool.start([this, level, generation = m_generation, points = std::move(points)] {
            auto made = std::make_shared<const std::vector<Cluster>>(
                clustered(points, kReach / (kTilePixels * std::exp2(level))));
            QMetaObject::invokeMethod(this, [this, level, generation, made] {
                if (generation != m_generation) return;
                m_making = -1;
                m_clusters[level] = made;
                emit shown();
            });
        });
    }
    // The level that is nearest stands in.
    std::shared_ptr<const std::vector<Cluster>> near;
    int best = 99;
    for (const auto& [known, clusters] : m_clusters)
        if (std::abs(known - level) < best) best = std::abs(known - level), near = clusters;
    return near;
}

QRectF MapModel::extent() const {
    QRectF out;
    for (const auto& point : m_points) out = out.united(QRectF(point.world - QPointF(1e-6, 1e-6), QSizeF(2e-6, 2e-6)));
    if (m_points.empty())
        for (const auto& outline : m_outlines) out = out.united(outline.bounds);
    return out.isEmpty() ? QRectF(worldOf({43, 89}), worldOf({31, 109})) : out;
}

void MapModel::setLook(const GroundLook& look) {
    if (look == m_look) return;
    m_look = look;
    if (m_ground.plan()) plan();
}

void MapModel::useMap(const QString& path) {
    m_file.setValue(QStringLiteral("map"), pathFrom(path));
    plan();
}

void MapModel::plan() {
    if (m_outlines.empty()) {
        QFile asset(QStringLiteral(":/map/counties.geojson"));
        if (asset.open(QIODevice::ReadOnly))
            if (auto read = readOutlines(asset.readAll())) m_outlines = std::move(*read);
    }
    auto next = std::make_shared<GroundPlan>();
    next->outlines = m_outlines;
    next->look = m_look;
    for (const auto& site : m_sites.sites) {
        if (site.boundary.empty()) continue;
        QPolygonF ring;
        for (const auto& at : site.boundary) ring.append(worldOf(at));
        next->boundaries.push_back({ring, ring.boundingRect()});
    }
    m_mapProblem.clear();
    m_mapName.clear();
    m_ownMap = false;
    if (const QString path = m_file.value(QStringLiteral("map")).toString(); !path.isEmpty()) {
        if (auto map = store::Mbtiles::open(path.toStdString())) {
            const auto& facts = (*map)->facts();
            const QString date = QDateTime::fromSecsSinceEpoch(facts.modified).toString(QStringLiteral("yyyy-MM"));
            m_mapName = [name = facts.name, date, bytes = facts.bytes, attribution = facts.attribution] {
                QStringList parts{name.empty() ? tr("离线地图") : tr("离线地图 %1").arg(qs(name)), date,
                                  bytesText(bytes)};
                if (!attribution.empty()) parts.append(qs(attribution));
                return parts.join(QStringLiteral(" · "));
            };
            m_ownMap = true;
            next->map = std::move(*map);
        } else {
            m_mapProblem = map.error();
        }
    }
    m_ground.setPlan(std::move(next));
    emit groundChanged();
}

QString MapModel::ground() const {
    return m_ownMap ? tr("%1 · 界线示意").arg(m_mapName.text()) : tr("示意图，非测绘地图 · 界线示意");
}

}  // namespace plumb::mobile
