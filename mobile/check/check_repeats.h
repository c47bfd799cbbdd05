// Instances of repeats (plots, sheds, samples): "plots" gets one more, "plots[2]" is duplicated, goes, or is the one of
// many that is open. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_editor.h"

namespace plumb::mobile {

class CheckRepeats : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.repeats")
    Q_PROPERTY(QString removed READ removed NOTIFY removedChanged)

  public:
    // All that is passed outlives this.
    CheckRepeats(OpenCheck& check, CheckView& view, CheckPlace& place, CheckEditor& editor, QObject* parent);

    // The instance that was just taken out, by its label: what undo() brings back. "" after anything else.
    [[nodiscard]] const QString& removed() const { return m_removed; }

    // The new one is the last; answered by CheckPlace::questionAsked().
    Q_INVOKABLE void add(const QString& repeat);
    // One more, filled as `instance` is.
    Q_INVOKABLE void duplicate(const QString& instance);
    Q_INVOKABLE void remove(const QString& instance, const QString& label);
    // Where only one of many is open at a time.
    Q_INVOKABLE void toggle(const QString& instance);

  signals:
    void removedChanged();

  private:
    void grown(const std::string& repeat, const CheckEditor::Taken& change);
    void setRemoved(const QString& label);

    OpenCheck& m_check;
    CheckView& m_view;
    CheckPlace& m_place;
    CheckEditor& m_editor;
    QString m_removed;
};

}  // namespace plumb::mobile
