// The regions of GB/T 2260 that this deployment covers, province, prefecture and county, with their former codes.
// Immutable after parse(); shared between threads freely. The file's form is described in STANDARDS.md.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/json.h"

namespace plumb::domain {

enum class RegionLevel { province, prefecture, county };

struct Region {
    std::string code;     // six digits
    std::string name;     // 永昌县
    std::string english;  // "Jinchang", "Yongchang County"; "" where the book has none

    [[nodiscard]] RegionLevel level() const;
    // The prefix that a role's grant names: "62", "6203", "620321".
    [[nodiscard]] std::string_view prefix() const;
};

struct FormerRegion {
    std::string code, name;
    std::string now;  // the code of today
    char mark = 'B';  // V: found in a public source; B: background knowledge
};

class RegionBook {
  public:
    // malformed with the path of the first fault: a code that is none or stands twice, a parent or successor missing.
    static Result<RegionBook> parse(std::string_view text);

    [[nodiscard]] const std::vector<Region>& all() const { return m_regions; }  // in order of their codes
    [[nodiscard]] const std::vector<FormerRegion>& former() const { return m_former; }

    // By code of today; null where there is none.
    [[nodiscard]] const Region* find(std::string_view code) const;
    // By code of today or a former one. Credit codes and ear tags keep the code of their own time.
    [[nodiscard]] const Region* resolve(std::string_view code) const;
    // The prefecture of a county, the province of a prefecture; null for a province.
    [[nodiscard]] const Region* parent(const Region& region) const;
    // Provinces where `code` is empty. 620200 has none: a prefecture-level city without counties.
    [[nodiscard]] std::vector<const Region*> children(std::string_view code) const;
    // "甘肃省金昌市永昌县"; "" for an unknown code.
    [[nodiscard]] std::string fullName(std::string_view code) const;

  private:
    RegionBook() = default;
    Result<void> check() const;

    std::vector<Region> m_regions;
    std::vector<FormerRegion> m_former;
    std::unordered_map<std::string, std::size_t> m_codes, m_formerCodes;
};

// The regions that this program was built with: Gansu and Qinghai.
const RegionBook& builtinRegions();

}  // namespace plumb::domain
