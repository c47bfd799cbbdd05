// The days of a round as bars, what was answered by the end of each, against the dashed line of the plan; weekends are
// shaded. Holds no rule: what it draws is a PlanLine's. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QColor>
#include <QList>
#include <QQuickPaintedItem>

namespace plumb::mobile {

class PlanChart : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<int> bars MEMBER m_bars NOTIFY changed)          // of the first days, up to today
    Q_PROPERTY(QList<int> weekends MEMBER m_weekends NOTIFY changed)  // days from the first, 0 for it
    Q_PROPERTY(int span MEMBER m_span NOTIFY changed)                 // days of the round
    Q_PROPERTY(int total MEMBER m_total NOTIFY changed)
    Q_PROPERTY(QString first MEMBER m_first NOTIFY changed)
    Q_PROPERTY(QString today MEMBER m_today NOTIFY changed)
    Q_PROPERTY(QString last MEMBER m_last NOTIFY changed)
    Q_PROPERTY(QColor bar MEMBER m_bar NOTIFY changed)
    Q_PROPERTY(QColor figure MEMBER m_figure NOTIFY changed)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(QColor shade MEMBER m_shade NOTIFY changed)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed)
    Q_PROPERTY(QString family MEMBER m_family NOTIFY changed)
    Q_PROPERTY(int textSize MEMBER m_textSize NOTIFY changed)

  public:
    explicit PlanChart(QQuickItem* parent = nullptr);
    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    void paintDays(QPainter& painter, const QRectF& field) const;
    void paintWords(QPainter& painter, const QRectF& field) const;

    QList<int> m_bars, m_weekends;
    int m_span = 0, m_total = 0, m_textSize = 14;
    QString m_first, m_today, m_last, m_family;
    QColor m_bar, m_figure, m_line, m_ground, m_shade, m_ink;
};

}  // namespace plumb::mobile
