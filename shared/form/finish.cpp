#include "shared/form/finish.h"

#include <algorithm>

#include "shared/form/bind_paths.h"
#include "shared/form/order.h"
#include "shared/form/xpath/functions.h"
#include "shared/form/xpath/parse.h"

namespace plumb::form {
namespace {

class Finisher {
  public:
    explicit Finisher(Definition& definition) : m_definition(definition) {}

    std::vector<Problem> run() {
        structure();
        for (std::uint32_t def = 0; def < m_definition.nodes.size(); ++def) binds(def);
        for (const auto& control : m_definition.controls) bindControl(control);
        for (const auto& action : m_definition.actions) {
            if (action.value != kNone && action.target != kNone) compile(action.value, action.target);
            compile(action.which, action.source != kNone ? action.source : action.repeat != kNone ? action.repeat : 0);
        }
        if (!m_problems.empty()) return std::move(m_problems);
        keepTotals();
        // Kept for as long as the form is.
        m_definition.nodes.shrink_to_fit();
        m_definition.formulas.shrink_to_fit();
        m_definition.texts.shrink_to_fit();
        m_definition.controls.shrink_to_fit();
        for (const auto& way : orderComputations(m_definition)) {
            m_problems.push_back(
                {"", "these depend on themselves: " + way, "calculate one of them from something else, or use once()"});
        }
        return std::move(m_problems);
    }

  private:
    void structure() {
        auto& nodes = m_definition.nodes;
        for (std::uint32_t def = 0; def < nodes.size(); ++def) {
            auto& node = nodes[def];
            node.nameId = m_definition.names->intern(node.name);
            for (std::uint32_t i = 0; i < node.children.size(); ++i) nodes[node.children[i]].ordinal = i;
            node.repeat = node.kind == NodeKind::repeat ? def
                          : node.parent == kNone        ? kNone
                                                        : nodes[node.parent].repeat;
        }
        m_definition.controlOf.assign(nodes.size(), kNone);
        for (std::uint32_t at = 0; at < m_definition.controls.size(); ++at) {
            const auto def = m_definition.controls[at].def;
            // Two controls of one node: the first is the one whose label is asked for.
            if (def != kNone && m_definition.controlOf[def] == kNone) m_definition.controlOf[def] = at;
        }
    }

    void binds(std::uint32_t def) {
        const auto& node = m_definition.nodes[def];
        for (const FormulaId formula : {node.relevant, node.required, node.readOnly, node.constraint, node.calculate})
            compile(formula, def);
        for (const TextId text : {node.requiredMessage, node.constraintMessage}) bindText(text, def);
        // A count is asked for where no repeat stands yet: its paths begin at what the repeat stands in.
        if (node.count != kNone) compile(node.count, def, true);
    }

    void bindControl(const Control& control) {
        auto def = control.def;
        for (auto at = control.parent; def == kNone && at != kNone; at = m_definition.controls[at].parent)
            def = m_definition.controls[at].def;
        if (def == kNone) def = 0;
        for (const TextId text : {control.label, control.hint}) bindText(text, def);
        for (const auto& choice : control.choices) bindText(choice.label, def);
        if (control.itemset) {
            compile(control.itemset->nodes, def);
            compile(control.itemset->seed, def);
        }
    }

    void bindText(TextId id, std::uint32_t def) {
        if (id == kNone) return;
        const auto& text = m_definition.texts[id];
        compile(text.computed, def);
        for (const auto& [language, forms] : text.languages) {
            for (const auto& [form, pieces] : forms.forms) {
                for (const auto& piece : pieces) compile(piece.value, def);
            }
        }
    }

    void compile(FormulaId id, std::uint32_t def, bool fromParent = false) {
        if (id == kNone) return;
        auto& formula = m_definition.formulas[id];
        // A text may be shown in two places: it is bound where it was met first.
        if (!formula.compiled.parts.empty()) return;
        auto parsed = xpath::parse(formula.source);
        if (!parsed) {
            m_problems.push_back({formula.origin, "\"" + formula.source.substr(0, 200) + "\": " + parsed.error(), ""});
            return;
        }
        formula.compiled = std::move(*parsed);
        for (const auto& path : formula.compiled.paths) {
            if (path.question)
                m_problems.push_back(
                    {formula.origin, "${" + path.steps[0].name + "}: a question is written as a path here", ""});
        }
        for (const auto& part : formula.compiled.parts) {
            if (part.function && part.function->isVolatile) formula.isVolatile = true;
        }
        if (fromParent) {
            dropLeadingParent(formula.compiled);
            def = m_definition.nodes[def].parent;
        }
        for (const auto& complaint : bindPaths(m_definition, def, formula.compiled, &formula.reads))
            m_definition.warnings.push_back(textOf(Problem{formula.origin, complaint, ""}));
        // What only binding needed goes.
        formula.compiled.source = {};
        formula.compiled.parts.shrink_to_fit();
        formula.compiled.operands.shrink_to_fit();
        formula.compiled.paths.shrink_to_fit();
        formula.reads.shrink_to_fit();
    }

    void keepTotals() {
        auto& totalled = m_definition.totalled;
        for (const auto& formula : m_definition.formulas) {
            for (const auto& path : formula.compiled.paths) {
                if (path.total != kNone) totalled.push_back(path.total);
            }
        }
        std::sort(totalled.begin(), totalled.end());
        totalled.erase(std::unique(totalled.begin(), totalled.end()), totalled.end());
    }

    static void dropLeadingParent(xpath::Expression& expression) {
        for (auto& path : expression.paths) {
            if (path.start != xpath::Path::Start::context || path.steps.empty()) continue;
            auto& first = path.steps.front();
            if (first.axis != xpath::Axis::parent || !first.predicates.empty()) continue;
            if (path.steps.size() == 1) {
                first.axis = xpath::Axis::self;
            } else {
                path.steps.erase(path.steps.begin());
            }
        }
    }

    Definition& m_definition;
    std::vector<Problem> m_problems;
};

}  // namespace

std::vector<Problem> finish(Definition& definition) {
    return Finisher(definition).run();
}

std::string textOf(const Problem& problem) {
    return (problem.origin.empty() ? "" : problem.origin + ": ") + problem.sentence +
           (problem.suggestion.empty() ? "" : "; " + problem.suggestion);
}

}  // namespace plumb::form
