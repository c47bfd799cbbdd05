// Which nodes of the graph have to be computed anew, each once, handed out in dependency order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace plumb::checklist {

class Agenda {
  public:
    // All places are marked at first: nothing was computed yet.
    explicit Agenda(std::size_t places) : m_marked(places, 1), m_queue(places) {
        // Ascending is a heap already.
        for (std::uint32_t place = 0; place < m_queue.size(); ++place) m_queue[place] = place;
    }

    void mark(std::uint32_t place) {
        if (m_marked[place]) return;
        m_marked[place] = 1;
        m_queue.push_back(place);
        std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
    }

    void markAll() {
        for (std::uint32_t place = 0; place < m_marked.size(); ++place) mark(place);
    }

    // The first in order, no longer marked; none when there is nothing left to do.
    std::optional<std::uint32_t> next() {
        if (m_queue.empty()) return std::nullopt;
        std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
        const auto place = m_queue.back();
        m_queue.pop_back();
        m_marked[place] = 0;
        return place;
    }

  private:
    std::vector<char> m_marked;
    std::vector<std::uint32_t> m_queue;  // a heap, the first in order on top
};

}  // namespace plumb::checklist
