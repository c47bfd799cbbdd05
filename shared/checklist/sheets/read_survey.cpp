// The sheet survey: groups of kind section and item, questions inside items.
#include <algorithm>

#include "shared/checklist/nearest.h"
#include "shared/checklist/sheets/sheet_reader.h"

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
        if (key.empty()) {
            m_notes.add(survey, row, type, "says no type (begin_group, end_group, or that of a question)");
        } else if (key == "begin_group") {
            openGroup(row);
            if (m_open.size() > kMostGroups) break;
        } else if (key == "end_group") {
            closeGroup(row);
        } else if (key == "begin_repeat" || key == "end_repeat" || key == "begin_loop" || key == "end_loop") {
            if (key.starts_with("begin"))
                m_notes.add(survey, row, type,
                            "checklists have no repeats: write an item for each, or measure several samples (of: "
                            "mean(s1, s2))");
        } else {
            readQuestionRow(row);
        }
    }
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
    if (kind != "section" && kind != "item")
        m_notes.add(survey, row, column,
                    "a group must say whether it is a section or an item" + didYouMean(kind, {"section", "item"}));
    Open open;
    open.row = row;
    open.item = kind == "item" || (kind != "section" && !m_open.empty());
    if (inItem)
        m_notes.add(survey, row, survey.column("type"),
                    "an item holds questions, not groups: close it with end_group before");
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

void SheetReader::closeGroup(std::size_t row) {
    const auto& survey = table("survey");
    if (m_open.empty()) return m_notes.add(survey, row, survey.column("type"), "there is no group that it would close");
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
    for (const auto* shared : {"relevant", "comment"}) question.erase(shared);
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
    if (const auto* id = read.if_contains("id")) question["id"] = *id;
    readType(row, path, question);
    for (auto& member : read) {
        if (member.key() != "id") question[member.key()] = std::move(member.value());  // json: columns say what counts
    }
    readAppearance(row, question);
    return question;
}

void SheetReader::readType(std::size_t row, const std::string& path, json::object& question) {
    const auto& survey = table("survey");
    const auto column = survey.column("type");
    const auto words = wordsIn(survey.cell(row, column));
    std::string type = typeKey(words.front());
    std::size_t used = 1;
    if (type == "select" && words.size() > 1 && (words[1] == "one" || words[1] == "multiple")) {
        type += "_" + std::string(words[1]);
        used = 2;
    }
    if (used < words.size() && words[used] == "from") ++used;
    question["type"] = json::string(type);
    m_notes.places.addCell(path + ".type", survey, row, column);
    const bool selects = type == "select_one" || type == "select_multiple";
    if (!selects) {
        if (words.size() > used) m_notes.add(survey, row, column, "only select_one and select_multiple name a list");
        return;
    }
    m_notes.places.addCell(path + ".choices", survey, row, column);
    if (words.size() > used + 1) {
        m_notes.add(
            survey, row, column,
            "checklists do not have \"" + std::string(words[used + 1].substr(0, 80)) + "\": name one list of choices");
    }
    if (words.size() <= used) return;
    const std::string list(words[used]);
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
    const auto column = survey.column("appearance");
    for (const auto word : wordsIn(survey.cell(row, column))) {
        if (word == "multiline") {
            question["multiline"] = true;
        } else {
            m_notes.warn("survey, row " + std::to_string(row) + ", column appearance: \"" +
                         std::string(word.substr(0, 80)) + "\" is XLSForm's, and checklists do not use it");
        }
    }
}

}  // namespace plumb::checklist
