// Glass to sign on: keeps the strokes as drawn by finger, pen or mouse, smooths them and gives them as a PNG, black on
// white whatever the theme, since the image is bound into the signed record. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QByteArray>
#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>

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

    void paint(QPainter* painter) override;

  signals:
    void inkChanged();
    void strokesChanged();

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void touchEvent(QTouchEvent* event) override;

  private:
    void begin(const QPointF& at);
    void go(const QPointF& at);
    void draw(QPainter& painter, const QColor& ink, qreal scale) const;

    QColor m_ink{Qt::black};
    QList<QPolygonF> m_strokes;
};

}  // namespace plumb::mobile
