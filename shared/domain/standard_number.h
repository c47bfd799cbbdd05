// Numbers of Chinese standards as they are cited: "GB 2763-2021", "GB/T 24421.2", "DB62/T 4000-2019", "T/CAS 1-2020",
// "Q/ABC 001S-2021". Normalised first (upper case; ∕ ／ as /; — – － − as -; no blanks around either), then matched in
// a fixed order of families, so that each text has one reading. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::domain {

enum class StandardFamily { national, foodLocal, local, association, enterprise, trade };
// "national", "food_local", "local", "association", "enterprise", "trade".
std::string_view familyName(StandardFamily family);

struct StandardNumber {
    StandardFamily family = StandardFamily::national;
    std::string prefix;  // "GB", "GB/T", "DB62/T", "DBS62/", "T/CAS", "Q/ABC", "NY/T"
    std::string
        sequence;  // "24421.2", leading zeros kept; with the letter that association and enterprise numbers may have
    std::string year;  // "2023", "09", or empty: undated, which stands for the latest edition

    // Canonical: one blank between prefix and sequence.
    [[nodiscard]] std::string text() const { return undated() + (year.empty() ? "" : "-" + year); }
    [[nodiscard]] std::string undated() const { return prefix + " " + sequence; }

    // Only national standards are mandatory (标准化法 2), and those with /T or /Z are not. Food-safety standards of a
    // province bind too, by another law.
    [[nodiscard]] bool mayBeMandatory() const {
        return family == StandardFamily::foodLocal || (family == StandardFamily::national && prefix == "GB");
    }

    friend bool operator==(const StandardNumber&, const StandardNumber&) = default;
};

std::string normaliseStandardNumber(std::string_view text);

// bad_standard_number, with what was probably meant: "GBT2763" is refused and "GB/T 2763" suggested.
Result<StandardNumber> parseStandardNumber(std::string_view text);

// The number that a refused text most probably meant; empty where nothing is near.
std::string suggestStandardNumber(std::string_view text);

}  // namespace plumb::domain
