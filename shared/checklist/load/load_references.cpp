// Expressions, limits and templates: whatever names questions, resolved when all questions are known.
#include <algorithm>

#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

// "${name}" and nothing else → name.
std::optional<std::string> soleReference(std::string_view text) {
    if (!text.starts_with("${") || !text.ends_with("}") || text.size() < 4) return std::nullopt;
    const auto name = text.substr(2, text.size() - 3);
    if (name.find_first_of("${} ") != std::string_view::npos) return std::nullopt;
    return std::string(name);
}

}  // namespace

std::string DocumentLoader::questionHint(std::string_view name, bool orFact) const {
    // Nobody reads it any more, and it looks at every question.
    if (m_context.problems.size() >= kMostProblems) return {};
    std::vector<std::string_view> known;
    for (const auto& question : m_out.questions) known.push_back(question.id);
    for (std::size_t f = 0; orFact && f < m_out.facts.size(); ++f) known.push_back(m_out.facts[f].id);
    return didYouMean(name, known);
}

std::optional<std::size_t> DocumentLoader::findQuestion(std::string_view name, const std::string& path, bool inRepeat) {
    const auto index = m_out.questionIndex(name);
    if (!index) {
        m_context.add(path, "there is no question \"" + std::string(name.substr(0, 80)) + "\"" + questionHint(name));
    } else if (m_out.questions[*index].type == QuestionType::note) {
        m_context.add(path, "\"" + std::string(name) + "\" is a note and has no answer");
        return std::nullopt;
    } else if (m_out.questions[*index].isContainer()) {
        m_context.add(path, "\"" + std::string(name) + "\" is a group and has no answer");
        return std::nullopt;
    } else if (m_out.questions[*index].repeat && !inRepeat) {
        m_context.add(path, "\"" + std::string(name) +
                                "\" is asked in each copy of a repeat: gather it with a calculation, such as sum(${" +
                                std::string(name) + "}), and name that");
        return std::nullopt;
    }
    return index;
}

std::optional<Bound> DocumentLoader::boundOf(const json::value& value, const std::string& path, bool inclusive,
                                             std::function<void(std::size_t)> setQuestion) {
    Bound bound;
    bound.inclusive = inclusive;
    if (const auto number = decimalOf(value)) {
        bound.number = number;
        bound.written = value.is_string() ? std::string(value.get_string()) : number->text();
        return bound;
    }
    const auto name = value.is_string() ? soleReference(std::string_view(value.get_string())) : std::nullopt;
    if (!name) {
        m_context.add(path, "must be a number of at most 15 digits, or a question as ${name}");
        return std::nullopt;
    }
    m_later.push_back([this, path, name = *name, set = std::move(setQuestion)] {
        const auto index = findQuestion(name, path);
        if (!index) return;
        if (!m_out.questions[*index].isNumber()) m_context.add(path, "\"" + name + "\" is no number");
        set(*index);
    });
    return bound;
}

void DocumentLoader::readLimits(ObjectReader& reader, std::function<Limits&()> limits) {
    const auto side = [&](std::string_view inclusiveName, std::string_view exclusiveName,
                          std::optional<Bound> Limits::*which) {
        const auto* inclusive = reader.member(inclusiveName);
        const auto* exclusive = reader.member(exclusiveName);
        if (inclusive && exclusive)
            reader.problem(exclusiveName, "stands beside " + std::string(inclusiveName) + ": one of them is enough");
        const auto* value = inclusive ? inclusive : exclusive;
        if (!value) return;
        limits().*which =
            boundOf(*value, reader.pathOf(inclusive ? inclusiveName : exclusiveName), inclusive != nullptr,
                    [limits, which](std::size_t question) { (limits().*which)->question = question; });
    };
    side("min", "above", &Limits::lower);
    side("max", "below", &Limits::upper);
    const auto& read = limits();
    if (read.lower && read.upper && read.lower->number && read.upper->number &&
        *read.lower->number > *read.upper->number) {
        m_context.add(reader.path(), "the lower limit is above the upper one");
    }
}

void DocumentLoader::compileLater(ObjectReader& reader, std::string_view name, Where where,
                                  std::function<void(Expression)> set) {
    const auto* value = reader.member(name);
    if (!value) return;
    if (!value->is_string()) {
        reader.problem(name, "must be an expression in quotation marks, not " + std::string(kindOf(*value)));
        return;
    }
    compile(std::string(value->get_string()), reader.pathOf(name), where, std::move(set));
}

void DocumentLoader::compile(std::string text, std::string path, Where where, std::function<void(Expression)> set) {
    // Only the form engine has tables to look things up in.
    m_asksForForm =
        m_asksForForm || text.find("pulldata(") != std::string::npos || text.find("instance(") != std::string::npos;
    m_later.push_back([this, where, path = std::move(path), text = std::move(text), set = std::move(set)] {
        const bool formula = m_asksForForm && where != Where::rule;
        auto compiled = (formula ? readFormula : compileExpression)(
            text, {[this](std::string_view question) { return m_out.questionIndex(question); },
                   [this](std::string_view name) { return questionHint(name, true); },
                   [this](std::string_view fact) { return m_out.factIndex(fact); }, m_out.questions.size()});
        if (!compiled) {
            m_context.add(path, compiled.error());
            return;
        }
        // Where nothing is scored it is kept as it came out (Question::isKept).
        const bool scores = std::ranges::any_of(m_out.items, [](const Item& item) { return !item.advisory; });
        if (compiled->readsToday && where != Where::constraint && scores) {
            m_context.add(
                path,
                "today() cannot reach a score, which must be the same on every day: ask for the date in a question");
        }
        if (compiled->readsSelf && where != Where::constraint && !formula)
            m_context.add(path, "\".\" has a meaning in a constraint only");
        for (const auto question : compiled->questions) {
            const Question& read = m_out.questions[question];
            if (read.type == QuestionType::note) {
                m_context.add(path, "\"" + read.id + "\" is a note and has no answer");
            } else if (!formula && (read.repeat || read.isContainer())) {
                (void)findQuestion(read.id, path);
            }
        }
        set(std::move(*compiled));
    });
}

void DocumentLoader::templateLater(ObjectReader& reader, std::string_view name, std::function<void(Template)> set) {
    const auto* value = reader.member(name);
    if (!value) return;
    const std::string path = reader.pathOf(name);
    const LocalText text = localTextOf(*value, path, m_context);
    m_later.push_back([this, path, text, set = std::move(set)] {
        Template out;
        for (const auto& [language, source] : text.all()) {
            std::vector<Template::Piece> pieces;
            std::size_t at = 0;
            for (;;) {
                const auto open = source.find("${", at);
                const auto close = open == std::string::npos ? open : source.find('}', open);
                if (close == std::string::npos) break;
                pieces.push_back({source.substr(at, open - at),
                                  findQuestion(source.substr(open + 2, close - open - 2), path + "." + language)});
                at = close + 1;
            }
            pieces.push_back({source.substr(at), std::nullopt});
            out.languages.emplace_back(language, std::move(pieces));
        }
        set(std::move(out));
    });
}

}  // namespace plumb::checklist
