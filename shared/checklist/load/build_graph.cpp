#include "shared/checklist/load/build_graph.h"

#include <algorithm>
#include <functional>
#include <queue>

namespace plumb::checklist {
namespace {

// Nodes are numbered in document order first: a section, its items, each with its questions and then its outcome.
// That numbering breaks ties, so that the order is the same wherever the document is loaded.
class Builder {
  public:
    explicit Builder(const Checklist& checklist) : m_checklist(checklist), m_form(checklist.form != nullptr) {
        m_section.resize(checklist.sections.size());
        m_item.resize(checklist.items.size());
        m_question.resize(checklist.questions.size());
        m_outcome.resize(checklist.items.size());
        for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
            m_section[s] = add(Node::Kind::section, s);
            for (const auto i : checklist.sections[s].items) {
                m_item[i] = add(Node::Kind::item, i);
                for (const auto q : checklist.items[i].questions) m_question[q] = add(Node::Kind::question, q);
                m_outcome[i] = add(Node::Kind::outcome, i);
            }
        }
        m_seen.resize(checklist.questions.size());
        collect();
        std::sort(m_edges.begin(), m_edges.end());
        m_edges.erase(std::unique(m_edges.begin(), m_edges.end()), m_edges.end());
    }

    // Kahn's algorithm; returns the sorted node numbers, fewer than all where there is a cycle.
    std::vector<std::uint32_t> sorted() {
        // Edges are sorted by what is needed: each node's readers stand together.
        std::vector<std::size_t> waiting(m_nodes.size());
        for (const auto& [needed, reader] : m_edges) ++waiting[reader];
        const auto from = begins();
        std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ready;
        for (std::uint32_t n = 0; n < m_nodes.size(); ++n) {
            if (waiting[n] == 0) ready.push(n);
        }
        std::vector<std::uint32_t> out;
        while (!ready.empty()) {
            const auto n = ready.top();
            ready.pop();
            out.push_back(n);
            for (auto e = from[n]; e < from[n + 1]; ++e) {
                const auto reader = m_edges[e].second;
                if (--waiting[reader] == 0) ready.push(reader);
            }
        }
        return out;
    }

    // Walks from a node that could not be sorted along such needs until one comes again.
    std::vector<std::string> cycle(const std::vector<std::uint32_t>& done) const {
        std::vector<bool> sorted(m_nodes.size());
        for (const auto n : done) sorted[n] = true;
        auto at = static_cast<std::uint32_t>(std::find(sorted.begin(), sorted.end(), false) - sorted.begin());
        std::vector<std::uint32_t> path;
        std::vector<bool> seen(m_nodes.size());
        while (!seen[at]) {
            seen[at] = true;
            path.push_back(at);
            at = std::find_if(m_edges.begin(), m_edges.end(), [&](const auto& edge) {
                     return edge.second == at && !sorted[edge.first];
                 })->first;
        }
        std::vector<std::string> names;
        for (auto n = std::find(path.begin(), path.end(), at); n != path.end(); ++n) names.push_back(nameOf(*n));
        names.push_back(nameOf(at));
        return names;
    }

    Graph graph(const std::vector<std::uint32_t>& order) const {
        Graph out;
        std::vector<std::uint32_t> place(m_nodes.size());
        for (std::uint32_t p = 0; p < order.size(); ++p) {
            place[order[p]] = p;
            out.order.push_back(m_nodes[order[p]]);
        }
        const auto from = begins();
        for (const auto n : order) {
            out.readersFrom.push_back(static_cast<std::uint32_t>(out.readers.size()));
            for (auto e = from[n]; e < from[n + 1]; ++e) out.readers.push_back(place[m_edges[e].second]);
            std::sort(out.readers.begin() + out.readersFrom.back(), out.readers.end());
        }
        out.readersFrom.push_back(static_cast<std::uint32_t>(out.readers.size()));
        const auto places = [&](const std::vector<std::uint32_t>& nodes) {
            std::vector<std::uint32_t> result;
            for (const auto n : nodes) result.push_back(place[n]);
            return result;
        };
        out.sectionPlace = places(m_section);
        out.itemPlace = places(m_item);
        out.questionPlace = places(m_question);
        out.outcomePlace = places(m_outcome);
        return out;
    }

  private:
    std::uint32_t add(Node::Kind kind, std::size_t index) {
        m_nodes.push_back({kind, index});
        return static_cast<std::uint32_t>(m_nodes.size() - 1);
    }
    // Where each node's edges begin, and where the last one's end.
    std::vector<std::size_t> begins() const {
        std::vector<std::size_t> out(m_nodes.size() + 1);
        for (const auto& [needed, reader] : m_edges) ++out[needed + 1];
        for (std::size_t n = 1; n < out.size(); ++n) out[n] += out[n - 1];
        return out;
    }
    void need(std::uint32_t node, std::uint32_t needed) { m_edges.emplace_back(needed, node); }
    void need(std::uint32_t node, const std::optional<Expression>& expression) {
        if (!expression) return;
        for (const auto question : expression->questions) need(node, m_question[question]);
    }
    void need(std::uint32_t node, const std::optional<Bound>& bound) {
        if (bound && bound->question) need(node, m_question[*bound->question]);
    }
    void need(std::uint32_t node, const Limits& limits) {
        need(node, limits.lower);
        need(node, limits.upper);
    }
    void need(std::uint32_t node, const std::optional<std::size_t>& question) {
        if (question) need(node, m_question[*question]);
    }
    void need(std::uint32_t node, const Template& text) {
        for (const auto& [language, pieces] : text.languages) {
            for (const auto& piece : pieces) {
                if (piece.question) need(node, m_question[*piece.question]);
            }
        }
    }

    // Where the form engine fills the questions it knows what they depend on, and tells what to look at again. What is
    // left to order are calculations, which wait for each other, and what items come to.
    void collectOfForm(std::size_t q) {
        const Question& question = m_checklist.questions[q];
        if (!question.calculation) return;
        if (!question.repeat) return need(m_question[q], question.calculation);
        if (m_seen[q] == Seen::no) collectOfInstances(q);
    }

    // A calculation in a repeat may read itself, in another instance: what would lead back is left out.
    void collectOfInstances(std::size_t first) {
        std::vector<std::pair<std::size_t, std::size_t>> way{{first, 0}};
        m_seen[first] = Seen::onTheWay;
        while (!way.empty()) {
            const auto q = way.back().first;
            const auto& read = m_checklist.questions[q].calculation->questions;
            if (way.back().second == read.size()) {
                m_seen[q] = Seen::done;
                way.pop_back();
                continue;
            }
            const auto next = read[way.back().second++];
            if (m_seen[next] == Seen::onTheWay) continue;
            need(m_question[q], m_question[next]);
            const Question& question = m_checklist.questions[next];
            if (!question.repeat || !question.calculation || m_seen[next] == Seen::done) continue;
            m_seen[next] = Seen::onTheWay;
            way.emplace_back(next, 0);
        }
    }

    void collect() {
        for (std::size_t s = 0; s < m_checklist.sections.size(); ++s) {
            const Section& section = m_checklist.sections[s];
            if (section.parent) need(m_section[s], m_section[*section.parent]);
            if (!m_form) need(m_section[s], section.relevant);
        }
        for (std::size_t i = 0; i < m_checklist.items.size(); ++i) {
            const Item& item = m_checklist.items[i];
            need(m_item[i], m_section[item.section]);
            if (!m_form) need(m_item[i], item.relevant);
            need(m_outcome[i], m_item[i]);
            for (const auto q : item.questions) {
                const Question& question = m_checklist.questions[q];
                need(m_question[q], m_item[i]);
                need(m_outcome[i], m_question[q]);
                if (m_form) {
                    collectOfForm(q);
                } else {
                    need(m_question[q], question.relevant);
                    need(m_question[q], question.calculation);
                    need(m_outcome[i], question.requiredIf);
                    need(m_outcome[i], question.constraint);
                }
                if (question.limits) need(m_outcome[i], *question.limits);
                if (question.instrument) {
                    need(m_outcome[i], question.instrument->calibratedUntil);
                    need(m_outcome[i], question.instrument->on);
                }
            }
            need(m_outcome[i], item.rule.judge);
            need(m_outcome[i], item.rule.target);
            for (const auto& band : item.rule.bands) need(m_outcome[i], band.limits);
            need(m_outcome[i], item.rule.limits);
            if (item.rule.measure) {
                for (const auto question : item.rule.measure->questions) need(m_outcome[i], m_question[question]);
                need(m_outcome[i], item.rule.measure->within);
            }
            need(m_outcome[i], item.rule.passText);
            need(m_outcome[i], item.rule.failText);
            if (item.finding) need(m_outcome[i], item.finding->text);
        }
    }

    std::string nameOf(std::uint32_t n) const {
        const Node& node = m_nodes[n];
        switch (node.kind) {
            case Node::Kind::section:
                return "section " + m_checklist.sections[node.index].id;
            case Node::Kind::item:
            case Node::Kind::outcome:
                return "item " + m_checklist.items[node.index].id;
            case Node::Kind::question:
                return "${" + m_checklist.questions[node.index].id + "}";
        }
        return {};
    }

    const Checklist& m_checklist;
    const bool m_form;
    enum class Seen : std::uint8_t { no, onTheWay, done };
    std::vector<Seen> m_seen;  // calculations in repeats
    std::vector<Node> m_nodes;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_edges;  // what is needed, and by whom
    std::vector<std::uint32_t> m_section, m_item, m_question, m_outcome;
};

}  // namespace

std::vector<std::string> buildGraph(Checklist& checklist) {
    Builder builder(checklist);
    const auto order = builder.sorted();
    const std::size_t all = checklist.sections.size() + 2 * checklist.items.size() + checklist.questions.size();
    if (order.size() < all) return builder.cycle(order);
    checklist.graph = builder.graph(order);
    return {};
}

}  // namespace plumb::checklist
