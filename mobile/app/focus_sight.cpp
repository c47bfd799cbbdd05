#include "mobile/app/focus_sight.h"

#include <QEvent>
#include <algorithm>

namespace plumb::mobile {

namespace {

// What comes next stays in sight below the item, device-independent pixels.
constexpr qreal kRoom = 24;

// Where the content has to begin, so that `at` … `at + size` of the view lies inside; the item's beginning comes first
// where it is larger than the view.
qreal movedTo(qreal content, qreal at, qreal size, qreal view, qreal least, qreal most) {
    const qreal room = size + 2 * kRoom > view ? 0 : kRoom;
    qreal to = content;
    if (at + size + room > view) to = content + at + size + room - view;
    if (at - (to - content) - room < 0) to = content + at - room;
    return std::clamp(to, std::min(least, most), std::max(least, most));
}

qreal real(const QObject* object, const char* name) {
    return object->property(name).toReal();
}

}  // namespace

FocusSight::FocusSight(QQuickWindow& window) : QObject(&window), m_window(window) {
    window.installEventFilter(this);
    connect(&window, &QQuickWindow::activeFocusItemChanged, this, [this] {
        if (m_byKey) bring(m_window.activeFocusItem());
    });
}

bool FocusSight::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
            m_byKey = true;
            break;
        case QEvent::MouseButtonPress:
        case QEvent::TouchBegin:
        case QEvent::Wheel:
            m_byKey = false;
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusSight::bring(QQuickItem* item) {
    if (!item) return;
    for (QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) bringWithin(up, item);
    }
}

void FocusSight::bringWithin(QQuickItem* flickable, QQuickItem* item) {
    const QRectF place = item->mapRectToItem(flickable, QRectF(0, 0, item->width(), item->height()));
    const qreal top = real(flickable, "originY") - real(flickable, "topMargin"),
                left = real(flickable, "originX") - real(flickable, "leftMargin");
    const qreal bottom = real(flickable, "originY") + real(flickable, "contentHeight") +
                         real(flickable, "bottomMargin") - flickable->height();
    const qreal right = real(flickable, "originX") + real(flickable, "contentWidth") + real(flickable, "rightMargin") -
                        flickable->width();
    const qreal y = real(flickable, "contentY"), x = real(flickable, "contentX");
    const qreal newY = movedTo(y, place.y(), place.height(), flickable->height(), top, bottom);
    const qreal newX = movedTo(x, place.x(), place.width(), flickable->width(), left, right);
    // What is wholly in sight stays where it is, however it lies.
    if (newY != y && (place.top() < 0 || place.bottom() > flickable->height()))
        flickable->setProperty("contentY", newY);
    if (newX != x && (place.left() < 0 || place.right() > flickable->width())) flickable->setProperty("contentX", newX);
}

}  // namespace plumb::mobile
