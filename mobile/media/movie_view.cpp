#include "mobile/media/movie_view.h"

#include <QQuickWindow>
#include <QSGImageNode>

namespace plumb::mobile {

MovieView::MovieView(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    connect(this, &MovieView::changed, this, [this] { update(); });
}

void MovieView::setPicture(const QImage& picture) {
    m_picture = picture;
    m_fresh = true;
    emit changed();
}

void MovieView::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    update();
}

QSGNode* MovieView::updatePaintNode(QSGNode* node, UpdatePaintNodeData*) {
    auto* image = static_cast<QSGImageNode*>(node);
    if (m_picture.isNull() || width() <= 0 || height() <= 0) {
        delete image;
        return nullptr;
    }
    if (!image) {
        image = window()->createImageNode();
        image->setOwnsTexture(true);
        image->setFiltering(QSGTexture::Linear);
        m_fresh = true;
    }
    if (m_fresh) image->setTexture(window()->createTextureFromImage(m_picture));
    m_fresh = false;
    QRectF source(QPointF(), QSizeF(m_picture.size()));
    QRectF target = boundingRect();
    if (m_filling) {
        const QSizeF seen = target.size().scaled(source.size(), Qt::KeepAspectRatio);
        source = QRectF(QPointF((source.width() - seen.width()) / 2, (source.height() - seen.height()) / 2), seen);
    } else {
        const QSizeF fitted = source.size().scaled(target.size(), Qt::KeepAspectRatio);
        target =
            QRectF(QPointF((target.width() - fitted.width()) / 2, (target.height() - fitted.height()) / 2), fitted);
    }
    image->setRect(target);
    image->setSourceRect(source);
    return image;
}

}  // namespace plumb::mobile
