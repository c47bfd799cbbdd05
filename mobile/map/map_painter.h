// A frame of the map as one picture: squares of ground, rings of distance, one's own place, the marks of sites. What a
// frame of panning needs is there already, in the size in which it is shown: it is copied, not drawn. UI thread, or the
// render thread while the UI thread waits.
#pragma once

#include <QImage>

#include "mobile/map/map_model.h"
#include "mobile/map/map_sprites.h"

namespace plumb::mobile {

// The marks that the view shows, what is most urgent last, so that it lies on top.
std::vector<MapMark> marksIn(MapModel& model, const Viewport& view);

class MapPainter {
  public:
    // Fills the whole of `out`.
    void paint(QImage& out, MapModel& model, const Viewport& view, const MapLook& look);
    // The squares of the last frame were shown coarser than they can be, since the level changes: paint once more when
    // it stands still.
    [[nodiscard]] bool isCoarse() const { return m_coarse; }

  private:
    struct Piece {
        TileKey key;
        QSize size;  // as shown, device pixels
        friend bool operator==(const Piece&, const Piece&) = default;
        friend size_t qHash(const Piece& piece, size_t seed = 0) {
            return qHashMulti(seed, qHash(piece.key), piece.size.width(), piece.size.height());
        }
    };
    struct Scaled {
        QImage image;
        qint64 of = 0;  // cacheKey of the square
    };
    void paintGround(QPainter& painter, MapModel& model, const Viewport& view, qreal ratio);
    const QImage& scaled(const TileKey& key, const QImage& square, const QSize& size);
    void paintRings(QPainter& painter, const QPointF& at, double metresPerPixel, const QSizeF& size);
    void paintPosition(QPainter& painter, MapModel& model, const Viewport& view);

    MapSprites m_sprites;
    QHash<Piece, Scaled> m_scaled;
    double m_zoom = -1;  // of the last frame
    bool m_coarse = false;
};

}  // namespace plumb::mobile
