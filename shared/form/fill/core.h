// The inside of a Filling: the data tree, the state of each node, and the recomputation. Only the sources of this room
// include it.
#pragma once

#include <map>
#include <random>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "shared/form/fill/filling.h"
#include "shared/form/xpath/evaluate.h"

namespace plumb::form {

class Filling::Core : public xpath::World {
  public:
    // As of Filling. REQUIRES: begin() follows before anything else.
    Core(std::shared_ptr<const Definition> definition, FillingOptions options);

    // --- xpath::World ---
    [[nodiscard]] Instant now() const override { return m_now; }
    std::uint64_t randomBits() override { return m_random(); }
    Tree* instance(std::string_view id) override;
    std::optional<std::string> choiceName(const xpath::NodeRef& context, std::string_view value,
                                          std::string_view question) override;
    std::optional<std::string> itext(const xpath::NodeRef& context, std::string_view id) override;
    std::optional<std::string> pullData(std::string_view file, std::string_view wanted, std::string_view key,
                                        std::string_view value) override;
    std::optional<std::string> property(std::string_view name) override;
    [[nodiscard]] std::string version() const override { return d.version; }

    // --- what a filling is made of ---
    struct State {
        bool ownRelevant = true, required = false, ownReadOnly = false, valid = true;
        std::uint16_t queued = 0;  // computations that wait, a bit a kind
    };

    // Makes the first data, runs the first-load actions, computes everything.
    void begin();
    // A node of `def` below `parent`, with what belongs below it, not yet among its parent's children; as the repeat
    // begins that the form's file lists, or as the template says.
    NodeId grow(NodeId parent, std::uint32_t def, const InitialRepeat* initial);
    // Those that the form's file lists, at one place.
    struct Listed {
        std::span<const InitialRepeat> ways;  // none where all begin as the template says
        std::uint32_t count = 0;
        [[nodiscard]] const InitialRepeat* at(std::size_t i) const { return i < ways.size() ? &ways[i] : nullptr; }
    };
    [[nodiscard]] Listed listedRepeats(std::uint32_t def, const InitialRepeat* around) const;
    // How the repeat began that a node stands in; null where it was as the template says.
    [[nodiscard]] const InitialRepeat* initialOf(NodeId node) const;
    // Puts a grown repeat after the others of its parent.
    void attach(NodeId repeat);
    // Whether there is no room for more repeats.
    [[nodiscard]] bool full() const { return m_tree.living() >= m_options.mostNodes; }
    // Why people cannot make so many of a repeat.
    [[nodiscard]] std::optional<Error> refuseAdd(std::uint32_t def, std::size_t wanted) const;
    NodeId addRepeat(NodeId parent, std::uint32_t def, NodeId like);
    void removeRepeat(NodeId repeat);
    void copyTexts(NodeId from, NodeId to);

    // One filling has one zone, that of its beginning, wherever its device travels meanwhile.
    void readClock() { m_now.utc = m_options.clock().utc; }
    [[nodiscard]] int zone() const { return static_cast<int>(m_now.offset.count()); }
    // Writes a text and marks what reads it; true when it differs from before. A moment without an offset gets the
    // zone.
    bool write(NodeId node, std::string text);
    // What a default, an action or a calculation puts into a node, as its type wants it: what is not of its type is a
    // blank, and is noted as a trouble.
    std::string typed(NodeId node, std::string text);
    // Puts a node into the totals, or takes it out, as it stands.
    void account(NodeId node, bool in);
    void changed(NodeId node);                              // its value reads differently
    void structureChanged(NodeId repeat, bool everyLater);  // one more, one fewer, or relevant now
    void fire(const std::vector<Definition::Reader>& readers, NodeId node);
    void mark(std::uint32_t computation, NodeId node);
    void markAll(std::uint32_t computation, NodeId anchor);  // for every node of its definition below `anchor`
    void markOwn(NodeId node);                               // all computations of a node and of what is below it
    // All computations of a new form, in order, into m_first.
    void gatherFirst();
    void settle();
    // The next of what waits; none when nothing does.
    std::optional<std::uint64_t> takeNext();
    [[nodiscard]] bool waits() const { return !m_queue.empty() || m_firstDone < m_first.size(); }
    void compute(std::uint32_t computation, NodeId node);
    void computeRelevant(NodeId node, bool relevant);
    // Shows a hidden group, what is around it and what is in it, to one evaluation; gives what to hide again.
    std::vector<NodeId> lift(NodeId node);
    void lower(const std::vector<NodeId>& lifted);
    void spreadRelevance(NodeId node);
    void computeCount(std::uint32_t def, NodeId parent, double wanted);
    void dropVanishedChoices(NodeId node);

    // Every node of `def` at or below `anchor` (kNone: everywhere), in document order.
    template <class Use>
    void forEach(std::uint32_t def, NodeId anchor, Use use) const;
    [[nodiscard]] NodeId ancestorOf(NodeId node, std::uint32_t def) const;
    [[nodiscard]] std::vector<NodeId> instancesOf(NodeId parent, std::uint32_t def) const;

    [[nodiscard]] xpath::Context contextAt(NodeId node) const;
    // What could not be computed, for troubles().
    void noteTrouble(const std::string& prefix, FormulaId formula, NodeId node, const char* why);
    // The formula as it reads at a node: what finish() bound to there, or, of a text that only the evaluation says is
    // asked for, bound now. Bound names are in the shared table already, so that nothing is added to it.
    const xpath::Expression& compiledAt(FormulaId formula, NodeId node);
    // Of a formula at a node; what cannot be computed gives nothing and is noted as a trouble.
    std::optional<bool> truth(FormulaId formula, NodeId node);
    std::optional<std::string> text(FormulaId formula, NodeId node);

    void run(std::string_view event, NodeId source, std::uint32_t repeat);
    void runAction(const Action& action, NodeId source);
    std::vector<NodeId> targetsOf(const Action& action, NodeId source);
    // What the form fills in by itself when it is begun, or when it is finished.
    void preload(bool atEnd);
    [[nodiscard]] std::string randomUuid();  // version 4, RFC 9562 §5.4

    // --- what people see ---
    [[nodiscard]] std::string words(TextId id, NodeId node, std::string_view form);
    [[nodiscard]] std::string pieces(const TextPieces& pieces, NodeId node);
    [[nodiscard]] const LanguageText* languageText(const Text& text) const;
    std::int64_t seedOf(const Itemset& set, NodeId node);
    // The nodes that an itemset's choices are made from; noted as a trouble where they cannot be computed.
    xpath::NodeSet itemsOf(const Itemset& set, NodeId node);
    [[nodiscard]] std::string itemText(const xpath::NodeRef& item, std::string_view path) const;
    std::string itemLabel(const Itemset& set, const xpath::NodeRef& item, NodeId node);
    std::vector<Choice> choicesOf(const Control& control, NodeId node);
    // The one relevant node that a question's path means where the context stands.
    NodeId askedQuestion(NodeId context, std::string_view path);
    [[nodiscard]] const Control* control(NodeId node) const;
    [[nodiscard]] bool readOnly(NodeId node) const;
    // Why a text names what is none of the question's choices.
    std::optional<Error> refuseChoices(const Control& control, NodeId node, std::string_view text);
    // The node of a path, with the repeats on the way made where they lack; kNone where the form has none.
    NodeId reach(std::string_view path);

    void note(NodeId node, Aspect aspect);
    Changes takeChanges();
    [[nodiscard]] bool before(NodeId a, NodeId b) const;  // in document order

    std::shared_ptr<const Definition> m_definition;
    const Definition& d;
    FillingOptions m_options;
    Tree m_tree;
    std::vector<State> m_states;   // per node of the tree
    std::vector<NodeId> m_single;  // per node of the definition that stands in no repeat
    Totals m_totals;
    std::string m_language;
    Instant m_now;
    std::mt19937_64 m_random;
    std::vector<std::uint64_t> m_queue;  // a heap: computation, then node
    // All that a new form computes, in order from m_firstDone on: a heap of so many would cost more than the computing.
    std::vector<std::uint64_t> m_first;
    std::size_t m_firstDone = 0;
    bool m_gathering = false;  // what is marked now is of m_first
    bool m_beginning = false;  // nobody is told yet what came out differently
    std::unordered_map<NodeId, std::uint16_t> m_changes;
    Changes m_removed;
    std::unordered_map<std::string, std::unique_ptr<Tree>> m_instances;
    std::string m_overflow;                                        // see takeOverflow()
    std::unordered_set<FormulaId> m_exhausted;                     // that asked for too much once
    std::map<std::string, std::string> m_troubles;                 // path and sentence by formula and node
    std::vector<std::pair<NodeId, std::uint32_t>> m_valueEvents;   // values that changed, for xforms-value-changed
    std::unordered_map<FormulaId, std::int64_t> m_seeds;           // of choices in random order
    std::unordered_map<std::uint64_t, xpath::Expression> m_bound;  // see compiledAt(); by formula and definition
    std::unordered_map<NodeId, const InitialRepeat*> m_initials;   // repeats whose own repeats are not the template's
    bool m_hasValueActions = false;
    bool m_loading = false;                                        // the first answers are not all there yet
    std::vector<std::pair<std::uint32_t, NodeId>> m_choicesLater;  // computations of choices met while loading
    bool m_blank = false;  // what grows now has no defaults and sets nothing off: its texts follow
    std::size_t m_steps = 0;
    std::unordered_map<std::uint64_t, int> m_growths;  // in this settling, by repeat and what it stands in
    int m_actionDepth = 0;
};

template <class Use>
void Filling::Core::forEach(std::uint32_t def, NodeId anchor, Use use) const {
    if (anchor == kNone && m_single[def] != kNone) return use(m_single[def]);
    if (anchor == kNone) anchor = m_tree[Tree::root()].children.front();
    // The way down, as children of the definition.
    std::vector<std::uint32_t> way;
    const auto top = m_tree[anchor].def;
    for (auto at = def; at != top; at = d.nodes[at].parent) {
        if (at == kNone) return;
        way.push_back(at);
    }
    if (way.empty()) return use(anchor);
    const auto descend = [&](auto& self, NodeId node, std::size_t depth) -> void {
        if (depth == 0) return use(node);
        const auto next = way[depth - 1];
        const Node& here = m_tree[node];
        if (d.nodes[next].kind == NodeKind::attribute) {
            for (const NodeId attribute : here.attributes) {
                if (m_tree[attribute].def == next) self(self, attribute, depth - 1);
            }
            return;
        }
        const auto ordinal = d.nodes[next].ordinal;
        // By index: what is used may add repeats behind.
        for (auto i = here.starts[ordinal]; i < m_tree[node].starts[ordinal + 1]; ++i)
            self(self, m_tree[node].children[i], depth - 1);
    };
    descend(descend, anchor, way.size());
}

}  // namespace plumb::form
