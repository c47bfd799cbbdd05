// Choices that are more than a tap: long lists are searched, ranked ones are put in order. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_editor.h"
#include "mobile/check/field_rows.h"

namespace plumb::mobile {

class CheckChoices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.choices")
    Q_PROPERTY(plumb::mobile::RowModel* found READ found CONSTANT)
    Q_PROPERTY(int more READ more NOTIFY changed)

  public:
    // All that is passed outlives this.
    CheckChoices(OpenCheck& check, CheckEditor& editor, QObject* parent)
        : QObject(parent), m_check(check), m_editor(editor) {}

    // What the last search found, and how much more there is than is listed.
    [[nodiscard]] RowModel* found() { return &m_found; }
    [[nodiscard]] int more() const { return m_more; }

    // Lists the choices whose label or name holds `text`.
    Q_INVOKABLE void search(const QString& question, const QString& text);
    // A ranked choice goes up (-1) or down (1); 0 takes the order as it stands.
    Q_INVOKABLE void rank(const QString& question, const QString& choice, int by);

  signals:
    void changed();

  private:
    OpenCheck& m_check;
    CheckEditor& m_editor;
    Rows<ChoiceRow> m_found{this};
    int m_more = 0;
};

}  // namespace plumb::mobile
