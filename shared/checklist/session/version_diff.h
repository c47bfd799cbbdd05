// A draft meets a newer version of its checklist: what of its answers can stay, what has to be looked at again, what is
// lost, what is new. A screen shows it and a person decides; nothing is changed here. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct VersionChange {
    enum class Kind {
        kept,     // the same question: the answer stays
        changed,  // the answer fits, but what is asked or how it counts has changed: to be confirmed
        dropped,  // there is no place for the answer any more
        added,    // asked in the newer version only
    };
    enum class Of { answer, notApplicable, note, fact };
    Kind kind = Kind::kept;
    Of of = Of::answer;
    std::string item, id;     // the item; the question, item or fact that `of` speaks of
    LocalText before, after;  // its label or text in the older and in the newer version; empty where it has none
    std::string value;        // the answer; "" for added
    LocalText reason;         // why changed or dropped
};
std::string_view changeName(VersionChange::Kind kind);

struct VersionDiff {
    std::vector<VersionChange> changes;  // in the newer document's order, then what is dropped in the older one's
    Answers carried;                     // kept and changed: what the newer version can begin with
    [[nodiscard]] std::size_t count(VersionChange::Kind kind) const;
};

VersionDiff diffVersions(const Checklist& from, const Checklist& to, const Answers& answers);

}  // namespace plumb::checklist
