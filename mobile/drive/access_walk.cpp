#include "mobile/drive/access_walk.h"

#include <QAccessible>
#include <QSet>

#include "mobile/drive/stage.h"

namespace plumb::mobile {

namespace {

// Rounds of Tab that are tried: more than any page has stops.
constexpr int kMostStops = 400;

bool editable(QAccessible::Role role) {
    return role == QAccessible::EditableText || role == QAccessible::SpinBox || role == QAccessible::Slider ||
           role == QAccessible::ComboBox;
}

QAccessibleInterface* toldOf(QQuickItem* item) {
    auto* told = QAccessible::queryAccessibleInterface(item);
    return told && told->object() == item ? told : nullptr;
}

// Whether somebody is told that she can do something with it.
bool operates(QQuickItem* item) {
    auto* told = toldOf(item);
    if (!told) return false;
    if (editable(told->role())) return true;
    auto* actions = told->actionInterface();
    if (!actions) return false;
    const auto names = actions->actionNames();
    return names.contains(QAccessibleActionInterface::pressAction()) ||
           names.contains(QAccessibleActionInterface::toggleAction());
}

QString nameOf(QQuickItem* item) {
    auto* told = toldOf(item);
    return told ? told->text(QAccessible::Name).trimmed() : QString();
}

// As a developer finds it: its object name, or its type in the nearest item that has one.
QString whereIs(const QQuickItem* item) {
    const QString type = QString::fromLatin1(item->metaObject()->className()).section(QStringLiteral("_QML"), 0, 0);
    for (const QQuickItem* up = item; up; up = up->parentItem()) {
        if (up->objectName().isEmpty()) continue;
        return up == item ? QStringLiteral("\"%1\"").arg(up->objectName())
                          : QStringLiteral("a %1 in \"%2\"").arg(type, up->objectName());
    }
    return QStringLiteral("a %1").arg(type);
}

bool takesTaps(const QQuickItem* item) {
    const auto on = [](const QObject* handler) { return handler->property("enabled").toBool(); };
    if (item->inherits("QQuickMouseArea")) return on(item) && item->acceptedMouseButtons() != Qt::NoButton;
    const auto handlers = item->findChildren<QObject*>(Qt::FindDirectChildrenOnly);
    return std::any_of(handlers.begin(), handlers.end(),
                       [&](const QObject* handler) { return handler->inherits("QQuickTapHandler") && on(handler); });
}

// What is open above everything else and lets nothing below be reached; else all of the window.
QQuickItem* rootOf(const QQuickWindow& window) {
    QQuickItem* root = window.contentItem();
    for (QQuickItem* overlay : window.contentItem()->childItems()) {
        if (!overlay->inherits("QQuickOverlay")) continue;
        for (QQuickItem* popup : overlay->childItems()) {
            if (popup->isVisible() && popup->inherits("QQuickPopupItem") && popup->parent() &&
                popup->parent()->property("modal").toBool())
                root = popup;
        }
    }
    return root;
}

}  // namespace

AccessWalk::AccessWalk(QQuickWindow& window) : m_window(window) {
    look(rootOf(window), false);
    for (QQuickItem* area : m_areas) {
        const bool helps = std::any_of(m_told.begin(), m_told.end(),
                                       [&](QQuickItem* item) { return area->parentItem()->isAncestorOf(item); });
        if (!helps) m_untold.append(area);
    }
}

void AccessWalk::look(QQuickItem* item, bool told) {
    if (!item->isVisible() || item->opacity() <= 0 || !item->isEnabled()) return;
    const Stage stage(m_window);
    const bool shown = item->width() > 0 && item->height() > 0 && stage.reachable(item);
    if (operates(item)) {
        m_told.append(item);
        if (shown) m_operable.append(item);
        told = true;
    } else if (auto* here = toldOf(item); here && here->role() == QAccessible::Graphic && !nameOf(item).isEmpty()) {
        told = true;  // a picture that is drawn on: what it shows is told
    } else if (shown && !told && takesTaps(item)) {
        m_areas.append(item);
    }
    for (QQuickItem* child : item->childItems()) look(child, told);
}

// An area around it that takes taps for it (a field's frame) is part of the target.
QSizeF AccessWalk::targetOf(QQuickItem* item) const {
    QSizeF size = item->size();
    for (const QQuickItem* area : m_areas) {
        if (area->parentItem()->isAncestorOf(item)) size = size.expandedTo(area->size());
    }
    return size;
}

QStringList AccessWalk::complaints() const {
    QStringList out;
    for (QQuickItem* item : m_operable) {
        if (nameOf(item).isEmpty()) out << QStringLiteral("%1 has no name").arg(whereIs(item));
        const QSizeF size = targetOf(item);
        if (size.width() < kTarget || size.height() < kTarget)
            out << QStringLiteral("%1 is %2 x %3, a finger needs %4")
                       .arg(whereIs(item))
                       .arg(size.width())
                       .arg(size.height())
                       .arg(kTarget);
    }
    for (QQuickItem* item : m_untold)
        out << QStringLiteral("%1 takes taps, and no tool is told of it").arg(whereIs(item));
    return out;
}

QStringList AccessWalk::tabComplaints() const {
    const Stage stage(m_window);
    QSet<const QQuickItem*> reached;
    // Focus on a part of a control is focus on the control.
    const auto reach = [&](const QQuickItem* item) {
        for (; item; item = item->parentItem()) reached.insert(item);
    };
    QStringList out;
    const QQuickItem* first = nullptr;
    for (int i = 0; i < kMostStops; ++i) {
        stage.key(Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
        const QQuickItem* now = m_window.activeFocusItem();
        if (!now) continue;
        if (now == first) break;
        if (!first) first = now;
        const QVariant shows = now->property("visualFocus");
        if (shows.isValid() && !shows.toBool() && !reached.contains(now))
            out << QStringLiteral("%1 does not show that it has the focus").arg(whereIs(now));
        reach(now);
    }
    for (const QQuickItem* item : m_operable) {
        if (!reached.contains(item)) out << QStringLiteral("%1 is not reached by Tab").arg(whereIs(item));
    }
    return out;
}

QString unseenFocus(QQuickWindow& window) {
    QQuickItem* now = window.activeFocusItem();
    if (!now) return QStringLiteral("nothing has the focus");
    if (!Stage(window).reachable(now)) return QStringLiteral("%1 has the focus out of sight").arg(whereIs(now));
    const QVariant shows = now->property("visualFocus");
    if (shows.isValid() && !shows.toBool())
        return QStringLiteral("%1 does not show that it has the focus").arg(whereIs(now));
    return {};
}

namespace {

void namePages(const QQuickItem* item, QStringList& out) {
    if (!item->isVisible() || item->opacity() <= 0) return;
    const auto name = [&out](const QObject* object) {
        const QString type = QString::fromLatin1(object->metaObject()->className()).section(u'_', 0, 0);
        for (const auto& end : {"Page", "Pane", "Stage", "Sheet"}) {
            if (type.endsWith(QLatin1String(end)) && !out.contains(type)) out.append(type);
        }
    };
    name(item);
    // What stands in a popup is told by the popup, which is no item itself.
    if (item->inherits("QQuickPopupItem") && item->parent()) name(item->parent());
    for (const QQuickItem* child : item->childItems()) namePages(child, out);
}

}  // namespace

QStringList pagesOn(const QQuickWindow& window) {
    QStringList out;
    namePages(window.contentItem(), out);
    return out;
}

}  // namespace plumb::mobile
