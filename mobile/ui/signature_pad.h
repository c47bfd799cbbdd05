// Glass to sign on: keeps the strokes as drawn by finger, pen or mouse, with the time of each point, and smooths them.
// It gives them as vectors (shared/records/inspection/strokes.h), or as a PNG, black on white whatever the theme, where
// a record names an image. A screen that is turned meanwhile shows it smaller or larger, and
// changes nothing of it. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QByteArray>
#include <QColor>
#include <QElapsedTimer>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <vector>

namespace plumb::mobile {

class SignaturePad : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY inkChanged)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY strokesChanged)

  public:
    explicit SignaturePad(QQuickItem* parent = nullptr);

    [[nodiscard]] bool isEmpty() const;
    Q_INVOKABLE void clear();
    // The drawing as PNG bytes, at most 800 pixels wide; empty where nothing was drawn.
    Q_INVOKABLE [[nodiscard]] QByteArray png() const;

    // {"width":…,"height":…,"lines":[…]} as records state it, but for the digest of the content; empty where nothing
    // was drawn.
    Q_INVOKABLE [[nodiscard]] QByteArray strokes() const;

    void paint(QPainter* painter) override;

  signals:
    void inkChanged();
    void strokesChanged();

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void touchEvent(QTouchEvent* event) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

  private:
    void begin(const QPointF& at);
    void go(const QPointF& at);
    void draw(QPainter& painter, const QColor& ink, qreal scale) const;

    // How the glass of the first stroke is shown on the glass of now: as large as it fits, in the middle.
    [[nodiscard]] qreal shownScale() const;
    [[nodiscard]] QPointF shownAt() const;

    struct Stroke {
        QPolygonF points;           // on the glass of the first stroke
        std::vector<qint64> times;  // of each point, milliseconds since the pen first touched
    };
    void add(Stroke& stroke, const QPointF& at);

    QColor m_ink{Qt::black};
    QList<Stroke> m_strokes;
    QSizeF m_glass;  // its size when the first stroke began: a screen that is turned changes nothing of what was drawn
    QPointF m_last;  // of the stroke under way, on the glass of now
    QElapsedTimer m_since;
};

}  // namespace plumb::mobile
