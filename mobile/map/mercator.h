// Web Mercator (EPSG:3857), and what of the world a window shows. The world is a square from (0, 0) in the north-west
// to (1, 1); at level z it is 256 · 2^z pixels wide. Pure; any thread.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include "shared/domain/geodesy.h"

namespace plumb::mobile {

inline constexpr double kTilePixels = 256;
inline constexpr double kLeastZoom = 4, kMostZoom = 18;
// Where the square ends.
inline constexpr double kMostMercatorLatitude = 85.0511287798;

// Latitudes beyond the square's edge lie on it.
QPointF worldOf(const domain::GeoPoint& point);
domain::GeoPoint groundOf(const QPointF& world);
// Metres on the ground that the width of the world has at that latitude.
double metresPerWorld(double latitude);

class Viewport {
  public:
    Viewport() = default;
    // A centre beyond the square, or a level beyond those that there are, is brought within.
    Viewport(QPointF centre, double zoom, QSizeF size);

    [[nodiscard]] const QPointF& centre() const { return m_centre; }
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] const QSizeF& size() const { return m_size; }
    // Pixels that the world is wide.
    [[nodiscard]] double scale() const;
    [[nodiscard]] QPointF screenOf(const QPointF& world) const;
    [[nodiscard]] QPointF worldAt(const QPointF& screen) const;
    [[nodiscard]] QRectF world() const;
    [[nodiscard]] double metresPerPixel() const;

    [[nodiscard]] Viewport panned(const QPointF& pixels) const;
    // What lies under `anchor` stays there.
    [[nodiscard]] Viewport zoomed(double by, const QPointF& anchor) const;
    [[nodiscard]] Viewport resized(const QSizeF& size) const;
    // All of `world`, with so many pixels left free at each side.
    [[nodiscard]] static Viewport over(const QRectF& world, const QSizeF& size, double margin);

  private:
    QPointF m_centre{0.5, 0.5};
    double m_zoom = kLeastZoom;
    QSizeF m_size;
};

}  // namespace plumb::mobile
