// A picture of a film, fitted into its place. Painted as an image, so that the software renderer shows films, too,
// which Qt's own VideoOutput does not.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QQuickItem>

namespace plumb::mobile {

class MovieView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QImage picture MEMBER m_picture WRITE setPicture NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(bool filling MEMBER m_filling NOTIFY changed)  // cut at its edges rather than letting the ground be seen

  public:
    explicit MovieView(QQuickItem* parent = nullptr);

    void setPicture(const QImage& picture);
    [[nodiscard]] bool isEmpty() const { return m_picture.isNull(); }

  signals:
    void changed();

  protected:
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData*) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

  private:
    QImage m_picture;
    bool m_filling = false, m_fresh = false;
};

}  // namespace plumb::mobile
