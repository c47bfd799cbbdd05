#include <algorithm>
#include <array>
#include <charconv>

#include "shared/form/definition/bind_types.h"
#include "shared/form/xlsform/read_xlsform_reader.h"
#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::form {
namespace {

// "yes" in a column that takes an expression.
std::string asExpression(const std::string& text) {
    const std::string key = columnKey(text);
    if (key == "yes" || key == "true" || key == "true()") return "true()";
    if (key == "no" || key == "false" || key == "false()") return "false()";
    return text;
}

// A default is computed when it has a reference, a call, a condition or arithmetic in it; else it is the answer itself.
bool isDynamic(std::string_view text, DataType type) {
    const bool hyphens = type == DataType::date || type == DataType::dateTime || type == DataType::time ||
                         type == DataType::geopoint || type == DataType::geotrace || type == DataType::geoshape;
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char before = i > 0 ? text[i - 1] : ' ';
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || (c == '\'' && !std::isalnum(static_cast<unsigned char>(before)))) {
            quote = c;
        } else if (c == '$' && text.substr(i).starts_with("${")) {
            return true;
        } else if (c == '(') {
            if (std::isalnum(static_cast<unsigned char>(before)) || before == '-' || before == '_') return true;
        } else if (c == '[' || c == '|' || c == '*' || c == '+') {
            return true;
        } else if (c == '-' && !hyphens && i > 0 && before == ' ') {
            return true;
        } else if (c == ' ' && (text.substr(i).starts_with(" div ") || text.substr(i).starts_with(" mod "))) {
            return true;
        }
    }
    return false;
}

bool isNumber(const std::string& text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

}  // namespace

void XlsformReader::bind(Question& question) {
    const Row& row = *question.row;
    if (question.control != kNone) {
        const TextId label = text(m_survey, row, labelParts(), question.def);
        const TextId hint = text(m_survey, row, {{"", "hint", ""}, {"guidance", "guidance_hint", ""}}, question.def);
        Control& control = m_definition->controls[question.control];
        control.label = label;
        control.hint = hint;
        const bool container = control.kind == ControlKind::group || control.kind == ControlKind::repeat;
        if (label == kNone && hint == kNone && !container)
            m_result.warnings.push_back(m_survey.origin(row, "label") + ": the question '" +
                                        m_definition->nodes[question.def].name + "' has neither label nor hint");
    }
    expressions(question);
    attributes(question);
    if (question.type.what != TypeCell::What::beginGroup && question.type.what != TypeCell::What::beginRepeat) {
        initial(question);
        parameters(question);
    }
    triggers(question);
    notDone(question);
    if (!m_survey.cell(row, "save_to").empty())
        unsupported(m_survey.origin(row, "save_to"), "entities are not written");
    if (!question.known && question.control != kNone && !question.type.list.empty()) choose(question);
}

void XlsformReader::expressions(const Question& question) {
    const Row& row = *question.row;
    Definition& form = *m_definition;
    const std::string_view known = question.known ? question.known->name : std::string_view();
    struct Expression {
        const char* column;
        FormulaId NodeDef::*member;
    };
    constexpr std::array<Expression, 5> kExpressions{{{"relevant", &NodeDef::relevant},
                                                      {"required", &NodeDef::required},
                                                      {"read_only", &NodeDef::readOnly},
                                                      {"constraint", &NodeDef::constraint},
                                                      {"calculation", &NodeDef::calculate}}};
    const bool triggered = !m_survey.cell(row, "trigger").empty();
    for (const Expression& one : kExpressions) {
        const std::string& written = m_survey.cell(row, one.column);
        const std::string source = asExpression(written);
        const bool calculation = one.member == &NodeDef::calculate;
        if (source.empty() || (calculation && triggered)) continue;
        if (source == "false()" && (one.member == &NodeDef::required || one.member == &NodeDef::readOnly)) continue;
        const FormulaId made = formula(row, one.column, source, question.def);
        form.nodes[question.def].*one.member = made;
    }
    NodeDef& node = form.nodes[question.def];
    if (known == "note") node.readOnly = form.addFormula("true()", m_survey.origin(row, "type"));
    if (question.known && !question.known->constraint.empty() && node.constraint == kNone)
        node.constraint = form.addFormula(std::string(question.known->constraint), m_survey.origin(row, "type"));
    if (known == "calculate" && node.calculate == kNone && !triggered && m_survey.cell(row, "default").empty())
        problem(m_survey.origin(row, "calculation"), "'" + node.name + "' is calculated but has no calculation");
    const TextId required = text(m_survey, row, {{"", "required_message", ""}}, question.def);
    const TextId constraint = text(m_survey, row, {{"", "constraint_message", ""}}, question.def);
    form.nodes[question.def].requiredMessage = required;
    form.nodes[question.def].constraintMessage = constraint;
    if (question.type.what != TypeCell::What::beginRepeat) return;
    if (const std::string& count = m_survey.cell(row, "repeat_count"); !count.empty()) {
        if (question.countNode == kNone) {
            // Seen from where the repeat stands, not from inside it.
            const FormulaId made = formula(row, "repeat_count", count, form.nodes[question.def].parent);
            form.nodes[question.def].count = made;
        } else {
            const Origin where = m_survey.origin(row, "repeat_count");
            const FormulaId calculated = formula(row, "repeat_count", count, question.countNode);
            const FormulaId made = form.addFormula("../" + form.nodes[question.countNode].name, where);
            const FormulaId readOnly = form.addFormula("true()", where);
            form.nodes[question.countNode].calculate = calculated;
            form.nodes[question.countNode].readOnly = readOnly;
            form.nodes[question.def].count = made;
        }
        form.nodes[question.def].mayAddRemove = false;
    }
}

void XlsformReader::initial(const Question& question) {
    const Row& row = *question.row;
    const std::string& text = m_survey.cell(row, "default");
    if (text.empty()) return;
    Definition& form = *m_definition;
    if (!isDynamic(text, form.nodes[question.def].type)) {
        const bool picture = question.known && question.known->name == "image";
        form.nodes[question.def].initial = (picture && !text.starts_with("jr://") ? "jr://images/" : "") + text;
        return;
    }
    Action made;
    made.events = {"odk-instance-first-load"};
    made.target = question.def;
    made.value = formula(row, "default", text, question.def);
    made.origin = m_survey.origin(row, "default");
    std::uint32_t repeat = question.def;
    while (repeat != kNone && form.nodes[repeat].kind != NodeKind::repeat) repeat = form.nodes[repeat].parent;
    if (repeat != kNone) {
        made.events.emplace_back("odk-new-repeat");
        made.repeat = repeat;
    }
    form.actions.push_back(std::move(made));
}

void XlsformReader::triggers(const Question& question) {
    const Row& row = *question.row;
    const std::string& written = m_survey.cell(row, "trigger");
    const bool place = question.known && question.known->name == "background-geopoint";
    if (question.known && question.known->name == "start-geopoint") {
        Action made;
        made.kind = Action::Kind::setGeopoint;
        made.events = {"odk-instance-first-load"};
        made.target = question.def;
        made.origin = m_survey.origin(row, "type");
        m_definition->actions.push_back(std::move(made));
    }
    if (question.known && question.known->name == "osm")
        unsupported(m_survey.origin(row, "type"), "OpenStreetMap is not asked for; a file is");
    if (question.known && question.known->name == "background-audio")
        unsupported(m_survey.origin(row, "type"), "sound is not recorded in the background");
    if (written.empty()) {
        if (place)
            problem(m_survey.origin(row, "trigger"), "background-geopoint needs a trigger",
                    "name the question after which the position is taken: ${name}");
        return;
    }
    std::string list = written + ",";
    for (std::size_t begin = 0, end; (end = list.find(',', begin)) != std::string::npos; begin = end + 1) {
        const std::string one(withoutSpace(std::string_view(list).substr(begin, end - begin)));
        if (one.empty()) continue;
        const Origin where = m_survey.origin(row, "trigger");
        Action made;
        made.kind = place ? Action::Kind::setGeopoint : Action::Kind::setValue;
        made.events = {"xforms-value-changed"};
        made.target = question.def;
        made.source = m_references.only(one, complain(where, one));
        made.origin = where;
        if (made.source == kNone) continue;
        if (const std::string& source = m_survey.cell(row, "calculation"); !source.empty() && !place)
            made.value = formula(row, "calculation", asExpression(source), question.def);
        m_definition->actions.push_back(std::move(made));
    }
}

void XlsformReader::parameters(Question& question) {
    if (question.known && question.known->name == "range") return range(question);
    if (question.control == kNone) {
        for (const auto& [name, value] : question.parameters)
            m_definition->nodes[question.def].otherAttributes["odk:" + name] = value;
        return;
    }
    auto& kept = m_definition->controls[question.control].parameters;
    for (const auto& [name, value] : question.parameters) {
        if (name == "randomize" || name == "seed" || name == "value" || name == "label") {
            if (question.known)
                problem(m_survey.origin(*question.row, "parameters"), "'" + name + "' is for questions with choices");
        } else {
            kept[name] = value;
        }
    }
    for (const char* column : {"rows", "autoplay", "intent"}) {
        if (const std::string& value = m_survey.cell(*question.row, column); !value.empty()) kept[column] = value;
    }
}

// What a row asks of the device or of another app, each with its place.
void XlsformReader::notDone(const Question& question) {
    const Row& row = *question.row;
    const std::string& appearance = m_survey.cell(row, "appearance");
    const auto begins = [&](std::string_view words) {
        for (auto at = appearance.find(words); at != std::string::npos; at = appearance.find(words, at + 1)) {
            if (at == 0 || appearance[at - 1] == ' ') return true;
        }
        return false;
    };
    const Origin where = m_survey.origin(row, "appearance");
    if (begins("ex:")) unsupported(where, "another app is not called (" + appearance.substr(0, 80) + ")");
    if (begins("printer:")) unsupported(where, "nothing is printed (" + appearance.substr(0, 80) + ")");
    for (const char* column : {"intent", "body::intent"}) {
        if (const std::string& intent = m_survey.cell(row, column); !intent.empty())
            unsupported(m_survey.origin(row, column), "another app is not called (" + intent.substr(0, 80) + ")");
    }
    for (const char* column : {"autoplay", "body::autoplay"}) {
        if (!m_survey.cell(row, column).empty())
            unsupported(m_survey.origin(row, column), "sound and video do not play by themselves");
    }
    if (!m_survey.cell(row, "compact_tag").empty())
        unsupported(m_survey.origin(row, "compact_tag"), "the compact form of a submission is not made");
    struct Asked {
        std::string_view name, sentence;
    };
    constexpr std::array<Asked, 7> kAsked{{{"max-pixels", "pictures are not made smaller"},
                                           {"quality", "how well sound is recorded is the device's to say"},
                                           {"app", "another app is not called"},
                                           {"capture-accuracy", "the accuracy of a position is not waited for"},
                                           {"warning-accuracy", "nobody is warned of a position's accuracy"},
                                           {"allow-mock-accuracy", "where a position comes from is not looked at"},
                                           {"incremental", "each position counts as it is taken"}}};
    for (const Asked& one : kAsked) {
        if (question.parameters.contains(std::string(one.name)))
            unsupported(m_survey.origin(row, "parameters"),
                        std::string(one.sentence) + " (" + std::string(one.name) + ")");
    }
}

void XlsformReader::range(Question& question) {
    Control& control = m_definition->controls[question.control];
    const auto take = [&](const char* name, const char* otherwise) {
        const auto given = question.parameters.find(name);
        if (given == question.parameters.end()) return std::string(otherwise);
        if (!isNumber(given->second))
            problem(m_survey.origin(*question.row, "parameters"),
                    std::string(name) + "=" + given->second + " is no number");
        return given->second;
    };
    control.rangeStart = take("start", "1");
    control.rangeEnd = take("end", "10");
    control.rangeStep = take("step", "1");
    for (const std::string* one : {&control.rangeStart, &control.rangeEnd, &control.rangeStep}) {
        if (one->find('.') == std::string::npos) continue;
        m_definition->nodes[question.def].type = DataType::decimal;
        m_definition->nodes[question.def].typeName = "decimal";
    }
    for (const auto& [name, value] : question.parameters) {
        if (name != "start" && name != "end" && name != "step") control.parameters[name] = value;
    }
}

void XlsformReader::attributes(const Question& question) {
    Definition& form = *m_definition;
    const Row& row = *question.row;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const XlsformColumn& column = m_survey.columns()[i];
        const std::string& value = row.cells[i];
        if (value.empty()) continue;
        if (column.name == "bind::type") {
            const auto type = typeOfBind(value);
            form.nodes[question.def].typeName = value;
            if (type && form.nodes[question.def].type != DataType::container) form.nodes[question.def].type = *type;
            if (!type)
                m_result.warnings.push_back(m_survey.origin(row, column.name) + ": the type '" + value +
                                            "' is unknown");
        } else if (column.name.starts_with("bind::")) {
            form.nodes[question.def].otherAttributes[column.name.substr(6)] = value;
        } else if (column.name.starts_with("body::") && question.control != kNone) {
            form.controls[question.control].parameters[column.name.substr(6)] = value;
        } else if (column.name.starts_with("instance::")) {
            const std::uint32_t made = form.addNode(question.def, column.name.substr(10), NodeKind::attribute);
            form.nodes[made].initial = value;
        }
    }
}

}  // namespace plumb::form
