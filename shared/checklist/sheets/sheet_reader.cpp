#include "shared/checklist/sheets/sheet_reader.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

struct Known {
    std::string_view sheet;
    std::array<RowKind, 3> kinds;
};
constexpr std::array<Known, 11> kSheets{{{"survey", {RowKind::section, RowKind::item, RowKind::question}},
                                         {"choices", {RowKind::choice, RowKind::choice, RowKind::choice}},
                                         {"external_choices", {RowKind::choice, RowKind::choice, RowKind::choice}},
                                         {"settings", {RowKind::settings, RowKind::settings, RowKind::settings}},
                                         {"grades", {RowKind::grade, RowKind::grade, RowKind::grade}},
                                         {"levels", {RowKind::level, RowKind::level, RowKind::level}},
                                         {"facts", {RowKind::fact, RowKind::fact, RowKind::fact}},
                                         {"standards", {RowKind::standard, RowKind::standard, RowKind::standard}},
                                         {"bands", {RowKind::band, RowKind::band, RowKind::band}},
                                         {"reasons", {RowKind::reason, RowKind::reason, RowKind::reason}},
                                         {"bonus", {RowKind::bonusGroup, RowKind::bonusGroup, RowKind::bonusGroup}}}};

// The columns that some reader looks at; of choices all of them, since filters may name any.
bool isReadColumn(std::string_view sheet, std::string_view column) {
    const auto found = std::ranges::find(kSheets, sheet, &Known::sheet);
    if (found == kSheets.end()) return false;
    if (found->kinds[0] == RowKind::choice || isXlsformColumn(sheet, column)) return true;
    return std::ranges::any_of(found->kinds, [&](RowKind kind) {
        const auto columns = columnsOf(kind);
        const auto structural = structuralColumnsOf(kind);
        return std::ranges::find(columns, column, &Column::name) != columns.end() ||
               std::ranges::find(structural, column) != structural.end();
    });
}

}  // namespace

SheetReader::SheetReader(const form::Workbook& workbook, const form::PreparedSheets& found, std::string fileName)
    : m_fileName(std::move(fileName)) {
    m_notes.warnings = found.warnings;
    for (const auto& one : found.problems) {
        const bool cell = one.column != std::string::npos;
        SheetProblem problem{one.sheet, one.row, cell ? one.header : "", "", "", one.sentence};
        if (cell) problem.cell = form::columnName(one.column) + std::to_string(one.row);
        if (!one.suggestion.empty()) problem.sentence += "; " + one.suggestion;
        m_sheetsAreWhole = m_sheetsAreWhole && one.row != 1;
        m_found.push_back(std::move(problem));
    }
    for (const auto& sheet : workbook.sheets) {
        SheetTable table(sheet);
        const std::string name = table.name();
        if (!m_tables.emplace(name, std::move(table)).second)
            m_notes.add({name, 0, "", "", "", "there are two sheets of this name"});
        m_sheetNames.push_back(name);
    }
}

const SheetTable& SheetReader::table(std::string_view name) const {
    static const SheetTable kNone;
    const auto found = m_tables.find(name);
    return found == m_tables.end() ? kNone : found->second;
}

bool SheetReader::isTooLarge() const {
    std::size_t rows = 0;
    for (const auto& [name, table] : m_tables) {
        rows += table.rows().size();
        if (table.headers().size() > kMostColumns) return true;
    }
    return rows > kMostRows || table("survey").rows().size() > kMostSurveyRows;
}

// Whether nobody has said anything that only a checklist has.
bool SheetReader::isPlain() const {
    if (m_tables.contains("grades")) return false;
    static constexpr std::array<std::string_view, 7> kOurs{"kind",    "points",   "rule",    "veto",
                                                           "finding", "evidence", "advisory"};
    // Words that authors of other forms use for columns of their own, too: one of them says nothing yet.
    static constexpr std::array<std::string_view, 7> kOften{"key",    "na",    "level", "standard",
                                                            "weight", "force", "clause"};
    const auto has = [&](const auto name) { return !table("survey").columns(name).empty(); };
    return std::ranges::none_of(kOurs, has) && std::ranges::count_if(kOften, has) < 2;
}

void SheetReader::readLanguages() {
    const auto& settings = table("settings");
    if (!settings.rows().empty()) {
        const auto read = readCell(CellKind::names, settings.cell(settings.rows().front(), "languages"));
        for (const auto& one : read.value.as_array()) m_notes.languages.emplace_back(one.get_string());
    }
    if (!m_notes.languages.empty()) return;
    if (m_plain) return readPlainHeaders();
    for (const auto& header : table("survey").headers()) {
        const bool fresh = std::ranges::find(m_notes.languages, header.language) == m_notes.languages.end();
        if (header.name == "label" && !header.language.empty() && fresh) m_notes.languages.push_back(header.language);
    }
}

void SheetReader::checkSheets() {
    std::vector<std::string_view> known;
    for (const auto& one : kSheets) known.push_back(one.sheet);
    for (const auto& name : m_sheetNames) {
        const auto found = std::ranges::find(kSheets, name, &Known::sheet);
        if (found != kSheets.end()) {
            checkHeaders(table(name), found->kinds, m_notes);
        } else if (const auto meant = nearest(name, known); !meant.empty() && !m_tables.contains(meant)) {
            m_notes.add(
                {name, 0, "", "", "", "is no sheet of a checklist; did you mean \"" + std::string(meant) + "\"?"});
        } else {
            m_notes.warn(name + ": this sheet is not read");
        }
    }
    for (const auto* name : {"survey", "settings"}) {
        if (!m_tables.contains(name) && !m_plain)
            m_notes.add({name, 0, "", "", "", "there is no such sheet, and a checklist needs it"});
    }
}

void SheetReader::readSettings(json::object& document) {
    const auto& settings = table("settings");
    if (settings.rows().empty()) return;
    readRow(settings, settings.rows().front(), RowKind::settings, "", document, m_notes);
    if (m_plain && settings.rows().size() > 1)
        m_notes.warn("settings: only row " + std::to_string(settings.rows().front()) + " counts");
    for (std::size_t i = 1; i < settings.rows().size() && !m_plain; ++i)
        m_notes.add(settings, settings.rows()[i], SheetTable::npos, "settings stand in one row, the second");
    if (!document.contains("languages") && !m_notes.languages.empty()) {
        json::array languages;
        for (const auto& one : m_notes.languages) languages.emplace_back(json::string(one));
        document["languages"] = std::move(languages);
    }
}

void SheetReader::readList(const char* sheet, RowKind kind, const char* member, json::object& document) {
    const auto& rows = table(sheet);
    if (rows.rows().empty()) return;
    json::array out;
    for (const auto row : rows.rows()) {
        const std::string path = std::string(member) + "[" + std::to_string(out.size()) + "]";
        json::object object;
        readRow(rows, row, kind, path, object, m_notes);
        if (kind == RowKind::fact && object.contains("id") && object.at("id").is_string()) {
            const std::string list = std::string(kListOfFact) + std::string(object.at("id").get_string());
            if (auto choices = readChoices(list, path + ".choices")) object["choices"] = std::move(*choices);
        }
        out.emplace_back(std::move(object));
    }
    if (document.contains(member))
        m_notes.add(rows, 1, SheetTable::npos, "says again what a json: column of settings says");
    document[member] = std::move(out);
}

void SheetReader::readBonusGroups(json::object& document) {
    const auto& rows = table("bonus");
    json::array out;
    for (const auto row : rows.rows()) {
        json::object object;
        readRow(rows, row, RowKind::bonusGroup, "scoring.bonus.groups[" + std::to_string(out.size()) + "]", object,
                m_notes);
        out.emplace_back(std::move(object));
    }
    if (!out.empty() && !setMember(document, "scoring.bonus.groups", std::move(out)))
        m_notes.add(rows, 1, SheetTable::npos, "says again what a json: column of settings says");
}

void SheetReader::indexLists(const char* sheet) {
    const auto& choices = table(sheet);
    for (const auto row : choices.rows()) {
        const std::string name(choices.cell(row, "list_name"));
        // Choices of a file that stands beside the form may be of no list.
        if (name.empty() && (m_plain && choices.cell(row, "name").empty())) continue;
        if (name.empty()) {
            const auto column = choices.column("list_name");
            m_notes.add(choices, row, column, "says no list to which the choice belongs");
            continue;
        }
        const auto [place, fresh] = m_listOf.emplace(name, m_lists.size());
        if (fresh) m_lists.push_back({name, {}, false, sheet});
        if (m_lists[place->second].sheet != std::string_view(sheet)) {
            m_notes.add(choices, row, choices.column("list_name"), "the sheet choices has a list of this name, too");
            continue;
        }
        m_lists[place->second].rows.push_back(row);
    }
}

std::optional<json::array> SheetReader::readChoices(std::string_view name, const std::string& path) {
    const auto found = m_listOf.find(name);
    if (found == m_listOf.end()) return std::nullopt;
    List& list = m_lists[found->second];
    list.used = true;
    json::array out;
    for (const auto row : list.rows) {
        json::object choice;
        readRow(table(list.sheet), row, RowKind::choice, path + "[" + std::to_string(out.size()) + "]", choice,
                m_notes);
        for (const auto* spare : {"id", "name"}) {
            const auto* text = choice.if_contains(spare);
            if (!m_plain || !text || choice.contains("label")) continue;
            json::value label = *text;  // what it is in moves as the label comes to stand there
            choice["label"] = std::move(label);
        }
        if (auto columns = columnsOfChoice(table(list.sheet), row); !columns.empty())
            choice["columns"] = std::move(columns);
        out.emplace_back(std::move(choice));
    }
    return out;
}

// The columns of choices that some filter names, and in a plain form all that XLSForm does not know.
void SheetReader::readFilterColumns() {
    const auto& survey = table("survey");
    std::vector<Header> headers = table("choices").headers();
    const auto& more = table("external_choices").headers();
    headers.insert(headers.end(), more.begin(), more.end());
    for (const auto& header : headers) {
        const auto known = columnsOf(RowKind::choice);
        const bool ours = std::ranges::find(known, header.name, &Column::name) != known.end() &&
                          (!m_plain || isXlsformColumn("choices", header.name) || header.name == "comment");
        if (header.name.empty() || !header.language.empty() || header.name.starts_with("json:") ||
            header.name == "list_name" || ours || m_notes.isFilterColumn(table("choices"), header.name))
            continue;
        const bool named = std::ranges::any_of(survey.rows(), [&](std::size_t row) {
            return survey.cell(row, "choice_filter").find(header.name) != std::string_view::npos;
        });
        if (named || m_plain) m_notes.filterColumns.push_back(header.name);
    }
}

json::object SheetReader::columnsOfChoice(const SheetTable& choices, std::size_t row) const {
    json::object out;
    for (const auto& name : m_notes.filterColumns) {
        const auto text = choices.cell(row, name);
        if (!text.empty()) out[name] = json::string(text);
    }
    return out;
}

void SheetReader::readNamedLists(json::object& document) {
    json::object lists;
    for (const auto& list : m_lists) {
        if (list.name.starts_with(kListOfQuestion) || list.name.starts_with(kListOfFact)) continue;
        lists[list.name] = *readChoices(list.name, "choices." + list.name);
    }
    if (lists.empty()) return;
    if (document.contains("choices"))
        m_notes.add(table("choices"), 1, SheetTable::npos, "says again what a json: column of settings says");
    document["choices"] = std::move(lists);
}

void SheetReader::indexParts(const char* sheet) {
    const auto& rows = table(sheet);
    for (const auto row : rows.rows()) {
        const std::string item(rows.cell(row, "item"));
        if (item.empty()) {
            m_notes.add(rows, row, rows.column("item"), "says no item to which it belongs");
        } else {
            m_parts[sheet][item].push_back(row);
        }
    }
}

void SheetReader::readParts(const char* sheet, RowKind kind, json::object& item, const std::string& path,
                            const char* member) {
    const auto* id = item.if_contains("id");
    if (!id || !id->is_string()) return;
    auto& parts = m_parts[sheet];
    const auto found = parts.find(std::string_view(id->get_string()));
    if (found == parts.end()) return;
    const auto rows = found->second;
    parts.erase(found);
    const auto* already = memberAt(item, member);
    json::array all = already && already->is_array() ? already->get_array() : json::array{};
    std::string where = path + "." + member;
    for (const auto row : rows) {
        json::object part;
        readRow(table(sheet), row, kind, where + "[" + std::to_string(all.size()) + "]", part, m_notes);
        all.emplace_back(std::move(part));
    }
    if (!setMember(item, member, std::move(all)))
        m_notes.add(table(sheet), rows.front(), SheetTable::npos, "says again what a json: column of the item says");
}

void SheetReader::reportUnused() {
    std::vector<std::string_view> items(m_itemNames.begin(), m_itemNames.end());
    for (const auto& [sheet, parts] : m_parts) {
        for (const auto& [item, rows] : parts) {
            if (m_notes.full()) return;
            for (const auto row : rows)
                m_notes.add(table(sheet), row, table(sheet).column("item"),
                            "there is no item \"" + item.substr(0, 80) + "\"" + didYouMean(item, items));
        }
    }
    for (const auto& list : m_lists) {
        if (!list.used)
            m_notes.add(table(list.sheet), list.rows.front(), table(list.sheet).column("list_name"),
                        "no question or fact has these choices (\"question:NAME\" belongs to the question NAME whose "
                        "type says so)");
    }
}

ImportedSheets SheetReader::read() {
    ImportedSheets out;
    if (isTooLarge()) {
        out.problems.push_back({"survey", 0, "", "", "",
                                "the workbook has more than " + std::to_string(kMostRows) +
                                    " rows, its sheet survey more than " + std::to_string(kMostSurveyRows) +
                                    ", or a sheet more than " + std::to_string(kMostColumns) + " columns"});
        return out;
    }
    if (!m_sheetsAreWhole) {  // what is wrong with them makes everything in them wrong
        out.problems = std::move(m_found);
        out.warnings = std::move(m_notes.warnings);
        return out;
    }
    for (auto& one : m_found) m_notes.add(std::move(one));
    out.plain = m_plain = m_notes.plain = m_tables.contains("survey") && isPlain();
    readLanguages();
    readFilterColumns();
    checkSheets();
    indexLists("choices");
    indexLists("external_choices");
    if (m_plain) nameRows();
    takeInstances();
    for (const auto* sheet : {"standards", "bands", "reasons"}) indexParts(sheet);
    json::object document;
    readSettings(document);
    if (m_plain) makePlain(document);
    readBonusGroups(document);
    readList("facts", RowKind::fact, "facts", document);
    readList("levels", RowKind::level, "levels", document);
    readList("grades", RowKind::grade, "grades", document);
    readNamedLists(document);
    readSurvey(document);
    reportUnused();
    if (m_plain) completePlain(document);
    out.document = std::move(document);

    const auto loaded = readChecklist(json::serialize(out.document));
    const std::size_t own = m_notes.problems.size();
    for (const auto& problem : loaded.problems) {
        auto mapped = m_notes.places.problemOf(problem);
        // What could not be read is missing to the loader: said once.
        const bool said =
            std::any_of(m_notes.problems.begin(), m_notes.problems.begin() + static_cast<std::ptrdiff_t>(own),
                        [&](const SheetProblem& one) {
                            return one.sheet == mapped.sheet && one.row == mapped.row &&
                                   (one.cell == mapped.cell || one.cell.empty());
                        });
        if (!said) m_notes.add(std::move(mapped));
    }
    const auto place = [&](const SheetProblem& one) {
        const auto at = std::ranges::find(m_sheetNames, one.sheet) - m_sheetNames.begin();
        return std::tuple(at, one.row, one.cell.size(), one.cell);
    };
    std::ranges::stable_sort(m_notes.problems, {}, place);
    for (auto& one : m_notes.problems) {
        if (one.sheet == "survey") Places::renumber(one, table("survey"));
    }
    if (m_notes.problems.empty()) out.checklist = loaded.checklist;
    for (const auto& warning : loaded.warnings) m_notes.warn(warning);
    out.problems = std::move(m_notes.problems);
    out.warnings = std::move(m_notes.warnings);
    return out;
}

ImportedSheets importSheets(const form::Workbook& workbook, const std::string& fileName) {
    form::Workbook prepared = workbook;
    const auto found = form::prepareSheets(prepared, isReadColumn);
    return SheetReader(prepared, found, fileName).read();
}

}  // namespace plumb::checklist
