// What stands in an exchange file (PROTOCOL.md, *Sync by file*): items, each a line of JSON that says what it is and
// how many bytes follow, and these bytes. Read as it comes, without holding more than a head line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/json.h"
#include "shared/base/result.h"

namespace plumb::record {

// The head line of an item of `size` bytes: {"what":"file", …, "size":n} and a line end.
std::string packItemHead(json::object head, std::uint64_t size);

// What becomes of the items. Each call may refuse, which ends the reading.
class PackItemTaker {
  public:
    virtual ~PackItemTaker() = default;
    virtual Result<void> begin(const json::object& head, const std::string& what, std::uint64_t size) = 0;
    virtual Result<void> data(ByteView bytes) = 0;
    virtual Result<void> end() = 0;
};

class PackItemReader {
  public:
    // `taker` outlives this.
    explicit PackItemReader(PackItemTaker& taker) : m_taker(taker) {}
    // malformed "bad_pack".
    Result<void> append(ByteView bytes);
    // malformed "pack_cut" within an item.
    Result<void> finish();

  private:
    Result<void> beginItem();

    PackItemTaker& m_taker;
    std::string m_head;
    std::uint64_t m_left = 0;
    bool m_within = false;
};

}  // namespace plumb::record
