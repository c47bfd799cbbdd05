#include "shared/domain/comparison.h"

#include <stdexcept>

#include "shared/base/json.h"

namespace plumb::domain {

// comparison.json, compiled in (builtin.cpp.in).
extern const std::string_view kComparisonJson;

namespace {

constexpr std::size_t kShown = 4;

std::vector<std::string> readTable() {
    const auto table = parseJson(kComparisonJson);
    if (!table) throw std::logic_error("comparison.json: " + table.error().detail);
    const std::string_view text = table->at("characters").as_string();
    std::vector<std::string> out;
    for (const char c : text) {
        // Bytes 10xxxxxx go on with the character before them (UTF-8).
        if (out.empty() || (static_cast<unsigned char>(c) & 0xC0) != 0x80) out.emplace_back();
        out.back() += c;
    }
    if (out.size() != 256)
        throw std::logic_error("comparison.json holds " + std::to_string(out.size()) + " characters");
    return out;
}

}  // namespace

std::vector<std::string> comparisonCharacters(const Sha256& enrolmentLine) {
    static const auto table = readTable();
    std::vector<std::string> out;
    for (const auto byte : enrolmentLine.view().first(kShown)) out.push_back(table[static_cast<std::size_t>(byte)]);
    return out;
}

}  // namespace plumb::domain
