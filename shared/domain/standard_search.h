// Full-text search over standards and what cites them: by number in any spelling and width ("NY/T 1168", "nyt1168",
// "１１６８"), by words of a title or a clause, by the initials of a title's pinyin, and, where none of these finds
// anything, by how many runs of three characters a text shares with what was typed, so that one wrong character hides
// nothing. Immutable once made; any thread. A few thousand clauses are read from end to end in a millisecond or two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::domain {

// One thing that can be found.
struct SearchedStandard {
    std::string name;                 // its number, or a statute's title
    std::vector<std::string> titles;  // in each language, and shorter ones
    std::vector<std::string> texts;   // clauses and what cites them
};

enum class FoundBy { all, number, title, initials, text, near };

struct FoundStandard {
    std::size_t standard = 0;  // which of those it was made of
    FoundBy by = FoundBy::all;
    std::size_t text = 0;  // of `texts`, where it was found there
    bool inText = false;
};

// As texts are compared: full width as half, capitals as small letters, dashes and slashes in one form, no blanks.
std::u32string foldForSearch(std::string_view text);

class StandardSearch {
  public:
    explicit StandardSearch(const std::vector<SearchedStandard>& standards);

    // Best first: numbers, titles, initials, texts; within each in the order given. Nothing asked: all of them. Every
    // word has to be found, each where it will.
    [[nodiscard]] std::vector<FoundStandard> find(std::string_view query) const;

  private:
    struct Folded {
        std::u32string number;  // letters and digits of the name alone
        std::vector<std::u32string> titles, texts;
        std::vector<std::string> plainTitles;  // for initials
    };
    static bool matchWord(const Folded& folded, const std::string& word, FoundStandard& found);
    [[nodiscard]] std::vector<FoundStandard> findNear(std::string_view query) const;

    std::vector<Folded> m_folded;
};

}  // namespace plumb::domain
