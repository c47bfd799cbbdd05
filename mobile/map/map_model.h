// The published sites on the map and in the list beside it: by what is due, by distance, or all; numbered alike in
// both. Clusters are made on a thread of the pool, once a level. Also the person's own map (MBTiles), which is
// remembered by its path. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QSettings>
#include <QTimer>
#include <QUrl>
#include <map>
#include <memory>
#include <vector>

#include "mobile/map/clusters.h"
#include "mobile/map/ground.h"
#include "mobile/map/map_rows.h"
#include "mobile/map/map_sites.h"
#include "mobile/position/position_source.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class MapModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.map")
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY changed)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)          // that stand on the map
    Q_PROPERTY(int placeless READ placeless NOTIFY changed)  // that are published without a place
    Q_PROPERTY(int dueCount READ dueCount NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString chosen READ chosen WRITE choose NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenName READ chosenName NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenFacts READ chosenFacts NOTIFY chosenChanged)
    Q_PROPERTY(QString chosenAway READ chosenAway NOTIFY chosenChanged)  // and whether inside its boundary
    Q_PROPERTY(QString chosenPoint READ chosenPoint NOTIFY chosenChanged)
    Q_PROPERTY(QString ground READ ground NOTIFY groundChanged)  // which map it is, of when, from whom
    Q_PROPERTY(bool ownMap READ ownMap NOTIFY groundChanged)
    Q_PROPERTY(QString mapProblem READ mapProblem NOTIFY groundChanged)

  public:
    enum Order { ByDue, ByDistance, All };
    Q_ENUM(Order)

    // All that is passed outlives this.
    MapModel(StoreThread& store, PositionSource& position, QObject* parent);
    ~MapModel() override;

    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] Order order() const { return m_order; }
    void setOrder(Order order);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString& filter);
    [[nodiscard]] int total() const { return static_cast<int>(m_points.size()); }
    [[nodiscard]] int placeless() const { return m_sites.placeless; }
    [[nodiscard]] int dueCount() const;
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] QString chosenName() const;
    [[nodiscard]] QString chosenFacts() const;
    [[nodiscard]] QString chosenAway() const;
    [[nodiscard]] QString chosenPoint() const;
    [[nodiscard]] QString ground() const;
    [[nodiscard]] bool ownMap() const { return m_ownMap; }
    [[nodiscard]] QString mapProblem() const { return m_mapProblem.text(); }

    Q_INVOKABLE void refresh();
    // "" chooses none.
    Q_INVOKABLE void choose(const QString& site);
    // Shows the chosen site to whatever map program the tablet has; false where there is none. Its coordinates are on
    // the clipboard either way.
    Q_INVOKABLE bool handOver();
    // A file of MBTiles, opened where it lies; "" goes back to the sketch of counties.
    Q_INVOKABLE void useMap(const QString& path);

    // --- for the view
    struct Point {
        QPointF world;
        std::size_t site = 0;  // its place in sites()
        SiteState state = SiteState::none;
        QString number;
    };
    // In order of urgency, by due day within it.
    [[nodiscard]] const std::vector<Point>& points() const { return m_points; }
    [[nodiscard]] const std::vector<MapSite>& sites() const { return m_sites.sites; }
    // Of that level; of the nearest that is there while it is made. Null before the first.
    [[nodiscard]] std::shared_ptr<const std::vector<Cluster>> clustersAt(int level);
    // What all sites take, as far as they are within the two provinces; of the sketch where there are none.
    [[nodiscard]] QRectF extent() const;
    [[nodiscard]] std::optional<QPointF> chosenWorld() const;
    void setLook(const GroundLook& look);
    [[nodiscard]] Ground& tiles() { return m_ground; }
    [[nodiscard]] PositionSource& position() { return m_position; }
    // Of somebody who is gone.
    void forget();
    // For tests and benches: the sites as they would be read.
    void take(MapSites sites);

    static constexpr int kReach = 44;  // pixels: nearer than this two marks lie on one another

  signals:
    void changed();
    void chosenChanged();
    void groundChanged();
    void shown();  // something on the map is different

  private:
    void list();
    void chooseOrder();
    void plan();
    [[nodiscard]] const MapSite* chosenSite() const;

    StoreThread& m_store;
    PositionSource& m_position;
    QSettings m_file;
    Rows<MapRow> m_rows{this};
    MapSites m_sites;
    std::vector<Point> m_points;
    std::map<int, std::shared_ptr<const std::vector<Cluster>>> m_clusters;
    int m_generation = 0;  // of the points
    int m_making = -1;     // the level
    QTimer m_relist;
    Order m_order = ByDue;
    bool m_orderChosen = false;  // by the person; until then it follows what there is
    QString m_filter, m_chosen;
    Sentence m_problem, m_mapProblem, m_mapName;
    std::vector<Outline> m_outlines;
    GroundLook m_look;
    bool m_ownMap = false;
    QThreadPool m_pool;
    Ground m_ground;
};

}  // namespace plumb::mobile
