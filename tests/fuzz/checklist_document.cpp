// Any bytes as a checklist document: a document or problems, never both, and every problem says something.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "shared/checklist/load/loader.h"
#include "shared/checklist/score/score.h"

using namespace plumb::checklist;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto loaded = readChecklist(std::string_view(reinterpret_cast<const char*>(data), size));
    if ((loaded.checklist == nullptr) == loaded.problems.empty()) std::abort();
    for (const auto& problem : loaded.problems) {
        if (problem.sentence.empty()) std::abort();
    }
    if (loaded.checklist) {
        const auto score = scoreAnswers(*loaded.checklist, {});
        if (!score || score->points > score->max) std::abort();
    }
    return 0;
}
