#include "shared/checklist/form_nodes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "shared/form/read_xlsform.h"

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

std::string sourceOf(const std::optional<Expression>& expression) {
    return expression ? expression->source : std::string();
}

class Writer {
  public:
    explicit Writer(const Checklist& checklist) : m_checklist(checklist) {
        for (const auto& question : checklist.questions) m_taken.insert(question.id);
    }

    form::Workbook write() {
        gates();
        for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
            if (!m_checklist.sections[s].parent) section(s);
        }
        form::Workbook out;
        out.sheets.push_back(std::move(m_survey).sheet());
        out.sheets.push_back(std::move(m_choices).sheet());
        SheetOf settings("settings");
        settings.add({{"form_title", m_checklist.title.in(language())},
                      {"form_id", m_checklist.id},
                      {"version", m_checklist.version},
                      {"default_language", language()}});
        out.sheets.push_back(std::move(settings).sheet());
        return out;
    }

    struct Place {
        FormProblem::Of of = FormProblem::Of::document;
        std::size_t index = 0;
    };
    std::map<std::size_t, Place> survey, choices;  // by row
    std::vector<std::size_t> questionRow, sectionRow, itemRow, sectionGateRow, itemGateRow, fittingRow;
    std::size_t startGateRow = 0;

  private:
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
        survey[number] = {of, index};
        return number;
    }

    std::size_t gate(const std::string& id, std::string& name) {
        name = nameFor(id);
        return m_survey.add({{"type", "hidden"}, {"name", name}});
    }

    void gates() {
        sectionGateRow.resize(m_checklist.sections.size());
        itemGateRow.resize(m_checklist.items.size());
        m_sectionGates.resize(m_checklist.sections.size());
        m_itemGates.resize(m_checklist.items.size());
        for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
            if (!m_checklist.sections[s].applies.empty())
                sectionGateRow[s] = gate("fits-" + m_checklist.sections[s].id, m_sectionGates[s]);
        }
        for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
            if (!m_checklist.items[i].applies.empty())
                itemGateRow[i] = gate("fits-" + m_checklist.items[i].id, m_itemGates[i]);
        }
        const bool start = std::ranges::any_of(
            m_checklist.items, [](const Item& item) { return item.precondition == Precondition::start; });
        if (start) startGateRow = gate("may-start", m_startGate);
        questionRow.resize(m_checklist.questions.size());
        sectionRow.resize(m_checklist.sections.size());
        itemRow.resize(m_checklist.items.size());
        fittingRow.resize(m_checklist.items.size());
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
            sectionRow[s] = add(row, FormProblem::Of::section, s);
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
            itemRow[i] = add(row, FormProblem::Of::item, i);
            if (!m_itemGates[i].empty()) {
                fittingRow[i] = add({{"type", "begin_group"},
                                     {"name", nameFor(item.id + "-fits")},
                                     {"relevant", isOpen(m_itemGates[i])}},
                                    FormProblem::Of::item, i);
            }
        }
        std::size_t at = 0;
        while (at < item.questions.size()) at = question(item, at);
        if (fittingRow[i] > 0) m_survey.add({{"type", "end_group"}});
        if (!item.bare) m_survey.add({{"type", "end_group"}});
    }

    // A question and what stands in it; the place of what comes after.
    std::size_t question(const Item& item, std::size_t at) {
        const std::size_t index = item.questions[at++];
        const Question& question = m_checklist.questions[index];
        questionRow[index] = add(rowOf(index), FormProblem::Of::question, index);
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
            row["required"] = question.requiredIf ? question.requiredIf->source : question.required ? kYes : "";
        put(row, "label", question.label);
        put(row, "hint", question.hint);
        put(row, "constraint_message", question.constraintMessage);
        std::string appearance = question.multiline ? "multiline" : "";
        if (const FormPart* part = question.form.get()) {
            if (!part->appearance.empty()) appearance += (appearance.empty() ? "" : " ") + part->appearance;
            row["default"] = part->initial;
            row["read_only"] = part->readOnly;
            row["choice_filter"] = part->choiceFilter;
            row["trigger"] = part->trigger;
            row["repeat_count"] = part->repeatCount;
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
            put(row, "label", choice.label);
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
                choices[m_choices.add(row)] = {FormProblem::Of::choice, index};
            }
        }
        return known->second;
    }

    const Checklist& m_checklist;
    SheetOf m_survey{"survey"}, m_choices{"choices"};
    std::set<std::string> m_taken;
    std::vector<std::string> m_sectionGates, m_itemGates;
    std::string m_startGate;
    std::map<std::string, std::string> m_lists;  // content → name
};

// "survey, row 12, column relevant" → what the row speaks of, and the column.
FormProblem located(const Writer& writer, const form::Problem& problem) {
    FormProblem out;
    out.sentence = problem.sentence + (problem.suggestion.empty() ? "" : "; " + problem.suggestion);
    const std::string& where = problem.origin;
    const auto row = where.find(", row ");
    if (row == std::string::npos) return out;
    std::size_t number = 0;
    std::from_chars(where.data() + row + 6, where.data() + where.size(), number);
    const auto& places = where.starts_with("choices") ? writer.choices : writer.survey;
    if (const auto found = places.find(number); found != places.end()) {
        out.of = found->second.of;
        out.index = found->second.index;
    }
    if (const auto column = where.find(", column "); column != std::string::npos) out.column = where.substr(column + 9);
    return out;
}

}  // namespace

bool asksForForm(const Checklist& checklist) {
    return std::ranges::any_of(checklist.questions, [](const Question& question) {
        if (question.type >= QuestionType::range) return true;
        if (std::ranges::any_of(question.choices, [](const Choice& choice) { return !choice.columns.empty(); }))
            return true;
        const FormPart* part = question.form.get();
        return part && !(part->initial.empty() && part->readOnly.empty() && part->choiceFilter.empty() &&
                         part->trigger.empty() && part->repeatCount.empty() && part->file.empty());
    });
}

BuiltForm buildForm(const Checklist& checklist, const std::map<std::string, std::string>& files) {
    Writer writer(checklist);
    form::XlsformExtra extra;
    const auto read = form::readXlsform(writer.write(), files, &extra);
    BuiltForm out;
    out.warnings = read.warnings;
    for (const auto& problem : read.problems) out.problems.push_back(located(writer, problem));
    if (!read.definition) return out;
    auto nodes = std::make_shared<FormNodes>();
    nodes->definition = read.definition;
    nodes->meanings.resize(read.definition->nodes.size());
    using Kind = FormNodes::Meaning::Kind;
    const auto nodesOf = [&](const std::vector<std::size_t>& rows, Kind kind) {
        std::vector<std::uint32_t> all(rows.size(), form::kNone);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto found = extra.nodeOf.find(rows[i]);
            if (rows[i] == 0 || found == extra.nodeOf.end()) continue;
            all[i] = found->second;
            if (kind != Kind::none) nodes->meanings[found->second] = {kind, i};
        }
        return all;
    };
    nodes->questions = nodesOf(writer.questionRow, Kind::question);
    nodes->sections = nodesOf(writer.sectionRow, Kind::section);
    nodes->items = nodesOf(writer.itemRow, Kind::item);
    nodes->fitting = nodesOf(writer.fittingRow, Kind::item);
    nodes->sectionGates = nodesOf(writer.sectionGateRow, Kind::none);
    nodes->itemGates = nodesOf(writer.itemGateRow, Kind::none);
    nodes->startGate = nodesOf({writer.startGateRow}, Kind::none).front();
    out.nodes = std::move(nodes);
    return out;
}

}  // namespace plumb::checklist
