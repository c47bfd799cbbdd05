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

std::string_view in(const std::map<std::string, std::string>& texts, const std::string& name) {
    const auto found = texts.find(name);
    return found == texts.end() ? std::string_view() : found->second;
}

}  // namespace

std::size_t countAnswerColumns(const checklist::Checklist& checklist) {
    const auto asked = std::count_if(checklist.questions.begin(), checklist.questions.end(),
                                     [](const auto& question) { return question.isKept(); });
    return static_cast<std::size_t>(asked) + kOfAnItem * checklist.items.size();
}

AnswerColumns::AnswerColumns(std::shared_ptr<const checklist::Checklist> checklist, ExportLanguage language)
    : m_checklist(std::move(checklist)), m_language(language), m_given(m_checklist->questions.size()) {}

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

void AnswerColumns::gather(const checklist::Answers& answers) {
    for (auto& given : m_given) given.clear();
    for (const auto& [name, value] : answers.values) {
        if (name.find('/') == std::string::npos) {
            if (const auto question = m_checklist->questionIndex(name)) m_given[*question].push_back({{}, value});
        } else if (auto key = checklist::parseKey(*m_checklist, name)) {
            m_given[key->question].push_back({std::move(key->instances), value});
        }
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

void AnswerColumns::fill(const records::InspectionBody* body, ExportRow& row) {
    if (body) gather(body->answers);
    // Items are stated in the document's order, those that were asked: both lists are walked once.
    static const std::vector<checklist::StatedItem> kNone;
    const auto& stated = body && body->score.items ? *body->score.items : kNone;
    auto next = stated.begin();
    for (const auto& item : m_checklist->items) {
        for (const auto question : item.questions) {
            if (!m_checklist->questions[question].isKept()) continue;
            if (body)
                fillQuestion(question, row);
            else
                row.empty();
        }
        if (next != stated.end() && next->id == item.id) {
            row.text(exportWord("verdict." + std::string(checklist::verdictName(next->verdict)), m_language));
            row.points(next->points);
            row.points(next->max);
            ++next;
        } else {
            for (int i = 0; i < 3; ++i) row.empty();
        }
        row.text(body ? in(body->answers.na, item.id) : std::string_view());
        row.text(body ? in(body->answers.notes, item.id) : std::string_view());
    }
}

}  // namespace plumb::server
