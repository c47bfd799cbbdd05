// What lies under the sites on the map: squares of 256 pixels, painted from the person's own map where one is loaded,
// from the sketch of counties else, with the boundaries of sites on top. Painted on a thread of its own, kept up to a
// number of bytes, the ones longest unseen go first. A square that is not there yet is shown from the one above it.
// UI thread, but for paint().
#pragma once

#include <QColor>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "mobile/map/mercator.h"
#include "mobile/map/outlines.h"
#include "shared/store/mbtiles.h"

namespace plumb::mobile {

struct TileKey {
    int zoom = 0, column = 0, row = 0;
    friend bool operator==(const TileKey&, const TileKey&) = default;
};
inline size_t qHash(const TileKey& key, size_t seed = 0) {
    return qHashMulti(seed, key.zoom, key.column, key.row);
}

struct GroundLook {
    QColor outside{"#E7E9E0"}, land{"#F3F2E8"}, line{"#B9B8A4"}, name{"#4C5652"}, site{"#0F6E66"};
    QString family;
    bool night = false;  // a picture map is dimmed
    friend bool operator==(const GroundLook&, const GroundLook&) = default;
};

// All that a square is painted from. Immutable but for the file, which its mutex guards.
struct GroundPlan {
    std::vector<Outline> outlines;
    struct Boundary {
        QPolygonF ring;
        QRectF bounds;
    };
    std::vector<Boundary> boundaries;
    GroundLook look;
    std::unique_ptr<store::Mbtiles> map;  // none: the sketch
    std::mutex mapMutex;

    // Where a level is beyond those of the file, the picture of a square above it is enlarged. "map_lost", "map_tile".
    QImage picture(const TileKey& key, std::optional<Error>& problem);
};

// The square, opaque. Any thread.
QImage paintTile(GroundPlan& plan, const TileKey& key, std::optional<Error>& problem);

class Ground : public QObject {
    Q_OBJECT

  public:
    static constexpr qsizetype kMostBytes = 48 << 20;

    explicit Ground(QObject* parent = nullptr);
    ~Ground() override;

    // Everything is painted anew; squares of the plan before stand until then, where it looks alike.
    void setPlan(std::shared_ptr<GroundPlan> plan);
    [[nodiscard]] const std::shared_ptr<GroundPlan>& plan() const { return m_plan; }

    // The picture, or null; what is not there is asked for, the newest question first.
    QImage tile(const TileKey& key);
    // The same without asking.
    [[nodiscard]] QImage known(const TileKey& key) const;
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }
    // Waits until nothing is being painted.
    void finish();

  signals:
    void painted();
    void failed(const plumb::Error& problem);

  private:
    struct Kept {
        QImage image;
        int plan = 0;
        std::list<TileKey>::iterator seen;
    };
    void take(const TileKey& key, const QImage& image, int plan);
    void next();

    std::shared_ptr<GroundPlan> m_plan;
    int m_number = 0;  // of the plan
    QHash<TileKey, Kept> m_kept;
    std::list<TileKey> m_seen;   // longest unseen first
    std::list<TileKey> m_asked;  // newest last
    qsizetype m_bytes = 0;
    bool m_painting = false;
    QThreadPool m_pool;
};

}  // namespace plumb::mobile
