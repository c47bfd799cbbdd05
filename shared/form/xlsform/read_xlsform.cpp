#include "shared/form/xlsform/read_xlsform.h"

#include <algorithm>
#include <array>

#include "shared/base/nearest.h"
#include "shared/form/xlsform/read_xlsform_reader.h"
#include "shared/form/xlsform/sheet_preparing.h"
#include "shared/form/xlsform/tuning.h"

namespace plumb::form {
namespace {

// The columns that this reader looks at: of choices all of them, since filters may name any.
bool isReadColumn(std::string_view sheet, std::string_view column) {
    if (sheet == "choices" || sheet == "external_choices") return true;
    if (sheet != "survey" && sheet != "settings") return false;
    return isKnownXlsformColumn(sheet == "survey" ? XlsformSheet::survey : XlsformSheet::settings, column);
}

bool saysYes(std::string_view text) {
    const std::string small = columnKey(text);
    return small == "yes" || small == "true" || small == "true()" || small == "1";
}

}  // namespace

XlsformReader::XlsformReader(const Workbook& workbook, const AttachedFiles& files, XlsformExtra* extra,
                             XlsformCells cells, std::string fallbackId)
    : m_workbook(workbook),
      m_exact(cells == XlsformCells::exact),
      m_fallbackId(std::move(fallbackId)),
      m_extra(extra ? *extra : m_ownExtra),
      m_definition(std::make_shared<Definition>()),
      m_references(*m_definition),
      m_settingsRow(&m_noSettings) {
    m_definition->files = files;
    m_extra = {};
}

ReadForm XlsformReader::read() {
    findSheets();
    if (m_result.problems.empty()) {
        settings();
        languages();
        survey();
        // Only now are all names known that a text or an expression may mention.
        choices();
        for (Question& one : m_questions) bind(one);
        instances();
        meta();
        finishForm();
    }
    if (m_result.problems.empty()) m_result.definition = m_definition;
    return std::move(m_result);
}

void XlsformReader::findSheets() {
    constexpr std::array<std::string_view, 6> kNames{"survey",   "choices",          "settings",
                                                     "entities", "external_choices", "osm"};
    const std::vector<std::string> names(kNames.begin(), kNames.end());
    const Sheet* survey = m_workbook.sheet("survey");
    for (const Sheet& one : m_workbook.sheets) {
        const std::string key = columnKey(one.name);
        if (std::ranges::find(names, key) != names.end()) continue;
        const std::string near = nearest(key, names);
        if (near.empty() || m_workbook.sheet(near)) continue;
        m_result.warnings.push_back("the sheet '" + one.name + "' is not read; did you mean '" + near + "'?");
    }
    if (!survey) {
        std::vector<std::string> sheets;
        for (const Sheet& one : m_workbook.sheets) sheets.push_back(one.name);
        const std::string near = nearest("survey", sheets);
        return problem("workbook", "there is no sheet 'survey'",
                       near.empty() ? "" : "rename the sheet '" + near + "' to 'survey'");
    }
    m_survey = XlsformTable(*survey, XlsformSheet::survey, m_exact);
    if (const Sheet* one = m_workbook.sheet("choices")) m_choices = XlsformTable(*one, XlsformSheet::choices, m_exact);
    if (const Sheet* one = m_workbook.sheet("settings"))
        m_settings = XlsformTable(*one, XlsformSheet::settings, m_exact);
    if (!m_settings.rows().empty()) m_settingsRow = &m_settings.rows().front();
    m_noSettings.cells.resize(m_settings.columns().size());
    if (!m_survey.has("type")) {
        std::vector<std::string> headers;
        for (const XlsformColumn& one : m_survey.columns()) headers.push_back(one.written);
        problem("survey, row 1", "there is no column 'type'", didYouMean("type", headers));
    }
    for (const XlsformTable* table : {&m_survey, &m_choices, &m_settings}) doubtfulColumns(*table);
    if (!m_exact) {
        for (const XlsformTable* table : {&m_survey, &m_settings}) ownColumns(*table);
    }
    if (const Sheet* one = m_workbook.sheet("entities"); one && one->rows.size() > 1)
        unsupported("entities", "entities are neither created nor updated");
    if (const Sheet* one = m_workbook.sheet("osm"); one && one->rows.size() > 1)
        unsupported("osm", "tags of OpenStreetMap are not asked for");
}

void XlsformReader::doubtfulColumns(const XlsformTable& table) {
    std::set<std::string> seen;
    for (const XlsformColumn& one : table.columns()) {
        if (one.name.empty()) continue;
        if (!seen.insert(one.full()).second)
            m_result.warnings.push_back(table.name() + ", row 1: the column '" + one.written +
                                        "' is there twice; the first that says something counts");
        const std::string near = one.known ? std::string() : nearest(one.name, knownXlsformColumns(table.kind()));
        if (!near.empty() && !table.has(near))
            m_result.warnings.push_back(table.name() + ", row 1: the column '" + one.written +
                                        "' is none of XLSForm's; did you mean '" + near + "'?");
    }
}

// An author's own columns are kept out, and listed.
void XlsformReader::ownColumns(const XlsformTable& table) {
    std::string names;
    for (std::size_t c = 0; c < table.columns().size(); ++c) {
        const XlsformColumn& one = table.columns()[c];
        const bool says =
            std::ranges::any_of(table.rows(), [&](const XlsformRow& row) { return !row.cells[c].empty(); });
        if (!one.known && !one.name.empty() && says) names += (names.empty() ? "'" : ", '") + one.written + "'";
    }
    if (!names.empty())
        m_result.warnings.push_back(table.name() +
                                    ", row 1: columns that are none of XLSForm's are not read: " + names);
}

void XlsformReader::settings() {
    Definition& form = *m_definition;
    const Row& row = *m_settingsRow;
    const auto value = [&](std::string_view column) { return m_settings.cell(row, column); };
    form.title = value("form_title");
    form.id = value("form_id").empty() ? m_fallbackId : value("form_id");
    if (form.title.empty() && !m_exact) form.title = form.id;
    form.version = value("version");
    const std::string name = value("name").empty() ? "data" : value("name");
    if (m_settings.rows().size() > 1)
        m_result.warnings.push_back("settings: only row " + std::to_string(row.number) + " counts");
    const std::uint32_t top = form.addNode(kNone, name, NodeKind::group);
    m_open.push_back({top, kNone, nullptr, false, {}});
    const auto attribute = [&](std::string_view attributeName, const std::string& text) {
        if (!text.empty()) form.nodes[form.addNode(top, attributeName, NodeKind::attribute)].initial = text;
    };
    attribute("id", form.id);
    attribute("version", form.version);
    for (std::size_t i = 0; i < m_settings.columns().size() && i < row.cells.size(); ++i) {
        const XlsformColumn& column = m_settings.columns()[i];
        if (row.cells[i].empty()) continue;
        if (!column.known) m_extra.settings[column.full()] = row.cells[i];
        if (column.name.starts_with("attribute::")) attribute(column.name.substr(11), row.cells[i]);
        if (column.name != "form_title" && column.name != "form_id" && column.name != "version" &&
            column.name != "name" && column.name != "default_language" && column.name != "instance_name")
            form.settings[column.full()] = row.cells[i];
    }
    if (!value("instance_xmlns").empty()) form.namespaces[""] = value("instance_xmlns");
    const std::string namespaces = value("namespaces");
    for (std::size_t at = 0; (at = namespaces.find("=\"", at)) != std::string::npos;) {
        const std::size_t begin = namespaces.find_last_of(" \t\n", at);
        const std::size_t end = namespaces.find('"', at + 2);
        if (end == std::string::npos) break;
        const std::size_t from = begin == std::string::npos ? 0 : begin + 1;
        form.namespaces[namespaces.substr(from, at - from)] = namespaces.substr(at + 2, end - at - 2);
        at = end;
    }
    const auto say = [&](std::string_view column, const std::string& sentence) {
        if (!value(column).empty()) unsupported(m_settings.origin(row, column), sentence);
    };
    say("public_key", "submissions are not encrypted for the form's own key");
    say("sms_keyword", "submission by SMS");
    say("submission_url", "where a form is sent to is not its own to say");
    say("auto_send", "when a form is sent is not its own to say");
    say("auto_delete", "when a sent form is deleted is not its own to say");
    say("style", "how pages and themes look is not the form's own to say");
    say("sms_separator", "submission by SMS");
    say("sms_allow_media", "submission by SMS");
    say("prefix", "the compact form of a submission is not made");
    say("delimiter", "the compact form of a submission is not made");
}

void XlsformReader::meta() {
    Definition& form = *m_definition;
    // What the author asks for by rows of type audit stands there too, and was made before.
    std::uint32_t meta = form.child(0, "meta");
    if (meta == kNone) meta = form.addNode(0, "meta", NodeKind::group);
    const auto add = [&](const char* name) {
        const std::uint32_t def = form.addNode(meta, name, NodeKind::leaf);
        form.nodes[def].typeName = "string";
        return def;
    };
    if (!saysYes(m_settings.cell(*m_settingsRow, "omit_instanceid")) && form.child(meta, "instanceID") == kNone) {
        const std::uint32_t id = add("instanceID");
        form.nodes[id].preload = "uid";
        form.nodes[id].readOnly = form.addFormula("true()", "meta");
    }
    if (const std::string& name = m_settings.cell(*m_settingsRow, "instance_name"); !name.empty()) {
        const std::uint32_t def = add("instanceName");
        const Origin where = m_settings.origin(*m_settingsRow, "instance_name");
        const FormulaId made = form.addFormula(m_references.resolve(name, def, false, complain(where, name)), where);
        form.nodes[def].calculate = made;
        form.instanceName = form.formulas[made].source;
    }
}

void XlsformReader::finishForm() {
    knowColumns(*m_definition);
    for (Problem& one : finish(*m_definition)) problem(one.origin, std::move(one.sentence), std::move(one.suggestion));
}

void XlsformReader::problem(const Origin& where, std::string sentence, std::string suggestion) {
    auto& all = m_result.problems;
    if (all.size() < kMostSheetProblems) {
        all.push_back({where, std::move(sentence), std::move(suggestion)});
    } else if (all.size() == kMostSheetProblems) {
        all.push_back({where, "and more problems after these", ""});
    }
}

void XlsformReader::unsupported(const Origin& where, const std::string& sentence) {
    m_definition->notSupported.push_back(where + ": " + sentence);
}

XlsformReferences::Complain XlsformReader::complain(const Origin& where, std::string_view text) {
    return
        [this, where, shown = std::string(text.substr(0, kShownText))](std::string sentence, std::string suggestion) {
            // An empty sentence: an answer of the form that was saved last.
            if (sentence.empty())
                return unsupported(where, "'" + shown + "': answers of the form that was saved last are blank");
            problem(where, "'" + shown + "': " + sentence, std::move(suggestion));
        };
}

FormulaId XlsformReader::formula(const Row& row, std::string_view column, std::string_view source,
                                 std::uint32_t context, bool inPredicate) {
    const Origin where = m_survey.origin(row, column);
    if (source.find("pulldata") != std::string_view::npos) checkPulldata(where, source);
    return m_definition->addFormula(m_references.resolve(source, context, inPredicate, complain(where, source)), where);
}

ReadForm readXlsform(const Workbook& workbook, const std::map<std::string, std::string>& files, XlsformExtra* extra,
                     XlsformCells cells, const std::string& fallbackId) {
    if (cells == XlsformCells::exact) return XlsformReader(workbook, files, extra, cells, fallbackId).read();
    Workbook prepared = workbook;
    const PreparedSheets found = prepareSheets(prepared, isReadColumn);
    ReadForm read;
    // What is wrong with the sheets as such makes everything in them wrong.
    const bool whole = std::ranges::any_of(found.problems, [](const SheetNote& one) { return one.row == 1; });
    if (!whole) read = XlsformReader(prepared, files, extra, cells, fallbackId).read();
    std::vector<Problem> problems;
    for (const SheetNote& one : found.problems) problems.push_back({one.where(), one.sentence, one.suggestion});
    for (Problem& one : read.problems) {
        const bool said = std::ranges::any_of(found.problems, [&](const SheetNote& note) {
            const std::string row = note.sheet + ", row " + std::to_string(note.row);
            return one.origin == row || one.origin.starts_with(row + ",");
        });
        if (!said) problems.push_back(std::move(one));
    }
    if (!found.problems.empty()) read.definition = nullptr;
    read.problems = std::move(problems);
    read.warnings.insert(read.warnings.begin(), found.warnings.begin(), found.warnings.end());
    return read;
}

}  // namespace plumb::form
