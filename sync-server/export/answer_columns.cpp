#include "sync-server/export/answer_columns.h"

#include <algorithm>

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/checklist/model/answer_key.h"

namespace plumb::server {
namespace {

constexpr std::size_t kOfAnItem = 5;  // verdict, points, max, na, note
constexpr std::size_t kLongestTitle = 240;

std::string itemNumber(const checklist::Item& item) {
    return item.no.empty() ? item.id : item.no;
}

// Whole characters of the beginning.
std::string brief(const std::string& text) {
    if (text.size() <= kLongestTitle) return text;
    auto end = kLongestTitle;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

bool isDecimal(std::string_view value) {
    const auto read = checklist::Decimal::parse(value);
    return read && read->text() == value;
}

}  // namespace

std::size_t countAnswerColumns(const checklist::Checklist& checklist) {
    const auto asked = std::count_if(checklist.questions.begin(), checklist.questions.end(),
                                     [](const auto& question) { return question.isKept(); });
    return static_cast<std::size_t>(asked) + kOfAnItem * checklist.items.size();
}

AnswerColumns::AnswerColumns(std::shared_ptr<const checklist::Checklist> checklist, ExportLanguage language)
    : m_checklist(std::move(checklist)),
      m_language(language),
      m_given(m_checklist->questions.size()),
      m_said(m_checklist->items.size()) {
    for (const auto* verdict : {"pass", "part", "fail", "na", "unanswered"})
        m_verdicts.emplace_back(verdict, exportWord("verdict." + std::string(verdict), language));
}

std::string_view AnswerColumns::verdictWord(std::string_view verdict) const {
    for (const auto& [name, word] : m_verdicts) {
        if (name == verdict) return word;
    }
    return verdict;
}

std::string AnswerColumns::title() const {
    const auto& called = m_checklist->title.in(codeOf(m_language));
    return (called.empty() ? m_checklist->id : called) + " " + m_checklist->version;
}

std::vector<ExportColumn> AnswerColumns::columns() const {
    const auto code = codeOf(m_language);
    std::vector<ExportColumn> out;
    for (const auto& item : m_checklist->items) {
        const auto number = itemNumber(item);
        for (const auto at : item.questions) {
            const auto& question = m_checklist->questions[at];
            if (!question.isKept()) continue;
            const auto& label = question.label.in(code).empty() ? item.text.in(code) : question.label.in(code);
            const auto& unit = question.unit.in(code);
            out.push_back({"answer:" + question.id, brief(number + " " + (label.empty() ? question.id : label)) +
                                                        (unit.empty() ? "" : " [" + unit + "]")});
        }
        for (const auto* key : {"verdict", "points", "max", "na", "note"})
            out.push_back({std::string(key) + ":" + item.id,
                           number + " " + exportWord("column." + std::string(key), m_language)});
    }
    return out;
}

void AnswerColumns::gather(const records::ScannedInspection& inspection) {
    for (auto& given : m_given) given.clear();
    std::fill(m_said.begin(), m_said.end(), Said{});
    for (const auto& [name, value] : inspection.answers) {
        if (name.find('/') == std::string::npos) {
            if (const auto question = m_checklist->questionIndex(name)) m_given[*question].push_back({{}, value});
        } else if (auto key = checklist::parseKey(*m_checklist, name)) {
            m_given[key->question].push_back({std::move(key->instances), value});
        }
    }
    for (const auto& item : inspection.items) {
        if (const auto at = m_checklist->itemIndex(item.id)) m_said[*at].outcome = &item;
    }
    for (const auto& [item, reason] : inspection.reasons) {
        if (const auto at = m_checklist->itemIndex(item)) m_said[*at].reason = reason;
    }
    for (const auto& [item, note] : inspection.notes) {
        if (const auto at = m_checklist->itemIndex(item)) m_said[*at].note = note;
    }
}

// Inside repeats all instances stand in one cell, "1: 3.5；2: 4".
void AnswerColumns::fillQuestion(std::size_t index, ExportRow& row) const {
    const auto& question = m_checklist->questions[index];
    const auto& given = m_given[index];
    if (given.empty()) {
        row.empty();
    } else if (!question.repeat) {
        const auto value = given.front().value;
        if (question.isNumber() && isDecimal(value))
            row.number(value);
        else if (question.type == checklist::QuestionType::date && parseDay(value))
            row.moment(value);
        else if (value.empty())
            row.empty();
        else
            row.text(checklist::displayValue(question, value, codeOf(m_language)));
    } else {
        auto sorted = given;
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.instances < b.instances; });
        std::string all;
        for (const auto& [instances, value] : sorted) {
            all += all.empty() ? "" : m_language == ExportLanguage::zh ? "；" : "; ";
            for (std::size_t i = 0; i < instances.size(); ++i) all += (i > 0 ? "." : "") + std::to_string(instances[i]);
            all += ": " + checklist::displayValue(question, value, codeOf(m_language));
        }
        row.text(all);
    }
}

void AnswerColumns::fill(const records::ScannedInspection& inspection, ExportRow& row) {
    gather(inspection);
    for (std::size_t at = 0; at < m_checklist->items.size(); ++at) {
        for (const auto question : m_checklist->items[at].questions) {
            if (m_checklist->questions[question].isKept()) fillQuestion(question, row);
        }
        const auto& said = m_said[at];
        if (said.outcome) {
            row.text(verdictWord(said.outcome->verdict));
            row.points(said.outcome->points);
            row.points(said.outcome->max);
        } else {
            for (int i = 0; i < 3; ++i) row.empty();
        }
        row.text(said.reason);
        row.text(said.note);
    }
}

}  // namespace plumb::server
