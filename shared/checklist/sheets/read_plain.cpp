// An XLSForm of the public kind, without any column of ours: its questions as they are, in items that score nothing and
// that are no groups of their own, so that its data has the paths that its author gave it.
#include <algorithm>
#include <array>

#include "shared/checklist/sheets/sheet_reader.h"

namespace plumb::checklist {
namespace {

// What an id may hold.
std::string asId(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                          c == '-' || c == '.';
        out += good ? c : '_';
    }
    if (out.empty() || out.front() == '-' || out.front() == '.') out.insert(out.begin(), '_');
    return out.substr(0, 64);
}

std::string textOf(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

// Texts that lack a language say there what they say in another.
void completeTexts(json::value& value, const std::vector<std::string>& languages) {
    if (value.is_array()) {
        for (auto& one : value.get_array()) completeTexts(one, languages);
        return;
    }
    if (!value.is_object() || value.get_object().empty()) return;
    auto& object = value.get_object();
    const bool isText = std::ranges::all_of(object, [&](const auto& member) {
        return member.value().is_string() &&
               std::ranges::find(languages, std::string_view(member.key())) != languages.end();
    });
    if (!isText) {
        for (auto& member : object) completeTexts(member.value(), languages);
        return;
    }
    const json::value first = object.begin()->value();
    for (const auto& language : languages) {
        if (!object.contains(language)) object[language] = first;
    }
}

}  // namespace

void SheetReader::completePlain(json::object& document) const {
    json::value whole = std::move(document);
    completeTexts(whole, m_notes.languages);
    document = std::move(whole.as_object());
}

void SheetReader::makePlain(json::object& document) {
    const std::string title = textOf(document, "title");
    std::string id = textOf(document, "id");
    if (id.empty()) id = title.empty() ? "form" : title;
    document["id"] = json::string(asId(id));
    if (!document.contains("title")) document["title"] = json::string(id);
    if (textOf(document, "version").empty()) document["version"] = "1";
    document["kind"] = "form";
    if (m_notes.languages.empty()) {
        // One language, which nobody has named.
        m_notes.languages = {"und"};
    }
    json::array languages;
    for (const auto& one : m_notes.languages) languages.emplace_back(json::string(one));
    document["languages"] = std::move(languages);
    Open open;
    open.path = "sections[0]";
    open.object = {{"id", "form"}, {"title", document.at("title")}, {"bare", true}};
    m_open.push_back(std::move(open));
}

// Each group of the outermost level is an item, and so is a run of questions between them.
void SheetReader::openPlainItem(std::size_t row) {
    if (m_open.size() > 2 || (m_open.size() == 2 && !m_open.back().container.empty())) return;
    const auto& survey = table("survey");
    const auto what = form::parseTypeCell(survey.cell(row, "type")).what;
    const bool container = what == form::TypeCell::What::beginGroup || what == form::TypeCell::What::beginRepeat;
    if (m_open.size() == 2 && !container && !m_open.back().questions.empty() && !m_plainContainer) return;
    closePlainItem();
    Open open;
    open.item = true;
    open.row = row;
    open.path = m_open.back().path + ".items[" + std::to_string(m_open.back().items.size()) + "]";
    json::object heading;
    if (container) {
        SheetNotes unheard;
        unheard.languages = m_notes.languages;
        readRow(survey, row, RowKind::question, open.path, heading, unheard);
    }
    const auto* label = heading.if_contains("label");
    open.object = {{"id", json::string("part-" + std::to_string(++m_plainItems))},
                   {"text", label ? *label : m_open.back().object.at("title")},
                   {"advisory", true},
                   {"bare", true},
                   {"rule", "record"}};
    m_plainContainer = container;
    m_open.push_back(std::move(open));
}

void SheetReader::closePlainItem() {
    if (m_open.size() == 2 && m_open.back().container.empty()) finish(m_open.back());
}

// What XLSForm has and nobody is asked: listed, and left out.
bool SheetReader::isNotDone(std::size_t row) {
    static constexpr std::array<std::string_view, 6> kNotDone{"audit", "background-audio", "background-geopoint",
                                                              "osm",   "xml-external",     "csv-external"};
    const auto type = form::parseTypeCell(table("survey").cell(row, "type"));
    const bool notDone = std::ranges::any_of(kNotDone, [&](std::string_view one) {
        return type.name == one || type.name.starts_with(std::string(one) + " ");
    });
    if (notDone)
        m_notes.warn("survey, row " + std::to_string(row) + ", column type: \"" + type.name +
                     "\" is not done: the row is not read");
    return notDone;
}

// What XLSForm leaves out and a document says.
void SheetReader::makePlainQuestion(std::size_t row, json::object& question) {
    const std::string type = textOf(question, "type");
    if (!question.contains("id") && type == "note")
        question["id"] = json::string("generated_note_name_" + std::to_string(row));
    const bool silent = type == "hidden" || type == "start" || type == "end" || type == "today" || type == "deviceid";
    if (!question.contains("label") && !silent) {
        const auto* hint = question.if_contains("hint");
        question["label"] = hint ? *hint : json::value(json::string(textOf(question, "id")));
    }
    const bool asked = type != "note" && type != "calculate" && !silent;
    if (asked && !question.contains("required")) question["required"] = false;
}

}  // namespace plumb::checklist
