#include "mobile/drive/stage.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QWheelEvent>
#include <algorithm>

// What Qt Test itself sends its clicks and keys through: exported by QtGui for that, and the only way that takes
// shortcuts, focus and grabs the way of a real device.
QT_BEGIN_NAMESPACE
Q_GUI_EXPORT void qt_handleMouseEvent(QWindow* window, const QPointF& local, const QPointF& global,
                                      Qt::MouseButtons state, Qt::MouseButton button, QEvent::Type type,
                                      Qt::KeyboardModifiers modifiers, int timestamp);
Q_GUI_EXPORT void qt_handleKeyEvent(QWindow* window, QEvent::Type type, int key, Qt::KeyboardModifiers modifiers,
                                    const QString& text = QString(), bool autorepeat = false, ushort count = 1);
QT_END_NAMESPACE

namespace plumb::mobile {

namespace {

constexpr int kWheelStep = 120;

QQuickItem* findIn(QQuickItem* root, const QString& name) {
    // Later siblings are painted above: they are looked through first.
    auto children = root->childItems();
    std::stable_sort(children.begin(), children.end(),
                     [](const QQuickItem* a, const QQuickItem* b) { return a->z() < b->z(); });
    for (auto child = children.crbegin(); child != children.crend(); ++child) {
        if (!(*child)->isVisible() || (*child)->opacity() <= 0) continue;
        if (auto* found = findIn(*child, name)) return found;
    }
    return root->objectName() == name && root->width() > 0 && root->height() > 0 ? root : nullptr;
}

QPointF middleOf(const QQuickItem* item) {
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
}

}  // namespace

QQuickItem* Stage::find(const QString& name) const {
    return findIn(m_window.contentItem(), name);
}

bool Stage::reachable(QQuickItem* item) const {
    if (!item->isVisible() || !item->isEnabled()) return false;
    const QPointF middle = middleOf(item);
    if (!QRectF(QPointF(0, 0), m_window.size()).contains(middle)) return false;
    for (QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->clip() && !up->contains(up->mapFromScene(middle))) return false;
    }
    return true;
}

bool Stage::scrollTowards(QQuickItem* item) const {
    // The innermost flickable that it lies outside of is turned first.
    for (QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (!up->inherits("QQuickFlickable")) continue;
        const QPointF where = up->mapFromScene(middleOf(item));
        const auto towards = [](qreal at, qreal size) { return at < 0 ? 1 : at > size ? -1 : 0; };
        const int down = towards(where.y(), up->height());
        const int along = towards(where.x(), up->width());
        if (down != 0 || along != 0) {
            // A wheel turns what lies under it: what is out of sight itself comes first.
            if (!reachable(up) && scrollTowards(up)) return true;
            wheel(up, QPoint(along, down) * kWheelStep);
            return true;
        }
    }
    return false;
}

void Stage::turnWheel(QQuickItem* item, int notch) const {
    wheel(item, QPoint(0, notch * kWheelStep));
}

bool Stage::moves(QQuickItem* item) const {
    const auto flicks = [](const QQuickItem* one) {
        return one->inherits("QQuickFlickable") && one->property("moving").toBool();
    };
    for (QQuickItem* up = item; up; up = up->parentItem()) {
        if (flicks(up)) return true;
    }
    const auto inside = item->findChildren<QQuickItem*>();
    return std::any_of(inside.begin(), inside.end(), flicks);
}

void Stage::wheel(QQuickItem* item, const QPoint& turn) const {
    const QPointF at = middleOf(item);
    QWheelEvent event(at, m_window.mapToGlobal(at), QPoint(), turn, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    static QElapsedTimer clock;
    if (!clock.isValid()) clock.start();
    event.setTimestamp(static_cast<quint64>(clock.elapsed()) + 1);
    QCoreApplication::sendEvent(&m_window, &event);
}

void Stage::mouse(QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons) const {
    // Times far apart, so that two taps are never taken for a double click.
    static int time = 0;
    if (type == QEvent::MouseButtonPress) time += 1000;
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    qt_handleMouseEvent(&m_window, at, m_window.mapToGlobal(at), buttons, button, type, Qt::NoModifier, ++time);
}

void Stage::press(const QPointF& at) const {
    mouse(QEvent::MouseButtonPress, at, Qt::LeftButton);
}
void Stage::move(const QPointF& at) const {
    mouse(QEvent::MouseMove, at, Qt::LeftButton);
}
void Stage::release(const QPointF& at) const {
    mouse(QEvent::MouseButtonRelease, at, Qt::NoButton);
}

void Stage::tap(QQuickItem* item) const {
    const QPointF at = middleOf(item);
    press(at);
    release(at);
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& text) const {
    qt_handleKeyEvent(&m_window, QEvent::KeyPress, key, modifiers, text);
    qt_handleKeyEvent(&m_window, QEvent::KeyRelease, key, modifiers, text);
}

void Stage::type(const QString& text) const {
    for (qsizetype at = 0; at < text.size();) {
        const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const QString letter = text.mid(at, pair ? 2 : 1);
        at += letter.size();
        key(letter == u"\n" ? Qt::Key_Return
            : pair          ? Qt::Key_unknown
                            : Qt::Key(letter.at(0).toUpper().unicode()),
            Qt::NoModifier, letter);
    }
}

void Stage::paste(const QString& text) const {
    QGuiApplication::clipboard()->setText(text);
    key(Qt::Key_V, Qt::ControlModifier);
}

void Stage::compose(const QString& preedit) const {
    const QInputMethodEvent::Attribute cursor(QInputMethodEvent::Cursor, static_cast<int>(preedit.size()), 1);
    QInputMethodEvent event(preedit, {cursor});
    if (auto* focused = QGuiApplication::focusObject()) QCoreApplication::sendEvent(focused, &event);
}

void Stage::commit(const QString& text) const {
    QInputMethodEvent event;
    event.setCommitString(text);
    if (auto* focused = QGuiApplication::focusObject()) QCoreApplication::sendEvent(focused, &event);
}

}  // namespace plumb::mobile
