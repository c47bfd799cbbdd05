#include <algorithm>

#include "shared/base/nearest.h"
#include "shared/form/data/csv_rows.h"
#include "shared/form/xform/search_call.h"
#include "shared/form/xlsform/read_xlsform_reader.h"
#include "shared/form/xlsform/tuning.h"

namespace plumb::form {
namespace {

bool endsWith(std::string_view text, std::string_view end) {
    return columnKey(text).ends_with(end);
}

// The columns that a filter compares with something: names that are no function, no operator and no part of a path.
std::vector<std::string> columnsInFilter(std::string_view filter) {
    const auto inName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.' || static_cast<unsigned char>(c) >= 0x80;
    };
    std::vector<std::string> all;
    char quote = '\0';
    for (std::size_t at = 0; at < filter.size(); ++at) {
        const char c = filter[at];
        if (quote != '\0' || c == '\'' || c == '"') {
            quote = quote == '\0' ? c : quote == c ? '\0' : quote;
        } else if (filter.substr(at).starts_with("${")) {
            at = std::min(filter.find('}', at), filter.size());
        } else if (inName(c)) {
            std::size_t end = at;
            while (end < filter.size() && inName(filter[end])) ++end;
            const std::string_view name = filter.substr(at, end - at);
            const auto next = filter.find_first_not_of(" \t\n", end);
            const char after = next == std::string_view::npos ? ' ' : filter[next];
            const auto last = at == 0 ? std::string_view::npos : filter.find_last_not_of(" \t\n", at - 1);
            const char before = last == std::string_view::npos ? ' ' : filter[last];
            const bool word = name == "and" || name == "or" || name == "div" || name == "mod";
            const bool number = (name[0] >= '0' && name[0] <= '9') || name[0] == '-' || name[0] == '.';
            const bool path = before == '/' || before == '@' || before == ':' || after == '/' || after == ':';
            if (!word && !number && !path && after != '(') all.emplace_back(name);
            at = end - 1;
        }
    }
    return all;
}

void leaf(Tree& tree, NodeId item, std::string_view name, std::string text) {
    tree.setText(tree.add(item, name), std::move(text));
}

}  // namespace

void XlsformReader::choices() {
    std::map<std::string, std::set<std::string>> names;
    if (!m_choices.rows().empty() && !m_choices.has("list_name")) {
        std::vector<std::string> headers;
        for (const XlsformColumn& one : m_choices.columns()) headers.push_back(one.written);
        return problem("choices, row 1", "there is no column 'list_name'", didYouMean("list_name", headers));
    }
    for (const Row& row : m_choices.rows()) choiceRow(m_choices, row, names);
    for (const std::string& name : m_withOther) {
        if (const auto list = m_lists.find(name); list != m_lists.end()) list->second.choices.push_back(otherChoice());
    }
    if (m_workbook.sheet("external_choices")) externalChoices();
}

void XlsformReader::choiceRow(const XlsformTable& table, const Row& row,
                              std::map<std::string, std::set<std::string>>& names) {
    const std::string& list = table.cell(row, "list_name");
    ChoiceDef choice;
    choice.value = table.cell(row, "name");
    if (list.empty()) {
        if (!choice.value.empty())
            problem(table.origin(row, "list_name"), "the choice '" + choice.value + "' is in no list");
        return;
    }
    if (choice.value.empty()) return problem(table.origin(row, "name"), "a choice of '" + list + "' has no name");
    const std::string allowed = columnKey(m_settings.cell(*m_settingsRow, "allow_choice_duplicates"));
    if (!names[list].insert(choice.value).second && allowed != "yes" && allowed != "true")
        problem(table.origin(row, "name"), "the list '" + list + "' has '" + choice.value + "' twice",
                "give it another name, or write 'yes' under allow_choice_duplicates in settings");
    choice.label = text(table, row, labelParts(), kNone);
    if (choice.label == kNone)
        m_result.warnings.push_back(table.origin(row, "label") + ": the choice '" + choice.value + "' has no label");
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const XlsformColumn& column = table.columns()[i];
        if (!column.known && !column.name.empty() && !row.cells[i].empty())
            choice.columns.emplace(column.language.empty() ? column.written : column.full(), row.cells[i]);
    }
    const auto [known, fresh] = m_lists.try_emplace(list);
    if (choice.value.find_first_of(" \t\r\n") != std::string::npos)
        known->second.withSpace.emplace(choice.value, row.number);
    if (fresh) m_listNames.push_back(list);
    if (choice.label != kNone) {
        const Text& words = m_definition->texts[choice.label];
        const bool plain = words.languages.size() == 1 && words.languages.begin()->first.empty() &&
                           words.languages.begin()->second.forms.size() == 1 &&
                           words.languages.begin()->second.forms.begin()->first.empty() &&
                           std::ranges::none_of(words.languages.begin()->second.forms.begin()->second,
                                                [](const TextPiece& one) { return one.value != kNone; });
        known->second.usesItext = known->second.usesItext || !plain;
    }
    known->second.choices.push_back(std::move(choice));
}

ChoiceDef XlsformReader::otherChoice() {
    ChoiceDef choice;
    choice.value = "other";
    choice.label = m_definition->addPlainText("Other");
    return choice;
}

void XlsformReader::instances() {
    Definition& form = *m_definition;
    for (const std::string& name : m_listNames) {
        if (form.instance(name)) continue;
        const ChoiceList& list = m_lists[name];
        auto tree = std::make_shared<Tree>(form.names);
        tree->add(kNone, "");
        const NodeId root = tree->add(Tree::root(), "root");
        for (std::size_t i = 0; i < list.choices.size(); ++i) {
            const ChoiceDef& choice = list.choices[i];
            const NodeId item = tree->add(root, "item");
            if (list.usesItext) {
                const std::string id = name + "-" + std::to_string(i);
                leaf(*tree, item, "itextId", id);
                if (choice.label != kNone) form.itext.emplace(id, choice.label);
            }
            leaf(*tree, item, "name", choice.value);
            if (!list.usesItext) {
                std::string words;
                if (choice.label != kNone) {
                    const auto& forms = form.texts[choice.label].languages.begin()->second.forms;
                    for (const TextPiece& piece : forms.begin()->second) words += piece.literal;
                }
                leaf(*tree, item, "label", std::move(words));
            }
            for (const auto& [column, words] : choice.columns) leaf(*tree, item, column, words);
        }
        form.instances.push_back({name, "", std::move(tree), ""});
    }
}

void XlsformReader::externalChoices() {
    Definition& form = *m_definition;
    const XlsformTable table(*m_workbook.sheet("external_choices"), XlsformSheet::choices, m_exact);
    std::map<std::string, std::shared_ptr<Tree>> lists;
    for (const Row& row : table.rows()) {
        const std::string& list = table.cell(row, "list_name");
        if (list.empty()) continue;
        auto& tree = lists[list];
        if (!tree) {
            tree = std::make_shared<Tree>(form.names);
            tree->add(kNone, "");
            tree->add(Tree::root(), "root");
        }
        const NodeId item = tree->add((*tree)[Tree::root()].children.front(), "item");
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const XlsformColumn& column = table.columns()[i];
            if (column.name.empty() || column.name == "list_name") continue;
            leaf(*tree, item, column.known && column.language.empty() ? column.name : column.written, row.cells[i]);
        }
    }
    for (auto& [name, tree] : lists) form.instances.push_back({name, "", tree, ""});
}

// Several chosen names are kept with spaces between them.
void XlsformReader::refuseSpaces(const Question& question) {
    const auto list = m_lists.find(question.type.list);
    if (list == m_lists.end() || question.type.control == ControlKind::selectOne || m_exact) return;
    for (const auto& [name, number] : list->second.withSpace) {
        std::string better = name;
        for (char& c : better) c = c == ' ' || c == '\t' || c == '\r' || c == '\n' ? '_' : c;
        Row row;
        row.number = number;
        problem(m_choices.origin(row, "name"),
                "the choice '" + name + "' has a space in its name, and 'survey', row " +
                    std::to_string(question.row->number) + " lets several be chosen, which are set apart by spaces",
                "write '" + better + "'");
    }
    list->second.withSpace.clear();  // each is said once
}

void XlsformReader::choose(Question& question) {
    refuseSpaces(question);
    Control made;
    if (question.type.list.starts_with("${")) {
        chooseFromRepeat(question, made);
    } else if (question.type.what == TypeCell::What::chooseFromFile) {
        chooseFile(question, made);
    } else if (question.type.what == TypeCell::What::chooseExternal) {
        if (m_definition->instance(question.type.list)) {
            made.itemset = itemset(question, "instance('" + question.type.list + "')/root/item");
        } else {
            problem(m_survey.origin(*question.row, "type"),
                    "the sheet external_choices has no list '" + question.type.list + "'");
        }
    } else {
        chooseList(question, made);
    }
    Control& control = m_definition->controls[question.control];
    control.choices = std::move(made.choices);
    control.itemset = std::move(made.itemset);
}

Itemset XlsformReader::itemset(const Question& question, const std::string& nodes) {
    const Row& row = *question.row;
    Itemset set;
    std::string source = nodes;
    const std::string& filter = m_survey.cell(row, "choice_filter");
    if (!filter.empty()) {
        const Origin where = m_survey.origin(row, "choice_filter");
        source += "[" + m_references.resolve(filter, question.def, true, complain(where, filter)) + "]";
        set.nodes = m_definition->addFormula(source, where);
    } else {
        set.nodes = m_definition->addFormula(source, m_survey.origin(row, "type"));
    }
    const auto parameter = [&](const char* name) {
        const auto given = question.parameters.find(name);
        return given == question.parameters.end() ? std::string() : given->second;
    };
    set.randomize = columnKey(parameter("randomize")) == "true" || columnKey(parameter("randomize")) == "yes";
    if (const std::string seed = parameter("seed"); !seed.empty()) {
        if (!set.randomize) problem(m_survey.origin(row, "parameters"), "seed needs randomize=true");
        set.seed = formula(row, "parameters", seed, question.def);
    }
    set.value = parameter("value").empty() ? "name" : parameter("value");
    set.label = parameter("label").empty() ? "label" : parameter("label");
    return set;
}

void XlsformReader::chooseList(const Question& question, Control& control) {
    const Row& row = *question.row;
    const Origin where = m_survey.origin(row, "type");
    const std::string& name = question.type.list;
    const auto list = m_lists.find(name);
    if (list == m_lists.end()) {
        if (endsWith(name, ".csv") || endsWith(name, ".xml") || endsWith(name, ".geojson"))
            return problem(where, "'" + name + "' is a file, not a list",
                           question.type.control == ControlKind::selectOne ? "write select_one_from_file"
                                                                           : "write select_multiple_from_file");
        return problem(where, "the sheet choices has no list '" + name + "'", didYouMean(name, m_listNames));
    }
    if (const auto call = searchCall(m_survey.cell(row, "appearance"))) {
        if (call->nodes.empty()) return unsupported(m_survey.origin(row, "appearance"), "this search()");
        const auto& all = list->second.choices;
        const auto named =
            std::ranges::find_if_not(all, [](const ChoiceDef& one) { return isChoiceBesideSearch(one.value); });
        for (const ChoiceDef& one : all) {
            if (isChoiceBesideSearch(one.value)) control.choices.push_back(one);
        }
        if (named == all.end()) return;
        const ChoiceDef& columns = *named;
        control.itemset =
            itemset(question, m_references.resolve(call->nodes, question.def, false, complain(where, call->nodes)));
        control.itemset->value = columns.value;
        if (columns.label != kNone) {
            const auto& forms = m_definition->texts[columns.label].languages.begin()->second.forms;
            const std::string words = forms.begin()->second.front().literal;
            control.itemset->label = words.substr(0, words.find_first_of(", "));
        }
        if (!m_definition->instance(call->file))
            attachInstance(*m_definition, call->file, "jr://file-csv/" + call->file + ".csv", where, m_result.problems,
                           m_result.warnings);
        checkColumns(question, *control.itemset, call->file + ".csv");
        return;
    }
    const bool random = question.parameters.contains("randomize");
    // Long lists are looked at where they stand, instead of once more for each question.
    const bool few = list->second.choices.size() <= kMostInline;
    if (m_survey.cell(row, "choice_filter").empty() && !random && few) {
        control.choices = list->second.choices;
        return;
    }
    control.itemset = itemset(question, "instance('" + name + "')/root/item");
    control.itemset->value = "name";
    control.itemset->labelIsItext = list->second.usesItext;
    control.itemset->label = list->second.usesItext ? "itextId" : "label";
}

void XlsformReader::chooseFile(const Question& question, Control& control) {
    const std::string& file = question.type.list;
    const Origin where = m_survey.origin(*question.row, "type");
    const bool csv = endsWith(file, ".csv");
    const bool geojson = endsWith(file, ".geojson");
    if (!csv && !geojson && !endsWith(file, ".xml"))
        return problem(where, "'" + file + "' is none of .csv, .xml and .geojson");
    const std::string id = file.substr(0, file.rfind('.'));
    if (!m_definition->instance(id))
        attachInstance(*m_definition, id, (csv ? "jr://file-csv/" : "jr://file/") + file, where, m_result.problems,
                       m_result.warnings);
    control.itemset = itemset(question, "instance('" + id + "')/root/item");
    if (csv) checkColumns(question, *control.itemset, file);
    if (!geojson) return;
    if (!question.parameters.contains("value")) control.itemset->value = "id";
    if (!question.parameters.contains("label")) control.itemset->label = "title";
}

// Null where the file is not there, or cannot be read: that is told where it is attached.
const std::vector<std::string>* XlsformReader::columnsOf(const std::string& file) {
    const auto [known, fresh] = m_columns.try_emplace(file);
    const auto attached = m_definition->files.find(file);
    if (fresh && attached != m_definition->files.end()) {
        if (auto columns = CsvRows::header(attached->second)) known->second = std::move(*columns);
    }
    return known->second.empty() ? nullptr : &known->second;
}

void XlsformReader::needColumn(const Origin& where, const std::string& file, const std::string& column,
                               const std::string& otherwise) {
    const auto* columns = columnsOf(file);
    if (!columns || std::ranges::find(*columns, column) != columns->end()) return;
    std::string all;
    for (const std::string& one : *columns) all += (all.empty() ? "" : ", ") + one;
    const std::string meant = didYouMean(column, *columns);
    problem(where, "the attached file '" + file + "' has no column '" + column + "'; it has: " + all.substr(0, 200),
            meant.empty() ? otherwise : meant);
}

void XlsformReader::checkColumns(const Question& question, const Itemset& set, const std::string& file) {
    const Row& row = *question.row;
    const bool own = !m_survey.cell(row, "parameters").empty();
    const Origin where = m_survey.origin(row, own ? "parameters" : "type");
    needColumn(where, file, set.value, "rename one, or write 'value=COLUMN' under parameters");
    if (set.label != set.value)
        needColumn(where, file, set.label, "rename one, or write 'label=COLUMN' under parameters");
    for (const std::string& name : columnsInFilter(m_survey.cell(row, "choice_filter")))
        needColumn(m_survey.origin(row, "choice_filter"), file, name);
}

// pulldata('FILE', 'COLUMN', 'KEY', …): the file becomes an instance that the look-up finds.
void XlsformReader::checkPulldata(const Origin& where, std::string_view source) {
    constexpr std::string_view kCall = "pulldata";
    for (auto at = source.find(kCall); at != std::string_view::npos; at = source.find(kCall, at + 1)) {
        std::size_t next = at + kCall.size();
        std::vector<std::string> texts;
        for (const char mark : {'(', ',', ','}) {
            next = source.find_first_not_of(" \t\n", next);
            if (next == std::string_view::npos || source[next] != mark) break;
            next = source.find_first_not_of(" \t\n", next + 1);
            if (next == std::string_view::npos || (source[next] != '\'' && source[next] != '"')) break;
            const auto end = source.find(source[next], next + 1);
            if (end == std::string_view::npos) break;
            texts.emplace_back(source.substr(next + 1, end - next - 1));
            next = end + 1;
        }
        if (texts.empty()) continue;
        const bool ends = texts[0].ends_with(".csv");
        const std::string id = ends ? texts[0].substr(0, texts[0].size() - 4) : texts[0], file = id + ".csv";
        if (!m_definition->instance(id))
            attachInstance(*m_definition, id, "jr://file-csv/" + file, where, m_result.problems, m_result.warnings);
        if (texts.size() != 3) continue;
        needColumn(where, file, texts[1]);
        needColumn(where, file, texts[2]);
    }
}

void XlsformReader::chooseFromRepeat(const Question& question, Control& control) {
    const Origin where = m_survey.origin(*question.row, "type");
    const std::uint32_t def = m_references.only(question.type.list, complain(where, question.type.list));
    if (def == kNone) return;
    std::uint32_t repeat = m_definition->nodes[def].parent;
    while (repeat != kNone && m_definition->nodes[repeat].kind != NodeKind::repeat)
        repeat = m_definition->nodes[repeat].parent;
    if (repeat == kNone)
        return problem(where, "'" + m_definition->nodes[def].name +
                                  "' does not stand in a repeat, so that its answers "
                                  "are no choices");
    const std::string full = m_definition->path(repeat);
    const std::string inner = m_definition->path(def).substr(full.size() + 1);
    control.itemset = itemset(question, full + "[./" + inner + " != '']");
    control.itemset->value = control.itemset->label = inner;
}

}  // namespace plumb::form
