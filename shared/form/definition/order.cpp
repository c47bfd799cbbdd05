#include "shared/form/definition/order.h"

#include <algorithm>
#include <queue>

#include "shared/form/definition/keeps_itself.h"

namespace plumb::form {
namespace {

using Computation = Definition::Computation;
using Kind = Computation::Kind;

class Orderer {
  public:
    explicit Orderer(Definition& definition) : m_definition(definition) {}

    std::vector<std::string> run() {
        collect();
        auto order = sorted(true);
        if (order.size() < m_all.size()) order = sorted(false);
        if (order.size() < m_all.size()) {
            // "One more for as long as the last says so": how many there are may ask how many there are. It is computed
            // again until it stays.
            m_countsLast = true;
            order = sorted(false);
        }
        if (order.size() < m_all.size()) return cycles(order);
        publish(order);
        return readThemselves();
    }

  private:
    void add(Kind kind, std::uint32_t def, FormulaId formula, std::uint32_t control = kNone) {
        if (formula == kNone) return;
        if (kind == Kind::choices || kind == Kind::choiceLabel)
            m_words[def].push_back(static_cast<std::uint32_t>(m_all.size()));
        m_all.push_back({kind, def, formula, control});
    }

    // In document order, so that what depends on nothing keeps it.
    void collect() {
        const auto& d = m_definition;
        m_relevant.assign(d.nodes.size(), kNone);
        m_value.assign(d.nodes.size(), kNone);
        m_count.assign(d.nodes.size(), kNone);
        m_words.assign(d.nodes.size(), {});
        const auto place = [&] { return static_cast<std::uint32_t>(m_all.size()); };
        for (std::uint32_t def = 0; def < d.nodes.size(); ++def) {
            const auto& node = d.nodes[def];
            if (node.relevant != kNone) m_relevant[def] = place();
            add(Kind::relevant, def, node.relevant);
            if (node.count != kNone) m_count[def] = place();
            add(Kind::count, def, node.count);
            if (node.calculate != kNone) m_value[def] = place();
            add(Kind::calculate, def, node.calculate);
            add(Kind::readOnly, def, node.readOnly);
            if (!node.alwaysRequired) add(Kind::required, def, node.required);
            add(Kind::constraint, def, node.constraint);
        }
        for (std::uint32_t at = 0; at < d.controls.size(); ++at) {
            const auto& control = d.controls[at];
            if (control.def == kNone) continue;
            if (control.itemset) add(Kind::choices, control.def, control.itemset->nodes, at);
            for (const TextId text : {control.label, control.hint}) {
                for (const auto formula : inText(text, control.def)) add(Kind::label, control.def, formula, at);
            }
            addChoiceLabels(control, at);
        }
        // Texts that no question shows are watched only where somebody may ask for them.
        if (std::none_of(d.formulas.begin(), d.formulas.end(), [](const Formula& one) { return one.asksAnyText; }))
            return;
        for (const auto& [id, text] : d.itext) {
            for (const auto formula : inText(text, 0)) add(Kind::label, 0, formula);
        }
    }

    // What stands in all of a question's choices is one computation, however many there are: whoever reads what one of
    // them is called waits for one thing.
    void addChoiceLabels(const Control& control, std::uint32_t at) {
        Formula all;
        const auto take = [&](TextId text) {
            for (const auto formula : inText(text, control.def)) {
                const auto& one = m_definition.formulas[formula];
                all.reads.insert(all.reads.end(), one.reads.begin(), one.reads.end());
                all.asksAnyText = all.asksAnyText || one.asksAnyText;
                all.readsTime = all.readsTime || one.readsTime;
                if (all.origin.empty()) all.origin = one.origin;
            }
        };
        for (const auto& choice : control.choices) take(choice.label);
        if (control.itemset) std::for_each(control.itemset->texts.begin(), control.itemset->texts.end(), take);
        if (all.reads.empty() && !all.readsTime && !all.asksAnyText) return;
        std::sort(all.reads.begin(), all.reads.end());
        all.reads.erase(std::unique(all.reads.begin(), all.reads.end()), all.reads.end());
        all.boundTo = control.def;
        m_definition.formulas.push_back(std::move(all));
        add(Kind::choiceLabel, control.def, static_cast<FormulaId>(m_definition.formulas.size() - 1), at);
    }

    // The formulas of a text, as they read at a node.
    [[nodiscard]] std::vector<FormulaId> inText(TextId text, std::uint32_t def) const {
        std::vector<FormulaId> all;
        if (text == kNone) return all;
        const auto& one = m_definition.texts[text];
        const auto take = [&](FormulaId formula) {
            if (formula == kNone) return;
            const auto here = m_definition.formulaAt(formula, def);
            all.push_back(here == kNone ? formula : here);
        };
        take(one.computed);
        for (const auto& [language, forms] : one.languages) {
            for (const auto& [form, pieces] : forms.forms) {
                for (const auto& piece : pieces) take(piece.value);
            }
        }
        return all;
    }

    // What must be known before a computation: with or without what it may read of other repeats of itself.
    [[nodiscard]] std::vector<std::uint32_t> needs(std::uint32_t at, bool all) const {
        std::vector<std::uint32_t> found;
        const auto& computation = m_all[at];
        const auto take = [&](std::uint32_t place) {
            if (place != kNone) found.push_back(place);
        };
        for (const auto& read : m_definition.formulas[computation.formula].reads) {
            if (read.filtered && read.pin != m_definition.nodes[computation.def].repeat &&
                (!all || sameRepeat(read.def, computation.def)))
                continue;
            if (read.place) continue;  // nobody's answer moves it
            if (read.def == computation.def && keepsItself(computation)) continue;
            if (read.words) {
                found.insert(found.end(), m_words[read.def].begin(), m_words[read.def].end());
            } else if (!read.structure) {
                take(m_value[read.def]);
            }
            const bool ownFrame = computation.kind == Kind::relevant && read.def != computation.def;
            for (auto above = read.def; above != kNone; above = m_definition.nodes[above].parent) {
                // A group that asks what stands in it asks as if it were shown (settle.cpp).
                if (!ownFrame || above != computation.def) take(m_relevant[above]);
                if (m_definition.nodes[above].kind == NodeKind::repeat && !m_countsLast) take(m_count[above]);
                if (above == read.pin && read.structure) break;
            }
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    // Whether a calculation takes its own value only to leave it as it is.
    [[nodiscard]] bool keepsItself(const Computation& computation) const {
        return computation.kind == Kind::calculate &&
               onlyKeeps(m_definition.formulas[computation.formula].compiled, computation.def);
    }
    [[nodiscard]] bool sameRepeat(std::uint32_t read, std::uint32_t own) const {
        return read == own && m_definition.nodes[own].repeat != kNone;
    }

    [[nodiscard]] std::vector<std::uint32_t> sorted(bool all) {
        m_needs.assign(m_all.size(), {});
        std::vector<std::vector<std::uint32_t>> readers(m_all.size());
        std::vector<std::size_t> waits(m_all.size());
        for (std::uint32_t at = 0; at < m_all.size(); ++at) {
            m_needs[at] = needs(at, all);
            waits[at] = m_needs[at].size();
            for (const auto need : m_needs[at]) readers[need].push_back(at);
        }
        std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
        for (std::uint32_t at = 0; at < m_all.size(); ++at) {
            if (waits[at] == 0) ready.push(at);
        }
        std::vector<std::uint32_t> order;
        while (!ready.empty()) {
            const auto at = ready.top();
            ready.pop();
            order.push_back(at);
            for (const auto reader : readers[at]) {
                if (--waits[reader] == 0) ready.push(reader);
            }
        }
        return order;
    }

    [[nodiscard]] std::vector<std::string> cycles(const std::vector<std::uint32_t>& order) const {
        std::vector<char> done(m_all.size(), 0);
        for (const auto at : order) done[at] = 1;
        std::uint32_t at = 0;
        while (done[at]) ++at;
        // From what is left, always on to something left that it needs: in the end it comes round.
        std::vector<std::uint32_t> way;
        while (std::find(way.begin(), way.end(), at) == way.end()) {
            way.push_back(at);
            at = *std::find_if(m_needs[at].begin(), m_needs[at].end(), [&](std::uint32_t need) { return !done[need]; });
        }
        std::string text;
        for (auto one = std::find(way.begin(), way.end(), at); one != way.end(); ++one)
            text += m_definition.path(m_all[*one].def) + " → ";
        return {text + m_definition.path(m_all[at].def)};
    }

    // Whether an answer is required, or may be changed, cannot hang on the answer itself.
    [[nodiscard]] std::vector<std::string> readThemselves() const {
        std::vector<std::string> all;
        const auto& d = m_definition;
        for (const auto& one : m_all) {
            if (one.kind != Kind::required && one.kind != Kind::readOnly) continue;
            const auto& reads = d.formulas[one.formula].reads;
            const bool itself = std::any_of(reads.begin(), reads.end(), [&](const Formula::Read& read) {
                return read.def == one.def && !read.structure && !read.words && read.pin == d.nodes[one.def].repeat;
            });
            const auto& kind = d.nodes[one.def].kind;
            if (itself && (kind == NodeKind::leaf || kind == NodeKind::attribute))
                all.push_back(d.path(one.def) + " → " + d.path(one.def));
        }
        return all;
    }

    void publish(const std::vector<std::uint32_t>& order) {
        auto& d = m_definition;
        d.computations.clear();
        d.valueReaders.assign(d.nodes.size(), {});
        d.structureReaders.assign(d.nodes.size(), {});
        d.wordsReaders.assign(d.nodes.size(), {});
        d.anyTextReaders.clear();
        d.ownComputations.assign(d.nodes.size(), {});
        for (const auto at : order) {
            const auto place = static_cast<std::uint32_t>(d.computations.size());
            const auto& computation = m_all[at];
            d.computations.push_back(computation);
            d.ownComputations[computation.def].push_back(place);
            const bool isText = computation.kind == Kind::label || computation.kind == Kind::choiceLabel;
            if (d.formulas[computation.formula].asksAnyText && !isText) d.anyTextReaders.push_back(place);
            for (const auto& read : d.formulas[computation.formula].reads) {
                auto& readers = (read.words       ? d.wordsReaders
                                 : read.structure ? d.structureReaders
                                                  : d.valueReaders)[read.def];
                const bool known = std::any_of(readers.begin(), readers.end(), [&](const Definition::Reader& one) {
                    return one.computation == place && one.pin == read.pin;
                });
                if (!known) readers.push_back({place, read.pin});
            }
            // A constraint holds of an answer, whether it reads it or not: a blank keeps every one.
            auto& own = d.valueReaders[computation.def];
            const bool reads = std::any_of(own.begin(), own.end(),
                                           [&](const Definition::Reader& one) { return one.computation == place; });
            if (computation.kind == Kind::constraint && !reads) own.push_back({place, d.nodes[computation.def].repeat});
        }
    }

    Definition& m_definition;
    std::vector<Computation> m_all;
    std::vector<std::uint32_t> m_relevant, m_value, m_count;  // per node: its computation
    std::vector<std::vector<std::uint32_t>> m_words;          // per node: those of its choices
    std::vector<std::vector<std::uint32_t>> m_needs;
    bool m_countsLast = false;
};

}  // namespace

std::vector<std::string> orderComputations(Definition& definition) {
    return Orderer(definition).run();
}

}  // namespace plumb::form
