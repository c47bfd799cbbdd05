// What the Check screen has to say: why something was not done, and whether something is under way. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QString>

#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class CheckNotice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.notice")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(bool inField READ inField NOTIFY changed)  // it stands in the field where it was typed
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

  public:
    using QObject::QObject;

    [[nodiscard]] QString text() const { return m_text.text(); }
    [[nodiscard]] bool inField() const { return m_inField; }
    [[nodiscard]] bool busy() const { return m_busy; }

    // None takes back what was said.
    void say(Sentence text);
    void sayInField(Sentence text);
    // The same, and said where nobody overlooks it: what was done has no field of its own.
    void tell(const Sentence& text);
    // As long as it holds, clear() does nothing: what is not on disk is not forgotten by going elsewhere.
    void hold(bool held) { m_held = held; }
    Q_INVOKABLE void clear();
    void setBusy(bool busy);

  signals:
    void changed();
    void told(const QString& text);

  private:
    Sentence m_text;
    bool m_inField = false, m_busy = false, m_held = false;
};

}  // namespace plumb::mobile
