#include "shared/checklist/evaluate/form_filling.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/checklist/evaluate/tuning.h"
#include "shared/checklist/model/attached_list.h"

namespace plumb::checklist {
FormFilling::FormFilling(const Checklist& checklist, Clock clock, bool fresh)
    : m_checklist(checklist), m_nodes(checklist.form) {
    form::FillingOptions options;
    options.clock = std::move(clock);
    options.seed = kFormSeed;
    options.restored = !fresh;
    // As the plain evaluation keeps them.
    options.numberText = [](double number) {
        const auto decimal = Decimal::fromDouble(number);
        return decimal ? decimal->text() : std::string();
    };
    options.mostRepeats = kMostInstances;
    options.mostNodes = kMostAnswers;
    m_filling = std::make_unique<form::Filling>(m_nodes->definition, std::move(options));
    const auto& tree = m_filling->tree();
    m_fixed.assign(m_nodes->definition->nodes.size(), form::kNone);
    std::vector<form::NodeId> waiting{tree[form::Tree::root()].children.front()};
    while (!waiting.empty()) {
        const auto& node = tree[waiting.back()];
        if (!node.isRepeat) m_fixed[node.def] = waiting.back();
        waiting.pop_back();
        if (!node.isRepeat) waiting.insert(waiting.end(), node.children.begin(), node.children.end());
    }
}

Result<void> FormFilling::set(form::NodeId node, std::string_view text) {
    const auto& meaning = m_nodes->meanings[m_filling->tree()[node].def];
    if (meaning.kind == FormNodes::Meaning::Kind::question && !text.empty()) {
        if (auto offered = isOffered(m_checklist.questions[meaning.index], node, text); !offered)
            return fail(offered.error());
    }
    const std::string before = this->text(node);
    m_filling->takeOverflow();  // of what came before
    auto changes = m_filling->set(node, text);
    if (!changes) return fail(changes.error());
    touch(*changes);
    // A number of instances that nothing can hold is nobody's answer.
    if (const auto why = m_filling->takeOverflow();
        !why.empty() && meaning.kind == FormNodes::Meaning::Kind::question) {
        if (const auto back = m_filling->set(node, before)) touch(*back);
        m_filling->takeOverflow();
        return fail(ErrorKind::refused, "too_many", why);
    }
    return {};
}

std::optional<Error> FormFilling::takeOverflow() {
    auto why = m_filling->takeOverflow();
    if (why.empty()) return {};
    return Error{ErrorKind::refused, "too_many", std::move(why)};
}

bool FormFilling::isListed(const Question& question, form::NodeId node, std::string_view text) const {
    if (!question.form || !question.form->list.tree) return true;
    std::vector<form::Choice> few;  // a list without rows is small, and in memory
    if (!question.form->list.tree->rows()) few = m_filling->choices(node);
    while (!text.empty()) {
        const auto name = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), name.size() + 1));
        const bool known = question.form->list.tree->rows()
                               ? listedRow(*question.form, name).has_value()
                               : std::ranges::any_of(few, [&](const auto& choice) { return choice.value == name; });
        if (!known) return false;
    }
    return true;
}

// Whether a filter leaves all that is chosen.
Result<void> FormFilling::isOffered(const Question& question, form::NodeId node, std::string_view text) const {
    if (!question.form) return {};
    if (!isListed(question, node, text))
        return fail(ErrorKind::malformed, "bad_choice",
                    "\"" + std::string(text.substr(0, 80)) + "\" cannot be the answer to \"" + question.id +
                        "\": " + question.form->file + " has no such choice");
    if (question.form->choiceFilter.empty()) return {};
    const auto offered = m_filling->choices(node);
    while (!text.empty()) {
        // Only where several are chosen does a space end a name.
        const auto name = question.type == QuestionType::selectOne ? text : text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), name.size() + 1));
        if (std::ranges::none_of(offered, [&](const form::Choice& choice) { return choice.value == name; }))
            return fail(ErrorKind::malformed, "bad_choice",
                        "\"" + std::string(name.substr(0, 80)) + "\" cannot be the answer to \"" + question.id +
                            "\": what was answered before leaves other choices");
    }
    return {};
}

void FormFilling::setGate(std::uint32_t definitionNode, bool open) {
    if (auto changes = m_filling->set(m_fixed[definitionNode], open ? "yes" : "")) touch(*changes);
}

void FormFilling::setFact(std::size_t fact, const std::string& text) {
    if (auto changes = m_filling->set(m_fixed[m_nodes->facts[fact]], text)) touch(*changes);
}

Result<std::uint32_t> FormFilling::add(const AnswerKey& repeat, std::uint32_t like) {
    const auto parent = parentOf(repeat);
    if (parent == form::kNone)
        return fail(ErrorKind::notFound, "unknown_question", "there is no " + keyText(m_checklist, repeat) + " here");
    if (count(repeat) >= kMostInstances)
        return fail(ErrorKind::refused, "too_many",
                    keyText(m_checklist, repeat) + " has at most " + std::to_string(kMostInstances) + " copies");
    const auto original = like == 0 ? form::kNone : instance(repeat, like);
    form::Changes changes;
    const auto made = m_filling->add(parent, m_nodes->questions[repeat.question], changes, original);
    if (!made) return fail(made.error());
    touch(changes);
    touchAllOf(repeat.question);
    m_touched.keys.insert(repeat);
    return static_cast<std::uint32_t>(count(repeat));
}

Result<void> FormFilling::remove(const AnswerKey& repeat, std::uint32_t instance) {
    const auto node = this->instance(repeat, instance);
    if (instance == 0 || node == form::kNone)
        return fail(ErrorKind::notFound, "unknown_question",
                    "there is no " + keyText(m_checklist, repeat) + "[" + std::to_string(instance) + "]");
    auto moved = keysFrom(repeat, instance);
    auto changes = m_filling->remove(node);
    if (!changes) return fail(changes.error());
    touch(*changes);
    touchAllOf(repeat.question);
    m_touched.keys.insert(repeat);
    m_touched.keys.merge(moved);
    return {};
}

void FormFilling::removeAll(const AnswerKey& repeat) {
    auto moved = keysFrom(repeat, 1);
    for (auto last = count(repeat); last > 0; --last) {
        const auto changes = m_filling->remove(instance(repeat, static_cast<std::uint32_t>(last)));
        if (!changes) break;
        touch(*changes);
    }
    touchAllOf(repeat.question);
    m_touched.keys.insert(repeat);
    m_touched.keys.merge(moved);
}

// Every answer from an instance to the last one: it is another one, or gone, once that instance is.
std::set<AnswerKey> FormFilling::keysFrom(const AnswerKey& repeat, std::uint32_t instance) const {
    std::set<AnswerKey> out;
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        const auto around = repeatsAround(m_checklist, q);
        const auto place = std::ranges::find(around, repeat.question);
        if (place == around.end()) continue;
        const auto depth = static_cast<std::size_t>(place - around.begin());
        for (const auto each : instances(q)) {
            auto key = keyOf(q, each);
            const bool same = std::equal(repeat.instances.begin(), repeat.instances.end(), key.instances.begin());
            if (same && key.instances[depth] >= instance) out.insert(std::move(key));
        }
    }
    return out;
}

bool FormFilling::isCounted(std::size_t repeat) const {
    return m_nodes->definition->nodes[m_nodes->questions[repeat]].count != form::kNone;
}

// As many instances as were kept, where people decide how many there are; a computed count decides for itself.
void FormFilling::loadCount(const AnswerKey& repeat, const std::string& text) {
    if (isCounted(repeat.question)) return;
    std::uint32_t wanted = 0;
    std::from_chars(text.data(), text.data() + text.size(), wanted);
    wanted = std::min(wanted, kMostInstances);
    while (count(repeat) > wanted && remove(repeat, static_cast<std::uint32_t>(count(repeat)))) continue;
    if (wanted > 0) m_filling->load({{path(repeat) + "[" + std::to_string(wanted) + "]", ""}});
}

std::vector<AnswerKey> FormFilling::load(const std::map<AnswerKey, std::string>& texts) {
    std::vector<AnswerKey> left;
    std::size_t deepest = 0;
    for (const auto& [key, text] : texts) deepest = std::max(deepest, key.instances.size());
    // From the outside inwards: how many instances there are may depend on what stands around them.
    for (std::size_t depth = 0; depth <= deepest; ++depth) {
        std::map<form::NodeId, AnswerKey> keys;
        std::vector<std::pair<form::NodeId, std::string>> known;
        for (const auto& [key, text] : texts) {
            const bool repeats = m_checklist.questions[key.question].type == QuestionType::repeat;
            if (key.instances.size() != depth) continue;
            // An instance that no count speaks of is not there.
            const auto node = repeats ? parentOf(key) : find(key);
            if (node == form::kNone) {
                left.push_back(key);
            } else if (repeats) {
                loadCount(key, text);
            } else if (!isListed(m_checklist.questions[key.question], node, text)) {
                left.push_back(key);
            } else {
                known.emplace_back(node, text);
                keys.emplace(node, key);
            }
        }
        for (const auto node : m_filling->put(known)) left.push_back(keys.at(node));
    }
    return left;
}

void FormFilling::refreshTime() {
    touch(m_filling->refreshTime());
}

FormFilling::Touched FormFilling::takeTouched() {
    return std::exchange(m_touched, {});
}

// A repeat and whatever stands in it; or all that stands in any.
void FormFilling::touchAllOf(std::optional<std::size_t> repeat) {
    if (repeat) m_touched.questions.insert(*repeat);
    for (std::size_t q = 0; q < m_checklist.questions.size(); ++q) {
        auto around = m_checklist.questions[q].repeat;
        while (repeat && around && around != repeat) around = m_checklist.questions[*around].repeat;
        if (around) m_touched.questions.insert(q);
    }
}

void FormFilling::touch(const form::Changes& changes) {
    using Kind = FormNodes::Meaning::Kind;
    std::set<std::size_t> repeats;  // each with all that stands in it, once
    bool removed = false;
    for (const auto& change : changes) {
        if (change.has(form::Aspect::removed)) {
            removed = true;
            continue;
        }
        const auto def = m_filling->tree()[change.node].def;
        const auto& meaning = m_nodes->meanings[def];
        switch (meaning.kind) {
            case Kind::none:
                break;
            case Kind::section:
                m_touched.sections.insert(meaning.index);
                break;
            case Kind::item:
                m_touched.items.insert(meaning.index);
                break;
            case Kind::question: {
                m_touched.questions.insert(meaning.index);
                // What waits for one instance's answers is asked again, though no calculation came out differently.
                if (const auto repeat = m_checklist.questions[meaning.index].repeat) repeats.insert(*repeat);
                if (m_checklist.questions[meaning.index].type != QuestionType::repeat)
                    m_touched.keys.insert(keyOf(meaning.index, change.node));
                break;
            }
        }
    }
    if (removed) return touchAllOf(std::nullopt);
    for (const auto repeat : repeats) touchAllOf(repeat);
}

}  // namespace plumb::checklist
