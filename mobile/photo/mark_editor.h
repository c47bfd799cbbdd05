// The marks over one photo while a person draws them: tools, what is selected, undo. Coordinates are parts of the
// picture's width and height (0 … 1). After each gesture settled() says that the layer is another one, to be kept at
// once, so that a killed app loses at most the line under the finger. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QObject>
#include <QPointF>
#include <QRectF>
#include <optional>
#include <vector>

#include "shared/picture/marks.h"

namespace plumb::mobile {

class MarkEditor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString tool READ tool WRITE setTool NOTIFY toolChanged)  // arrow, ellipse, line, text, mosaic; "" moves
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(int selected READ selected NOTIFY changed)  // -1: none
    Q_PROPERTY(bool recolorable READ recolorable NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int mosaics READ mosaics NOTIFY changed)
    Q_PROPERTY(QSize pixels READ pixels NOTIFY photoChanged)  // of the picture as it is decoded; empty while it is not

  public:
    using QObject::QObject;

    // Another photo; `layer`: its file, or "". What cannot be read counts as none.
    void load(const Sha256& photo, const std::string& layer);
    void setPhoto(const QImage& photo);
    [[nodiscard]] const QImage& photo() const { return m_photo; }
    [[nodiscard]] QSize pixels() const { return m_photo.size(); }
    [[nodiscard]] const picture::MarkLayer& layer() const { return m_layer; }

    [[nodiscard]] const QString& tool() const { return m_tool; }
    void setTool(const QString& tool);
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }
    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] bool recolorable() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_layer.marks.size()); }
    [[nodiscard]] int mosaics() const;
    // The corners or ends by which the selected mark is changed.
    [[nodiscard]] std::vector<QPointF> handles() const;
    // Around a mark, in parts of the picture; of a text around its middle.
    [[nodiscard]] QRectF boundsOf(int mark) const;

    // A finger: `reach` is half a finger's width and height. With the tool "text" a press where nothing is asks for the
    // words.
    Q_INVOKABLE void press(qreal x, qreal y, qreal reachX, qreal reachY);
    Q_INVOKABLE void move(qreal x, qreal y);
    Q_INVOKABLE void release();
    // The gesture turned out to be something else: the layer is as before it.
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void addText(qreal x, qreal y, const QString& text);
    Q_INVOKABLE void removeSelected();
    Q_INVOKABLE void recolorSelected(const QString& color);
    Q_INVOKABLE void nudge(qreal x, qreal y);
    Q_INVOKABLE void selectNext();
    Q_INVOKABLE void deselect();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

  signals:
    void toolChanged();
    void photoChanged();
    void changed();
    void settled();
    void textAsked(qreal x, qreal y);

  private:
    enum class Drag { none, draws, moves, shapes };
    [[nodiscard]] int markAt(const QPointF& at, const QPointF& reach) const;
    [[nodiscard]] int handleAt(const QPointF& at, const QPointF& reach) const;
    void begin(const QPointF& at);
    void shape(const QPointF& at);
    void shift(picture::Mark& mark, const QPointF& by) const;
    // What changed is a step of its own, where it changed anything.
    void settle(std::vector<picture::Mark> before);

    QImage m_photo;
    picture::MarkLayer m_layer;
    std::vector<std::vector<picture::Mark>> m_undo, m_redo;
    std::vector<picture::Mark> m_before;  // the gesture
    std::optional<picture::Mark> m_held;  // what is moved or shaped, as it was
    QString m_tool = QStringLiteral("arrow");
    QPointF m_from;
    Drag m_drag = Drag::none;
    int m_selected = -1, m_handle = -1;
};

}  // namespace plumb::mobile
