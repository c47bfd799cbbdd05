// The columns of a checklist's items, and what one inspection says in them. Any number of inspections, one thread at a
// time.
#pragma once

#include <memory>

#include "shared/checklist/model/model.h"
#include "shared/records/inspection/scan.h"
#include "sync-server/export/table.h"
#include "sync-server/export/words.h"

namespace plumb::server {

// As many columns as a checklist's items and questions take.
std::size_t countAnswerColumns(const checklist::Checklist& checklist);

class AnswerColumns {
  public:
    AnswerColumns(std::shared_ptr<const checklist::Checklist> checklist, ExportLanguage language);

    // "基地目标考核 1.2": the sheet's name.
    [[nodiscard]] std::string title() const;
    [[nodiscard]] std::vector<ExportColumn> columns() const;
    // Adds a cell a column. REQUIRES: an inspection of this very version of the checklist.
    void fill(const records::ScannedInspection& inspection, ExportRow& row);

  private:
    void gather(const records::ScannedInspection& inspection);
    void fillQuestion(std::size_t question, ExportRow& row) const;
    [[nodiscard]] std::string_view verdictWord(std::string_view verdict) const;

    std::shared_ptr<const checklist::Checklist> m_checklist;
    ExportLanguage m_language;
    std::vector<std::pair<std::string, std::string>> m_verdicts;  // and their words
    // Of the inspection at hand. By question: its answers with their instances.
    struct Given {
        std::vector<std::uint32_t> instances;
        std::string_view value;
    };
    std::vector<std::vector<Given>> m_given;
    // And by item.
    struct Said {
        const records::ScannedInspection::Item* outcome = nullptr;
        std::string_view reason, note;
    };
    std::vector<Said> m_said;
};

}  // namespace plumb::server
