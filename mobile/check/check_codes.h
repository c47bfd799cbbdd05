// Codes that are scanned into the open check: read from live frames, checked as what is typed is, and entered as if
// typed. A code that does not keep its check, or stands elsewhere in this check already, is entered only when the
// person says so. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QStringList>

#include "mobile/camera/code_check.h"
#include "mobile/check/check_editor.h"
#include "mobile/check/open_check.h"

namespace plumb::mobile {

class CheckCodes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.codes")
    Q_PROPERTY(QString question READ question NOTIFY changed)  // that is scanned for; "" while none is
    Q_PROPERTY(QString label READ label NOTIFY changed)
    Q_PROPERTY(QString wanted READ wanted NOTIFY changed)    // what kind of code, in words; "" any
    Q_PROPERTY(QStringList codes READ codes NOTIFY changed)  // several were seen: which one?
    Q_PROPERTY(QString code READ code NOTIFY changed)        // that was read and waits for the person
    Q_PROPERTY(QString doubt READ doubt NOTIFY changed)      // why it waits

  public:
    // All that is passed outlives this.
    CheckCodes(OpenCheck& check, CheckEditor& editor, QObject* parent);

    // Whether what is asked is a code.
    Q_INVOKABLE bool isCode(const QString& question) const;
    Q_INVOKABLE void begin(const QString& question);
    Q_INVOKABLE void end();
    // What was read in a frame. Nothing while the person is asked.
    Q_INVOKABLE void see(const QStringList& codes);
    // One of several.
    Q_INVOKABLE void pick(const QString& code);
    // The code that waits is entered all the same; or it is not, and the next is looked for.
    Q_INVOKABLE void takeAnyway();
    Q_INVOKABLE void again();

    [[nodiscard]] const QString& question() const { return m_question; }
    [[nodiscard]] const QString& label() const { return m_label; }
    [[nodiscard]] QString wanted() const;
    [[nodiscard]] const QStringList& codes() const { return m_codes; }
    [[nodiscard]] const QString& code() const { return m_code; }
    [[nodiscard]] const QString& doubt() const { return m_doubt; }

  signals:
    void changed();
    void entered(const QString& code, const QString& sentence);

  private:
    [[nodiscard]] QString doubtOf(const QString& code) const;
    // Where in this check it stands already; "" nowhere.
    [[nodiscard]] QString placeOf(const QString& code) const;
    void enter(const QString& code);

    OpenCheck& m_check;
    CheckEditor& m_editor;
    QString m_question, m_label, m_code, m_doubt;
    QStringList m_codes;
    CodeKind m_kind = CodeKind::any;
};

// By the question's appearance or its Chinese label. Any of a question that takes no code.
CodeKind codeKindOf(const checklist::Question& question);

}  // namespace plumb::mobile
