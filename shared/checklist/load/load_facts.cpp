// Facts of the site, levels, and what applies where.
#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

const std::vector<std::string_view> kFactTypes{"text", "number", "choice", "choices"};

}  // namespace

void DocumentLoader::readFacts(ObjectReader& document) {
    const auto* facts = document.array("facts", ObjectReader::optional);
    if (!facts) return;
    for (std::size_t i = 0; i < facts->size(); ++i) {
        ObjectReader reader((*facts)[i], "facts[" + std::to_string(i) + "]", m_context);
        Fact fact;
        fact.id = reader.identifier("id", true);
        claim(m_factNames, fact.id, reader, "id");
        fact.label = reader.local("label", ObjectReader::needed);
        fact.unit = reader.local("unit", ObjectReader::optional);
        fact.type = static_cast<Fact::Type>(reader.oneOf("type", kFactTypes, ObjectReader::needed).value_or(0));
        fact.required = reader.flag("required", true);
        const bool chosen = fact.type == Fact::Type::choice || fact.type == Fact::Type::choices;
        if (!fact.unit.empty() && fact.type != Fact::Type::number) reader.problem("unit", "only a number has a unit");
        const auto* choices = reader.array("choices", chosen ? ObjectReader::needed : ObjectReader::optional);
        if (choices && !chosen) reader.problem("choices", "only a fact of type choice or choices has them");
        Names names;
        for (std::size_t c = 0; choices && c < choices->size(); ++c) {
            ObjectReader choice((*choices)[c], reader.pathOf("choices") + "[" + std::to_string(c) + "]", m_context);
            const std::string name = choice.identifier("name", false);
            claim(names, name, choice, "name");
            fact.choices.emplace_back(name, choice.local("label", ObjectReader::needed));
        }
        m_out.facts.push_back(std::move(fact));
    }
}

void DocumentLoader::readLevels(ObjectReader& document) {
    const auto* levels = document.array("levels", ObjectReader::optional);
    if (!levels) return;
    for (std::size_t i = 0; i < levels->size(); ++i) {
        ObjectReader reader((*levels)[i], "levels[" + std::to_string(i) + "]", m_context);
        Level level;
        level.id = reader.identifier("id", false);
        claim(m_levelNames, level.id, reader, "id");
        level.label = reader.local("label", ObjectReader::needed);
        m_out.levels.push_back(std::move(level));
    }
}

std::vector<FactTest> DocumentLoader::readFactTests(ObjectReader& owner, std::string_view member) {
    std::vector<FactTest> out;
    const auto* value = owner.member(member);
    if (!value) return out;
    const std::string path = owner.pathOf(member);
    if (!value->is_object()) {
        owner.problem(member, "must be an object: a fact, and the values for which it applies");
        return out;
    }
    std::vector<std::string_view> known;
    for (const auto& fact : m_out.facts) known.push_back(fact.id);
    for (const auto& entry : value->get_object()) {
        const std::string name(entry.key()), where = path + "." + name;
        if (name == "comment") continue;
        FactTest test;
        const Fact* fact = nullptr;
        for (std::size_t i = 0; i < m_out.facts.size(); ++i) {
            if (m_out.facts[i].id == name) {
                fact = &m_out.facts[i];
                test.fact = i;
            }
        }
        if (!fact) {
            m_context.add(where, "there is no fact \"" + name.substr(0, 80) + "\"" + didYouMean(name, known));
            continue;
        }
        if (fact->type == Fact::Type::number) {
            ObjectReader range(entry.value(), where, m_context);
            for (const auto side : {"min", "above", "max", "below"}) {
                const auto* number = range.member(side);
                if (number && !decimalOf(*number)) range.problem(side, "must be a number of at most 15 digits");
            }
            readLimits(range, [&test]() -> Limits& { return test.range; });
            if (range.isObject() && test.range.open()) m_context.add(where, "must have min, above, max or below");
        } else {
            const auto take = [&](const json::value& text, const std::string& place) {
                if (!text.is_string() || text.get_string().empty())
                    return m_context.add(place, "must be one of the fact's values, as text");
                test.anyOf.emplace_back(text.get_string());
                std::vector<std::string_view> names;
                for (const auto& [choice, label] : fact->choices) names.push_back(choice);
                if (fact->type != Fact::Type::text &&
                    std::find(names.begin(), names.end(), test.anyOf.back()) == names.end())
                    m_context.add(place, "\"" + test.anyOf.back() + "\" is no choice of the fact \"" + name + "\"" +
                                             didYouMean(test.anyOf.back(), names));
            };
            if (entry.value().is_array()) {
                const auto& list = entry.value().get_array();
                for (std::size_t i = 0; i < list.size(); ++i) take(list[i], where + "[" + std::to_string(i) + "]");
                if (list.empty()) m_context.add(where, "must not be empty");
            } else {
                take(entry.value(), where);
            }
        }
        out.push_back(std::move(test));
    }
    return out;
}

}  // namespace plumb::checklist
