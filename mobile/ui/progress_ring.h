// A ring that fills clockwise from the top: how much of a checklist is answered.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QQuickPaintedItem>

namespace plumb::mobile {

class ProgressRing : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(qreal value MEMBER m_value NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(QColor track MEMBER m_track NOTIFY changed)

  public:
    explicit ProgressRing(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    qreal m_value = 0;
    QColor m_color{Qt::black};
    QColor m_track{Qt::gray};
};

}  // namespace plumb::mobile
