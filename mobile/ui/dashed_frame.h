// A dashed line around its place: what is empty yet, or cannot be used now. Painted, not a Shape: the software renderer
// draws Shapes over whatever lies above them. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QQuickPaintedItem>

namespace plumb::mobile {

class DashedFrame : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(qreal thickness MEMBER m_thickness NOTIFY changed)
    Q_PROPERTY(qreal radius MEMBER m_radius NOTIFY changed)

  public:
    explicit DashedFrame(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    QColor m_color{Qt::black};
    qreal m_thickness = 1.5, m_radius = 12;
};

}  // namespace plumb::mobile
