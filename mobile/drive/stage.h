// What a driver sees and does in a window: finds visible items by object name, brings them into sight as a person would
// (by the wheel), and sends real mouse and key events to the window. UI thread.
#pragma once

#include <QPointF>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

namespace plumb::mobile {

class Stage {
  public:
    // `window` outlives this.
    explicit Stage(QQuickWindow& window) : m_window(window) {}

    // The first item of that name that is shown, anywhere in the window (popups too), topmost first; null when there is
    // none.
    [[nodiscard]] QQuickItem* find(const QString& name) const;
    // Whether a tap would reach it now: shown, enabled, its middle inside the window and every clipping ancestor,
    // nothing modal over it.
    [[nodiscard]] bool reachable(QQuickItem* item) const;
    // One turn of the wheel towards it, where it lies outside of a flickable. False where nothing can be done.
    bool scrollTowards(QQuickItem* item) const;

    // One notch of the wheel over an item, as a wheel sends them: each an event of its own. Up is positive.
    void turnWheel(QQuickItem* item, int notch) const;
    // Something that scrolls around the item, or in it, is still on its way.
    [[nodiscard]] bool moves(QQuickItem* item) const;

    void tap(QQuickItem* item) const;
    void press(const QPointF& at) const;
    void move(const QPointF& at) const;
    void release(const QPointF& at) const;
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& text = {}) const;
    // A key for each character: one beyond the BMP comes as both its halves at once, as an input method sends it.
    void type(const QString& text) const;
    // By the clipboard: takes what no key can send.
    void paste(const QString& text) const;
    // As the system's input method sends it to the item that has the focus: what is being composed (it replaces what
    // was), and what comes of it.
    void compose(const QString& preedit) const;
    void commit(const QString& text) const;

  private:
    void wheel(QQuickItem* item, const QPoint& turn) const;
    void mouse(QEvent::Type type, const QPointF& at, Qt::MouseButtons buttons) const;

    QQuickWindow& m_window;
};

}  // namespace plumb::mobile
