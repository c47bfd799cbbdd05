// What tables of many inspections show of each, read from the text of its payload in one pass, without a tree of JSON
// and without an allocation an inspection once the first were read: five times as fast as body.h. It takes the payload
// as it is: whether it is well formed was judged when the log took it in. For one thread at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumb::records {

// A list that is filled again and again; what its entries hold keeps its place in memory.
template <class Value>
class ReusedList {
  public:
    void clear() { m_size = 0; }
    // An entry with what an earlier one left in it.
    Value& add() {
        if (m_size == m_all.size()) m_all.emplace_back();
        return m_all[m_size++];
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] auto begin() const { return m_all.begin(); }
    [[nodiscard]] auto end() const { return m_all.begin() + static_cast<std::ptrdiff_t>(m_size); }

  private:
    std::vector<Value> m_all;
    std::size_t m_size = 0;
};

struct ScannedInspection {
    struct Named {
        std::string name, text;
    };
    struct Item {
        std::string id, verdict;
        std::int64_t points = 0, max = 0;  // thousandths
    };

    std::string started, finished;     // as written; "" where absent
    ReusedList<std::string> team;      // names
    ReusedList<Named> answers;         // by question, with the instances on the way (RECORDS.md)
    ReusedList<Named> reasons, notes;  // by item: why it does not apply, what was seen
    ReusedList<Item> items;            // as the score states them

    void clear();
};

// Of an inspection.submitted or inspection.amended. False, and nothing of use in `into`, where the text is no JSON.
bool scanInspection(std::string_view payload, ScannedInspection& into);

}  // namespace plumb::records
