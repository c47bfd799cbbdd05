// The form inside a checklist: the same sections, items and questions as an ODK form definition, whose data is
//   /data/<section>/<item>/<question>
// Where a document asks for more than plain questions (repeats, choice filters, defaults, triggers, types beyond the
// ten), the form engine fills it and the checklist's evaluation reads off it. Immutable; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/checklist/model/model.h"
#include "shared/form/definition/definition.h"

namespace plumb::checklist {

struct FormNodes {
    static constexpr std::uint32_t kNone = form::kNone;

    std::shared_ptr<const form::Definition> definition;
    // Nodes of the definition, by index of the checklist's lists; kNone where there is none (a bare item).
    std::vector<std::uint32_t> questions, sections, items;
    // Leaves that say "yes" while the conditions on facts hold; where a section or an item has such.
    std::vector<std::uint32_t> sectionGates, itemGates;
    // Groups inside an item with conditions on facts: relevant only while they hold.
    std::vector<std::uint32_t> fitting;
    std::vector<std::uint32_t> facts;  // leaves that say what is known of the site, for formulas that read it
    std::uint32_t startGate = kNone;   // says "yes" while no precondition for starting is unmet

    struct Meaning {
        enum class Kind : std::uint8_t { none, section, item, question };
        Kind kind = Kind::none;
        std::size_t index = 0;
    };
    std::vector<Meaning> meanings;  // by node of the definition
};

}  // namespace plumb::checklist
