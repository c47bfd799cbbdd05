#include "shared/checklist/load/form_workbook.h"

#include <algorithm>
#include <optional>
#include <set>

#include "shared/checklist/load/form_instances.h"

namespace plumb::checklist {
namespace {

using Row = std::map<std::string, std::string>;
constexpr std::string_view kYes = "yes";

// Rows of a sheet by column name, and what each speaks of.
class SheetOf {
  public:
    explicit SheetOf(std::string name) { m_sheet.name = std::move(name); }

    // The row's number, as the sheet counts.
    std::size_t add(const Row& row) {
        std::vector<std::string> cells(m_columns.size());
        for (const auto& [column, text] : row) {
            if (text.empty()) continue;
            auto [known, fresh] = m_columns.emplace(column, m_columns.size());
            if (known->second >= cells.size()) cells.resize(known->second + 1);
            cells[known->second] = text;
        }
        m_rows.push_back(std::move(cells));
        return m_rows.size() + 1;
    }

    form::Sheet sheet() && {
        std::vector<std::string> header(m_columns.size());
        for (const auto& [column, place] : m_columns) header[place] = column;
        m_sheet.rows.push_back(std::move(header));
        for (auto& row : m_rows) m_sheet.rows.push_back(std::move(row));
        return std::move(m_sheet);
    }

  private:
    form::Sheet m_sheet;
    std::map<std::string, std::size_t> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

void put(Row& row, const std::string& column, const LocalText& text) {
    for (const auto& [language, words] : text.all()) row[column + "::" + language] = words;
}

std::string both(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one + other;
    return "(" + one + ") and (" + other + ")";
}

class Writer {
  public:
    explicit Writer(const Checklist& checklist) : m_checklist(checklist) {
        for (const auto& question : checklist.questions) m_taken.insert(question.id);
        // All lists first: an expression may name the choices of a question that comes later.
        for (std::size_t q = 0; q < checklist.questions.size(); ++q) {
            if (!checklist.questions[q].choices.empty()) m_instances.add(checklist.questions[q].id, listOf(q));
        }
    }

    FormWorkbook write() {
        facts();
        gates();
        for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
            if (!m_checklist.sections[s].parent) section(s);
        }
        for (const auto& file : m_instances.files()) {
            if (file.ends_with(".geojson")) continue;  // the question that chooses from it attaches it
            const char* type = file.ends_with(".csv") ? "csv-external" : "xml-external";
            m_survey.add({{"type", type}, {"name", instanceOfFile(file)}});
        }
        auto& sheets = m_out.workbook.sheets;
        sheets.push_back(std::move(m_survey).sheet());
        sheets.push_back(std::move(m_choices).sheet());
        SheetOf settings("settings");
        settings.add({{"form_title", m_checklist.title.in(language())},
                      {"form_id", m_checklist.id},
                      {"version", m_checklist.version},
                      // The loader has the say.
                      {"allow_choice_duplicates", "yes"},
                      {"default_language", language()}});
        sheets.push_back(std::move(settings).sheet());
        return std::move(m_out);
    }

  private:
    std::string sourceOf(const std::optional<Expression>& expression) {
        return expression ? m_instances.rename(expression->source) : std::string();
    }
    std::string language() const { return m_checklist.languages.empty() ? "" : m_checklist.languages.front(); }

    // A name of its own, like the id where that can be one.
    std::string nameFor(const std::string& id) {
        std::string name = id;
        const char first = name.empty() ? '0' : name.front();
        if ((first >= '0' && first <= '9') || first == '-' || first == '.') name.insert(name.begin(), '_');
        while (!m_taken.insert(name).second) name += '_';
        return name;
    }

    std::size_t add(const Row& row, FormProblem::Of of, std::size_t index) {
        const auto number = m_survey.add(row);
        m_out.survey[number] = {of, index};
        return number;
    }

    std::size_t gate(const std::string& id, std::string& name) {
        name = nameFor(id);
        return m_survey.add({{"type", "hidden"}, {"name", name}});
    }

    // Under their own names, so that formulas find them: only a question may have taken one.
    void facts() {
        for (const auto& fact : m_checklist.facts) {
            const bool number = fact.type == Fact::Type::number;
            Row row{{"type", number ? "decimal" : "hidden"}, {"name", nameFor(fact.id)}};
            if (number) put(row, "label", fact.label);
            m_out.factRow.push_back(m_survey.add(row));
        }
    }

    void gates() {
        m_out.sectionGateRow.resize(m_checklist.sections.size());
        m_out.itemGateRow.resize(m_checklist.items.size());
        m_sectionGates.resize(m_checklist.sections.size());
        m_itemGates.resize(m_checklist.items.size());
        for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
            if (!m_checklist.sections[s].applies.empty())
                m_out.sectionGateRow[s] = gate("fits-" + m_checklist.sections[s].id, m_sectionGates[s]);
        }
        for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
            if (!m_checklist.items[i].applies.empty())
                m_out.itemGateRow[i] = gate("fits-" + m_checklist.items[i].id, m_itemGates[i]);
        }
        const bool start = std::ranges::any_of(
            m_checklist.items, [](const Item& item) { return item.precondition == Precondition::start; });
        if (start) m_out.startGateRow = gate("may-start", m_startGate);
        m_out.questionRow.resize(m_checklist.questions.size());
        m_out.sectionRow.resize(m_checklist.sections.size());
        m_out.itemRow.resize(m_checklist.items.size());
        m_out.fittingRow.resize(m_checklist.items.size());
    }

    static std::string isOpen(const std::string& gate) {
        return gate.empty() ? std::string() : "/data/" + gate + " = 'yes'";
    }

    void section(std::size_t s) {
        const Section& section = m_checklist.sections[s];
        if (!section.bare) {
            Row row{{"type", "begin_group"},
                    {"name", nameFor(section.id)},
                    {"relevant", both(sourceOf(section.relevant), isOpen(m_sectionGates[s]))}};
            put(row, "label", section.title);
            m_out.sectionRow[s] = add(row, FormProblem::Of::section, s);
        }
        for (const auto i : section.items) item(i);
        for (std::size_t inner = 0; inner < m_checklist.sections.size(); ++inner) {
            if (m_checklist.sections[inner].parent == s) this->section(inner);
        }
        if (!section.bare) m_survey.add({{"type", "end_group"}});
    }

    void item(std::size_t i) {
        const Item& item = m_checklist.items[i];
        const bool waits = item.precondition != Precondition::start;
        if (!item.bare) {
            Row row{{"type", "begin_group"},
                    {"name", nameFor(item.id)},
                    {"relevant", both(sourceOf(item.relevant), waits ? isOpen(m_startGate) : "")}};
            put(row, "label", item.text);
            m_out.itemRow[i] = add(row, FormProblem::Of::item, i);
            if (!m_itemGates[i].empty()) {
                m_out.fittingRow[i] = add({{"type", "begin_group"},
                                           {"name", nameFor(item.id + "-fits")},
                                           {"relevant", isOpen(m_itemGates[i])}},
                                          FormProblem::Of::item, i);
            }
        }
        std::size_t at = 0;
        while (at < item.questions.size()) at = question(item, at);
        if (m_out.fittingRow[i] > 0) m_survey.add({{"type", "end_group"}});
        if (!item.bare) m_survey.add({{"type", "end_group"}});
    }

    // A question and what stands in it; the place of what comes after.
    std::size_t question(const Item& item, std::size_t at) {
        const std::size_t index = item.questions[at++];
        const Question& question = m_checklist.questions[index];
        m_out.questionRow[index] = add(rowOf(index), FormProblem::Of::question, index);
        if (!question.isContainer()) return at;
        while (at < item.questions.size() && m_checklist.questions[item.questions[at]].parent == index)
            at = this->question(item, at);
        m_survey.add({{"type", question.type == QuestionType::repeat ? "end_repeat" : "end_group"}});
        return at;
    }

    std::string typeCell(std::size_t index) {
        const Question& question = m_checklist.questions[index];
        const FormPart* part = question.form.get();
        switch (question.type) {
            case QuestionType::selectOne:
            case QuestionType::selectMultiple:
            case QuestionType::rank: {
                const std::string type(typeName(question.type));
                if (part && !part->file.empty()) return type + "_from_file " + part->file;
                return type + " " + listOf(index);
            }
            case QuestionType::metadata:
                return part ? part->metadata : "hidden";
            case QuestionType::group:
                return "begin_group";
            case QuestionType::repeat:
                return "begin_repeat";
            default:
                return std::string(typeName(question.type));
        }
    }

    Row rowOf(std::size_t index) {
        const Question& question = m_checklist.questions[index];
        Row row{{"type", typeCell(index)},
                {"name", question.id},
                {"relevant", sourceOf(question.relevant)},
                {"constraint", sourceOf(question.constraint)},
                {"calculation", sourceOf(question.calculation)}};
        if (question.isAsked())
            row["required"] = question.requiredIf ? sourceOf(question.requiredIf) : question.required ? kYes : "";
        put(row, "label", question.label);
        put(row, "hint", question.hint);
        put(row, "constraint_message", question.constraintMessage);
        std::string appearance = question.multiline ? "multiline" : "";
        if (const FormPart* part = question.form.get()) {
            if (!part->appearance.empty()) appearance += (appearance.empty() ? "" : " ") + part->appearance;
            row["default"] = m_instances.rename(part->initial);
            row["read_only"] = m_instances.rename(part->readOnly);
            row["choice_filter"] = m_instances.rename(part->choiceFilter);
            row["trigger"] = part->trigger;
            row["repeat_count"] = m_instances.rename(part->repeatCount);
            row["parameters"] = part->parameters;
            put(row, "guidance_hint", part->guidance);
            put(row, "required_message", part->requiredMessage);
            for (const auto& [kind, file] : part->media) put(row, kind, file);
        }
        row["appearance"] = appearance;
        return row;
    }

    // The name of its list of choices; alike lists are written once.
    std::string listOf(std::size_t index) {
        const Question& question = m_checklist.questions[index];
        std::vector<Row> rows;
        std::string content;
        for (const auto& choice : question.choices) {
            Row row{{"name", choice.name}};
            // Of a single language they are the same in all, as an expression that reads them expects.
            if (m_checklist.languages.size() == 1) {
                row["label"] = choice.label.in(language());
            } else {
                put(row, "label", choice.label);
            }
            for (const auto& [column, text] : choice.columns) row[column] = text;
            for (const auto& [kind, file] : choice.media) put(row, kind, file);
            for (const auto& [column, text] : row) content.append(column).append("\n").append(text).append("\n");
            content += "\r";
            rows.push_back(std::move(row));
        }
        auto [known, fresh] = m_lists.emplace(content, "list-" + std::to_string(m_lists.size() + 1));
        if (fresh) {
            for (auto& row : rows) {
                row["list_name"] = known->second;
                m_out.choices[m_choices.add(row)] = {FormProblem::Of::choice, index};
            }
        }
        return known->second;
    }

    const Checklist& m_checklist;
    FormWorkbook m_out;
    SheetOf m_survey{"survey"}, m_choices{"choices"};
    std::set<std::string> m_taken;
    std::vector<std::string> m_sectionGates, m_itemGates;
    std::string m_startGate;
    std::map<std::string, std::string> m_lists;  // content → name
    FormInstances m_instances;
};

}  // namespace

FormWorkbook writeForm(const Checklist& checklist) {
    return Writer(checklist).write();
}

}  // namespace plumb::checklist
