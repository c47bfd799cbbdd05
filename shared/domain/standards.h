// The standards catalogue: which edition of a standard, or which statute, is in force on a given day, and what follows
// one that is not. Its JSON form is described in STANDARDS.md. Immutable after parse(); shared between threads freely.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"
#include "shared/base/standard_status.h"
#include "shared/domain/standard_number.h"

namespace plumb::domain {

// "upcoming", "in_force", "partly_replaced", "replaced", "withdrawn", "unknown".
std::string_view statusName(StandardStatus status);
std::string_view statusLabel(StandardStatus status, bool chinese);

struct CatalogueEntry {
    std::string name;                      // "GB 2763-2021", or a statute's full title
    std::optional<StandardNumber> number;  // none for statutes
    std::vector<std::string> aliases;      // other titles that a statute is cited by
    std::string titleZh, titleEn;
    StandardStatus stated = StandardStatus::inForce;  // on the day of the catalogue
    std::optional<Day> published, from, until;        // in force from … up to, not with, until; none: not known
    std::vector<std::string> replacedBy, partlyReplacedBy;
    char mark = 'B';  // V: found in a public source; B: background knowledge, to be confirmed; D: our own
    std::string note;
};

struct Citation {
    StandardStatus status = StandardStatus::unknown;
    const CatalogueEntry* entry = nullptr;  // borrowed from the catalogue; none where unknown
    bool certain = false;                   // whether dates of the catalogue decide it, not its stated status alone
    std::vector<const CatalogueEntry*> successors;  // in force or upcoming on the day, at the end of the chain
};

class StandardsCatalogue {
  public:
    // malformed with the path of the first fault: unknown members' values, two entries of one name, a successor that
    // is not there, a chain that turns back on itself, a status that contradicts the dates.
    static Result<StandardsCatalogue> parse(std::string_view text);
    StandardsCatalogue(StandardsCatalogue&&) = default;
    StandardsCatalogue& operator=(StandardsCatalogue&&) = default;

    [[nodiscard]] Day asOf() const { return m_asOf; }
    [[nodiscard]] const std::vector<CatalogueEntry>& entries() const { return m_entries; }

    // By number in any spelling, or by a statute's title; null where there is none. An undated number finds an undated
    // entry only: see judge().
    [[nodiscard]] const CatalogueEntry* find(std::string_view cited) const;

    // The status of an entry on a day.
    [[nodiscard]] static StandardStatus statusOn(const CatalogueEntry& entry, Day day, bool* certain = nullptr);

    // What citing `cited` on `day` means. An undated number stands for the edition in force on that day, else for the
    // latest one.
    [[nodiscard]] Citation judge(std::string_view cited, Day day) const;

  private:
    StandardsCatalogue() = default;

    Result<void> readEntry(const json::value& value, const std::string& path, bool statute);
    Result<void> check() const;
    Result<void> checkChains() const;
    [[nodiscard]] std::vector<const CatalogueEntry*> successorsOf(const CatalogueEntry& entry, Day day) const;

    Day m_asOf{};
    std::vector<CatalogueEntry> m_entries;
    std::unordered_map<std::string, std::size_t> m_names;                  // canonical number, title, alias
    std::unordered_map<std::string, std::vector<std::size_t>> m_editions;  // undated number → its entries
};

// The catalogue that this program was built with.
const StandardsCatalogue& builtinStandards();

}  // namespace plumb::domain
