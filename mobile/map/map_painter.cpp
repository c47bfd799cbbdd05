#include "mobile/map/map_painter.h"

#include <QElapsedTimer>
#include <QPainter>
#include <array>
#include <cmath>
#include <numbers>

#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

constexpr std::array<double, 3> kRings{10'000, 20'000, 30'000};  // metres
constexpr double kLeastRing = 36, kMostRing = 3000, kDotEvery = 6;
// What a frame spends on making squares smooth; the others of a strip that comes into sight are coarse for a frame.
constexpr qint64 kMostScaling = 2'000'000;  // nanoseconds
constexpr qsizetype kMostScaled = 120;      // squares: four screens of them

int textPixels(const MapLook& look) {
    return qRound(14 * std::min(1.5, look.textScale));
}

}  // namespace

std::vector<MapMark> marksIn(MapModel& model, const Viewport& view) {
    std::vector<MapMark> out;
    const auto clusters = model.clustersAt(static_cast<int>(std::lround(view.zoom())));
    if (!clusters) return out;
    const QRectF seen = QRectF({0, 0}, view.size()).adjusted(-30, -30, 30, 30);
    const QRectF world(view.worldAt(seen.topLeft()), view.worldAt(seen.bottomRight()));
    const auto& points = model.points();
    for (const auto& cluster : *clusters) {
        if (!world.contains(cluster.at)) continue;
        const auto& point = points[static_cast<std::size_t>(cluster.first)];
        MapMark mark{view.screenOf(cluster.at), point.state, point.number, model.sites()[point.site].id, false};
        if (cluster.count > 1) {
            mark.text = cluster.count > 999 ? QStringLiteral("999+") : QString::number(cluster.count);
            mark.site.clear();
        }
        out.push_back(std::move(mark));
    }
    // What is chosen is seen even where it lies in a cluster.
    if (const auto at = model.chosenWorld(); at && world.contains(*at)) {
        for (const auto& point : points) {
            if (model.sites()[point.site].id != model.chosen()) continue;
            std::erase_if(out, [&](const MapMark& mark) { return mark.site == model.chosen(); });
            out.push_back({view.screenOf(*at), point.state, point.number, model.chosen(), true});
            break;
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const MapMark& a, const MapMark& b) {
        return a.chosen != b.chosen ? b.chosen : a.state > b.state;
    });
    return out;
}

void MapPainter::paint(QImage& out, MapModel& model, const Viewport& view, const MapLook& look) {
    m_sprites.setLook(look, out.devicePixelRatio());
    out.fill(look.outside.isValid() ? look.outside : QColor(Qt::white));
    QPainter painter(&out);
    paintGround(painter, model, view, out.devicePixelRatio());
    painter.setRenderHint(QPainter::Antialiasing);
    paintPosition(painter, model, view);
    for (const auto& mark : marksIn(model, view)) laySprite(painter, m_sprites.mark(mark), mark.at);
}

const QImage& MapPainter::scaled(const TileKey& key, const QImage& square, const QSize& size) {
    auto& kept = m_scaled[{key, size}];
    if (kept.of != square.cacheKey()) {
        kept.image = square.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        kept.image.setDevicePixelRatio(1);
        kept.of = square.cacheKey();
    }
    return kept.image;
}

void MapPainter::paintGround(QPainter& painter, MapModel& model, const Viewport& view, qreal ratio) {
    const int level = static_cast<int>(std::lround(view.zoom()));
    const double scale = view.scale() * ratio, side = scale / std::exp2(level), most = std::exp2(level) - 1;
    const QRectF world = view.world();
    const auto cell = [&](double at) {
        return static_cast<int>(std::clamp(std::floor(at * std::exp2(level)), 0.0, most));
    };
    const QPointF origin = view.screenOf({0, 0}) * ratio;
    const auto at = [](double begin, int count, double wide) {
        return static_cast<int>(std::round(begin) + std::floor(count * wide));
    };
    // While the level changes each size is shown once: making it smooth would be for nothing.
    const bool moves = view.zoom() != m_zoom && m_zoom >= 0;
    m_zoom = view.zoom();
    m_coarse = false;
    if (m_scaled.size() > kMostScaled) m_scaled.clear();
    QElapsedTimer spent;
    spent.start();
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    for (int row = cell(world.top()); row <= cell(world.bottom()); ++row) {
        for (int column = cell(world.left()); column <= cell(world.right()); ++column) {
            const TileKey key{level, column, row};
            const QImage image = model.tiles().tile(key);
            // On whole pixels, so that no seam shows between two squares, and of a size that no panning changes.
            const QPoint from(at(origin.x(), column, side), at(origin.y(), row, side));
            const QPoint to(at(origin.x(), column + 1, side), at(origin.y(), row + 1, side));
            const QRect place(from, QSize(to.x() - from.x(), to.y() - from.y()));
            if (!image.isNull() && image.size() == place.size()) {
                painter.drawImage(place.topLeft(), image);
            } else if (!image.isNull() && !moves &&
                       (m_scaled.contains({key, place.size()}) || spent.nsecsElapsed() < kMostScaling)) {
                painter.drawImage(place.topLeft(), scaled(key, image, place.size()));
            } else if (!image.isNull()) {
                m_coarse = true;
                painter.drawImage(place, image);
            } else {
                // What is not painted yet is shown from a square above it, enlarged.
                TileKey above = key;
                for (int up = 1; up <= 5 && above.zoom > 0; ++up) {
                    above = {above.zoom - 1, above.column / 2, above.row / 2};
                    const QImage known = model.tiles().known(above);
                    if (known.isNull()) continue;
                    const double part = kTilePixels / (1 << up);
                    painter.drawImage(QRectF(place), known,
                                      QRectF((column % (1 << up)) * part, (row % (1 << up)) * part, part, part));
                    break;
                }
            }
        }
    }
    painter.restore();
}

// Dots, and only those that are seen: a dashed ellipse of thousands of pixels would cost more than all the rest.
void MapPainter::paintRings(QPainter& painter, const QPointF& at, double metresPerPixel, const QSizeF& size) {
    const auto& look = m_sprites.look();
    const QRectF seen = QRectF({0, 0}, size).adjusted(-2, -2, 2, 2);
    std::vector<QPointF> dots;
    for (const double ring : kRings) {
        const double radius = ring / metresPerPixel;
        if (radius < kLeastRing || radius > kMostRing) continue;
        const int count = static_cast<int>(2 * std::numbers::pi * radius / kDotEvery);
        const double turn = 2 * std::numbers::pi / count, cosine = std::cos(turn), sine = std::sin(turn);
        QPointF spoke(0, -radius);
        for (int i = 0; i < count; ++i) {
            const QPointF dot(std::round(at.x() + spoke.x()), std::round(at.y() + spoke.y()));
            if (seen.contains(dot)) dots.push_back(dot);
            spoke = {spoke.x() * cosine - spoke.y() * sine, spoke.x() * sine + spoke.y() * cosine};
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor ink = look.ink;
    ink.setAlphaF(0.6F);
    for (const auto& dot : dots) painter.fillRect(QRectF(dot, QSizeF(2, 2)), ink);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const double ring : kRings) {
        const double radius = ring / metresPerPixel;
        if (radius < kLeastRing || radius > kMostRing) continue;
        const QPointF top = at - QPointF(0, radius);
        if (seen.adjusted(-60, -20, 60, 20).contains(top))
            laySprite(painter, m_sprites.words(distanceText(ring), textPixels(look)), top);
    }
}

void MapPainter::paintPosition(QPainter& painter, MapModel& model, const Viewport& view) {
    const auto& position = model.position();
    const auto& last = position.last();
    if (!last) return;
    const auto& look = m_sprites.look();
    const QPointF at = view.screenOf(worldOf(last->point()));
    const double perPixel = metresPerWorld(last->latitude) / view.scale();
    paintRings(painter, at, perPixel, view.size());
    const bool known = position.isKnown();
    if (const auto chosen = model.chosenWorld()) {
        painter.setPen(QPen(look.ink, 3, Qt::DashLine));
        painter.drawLine(at, view.screenOf(*chosen));
    }
    const double radius = std::max(14.0, position.accuracy() / perPixel);
    // Of a place that is far outside, or so inexact that its circle is beyond the window, nothing would be seen.
    if (!QRectF({0, 0}, view.size()).adjusted(-radius - 300, -radius - 40, radius + 300, radius + 40).contains(at))
        return;
    if (known) {
        QColor veil = look.ink;
        veil.setAlphaF(0.14F);
        painter.setBrush(veil);
        veil.setAlphaF(0.5F);
        painter.setPen(QPen(veil, 1));
        painter.drawEllipse(at, radius, radius);
    }
    painter.setBrush(known ? look.ink : look.paper);
    painter.setPen(QPen(known ? look.paper : look.ink, 4));
    painter.drawEllipse(at, 9, 9);
    const QString words =
        known ? MapModel::tr("我 ±%1 m · %2 秒").arg(qMax(1, qRound(position.accuracy()))).arg(position.age())
              : MapModel::tr("我 %1 在这里").arg(position.since());
    QFont font(look.family);
    font.setPixelSize(textPixels(look));
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QSizeF pill(metrics.horizontalAdvance(words) + 24, metrics.height() + 10);
    const bool left = at.x() > view.size().width() / 2;
    const QRectF box(left ? at.x() - 24 - pill.width() : at.x() + 24, at.y() - pill.height() / 2, pill.width(),
                     pill.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.ink);
    painter.drawRoundedRect(box, pill.height() / 2, pill.height() / 2);
    painter.setPen(look.paper);
    painter.drawText(box, Qt::AlignCenter, words);
}

}  // namespace plumb::mobile
