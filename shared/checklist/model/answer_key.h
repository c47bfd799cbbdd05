// How an answer is named: by its question's id; inside repeats by the instances on the way, counted from 1:
//   "days"   "plots[2]/area"   "farm[1]/plots[3]/area"
// The answer of a repeat itself ("plots", "farm[1]/plots") is how many instances there are. Drafts, records and trails
// use these names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// As many instances as one repeat has by hand, at most.
inline constexpr std::uint32_t kMostInstances = 1000;

struct AnswerKey {
    std::size_t question = 0;
    std::vector<std::uint32_t> instances;  // a position for each repeat around the question, the outermost first

    friend std::strong_ordering operator<=>(const AnswerKey&, const AnswerKey&) = default;
};

// The repeats around a question, the outermost first.
std::vector<std::size_t> repeatsAround(const Checklist& checklist, std::size_t question);

// Nothing where the checklist has no such question, or where the instances are not those of its repeats.
std::optional<AnswerKey> parseKey(const Checklist& checklist, std::string_view text);
std::string keyText(const Checklist& checklist, const AnswerKey& key);

}  // namespace plumb::checklist
