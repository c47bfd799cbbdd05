// A text as a QR code (ISO/IEC 18004), black on white whatever the theme, with the quiet zone that readers need. UI
// thread.
#pragma once

#include <qqmlregistration.h>
#include <QImage>
#include <QQuickPaintedItem>

namespace plumb::mobile {

class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(bool drawable READ drawable NOTIFY changed)  // false also where the text is longer than any code holds

  public:
    explicit QrCode(QQuickItem* parent = nullptr);

    [[nodiscard]] const QString& text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] bool drawable() const { return !m_modules.isNull(); }
    void paint(QPainter* painter) override;

  signals:
    void changed();

  private:
    QString m_text;
    QImage m_modules;  // a pixel each
};

}  // namespace plumb::mobile
