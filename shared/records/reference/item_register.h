// The register of what may be inspected (行政检查事项清单, register.published): each item with the law by which it is
// inspected, published where the public finds it. What stands in none may not be inspected, and a check that is
// proposed names the items that it is for (国办发〔2024〕54号: items that are not published may not be inspected).
// RECORDS.md. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/base/json.h"
#include "shared/base/result.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::records {

struct RegisterItem {
    std::string code;  // of this register only once
    checklist::LocalText name;
    checklist::LocalText basis;           // the law, with its article
    checklist::LocalText object;          // who is inspected; empty: not said
    std::optional<std::int64_t> most;     // inspections of one object in a year; none: the register states none
    std::vector<std::string> modes;       // on_site, remote (check.h); none: either
    std::vector<std::string> checklists;  // ids; none: not said

    friend bool operator==(const RegisterItem&, const RegisterItem&) = default;
};

// A version takes the place of the one before of the same id from its first day on.
struct ItemRegister {
    std::string id;
    checklist::LocalText title;
    checklist::LocalText source;  // the document that publishes it
    std::string where;            // where the public finds it, in words
    Day from{};
    std::optional<Day> until;         // its last day; none: until another version begins
    std::vector<RegisterItem> items;  // one at least

    friend bool operator==(const ItemRegister&, const ItemRegister&) = default;
};

inline constexpr std::string_view kRegisterPublished = "register.published";

// bad_payload with the member's path: so of an item without its law, or of two of one code.
Result<ItemRegister> readItemRegister(const json::object& body);
json::object toBody(const ItemRegister& items);

// Whether words of a check mean the item: its code, or its name in any language.
bool isCalled(const RegisterItem& item, std::string_view words);

// What holds on a day: of each id the newest version that has begun, unless it has ended. `versions`: in log order.
std::vector<ItemRegister> holdingOn(Day day, const std::vector<ItemRegister>& versions);

// Whether what a check is for is published. `registers`: those that hold for its place on its planned day. Where there
// are none, nothing is said: a bureau may not have begun with it. Otherwise "items_unnamed" where it names nothing,
// "item_unpublished" of the first that is the name, in any language, or the code of no item there, and "item_mode"
// where what it names is not inspected in that mode.
Result<void> checkRegistered(const std::vector<std::string>& items, std::string_view mode,
                             const std::vector<ItemRegister>& registers);

}  // namespace plumb::records
