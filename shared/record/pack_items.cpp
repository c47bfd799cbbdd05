#include "shared/record/pack_items.h"

#include <algorithm>

namespace plumb::record {
namespace {

constexpr std::size_t kMostHeadLine = 4096;
constexpr std::uint64_t kMostItem = std::uint64_t{1} << 40;

tl::unexpected<Error> bad(const char* why) {
    return fail(ErrorKind::malformed, "bad_pack", std::string("the exchange file cannot be read: ") + why);
}

}  // namespace

std::string packItemHead(json::object head, std::uint64_t size) {
    head["size"] = size;
    return toText(head) + "\n";
}

Result<void> PackItemReader::append(ByteView bytes) {
    while (!bytes.empty()) {
        if (m_within) {
            const auto part = bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), m_left)));
            if (auto done = m_taker.data(part); !done) return done;
            bytes = bytes.subspan(part.size());
            m_left -= part.size();
        } else {
            const auto end = std::find(bytes.begin(), bytes.end(), static_cast<std::uint8_t>('\n'));
            const bool whole = end != bytes.end();
            const auto taken = static_cast<std::size_t>(end - bytes.begin());
            if (m_head.size() + taken > kMostHeadLine) return bad("the head of an item is too long");
            m_head.append(asText(bytes.first(taken)));
            bytes = bytes.subspan(taken + (whole ? 1 : 0));
            if (!whole) continue;
            if (auto done = beginItem(); !done) return done;
        }
        if (m_within && m_left == 0) {
            m_within = false;
            if (auto done = m_taker.end(); !done) return done;
        }
    }
    return {};
}

Result<void> PackItemReader::beginItem() {
    const auto value = parseJson(m_head, 8);
    m_head.clear();
    if (!value || !value->is_object()) return bad("the head of an item is no JSON object");
    const auto& head = value->get_object();
    const auto size = integerAt(head, "size");
    if (!size || *size < 0 || static_cast<std::uint64_t>(*size) > kMostItem) return bad("an item has no size");
    m_left = static_cast<std::uint64_t>(*size);
    m_within = true;
    return m_taker.begin(head, textOr(head, "what"), m_left);
}

Result<void> PackItemReader::finish() {
    if (!m_within && m_head.empty()) return {};
    return fail(ErrorKind::malformed, "pack_cut", "the exchange file ends within an item");
}

}  // namespace plumb::record
