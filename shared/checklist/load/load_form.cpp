// What XLSForm can say of a question beyond the plain ones (CHECKLIST.md, "Forms"): the members are called as its
// columns are.
#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/model/answer_key.h"

namespace plumb::checklist {
namespace {

constexpr std::string_view kOther = "other";

// A text, or a number or a truth as it is written.
std::string literal(ObjectReader& reader, std::string_view name) {
    const auto* value = reader.member(name);
    if (!value) return {};
    if (value->is_string()) return std::string(value->get_string());
    if (value->is_bool()) return value->get_bool() ? "yes" : "";
    if (const auto number = decimalOf(*value)) return number->text();
    reader.problem(name, "must be text, a number, true or false, not " + std::string(kindOf(*value)));
    return {};
}

}  // namespace

void DocumentLoader::readFormPart(ObjectReader& question, Question& out, std::string_view metadata) {
    auto part = std::make_shared<FormPart>();
    part->initial = literal(question, "default");
    part->readOnly = literal(question, "read_only");
    part->choiceFilter = question.text("choice_filter", ObjectReader::optional);
    part->trigger = question.text("trigger", ObjectReader::optional);
    part->repeatCount = literal(question, "repeat_count");
    part->appearance = question.text("appearance", ObjectReader::optional);
    part->parameters = question.text("parameters", ObjectReader::optional);
    part->file = question.text("file", ObjectReader::optional);
    part->guidance = question.local("guidance_hint", ObjectReader::optional);
    part->requiredMessage = question.local("required_message", ObjectReader::optional);
    part->media = readMedia(question);
    if (out.type == QuestionType::metadata) part->metadata = metadata;
    if (!part->repeatCount.empty() && out.type != QuestionType::repeat)
        question.problem("repeat_count", "only a repeat has one");
    if (const auto fixed = Decimal::parse(part->repeatCount);
        fixed && fixed > Decimal::parse(std::to_string(kMostInstances)))
        question.problem("repeat_count", "a repeat has at most " + std::to_string(kMostInstances) + " copies");
    const bool selects = out.type == QuestionType::selectOne || out.type == QuestionType::selectMultiple ||
                         out.type == QuestionType::rank;
    if (!part->choiceFilter.empty() && !selects)
        question.problem("choice_filter", "only a question with choices has one");
    if (*part != FormPart()) out.form = std::move(part);
}

Media DocumentLoader::readMedia(ObjectReader& owner) {
    Media out;
    const auto* media = owner.member("media");
    if (!media) return out;
    ObjectReader reader(*media, owner.pathOf("media"), m_context);
    for (const auto* kind : {"image", "big-image", "audio", "video"}) {
        if (reader.has(kind)) out.emplace_back(kind, reader.local(kind, ObjectReader::optional));
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> DocumentLoader::readColumns(ObjectReader& choice) {
    std::vector<std::pair<std::string, std::string>> out;
    const auto* columns = choice.member("columns");
    if (!columns) return out;
    if (!columns->is_object()) {
        choice.problem("columns", "must be an object of texts, not " + std::string(kindOf(*columns)));
        return out;
    }
    ObjectReader reader(*columns, choice.pathOf("columns"), m_context);
    for (const auto& column : columns->get_object()) {
        std::string text = literal(reader, column.key());
        if (!text.empty()) out.emplace_back(column.key(), std::move(text));
    }
    return out;
}

// "or_other": one more choice, and a question that asks what it is.
bool DocumentLoader::readOrOther(ObjectReader& question, Question& out) {
    if (!question.flag("or_other", false)) return false;
    if (out.type != QuestionType::selectOne && out.type != QuestionType::selectMultiple) {
        question.problem("or_other", "only select_one and select_multiple can have it");
        return false;
    }
    Choice other;
    other.name = kOther;
    for (const auto& language : m_out.languages) other.label.add(language, language == "zh" ? "其他" : "Other");
    if (!out.choice(kOther)) out.choices.push_back(std::move(other));
    return true;
}

void DocumentLoader::addOther(std::size_t index) {
    const Question& asked = m_out.questions[index];
    Question other;
    other.id = asked.id + "_other";
    other.item = asked.item;
    other.parent = asked.parent;
    other.repeat = asked.repeat;
    other.required = asked.required;
    for (const auto& language : m_out.languages)
        other.label.add(language, language == "zh" ? "请说明是哪一种" : "Specify other.");
    const std::string path = m_questionPaths[index];
    if (!m_questionNames.try_emplace(other.id, path).second)
        m_context.add(path + ".or_other", "\"" + other.id + "\", which would ask for it, is taken");
    const std::string source = "selected(${" + asked.id + "}, '" + std::string(kOther) + "')";
    m_questionPaths.push_back(path);
    m_out.items[asked.item].questions.push_back(m_out.questions.size());
    m_out.questions.push_back(std::move(other));
    compile(source, path + ".or_other", Where::score, [this, place = m_out.questions.size() - 1](Expression e) {
        m_out.questions[place].relevant = std::move(e);
    });
}

// Everything that refers is resolved, and nothing is wrong so far.
void DocumentLoader::readForm() {
    auto built = buildForm(m_out, m_files);
    for (const auto& problem : built.problems) {
        std::string path;
        switch (problem.of) {
            case FormProblem::Of::document:
                break;
            case FormProblem::Of::section:
                path = m_sectionPaths[problem.index];
                break;
            case FormProblem::Of::item:
                path = m_itemPaths[problem.index];
                break;
            case FormProblem::Of::question:
                path = m_questionPaths[problem.index];
                break;
            case FormProblem::Of::choice:
                path = m_questionPaths[problem.index] + ".choices";
                break;
        }
        const bool member =
            !problem.column.empty() && problem.column != "name" && problem.of != FormProblem::Of::choice;
        m_context.add(path + (member && !path.empty() ? "." + problem.column : ""), problem.sentence);
    }
    m_context.warnings = std::move(built.warnings);
    m_out.form = std::move(built.nodes);
    if (m_out.form && !m_files.empty()) openLists();
}

// The lists of choices that are here, for whoever asks what a name is called.
void DocumentLoader::openLists() {
    for (auto& question : m_out.questions) {
        if (!question.form || !m_files.contains(question.form->file)) continue;
        const std::string end = "/" + question.form->file;
        for (const auto& instance : m_out.form->definition->instances) {
            if (!instance.source.ends_with(end)) continue;
            auto part = std::make_shared<FormPart>(*question.form);
            part->list = {instance.tree};
            question.form = std::move(part);
            break;
        }
    }
}

}  // namespace plumb::checklist
