// An XLSForm of the public kind, without any column of ours: its questions as they are, in items that score nothing and
// that are no groups of their own, so that its data has the paths that its author gave it.
#include <algorithm>
#include <array>

#include "shared/checklist/sheets/sheet_reader.h"
#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xlsform/xlsform_table.h"

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
    if (id.empty()) id = !m_fileName.empty() ? m_fileName : title.empty() ? "form" : title;
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
    static constexpr std::array<std::string_view, 3> kNotDone{"audit", "background-audio", "background-geopoint"};
    const auto type = form::parseTypeCell(table("survey").cell(row, "type"));
    if (type.name == "csv-external" || type.name == "xml-external") {
        // The expressions that read it name the file (read_instances.cpp).
        const std::string name(table("survey").cell(row, "name"));
        if (!m_instancesRead.contains(name))
            m_notes.warn("survey, row " + std::to_string(table("survey").numberOf(row)) + ", column type: \"" +
                         type.name + "\": no expression reads instance('" + name + "'), so that it is left out");
        return true;
    }
    const bool notDone = std::ranges::any_of(kNotDone, [&](std::string_view one) {
        return type.name == one || type.name.starts_with(std::string(one) + " ");
    });
    if (notDone)
        m_notes.warn("survey, row " + std::to_string(table("survey").numberOf(row)) + ", column type: \"" + type.name +
                     "\" is not done: the row is not read");
    return notDone;
}

// What XLSForm leaves out and a document says.
void SheetReader::makePlainQuestion(std::size_t row, json::object& question) {
    const std::string type = textOf(question, "type");
    readMore(row, type);
    // A note that is calculated is a text that nobody changes.
    if (type == "note" && question.contains("calculation")) {
        question["type"] = "text";
        question["read_only"] = true;
        if (!question.contains("required")) question["required"] = false;
    }
    // A calculation without one is a place for what something else sets.
    if (type == "calculate" && !question.contains("calculation")) question["type"] = "hidden";
    if (type == "integer" && !question.contains("constraint")) {
        const auto* known = form::findXlsformType(form::parseTypeCell(table("survey").cell(row, "type")).name);
        if (known && !known->constraint.empty()) question["constraint"] = json::string(known->constraint);
    }
    if (!question.contains("id") && type == "note")
        question["id"] = json::string("generated_note_name_" + std::to_string(row));
    static constexpr std::array<std::string_view, 11> kSilent{
        "hidden", "start",       "end",       "today",        "deviceid",      "username",
        "email",  "phonenumber", "simserial", "subscriberid", "start-geopoint"};
    const bool silent = std::ranges::find(kSilent, type) != kSilent.end();
    if (!question.contains("label") && !silent) {
        const auto* hint = question.if_contains("hint");
        question["label"] = hint ? *hint : json::value(json::string(textOf(question, "id")));
    }
    const bool asked = type != "note" && type != "calculate" && !silent;
    if (asked && !question.contains("required")) question["required"] = false;
}

bool SheetReader::isDisabled(std::size_t row) const {
    const auto read = readCell(CellKind::flag, table("survey").cell(row, "disabled"));
    return read.good() && read.value.is_bool() && read.value.get_bool();
}

// A row without a type, a name and a label asks nothing.
bool SheetReader::isRemark(std::size_t row) const {
    const auto& survey = table("survey");
    if (!survey.cell(row, "name").empty()) return false;
    const auto labels = survey.columns("label");
    return std::ranges::all_of(labels, [&](std::size_t c) { return survey.cell(row, c).empty(); });
}

// Author's own columns are kept out; texts without a language, beside such with one, are the default language's.
void SheetReader::readPlainHeaders() {
    const auto fresh = [&](const std::string& language) {
        return std::ranges::find(m_notes.languages, language) == m_notes.languages.end();
    };
    std::string language = "default";
    if (const auto& settings = table("settings"); !settings.rows().empty()) {
        const std::string_view said = settings.cell(settings.rows().front(), "default_language");
        const auto open = said.rfind('(');
        if (said.ends_with(')') && open != std::string_view::npos && open + 2 < said.size())
            language = said.substr(open + 1, said.size() - open - 2);
        else if (!said.empty())
            language = said;
    }
    bool mixed = false;
    for (const char* name : {"survey", "choices"}) {
        const auto found = m_tables.find(name);
        if (found == m_tables.end()) continue;
        SheetTable& sheet = found->second;
        for (std::size_t c = 0; c < sheet.headers().size(); ++c) {
            const Header& header = sheet.headers()[c];
            if (header.name.empty() || !form::isTranslatedColumn(header.name)) continue;
            if (!header.language.empty()) {
                if (fresh(header.language)) m_notes.languages.push_back(header.language);
                continue;
            }
            const auto all = sheet.columns(header.name);
            const bool beside = std::ranges::any_of(
                all, [&](std::size_t other) { return other != c && !sheet.headers()[other].language.empty(); });
            if (!beside) continue;
            sheet.setLanguage(c, language);
            mixed = true;
        }
    }
    const auto place = std::ranges::find(m_notes.languages, language);
    if (place != m_notes.languages.end()) {
        std::rotate(m_notes.languages.begin(), place, place + 1);
    } else if (mixed) {
        m_notes.languages.insert(m_notes.languages.begin(), language);
    }
}

// Names need be unique within their group only, ids in all of a document: the second is called GROUP.NAME.
void SheetReader::nameRows() {
    const auto& survey = table("survey");
    struct Group {
        std::string name;
        std::map<std::string, std::size_t> names;
    };
    std::vector<Group> open(1);
    std::map<std::string, std::size_t> taken;  // id → row
    std::map<std::string, std::size_t> first;  // name → row
    std::map<std::string, std::size_t> next;   // id that is taken → the number that makes another of it
    for (const auto row : survey.rows()) {
        using What = form::TypeCell::What;
        if (isDisabled(row)) continue;
        const What what = form::parseTypeCell(survey.cell(row, "type")).what;
        if (what == What::endGroup || what == What::endRepeat) {
            if (open.size() > 1) open.pop_back();
            continue;
        }
        const std::string name(survey.cell(row, "name"));
        std::string id = name;
        if (!name.empty() && !survey.cell(row, "type").empty()) {
            const bool here = !open.back().names.emplace(name, row).second;  // the loader says so
            if (const auto known = first.find(name); known != first.end() && !here) {
                auto& rows = m_sameName[name];
                if (rows.empty()) rows.push_back(known->second);
                rows.push_back(row);
            }
            first.emplace(name, row);
            if (!here && taken.contains(id)) {
                const std::string base = (open.back().name.empty() ? "top" : open.back().name) + "." + name;
                id = base;
                std::size_t& n = next[base];
                for (n = std::max<std::size_t>(n, 2); taken.contains(id); ++n) id = base + "_" + std::to_string(n);
                m_renamed[row] = id;
                m_notes.warn("survey, row " + std::to_string(survey.numberOf(row)) + ", column name: \"" + name +
                             "\" is the name of row " + std::to_string(survey.numberOf(taken.at(name))) +
                             " too; in the document, and in its data, this one is called \"" + id + "\"");
            }
            taken.emplace(id, row);
        }
        if (what == What::beginGroup || what == What::beginRepeat) open.push_back({id, {}});
    }
    if (!m_sameName.empty()) refuseAmbiguous();
}

// ${name} of a name that stands in two groups says too little.
void SheetReader::refuseAmbiguous() {
    const auto& survey = table("survey");
    for (const auto row : survey.rows()) {
        for (std::size_t c = 0; c < std::min(survey.headers().size(), survey.width(row)); ++c) {
            const std::string_view text = survey.cell(row, c);
            if (survey.headers()[c].name.empty()) continue;
            for (auto at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
                const auto end = text.find('}', at);
                if (end == std::string_view::npos) break;
                const auto found = m_sameName.find(std::string(text.substr(at + 2, end - at - 2)));
                if (found == m_sameName.end()) continue;
                std::string rows;
                for (const auto one : found->second)
                    rows += (rows.empty() ? "" : " and ") + std::to_string(survey.numberOf(one));
                m_notes.add(
                    survey, row, c,
                    "\"" + found->first + "\" is the name of the rows " + rows + ": give one of them another name");
                break;
            }
        }
    }
}

// What XLSForm's columns and parameters ask for and a checklist does not do.
void SheetReader::readMore(std::size_t row, const std::string& type) {
    const auto& survey = table("survey");
    const std::string where = "survey, row " + std::to_string(survey.numberOf(row)) + ", column ";
    if (type == "deviceid" || type == "phonenumber" || type == "username" || type == "email" ||
        type == "subscriberid" || type == "simserial") {
        if (form::parseTypeCell(survey.cell(row, "type")).name.starts_with("uri:"))
            m_notes.warn(where + "type: \"" + std::string(survey.cell(row, "type")) + "\" is kept as " + type);
    }
    if (form::parseTypeCell(survey.cell(row, "type")).name == "osm")
        m_notes.warn(where + "type: OpenStreetMap is not asked for; a file is");
    const std::string_view parameters = survey.cell(row, "parameters");
    for (const std::string_view one : {"max-pixels", "quality", "app", "capture-accuracy", "warning-accuracy",
                                       "allow-mock-accuracy", "incremental"}) {
        const auto at = parameters.find(one);
        if (at == std::string_view::npos || (at > 0 && parameters[at - 1] != ' ' && parameters[at - 1] != ','))
            continue;
        const auto after = parameters.find_first_not_of(' ', at + one.size());
        if (after != std::string_view::npos && parameters[after] == '=')
            m_notes.warn(where + "parameters: \"" + std::string(one) + "\" is not done");
    }
}

}  // namespace plumb::checklist
