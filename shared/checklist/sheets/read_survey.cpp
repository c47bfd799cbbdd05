// The sheet survey: groups of kind section and item, questions inside items.
#include <algorithm>

#include "shared/checklist/model/nearest.h"
#include "shared/checklist/sheets/sheet_reader.h"
#include "shared/form/xlsform/xlsform_types.h"

namespace plumb::checklist {
namespace {

// "Begin Group" → "begin_group".
std::string typeKey(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\n') {
            if (!out.ends_with('_')) out += '_';
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

// XLSForm has many words for a type: "int", "photo", "add text prompt".
std::string typeNamed(const std::string& written) {
    const auto* known = form::findXlsformType(written);
    if (!known) return typeKey(written);
    if (known->name == "datetime") return "dateTime";
    if (known->name == "string" || known->name == "phone number") return "text";
    if (known->name == "osm") return "file";
    if (known->name == "percentage" || known->name.starts_with("number of days")) return "integer";
    // The same of the device, without the word before it that says whose number it is.
    if (known->name.starts_with("uri:")) return std::string(known->name.substr(4));
    return std::string(known->name);
}

std::vector<std::string_view> wordsIn(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto from = text.find_first_not_of(" \t\n");
        if (from == std::string_view::npos) break;
        const auto end = std::min(text.find_first_of(" \t\n", from), text.size());
        out.push_back(text.substr(from, end - from));
        text.remove_prefix(end);
    }
    return out;
}

}  // namespace

// Cells that say nothing about a row of these kinds would be lost in silence.
void SheetReader::checkCells(std::size_t row, std::vector<RowKind> kinds) {
    if (m_plain) return;
    const auto& survey = table("survey");
    const auto has = [](RowKind kind, std::string_view name) {
        const auto columns = columnsOf(kind);
        const auto structural = structuralColumnsOf(kind);
        return std::ranges::find(columns, name, &Column::name) != columns.end() ||
               std::ranges::find(structural, name) != structural.end();
    };
    for (std::size_t c = 0; c < std::min(survey.headers().size(), survey.width(row)); ++c) {
        const std::string_view name = survey.headers()[c].name;
        if (survey.cell(row, c).empty() || std::ranges::any_of(kinds, [&](auto kind) { return has(kind, name); }))
            continue;
        for (const auto other : {RowKind::section, RowKind::item, RowKind::question}) {
            if (!has(other, name)) continue;
            const std::string what =
                kinds.empty() ? "the end of a group" : "a row of kind " + std::string(rowKindName(kinds.front()));
            m_notes.add(survey, row, c,
                        what + " has no " + std::string(name) + ": it belongs to the row of its " +
                            std::string(rowKindName(other)));
            break;
        }
    }
}

void SheetReader::readSurvey(json::object& document) {
    const auto& survey = table("survey");
    const auto type = survey.column("type");
    for (const auto row : survey.rows()) {
        const std::string key = typeKey(survey.cell(row, type));
        if (m_plain && (isDisabled(row) || (key.empty() && isRemark(row)))) continue;
        if (key.empty()) {
            m_notes.add(survey, row, type, "says no type (begin_group, end_group, or that of a question)");
            continue;
        }
        using What = form::TypeCell::What;
        const What what = form::parseTypeCell(survey.cell(row, type)).what;
        if (m_open.size() > kMostGroups) break;
        if (what == What::beginGroup) {
            openGroup(row);
        } else if (what == What::beginRepeat) {
            openContainer(row, "repeat");
        } else if (what == What::endGroup || what == What::endRepeat) {
            closeGroup(row, what == What::endRepeat);
        } else if (what == What::loop) {
            m_notes.add(survey, row, type, "no loop can stand here: use a repeat, or write the questions out");
        } else {
            readQuestionRow(row);
        }
    }
    if (m_plain) closePlainItem();
    if (m_plain && m_open.size() == 1) finish(m_open.back());
    while (!m_open.empty()) {
        m_notes.add(survey, m_open.back().row, type, "the group is not closed: its end_group is missing");
        finish(m_open.back());
    }
    if (!m_sections.empty()) document["sections"] = std::move(m_sections);
}

void SheetReader::openGroup(std::size_t row) {
    const auto& survey = table("survey");
    const auto column = survey.column("kind");
    const std::string kind = typeKey(survey.cell(row, column));
    const bool inItem = !m_open.empty() && m_open.back().item;
    if (m_plain || (inItem && (kind.empty() || kind == "group"))) return openContainer(row, "group");
    if (kind != "section" && kind != "item")
        m_notes.add(survey, row, column,
                    "a group must say whether it is a section or an item" + didYouMean(kind, {"section", "item"}));
    Open open;
    open.row = row;
    open.item = kind == "item" || (kind != "section" && !m_open.empty());
    if (inItem)
        m_notes.add(survey, row, survey.column("type"),
                    "an item holds no item and no section: close it with end_group before");
    if (m_open.size() >= kMostGroups) {
        m_notes.add(survey, row, survey.column("type"), "groups lie too deep in one another");
    }
    if (open.item) {
        openItem(open);
        checkCells(row, {RowKind::item});
    } else {
        open.path =
            (m_open.empty() ? "sections[" + std::to_string(m_sections.size())
                            : m_open.back().path + ".sections[" + std::to_string(m_open.back().sections.size())) +
            "]";
        readRow(survey, row, RowKind::section, open.path, open.object, m_notes);
        checkCells(row, {RowKind::section});
    }
    m_open.push_back(std::move(open));
}

// A group or a repeat of questions, in an item.
void SheetReader::openContainer(std::size_t row, const char* type) {
    const auto& survey = table("survey");
    if (m_plain) openPlainItem(row);
    Open open;
    open.row = row;
    open.item = true;
    open.container = type;
    if (m_open.empty() || !m_open.back().item) {
        m_notes.add(survey, row, survey.column("type"),
                    "a repeat stands in an item: begin one before (begin_group, kind item)");
        open.path = "?";
    } else {
        open.path = m_open.back().path + ".questions[" + std::to_string(m_open.back().questions.size()) + "]";
    }
    if (m_open.size() >= kMostGroups)
        m_notes.add(survey, row, survey.column("type"), "groups lie too deep in one another");
    json::object read;
    readRow(survey, row, RowKind::question, open.path, read, m_notes);
    checkCells(row, {RowKind::question});
    if (const auto renamed = m_renamed.find(row); renamed != m_renamed.end())
        read["id"] = json::string(renamed->second);
    if (const auto* id = read.if_contains("id")) open.object["id"] = *id;
    open.object["type"] = type;
    m_notes.places.addCell(open.path + ".type", survey, row, survey.column("type"));
    read.erase("id");
    for (auto& member : read) open.object[member.key()] = std::move(member.value());
    readAppearance(row, open.object);
    m_open.push_back(std::move(open));
}

void SheetReader::openItem(Open& open) {
    const auto& survey = table("survey");
    open.item = true;
    if (m_open.empty()) {
        m_notes.add(survey, open.row, survey.column("kind"), "an item stands in a section: begin one before");
        open.path = "?";
    } else {
        if (!m_open.back().sections.empty())
            m_notes.add(survey, open.row, survey.column("kind"),
                        "the items of a section come before the sections in it");
        open.path = m_open.back().path + ".items[" + std::to_string(m_open.back().items.size()) + "]";
    }
    readRow(survey, open.row, RowKind::item, open.path, open.object, m_notes);
}

void SheetReader::closeGroup(std::size_t row, bool repeat) {
    const auto& survey = table("survey");
    const bool none = m_open.empty() || (m_plain && m_open.back().container.empty());
    if (none) return m_notes.add(survey, row, survey.column("type"), "there is no group that it would close");
    if (repeat != (m_open.back().container == "repeat"))
        m_notes.add(survey, row, survey.column("type"),
                    "what ends here is the " + std::string(repeat ? "group" : "repeat") + " of row " +
                        std::to_string(m_open.back().row) + ": write end_" + (repeat ? "group" : "repeat"));
    if (m_plain) return finish(m_open.back());  // what else an end says is of no consequence in XLSForm
    const std::string_view name = survey.cell(row, "name");
    const auto* id = m_open.back().object.if_contains("id");
    if (!name.empty() && id && id->is_string() && id->get_string() != name)
        m_notes.add(survey, row, survey.column("name"),
                    "the group that ends here is \"" + std::string(id->get_string()) + "\", of row " +
                        std::to_string(m_open.back().row));
    for (std::size_t c = 0; c < std::min(survey.headers().size(), survey.width(row)); ++c) {
        const std::string_view header = survey.headers()[c].name;
        if (!survey.cell(row, c).empty() && header != "type" && header != "kind" && header != "name" &&
            header != "label")
            m_notes.add(survey, row, c, "the end of a group says nothing: it belongs to the row that begins it");
    }
    finish(m_open.back());
}

// Puts the last open group into the one around it.
void SheetReader::finish(Open& group) {
    Open done = std::move(group);
    m_open.pop_back();
    if (!done.container.empty()) {
        done.object["questions"] = std::move(done.questions);
        if (!m_open.empty()) m_open.back().questions.emplace_back(std::move(done.object));
        return;
    }
    if (done.item) {
        if (!done.questions.empty()) done.object["questions"] = std::move(done.questions);
        finishItem(done.object, done.path, done.row);
        if (!m_open.empty()) m_open.back().items.emplace_back(std::move(done.object));
        return;
    }
    if (!done.items.empty()) done.object["items"] = std::move(done.items);
    if (!done.sections.empty()) done.object["sections"] = std::move(done.sections);
    (m_open.empty() ? m_sections : m_open.back().sections).emplace_back(std::move(done.object));
}

// What further sheets say of it; and "limits" for a rule that says no more.
void SheetReader::finishItem(json::object& item, const std::string& path, std::size_t row) {
    readParts("standards", RowKind::standard, item, path, "standards");
    readParts("bands", RowKind::band, item, path, "rule.bands");
    readParts("reasons", RowKind::reason, item, path, "rule.reasons");
    if (const auto* id = item.if_contains("id"); id && id->is_string()) m_itemNames.emplace_back(id->get_string());
    const auto& survey = table("survey");
    if (survey.cell(row, "json:rule").empty()) {
        auto* rule = item.if_contains("rule");
        if (rule && rule->is_object() && rule->get_object().size() == 1 && rule->get_object().contains("kind"))
            *rule = json::value(rule->get_object().at("kind"));
    }
}

void SheetReader::readQuestionRow(std::size_t row) {
    const auto& survey = table("survey");
    const auto column = survey.column("kind");
    const std::string kind = typeKey(survey.cell(row, column));
    if (!kind.empty() && kind != "item" && kind != "question")
        m_notes.add(
            survey, row, column,
            "a row of this type is a question, or an item of one question" + didYouMean(kind, {"item", "question"}));
    if (kind != "item") {
        if (m_plain && isNotDone(row)) return;
        if (m_plain) openPlainItem(row);
        checkCells(row, {RowKind::question});
        if (m_open.empty() || !m_open.back().item)
            return m_notes.add(
                survey, row, survey.column("type"),
                "a question stands in an item: begin one before (begin_group, kind item), or say kind item here");
        auto& item = m_open.back();
        item.questions.emplace_back(
            questionOf(row, item.path + ".questions[" + std::to_string(item.questions.size()) + "]"));
        return;
    }
    // One row for both: what an item and its question both have is the item's, but for the label, which is everybody's,
    // and the limits, which are the question's.
    checkCells(row, {RowKind::item, RowKind::question});
    if (!m_open.empty() && m_open.back().item)
        return m_notes.add(
            survey, row, column,
            "an item cannot stand in another: close that of row " + std::to_string(m_open.back().row) + " before");
    Open open;
    open.row = row;
    openItem(open);
    json::object question = questionOf(row, open.path + ".questions[0]");
    for (const auto* shared : {"relevant", "comment", "guidance_hint"}) question.erase(shared);
    open.object.erase("unit");
    if (auto* rule = open.object.if_contains("rule"); rule && rule->is_object()) {
        for (const auto* limit : {"min", "above", "max", "below", "unit"}) rule->get_object().erase(limit);
        if (rule->get_object().empty()) open.object.erase("rule");
    }
    if (const auto id = survey.cell(row, "item"); !id.empty()) {
        open.object["id"] = json::string(id);
        m_notes.places.addCell(open.path + ".id", survey, row, survey.column("item"));
    }
    open.questions.emplace_back(std::move(question));
    m_open.push_back(std::move(open));
    finish(m_open.back());
}

json::object SheetReader::questionOf(std::size_t row, const std::string& path) {
    json::object read;
    readRow(table("survey"), row, RowKind::question, path, read, m_notes);
    json::object question;
    if (const auto renamed = m_renamed.find(row); renamed != m_renamed.end())
        read["id"] = json::string(renamed->second);
    if (const auto* id = read.if_contains("id")) question["id"] = *id;
    readType(row, path, question);
    for (auto& member : read) {
        if (member.key() != "id") question[member.key()] = std::move(member.value());  // json: columns say what counts
    }
    readAppearance(row, question);
    if (m_plain) makePlainQuestion(row, question);
    return question;
}

void SheetReader::readType(std::size_t row, const std::string& path, json::object& question) {
    using What = form::TypeCell::What;
    const auto& survey = table("survey");
    const auto column = survey.column("type");
    const auto cell = form::parseTypeCell(survey.cell(row, column));
    m_notes.places.addCell(path + ".type", survey, row, column);
    if (cell.what == What::question) {
        question["type"] = json::string(typeNamed(cell.name));
        if (wordsIn(cell.name).size() > 1 && !form::findXlsformType(cell.name))
            m_notes.add(survey, row, column, "only select_one, select_multiple and rank name a list");
        return;
    }
    using Control = form::ControlKind;
    question["type"] = cell.control == Control::rank             ? "rank"
                       : cell.control == Control::selectMultiple ? "select_multiple"
                                                                 : "select_one";
    m_notes.places.addCell(path + ".choices", survey, row, column);
    if (cell.orOther) question["or_other"] = true;
    if (cell.what == What::chooseExternal && !m_tables.contains("external_choices"))
        m_notes.add(survey, row, column,
                    "external choices stand in a sheet external_choices, or in a file: select_one_from_file FILE.csv");
    if (cell.list.empty()) return;
    if (cell.what == What::chooseFromFile) {
        question["file"] = json::string(cell.list);
        return;
    }
    if (wordsIn(cell.list).size() > 1) {
        m_notes.add(
            survey, row, column,
            "there is no \"" + std::string(wordsIn(cell.list)[1].substr(0, 80)) + "\" here: name one list of choices");
    }
    const std::string list(wordsIn(cell.list).front());
    if (list.starts_with("${"))
        return m_notes.add(survey, row, column,
                           "answers of a repeat are not taken as choices: write the choices in the sheet choices");
    if (list.starts_with(kListOfQuestion)) {
        if (auto choices = readChoices(list, path + ".choices")) {
            question["choices"] = std::move(*choices);
            return;
        }
    }
    question["choices"] = json::string(list);
}

void SheetReader::readAppearance(std::size_t row, json::object& question) {
    const auto& survey = table("survey");
    std::string other;
    const auto asked = survey.cell(row, survey.column("appearance"));
    for (const std::string_view app : {"ex:", "printer:"}) {
        const auto at = asked.find(app);
        if (at != std::string_view::npos && (at == 0 || asked[at - 1] == ' '))
            m_notes.warn("survey, row " + std::to_string(survey.numberOf(row)) +
                         ", column appearance: no other app is called (" + std::string(asked.substr(0, 80)) + ")");
    }
    for (const auto word : wordsIn(survey.cell(row, survey.column("appearance")))) {
        if (word == "multiline") {
            question["multiline"] = true;
        } else {
            other.append(other.empty() ? "" : " ").append(word);
        }
    }
    if (!other.empty()) question["appearance"] = json::string(other);
}

}  // namespace plumb::checklist
