// One thing that stands between a filled checklist and a signature.
#pragma once

#include <string>
#include <string_view>

#include "shared/checklist/model/local_text.h"

namespace plumb::checklist {

struct Missing {
    enum class What {
        answer,         // a required question is blank
        verdict,        // all is filled, but it cannot be judged
        invalid,        // an answer breaks its constraint
        contradiction,  // a choice is better than what was measured, and does not say that it overrules
        photo,          // fewer photos than the item asks for
        note,           // a note is asked for
        calibration,    // the instrument's calibration had ended when it was used
        fact,           // a required fact of the site is blank; concerns no item
    };
    std::string item;      // "" where it concerns a fact
    std::string question;  // the fact's id where it concerns a fact, "" where it concerns the whole item
    What what = What::answer;
    LocalText sentence;
};

// "answer", "verdict", "invalid", "contradiction", "photo", "note", "calibration", "fact".
std::string_view whatName(Missing::What what);

}  // namespace plumb::checklist
