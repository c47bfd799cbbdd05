#include "mobile/map/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumb::mobile {

namespace {

constexpr double kRadian = std::numbers::pi / 180;
constexpr double kEquatorMetres = 2 * std::numbers::pi * 6378137.0;

}  // namespace

QPointF worldOf(const domain::GeoPoint& point) {
    const double lat = std::clamp(point.latitude, -kMostMercatorLatitude, kMostMercatorLatitude) * kRadian;
    return {point.longitude / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * std::numbers::pi)};
}

domain::GeoPoint groundOf(const QPointF& world) {
    return {std::atan(std::sinh((0.5 - world.y()) * 2 * std::numbers::pi)) / kRadian, (world.x() - 0.5) * 360};
}

double metresPerWorld(double latitude) {
    return kEquatorMetres * std::cos(latitude * kRadian);
}

Viewport::Viewport(QPointF centre, double zoom, QSizeF size)
    : m_centre(std::clamp(centre.x(), 0.0, 1.0), std::clamp(centre.y(), 0.0, 1.0)),
      m_zoom(std::clamp(zoom, kLeastZoom, kMostZoom)),
      m_size(size) {}

double Viewport::scale() const {
    return kTilePixels * std::exp2(m_zoom);
}

QPointF Viewport::screenOf(const QPointF& world) const {
    return (world - m_centre) * scale() + QPointF(m_size.width() / 2, m_size.height() / 2);
}

QPointF Viewport::worldAt(const QPointF& screen) const {
    return m_centre + (screen - QPointF(m_size.width() / 2, m_size.height() / 2)) / scale();
}

QRectF Viewport::world() const {
    return {worldAt({0, 0}), worldAt({m_size.width(), m_size.height()})};
}

double Viewport::metresPerPixel() const {
    return metresPerWorld(groundOf(m_centre).latitude) / scale();
}

Viewport Viewport::panned(const QPointF& pixels) const {
    return {m_centre - pixels / scale(), m_zoom, m_size};
}

Viewport Viewport::zoomed(double by, const QPointF& anchor) const {
    const QPointF held = worldAt(anchor);
    const Viewport out(m_centre, m_zoom + by, m_size);
    return {out.m_centre + held - out.worldAt(anchor), out.m_zoom, m_size};
}

Viewport Viewport::resized(const QSizeF& size) const {
    return {m_centre, m_zoom, size};
}

Viewport Viewport::over(const QRectF& world, const QSizeF& size, double margin) {
    const double wide = std::max(1.0, size.width() - 2 * margin), high = std::max(1.0, size.height() - 2 * margin);
    const double fits = std::min(wide / std::max(world.width(), 1e-9), high / std::max(world.height(), 1e-9));
    return {world.center(), std::log2(fits / kTilePixels), size};
}

}  // namespace plumb::mobile
