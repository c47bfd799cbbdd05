#include <algorithm>

#include "shared/base/nearest.h"
#include "shared/form/xlsform/read_xlsform_reader.h"
#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xlsform/tuning.h"

namespace plumb::form {
namespace {

// An XML name without a prefix.
bool isName(std::string_view name) {
    const auto letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    const auto inside = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !name.empty() && letter(name.front()) && std::ranges::all_of(name, inside);
}

std::string madeName(std::string_view text) {
    std::string name;
    for (const char c : text) name += isName(std::string("a") + c) ? c : '_';
    if (!isName(name)) name.insert(name.begin(), '_');
    return name;
}

// "start=1 end=10, step=0.5"
std::map<std::string, std::string> parseParameters(std::string text) {
    std::map<std::string, std::string> all;
    std::ranges::replace(text, ',', ' ');
    std::ranges::replace(text, ';', ' ');
    std::string word;
    const auto keep = [&] {
        const auto equals = word.find('=');
        if (!word.empty())
            all[columnKey(word.substr(0, equals))] = equals == std::string::npos ? "" : word.substr(equals + 1);
        word.clear();
    };
    bool braces = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        braces = c == '{' || (braces && c != '}');
        // Around '=' white space is no end.
        const auto next = text.find_first_not_of(" \t\n", i);
        const bool space = c == ' ' || c == '\t' || c == '\n';
        if (space && (braces || word.ends_with('=') || (next != std::string::npos && text[next] == '='))) continue;
        if (space) {
            keep();
        } else {
            word += c;
        }
    }
    keep();
    return all;
}

}  // namespace

void XlsformReader::survey() {
    if (m_survey.rows().size() > kMaxNodes)
        return problem(m_survey.name(), "the form has more than " + std::to_string(kMaxNodes) + " rows");
    for (const Row& one : m_survey.rows()) row(one);
    while (m_open.size() > 1) {
        const Open& open = m_open.back();
        problem(m_survey.origin(*open.row, "type"),
                std::string("the ") + (open.repeat ? "repeat" : "group") + " '" + m_definition->nodes[open.def].name +
                    "' does not end",
                std::string("add a row 'end ") + (open.repeat ? "repeat'" : "group'"));
        m_open.pop_back();
    }
}

void XlsformReader::row(const Row& row) {
    const std::string& type = m_survey.cell(row, "type");
    if (const std::string disabled = columnKey(m_survey.cell(row, "disabled"));
        disabled == "yes" || disabled == "true" || disabled == "true()" || disabled == "1")
        return;
    if (type.empty()) {
        if (m_survey.cell(row, "name").empty() && m_survey.texts(row, "label").empty()) return;  // a remark
        return problem(m_survey.origin(row, "type"), "the row has no type");
    }
    const TypeCell cell = parseTypeCell(type);
    switch (cell.what) {
        case TypeCell::What::beginGroup:
            return begin(row, false);
        case TypeCell::What::beginRepeat:
            return begin(row, true);
        case TypeCell::What::endGroup:
            return end(row, false);
        case TypeCell::What::endRepeat:
            return end(row, true);
        case TypeCell::What::loop:
            // Those of people's sheets were written out before (loop_rows.h).
            return problem(m_survey.origin(row, "type"), "'" + type + "': no loop can stand here",
                           "use a repeat, or write the questions out");
        case TypeCell::What::question:
        case TypeCell::What::choose:
        case TypeCell::What::chooseFromFile:
        case TypeCell::What::chooseExternal:
            return question(row, cell);
    }
}

std::string XlsformReader::nameOf(const Row& row, const TypeCell& type) {
    std::string name = m_survey.cell(row, "name");
    if (name.empty() && type.name == "note") return "generated_note_name_" + std::to_string(row.number);
    if (name.empty()) {
        problem(m_survey.origin(row, "name"), "the row of type '" + m_survey.cell(row, "type") + "' has no name");
        return "unnamed_" + std::to_string(row.number);
    }
    if (!isName(name)) {
        problem(m_survey.origin(row, "name"),
                "'" + name + "' cannot be a name: it takes letters, digits, '_', '-' and '.', and no digit first",
                "write '" + madeName(name) + "'");
        name = madeName(name);
    }
    return name;
}

std::uint32_t XlsformReader::node(const Row& row, const std::string& name, NodeKind kind) {
    Open& around = m_open.back();
    const auto [known, fresh] = around.names.emplace(name, row.number);
    if (!fresh)
        problem(m_survey.origin(row, "name"),
                "'" + name + "' is the name of row " + std::to_string(known->second) + " too", "give it another name");
    if (around.def == 0 && name == "meta") problem(m_survey.origin(row, "name"), "'meta' is a name of the form's own");
    const std::uint32_t def = m_definition->addNode(around.def, name, kind);
    m_definition->nodes[def].origin = m_survey.origin(row, "");
    m_references.add(name, def);
    keepExtra(row, def);
    return def;
}

void XlsformReader::keepExtra(const Row& row, std::uint32_t def) {
    m_extra.rowOf[def] = row.number;
    m_extra.nodeOf.emplace(row.number, def);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const XlsformColumn& column = m_survey.columns()[i];
        if (column.known || column.name.empty() || row.cells[i].empty()) continue;
        m_extra.survey[row.number].emplace(column.full(), row.cells[i]);
        m_extra.writtenSurveyNames.emplace(column.full(), column.written);
    }
}

std::uint32_t XlsformReader::control(ControlKind kind, std::uint32_t def, const Row& row) {
    Definition& form = *m_definition;
    const auto id = static_cast<std::uint32_t>(form.controls.size());
    const std::uint32_t parent = m_open.back().control;
    Control made;
    made.kind = kind;
    made.def = def;
    made.parent = parent;
    made.appearance = m_survey.cell(row, "appearance");
    made.origin = m_survey.origin(row, "");
    form.controls.push_back(std::move(made));
    (parent == kNone ? form.body : form.controls[parent].children).push_back(id);
    return id;
}

void XlsformReader::begin(const Row& row, bool repeat) {
    if (m_open.size() >= kMostOpen) {
        if (m_open.size() == kMostOpen) problem(m_survey.origin(row, "type"), "groups are nested too deep");
        m_open.push_back({m_open.back().def, m_open.back().control, &row, repeat, {}});
        return;
    }
    Question made;
    made.row = &row;
    made.type = parseTypeCell(m_survey.cell(row, "type"));
    const std::string name = nameOf(row, {});
    if (repeat) made.countNode = countNode(row, name);
    made.def = node(row, name, repeat ? NodeKind::repeat : NodeKind::group);
    made.control = control(repeat ? ControlKind::repeat : ControlKind::group, made.def, row);
    m_open.push_back({made.def, made.control, &row, repeat, {}});
    m_questions.push_back(std::move(made));
}

// How many of a repeat there are is an answer of its own, "plots_count", where it is more than another answer.
std::uint32_t XlsformReader::countNode(const Row& row, const std::string& repeat) {
    const std::string count(withoutSpace(m_survey.cell(row, "repeat_count")));
    const std::string name = repeat + "_count";
    Open& around = m_open.back();
    const bool other = count.starts_with("${") && count.find('}') == count.size() - 1;
    if (count.empty() || other || around.names.contains(name)) return kNone;
    around.names.emplace(name, row.number);
    const std::uint32_t def = m_definition->addNode(around.def, name, NodeKind::leaf);
    m_definition->nodes[def].origin = m_survey.origin(row, "repeat_count");
    m_definition->nodes[def].typeName = "string";
    m_references.add(name, def);
    return def;
}

void XlsformReader::end(const Row& row, bool repeat) {
    const char* const what = repeat ? "repeat" : "group";
    if (m_open.size() == 1)
        return problem(m_survey.origin(row, "type"), std::string("'end ") + what + "' ends nothing: none is open");
    const Open& open = m_open.back();
    if (open.repeat != repeat)
        problem(m_survey.origin(row, "type"),
                std::string("'end ") + what + "' stands where the " + (open.repeat ? "repeat" : "group") + " '" +
                    m_definition->nodes[open.def].name + "' of row " + std::to_string(open.row->number) + " is open",
                std::string("write 'end ") + (open.repeat ? "repeat'" : "group'"));
    m_open.pop_back();
}

void XlsformReader::external(const Row& row, const std::string& scheme) {
    const std::string name = nameOf(row, {});
    const Origin where = m_survey.origin(row, "name");
    const std::string source = scheme == "csv" ? "jr://file-csv/" + name + ".csv" : "jr://file/" + name + ".xml";
    if (const auto* known = m_definition->instance(name)) {
        if (known->source == source) return;
        return problem(where, "there is an instance '" + name + "' already");
    }
    attachInstance(*m_definition, name, source, where, m_result.problems, m_result.warnings);
}

void XlsformReader::question(const Row& row, const TypeCell& type) {
    const bool plain = type.what == TypeCell::What::question;
    if (type.name == "csv-external" || type.name == "xml-external") return external(row, type.name.substr(0, 3));
    Question made;
    made.row = &row;
    made.type = type;
    made.known = plain ? findXlsformType(type.name) : nullptr;
    if (plain && !made.known)
        return problem(m_survey.origin(row, "type"), "there is no type '" + m_survey.cell(row, "type") + "'",
                       didYouMean(type.name, xlsformTypeNames()));
    if (!plain && type.list.empty())
        return problem(m_survey.origin(row, "type"), "'" + m_survey.cell(row, "type") + "' names no list",
                       "write the list's name after the type");
    made.parameters = parseParameters(m_survey.cell(row, "parameters"));
    const std::string name = made.known && made.known->name == "audit" ? "audit" : nameOf(row, type);
    if (name == "audit" && made.known && made.known->name == "audit") {
        Definition& form = *m_definition;
        std::uint32_t meta = form.child(0, "meta");
        if (meta == kNone) meta = form.addNode(0, "meta", NodeKind::group);
        made.def = form.addNode(meta, name, NodeKind::leaf);
        std::string asked;
        for (const auto& [parameter, value] : made.parameters) asked += (asked.empty() ? " (" : ", ") + parameter;
        unsupported(m_survey.origin(row, "type"),
                    "a log of every step (audit) is not written" + asked + (asked.empty() ? "" : ")"));
    } else {
        made.def = node(row, name, NodeKind::leaf);
    }
    NodeDef& def = m_definition->nodes[made.def];
    def.type =
        made.known ? made.known->data : (type.control == ControlKind::selectOne ? DataType::choice : DataType::choices);
    def.typeName =
        made.known ? std::string(made.known->bind) : (type.control == ControlKind::rank ? "odk:rank" : "string");
    if (made.known) {
        def.preload = made.known->preload;
        def.preloadParameters = made.known->preloadParameters;
    }
    const bool asked = !made.known || made.known->control.has_value();
    if (asked) {
        made.control = control(made.known ? *made.known->control : type.control, made.def, row);
        if (made.known) m_definition->controls[made.control].mediaType = made.known->media;
    }
    m_questions.push_back(std::move(made));
    if (type.orOther) other(row, type, name);
}

void XlsformReader::other(const Row& row, const TypeCell& type, const std::string& name) {
    if (!m_survey.cell(row, "choice_filter").empty())
        return problem(m_survey.origin(row, "choice_filter"), "'or_other' and a choice_filter exclude each other",
                       "add a choice 'other' to the list and a question of your own");
    m_withOther.insert(type.list);
    Definition& form = *m_definition;
    const std::uint32_t def = form.addNode(m_open.back().def, name + "_other", NodeKind::leaf);
    const Origin where = m_survey.origin(row, "type");
    form.nodes[def].origin = where;
    form.nodes[def].typeName = "string";
    form.nodes[def].relevant = form.addFormula("selected(../" + name + ", 'other')", where);
    m_references.add(name + "_other", def);
    const std::uint32_t id = control(ControlKind::input, def, row);
    form.controls[id].appearance.clear();
    form.controls[id].label = form.addPlainText("Specify other.");
}

}  // namespace plumb::form
