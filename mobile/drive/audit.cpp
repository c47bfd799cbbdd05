#include "mobile/drive/audit.h"

#include <private/qguiapplication_p.h>
#include <qpa/qplatformaccessibility.h>
#include <qpa/qplatformintegration.h>
#include <QAccessible>
#include <QGuiApplication>
#include <QQuickItem>
#include <QSet>
#include <algorithm>

#include "mobile/drive/stage.h"

namespace plumb::mobile {

namespace {

constexpr double kTouch = 56;   // pixels: what a glove finds (UI.md)
constexpr int kMostTabs = 600;  // no page has more that can be worked

bool isWorked(const QQuickItem* item) {
    return item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField") ||
           item->inherits("QQuickTextArea") || item->inherits("QQuickSlider");
}

bool isText(const QQuickItem* item) {
    return item->inherits("QQuickTextField") || item->inherits("QQuickTextArea");
}

QString called(const QQuickItem* item) {
    QString name = item->objectName();
    for (const auto* up = item->parentItem(); name.isEmpty() && up; up = up->parentItem()) name = up->objectName();
    return QStringLiteral("%1 (%2)").arg(name.isEmpty() ? QStringLiteral("?") : name,
                                         QString::fromLatin1(item->metaObject()->className()).section(u'_', 0, 0));
}

// In the layer that is on top: a modal sheet hides what lies below it from everybody.
QQuickItem* topLayer(QQuickWindow& window) {
    QQuickItem* out = window.contentItem();
    for (auto* child : window.contentItem()->childItems()) {
        if (!child->inherits("QQuickOverlay") || !child->isVisible()) continue;
        for (auto* popup : child->childItems())
            if (popup->isVisible() && popup->inherits("QQuickPopupItem")) out = popup;
    }
    return out;
}

void collect(QQuickItem* root, std::vector<QQuickItem*>& out) {
    for (auto* child : root->childItems()) {
        if (!child->isVisible() || !child->isEnabled() || child->opacity() <= 0) continue;
        if (child->width() > 0 && child->height() > 0 && isWorked(child)) out.push_back(child);
        collect(child, out);
    }
}

void auditNames(const std::vector<QQuickItem*>& items, QStringList& faults) {
    for (auto* item : items) {
        auto* face = QAccessible::queryAccessibleInterface(item);
        if (!face || !face->isValid()) {
            faults.append(called(item) + QStringLiteral(" is not in the accessible tree"));
            continue;
        }
        if (face->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(called(item) + QStringLiteral(" has no accessible name"));
        if (face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            faults.append(called(item) + QStringLiteral(" has no role"));
        // A line to type in is as large as its frame, which takes the tap for it.
        const QQuickItem* target = item;
        for (int up = 0; isText(item) && up < 4 && target->parentItem() && target->height() < kTouch; ++up)
            target = target->parentItem();
        if (target->height() < kTouch - 0.5 || target->width() < kTouch - 0.5)
            faults.append(
                called(item) +
                QStringLiteral(" is %1 × %2 pixels, below %3").arg(target->width()).arg(target->height()).arg(kTouch));
    }
}

void auditKeyboard(QQuickWindow& window, const std::vector<QQuickItem*>& items, QStringList& faults) {
    const Stage stage(window);
    QSet<QQuickItem*> visited;
    QQuickItem* last = nullptr;
    int still = 0;
    for (int i = 0; i < kMostTabs; ++i) {
        stage.key(Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t"));
        auto* now = window.activeFocusItem();
        if (!now) break;
        still = now == last ? still + 1 : 0;
        last = now;
        if (still >= 3) {
            if (items.size() > 1)
                faults.append(called(now) + QStringLiteral(" keeps the focus: Tab does not leave it"));
            break;
        }
        // A text of many lines is left by Tab, too; once around is enough.
        if (visited.contains(now) && visited.size() > 1 && i > static_cast<int>(items.size()) * 2) break;
        visited.insert(now);
        if (isWorked(now) && !isText(now)) {
            const auto shown = now->property("visualFocus");
            if (shown.isValid() && !shown.toBool())
                faults.append(called(now) + QStringLiteral(" does not show that it has the focus"));
        }
    }
    for (auto* item : items) {
        const bool reached = visited.contains(item) || std::ranges::any_of(visited, [&](const QQuickItem* one) {
                                 return item->isAncestorOf(one);
                             });
        if (!reached) faults.append(called(item) + QStringLiteral(" is not reached by Tab"));
    }
}

}  // namespace

void activateAccessibility() {
    auto* integration = QGuiApplicationPrivate::platformIntegration();
    if (integration && integration->accessibility()) integration->accessibility()->setActive(true);
    QAccessible::setActive(true);
}

QStringList auditAccess(QQuickWindow& window) {
    QStringList faults;
    std::vector<QQuickItem*> items;
    collect(topLayer(window), items);
    if (items.empty()) faults.append(QStringLiteral("nothing here can be worked"));
    auditNames(items, faults);
    auditKeyboard(window, items, faults);
    faults.removeDuplicates();
    return faults;
}

}  // namespace plumb::mobile
