// Small checklists for the tests of drafts: two versions of one, with a fact of the site, and one of any size.
#pragma once

#include <string>

namespace plumb::test {

// Version 1: item a (a choice), b (a number), c (text that shows where a fails), d (a choice); a required fact.
// Version 2: a's text has changed, b takes whole numbers only, d is gone, e is new.
std::string smallDocument(int version);

// `items` required choices in sections of 25.
std::string largeDocument(int items);

// "plots": item 1 asks for plots in a repeat with a default, item 2 for one of everything that forms can ask.
std::string plotsDocument();

// A section with an item of its own and two sub-sections, one of them deeper; and a section of bonus items only.
std::string nestedDocument();

}  // namespace plumb::test
