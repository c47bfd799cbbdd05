#include "mobile/map/ground.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr int kSide = static_cast<int>(kTilePixels);
// Names of counties from here on, boundaries of sites from there: before, they lie on one another.
constexpr int kNamesFrom = 7, kBoundariesFrom = 9;
constexpr int kNamePixels = 16, kNameRoom = 180, kNameHeight = 28;  // room: half of the longest name
constexpr std::size_t kMostAsked = 128;
constexpr int kMostEnlarged = 6;  // levels

struct Square {
    double scale;    // pixels that the world is wide
    QPointF corner;  // of the square, in pixels of the world

    explicit Square(const TileKey& key)
        : scale(kTilePixels * std::exp2(key.zoom)), corner(key.column * kTilePixels, key.row * kTilePixels) {}
    [[nodiscard]] QRectF world(double room = 0) const {
        return {(corner.x() - room) / scale, (corner.y() - room) / scale, (kTilePixels + 2 * room) / scale,
                (kTilePixels + 2 * room) / scale};
    }
    [[nodiscard]] QPolygonF pixels(const QPolygonF& ring) const {
        QPolygonF out;
        out.reserve(ring.size());
        for (const auto& at : ring) out.append(at * scale - corner);
        return out;
    }
};

void paintSketch(QPainter& painter, const GroundPlan& plan, const Square& square) {
    const QRectF here = square.world(2);
    painter.setPen(QPen(plan.look.line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(plan.look.land);
    for (const auto& outline : plan.outlines) {
        if (!outline.bounds.intersects(here)) continue;
        QPainterPath path;
        for (const auto& ring : outline.rings) path.addPolygon(square.pixels(ring));
        painter.drawPath(path);
    }
}

// A name that would lie on that of a larger county is left out. Judged by all the names around, whether they stand or
// not: each square comes to the same, so that none is cut at a square's edge.
void paintNames(QPainter& painter, const GroundPlan& plan, const Square& square) {
    QFont font(plan.look.family);
    font.setPixelSize(kNamePixels);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 3);
    painter.setFont(font);
    painter.setPen(plan.look.name);
    struct Name {
        const Outline* of;
        QRectF box;
        double size;
    };
    std::vector<Name> names;
    const QFontMetricsF metrics(font);
    const QRectF around = square.world(3 * kNameRoom);
    for (const auto& outline : plan.outlines) {
        if (!around.contains(outline.label) || outline.bounds.width() * square.scale < 40) continue;
        const QPointF at = outline.label * square.scale - square.corner;
        const double width = metrics.horizontalAdvance(outline.name);
        names.push_back({&outline, QRectF(at.x() - width / 2, at.y() - kNameHeight / 2.0, width, kNameHeight),
                         outline.bounds.width() * outline.bounds.height()});
    }
    const QRectF tile(0, 0, kTilePixels, kTilePixels);
    for (const auto& name : names) {
        if (!name.box.intersects(tile)) continue;
        const bool covered = std::any_of(names.begin(), names.end(), [&](const Name& other) {
            const bool larger = other.size > name.size || (other.size == name.size && other.of < name.of);
            return larger && other.of != name.of && other.box.adjusted(0, 4, 0, -4).intersects(name.box);
        });
        if (!covered) painter.drawText(name.box, Qt::AlignCenter | Qt::TextDontClip, name.of->name);
    }
}

void paintBoundaries(QPainter& painter, const GroundPlan& plan, const Square& square) {
    const QRectF here = square.world(2);
    QColor fill = plan.look.site;
    fill.setAlphaF(0.18F);
    painter.setBrush(fill);
    painter.setPen(QPen(plan.look.site, 2));
    for (const auto& boundary : plan.boundaries)
        if (boundary.bounds.intersects(here)) painter.drawPolygon(square.pixels(boundary.ring));
}

}  // namespace

QImage GroundPlan::picture(const TileKey& key, std::optional<Error>& problem) {
    if (!map) return {};
    const std::lock_guard lock(mapMutex);
    TileKey above = key;
    for (int up = 0; up <= kMostEnlarged && above.zoom >= map->facts().minZoom; ++up) {
        const auto bytes = above.zoom <= map->facts().maxZoom
                               ? map->tile(above.zoom, above.column, above.row)
                               : Result<Bytes>(fail(ErrorKind::notFound, "no_tile", "beyond the map's levels"));
        if (bytes) {
            const QImage image = QImage::fromData(bytes->data(), static_cast<int>(bytes->size()));
            if (image.isNull()) {
                problem = Error{ErrorKind::malformed, "map_tile", "a tile of the map is damaged"};
                return {};
            }
            const int part = 1 << up;
            const double wide = static_cast<double>(image.width()) / part,
                         high = static_cast<double>(image.height()) / part;
            const QRectF piece((key.column % part) * wide, (key.row % part) * high, wide, high);
            return image.copy(piece.toAlignedRect())
                .scaled(kSide, kSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        }
        if (bytes.error().code != "no_tile") problem = bytes.error();
        if (bytes.error().code == "map_lost") return {};
        above = {above.zoom - 1, above.column / 2, above.row / 2};
    }
    return {};
}

QImage paintTile(GroundPlan& plan, const TileKey& key, std::optional<Error>& problem) {
    QImage out(kSide, kSide, QImage::Format_RGB32);
    out.fill(plan.look.outside);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    const Square square(key);
    const QImage picture = plan.picture(key, problem);
    if (picture.isNull()) {
        paintSketch(painter, plan, square);
        if (key.zoom >= kNamesFrom) paintNames(painter, plan, square);
    } else {
        painter.drawImage(0, 0, picture);
        if (plan.look.night) painter.fillRect(out.rect(), QColor(0, 0, 0, 110));
    }
    if (key.zoom >= kBoundariesFrom) paintBoundaries(painter, plan, square);
    return out;
}

Ground::Ground(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

Ground::~Ground() {
    m_asked.clear();
    m_pool.waitForDone();
}

void Ground::setPlan(std::shared_ptr<GroundPlan> plan) {
    // By night a square of the day is a white hole: with another look none of them stands.
    if (m_plan && plan && m_plan->look != plan->look) {
        m_kept.clear();
        m_seen.clear();
        m_bytes = 0;
    }
    m_plan = std::move(plan);
    ++m_number;
    m_asked.clear();
    emit painted();
}

QImage Ground::known(const TileKey& key) const {
    const auto kept = m_kept.constFind(key);
    return kept == m_kept.constEnd() ? QImage() : kept->image;
}

QImage Ground::tile(const TileKey& key) {
    const auto kept = m_kept.find(key);
    if (kept != m_kept.end()) m_seen.splice(m_seen.end(), m_seen, kept->seen);
    const bool fresh = kept != m_kept.end() && kept->plan == m_number;
    if (!fresh && m_plan) {
        m_asked.remove(key);
        m_asked.push_back(key);
        if (m_asked.size() > kMostAsked) m_asked.pop_front();
        next();
    }
    return kept == m_kept.end() ? QImage() : kept->image;
}

void Ground::next() {
    if (m_painting || m_asked.empty() || !m_plan) return;
    const TileKey key = m_asked.back();
    m_asked.pop_back();
    m_painting = true;
    m_pool.start([this, key, plan = m_plan, number = m_number] {
        std::optional<Error> problem;
        const QImage image = paintTile(*plan, key, problem);
        QMetaObject::invokeMethod(this, [this, key, image, number, problem] {
            m_painting = false;
            if (number == m_number) take(key, image, number);
            if (problem) emit failed(*problem);
            next();
        });
    });
}

void Ground::take(const TileKey& key, const QImage& image, int plan) {
    if (const auto before = m_kept.find(key); before != m_kept.end()) {
        m_bytes -= before->image.sizeInBytes();
        m_seen.erase(before->seen);
        m_kept.erase(before);
    }
    m_seen.push_back(key);
    m_kept[key] = {image, plan, std::prev(m_seen.end())};
    m_bytes += image.sizeInBytes();
    while (m_bytes > kMostBytes && m_seen.size() > 1) {
        const auto oldest = m_kept.find(m_seen.front());
        m_bytes -= oldest->image.sizeInBytes();
        m_kept.erase(oldest);
        m_seen.pop_front();
    }
    emit painted();
}

void Ground::finish() {
    m_pool.waitForDone();
}

}  // namespace plumb::mobile
