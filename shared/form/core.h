// The inside of a Filling: the data tree, the state of each node, and the recomputation. Only filling*.cpp and its
// neighbours include it.
#pragma once

#include <map>
#include <random>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "shared/form/filling.h"
#include "shared/form/xpath/evaluate.h"

namespace plumb::form {

class Filling::Core : public xpath::World {
  public:
    Core(std::shared_ptr<const Definition> definition, FillingOptions options);

    // --- xpath::World ---
    [[nodiscard]] Instant now() const override { return m_now; }
    std::uint64_t randomBits() override { return m_random(); }
    Tree* instance(std::string_view id) override;
    std::optional<std::string> choiceName(const xpath::NodeRef& context, std::string_view value,
                                          std::string_view question) override;
    std::optional<std::string> itext(std::string_view id) override;
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
    // A node of `def` below `parent`, with what belongs below it, not yet among its parent's children.
    NodeId grow(NodeId parent, std::uint32_t def, std::size_t instance);
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
    // Puts a node into the totals, or takes it out, as it stands.
    void account(NodeId node, bool in);
    void changed(NodeId node);                              // its value reads differently
    void structureChanged(NodeId repeat, bool everyLater);  // one more, one fewer, or relevant now
    void fire(const std::vector<Definition::Reader>& readers, NodeId node);
    void mark(std::uint32_t computation, NodeId node);
    void markAll(std::uint32_t computation, NodeId anchor);  // for every node of its definition below `anchor`
    void markOwn(NodeId node);                               // all computations of a node and of what is below it
    void settle();
    void compute(std::uint32_t computation, NodeId node);
    void computeRelevant(NodeId node, bool relevant);
    void spreadRelevance(NodeId node);
    void computeCount(std::uint32_t def, NodeId parent, double wanted);
    void dropVanishedChoices(NodeId node);

    // Every node of `def` at or below `anchor` (kNone: everywhere), in document order.
    template <class Use>
    void forEach(std::uint32_t def, NodeId anchor, Use use) const;
    [[nodiscard]] NodeId ancestorOf(NodeId node, std::uint32_t def) const;
    [[nodiscard]] std::vector<NodeId> instancesOf(NodeId parent, std::uint32_t def) const;

    [[nodiscard]] xpath::Context contextAt(NodeId node) const;
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
    std::vector<Choice> choicesOf(const Control& control, NodeId node);
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
    std::unordered_map<NodeId, std::uint16_t> m_changes;
    Changes m_removed;
    std::unordered_map<std::string, std::unique_ptr<Tree>> m_instances;
    std::string m_overflow;                                       // see takeOverflow()
    std::map<std::string, std::string> m_troubles;                // path and sentence by formula and node
    std::vector<std::pair<NodeId, std::uint32_t>> m_valueEvents;  // values that changed, for xforms-value-changed
    std::unordered_map<FormulaId, std::int64_t> m_seeds;          // of choices in random order
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
