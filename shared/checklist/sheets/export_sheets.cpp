#include "shared/checklist/sheets/export_sheets.h"

#include <algorithm>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/sheets/import_sheets.h"
#include "shared/checklist/sheets/json_text.h"
#include "shared/checklist/sheets/sheet_reader.h"
#include "shared/checklist/sheets/write_rows.h"
#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::checklist {
namespace {

bool isListName(std::string_view name) {
    return !name.empty() && name.find_first_of(" \t\r\n:") == std::string_view::npos && name != "or_other" &&
           form::isClean(name, form::CellUse::name) && form::isClean(name, form::CellUse::choice);
}

bool areObjects(const json::value* value) {
    if (!value || !value->is_array() || value->get_array().empty()) return false;
    return std::ranges::all_of(value->get_array(), [](const auto& one) { return one.is_object(); });
}

class DocumentWriter {
  public:
    explicit DocumentWriter(const json::object& document)
        : m_document(document),
          m_languages(languagesOf(document)),
          m_survey("survey", {RowKind::section, RowKind::item, RowKind::question}, m_languages),
          m_choices("choices", {RowKind::choice}, m_languages),
          m_standards("standards", {RowKind::standard}, m_languages),
          m_bands("bands", {RowKind::band}, m_languages),
          m_reasons("reasons", {RowKind::reason}, m_languages) {}

    form::Workbook write() {
        form::Workbook book;
        json::object settings = m_document;
        gatherFilters(settings.at("sections"));
        writeNamedLists(settings);
        const auto facts = writeList(settings, "facts", RowKind::fact),
                   levels = writeList(settings, "levels", RowKind::level),
                   grades = writeList(settings, "grades", RowKind::grade);
        const auto groups = writeGroups(settings);
        writeSections(settings.at("sections").as_array());
        settings.erase("sections");
        SheetWriter rows("settings", {RowKind::settings}, m_languages);
        rows.add(writeRow(RowKind::settings, settings, m_languages));
        book.sheets.push_back(m_survey.sheet());
        for (const SheetWriter* sheet : std::initializer_list<const SheetWriter*>{
                 &m_choices, &rows, &grades, &levels, &facts, &m_standards, &m_bands, &m_reasons, &groups}) {
            if (!sheet->empty()) book.sheets.push_back(sheet->sheet());
        }
        return book;
    }

  private:
    static std::vector<std::string> languagesOf(const json::object& document) {
        std::vector<std::string> out;
        for (const auto& one : document.at("languages").as_array()) out.emplace_back(one.as_string());
        return out;
    }

    // Takes a list of objects out of `owner`, where rows can say it.
    json::array taken(json::object& owner, std::string_view member) {
        auto* value = owner.if_contains(member);
        if (!areObjects(value)) return {};
        json::array out = std::move(value->get_array());
        owner.erase(member);
        return out;
    }

    void writeChoices(const std::string& list, const json::array& choices) {
        for (const auto& one : choices) {
            json::object choice = one.as_object();
            RowCells filters;
            if (auto* columns = choice.if_contains("columns");
                columns && columns->is_object() && areFilters(*columns)) {
                for (const auto& column : columns->get_object())
                    filters[{std::string(column.key()), ""}] = std::string(column.value().as_string());
                choice.erase("columns");
            }
            auto cells = writeRow(RowKind::choice, choice, m_languages);
            cells.merge(filters);
            cells[{"list_name", ""}] = list;
            m_choices.add(std::move(cells));
        }
    }

    // Whether columns of their own can say it: texts that some filter names.
    bool areFilters(const json::value& columns) const {
        return std::ranges::all_of(columns.get_object(), [&](const auto& column) {
            return column.value().is_string() && !column.value().get_string().empty() &&
                   form::isClean(column.value().get_string(), form::CellUse::choice) &&
                   form::isClean(column.key(), form::CellUse::choice) &&
                   m_filters.find(std::string_view(column.key())) != std::string::npos;
        });
    }

    // Everything that filters of the document say.
    void gatherFilters(const json::value& value) {
        if (value.is_array()) {
            for (const auto& one : value.get_array()) gatherFilters(one);
        } else if (value.is_object()) {
            for (const auto& member : value.get_object()) {
                if (member.key() == "choice_filter" && member.value().is_string())
                    m_filters.append(member.value().get_string()).append("\n");
                gatherFilters(member.value());
            }
        }
    }

    void writeNamedLists(json::object& settings) {
        const auto* lists = settings.if_contains("choices");
        if (!lists || !lists->is_object() || lists->get_object().empty()) return;
        for (const auto& list : lists->get_object()) {
            if (!isListName(list.key()) || !areObjects(&list.value())) return;  // all of them as JSON
        }
        for (const auto& list : lists->get_object()) writeChoices(list.key(), list.value().get_array());
        settings.erase("choices");
    }

    SheetWriter writeList(json::object& settings, const char* member, RowKind kind) {
        SheetWriter out(member, {kind}, m_languages);
        for (auto& one : taken(settings, member)) {
            auto& object = one.as_object();
            json::array choices;
            if (kind == RowKind::fact) choices = taken(object, "choices");
            if (!choices.empty())
                writeChoices(std::string(kListOfFact) + std::string(object.at("id").as_string()), choices);
            out.add(writeRow(kind, object, m_languages));
        }
        return out;
    }

    SheetWriter writeGroups(json::object& settings) {
        SheetWriter out("bonus", {RowKind::bonusGroup}, m_languages);
        auto* scoring = settings.if_contains("scoring");
        auto* bonus = scoring ? scoring->as_object().if_contains("bonus") : nullptr;
        if (!bonus) return out;
        for (const auto& one : taken(bonus->as_object(), "groups"))
            out.add(writeRow(RowKind::bonusGroup, one.as_object(), m_languages));
        if (!out.empty() && bonus->as_object().empty()) scoring->as_object().erase("bonus");
        if (scoring->as_object().empty()) settings.erase("scoring");
        return out;
    }

    void writeSections(const json::array& sections) {
        for (const auto& one : sections) {
            json::object section = one.as_object();
            const json::array items = taken(section, "items"), inner = taken(section, "sections");
            begin("section", writeRow(RowKind::section, section, m_languages));
            for (const auto& item : items) writeItem(item.as_object());
            writeSections(inner);
            end();
        }
    }

    void begin(const char* kind, RowCells cells) {
        cells[{"type", ""}] = "begin_group";
        cells[{"kind", ""}] = kind;
        m_survey.add(std::move(cells));
    }
    void end() { m_survey.add({{{"type", ""}, "end_group"}}); }

    void writeParts(SheetWriter& sheet, RowKind kind, const std::string& item, const json::array& parts,
                    std::size_t from) {
        for (std::size_t i = from; i < parts.size(); ++i) {
            auto cells = writeRow(kind, parts[i].as_object(), m_languages);
            cells[{"item", ""}] = item;
            sheet.add(std::move(cells));
        }
    }

    void writeItem(json::object item) {
        const std::string id(item.at("id").as_string());
        const json::array questions = taken(item, "questions");
        if (const json::array standards = taken(item, "standards"); !standards.empty()) {
            // The first stands in the item's own row, if its columns can say it.
            json::object first;
            first["standards"] = json::array{standards[0]};
            const auto cells = writeRow(RowKind::item, first, m_languages);
            const bool own = !cells.contains({"json:standards", ""});
            if (own) item["standards"] = json::array{standards[0]};
            writeParts(m_standards, RowKind::standard, id, standards, own ? 1 : 0);
        }
        // {"kind": "limits"} and "limits" mean the same and are not the same text: a bare kind in a cell is the latter.
        auto* rule = item.if_contains("rule");
        const bool bare = rule && rule->is_object() && rule->get_object().size() == 1;
        if (rule && rule->is_object()) {
            writeParts(m_bands, RowKind::band, id, taken(rule->get_object(), "bands"), 0);
            writeParts(m_reasons, RowKind::reason, id, taken(rule->get_object(), "reasons"), 0);
        } else if (rule && rule->is_string()) {
            *rule = json::object{{"kind", rule->get_string()}};
        }
        auto cells = writeRow(RowKind::item, item, m_languages);
        if (bare) {
            cells.erase({"rule", ""});
            cells[{"json:rule", ""}] = canonicalJson(item.at("rule"));
        }
        begin("item", std::move(cells));
        for (const auto& question : questions) writeQuestion(question.as_object());
        end();
    }

    void writeQuestion(json::object question) {
        std::string type(question.at("type").as_string());
        question.erase("type");
        if (type == "group" || type == "repeat") return writeContainer(std::move(question), type);
        if (const auto* file = question.if_contains("file"); file && file->is_string()) {
            type += "_from_file " + std::string(file->get_string());
            question.erase("file");
        }
        const auto* choices = question.if_contains("choices");
        if (choices && choices->is_string() && isListName(choices->get_string())) {
            type += " " + std::string(choices->get_string());
            question.erase("choices");
        } else if (areObjects(choices)) {
            const std::string list = std::string(kListOfQuestion) + std::string(question.at("id").as_string());
            writeChoices(list, taken(question, "choices"));
            type += " " + list;
        }
        if (const auto* other = question.if_contains("or_other");
            other && other->is_bool() && other->get_bool() && type.find(' ') != std::string::npos) {
            type += " or_other";
            question.erase("or_other");
        }
        const std::string appearance = takeAppearance(question);
        auto cells = writeRow(RowKind::question, question, m_languages);
        cells[{"type", ""}] = type;
        if (!appearance.empty()) cells[{"appearance", ""}] = appearance;
        m_survey.add(std::move(cells));
    }

    void writeContainer(json::object question, const std::string& type) {
        const json::array inner = taken(question, "questions");
        const std::string appearance = takeAppearance(question);
        auto cells = writeRow(RowKind::question, question, m_languages);
        cells[{"type", ""}] = "begin_" + type;
        if (!appearance.empty()) cells[{"appearance", ""}] = appearance;
        m_survey.add(std::move(cells));
        for (const auto& one : inner) writeQuestion(one.as_object());
        m_survey.add({{{"type", ""}, "end_" + type}});
    }

    static std::string takeAppearance(json::object& question) {
        const auto* multiline = question.if_contains("multiline");
        const bool wide = multiline && multiline->is_bool() && multiline->get_bool();
        std::string out = wide ? "multiline" : "";
        if (wide) question.erase("multiline");
        if (const auto* other = question.if_contains("appearance"); other && other->is_string()) {
            out += (out.empty() ? "" : " ") + std::string(other->get_string());
            question.erase("appearance");
        }
        return out;
    }

    const json::object& m_document;
    std::vector<std::string> m_languages;
    std::string m_filters;
    SheetWriter m_survey, m_choices, m_standards, m_bands, m_reasons;
};

}  // namespace

Result<form::Workbook> exportSheets(std::string_view text) {
    if (const auto loaded = loadChecklist(text); !loaded) return fail(loaded.error());
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto document = parseJson(text);
    if (!document) return fail(document.error());
    auto book = DocumentWriter(document->get_object()).write();
    // Through the bytes of the file, as whoever imports it will read it.
    const auto again = form::readWorkbook(form::writeWorkbook(book));
    if (!again) return fail(again.error());
    const auto imported = importSheets(*again);
    if (canonicalJson(imported.document) == canonicalJson(*document) && imported.checklist) return book;
    std::string detail = firstDifference(*document, imported.document) + " cannot be written in a sheet";
    for (const auto& problem : imported.problems) detail += "\n" + problem.text();
    return fail(ErrorKind::unsupported, "not_in_sheets", detail);
}

}  // namespace plumb::checklist
