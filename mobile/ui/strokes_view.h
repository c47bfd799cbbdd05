// A signature as it was drawn on glass, shown from its vectors (shared/records/inspection/strokes.h): as large as it
// has room, its proportions kept. Nothing where the text is none. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <QString>

namespace plumb::mobile {

class StrokesView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString strokes READ strokes WRITE setStrokes NOTIFY strokesChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY inkChanged)

  public:
    explicit StrokesView(QQuickItem* parent = nullptr);

    [[nodiscard]] const QString& strokes() const { return m_text; }
    void setStrokes(const QString& text);
    void paint(QPainter* painter) override;

  signals:
    void strokesChanged();
    void inkChanged();

  private:
    QString m_text;
    QColor m_ink{Qt::black};
    QList<QPolygonF> m_lines;
    QSizeF m_box;
};

}  // namespace plumb::mobile
