// Whoever works by keyboard sees where she is: an item that gets the focus by a key is scrolled into sight, through all
// that scrolls around it. A finger's focus moves nothing. UI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>

namespace plumb::mobile {

class FocusSight : public QObject {
    Q_OBJECT

  public:
    // Watches the window as long as both live.
    explicit FocusSight(QQuickWindow& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void bring(QQuickItem* item);
    // Moves what scrolls until the item's place lies in it, as far as it can.
    static void bringWithin(QQuickItem* flickable, QQuickItem* item);

    QQuickWindow& m_window;
    bool m_byKey = false;
};

}  // namespace plumb::mobile
