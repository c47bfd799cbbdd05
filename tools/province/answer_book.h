// What inspectors write down: for each checklist and item the answers that make it pass, pass in part or fail, and what
// people say about it (content/<checklist>.json). Texts may hold places that are filled in anew each time:
//   {day-12..5}        a day between so many days before the check and so many before it (+: after)
//   {int 20..60}       a whole number      {dec 7.2..8.1}  one with as many decimals as are written
//   {of KEY 80..95}    that share, in per cent, of what was answered at KEY, a whole number   {same KEY}  just that
//   {a|b|c}            one of these        {county}        the county's code
//   {batch}            the number of a batch of these days
// The document of a checklist and its book are read once. Immutable; any thread.
#pragma once

#include <map>
#include <memory>

#include "shared/checklist/model/model.h"
#include "tools/province/random.h"
#include "tools/province/timeline.h"

namespace plumb::province {

using Variant = std::vector<std::pair<std::string, std::string>>;  // question → text, in the document's order

struct ItemBook {
    std::map<checklist::Verdict, std::vector<Variant>> ways;
    std::vector<std::string> says;    // what is seen where something lacks
    std::vector<std::string> proof;   // what is written where nothing does
    std::vector<std::string> scenes;  // of its photos; where none is named, any of the site
    int naShare = 0;                  // in so many visits of a hundred it does not apply, for one of these reasons
    std::vector<std::string> naReasons;
};

struct AnswerBook {
    std::shared_ptr<const checklist::Checklist> document;
    std::string text;  // the document's bytes
    std::map<std::string, ItemBook> items;
};

// Throws with a sentence where a file is not what it should be.
AnswerBook loadAnswerBook(const std::string& checklist);

struct Circumstances {
    Day day;
    std::string county;
    const std::map<std::string, std::string>& answered;
};
std::string filledIn(std::string_view text, const Circumstances& here, Random& random);

}  // namespace plumb::province
