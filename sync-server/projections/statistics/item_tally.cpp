#include "sync-server/projections/statistics/item_tally.h"

#include <charconv>
#include <stdexcept>

namespace plumb::server {
namespace {

std::string_view upTo(std::string_view& text, char end) {
    const auto at = text.find(end);
    if (at == std::string_view::npos) throw std::runtime_error("a kept tally of items can not be read");
    const auto out = text.substr(0, at);
    text.remove_prefix(at + 1);
    return out;
}

std::int64_t numberOf(std::string_view text) {
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size())
        throw std::runtime_error("a kept tally of items can not be read");
    return out;
}

}  // namespace

ItemTally readItemTally(std::string_view text) {
    ItemTally out;
    while (!text.empty()) {
        const auto id = upTo(text, '\t');
        ItemCount one;
        one.asked = numberOf(upTo(text, '\t'));
        one.part = numberOf(upTo(text, '\t'));
        one.failed = numberOf(upTo(text, '\n'));
        out.emplace_hint(out.end(), id, one);
    }
    return out;
}

std::string keptText(const ItemTally& tally) {
    std::string out;
    for (const auto& [id, one] : tally) {
        out += id;
        for (const auto number : {one.asked, one.part, one.failed}) out += '\t' + std::to_string(number);
        out += '\n';
    }
    return out;
}

void count(ItemTally& tally, const ItemTally& record, int by) {
    for (const auto& [id, one] : record) {
        auto& at = tally[id];
        at.asked += by * one.asked;
        at.part += by * one.part;
        at.failed += by * one.failed;
        if (at == ItemCount{}) tally.erase(id);
    }
}

ItemTally tallyOf(std::span<const ItemOutcome> items) {
    using checklist::Verdict;
    ItemTally out;
    for (const auto& item : items) {
        if (item.verdict != Verdict::pass && item.verdict != Verdict::part && item.verdict != Verdict::fail) continue;
        // A text that would end its field stands in no checklist; a record that states one is not counted by it.
        if (item.id.find_first_of("\t\n") != std::string::npos) continue;
        auto& at = out[item.id];
        ++at.asked;
        at.part += item.verdict == Verdict::part;
        at.failed += item.verdict == Verdict::fail;
    }
    return out;
}

}  // namespace plumb::server
