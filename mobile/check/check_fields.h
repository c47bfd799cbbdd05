// The lines of the open item: its questions by their kinds, the heads of its groups, and of its repeats the instances
// and where one adds another. A repeat of many instances shows one of them at a time, the others as one line each. UI
// thread.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "mobile/check/check_refusals.h"
#include "mobile/check/check_rows.h"
#include "mobile/check/field_rows.h"
#include "shared/checklist/session/session.h"

namespace plumb::mobile {

class CheckFields {
  public:
    explicit CheckFields(QObject* parent) : m_rows(parent) {}

    // What was refused stands in its field as it was typed. `said`: the answers of a self-assessment, by key; null:
    // none stands beside.
    void show(const checklist::Session& session, const checklist::Item& item, const CheckRefusals& refusals,
              const std::map<std::string, std::string>* said, const QString& language);
    [[nodiscard]] RowModel* model() { return &m_rows; }
    // The question whose choice judges the item; "" where it is judged otherwise.
    [[nodiscard]] QString judgingQuestion() const;

    // "plots[2]": opened where it was folded, folded where it was open.
    void toggleInstance(const std::string& instance);
    // Every instance on the way to an answer, "farm[1]/plots[2]/area", is opened.
    void openWayTo(const std::string& key);
    // Another draft.
    void clear() { m_open.clear(); }
    // Another person.
    void forget();

  private:
    [[nodiscard]] bool isFolded(const checklist::ItemRow& instance) const;
    QuestionRow headOf(const checklist::Session& session, const checklist::ItemRow& row, const QString& language) const;
    QuestionRow fieldOf(const checklist::Session& session, const checklist::Item& item, const checklist::ItemRow& row,
                        const QString& language);
    void addChoices(QuestionRow& row, const checklist::Session& session, const checklist::Question& question,
                    const QString& language);
    QString labelsOf(const checklist::Session& session, const checklist::Question& question, const std::string& key,
                     const std::string& value, const QString& language);

    Rows<QuestionRow> m_rows;
    std::map<std::string, std::unique_ptr<Rows<ChoiceRow>>> m_choices;  // by key, of the open item
    std::map<std::string, QString> m_labels;                            // of choices that stand in a file
    QString m_choicesFor;
    std::map<std::string, std::uint32_t> m_open;  // by repeat: the instance that is open, 0 for none
};

// How the answer of a question reads, by the choices that its filter leaves.
QString choiceText(const std::vector<std::pair<std::string, checklist::LocalText>>& choices, const std::string& value,
                   const QString& language);

}  // namespace plumb::mobile
