// What an inspector should look at once more before she signs: conclusions where facts belong, blanks, whom the record
// names, and when the check began. It advises and refuses nothing. Pure, but for the list of words, which is built in
// (assets/conduct/words.json) and read once. UI thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/checklist/model/local_text.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/reference.h"

namespace plumb::mobile {

struct ConductWord {
    std::string word;
    checklist::LocalText say;  // what to write instead
};
const std::vector<ConductWord>& conductWords();

struct ConductAdvice {
    enum class Kind {
        word,      // a conclusion in a finding
        blank,     // a finding that says nothing
        codeBad,   // the site's credit code does not hold
        codeNone,  // the site was published without one
        longAgo,   // the check began more than a day ago
        hasty,     // it began a moment ago
        ahead,     // it began after now
    };
    Kind kind = Kind::word;
    std::string item;                   // "" where it is about none
    const ConductWord* word = nullptr;  // of the list
};

// In the order of the findings, then what is about the whole.
std::vector<ConductAdvice> conductOf(const std::vector<store::SignedFinding>& findings, const store::Site& site,
                                     const Instant& started, const Instant& now);

}  // namespace plumb::mobile
