// The words of a condition: names, numbers, texts in quotation marks, comparisons and brackets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plumb::checklist {

struct Word {
    std::string text;
    bool sign = false;    // one of >= <= > < = ( ) [ ] , ;
    bool quoted = false;  // stood in quotation marks: never a sign, a keyword or a number
};

// An end is marked by a last word that is a sign and empty.
std::vector<Word> wordsOf(std::string_view text);

// Reads words one after the other.
class WordReader {
  public:
    explicit WordReader(std::string_view text) : m_words(wordsOf(text)) {}

    [[nodiscard]] bool atEnd() const { return m_at + 1 >= m_words.size(); }
    [[nodiscard]] const Word& peek() const { return m_words[m_at]; }
    // What comes next, for messages: "\"x\"" or "the end".
    [[nodiscard]] std::string shown() const;
    const Word& take();
    bool takeSign(std::string_view sign);
    bool takeKeyword(std::string_view keyword);
    // Whether a name, number or text comes next.
    [[nodiscard]] bool hasWord() const { return !peek().sign; }

  private:
    std::vector<Word> m_words;
    std::size_t m_at = 0;
};

}  // namespace plumb::checklist
