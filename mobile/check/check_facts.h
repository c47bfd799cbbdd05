// What is known of the site, as the checklist's document asks for it: fields like those of an item. Filled by
// CheckModel; holds no rule. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <map>
#include <memory>

#include "mobile/check/check_refusals.h"
#include "mobile/check/field_rows.h"
#include "mobile/check/opened_draft.h"
#include "shared/checklist/session/session.h"

namespace plumb::mobile {

class CheckFacts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.facts")
    Q_PROPERTY(plumb::mobile::RowModel* fields READ fields CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int lacking MEMBER m_lacking NOTIFY changed)  // required ones that are blank
    Q_PROPERTY(QString summary MEMBER m_summary NOTIFY changed)

  public:
    using QObject::QObject;

    [[nodiscard]] RowModel* fields() { return &m_fields; }
    [[nodiscard]] int count() const { return m_fields.rowCount(); }
    [[nodiscard]] int lacking() const { return m_lacking; }
    // "Grade applied for: AAA", one a line.
    [[nodiscard]] const QString& summary() const { return m_summary; }

    // A refused value stays in its field with the sentence, until another one is taken.
    void show(const checklist::Session& session, const OpenedDraft& opened, const CheckRefusals& refusals,
              const QString& language);
    void clear();

  signals:
    void changed();

  private:
    RowModel* choicesOf(const checklist::Fact& fact, const QString& language);

    int m_lacking = 0;
    QString m_summary, m_choicesIn;
    Rows<QuestionRow> m_fields{this};
    std::map<std::string, std::unique_ptr<Rows<ChoiceRow>>> m_choices;  // by fact
};

}  // namespace plumb::mobile
