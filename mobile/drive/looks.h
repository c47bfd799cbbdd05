// How the window looks for a while: its size, theme, language and size of text. What they were comes back when this
// ends. UI thread.
#pragma once

#include <QQuickWindow>
#include <QSize>
#include <QString>

namespace plumb::mobile {

class Looks {
  public:
    // `window` outlives this.
    explicit Looks(QQuickWindow& window);
    ~Looks();
    Looks(const Looks&) = delete;
    Looks& operator=(const Looks&) = delete;

    // "412x915 dark en 200": any of size, theme, language and percent of text, in any order; the rest is as it was at
    // first.
    void show(const QString& look);

    // "dir/x.png" in a look: "dir/x-412x915-dark-en-200.png".
    [[nodiscard]] static QString fileFor(const QString& picture, const QString& look);

  private:
    void wear(QSize size, const QString& theme, const QString& language, double textScale);

    QQuickWindow& m_window;
    QSize m_size;
    QString m_theme, m_language;
    double m_textScale;
};

}  // namespace plumb::mobile
