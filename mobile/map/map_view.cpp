#include "mobile/map/map_view.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <algorithm>

#include "mobile/ui/distance_text.h"

namespace plumb::mobile {

namespace {

constexpr double kDragPixels = 8, kPickPixels = 30, kWheelNotch = 120;
constexpr double kKeyPan = 80, kStep = 1;
constexpr double kMargin = 70;
constexpr int kStillMs = 40;

}  // namespace

MapView::MapView(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setClip(true);
    m_still.setSingleShot(true);
    m_still.setInterval(kStillMs);
    connect(&m_still, &QTimer::timeout, this, [this] {
        if (m_painter.isCoarse()) update();
    });
    connect(this, &MapView::lookChanged, this, [this] {
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

void MapView::pick(const QPointF& at) {
    if (!m_model) return;
    const auto all = marksIn(*m_model, m_view);
    const MapMark* best = nullptr;
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

MapLook MapView::drawn() const {
    return {m_ink, m_paper, m_accent, m_fail, m_part, m_grey, m_onMark, m_land, m_outside, m_family, m_textScale};
}

void MapView::paintFrame(QImage& out) {
    if (m_model)
        m_painter.paint(out, *m_model, m_view, drawn());
    else
        out.fill(m_outside.isValid() ? m_outside : QColor(Qt::white));
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
    // What is shown coarsely while it moves or grows is made smooth when it stands still.
    if (m_painter.isCoarse())
        QMetaObject::invokeMethod(
            this, [this] { m_still.start(); }, Qt::QueuedConnection);
    node->setTexture(window()->createTextureFromImage(picture, QQuickWindow::TextureIsOpaque));
    node->setSourceRect({{0, 0}, QSizeF(picture.size())});
    node->setRect(boundingRect());
    return node;
}

}  // namespace plumb::mobile
