#include "mobile/map/map_view.h"

#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGImageNode>
#include <array>
#include <cmath>

#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

constexpr double kDragPixels = 8, kPickPixels = 30, kWheelNotch = 120;
constexpr double kKeyPan = 80, kStep = 1;
constexpr std::array<double, 3> kRings{10'000, 20'000, 30'000};  // metres
constexpr double kScaleWish = 110;                               // pixels
constexpr double kMargin = 70;

// The largest 1, 2 or 5 times a power of ten that is not more than `most`.
double roundLength(double most) {
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * power <= most) return step * power;
    return power;
}

void text(QPainter& painter, const QPointF& at, const QString& words, const QColor& ink, const QColor& around) {
    const QFontMetricsF metrics(painter.font());
    QPainterPath path;
    path.addText(at - QPointF(metrics.horizontalAdvance(words) / 2, -metrics.capHeight() / 2), painter.font(), words);
    painter.strokePath(path, QPen(around, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, ink);
}

}  // namespace

MapView::MapView(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setClip(true);
    connect(this, &MapView::lookChanged, this, [this] {
        m_images.clear();
        follow();
        update();
    });
}

void MapView::setModel(MapModel* model) {
    if (model == m_model) return;
    if (m_model) disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model) {
        connect(m_model, &MapModel::shown, this, [this] {
            if (!m_placed) showAll();
            update();
        });
        connect(m_model, &MapModel::chosenChanged, this, &QQuickItem::update);
        follow();
    }
    emit modelChanged();
}

void MapView::follow() {
    if (!m_model || !m_land.isValid() || !isComponentComplete()) return;
    m_model->setLook({m_outside, m_land, m_line, m_ink, m_accent, m_family, m_night});
}

void MapView::componentComplete() {
    QQuickItem::componentComplete();
    follow();
}

void MapView::look(const Viewport& view) {
    m_view = view;
    update();
    emit viewChanged();
}

void MapView::panBy(const QPointF& pixels) {
    m_placed = true;
    look(m_view.panned(pixels));
}

void MapView::zoomBy(qreal levels) {
    zoomAt(levels, width() / 2, height() / 2);
}

void MapView::zoomAt(qreal levels, qreal x, qreal y) {
    m_placed = true;
    look(m_view.zoomed(levels, {x, y}));
}

void MapView::showAll() {
    if (!m_model || width() <= 0 || height() <= 0) return;
    m_placed = m_placed || m_model->total() > 0;
    look(Viewport::over(m_model->extent(), size(), std::min(kMargin, width() / 5)));
}

bool MapView::showMe() {
    const auto& last = m_model->position().last();
    if (!last) return false;
    m_placed = true;
    look({worldOf(last->point()), std::max(m_view.zoom(), 10.0), size()});
    return true;
}

void MapView::showChosen() {
    const auto at = m_model->chosenWorld();
    if (!at) return;
    m_placed = true;
    const QPointF seen = m_view.screenOf(*at);
    const QRectF room = boundingRect().adjusted(kMargin, kMargin, -kMargin, -kMargin - m_covered);
    if (room.contains(seen)) return update();
    look(Viewport(*at, m_view.zoom(), size()).panned({0, -m_covered / 2}));
}

QString MapView::scaleText() const {
    return distanceText(roundLength(kScaleWish * m_view.metresPerPixel()));
}

qreal MapView::scaleWidth() const {
    return roundLength(kScaleWish * m_view.metresPerPixel()) / m_view.metresPerPixel();
}

void MapView::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    follow();
    if (m_placed)
        look(m_view.resized(now.size()));
    else
        showAll();
}

void MapView::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    m_pressed = m_last = event->position();
    m_dragging = false;
    setKeepMouseGrab(true);
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    m_dragging = m_dragging || QLineF(at, m_pressed).length() > kDragPixels;
    if (!m_dragging) return;
    m_placed = true;
    look(m_view.panned(at - m_last));
    m_last = at;
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    setKeepMouseGrab(false);
    if (!m_dragging) pick(event->position());
    m_dragging = false;
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    zoomAt(kStep, event->position().x(), event->position().y());
    m_dragging = true;  // its release picks nothing
}

void MapView::wheelEvent(QWheelEvent* event) {
    zoomAt(event->angleDelta().y() / kWheelNotch / 2, event->position().x(), event->position().y());
}

void MapView::keyPressEvent(QKeyEvent* event) {
    m_placed = true;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoomBy(kStep);
        case Qt::Key_Minus:
            return zoomBy(-kStep);
        case Qt::Key_Left:
            return look(m_view.panned({kKeyPan, 0}));
        case Qt::Key_Right:
            return look(m_view.panned({-kKeyPan, 0}));
        case Qt::Key_Up:
            return look(m_view.panned({0, kKeyPan}));
        case Qt::Key_Down:
            return look(m_view.panned({0, -kKeyPan}));
        case Qt::Key_Home:
            return showAll();
        default:
            event->ignore();
    }
}

std::vector<MapView::Mark> MapView::marks() const {
    std::vector<Mark> out;
    const auto clusters = m_model->clustersAt(static_cast<int>(std::lround(m_view.zoom())));
    if (!clusters) return out;
    const QRectF seen = boundingRect().adjusted(-30, -30, 30, 30);
    const auto& points = m_model->points();
    std::optional<Mark> chosen;
    for (const auto& cluster : *clusters) {
        const auto at = m_view.screenOf(cluster.at);
        if (!seen.contains(at)) continue;
        const auto& point = points[static_cast<std::size_t>(cluster.first)];
        Mark mark{at, point.state, point.number, m_model->sites()[point.site].id, false};
        if (cluster.count > 1) {
            mark.text = cluster.count > 999 ? QStringLiteral("999+") : QString::number(cluster.count);
            mark.site.clear();
        }
        out.push_back(std::move(mark));
    }
    // What is chosen is seen even where it lies in a cluster.
    if (const auto at = m_model->chosenWorld(); at && seen.contains(m_view.screenOf(*at))) {
        for (const auto& point : points) {
            if (m_model->sites()[point.site].id != m_model->chosen()) continue;
            std::erase_if(out, [&](const Mark& mark) { return mark.site == m_model->chosen(); });
            out.push_back({m_view.screenOf(*at), point.state, point.number, m_model->chosen(), true});
            break;
        }
    }
    // What is most urgent lies on top.
    std::stable_sort(out.begin(), out.end(),
                     [](const Mark& a, const Mark& b) { return a.chosen != b.chosen ? b.chosen : a.state > b.state; });
    return out;
}

void MapView::pick(const QPointF& at) {
    if (!m_model) return;
    const auto all = marks();
    const Mark* best = nullptr;
    double nearest = kPickPixels;
    for (const auto& mark : all) {
        const double away = QLineF(mark.at, at).length();
        if (away > nearest) continue;
        nearest = away;
        best = &mark;
    }
    if (!best) return m_model->choose({});
    // Several: nearer, until they part.
    if (best->site.isEmpty()) return zoomAt(2 * kStep, best->at.x(), best->at.y());
    m_model->choose(best->site);
}

QImage MapView::markImage(const Mark& mark, qreal ratio) const {
    const bool several = mark.site.isEmpty();
    const QString key = QStringLiteral("%1 %2 %3 %4 %5")
                            .arg(static_cast<int>(mark.state))
                            .arg(mark.text)
                            .arg(several)
                            .arg(mark.chosen)
                            .arg(ratio);
    if (const auto known = m_images.constFind(key); known != m_images.constEnd()) return *known;
    const double grown = std::min(1.5, m_textScale) * (mark.chosen ? 1.35 : 1);
    const double side = (mark.text.size() > 2 ? 44 : mark.text.isEmpty() ? 24 : 38) * grown, middle = side / 2 + 3;
    QImage out(qCeil((side + 6) * ratio), qCeil((side + 6) * ratio), QImage::Format_ARGB32_Premultiplied);
    out.setDevicePixelRatio(ratio);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF corners;
    QColor fill = m_paper, ink = m_ink, edge = m_paper;
    double lower = 0;
    switch (mark.state) {
        case SiteState::overdue:
            corners << QPointF(middle, middle - side / 2) << QPointF(middle + side / 2, middle + side * 0.42)
                    << QPointF(middle - side / 2, middle + side * 0.42);
            fill = m_fail;
            lower = side * 0.14;
            ink = m_onMark;
            break;
        case SiteState::today:
            corners << QPointF(middle, middle - side / 2) << QPointF(middle + side / 2, middle)
                    << QPointF(middle, middle + side / 2) << QPointF(middle - side / 2, middle);
            fill = m_part;
            ink = m_onMark;
            break;
        case SiteState::later:
            fill = m_accent;
            ink = m_onMark;
            break;
        case SiteState::none:
            edge = m_grey;
            break;
    }
    painter.setBrush(fill);
    painter.setPen(QPen(edge, mark.state == SiteState::none ? 3 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (corners.isEmpty())
        painter.drawEllipse(QPointF(middle, middle), side * 0.42, side * 0.42);
    else
        painter.drawPolygon(corners);
    if (several) {  // a second ring says that there is more than one
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mark.state == SiteState::none ? m_grey : fill, 1.5));
        if (corners.isEmpty()) painter.drawEllipse(QPointF(middle, middle), side * 0.5, side * 0.5);
    }
    QFont font(m_family);
    font.setBold(true);
    font.setPixelSize(qRound((mark.text.size() > 2 ? 13 : 16) * grown * (corners.isEmpty() ? 1 : 0.9)));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QRectF(0, lower, side + 6, side + 6), Qt::AlignCenter, mark.text);
    painter.end();
    if (m_images.size() > 2000) m_images.clear();
    m_images[key] = out;
    return out;
}

void MapView::paintPosition(QPainter& painter) const {
    const auto& position = m_model->position();
    const auto& last = position.last();
    if (!last) return;
    const QPointF at = m_view.screenOf(worldOf(last->point()));
    const double perPixel = metresPerWorld(last->latitude) / m_view.scale();
    QFont font(m_family);
    font.setPixelSize(qRound(14 * std::min(1.5, m_textScale)));
    painter.setFont(font);
    for (const double ring : kRings) {
        const double radius = ring / perPixel;
        if (radius < 36 || radius > 3000) continue;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_ink, 1.2, Qt::DotLine));
        painter.setOpacity(0.55);
        painter.drawEllipse(at, radius, radius);
        painter.setOpacity(1);
        text(painter, at - QPointF(0, radius), distanceText(ring), m_ink, m_land);
    }
    const bool known = position.isKnown();
    if (const auto chosen = m_model->chosenWorld()) {
        const QPointF there = m_view.screenOf(*chosen);
        painter.setPen(QPen(m_ink, 3, Qt::DashLine));
        painter.drawLine(at, there);
    }
    if (known) {
        QColor veil = m_ink;
        veil.setAlphaF(0.14F);
        painter.setBrush(veil);
        veil.setAlphaF(0.5F);
        painter.setPen(QPen(veil, 1));
        painter.drawEllipse(at, std::max(14.0, position.accuracy() / perPixel),
                            std::max(14.0, position.accuracy() / perPixel));
    }
    painter.setBrush(known ? m_ink : m_paper);
    painter.setPen(QPen(known ? m_paper : m_ink, 4));
    painter.drawEllipse(at, 9, 9);
    const QString words =
        known ? MapModel::tr("我 ±%1 m · %2 秒").arg(qMax(1, qRound(position.accuracy()))).arg(position.age())
              : MapModel::tr("我 %1 在这里").arg(position.since());
    font.setBold(true);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const QSizeF pill(metrics.horizontalAdvance(words) + 24, metrics.height() + 10);
    const bool left = at.x() > width() / 2;
    const QRectF box(left ? at.x() - 24 - pill.width() : at.x() + 24, at.y() - pill.height() / 2, pill.width(),
                     pill.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ink);
    painter.drawRoundedRect(box, pill.height() / 2, pill.height() / 2);
    painter.setPen(m_paper);
    painter.drawText(box, Qt::AlignCenter, words);
}

void MapView::paintGround(QPainter& painter) const {
    const int level = static_cast<int>(std::lround(m_view.zoom()));
    const double scale = m_view.scale(), side = scale / std::exp2(level), most = std::exp2(level) - 1;
    const QRectF world = m_view.world();
    const auto cell = [&](double at) {
        return static_cast<int>(std::clamp(std::floor(at * std::exp2(level)), 0.0, most));
    };
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int row = cell(world.top()); row <= cell(world.bottom()); ++row) {
        for (int column = cell(world.left()); column <= cell(world.right()); ++column) {
            const TileKey key{level, column, row};
            QImage image = m_model->tiles().tile(key);
            QRectF piece(0, 0, kTilePixels, kTilePixels);
            // What is not painted yet is shown from a square above it, enlarged.
            TileKey above = key;
            for (int up = 1; image.isNull() && up <= 5 && above.zoom > 0; ++up) {
                above = {above.zoom - 1, above.column / 2, above.row / 2};
                image = m_model->tiles().known(above);
                const double part = kTilePixels / (1 << up);
                piece = {(column % (1 << up)) * part, (row % (1 << up)) * part, part, part};
            }
            if (image.isNull()) continue;
            // On whole pixels, so that no seam shows between two squares.
            const QPointF corner = m_view.screenOf({column / std::exp2(level), row / std::exp2(level)});
            const QPointF from(std::floor(corner.x()), std::floor(corner.y()));
            const QPointF to(std::floor(corner.x() + side), std::floor(corner.y() + side));
            painter.drawImage(QRectF(from, to), image, piece);
        }
    }
}

void MapView::paintFrame(QImage& out) const {
    out.fill(m_outside.isValid() ? m_outside : QColor(Qt::white));
    if (!m_model) return;
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    paintPosition(painter);
    const qreal ratio = out.devicePixelRatio();
    for (const auto& mark : marks()) {
        const QImage image = markImage(mark, ratio);
        const QSizeF half = image.deviceIndependentSize() / 2;
        painter.drawImage(mark.at - QPointF(half.width(), half.height()), image);
    }
}

QSGNode* MapView::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    if (!m_model || width() <= 0 || height() <= 0) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<QSGImageNode*>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
    }
    const qreal ratio = window()->effectiveDevicePixelRatio();
    QImage picture((size() * ratio).toSize(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(ratio);
    paintFrame(picture);
    node->setTexture(window()->createTextureFromImage(picture, QQuickWindow::TextureIsOpaque));
    node->setSourceRect({{0, 0}, QSizeF(picture.size())});
    node->setRect(boundingRect());
    return node;
}

}  // namespace plumb::mobile
