// The drawing of a boundary: the published one dashed, the one that is walked solid with its corners numbered, sides
// that cross in red, and where one stands now. Fits itself to what it shows; north is up. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QQuickPaintedItem>

#include "mobile/propose/propose_model.h"

namespace plumb::mobile {

class OutlineView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plumb::mobile::ProposeModel* model READ model WRITE setModel NOTIFY lookChanged REQUIRED)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor paper MEMBER m_paper NOTIFY lookChanged)
    Q_PROPERTY(QColor accent MEMBER m_accent NOTIFY lookChanged)
    Q_PROPERTY(QColor soft MEMBER m_soft NOTIFY lookChanged)
    Q_PROPERTY(QColor fail MEMBER m_fail NOTIFY lookChanged)
    Q_PROPERTY(QColor grey MEMBER m_grey NOTIFY lookChanged)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY lookChanged)
    Q_PROPERTY(qreal textScale MEMBER m_textScale NOTIFY lookChanged)

  public:
    explicit OutlineView(QQuickItem* parent = nullptr);
    [[nodiscard]] ProposeModel* model() const { return m_model; }
    void setModel(ProposeModel* model);
    void paint(QPainter* painter) override;

  signals:
    void lookChanged();

  private:
    void paintScale(QPainter& painter, double pixelsPerMetre) const;

    ProposeModel* m_model = nullptr;
    QColor m_ink, m_paper, m_accent, m_soft, m_fail, m_grey;
    QString m_family;
    qreal m_textScale = 1;
};

}  // namespace plumb::mobile
