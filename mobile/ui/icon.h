// An icon of assets/icons drawn in one colour: SVG with "currentColor" in it, rendered by QSvgRenderer at the exact
// size, so that it is sharp on every screen and in the software renderer too. UI thread builds it, the render thread
// paints it.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>
#include <QString>

namespace plumb::mobile {

class Icon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString name MEMBER m_name WRITE setName NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color WRITE setColor NOTIFY changed)
    Q_PROPERTY(qreal size READ size WRITE setSize NOTIFY changed)

  public:
    explicit Icon(QQuickItem* parent = nullptr);

    void setName(const QString& name);
    void setColor(const QColor& color);
    [[nodiscard]] qreal size() const { return implicitWidth(); }
    void setSize(qreal size);

    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    void load();

    QString m_name;
    QColor m_color{Qt::black};
    QByteArray m_svg;
};

}  // namespace plumb::mobile
