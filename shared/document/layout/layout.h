// How a paper is laid out: a description in JSON (PAPERS.md), which a bureau may change without code: headings,
// numbering, what stands in which column. compose() puts a record's facts into it. A layout is immutable once read; any
// thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/document/typeset/paper.h"

namespace plumb::document {

class Layout {
  public:
    // Malformed "bad_layout" with the member's path and what is wrong there. Everything is looked at, also what no
    // record so far would have printed.
    static Result<Layout> read(std::string_view text);

    [[nodiscard]] const std::string& paper() const { return m_paper; }        // "inspection_record"
    [[nodiscard]] const std::string& language() const { return m_language; }  // "zh", "en"
    [[nodiscard]] const std::string& title() const { return m_title; }
    // Of the text that it was read from: by which an issued paper says how it was laid out.
    [[nodiscard]] const Sha256& hash() const { return m_hash; }
    [[nodiscard]] const json::object& description() const { return m_description; }

  private:
    std::string m_paper, m_language, m_title;
    Sha256 m_hash;
    json::object m_description;
};

// The content of a file by its hash in hex; "" where it is not at hand: its room on the paper stays free.
using PictureOf = std::function<std::string(std::string_view hash)>;

// One paper. What the data has not is printed as ／: a paper has no blanks that could be filled in later.
Part compose(const Layout& layout, const json::object& data, const PictureOf& pictureOf);
// What stands at the foot of each page, likewise.
std::vector<Text> composeFoot(const Layout& layout, const json::object& data);
std::string pageText(const Layout& layout);

}  // namespace plumb::document
