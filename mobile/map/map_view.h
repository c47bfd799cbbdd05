// The map itself: what of it is seen, and what fingers, wheel and keys make of that. Each frame is one picture
// (map_painter.h), shown by one image node, which every backend of the scene graph has (the software renderer draws no
// geometry nodes). What takes long is done on other threads (ground.h, map_model.h). UI thread; painting on the render
// thread while the UI thread waits.
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QTimer>

#include "mobile/map/map_model.h"
#include "mobile/map/map_painter.h"
#include "mobile/map/mercator.h"

namespace plumb::mobile {

class MapView : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plumb::mobile::MapModel* model READ model WRITE setModel NOTIFY modelChanged REQUIRED)
    Q_PROPERTY(QString scaleText READ scaleText NOTIFY viewChanged)
    Q_PROPERTY(qreal scaleWidth READ scaleWidth NOTIFY viewChanged)
    Q_PROPERTY(qreal zoom READ zoom NOTIFY viewChanged)
    // Space at the bottom that a card covers: what is chosen is brought above it.
    Q_PROPERTY(qreal covered MEMBER m_covered)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY lookChanged)
    Q_PROPERTY(QColor accent MEMBER m_accent NOTIFY lookChanged)
    Q_PROPERTY(QColor fail MEMBER m_fail NOTIFY lookChanged)
    Q_PROPERTY(QColor part MEMBER m_part NOTIFY lookChanged)
    Q_PROPERTY(QColor grey MEMBER m_grey NOTIFY lookChanged)
    Q_PROPERTY(QColor onMark MEMBER m_onMark NOTIFY lookChanged)
    Q_PROPERTY(QColor land MEMBER m_land NOTIFY lookChanged)
    Q_PROPERTY(QColor outside MEMBER m_outside NOTIFY lookChanged)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY lookChanged)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY lookChanged)
    Q_PROPERTY(qreal textScale MEMBER m_textScale NOTIFY lookChanged)
    Q_PROPERTY(bool night MEMBER m_night NOTIFY lookChanged)

  public:
    explicit MapView(QQuickItem* parent = nullptr);

    [[nodiscard]] MapModel* model() const { return m_model; }
    void setModel(MapModel* model);
    [[nodiscard]] QString scaleText() const;
    [[nodiscard]] qreal scaleWidth() const;
    [[nodiscard]] qreal zoom() const { return m_view.zoom(); }
    [[nodiscard]] const Viewport& viewport() const { return m_view; }

    Q_INVOKABLE void panBy(const QPointF& pixels);
    Q_INVOKABLE void zoomBy(qreal levels);
    Q_INVOKABLE void zoomAt(qreal levels, qreal x, qreal y);
    Q_INVOKABLE void showAll();
    // One's own last place; false where there never was one.
    Q_INVOKABLE bool showMe();
    Q_INVOKABLE void showChosen();

    // A frame. For the render thread while the UI thread waits, and for benches.
    void paintFrame(QImage& out);

  signals:
    void modelChanged();
    void viewChanged();
    void lookChanged();

  protected:
    void componentComplete() override;
    QSGNode* updatePaintNode(QSGNode* node, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void look(const Viewport& view);
    void follow();
    [[nodiscard]] MapLook drawn() const;
    void pick(const QPointF& at);

    MapModel* m_model = nullptr;
    Viewport m_view;
    bool m_placed = false;  // it was shown once; from then on the person decides what is seen
    QPointF m_pressed, m_last;
    bool m_dragging = false;
    qreal m_covered = 0;
    QColor m_ink, m_paper, m_accent, m_fail, m_part, m_grey, m_onMark, m_land, m_outside, m_line;
    QString m_family;
    qreal m_textScale = 1;
    bool m_night = false;
    MapPainter m_painter;
    QTimer m_still;
};

}  // namespace plumb::mobile
