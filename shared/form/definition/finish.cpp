#include "shared/form/definition/finish.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "shared/form/definition/bind_paths.h"
#include "shared/form/definition/canonical.h"
#include "shared/form/definition/order.h"
#include "shared/form/definition/tuning.h"
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
        for (auto& control : m_definition.controls) bindControl(control);
        for (const auto& action : m_definition.actions) {
            if (action.value != kNone && action.target != kNone) compile(action.value, action.target);
            compile(action.which, action.source != kNone ? action.source : action.repeat != kNone ? action.repeat : 0);
        }
        // What no question shows may still be asked for by its id.
        for (const auto& [id, text] : m_definition.itext) bindText(text, 0);
        if (!m_problems.empty()) return std::move(m_problems);
        keepTotals();
        checkDefaults();
        // Kept for as long as the form is.
        m_definition.nodes.shrink_to_fit();
        m_definition.texts.shrink_to_fit();
        m_definition.controls.shrink_to_fit();
        const auto ways = orderComputations(m_definition);
        m_definition.pack();
        for (const auto& way : ways) {
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
            node.alwaysRequired = m_definition.isAlwaysTrue(node.required);
            node.bare = node.children.empty() && node.attributes.empty() && node.initial.empty();
            if (!node.preload.empty()) m_definition.preloaded.push_back(def);
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

    void bindControl(Control& control) {
        auto def = control.def;
        for (auto at = control.parent; def == kNone && at != kNone; at = m_definition.controls[at].parent)
            def = m_definition.controls[at].def;
        if (def == kNone) def = 0;
        for (const TextId text : {control.label, control.hint}) bindText(text, def);
        for (const auto& choice : control.choices) bindText(choice.label, def);
        if (control.itemset) {
            compile(control.itemset->nodes, def);
            compile(control.itemset->seed, def);
            if (control.itemset->labelIsItext) control.itemset->texts = namedTexts(*control.itemset);
            for (const TextId text : control.itemset->texts) bindText(text, def);
        }
    }

    // Of the texts that an itemset's labels name by id: those that read answers.
    std::vector<TextId> namedTexts(const Itemset& set) {
        std::vector<TextId> all;
        if (!std::exchange(m_textsKnown, true)) {
            for (const auto& [id, text] : m_definition.itext) {
                if (isComputed(m_definition.texts[text])) m_computedTexts.emplace(id, text);
            }
        }
        if (m_computedTexts.empty() || set.nodes == kNone) return all;
        const auto& expression = m_definition.formulas[set.nodes].compiled;
        const std::string column = set.label.substr(set.label.rfind('/') + 1);
        std::unordered_set<std::string> ids;
        bool known = false;
        for (const auto& part : expression.parts) {
            if (part.kind != xpath::Kind::call || part.function->name != "instance") continue;
            const auto& name = expression.parts[expression.operandsOf(part)[0].place];
            const auto* instance =
                name.kind == xpath::Kind::text ? m_definition.instance(expression.textOf(name)) : nullptr;
            if (!instance || !instance->tree) return texts();
            known = true;
            take(*instance->tree, column, ids);
        }
        if (!known) return texts();
        for (const auto& [id, text] : m_computedTexts) {
            if (ids.contains(id)) all.push_back(text);
        }
        return all;
    }
    [[nodiscard]] std::vector<TextId> texts() const {
        std::vector<TextId> all;
        for (const auto& [id, text] : m_computedTexts) all.push_back(text);
        return all;
    }
    // Which of the computed texts' ids stand in a column of an instance.
    void take(const Tree& tree, const std::string& column, std::unordered_set<std::string>& ids) const {
        const NameId name = tree.names().find(column);
        if (const auto* rows = tree.rows()) {
            for (std::size_t i = 0; i < rows->columns(); ++i) {
                if (rows->columnName(i) != name) continue;
                for (const auto& [id, text] : m_computedTexts) {
                    if (!rows->rowsWhere(i, id).empty()) ids.insert(id);
                }
            }
            return;
        }
        for (NodeId node = 0; node < tree.size(); ++node) {
            if (tree[node].name == name && m_computedTexts.contains(tree[node].text)) ids.insert(tree[node].text);
        }
    }
    static bool isComputed(const Text& text) {
        if (text.computed != kNone) return true;
        return std::ranges::any_of(text.languages, [](const auto& language) {
            return std::ranges::any_of(language.second.forms, [](const auto& form) {
                return std::ranges::any_of(form.second, [](const TextPiece& piece) { return piece.value != kNone; });
            });
        });
    }

    // A default that is not of its node's type is never a value: it is told once, when the form is read.
    void checkDefaults() {
        auto& d = m_definition;
        const auto check = [&](std::uint32_t def, const std::string& text) {
            if (text.empty() || (d.nodes[def].kind != NodeKind::leaf && d.nodes[def].kind != NodeKind::attribute))
                return;
            if (const auto value = typedText(d.nodes[def].type, text); !value)
                d.warnings.push_back(textOf(
                    Problem{d.nodes[def].origin,
                            "the default of " + d.path(def) + ": " + value.error().detail + "; it is left blank", ""}));
        };
        for (std::uint32_t def = 0; def < d.nodes.size(); ++def) {
            check(def, d.nodes[def].initial);
            std::vector<const InitialRepeat*> waiting;
            for (const auto& one : d.nodes[def].initialInstances) waiting.push_back(&one);
            while (!waiting.empty()) {
                const auto& one = *waiting.back();
                waiting.pop_back();
                for (const auto& [node, text] : one.texts) check(node, text);
                for (const auto& [repeat, inner] : one.inner) {
                    for (const auto& each : inner) waiting.push_back(&each);
                }
            }
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
        // A text may be shown in several places.
        if (!m_definition.formulas[id].compiled.parts.empty()) return bindElsewhere(id, def);
        auto& formula = m_definition.formulas[id];
        if (m_refused.contains(id)) return;
        auto parsed = xpath::parse(formula.source);
        if (!parsed) {
            m_refused.insert(id);
            m_problems.push_back({formula.origin, "\"" + formula.source.substr(0, 200) + "\": " + parsed.error(), ""});
            return;
        }
        formula.compiled = std::move(*parsed);
        for (const auto& path : formula.compiled.paths) {
            if (path.question)
                m_problems.push_back(
                    {formula.origin, "${" + path.steps[0].name + "}: a question is written as a path here", ""});
        }
        if (fromParent) {
            dropLeadingParent(formula.compiled);
            def = m_definition.nodes[def].parent;
        }
        for (const auto& complaint : bind(formula, def))
            m_definition.warnings.push_back(textOf(Problem{formula.origin, complaint, ""}));
    }

    std::vector<std::string> bind(Formula& formula, std::uint32_t def) {
        Reads reads;
        auto complaints = bindPaths(m_definition, def, formula.compiled, &reads);
        formula.reads = std::move(reads.all);
        formula.asksAnyText = reads.anyText;
        formula.boundTo = def;
        formula.readsTime = (calls(formula, "today") || calls(formula, "now")) && !calls(formula, "once");
        formula.readsWords = calls(formula, "jr:choice-name") || calls(formula, "jr:itext");
        formula.anywhere = readsTheSame(formula.compiled);
        // What only binding needed goes.
        formula.compiled.source = {};
        formula.reads.shrink_to_fit();
        return complaints;
    }

    static bool calls(const Formula& formula, std::string_view function) {
        return std::ranges::any_of(formula.compiled.parts, [&](const xpath::Part& part) {
            return part.kind == xpath::Kind::call && part.function->name == function;
        });
    }

    // One more, for another node: its paths lead elsewhere from there.
    void bindElsewhere(FormulaId id, std::uint32_t def) {
        auto& d = m_definition;
        if (d.formulaAt(id, def) != kNone) return;
        if (d.elsewhere.size() == kMostElsewhere) {
            if (!std::exchange(m_tooMany, true))
                m_problems.push_back({d.formulas[id].origin,
                                      "texts with answers in them are shown at too many questions",
                                      "give each question a text of its own"});
            return;
        }
        auto parsed = xpath::parse(d.formulas[id].source);
        if (!parsed) return;
        d.elsewhere.emplace((std::uint64_t{id} << 32) | def, static_cast<FormulaId>(d.formulas.size()));
        Formula& made = d.formulas.emplace_back();
        made.source = d.formulas[id].source;
        made.origin = d.formulas[id].origin;
        made.compiled = std::move(*parsed);
        (void)bind(made, def);
    }

    // Whether it looks at nothing but answers that there is one of, and not at where it stands.
    static bool readsTheSame(const xpath::Expression& expression) {
        static constexpr std::string_view kElsewhere[] = {"once",           "lang",     "indexed-repeat",
                                                          "jr:choice-name", "jr:itext", "current"};
        static constexpr std::string_view kFree[] = {"today",  "now",  "true", "false",
                                                     "random", "uuid", "pi",   "version"};
        const auto among = [](const auto& names, std::string_view name) {
            return std::find(std::begin(names), std::end(names), name) != std::end(names);
        };
        return std::ranges::all_of(expression.paths,
                                   [](const xpath::Path& path) {
                                       return path.start == xpath::Path::Start::root && path.direct != kNone &&
                                              path.pin == kNone;
                                   }) &&
               std::ranges::all_of(expression.parts, [&](const xpath::Part& part) {
                   if (part.kind != xpath::Kind::call) return true;
                   const auto name = part.function->name;
                   return !among(kElsewhere, name) && (part.count != 0 || among(kFree, name));
               });
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
    std::unordered_set<FormulaId> m_refused;
    std::map<std::string, TextId> m_computedTexts;  // by id: those that read answers
    bool m_textsKnown = false, m_tooMany = false;
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
