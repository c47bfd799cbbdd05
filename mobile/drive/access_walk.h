// What somebody who does not see the window, has a keyboard only or has thick fingers would miss in what it shows now:
// a walk over the visible items and what accessibility tools are told of them. UI thread; needs accessibility to be
// active (tests/access does that where no screen reader runs).
#pragma once

#include <QList>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

namespace plumb::mobile {

class AccessWalk {
  public:
    // In device-independent pixels, both ways; UI.md, "touch".
    static constexpr int kTarget = 56;

    explicit AccessWalk(QQuickWindow& window);

    // A sentence each: what can be operated and has no name, is smaller than a target, or takes taps that no tool is
    // told of.
    [[nodiscard]] QStringList complaints() const;
    // How many things can be operated here: a walk that found none looked at nothing.
    [[nodiscard]] qsizetype operable() const { return m_operable.size(); }
    // Goes round by Tab: what it did not come to, and what does not show that it has the focus. It moves the focus.
    [[nodiscard]] QStringList tabComplaints() const;

  private:
    void look(QQuickItem* item, bool told);
    [[nodiscard]] QSizeF targetOf(QQuickItem* item) const;

    QQuickWindow& m_window;
    QList<QQuickItem*> m_operable;
    QList<QQuickItem*> m_told;    // these, and those that are out of sight now
    QList<QQuickItem*> m_areas;   // take taps, and are not told of themselves
    QList<QQuickItem*> m_untold;  // of these, who are beside nothing that is told
};

// Why somebody who looks at the window does not see where the focus is, or "": there is none, it is out of sight, or it
// does not show.
QString unseenFocus(QQuickWindow& window);
// The QML types of the pages, panes, stages and sheets that are to be seen.
QStringList pagesOn(const QQuickWindow& window);

}  // namespace plumb::mobile
