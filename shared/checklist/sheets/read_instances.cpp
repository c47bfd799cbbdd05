// instance() in the expressions of an author's sheets. There it names a list of the sheet choices, or a file; in a
// document the question that the list belongs to, or the file with its ending (form_instances.h).
#include "shared/checklist/load/form_instances.h"
#include "shared/checklist/sheets/sheet_reader.h"
#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xpath/named_calls.h"

namespace plumb::checklist {

// What every instance of the sheets is in the document: by list, by the row of an external file, by the file that
// choices come from, by the table of pulldata().
void SheetReader::findInstances() {
    const auto& survey = table("survey");
    using What = form::TypeCell::What;
    for (const auto row : survey.rows()) {
        if (isDisabled(row)) continue;
        const auto type = form::parseTypeCell(survey.cell(row, "type"));
        const std::string name(survey.cell(row, "name"));
        const auto renamed = m_renamed.find(row);
        const std::string id = renamed != m_renamed.end() ? renamed->second : name;
        if (type.what == What::choose && !id.empty()) {
            m_instances.emplace(type.list, id);
            m_questionsOfLists.insert(id);
        } else if (type.what == What::chooseFromFile) {
            if (const auto stem = instanceOfFile(type.list); !stem.empty()) m_instances.emplace(stem, type.list);
        } else if (type.name == "csv-external" || type.name == "xml-external") {
            m_instances.emplace(name, name + "." + type.name.substr(0, 3));
        }
        for (std::size_t c = 0; c < std::min(survey.headers().size(), survey.width(row)); ++c) {
            for (const auto& call : form::namedCalls(survey.cell(row, c), "pulldata")) {
                const auto stem = instanceOfFile(call.name);
                if (stem.empty() && !call.name.empty()) m_instances.emplace(call.name, call.name + ".csv");
                if (!stem.empty()) m_instances.emplace(stem, call.name);
            }
        }
    }
}

std::string SheetReader::instanceInDocument(const std::string& name) const {
    // A checklist's own sheets may say it as a document does.
    const bool asDocument = !m_plain && (m_questionsOfLists.contains(name) || !instanceOfFile(name).empty());
    if (asDocument) return name;
    const auto known = m_instances.find(name);
    return known == m_instances.end() ? std::string() : known->second;
}

void SheetReader::takeInstances() {
    findInstances();
    auto found = m_tables.find("survey");
    if (found == m_tables.end()) return;
    SheetTable& survey = found->second;
    for (const auto row : survey.rows()) {
        for (std::size_t c = 0; c < std::min(survey.headers().size(), survey.width(row)); ++c) {
            const std::string text(survey.cell(row, c));
            if (survey.headers()[c].name.empty() ||
                form::useOf("survey", survey.headers()[c].name, text) != form::CellUse::expression)
                continue;
            const auto calls = form::namedCalls(text, "instance");
            std::string made = text;
            for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
                const auto name = instanceInDocument(call->name);
                if (name.empty()) {
                    m_notes.add(survey, row, c,
                                call->name.empty()
                                    ? "instance() takes the name of a list or of a file, in quotation marks"
                                    : "instance('" + call->name + "'): no question chooses from a list \"" +
                                          call->name +
                                          "\", and there is no file of that name: look a value up with "
                                          "pulldata(), or name a list that a question chooses from");
                    continue;
                }
                m_instancesRead.insert(call->name);
                const bool ofList = instanceOfFile(name).empty();
                if (ofList && m_notes.languages.size() > 1 && text.find("/label", call->end) != std::string::npos)
                    m_notes.warn("survey, row " + std::to_string(survey.numberOf(row)) + ", column " +
                                 survey.headers()[c].written +
                                 ": the choices have labels in several languages, so "
                                 "that instance('" +
                                 call->name + "') has no label; jr:choice-name() says what a choice is called");
                made.replace(call->begin, call->end - call->begin, name);
            }
            if (made != text) survey.setCell(row, c, std::move(made));
        }
    }
}

}  // namespace plumb::checklist
