// What an author, a head or an inspector reads between two versions of a checklist: each thing that was added, taken
// out, moved, or says something else. It walks the documents themselves (CHECKLIST.md), member by member, so that what
// the engine learns to read later is compared too; things are told apart by their ids, wherever they stand. Both are
// taken for documents that loadChecklist() accepts; of others the answer is of no use, and safe. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"

namespace plumb::checklist {

// A section, an item, a question, a choice … on the way to what changed.
struct PlaceStep {
    std::string list;   // member that holds it: "sections", "items", "questions", "choices", "grades" …
    std::string id;     // within that list
    json::value label;  // its title, text or label, as the newer document has it, else the older one; null: none

    friend bool operator==(const PlaceStep&, const PlaceStep&) = default;
};

struct DocumentChange {
    enum class Kind { added, removed, moved, changed };
    // What it bears on: words that people read, the standards that are cited, or what is asked and how it counts.
    enum class Touches { words, basis, rules };
    Kind kind = Kind::changed;
    Touches touches = Touches::rules;
    std::vector<PlaceStep> place;  // of what was moved: where it is now
    std::string member;            // "points", "scoring.full"; "" where all of what stands at `place` is meant
    // Of a change the member's two values, null where it is not there; of what was added or removed the whole of it; of
    // what was moved the ids before it, {"after": id or null, "in": [ids]}.
    json::value before, after;
};
std::string_view changeName(DocumentChange::Kind kind);
std::string_view touchesName(DocumentChange::Touches touches);

// In the newer document's order; what is gone stands where its list ends. `comment` is nobody's, and not compared.
std::vector<DocumentChange> compareDocuments(const json::object& older, const json::object& newer);

json::object toJson(const DocumentChange& change);

}  // namespace plumb::checklist
