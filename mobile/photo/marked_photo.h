// A photo with the marks over it, as large as the item; the selected mark in a dashed frame with its handles. The
// picture comes decoded; nothing is drawn into it. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QPointer>
#include <QQuickPaintedItem>

#include "mobile/photo/mark_editor.h"

namespace plumb::mobile {

class MarkedPhoto : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plumb::mobile::MarkEditor* marks READ marks WRITE setMarks NOTIFY changed)

  public:
    explicit MarkedPhoto(QQuickItem* parent = nullptr);

    [[nodiscard]] MarkEditor* marks() const { return m_marks; }
    void setMarks(MarkEditor* marks);

    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    void paintSelection(QPainter& painter) const;

    QImage m_fitted;  // the picture in the item's size
    QPointer<MarkEditor> m_marks;
};

}  // namespace plumb::mobile
