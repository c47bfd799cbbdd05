#include <algorithm>
#include <utility>

#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

// As QuestionType counts; behind them what the device knows, all of one kind.
const std::vector<std::string_view> kTypes{"select_one",   "select_multiple",
                                           "integer",      "decimal",
                                           "text",         "date",
                                           "barcode",      "image",
                                           "note",         "calculate",
                                           "range",        "rank",
                                           "time",         "dateTime",
                                           "geopoint",     "geotrace",
                                           "geoshape",     "audio",
                                           "video",        "file",
                                           "acknowledge",  "hidden",
                                           "start",        "group",
                                           "repeat",       "end",
                                           "today",        "deviceid",
                                           "username",     "email",
                                           "phonenumber",  "simserial",
                                           "subscriberid", "start-geopoint"};
constexpr auto kFirstMetadata = static_cast<std::size_t>(QuestionType::metadata);
constexpr auto kLastType = static_cast<std::size_t>(QuestionType::repeat);

bool needsLabel(QuestionType type) {
    return type != QuestionType::hidden && type != QuestionType::metadata && type != QuestionType::group &&
           type != QuestionType::repeat;
}

}  // namespace

void DocumentLoader::readLists(ObjectReader& document) {
    const auto* lists = document.member("choices");
    if (!lists) return;
    if (!lists->is_object()) {
        document.problem("choices", "must be an object of named lists, not " + std::string(kindOf(*lists)));
        return;
    }
    for (const auto& entry : lists->get_object()) {
        const std::string name(entry.key()), path = "choices." + name;
        if (!entry.value().is_array()) {
            if (name != "comment") m_context.add(path, "must be an array of choices");
            continue;
        }
        m_lists[name] = readChoices(entry.value().get_array(), path);
    }
}

std::vector<Choice> DocumentLoader::readChoices(const json::array& array, const std::string& path) {
    std::vector<Choice> out;
    if (array.empty()) m_context.add(path, "must hold at least one choice");
    Names names;
    for (std::size_t i = 0; i < array.size(); ++i) {
        ObjectReader reader(array[i], path + "[" + std::to_string(i) + "]", m_context);
        Choice choice;
        choice.name = reader.choiceName("name");
        if (!m_allowChoiceDuplicates) claim(names, choice.name, reader, "name");
        choice.label = reader.local("label", ObjectReader::needed);
        if (const auto verdict = reader.oneOf("verdict", kVerdictNames, ObjectReader::optional))
            choice.verdict = verdictAt(*verdict);
        choice.points = reader.thousandths("points", ObjectReader::optional, 0, kMaxPoints);
        choice.share = reader.thousandths("share", ObjectReader::optional, 0, kPoint);
        choice.deduct = reader.thousandths("deduct", ObjectReader::optional, 0, kMaxPoints);
        choice.overrules = reader.flag("overrules", false);
        choice.absent = reader.flag("absent", false);
        if (choice.absent) {
            if (!choice.verdict) choice.verdict = Verdict::fail;
            if (choice.verdict != Verdict::fail || choice.points.value_or(0) > 0 || choice.share.value_or(0) > 0)
                reader.problem("absent", "what is needed and not there fails and earns nothing");
        }
        choice.columns = readColumns(reader);
        choice.media = readMedia(reader);
        if (choice.points && choice.share) reader.problem("share", "a choice has points or a share of them, not both");
        if ((choice.points || choice.share || choice.overrules) && !choice.verdict) {
            reader.problem("verdict", "a choice that earns points says whether it is pass, part or fail");
        }
        if (choice.verdict == Verdict::part && !choice.points && !choice.share) {
            reader.problem("share", "a choice that conforms in part says what it earns (share or points)");
        }
        out.push_back(std::move(choice));
    }
    return out;
}

void DocumentLoader::readQuestion(const json::value& value, const std::string& path, std::size_t item,
                                  std::optional<std::size_t> parent) {
    const std::size_t index = m_out.questions.size();
    if (index >= kMostQuestions) {
        if (!std::exchange(m_tooMany, true))
            m_context.add(path, "a checklist has at most " + std::to_string(kMostQuestions) + " questions");
        return;
    }
    ObjectReader question(value, path, m_context);
    if (!question.isObject()) return;
    m_questionPaths.push_back(path);
    Question read;
    read.item = item;
    read.parent = parent;
    if (parent) {
        const Question& around = m_out.questions[*parent];
        read.repeat = around.type == QuestionType::repeat ? parent : around.repeat;
    }
    read.id = question.identifier("id", true, 255);
    claim(m_questionNames, read.id, question, "id");
    const auto type = question.oneOf("type", kTypes, ObjectReader::needed);
    const auto place = type.value_or(static_cast<std::size_t>(QuestionType::text));
    read.type = place > kLastType ? QuestionType::metadata : static_cast<QuestionType>(place);
    read.label = question.local("label", needsLabel(read.type) ? ObjectReader::needed : ObjectReader::optional);
    read.hint = question.local("hint", ObjectReader::optional);
    read.unit = question.local("unit", ObjectReader::optional);
    read.multiline = question.flag("multiline", false);
    readFormPart(question, read, place >= kFirstMetadata ? kTypes[place] : "");
    if (type) readChoicesOf(question, read);
    const bool withOther = readOrOther(question, read);
    const bool number = read.isNumber();
    if (type && !number && !read.unit.empty()) question.problem("unit", "only a number has a unit");
    m_out.items[item].questions.push_back(index);
    m_out.questions.push_back(std::move(read));

    readRequired(question, index);
    readInstrument(question, index);
    compileLater(question, "relevant", Where::score,
                 [this, index](Expression e) { m_out.questions[index].relevant = std::move(e); });
    compileLater(question, "constraint", Where::constraint,
                 [this, index](Expression e) { m_out.questions[index].constraint = std::move(e); });
    m_out.questions[index].constraintMessage = question.local("constraint_message", ObjectReader::optional);

    const bool calculated = m_out.questions[index].type == QuestionType::calculate;
    const bool holds = m_out.questions[index].isContainer() || m_out.questions[index].type == QuestionType::note;
    if (type && calculated && !question.has("calculation"))
        question.problem("calculation", "a question of type calculate needs a calculation");
    if (type && holds && question.has("calculation"))
        question.problem("calculation", "neither a group nor a note is calculated");
    m_asksForForm = m_asksForForm || (question.has("calculation") && !calculated);
    compileLater(question, "calculation", Where::score,
                 [this, index](Expression e) { m_out.questions[index].calculation = std::move(e); });

    if (const auto* limits = question.member("limits")) {
        if (type && !number) question.problem("limits", "only a number has limits");
        m_out.questions[index].limits.emplace();
        ObjectReader reader(*limits, question.pathOf("limits"), m_context);
        readLimits(reader, [this, index]() -> Limits& { return *m_out.questions[index].limits; });
        const auto& read2 = *m_out.questions[index].limits;
        if (reader.isObject() && !read2.lower && !read2.upper)
            question.problem("limits", "must have min, above, max or below");
    }
    if (withOther) addOther(index);
    readInner(question, index);
}

// What stands in a group or a repeat.
void DocumentLoader::readInner(ObjectReader& question, std::size_t index) {
    const bool container = m_out.questions[index].isContainer();
    const auto* inner = question.array("questions", container ? ObjectReader::needed : ObjectReader::optional);
    if (!inner) return;
    if (!container) return question.problem("questions", "only a group and a repeat hold questions");
    std::size_t depth = 0;
    for (auto at = m_out.questions[index].parent; at; at = m_out.questions[*at].parent) ++depth;
    if (depth >= kMostNestedQuestions)
        return question.problem("questions", "groups lie at most " + std::to_string(kMostNestedQuestions) + " deep");
    for (std::size_t i = 0; i < inner->size(); ++i)
        readQuestion((*inner)[i], question.pathOf("questions") + "[" + std::to_string(i) + "]",
                     m_out.questions[index].item, index);
}

void DocumentLoader::readChoicesOf(ObjectReader& question, Question& out) {
    const auto* choices = question.member("choices");
    const bool selects = out.type == QuestionType::selectOne || out.type == QuestionType::selectMultiple ||
                         out.type == QuestionType::rank;
    const bool fromFile = out.form && !out.form->file.empty();
    if (!selects) {
        if (choices || fromFile)
            question.problem(choices ? "choices" : "file", "only select_one, select_multiple and rank have choices");
        return;
    }
    const auto refuseSpaces = [&](const std::vector<Choice>& list) {
        if (out.type == QuestionType::selectOne) return;
        const auto found =
            std::ranges::find_if(list, [](const Choice& one) { return one.name.find(' ') != std::string::npos; });
        if (found != list.end())
            question.problem("choices", "the choice \"" + found->name +
                                            "\" has a space in its name, and where several can be chosen spaces set "
                                            "them apart");
    };
    if (fromFile) {
        if (choices) question.problem("choices", "stands beside file: one of them is enough");
    } else if (!choices) {
        question.problem("choices", "must be the name of a list or an array of choices; it is missing");
    } else if (choices->is_array()) {
        out.choices = readChoices(choices->get_array(), question.pathOf("choices"));
        refuseSpaces(out.choices);
    } else if (choices->is_string()) {
        const std::string name(choices->get_string());
        const auto list = m_lists.find(name);
        if (list != m_lists.end() && (m_choices += list->second.size()) > kMostChoices) {
            question.problem("choices", "all questions together have more than " + std::to_string(kMostChoices) +
                                            " choices: long lists stand in a file (file)");
        } else if (list != m_lists.end()) {
            out.choices = list->second;
            refuseSpaces(out.choices);
        } else {
            std::vector<std::string_view> known;
            for (const auto& [each, unused] : m_lists) known.push_back(each);
            question.problem("choices", "there is no list \"" + name.substr(0, 80) + "\"" + didYouMean(name, known));
        }
    } else {
        question.problem("choices",
                         "must be the name of a list or an array of choices, not " + std::string(kindOf(*choices)));
    }
}

void DocumentLoader::readRequired(ObjectReader& question, std::size_t index) {
    const auto* required = question.member("required");
    if (!required || required->is_bool()) {
        m_out.questions[index].required = !required || required->get_bool();
        return;
    }
    if (!required->is_string()) {
        question.problem("required", "must be true, false or an expression, not " + std::string(kindOf(*required)));
        return;
    }
    compileLater(question, "required", Where::score,
                 [this, index](Expression e) { m_out.questions[index].requiredIf = std::move(e); });
}

void DocumentLoader::readInstrument(ObjectReader& question, std::size_t index) {
    const auto* value = question.member("instrument");
    if (!value) return;
    if (!m_out.questions[index].isNumber()) question.problem("instrument", "only a number is measured with one");
    ObjectReader reader(*value, question.pathOf("instrument"), m_context);
    Instrument read;
    read.name = reader.local("name", ObjectReader::needed);
    if (const auto expired = reader.oneOf("expired", {"missing", "warning"}, ObjectReader::optional))
        read.expiredBlocks = *expired == 0;
    m_out.questions[index].instrument = std::move(read);
    const auto refer = [&](std::string_view name, bool date, std::optional<std::size_t> Instrument::*which) {
        const std::string asked = reader.text(name, ObjectReader::optional);
        if (asked.empty()) return;
        m_later.push_back([this, index, asked, date, which, path = reader.pathOf(name)] {
            const auto found = findQuestion(asked, path);
            if (found && date && m_out.questions[*found].type != QuestionType::date)
                m_context.add(path, "\"" + asked + "\" is no date");
            (*m_out.questions[index].instrument).*which = found;
        });
    };
    refer("number", false, &Instrument::number);
    refer("calibratedUntil", true, &Instrument::calibratedUntil);
    refer("on", true, &Instrument::on);
}

}  // namespace plumb::checklist
