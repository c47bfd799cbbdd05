// The lines of the walks in cases/*.json: written once, by the hidden tests "[.write]", and read by the tests of both
// folds, here and in the console (sync-server/console/tests/folds). A line's id and hash
// follow from its number.
#pragma once

#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "shared/base/civil_date.h"
#include "shared/base/clock.h"
#include "shared/base/json.h"
#include "shared/records/believed.h"

namespace plumb::test {

inline std::string walkId(int number) {
    auto digits = std::to_string(number);
    return "0198d2c4-7a10-7c3e-8f21-" + std::string(12 - digits.size(), '0') + digits;
}

inline Sha256 walkHash(int number) {
    auto digits = std::to_string(number);
    return Sha256::fromHex(std::string(64 - digits.size(), '0') + digits).value();
}

// The payload of {"n", "type", "kid", "at", "offset", "body"}; the number is the place in the log and in the chain.
inline record::Payload walkPayload(const json::object& line) {
    record::Payload out;
    const auto number = static_cast<int>(line.at("n").as_int64());
    out.id = walkId(number);
    out.type = textOr(line, "type");
    out.seq = static_cast<std::uint64_t>(number);
    out.site = "yongchang-veg";
    out.region = "620321";
    out.at = parseInstant(textOr(line, "at")).value();
    if (const auto* offset = line.if_contains("offset")) {
        out.clock.emplace();
        out.clock->offset = std::chrono::milliseconds(offset->as_int64());
    }
    out.body = line.at("body").as_object();
    return out;
}

inline std::string walkFile(const std::string& name) {
    return std::string(PLUMB_SOURCE_DIR) + "/tests/unit/records/cases/" + name;
}

inline json::array readWalks(const std::string& name) {
    std::ifstream file(walkFile(name), std::ios::binary);
    return parseJson(std::string(std::istreambuf_iterator<char>(file), {})).value().as_array();
}

// A line of the file a walk's line, so that a change shows where it is.
inline void writeWalks(const std::string& name, const json::array& walks) {
    std::ofstream file(walkFile(name), std::ios::binary);
    file << "[\n";
    for (std::size_t i = 0; i < walks.size(); ++i) {
        file << (i > 0 ? "],\n[\n" : "[\n");
        const auto& steps = walks[i].as_array();
        for (std::size_t j = 0; j < steps.size(); ++j)
            file << json::serialize(steps[j]) << (j + 1 < steps.size() ? ",\n" : "\n");
    }
    file << "]\n]\n";
}

inline std::string walkDay(int days) {
    return dayText(Day(std::chrono::year(2026) / 11 / 10) + std::chrono::days(days));
}

}  // namespace plumb::test
